"""Do the committed files leave it to the machine where libraries come from?"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Written in pieces, so that this file does not find itself.
HOSTS = re.compile(rb"py" + rb"pi\.org|python" + rb"hosted|-index-" + rb"url|--find-" + rb"links")


def committed_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git work tree: nothing tells which files are committed")
    listing = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = listing.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_committed_file_names_a_package_index() -> None:
    naming = [path for path in committed_files() if HOSTS.search(path.read_bytes())]
    assert naming == []


def test_every_required_library_is_pinned_by_hash() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8"))
        pinned = [entry for entry in entries if entry.strip() and not entry.startswith("#")]
        assert pinned
        assert [entry for entry in pinned if "==" not in entry or "--hash=" not in entry] == []
