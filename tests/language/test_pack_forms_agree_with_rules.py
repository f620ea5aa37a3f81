"""Do the Kazakh forms people wrote into the pack and our rules say the same?

Where they differ one of them is wrong: correct the pack, or the rule, or add the word to
EXCEPTIONS with the reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import esep
from esep.language import Language

PACKS = sorted((Path(esep.__file__).parent / "packs").glob("*/pack.yaml"))
# Units of a rate end in "per so many" or in a symbol: the phrase is closed and takes no ending.
EXCEPTIONS = {
    "100 000 адамға",
    "миллион адамға",
    "1000 тірі туғанға",
    "100 000 тірі туғанға",
    "1000 әйелге",
    "мг/м³",
    "мың АҚШ долларына тмэ",
}


def named_forms(pack: Path) -> Iterator[tuple[str, str, str]]:
    """Plain text, case and written form of every unit, indicator and region."""
    for path in (*pack.glob("units/*.yaml"), *pack.glob("indicators/*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = entry["names"].get("kk", {})
            for case, form in (name.get("forms") or {}).items():
                yield name["text"], case, form


def region_forms(pack: Path) -> Iterator[tuple[set[str], str, str]]:
    names: dict[str, set[str]] = {}
    for path in pack.glob("regions/*.csv"):
        if path.name not in ("forms.csv", "aliases.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    names.setdefault(row["code"], set()).add(row["name_kk"])
    with (pack / "regions" / "forms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["language"] == "kk":
                yield names[row["code"]], row["case"], row["text"]


@pytest.mark.parametrize("pack", [path.parent for path in PACKS], ids=lambda path: path.name)
def test_written_forms_are_those_the_rules_build(pack: Path, kazakh: Language) -> None:
    differing = [
        (text, case, form, kazakh.with_case(text, case))
        for text, case, form in named_forms(pack)
        if case in kazakh.cases and text not in EXCEPTIONS and kazakh.with_case(text, case) != form
    ]
    assert differing == []


@pytest.mark.parametrize("pack", [path.parent for path in PACKS], ids=lambda path: path.name)
def test_written_forms_of_regions_are_those_the_rules_build(pack: Path, kazakh: Language) -> None:
    differing = [
        (names, case, form)
        for names, case, form in region_forms(pack)
        if not names & EXCEPTIONS and form not in {kazakh.with_case(name, case) for name in names}
    ]
    assert differing == []
