"""Does a comparison stand on the same territory as a year before, and if not, why?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from esep.facts.row import ValueRow, to_decimal
from esep.model.fact import Comparability, Comparison, Verdict

BORDERS_CHANGED, PEERS_CHANGED, MISSING = "borders_changed", "peers_changed", "missing"
SAFE_UNION, WEIGHTED, RECOMPILED = "safe_union", "weighted", "recompiled"
RANKS = (Comparison.RANK, Comparison.PER_HEAD_RANK)

_MADE = {"sum": SAFE_UNION, "weighted": WEIGHTED, "derived": SAFE_UNION}


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells how a row stands against the year before."""

    unions: Mapping[str, tuple[str, ...]]
    year_before: Callable[[ValueRow], ValueRow | None]
    """The row of the same territory."""
    peers: Callable[[ValueRow, str], tuple[ValueRow, ...]]
    """The usual rows of the same indicator and level in a period."""

    def verdict(self, row: ValueRow, comparison: Comparison = Comparison.LEVEL) -> Verdict:
        if comparison in RANKS:
            column = "value" if comparison is Comparison.RANK else "per_head"
            return self._of_places(row, column)
        comparability = Comparability(row["comparability"])
        if comparability is Comparability.COMPARABLE:
            return self._one_territory(row)
        # A region cut out of another has no earlier value of its own, but its territory had.
        if comparability is Comparability.NOT_COMPARABLE or row["union_whole"]:
            change = row["union_change"]
            return Verdict(
                Comparability.NOT_COMPARABLE,
                reason=BORDERS_CHANGED,
                earlier_version=row["earlier_version"] or row["union_whole"],
                union=self.unions.get(row["union_whole"] or row["earlier_territory"], ()),
                union_value=None if change is None else to_decimal(change),
            )
        return Verdict(comparability, reason=MISSING)

    def _one_territory(self, row: ValueRow) -> Verdict:
        earlier = self.year_before(row)
        ends = [row] if earlier is None else [row, earlier]
        made = [end.made_by for end in ends if end.made_by]
        if made:
            reason = WEIGHTED if "weighted" in made else _MADE[made[0]]
            codes = tuple(row.region.split("+"))
            return Verdict(Comparability.REBASED, reason=reason, union=codes)
        recompiled = any(end.is_recompiled for end in ends)
        return Verdict(Comparability.COMPARABLE, reason=RECOMPILED if recompiled else "")

    def _of_places(self, row: ValueRow, column: str) -> Verdict:
        """Places compare only among one set of territories: a split moves a region by itself."""
        now = _known(self.peers(row, row["period"]), column)
        before = _known(self.peers(row, row["prior_period"]), column)
        if not before:
            return Verdict(Comparability.NO_EARLIER_VALUE, reason=MISSING)
        if now.keys() != before.keys():
            return Verdict(Comparability.NOT_COMPARABLE, reason=PEERS_CHANGED)
        made = {each.made_by for each in (*now.values(), *before.values())} - {""}
        if made:
            return Verdict(Comparability.REBASED, reason=_MADE[min(made)])
        return Verdict(Comparability.COMPARABLE)


def _known(rows: tuple[ValueRow, ...], column: str) -> dict[str, ValueRow]:
    return {row["territory"]: row for row in rows if row[column] is not None}


def because(verdict: Verdict, *, territory: str = "") -> str:
    """The way a comparison was made possible, or why it is not, in a few words."""
    match verdict.reason:
        case "safe_union":
            joined = "+".join(verdict.union)
            return f"sum of {joined}" if len(verdict.union) > 1 else "sums on one set of borders"
        case "weighted":
            return "estimate: indices weighted with the values of the year before"
        case "recompiled":
            return f"recompiled by its source on {territory}" if territory else "recompiled"
        case "peers_changed":
            return "the set of regions is another; --territory union ranks one set"
        case "borders_changed":
            return f"the year before is on the borders of {verdict.earlier_version}"
    return ""
