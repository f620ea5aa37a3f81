"""What a fact rests on: the tree of facts below it, down to cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from esep.model.fact import Cell, Fact

Lookup = Callable[[str], Fact | None]


@dataclass(frozen=True, slots=True)
class Lineage:
    """A fact with the lineage of its inputs; a leaf has a cell."""

    fact: Fact
    inputs: tuple[Lineage, ...]


def lineage(fact: Fact, lookup: Lookup) -> Lineage:
    """Follow every input down to the cells."""
    found = (lookup(each) for each in fact.inputs)
    return Lineage(fact, tuple(lineage(each, lookup) for each in found if each is not None))


def cells(fact: Fact, lookup: Lookup) -> Iterator[Cell]:
    """Every cell behind a fact, in the order of its formula."""
    if fact.cell is not None:
        yield fact.cell
    for each in fact.inputs:
        below = lookup(each)
        if below is not None:
            yield from cells(below, lookup)
