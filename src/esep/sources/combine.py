"""Which combinations do several columns of codes make, and which of them is each row?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def combined(codes: Sequence[Any]) -> tuple[Any, list[tuple[int, ...]]]:
    """For each row the number of its combination, and the combinations by number.

    Columns are joined one by one and numbered anew each time, so that no product of their
    sizes can grow past a 64-bit number.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    which = codes[0]
    coded = pc.dictionary_encode(which)
    combinations: list[tuple[int, ...]] = [(each,) for each in coded.dictionary.to_pylist()]
    which = coded.indices
    for column in codes[1:]:
        size = (pc.max(column).as_py() or 0) + 1
        wide = pc.add(
            pc.multiply(which.cast(pa.int64()), pa.scalar(size, pa.int64())),
            column.cast(pa.int64()),
        )
        coded = pc.dictionary_encode(wide)
        combinations = [
            (*combinations[each // size], each % size) for each in coded.dictionary.to_pylist()
        ]
        which = coded.indices
    return which, combinations
