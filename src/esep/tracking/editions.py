"""How did a register go from edition to edition: ratings, promised ends, costs, what vanished?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from statistics import median

from esep.model.register import Card, Change, ChangeKind, Register

_LARGEST = 8


@dataclass(frozen=True, slots=True)
class Grades:
    """How the cards of one edition were rated, and how the same cards moved since the last."""

    counts: Mapping[str, int]
    scale: tuple[str, ...] = ()
    """The levels there were, the best first."""
    scale_changed: bool = False
    better: int = 0
    worse: int = 0
    same: int = 0
    off_scale: int = 0
    """Cards whose former level is not on this scale any more: neither better nor worse."""

    @property
    def rated(self) -> int:
        return sum(count for level, count in self.counts.items() if level)


@dataclass(frozen=True, slots=True)
class Moved:
    """Cards whose end is published now and was before, against the end first promised."""

    cards: int = 0
    later: int = 0
    earlier: int = 0
    median_days: int = 0
    """Of all of these cards, those that did not move with 0."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The same cards' costs now and as first given, as written: prices are not adjusted."""

    cards: int = 0
    first: Decimal = Decimal(0)
    now: Decimal = Decimal(0)
    median: Decimal = Decimal(0)
    """Percent, of the middle card."""
    largest: tuple[tuple[str, Decimal, Decimal], ...] = ()
    """The cards whose cost changed most: id, first, now."""
    left_out: int = 0
    """Cards whose first or newest cost is not above nought, or in another currency."""

    @property
    def percent(self) -> Decimal:
        return (self.now / self.first - 1) * 100 if self.first else Decimal(0)


@dataclass(frozen=True, slots=True)
class EditionState:
    on: date
    file: str
    rows: int
    """Of the file; more than cards where some could not be read."""
    cards: int
    new: int
    vanished: tuple[str, ...]
    returned: tuple[str, ...]
    grades: Grades = field(default_factory=lambda: Grades({}))
    moved: Moved = Moved()
    growth: Growth = Growth()


@dataclass(frozen=True, slots=True)
class EditionCards:
    """The cards as one edition left them."""

    on: date
    file: str
    rows: int
    cards: Sequence[Card]


def compare_editions(
    register: Register, editions: Sequence[EditionCards], changes: Iterable[Change]
) -> tuple[EditionState, ...]:
    """What each edition says, and of the same cards what it said before."""
    events: dict[tuple[date, ChangeKind], list[str]] = {}
    for change in changes:
        events.setdefault((change.on, change.kind), []).append(change.card)
    states: list[EditionState] = []
    before: dict[str, Card] = {}
    scale: tuple[str, ...] = ()
    for edition in editions:
        there = [card for card in edition.cards if not card.vanished]
        grades = _grades(register, there, before, scale)
        scale = grades.scale or scale
        states.append(
            EditionState(
                on=edition.on,
                file=edition.file,
                rows=edition.rows,
                cards=len(there),
                new=len(events.get((edition.on, ChangeKind.CREATED), ())),
                vanished=tuple(sorted(events.get((edition.on, ChangeKind.VANISHED), ()))),
                returned=tuple(sorted(events.get((edition.on, ChangeKind.RETURNED), ()))),
                grades=grades,
                moved=_moved(register, there, before),
                growth=_growth(register, there, before),
            )
        )
        before = {card.id: card for card in edition.cards}
    return tuple(states)


def _grades(
    register: Register, cards: Sequence[Card], before: Mapping[str, Card], former: tuple[str, ...]
) -> Grades:
    name = register.compared.grade
    if not name:
        return Grades({})
    counts = Counter(card.text(name) for card in cards)
    scale = _scale(register, {level for level in counts if level})
    moves: Counter[str] = Counter()
    for card in cards:
        earlier, new = before.get(card.id), card.text(name)
        if earlier is None or earlier.vanished or new not in scale:
            continue
        old = earlier.text(name)
        if not old:
            continue
        if old not in scale:
            moves["off" if old in former else "other"] += 1
        else:
            moves[_direction(scale.index(old) - scale.index(new))] += 1
    return Grades(
        counts=dict(counts),
        scale=scale,
        scale_changed=bool(former) and scale != former,
        better=moves["better"],
        worse=moves["worse"],
        same=moves["same"],
        off_scale=moves["off"],
    )


def _scale(register: Register, used: set[str]) -> tuple[str, ...]:
    """The shortest declared scale with all levels in use; what is on no scale does not count."""
    every = {level for scale in register.compared.scales for level in scale}
    fitting = [scale for scale in register.compared.scales if used & every <= {*scale}]
    return min(fitting, key=len, default=())


def _direction(step: int) -> str:
    return "better" if step > 0 else "worse" if step < 0 else "same"


def _moved(register: Register, cards: Sequence[Card], before: Mapping[str, Card]) -> Moved:
    name = register.compared.finish
    days = [
        (date.fromisoformat(card.text(name)) - date.fromisoformat(first)).days
        for card in cards
        if name and card.text(name) and (first := _first(card, name, before))
    ]
    if not days:
        return Moved()
    return Moved(
        cards=len(days),
        later=sum(each > 0 for each in days),
        earlier=sum(each < 0 for each in days),
        median_days=round(median(days)),
    )


def _first(card: Card, name: str, before: Mapping[str, Card]) -> str:
    """The first value, where an earlier edition gave it: a value new today grew by nothing."""
    earlier = before.get(card.id)
    value = earlier.first.get(name) if earlier else None
    return "" if value is None else str(value)


def _growth(register: Register, cards: Sequence[Card], before: Mapping[str, Card]) -> Growth:
    name = register.compared.cost
    if not name:
        return Growth()
    both = [card for card in cards if card.text(name) and _first(card, name, before)]
    amounts = [
        (card.id, Decimal(_first(card, name, before)), Decimal(card.text(name)))
        for card in both
        if _same_money(register, card)
    ]
    fit = [(id, first, now) for id, first, now in amounts if first > 0 and now > 0]
    if not fit:
        return Growth(left_out=len(both))
    return Growth(
        cards=len(fit),
        first=sum((first for _, first, _ in fit), Decimal(0)),
        now=sum((now for _, _, now in fit), Decimal(0)),
        median=median((now / first - 1) * 100 for _, first, now in fit),
        largest=tuple(sorted(fit, key=lambda each: -abs(each[2] - each[1]))[:_LARGEST]),
        left_out=len(both) - len(fit),
    )


def _same_money(register: Register, card: Card) -> bool:
    """Whether what an amount needs (its currency, the year of its prices) never changed."""
    needs = register.fields[register.compared.cost].needs
    return all(card.first.get(name) == card.values.get(name) for name in needs)
