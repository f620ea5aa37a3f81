"""Which values of a book must not be shown, by the rules of their publishers?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from esep.facts.row import ValueRow
from esep.indicators.confidentiality import UNCOUNTED, Sum, TableCell, suppressed
from esep.indicators.spans import MINUS, PLUS
from esep.model.confidentiality import Rules
from esep.model.indicator import Indicator

Place = tuple[str, str, str]
"""Indicator, territory and period."""
Hidden = Mapping[Place, str]

MANY = 10**9
"""Units behind a total that nobody needs to be protected in."""


def place_of(row: ValueRow) -> Place:
    return row["indicator"], row["territory"], row["period"]


def hidden_values(
    rows: Iterable[ValueRow],
    *,
    indicators: Mapping[str, Indicator],
    rules: Mapping[str, Rules],
    beneath: Hidden,
) -> dict[Place, str]:
    """The values to hide, with the reason. `rules` are those of each protected indicator.

    Tables are closed under what can be subtracted: districts and their region, a total and the
    indicators it adds up, a span and the shorter ones it was taken from. A period of a region
    is one table; what `beneath` hides is hidden here too, and whatever was made of it.
    """
    if not rules:
        return {}
    table = _Table(list(rows), indicators, rules, beneath)
    found: dict[Place, str] = {}
    for group in table.groups():
        found |= table.hidden(group)
    return found


class _Table:
    def __init__(
        self,
        rows: list[ValueRow],
        indicators: Mapping[str, Indicator],
        rules: Mapping[str, Rules],
        beneath: Hidden,
    ) -> None:
        self._indicators, self._rules, self._beneath = indicators, rules, beneath
        totals = (each for each in indicators.values() if rules.keys() & set(each.sum_of))
        self._told = {*rules, *(name for each in totals for name in (each.id, *each.sum_of))}
        self._values = {place_of(row): row for row in rows if row["usual"]}

    def groups(self) -> Iterator[list[ValueRow]]:
        """The rows of each region's districts in each period, with those of the region."""
        level = min(each.level for each in self._rules.values())
        by_parent: defaultdict[tuple[str, str], list[ValueRow]] = defaultdict(list)
        by_region: dict[tuple[str, str, str], ValueRow] = {}
        for row in self._values.values():
            if row["indicator"] not in self._told:
                continue
            by_region[row["indicator"], row["region"], row["period"]] = row
            if row["level"] >= level:
                by_parent[row["parent"] or "", row["period"]].append(row)
        for (parent, period), rows in by_parent.items():
            whole = (by_region.get((each, parent, period)) for each in sorted(self._told))
            yield [*rows, *(each for each in whole if each is not None)]

    def hidden(self, rows: list[ValueRow]) -> dict[Place, str]:
        cells = {self._key(row): self._cell(row) for row in rows}
        rules = next(self._rules[each] for each in sorted(self._rules))
        found = suppressed(cells.values(), [*self._sums(rows)], rules)
        return {place_of(row): found[key] for row in rows if (key := self._key(row)) in found}

    def _key(self, row: ValueRow) -> str:
        return "\t".join(place_of(row))

    def _cell(self, row: ValueRow) -> TableCell:
        rules = self._rules.get(row["indicator"])
        if rules is None or row["level"] < rules.level:
            return TableCell(self._key(row), row.value, MANY)
        if reason := self._inherited(row):
            return TableCell(self._key(row), row.value, 0, reason=reason)
        indicator = self._indicators[row["indicator"]]
        count = self._beside(row, indicator.respondents)
        if count is None:
            return TableCell(self._key(row), row.value, 0, reason=UNCOUNTED)
        share = self._beside(row, indicator.largest_share) or Decimal(0)
        return TableCell(self._key(row), row.value, int(count), (row.value * share / 100,))

    def _inherited(self, row: ValueRow) -> str:
        """A value made of hidden ones would give them away."""
        places = [place_of(row)]
        if row.span_of:
            periods = row.span_of.replace(MINUS, PLUS).split(PLUS)
            places += [(row["indicator"], row["territory"], each) for each in periods]
        for part in str(row.columns.get("made_of") or "").split(PLUS):
            places.append((row["indicator"], part, row["period"]))
        return next((self._beneath[each] for each in places if each in self._beneath), "")

    def _beside(self, row: ValueRow, indicator: str) -> Decimal | None:
        """What counts the units of the value: of its span, or on the last day of it."""
        if not indicator:
            return None
        found = self._values.get((indicator, row["territory"], row["period"]))
        return None if found is None else found.value

    def _sums(self, rows: list[ValueRow]) -> Iterator[Sum]:
        by_indicator: defaultdict[str, list[ValueRow]] = defaultdict(list)
        here = {(row["indicator"], row["territory"]): row for row in rows}
        for row in rows:
            by_indicator[row["indicator"]].append(row)
        for indicator, told in by_indicator.items():
            lowest = max(row["level"] for row in told)
            parts = [row for row in told if row["level"] == lowest]
            wholes = [row for row in told if row["level"] < lowest]
            if self._indicators[indicator].additive and len(wholes) == 1:
                yield Sum(self._key(wholes[0]), tuple(self._key(each) for each in parts))
            for row in told:
                terms = [
                    here.get((each, row["territory"]))
                    for each in self._indicators[indicator].sum_of
                ]
                known = [each for each in terms if each is not None]
                if known and len(known) == len(terms):
                    yield Sum(self._key(row), tuple(self._key(each) for each in known))
