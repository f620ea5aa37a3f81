"""What the renderers' tests share: one drawer, for its engine starts slowly, and a sample."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from esep.briefings.render.draw import ChartDrawer
from esep.model.document import Document


def _module(name: str) -> ModuleType:
    """A file beside this one: the tests are no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


northland = _module("northland")


@pytest.fixture(scope="session")
def created() -> date:
    return date(2031, 6, 14)


@pytest.fixture(scope="session")
def drawer() -> ChartDrawer:
    return ChartDrawer()


@pytest.fixture(scope="session", params=northland.LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    made: Document = northland.sample(request.param)
    return made


@pytest.fixture(scope="session")
def briefing() -> Document:
    """One language is enough where the language cannot matter."""
    made: Document = northland.sample("kk")
    return made
