"""What may be done to an instruction, by whom, and which rule refuses the rest?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from esep.catalog.fold import fold
from esep.errors import BadRequest
from esep.model.control import Control
from esep.model.register import Card, Change, ChangeKind, Entry, Value, Values
from esep.tracking.instructions import fields as f
from esep.tracking.instructions.fields import DeadlineKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and with the right of which level (`president`, `akim`, ...)."""

    name: str
    level: str = ""


def executors_of(log: Iterable[Change]) -> frozenset[str]:
    """Every executor that a card has had."""
    named = (change.values.get(f.EXECUTOR) for change in log)
    return frozenset(each for names in named if isinstance(names, list) for each in names)


@dataclass(frozen=True, slots=True)
class Acts:
    """Every act on one card, as the change to be written down; BadRequest where a rule forbids it.

    The rules are those of control over execution (domain notes, section 7.2): a report never
    closes a card; only a level that may lift what the issuer issued extends, removes, reopens or
    cancels; the executor never decides on its own card.
    """

    control: Control
    card: Card
    closed: bool
    """Whether the card is closed already; the status of its log says so."""
    executors: frozenset[str]
    """Everybody who ever was to execute it: who puts another name there is still no judge of it."""

    # -- by the executor -------------------------------------------------------------------

    def report(self, by: Actor, on: date, text: str, *, value: str = "") -> Entry:
        """A report on the execution. The card stays open until the issuing level lifts it."""
        self._open("report on")
        self._after_registration(on)
        values: dict[str, Value] = {f.REPORT_TEXT: text}
        if value:
            values[f.REPORT_VALUE] = value
        return self._entry(ChangeKind.REPORTED, on, values, why="")

    def ask_extension(self, by: Actor, on: date, until: date, reason: str) -> Entry:
        self._open("extend")
        self._after_registration(on)
        self._dated("extended")
        if until <= self._deadline():
            raise BadRequest(
                f"{until} does not come after the deadline {self._deadline()}",
                hint="ask for a later day",
            )
        if not reason:
            raise BadRequest("an extension needs a reason", hint="say it with --why")
        values: Values = {f.ASKED_UNTIL: until.isoformat()}
        return self._entry(ChangeKind.EXTENSION_ASKED, on, values, why=reason)

    # -- by the level that may -------------------------------------------------------------

    def decide_extension(
        self, by: Actor, on: date, *, granted: bool, until: date | None = None, why: str = ""
    ) -> Entry:
        """Grant or refuse an extension; the first deadline is kept for ever beside the new one."""
        self._open("extend")
        self._decides(by, "move the deadline of")
        self._dated("extended")
        values: dict[str, Value] = {f.GRANTED: granted, f.BY_LEVEL: by.level}
        if granted:
            asked = self.card.text(f.ASKED_UNTIL)
            day = until or (date.fromisoformat(asked) if asked else None)
            if day is None:
                raise BadRequest("no new deadline is named", hint="say it with --until")
            if day <= self._deadline():
                raise BadRequest(f"{day} does not come after the deadline {self._deadline()}")
            values[f.DEADLINE] = day.isoformat()
        return self._entry(ChangeKind.EXTENSION_DECIDED, on, values, why=why)

    def remove(self, by: Actor, on: date, why: str) -> Entry:
        """Take the card off control as executed."""
        self._open("remove")
        self._after_registration(on)
        self._decides(by, "lift control of")
        return self._entry(ChangeKind.REMOVED, on, {f.BY_LEVEL: by.level}, why=why)

    def send_back(self, by: Actor, on: date, why: str) -> Entry:
        self._open("send back")
        self._decides(by, "send back the report on")
        return self._entry(ChangeKind.SENT_BACK, on, {f.BY_LEVEL: by.level}, why=why)

    def reopen(self, by: Actor, on: date, why: str) -> Entry:
        if not self.closed:
            raise BadRequest(f"{self.card.id} is open", hint="only a closed card is reopened")
        self._decides(by, "reopen")
        return self._entry(ChangeKind.REOPENED, on, {f.BY_LEVEL: by.level}, why=why)

    def cancel(self, by: Actor, on: date, why: str) -> Entry:
        self._open("cancel")
        self._decides(by, "cancel")
        return self._entry(ChangeKind.CANCELLED, on, {f.BY_LEVEL: by.level}, why=why)

    def merge(self, by: Actor, on: date, into: str, why: str) -> Entry:
        """Follow this card under another one from now on."""
        self._open("merge")
        self._decides(by, "merge")
        if into == self.card.id:
            raise BadRequest("a card cannot be merged into itself")
        values: Values = {f.BY_LEVEL: by.level, f.INTO: into}
        return self._entry(ChangeKind.MERGED, on, values, why=why)

    def put_under_permanent_control(self, by: Actor, on: date, rhythm: str, why: str) -> Entry:
        """Permanent control has a rhythm of reports; without one it only hides an open item."""
        self._open("put under permanent control")
        self._decides(by, "put under permanent control")
        if not rhythm:
            raise BadRequest(
                "permanent control needs a rhythm of reports",
                hint="say it with --rhythm monthly (or weekly, quarterly, half_yearly, yearly)",
            )
        values: Values = {
            f.DEADLINE_KIND: DeadlineKind.PERMANENT.value,
            f.RHYTHM: rhythm,
            f.BY_LEVEL: by.level,
        }
        return self._entry(ChangeKind.CHANGED, on, values, why=why)

    # -- rules -----------------------------------------------------------------------------

    def _entry(self, kind: ChangeKind, on: date, values: Values, *, why: str) -> Entry:
        return Entry(f.REGISTER, self.card.id, self.card.version, kind, on, values, why)

    def _open(self, what: str) -> None:
        if self.closed:
            raise BadRequest(
                f"{self.card.id} is closed: nobody can {what} it",
                hint="the level that closed it may reopen it",
            )

    def _after_registration(self, on: date) -> None:
        registered = self.card.text(f.REGISTERED_ON)
        if registered and on.isoformat() < registered:
            raise BadRequest(f"{on} is before the instruction was given ({registered})")

    def _dated(self, what: str) -> None:
        if not self.card.text(f.DEADLINE):
            raise BadRequest(
                f"{self.card.id} has no deadline that could be {what}",
                hint="give it one first: esep instruction set",
            )

    def _deadline(self) -> date:
        return date.fromisoformat(self.card.text(f.DEADLINE))

    def _decides(self, by: Actor, what: str) -> None:
        issued_by = self.card.text(f.ISSUER_LEVEL)
        if fold(by.name) in {fold(name) for name in self.executors}:
            raise BadRequest(
                f"{by.name} executes {self.card.id} or did, and cannot {what} it",
                hint="report on it; the issuing level decides",
            )
        if not by.level or not self.control.may_lift(by.level, issued_by):
            self._refuse_level(by, what, issued_by)

    def _refuse_level(self, by: Actor, what: str, issued_by: str) -> NoReturn:
        issuer = self.control.levels.get(issued_by)
        able = ", ".join(issuer.lifted_by) if issuer else "none"
        raise BadRequest(
            f"the level '{by.level or 'none'}' cannot {what} {self.card.id}",
            detail=f"it was issued by the level '{issued_by}'; able to: {able}",
            hint="say with --level which level decides",
        )
