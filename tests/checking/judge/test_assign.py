"""Claims and statements are paired so that together they go best."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from esep.checking.judge.assign import assign


def test_the_best_of_all_pairings_is_found_not_the_best_pair() -> None:
    # Row 0 goes best with column 0, but then row 1 would have nothing.
    assert assign([[0.9, 0.8], [0.8, None]]) == {0: 1, 1: 0}


def test_what_goes_with_nothing_stays_alone() -> None:
    assert assign([[None, None], [0.5, None]]) == {1: 0}
    assert assign([[0.0], [-0.3]]) == {}
    assert assign([]) == {}


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.none() | st.integers(1, 9).map(lambda tenth: tenth / 10),
                min_size=columns,
                max_size=columns,
            ),
            min_size=1,
            max_size=4,
        )
    )
)
def test_no_other_pairing_has_a_greater_sum(scores: list[list[float | None]]) -> None:
    found = assign(scores)
    assert len(set(found.values())) == len(found)
    total = sum(scores[row][column] or 0 for row, column in found.items())
    columns = [*range(len(scores[0])), *([-1] * len(scores))]
    best = max(
        sum((scores[row][column] or 0) if column >= 0 else 0 for row, column in enumerate(chosen))
        for chosen in permutations(columns, len(scores))
    )
    assert round(total, 6) == round(best, 6)
    assert all(scores[row][column] is not None for row, column in found.items())
