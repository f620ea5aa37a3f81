"""What do the registers of a store say of earlier instructions to a region, on a day?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from esep.app.registers import has_registers, open_registers
from esep.app.roll_ups import card_lookup
from esep.app.workspace import Workspace

if TYPE_CHECKING:
    from esep.facts.book import FactBook
    from esep.facts.lineage import Lookup
    from esep.model.execution import Earlier, Execution, Followed, LastMeeting, Rebaselined
    from esep.model.fact import Fact
    from esep.model.register import Card, Change, Register
    from esep.model.standing import Standing
    from esep.model.text import Text
    from esep.tracking.instructions.threads import Return

MEETINGS = "meetings"
_PROPOSED = 3
"""So many indicators are proposed at most where nobody named a measure."""


class FollowUp:
    """Reads the registers once and tells of any region on any day; `as_of` hides later days."""

    def __init__(
        self, workspace: Workspace, *, book: FactBook | None = None, as_of: date | None = None
    ) -> None:
        self._workspace = workspace
        self._catalog = workspace.catalog
        self._book = book
        self._as_of = as_of
        self._card = card_lookup(workspace)
        self.of = cache(self._of)
        self._every = cache(self._stand)

    def _of(self, region: str, on: date) -> Execution | None:
        """None where nothing was instructed before the day and nobody met."""
        from esep.app.threads import returns_of
        from esep.model.execution import Execution
        from esep.model.standing import State
        from esep.tracking.instructions.figures import is_made_up

        every = self._standings(region, on)
        # Cards of a demonstration speak only where there are no real ones.
        real = [each for each in every if not is_made_up(each)]
        told = real or every
        last = self._last_meeting(region, on)
        if not told and last is None:
            return None
        plain = [each for each in told if not each.card.values.get("confidential")]
        pairs = {each.card.id: each for each in returns_of(self._catalog, [e.card for e in plain])}
        measured = self._measured(plain, on)
        followed = [self._followed(each, pairs, measured) for each in plain]
        moved = self._rebaselined(region, last.on, on) if last else ()
        return Execution(
            on=on,
            followed=tuple(e for e in followed if e.standing.state is not State.EMPHASIS),
            stressed=tuple(e for e in followed if e.standing.state is State.EMPHASIS),
            withheld=len(plain) < len(told),
            made_up=bool(told) and not real,
            totals=self._totals(told, region, on),
            last=last,
            rebaselined=tuple(moved),
            card=self._card,
        )

    # -- reading ---------------------------------------------------------------------------

    @cached_property
    def _logs(self) -> Mapping[str, Mapping[str, list[Change]]]:
        """The log of each card of each register, as far as it was true by the vintage."""
        found: dict[str, dict[str, list[Change]]] = {name: {} for name in self._catalog.registers}
        if has_registers(self._workspace):
            with closing(open_registers(self._workspace)) as registers:
                for change in registers.changes():
                    known = self._as_of is None or change.on <= self._as_of
                    if known and change.register in found:
                        found[change.register].setdefault(change.card, []).append(change)
        return defaultdict(dict, found)

    def _cards(self, register: str, on: date) -> Iterator[Card]:
        from esep.store.registers import fold_changes

        for log in self._logs[register].values():
            card = fold_changes(log, on=on)
            if card is not None and not card.vanished:
                yield card

    def card(self, id: str, on: date) -> Card | None:
        from esep.store.registers import fold_changes
        from esep.tracking.instructions import fields as f

        return fold_changes(self._logs[f.REGISTER].get(id, ()), on=on)

    def _last_meeting(self, region: str, on: date) -> LastMeeting | None:
        from esep.model.execution import LastMeeting
        from esep.model.period import Period

        held = [
            (card.text("held_on"), card.id, card.text("period"))
            for card in self._cards(MEETINGS, on)
            if card.text("region") == region and "" < card.text("held_on") < on.isoformat()
        ]
        if not held:
            return None
        day, id, period = max(held)
        return LastMeeting(id, date.fromisoformat(day), Period.parse(period) if period else None)

    # -- instructions ----------------------------------------------------------------------

    def _standings(self, region: str, on: date) -> list[Standing]:
        """Instructions given to the region before the day, in the order they were given."""
        from esep.tracking.instructions import fields as f

        return [
            each
            for each in self._every(on)
            if each.card.text(f.REGION) == region
            and "" < each.card.text(f.REGISTERED_ON) < on.isoformat()
            and not each.card.vanished
        ]

    def _stand(self, on: date) -> tuple[Standing, ...]:
        from esep.app.instructions import standings_of
        from esep.tracking.instructions import fields as f

        return standings_of(self._workspace, self._logs[f.REGISTER], on, book=self._book)

    def _totals(self, told: Sequence[Standing], region: str, on: date) -> dict[str, Fact]:
        from esep.model.standing import State
        from esep.tracking.instructions.figures import counts

        control, indicators = self._catalog.control, self._catalog.indicators
        given = [each for each in told if each.state is not State.EMPHASIS]
        return counts(given, control.counts, indicators, region=region, on=on)

    def _measured(self, told: Sequence[Standing], on: date) -> dict[str, Fact]:
        from esep.app.instructions import measured

        return measured(self._workspace, [each.card for each in told], on, book=self._book)

    def _followed(
        self, standing: Standing, pairs: Mapping[str, Return], measured: Mapping[str, Fact]
    ) -> Followed:
        from esep.model.execution import Followed
        from esep.model.text import Text
        from esep.tracking.instructions import fields as f
        from esep.tracking.instructions import figures

        catalog, card = self._catalog, standing.card
        level = catalog.control.levels.get(card.text(f.ISSUER_LEVEL))
        indicator = catalog.indicators.get(card.text(f.INDICATOR))
        said = figures.reported(standing, indicator) if indicator else None
        return Followed(
            standing=standing,
            words=self._in_languages(card.text(f.TEXT)),
            given_on=date.fromisoformat(card.text(f.REGISTERED_ON)),
            issuer=self._in_languages(card.text(f.ISSUER)),
            level=level.names if level else Text(dict.fromkeys(catalog.languages, "")),
            executors=tuple(self._in_languages(each) for each in card.texts(f.EXECUTOR)),
            rhythm=catalog.registers[f.REGISTER].fields[f.RHYTHM].choices.get(card.text(f.RHYTHM)),
            report=str(standing.last_report.values.get(f.REPORT_TEXT) or "")
            if standing.last_report
            else "",
            overdue=figures.overdue_days(standing, self._logs[f.REGISTER][card.id], catalog.units),
            missing=figures.missing_reports(standing, catalog.units),
            indicator=indicator.id if indicator else "",
            due=figures.due(standing, indicator) if indicator else None,
            actual=measured.get(card.id, said),
            proposed=tuple(catalog.indicators[each].names for each in self._proposed(standing)),
            earlier=self._earlier(pairs.get(card.id)),
        )

    def _proposed(self, standing: Standing) -> list[str]:
        """What can be counted of the topics that the words speak for, where nobody named a measure.

        An index says how something grew everywhere, not what came of an order.
        """
        from esep.app.threads import topics_of
        from esep.model.indicator import IndicatorKind
        from esep.model.standing import Mark

        if Mark.WITHOUT_MEASURE not in standing.marks:
            return []
        catalog = self._catalog
        topics = topics_of(catalog, [standing.card]).get(standing.card.id, ())
        counted = {*catalog.control.counts.values()}
        found = [
            each.id
            for topic in topics
            for each in catalog.indicators.values()
            if each.topic == topic and each.kind is not IndicatorKind.INDEX
            if each.id not in counted
        ]
        return found[:_PROPOSED]

    def _earlier(self, pair: Return | None) -> Earlier | None:
        from esep.model.execution import Earlier
        from esep.tracking.instructions import fields as f

        if pair is None:
            return None
        given_on = date.fromisoformat(pair.earlier.text(f.REGISTERED_ON))
        return Earlier(self._in_languages(pair.earlier.text(f.TEXT)), given_on, pair.confirmed)

    def _in_languages(self, words: str) -> Text:
        """The words in every language where the pack's meetings have them so, else as written."""
        from esep.model.text import Text

        return self._translations.get(words) or Text(dict.fromkeys(self._catalog.languages, words))

    @cached_property
    def _translations(self) -> dict[str, Text]:
        first = self._catalog.languages[0]
        return {
            text[first]: text
            for meeting in self._catalog.meetings
            for text in (meeting.chair, meeting.speaker, *(e.text for e in meeting.instructions))
        }

    # -- cards that promise otherwise --------------------------------------------------------

    def _rebaselined(self, region: str, since: date, on: date) -> Iterator[Rebaselined]:
        from esep.model.execution import Rebaselined
        from esep.tracking.instructions import fields as f
        from esep.tracking.rebaselining import moved

        for register in self._catalog.registers.values():
            if register.id == f.REGISTER or not any(e.baseline for e in register.fields.values()):
                continue
            own = self._own(register, region, on)
            logs = {id: log for id, log in self._logs[register.id].items() if id in own}
            for each in moved(register, logs, since=since, on=on):
                yield Rebaselined(
                    register.names,
                    each.card.text(register.title) or each.card.id,
                    each.field,
                    each.was,
                    each.now,
                    each.first,
                )

    def _own(self, register: Register, region: str, on: date) -> frozenset[str]:
        """The cards of the region; of a register without places, those its other cards name."""
        from esep.tracking.rebaselining import linked

        if register.region:
            cards = self._cards(register.id, on)
            return frozenset(card.id for card in cards if card.text(register.region) == region)
        found: set[str] = set()
        for other in self._catalog.registers.values():
            if other.region:
                its = [c for c in self._cards(other.id, on) if c.text(other.region) == region]
                found |= linked(its, other.fields.values(), register.id)
        return frozenset(found)


def find_followed(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup] | None:
    """The figure about instructions that an id names, and the cards behind it.

    `standing:INDICATOR:REGION:DAY@DAY` counts; `instruction:CARD:WHAT@DAY` is of one card.
    """
    from esep.tracking.instructions import fields as f
    from esep.tracking.instructions.figures import INSTRUCTION

    body, _, day = fact_id.rpartition("@")
    prefix, _, rest = body.partition(":")
    parts = rest.split(":")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    follow_up = FollowUp(workspace)
    region = parts[1] if len(parts) > 1 else ""
    if prefix == INSTRUCTION:
        card = follow_up.card(rest.rpartition(":")[0], on)
        region = card.text(f.REGION) if card else ""
    execution = follow_up.of(region, on) if region else None
    if execution is None:
        return None
    told = [*execution.totals.values()]
    for each in execution.followed:
        told += [e for e in (each.overdue, each.missing, each.due, each.actual) if e is not None]
    found = next((each for each in told if each.id == fact_id), None)
    return (found, execution.card) if found is not None else None
