"""What every test can rely on, whatever machine it runs on."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A slow moment of a busy machine is not a failure: no test is timed.
settings.register_profile("esep", deadline=None)
settings.load_profile("esep")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests must not decide what they find."""
    for name in [*os.environ]:
        if name.startswith("ESEP_") and not name.startswith("ESEP_TEST_"):
            monkeypatch.delenv(name)
