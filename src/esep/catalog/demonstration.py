"""Which cards does a pack make up for a demonstration of its registers?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from esep.catalog.definitions import check_known
from esep.catalog.pack_files import PackFiles
from esep.model.demonstration import Guess, MadeUp
from esep.model.register import Register

_FILE = "registers/demonstration.yaml"
START = "start"


def read_demonstration(pack: PackFiles, *, registers: Mapping[str, Register]) -> tuple[MadeUp, ...]:
    """The registers in the order in which they are made: cards refer to earlier ones."""
    item = pack.mapping(_FILE, "demonstration") if pack.found(_FILE) else None
    if item is None:
        return ()
    found: list[MadeUp] = []
    for index, entry in enumerate(item.content["registers"]):
        at = ("registers", index)
        name = entry["register"]
        known = "a register of the pack"
        check_known(pack, item, name, registers, known, *at, "register")
        if name not in registers:
            continue
        register = registers[name]
        if "follows" in entry:
            earlier = [each.register for each in found]
            expected = "a register made before this one"
            check_known(pack, item, entry["follows"], earlier, expected, *at, "follows")
        for field, guess in entry.get("values", {}).items():
            where = (*at, "values", field)
            check_known(pack, item, field, register.fields, "a field of the register", *where)
            for key in ("at", "since"):
                stages = [*register.stages, *([START] if key == "at" else [])]
                if key in guess:
                    check_known(pack, item, guess[key], stages, "a stage", *where, key)
        found.append(_made_up(entry))
    return tuple(found)


def _made_up(entry: Mapping[str, Any]) -> MadeUp:
    return MadeUp(
        entry["register"],
        entry["cards"],
        entry["name"],
        follows=entry.get("follows", ""),
        pace=tuple(entry.get("pace", MadeUp.__dataclass_fields__["pace"].default)),
        stopped=entry.get("stopped", 0),
        values={field: _guess(guess) for field, guess in entry.get("values", {}).items()},
        reports=tuple(entry["reports"]) if "reports" in entry else None,
        report=entry.get("report", ""),
        removed=entry.get("removed", 0),
    )


def _guess(content: Mapping[str, Any]) -> Guess:
    return Guess(
        one_of=tuple(str(each) for each in content.get("one_of", ())),
        least=Decimal(content["least"]) if "least" in content else None,
        most=Decimal(content["most"]) if "most" in content else None,
        step=Decimal(content.get("step", 1)),
        share=content.get("share", 100),
        many=content.get("many", 1),
        grows=content.get("grows", 0),
        days=tuple(content["days"]) if "days" in content else None,
        at=content.get("at", ""),
        since=content.get("since", ""),
        whole=content.get("whole", False),
    )
