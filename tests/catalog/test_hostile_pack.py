"""A pack with files that were made to hurt is refused in words, in seconds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from esep.catalog import load_catalog, pack_files
from esep.errors import BadPack

PACK = Path(__file__).parents[1] / "packs" / "threelands"


@pytest.fixture
def pack(tmp_path):
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


UNITS = "units/units.yaml"

HOSTILE = {
    "a number of five thousand digits": b"- id: CRN\n  kind: " + b"9" * 5000 + b"\n",
    "aliases of aliases": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "lists within lists": b"[" * 5000,
    "a Python object": b"!!python/object/apply:os.system ['true']\n",
    "NUL bytes": b"- id: \x00\n",
    "UTF-16": "- id: CRN\n".encode("utf-16"),
    "Windows-1251": "- id: тенге\n".encode("cp1251"),
    "two documents": b"- id: CRN\n---\n- id: CRN\n",
    "tabs": b"\t- id: CRN\n",
    "an endless cell": b"- id: " + b"x" * 200_000 + b"\n",
    "a workbook": b"PK\x03\x04" + bytes(200),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_of_a_pack_is_refused_with_its_name(pack, name):
    (pack / UNITS).write_bytes(HOSTILE[name])
    with pytest.raises(BadPack) as told:
        load_catalog(pack)
    assert UNITS in told.value.detail


@pytest.mark.parametrize("name", [UNITS, "topics/topics.yaml", "regions/regions.csv"])
def test_a_pipe_instead_of_a_file_is_refused_and_not_waited_for(pack, name):
    (pack / name).unlink()
    os.mkfifo(pack / name)
    with pytest.raises(BadPack):
        load_catalog(pack)


def test_a_file_beyond_the_limit_is_refused(pack, monkeypatch):
    monkeypatch.setattr(pack_files, "MAX_BYTES", 100)
    with pytest.raises(BadPack) as told:
        load_catalog(pack)
    assert "expected a smaller file" in told.value.detail
