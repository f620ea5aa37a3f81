"""Which claim goes with which statement, so that together they go best?"""

from __future__ import annotations

from collections.abc import Sequence

MOST = 400
"""Rows and columns up to which the best of all pairings is looked for."""


def assign(scores: Sequence[Sequence[float | None]]) -> dict[int, int]:
    """Pair rows with columns, each at most once, for the greatest sum of scores.

    None is a pair that cannot be; a row or column may stay alone. Equal sums are settled by
    order, so that the answer is always the same.
    """
    if not scores or not scores[0]:
        return {}
    if max(len(scores), len(scores[0])) > MOST:
        return _greedy(scores)
    return _best(scores)


def _greedy(scores: Sequence[Sequence[float | None]]) -> dict[int, int]:
    pairs = sorted(
        (-score, row, column)
        for row, line in enumerate(scores)
        for column, score in enumerate(line)
        if score is not None and score > 0
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in pairs:
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


def _best(scores: Sequence[Sequence[float | None]]) -> dict[int, int]:
    """The Hungarian method on costs; each row has a column of its own to stay alone in."""
    rows, columns = len(scores), len(scores[0])
    width = columns + rows
    costs = [
        [-score if score is not None and score > 0 else 1.0 for score in line]
        + [0.0 if each == row else 1.0 for each in range(rows)]
        for row, line in enumerate(scores)
    ]
    infinite = float("inf")
    over_rows, over_columns = [0.0] * (rows + 1), [0.0] * (width + 1)
    row_of, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = [infinite] * (width + 1)
        used = [False] * (width + 1)
        while row_of[column]:
            used[column] = True
            here, delta, following = row_of[column], infinite, 0
            line, potential = costs[here - 1], over_rows[here]
            for each in range(1, width + 1):
                if used[each]:
                    continue
                cost = line[each - 1] - potential - over_columns[each]
                if cost < least[each]:
                    least[each], way[each] = cost, column
                if least[each] < delta:
                    delta, following = least[each], each
            for each in range(width + 1):
                if used[each]:
                    over_rows[row_of[each]] += delta
                    over_columns[each] -= delta
                else:
                    least[each] -= delta
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return {
        row_of[column] - 1: column - 1
        for column in range(1, columns + 1)
        if row_of[column] and _is_pair(scores[row_of[column] - 1][column - 1])
    }


def _is_pair(score: float | None) -> bool:
    return score is not None and score > 0
