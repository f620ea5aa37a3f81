"""Two stores made once, and a way to ask them as the shell does."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from esep.cli.main import run

THREELANDS = Path(__file__).parents[1] / "packs" / "threelands"


@dataclass(frozen=True)
class Answer:
    """What a command answered: its exit code, its result and what it told beside it."""

    code: int
    out: str
    told: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows of a CSV."""
        return list(csv.DictReader(io.StringIO(self.out)))


Ask = Callable[..., Answer]


def _asking(home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def ask(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run([*(str(argument) for argument in arguments), "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert "Traceback" not in answer.out + answer.told
        assert answer.code != 70, answer.told
        return answer

    return ask


@pytest.fixture(scope="session")
def threelands_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("threelands") / "store"
    assert run(["init", "--pack", str(THREELANDS), "--home", str(home)]) == 0
    return home


@pytest.fixture(scope="session")
def kazakhstan_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("kazakhstan") / "store"
    assert run(["init", "--home", str(home)]) == 0
    return home


@pytest.fixture(scope="session")
def shops_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up country with shops in districts, whose publisher protects them."""
    folder = tmp_path_factory.mktemp("shops")
    copytree(THREELANDS, folder / "pack")
    copytree(THREELANDS.parent / "shops", folder / "pack", dirs_exist_ok=True)
    home = folder / "store"
    assert run(["init", "--pack", str(folder / "pack"), "--home", str(home)]) == 0
    return home


@pytest.fixture
def threelands(threelands_home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the made-up country."""
    return _asking(threelands_home, capsys)


@pytest.fixture
def shops(shops_home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the made-up country about its shops."""
    return _asking(shops_home, capsys)


@pytest.fixture
def kazakhstan(kazakhstan_home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the starter pack."""
    return _asking(kazakhstan_home, capsys)
