"""What every test can rely on, whatever machine it runs on."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.databases import BACKENDS, make_database, postgresql_programs, postgresql_server

# A slow moment of a busy machine is not a failure: no test is timed.
settings.register_profile("esep", deadline=None)
settings.load_profile("esep")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests must not decide what they find."""
    for name in [*os.environ]:
        if name.startswith("ESEP_") and not name.startswith("ESEP_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server for this run; skipped where its programs are not installed."""
    programs = postgresql_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here")
    with postgresql_server(programs) as address:
        yield address


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind that esep runs on."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'registers.db'}"
    return make_database(request.getfixturevalue("server"), f"t{uuid.uuid4().hex}")
