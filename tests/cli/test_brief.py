"""Does `esep brief` say what is wrong with a request, offer what there is, and never break?"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from esep.cli.main import run

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Output = pytest.CaptureFixture[str]
Brief = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("brief") / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    return home


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def brief(home: Path, out: Path, capsys: Output) -> Brief:
    """The command with an answer to every option; what a test gives comes last and wins."""

    def call(region: str = "TL-RIV", *options: str) -> tuple[int, str, str]:
        capsys.readouterr()
        usual = ["--period", "2023", "--on", "2024-06-14", "--format", "json"]
        where = ["--home", str(home), "--out", str(out)]
        code = run(["brief", region, *usual, *where, *options])
        printed, told = capsys.readouterr()
        assert "Traceback" not in printed + told
        assert "defect of esep" not in told
        return code, printed, told

    return call


def written(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir()) if out.exists() else []


# -- what it writes ------------------------------------------------------------------------


def test_results_go_to_stdout_and_remarks_to_stderr(brief: Brief, out: Path) -> None:
    code, printed, told = brief()
    assert code == 0
    assert written(out) == ["TL-RIV-2023-on-2024-06-14.ledger.json"]
    assert printed.splitlines()[0] == str(out / "TL-RIV-2023-on-2024-06-14.ledger.json")
    assert "esep explain FACT_ID" in told
    assert "esep explain" not in printed


def test_json_gives_files_and_key_figures_only(brief: Brief) -> None:
    code, printed, told = brief("TL-RIV", "--json")
    (answer,) = json.loads(printed)
    assert (code, told) == (0, "")
    assert answer["region"] == "TL-RIV"
    assert answer["key_figures"][0]["fact_id"].startswith("product:TL-RIV:2023:level@")


@pytest.mark.parametrize("name", ["TL-RIV", "tl-riv", "River Region", "Речная область", "Өзен"])
def test_a_region_is_named_by_code_or_name(brief: Brief, out: Path, name: str) -> None:
    code, _, told = brief(name)
    if name == "Өзен":  # no name of the pack, but the nearest one is offered
        assert code == 2
        assert "TL-RIV" in told
        return
    assert code == 0, told
    assert written(out) == ["TL-RIV-2023-on-2024-06-14.ledger.json"]


def test_all_writes_every_region_of_the_day(brief: Brief, out: Path) -> None:
    code, printed, told = brief("all", "--jobs", "1")
    assert code == 0
    assert len(written(out)) == 3
    assert "3 regions, 3 files." in told
    assert len(printed.splitlines()) == 3


def test_several_processes_write_what_one_writes(brief: Brief, out: Path, tmp_path: Path) -> None:
    brief("all", "--jobs", "1", "--format", "html,json")
    alone = {path.name: path.read_bytes() for path in out.iterdir()}
    code, *_ = brief("all", "--jobs", "2", "--format", "html,json", "--out", str(tmp_path / "two"))
    assert code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()} == alone


def test_chosen_languages_and_formats_are_written_and_no_other(brief: Brief, out: Path) -> None:
    code, *_ = brief("TL-RIV", "--lang", "kk, en", "--format", "html, docx")
    assert code == 0
    stem = "TL-RIV-2023-on-2024-06-14"
    assert written(out) == [
        f"{stem}.{rest}" for rest in ("en.docx", "en.html", "kk.docx", "kk.html")
    ]


# -- what is wrong with a request ----------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "options", "wants"),
    [
        ("TL-RVI", [], ["no region 'TL-RVI'", "TL-RIV"]),
        ("Rivver Region", [], ["TL-RIV"]),
        ("TL", [], ["TL is the country", "`all`"]),
        ("TL-HIL", ["--meeting", "tl-2024-06-14"], ["was about TL-RIV, not TL-HIL"]),
        ("TL-RIV", ["--meeting", "tl-2024-06-41"], ["tl-2024-06-41", "tl-2024-06-14"]),
        ("TL-RIV", ["--period", "2023-13"], ["not a period", "2024-01/2024-04"]),
        ("TL-RIV", ["--period", ""], ["not a period"]),
        ("TL-RIV", ["--period", "2024-05/2024-01"], ["not a period"]),
        ("TL-RIV", ["--on", "14.06.2024"], ["'14.06.2024' is not a date", "2024-06-14"]),
        ("TL-RIV", ["--as-of", "soon"], ["'soon' is not a date"]),
        ("TL-RIV", ["--period", "1990"], ["nothing can be said", "from 2021 to"]),
        ("TL-RIV", ["--on", "2021-06-01"], ["has not begun", "later --on"]),
        ("TL-RIV", ["--period", "2021", "--on", "2021-06-01"], ["nothing can be said", "--on"]),
        ("TL-RIV", ["--as-of", "2020-01-01"], ["nothing can be said", "no figures are known"]),
        ("TL-LAK", ["--period", "2021", "--on", "2022-01-01"], ["TL-LAK", "2022-07-01"]),
        ("TL-RIV", ["--lang", "de"], ["no language 'de'", "en, ru, kk"]),
        ("TL-RIV", ["--format", "odt"], ["no format 'odt'", "html, pdf, docx, json"]),
        ("TL-RIV", ["--outline", "mayor"], ["no outline 'mayor'", "governor"]),
        ("TL-RIV", ["--jobs", "many"], ["--jobs"]),
        ("TL-RIV", ["--home", "nowhere"], ["nowhere", "esep init"]),
        ("all", ["--period", "nonsense", "--jobs", "2"], ["not a period"]),
        ("all", ["--meeting", "tl-2024-06-14"], ["was about TL-RIV"]),
        ("all", ["--period", "1990", "--jobs", "2"], ["nothing can be said of TL-HIL"]),
    ],
)
def test_a_wrong_request_is_told_with_what_there_is(
    brief: Brief, out: Path, region: str, options: list[str], wants: list[str]
) -> None:
    code, printed, told = brief(region, *options)
    assert (code, printed) == (2, "")
    for want in wants:
        assert want in told
    assert written(out) == []


def test_an_empty_choice_means_everything(brief: Brief) -> None:
    code, printed, _ = brief("TL-RIV", "--lang", " , ", "--json")
    assert code == 0
    assert len(json.loads(printed)[0]["files"]) == 1


# -- where it may not write ----------------------------------------------------------------


def test_out_that_is_a_file_is_refused(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    code, _, told = brief("TL-RIV", "--out", str(tmp_path / "file"))
    assert code == 2
    assert "file" in told
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_out_below_a_file_is_told(brief: Brief, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    code, _, told = brief("TL-RIV", "--out", str(tmp_path / "file" / "below"))
    assert code == 1
    assert str(tmp_path / "file") in told


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(brief: Brief, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    code, _, told = brief("TL-RIV", "--out", str(closed))
    assert code == 1
    assert "Not allowed" in told


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.ENOSPC, "The disk is full."), (errno.EACCES, "Not allowed to read or write here.")],
)
def test_a_full_or_closed_disk_leaves_no_half_file(
    brief: Brief, out: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    brief()
    (ledger,) = out.iterdir()
    before = ledger.read_bytes()

    class Full:
        """A file on a disk that takes a little and then no more."""

        def __init__(self, handle: int, mode: str) -> None:
            self.file = open_file(handle, mode)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, content: bytes) -> None:
            self.file.write(content[:100])
            raise OSError(number, os.strerror(number), "the file")

    open_file = os.fdopen
    monkeypatch.setattr("esep.briefings.write.os.fdopen", Full)
    code, _, told = brief()
    assert code == 1
    assert says in told
    assert list(out.iterdir()) == [ledger]
    assert ledger.read_bytes() == before


def test_a_pack_that_lost_a_message_names_it(
    home: Path, tmp_path: Path, capsys: Output, out: Path
) -> None:
    """The store follows its pack; a wording that no longer fits is told by file and message."""
    pack = Path(shutil.copytree(PACK, tmp_path / "pack"))
    own = tmp_path / "store"
    assert run(["init", "--pack", str(pack), "--home", str(own)]) == 0
    wording = pack / "wording" / "ru" / "land.ftl"
    order = ["brief", "TL-RIV", "--period", "2024-01/2024-05", "--meeting", "tl-2024-06-14"]
    order += ["--home", str(own), "--out", str(out), "--format", "json"]
    text = wording.read_text(encoding="utf-8")
    for change, wants in {
        text.replace("shops =", "shopss ="): ["'shops'", "'ru'", "wording/ru"],
        text.replace("{ FIGURE($level) } всех", "{ FIGURES($level) } всех"): ["land.ftl, line 8"],
        text.replace("workshop-share =", "workshop-share"): ["land.ftl, line 8"],
    }.items():
        wording.write_text(change, encoding="utf-8")
        capsys.readouterr()
        assert run(order) == 2
        told = capsys.readouterr().err
        for want in wants:
            assert want in told, told
        assert "Traceback" not in told
    assert written(out) == []
