"""A backup holds the registers as of one moment, also while somebody writes to them."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from esep.store.archive import archive
from esep.store.registers import Registers
from esep.store.registers.copying import BESIDE
from esep.store.registers.database import file_address
from esep.store.restore import restore
from esep.store.store import PackReference, Store
from tests.store.registers.test_many_writers import WRITER, check, written

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store", PackReference("threelands"), now=NOW)


def test_a_backup_while_somebody_writes_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    address = file_address(store.home)
    Registers.open(address).close()
    writer = subprocess.Popen([sys.executable, str(WRITER), address, "1", "100000", "5"])
    try:
        deadline = time.monotonic() + 60
        while written(address) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        target = tmp_path / "backup.zip"
        manifest = archive(store, target, now=NOW)
    finally:
        writer.kill()
        writer.wait()
    assert "registers.db" in [member.path for member in manifest.files]
    home = tmp_path / "restored"
    restore(target, home, now=NOW)
    assert 3 <= check(file_address(home)) <= written(address)
    assert not any((home / name).exists() for name in BESIDE if name.endswith("journal"))


def test_a_store_without_registers_is_backed_up_as_before(store: Store, tmp_path: Path) -> None:
    manifest = archive(store, tmp_path / "backup.zip", now=NOW)
    assert "registers.db" not in [member.path for member in manifest.files]
