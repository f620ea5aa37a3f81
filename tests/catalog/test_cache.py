"""Is an unchanged pack read once, a changed one again, and a damaged cache ignored?"""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from esep.catalog import cache, load_catalog
from esep.catalog.load import find_pack
from esep.errors import BadPack, NotFound


def cache_file(folder: Path) -> Path:
    [file] = folder.iterdir()
    return file


def test_a_cached_catalog_is_the_same_catalog(pack: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    first, second = load_catalog(pack, kept), load_catalog(pack, kept)
    assert second == first == load_catalog(pack)
    assert second is not first


def test_an_unchanged_pack_is_not_read_again(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "cache"
    load_catalog(pack, kept)
    monkeypatch.setattr("esep.catalog.load._read", None)
    assert load_catalog(pack, kept).id == "threelands"


@pytest.mark.parametrize("change", ["edit", "touch", "add", "remove"])
def test_a_changed_pack_is_read_again(pack: Path, tmp_path: Path, change: str) -> None:
    file = pack / "registers/meetings.yaml"
    before = cache.pack_key(pack)
    match change:
        case "edit":
            file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        case "touch":
            os.utime(file, ns=(1, 1))
        case "add":
            (pack / "releases/new.csv").touch()
        case "remove":
            file.unlink()
    assert cache.pack_key(pack) != before


def test_a_mistake_made_later_is_found(pack: Path, tmp_path: Path) -> None:
    load_catalog(pack, tmp_path / "cache")
    (pack / "topics/topics.yaml").unlink()
    with pytest.raises(BadPack):
        load_catalog(pack, tmp_path / "cache")


def test_another_version_of_esep_reads_again(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.pack_key(pack)
    monkeypatch.setattr("esep.__version__", "1900.1.0")
    assert cache.pack_key(pack) != before


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 1000])
def test_a_damaged_cache_is_rebuilt(pack: Path, tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "cache"
    catalog = load_catalog(pack, kept)
    whole = cache_file(kept).read_bytes()
    cache_file(kept).write_bytes(damage)
    assert load_catalog(pack, kept) == catalog
    assert len(cache_file(kept).read_bytes()) == len(whole)


def test_a_cut_or_altered_cache_is_rebuilt(pack: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    catalog = load_catalog(pack, kept)
    whole = cache_file(kept).read_bytes()
    for damaged in (whole[:-5], whole[:200] + b"?" + whole[201:]):
        cache_file(kept).write_bytes(damaged)
        assert load_catalog(pack, kept) == catalog


def test_a_cache_builds_nothing_but_our_own_values(pack: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    catalog = load_catalog(pack, kept)
    payload = pickle.dumps(subprocess.Popen)
    key = cache.pack_key(pack)
    cache_file(kept).write_bytes(key + hashlib.sha256(payload).digest() + payload)
    assert load_catalog(pack, kept) == catalog


def test_a_cache_that_cannot_be_written_is_no_failure(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load_catalog(pack, tmp_path / "file").id == "threelands"


def test_a_cached_catalog_needs_no_reading_libraries(pack: Path, tmp_path: Path) -> None:
    load_catalog(pack, tmp_path / "cache")
    code = (
        "import sys; from pathlib import Path; from esep.catalog import load_catalog; "
        f"load_catalog({str(pack)!r}, Path({str(tmp_path / 'cache')!r})).search('pulse'); "
        "print([name for name in ('yaml', 'jsonschema', 'rapidfuzz') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_pack_is_named_by_id_or_by_folder(pack: Path) -> None:
    assert find_pack("kazakhstan").name == "kazakhstan"
    assert find_pack(pack) == pack.resolve()
    with pytest.raises(NotFound, match="kazakhstan"):
        find_pack("atlantis")
