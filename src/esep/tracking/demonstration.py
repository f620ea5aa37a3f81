"""Which cards, and which changes to them over the years, does a demonstration make up?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from esep.model.demonstration import Guess, MadeUp
from esep.model.register import ChangeKind, Entry, Field, FieldKind, Register, Value
from esep.tracking.cards import SYNTHETIC
from esep.tracking.instructions import fields as f

ORIGIN = "made up by esep demo"
PREFIX = "demo"
_START = "start"


@dataclass
class Demonstration:
    """Cards of a region between two days. The same seed makes the same cards, change by change."""

    registers: Mapping[str, Register]
    region: str
    parts: Sequence[str]
    """Where in the region the cards may lie."""
    begins: date
    ends: date
    seed: int
    size: int = 100
    """Per cent of the cards that the pack tells."""
    _made: dict[str, list[tuple[str, date]]] = field(default_factory=dict)
    """The cards of each register so far, each with the day it began."""

    def entries(self, plan: Sequence[MadeUp]) -> list[Entry]:
        """Every change, in the order in which the registers refer to each other."""
        return [entry for made_up in plan for entry in self._register(made_up)]

    def _register(self, made_up: MadeUp) -> Iterator[Entry]:
        register = self.registers[made_up.register]
        # Each register draws from numbers of its own: more zones do not change the projects.
        chance = Random(f"{self.seed} {register.id}")
        cards = max(1, made_up.cards * self.size // 100)
        self._made[register.id] = []
        for number in range(1, cards + 1):
            yield from self._card(register, made_up, number, chance)

    def _card(
        self, register: Register, made_up: MadeUp, number: int, chance: Random
    ) -> Iterator[Entry]:
        id = f"{PREFIX}-{register.command}-{number:03}"
        days = (self.ends - self.begins).days
        # The first of each register is there early enough for all that refers to it.
        start = self.begins + timedelta(days=chance.randrange(max(1, days * 2 // 3)) * (number > 1))
        cause = ""
        if made_up.follows:
            cause, start = chance.choice(self._made[made_up.follows])
        reached = self._way(register, made_up, start, chance)
        drawing = _Drawing(self, register, made_up, start, reached, cause, chance)
        named = made_up.values.get(register.title, Guess()).one_of
        name = named[(number - 1) % len(named)] if named else f"{made_up.name} {number}"
        values = drawing.values(name)
        self._made[register.id].append((id, start))
        now = {name: value for name, (day, value) in values.items() if day <= start}
        yield self._entry(register, id, 0, ChangeKind.CREATED, start, now | {SYNTHETIC: True})
        later: dict[date, dict[str, Value]] = {}
        for name, (day, value) in values.items():
            if day > start:
                later.setdefault(day, {})[name] = value
        for stage, day in [*reached.items()][1:]:
            later.setdefault(day, {})[register.stage_field] = stage
        for day, raised in drawing.raised(now):
            later.setdefault(day, {}).update(raised)
        version = 1
        for day in sorted(later):
            yield self._entry(register, id, version, ChangeKind.CHANGED, day, later[day])
            version += 1
        if made_up.reports:
            day = start + timedelta(days=chance.randint(*made_up.reports))
            if day <= self.ends:
                told: dict[str, Value] = {f.REPORT_TEXT: made_up.report}
                yield self._entry(register, id, version, ChangeKind.REPORTED, day, told)
                if chance.randrange(100) < made_up.removed:
                    lifted = {f.BY_LEVEL: now.get(f.ISSUER_LEVEL)}
                    day = min(self.ends, day + timedelta(days=chance.randint(5, 40)))
                    yield self._entry(register, id, version + 1, ChangeKind.REMOVED, day, lifted)

    def _way(
        self, register: Register, made_up: MadeUp, start: date, chance: Random
    ) -> dict[str, date]:
        """The stages a card has come to by the end, each with its day."""
        reached: dict[str, date] = {}
        day = start
        for stage in (each for each in register.stages.values() if not each.side):
            reached[stage.id] = day
            if chance.randrange(100) < 5:
                break  # it stays there
            day += timedelta(days=chance.randint(*made_up.pace))
            if day > self.ends:
                break
        sides = [each.id for each in register.stages.values() if each.side]
        if sides and day <= self.ends and chance.randrange(100) < made_up.stopped:
            reached[chance.choice(sides)] = day
        return reached

    def _entry(
        self,
        register: Register,
        id: str,
        expected: int,
        kind: ChangeKind,
        on: date,
        values: Mapping[str, Value],
    ) -> Entry:
        return Entry(register.id, id, expected, kind, on, values, origin=ORIGIN)

    def others(self, register: str, day: date) -> list[str]:
        """Cards of another register that were there on a day."""
        return [id for id, start in self._made.get(register, ()) if start <= day]


@dataclass(frozen=True)
class _Drawing:
    """The values of one card, each with the day it is known."""

    whole: Demonstration
    register: Register
    made_up: MadeUp
    start: date
    reached: Mapping[str, date]
    cause: str
    """The card that brought it about."""
    chance: Random

    def values(self, name: str) -> dict[str, tuple[date, Value]]:
        found: dict[str, tuple[date, Value]] = {}
        for each in self.register.fields.values():
            guess = self.made_up.values.get(each.id)
            if each.id == self.register.title:
                found[each.id] = (self.start, name)
            elif each.kind is FieldKind.STAGE:
                found[each.id] = (self.start, next(iter(self.reached)))
            elif guess is not None or each.required:
                drawn = self._draw(each, guess or Guess(), found)
                if drawn is not None:
                    found[each.id] = drawn
        return found

    def _draw(
        self, each: Field, guess: Guess, found: Mapping[str, tuple[date, Value]]
    ) -> tuple[date, Value] | None:
        if self.chance.randrange(100) >= guess.share:
            return None
        day = self.reached.get(guess.since) if guess.since else self.start
        if day is None:
            return None
        match each.kind:
            case FieldKind.DAY | FieldKind.YEAR:
                return self._moment(each, guess, found)
            case FieldKind.REGION:
                parts = [self.whole.region] if guess.whole else self.whole.parts
                return day, self.chance.choice(parts)
            case FieldKind.NUMBER | FieldKind.MONEY:
                return day, self._number(guess)
            case FieldKind.CARD if self.cause and each.register == self.made_up.follows:
                return day, self.cause
            case FieldKind.CARD:
                return self._several(day, each, guess, self.whole.others(each.register, day))
            case _:
                return self._several(day, each, guess, guess.one_of or tuple(each.choices))

    def _moment(
        self, each: Field, guess: Guess, found: Mapping[str, tuple[date, Value]]
    ) -> tuple[date, Value] | None:
        """A day of the card's own way, or so many days after another; it may be yet to come."""
        if guess.at:
            told = self.start if guess.at == _START else self.reached.get(guess.at)
            if told is None:
                return None
            return told, str(told.year) if each.kind is FieldKind.YEAR else told.isoformat()
        after = found.get(each.after)
        since = date.fromisoformat(str(after[1])) if after else self.start
        drawn = since + timedelta(days=self.chance.randint(*(guess.days or (0, 30))))
        return self.start, drawn.isoformat()

    def _number(self, guess: Guess) -> str:
        least, most = guess.least or Decimal(0), guess.most or Decimal(100)
        steps = int((most - least) / guess.step)
        # Most are small and few are large, as in any list of projects.
        return format(least + guess.step * int(steps * self.chance.random() ** 3), "f")

    def _several(
        self, day: date, each: Field, guess: Guess, among: Sequence[str]
    ) -> tuple[date, Value] | None:
        if not among:
            return None
        if not each.many:
            return day, self.chance.choice(among)
        count = min(len(among), self.chance.randint(1, guess.many))
        return day, sorted(self.chance.sample(among, count))

    def raised(self, now: Mapping[str, Value]) -> Iterator[tuple[date, dict[str, Value]]]:
        """Numbers that grow on the way, as costs do."""
        for name, guess in self.made_up.values.items():
            if name not in now or self.chance.randrange(100) >= guess.grows:
                continue
            day = self.start + timedelta(days=self.chance.randint(100, 600))
            if day <= self.whole.ends:
                more = Decimal(str(now[name])) * (100 + self.chance.randint(5, 45)) / 100
                yield day, {name: format(more // guess.step * guess.step, "f")}
