"""Is the start of the command line free of heavy libraries?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from esep.cli.main import COMMANDS

HEAVY = [
    "duckdb",
    "pandas",
    "polars",
    "pyarrow",
    "sqlalchemy",
    "deltalake",
    "jinja2",
    "typst",
    "vl_convert",
    "docx",
    "openpyxl",
    "narwhals",
    "yaml",
    "jsonschema",
    "babel",
    "fluent",
    "rapidfuzz",
    "rich",
]

PROGRAM = """
import sys
from esep.cli.main import run
code = run({arguments})
print("loaded:", *sorted(set({heavy}) & set(sys.modules)))
sys.exit(code)
"""


def loaded_by(*arguments: str) -> list[str]:
    """Which heavy libraries a run of the command leaves imported."""
    program = PROGRAM.format(arguments=list(arguments), heavy=HEAVY)
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(argument: str) -> None:
    assert loaded_by(argument) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_imports_no_query_engine(command: str) -> None:
    assert not {"duckdb", "pandas", "pyarrow", "deltalake", "typst", "vl_convert"} & set(
        loaded_by(command, "--help")
    )
