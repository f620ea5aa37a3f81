"""How much of the briefings of all regions is read back, and how many slips in them are seen?

Run by `make loop`: every region's briefing of a year and of some months, in each language. Prints
one line for each briefing, then one for each kind of slip; exits 1 on a false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

from line_reading import LANGUAGES, Country
from reading_back import beside, heard, printed, written
from slips import OPERATORS, slipped

from esep.app.checks import check_document
from esep.cli.main import run

DAY = date(2024, 6, 14)
PERIODS = ("2023", "2024-01/2024-05")
TABLES, SENTENCES = "html", "text"

Counts = Counter[str]


def main() -> int:
    random = Random(DAY.toordinal())
    total: Counts = Counter()
    slips: dict[tuple[str, str], Counts] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "store"
        run(["init", "--pack", "kazakhstan", "--home", str(home)])
        country = Country(home)
        catalog = country.catalog
        for region in catalog.regions.level(catalog.compare_level, DAY):
            for period in PERIODS:
                for code in LANGUAGES:
                    told = _read_back(country, region.code, period, code)
                    _slip(country, region.code, period, code, random, slips)
                    total += told
                    _say(f"{region.code} {period} {code}", told)
    _say("all", total)
    for name in OPERATORS:
        for code in LANGUAGES:
            _say(f"{name} {code}", slips.get((name, code), Counter()))
    for code in LANGUAGES:
        _say(f"all {code}", sum((slips.get((n, code), Counter()) for n in OPERATORS), Counter()))
    return 1 if total["contradicted"] else 0


def _read_back(country: Country, region: str, period: str, code: str) -> Counts:
    document = country.brief(region, period, DAY.isoformat()).documents[code]
    read = written(document, TABLES, DAY)
    figures, _ = printed(document, read, TABLES)
    checked = check_document(country.workspace, read, day=DAY)
    found = heard(checked, figures)
    return Counter(
        figures=len(found),
        supported=sum(each.supported for each in found),
        contradicted=sum(each.contradicted for each in found),
        beside=len(beside(checked, figures)),
    )


def _slip(
    country: Country,
    region: str,
    period: str,
    code: str,
    random: Random,
    slips: dict[tuple[str, str], Counts],
) -> None:
    document = country.brief(region, period, DAY.isoformat()).documents[code]
    read = written(document, SENTENCES, DAY)
    figures, _ = printed(document, read, SENTENCES)
    found = heard(check_document(country.workspace, read, day=DAY), figures)
    for name in OPERATORS:
        seen = slipped(country, read, found, name, day=DAY, random=random)
        slips.setdefault((name, code), Counter()).update(
            made=len(seen),
            caught=sum(each.caught for each in seen),
            believed=sum(each.believed for each in seen),
        )


def _say(name: str, told: Counts) -> None:
    line = " ".join(f"{what} {number}" for what, number in told.items())
    sys.stdout.write(f"{name:28} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
