"""What the tests of the whole line share: a store of each pack, and one briefing as files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

# The reader of this folder serves its tests; the tests are no package.
sys.path.insert(0, str(Path(__file__).parent))

from line_reading import Case, Country

from esep.cli.main import run

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Made = Callable[[str], Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A store of a pack, made once."""
    homes: dict[str, Path] = {}

    def make(pack: str) -> Path:
        if pack not in homes:
            home = tmp_path_factory.mktemp("home") / "store"
            assert run(["init", "--pack", pack, "--home", str(home)]) == 0
            homes[pack] = home
        return homes[pack]

    return make


@pytest.fixture(scope="session")
def threelands(made: Made) -> Country:
    return Country(made(str(PACK)))


@pytest.fixture(scope="session")
def kazakhstan(made: Made) -> Country:
    return Country(made("kazakhstan"))


@pytest.fixture(scope="session")
def founding(kazakhstan: Country) -> Case:
    """The briefing of the founding meeting."""
    return Case(kazakhstan, "KZ-19", "2024-01/2024-05", "2024-06-14", "akorda-2024-06-14-kz-19")


@pytest.fixture(scope="session")
def river(threelands: Country) -> Case:
    """The same of a made-up country, on figures that can be checked by hand."""
    return Case(threelands, "TL-RIV", "2024-01/2024-05", "2024-06-14", "tl-2024-06-14")


@pytest.fixture(scope="session", params=["threelands", "kazakhstan"])
def case(request: pytest.FixtureRequest) -> Case:
    """Each country's briefing of its meeting."""
    found: Case = request.getfixturevalue("river" if request.param == "threelands" else "founding")
    return found


@pytest.fixture(scope="session")
def files(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """What the command writes: `en.html`, `ru.pdf`, ..., `ledger.json`."""
    out = tmp_path_factory.mktemp("out")
    order = ["brief", case.region, "--period", case.period, "--meeting", case.meeting]
    assert run([*order, "--home", str(case.country.home), "--out", str(out)]) == 0
    return {".".join(path.name.split(".")[-2:]): path for path in out.iterdir()}
