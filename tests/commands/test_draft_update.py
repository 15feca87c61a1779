"""An update loses nothing of the author's: it stands in the file, is listed, or all is refused."""

from __future__ import annotations

import io
import os
import stat
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from tests.budget import examples
from tests.draft.damage import FILE, REPORT, damaged, marks, reports
from viewer.cli import main
from viewer.datafile import read_briefing
from viewer.draft import draft_report

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


def drafted(folder: Path, *more: str) -> tuple[int, str, str]:
    """The code of `draft --language en REPORT ...`, and what it says on both streams."""
    said, told = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(told):
        code = main(["draft", str(folder / "report.txt"), *more, "--language", "en"])
    return code, said.getvalue(), told.getvalue()


def updated(folder: Path, *more: str) -> tuple[int, str, str]:
    return drafted(folder, "--update", str(folder / "mine.yaml"), *more)


@examples(40, 1_000)
@given(damaged(), reports())
def test_whatever_happened_to_the_file_nothing_of_the_author_leaves_it_unsaid(
    data: bytes, report: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.txt").write_text(report, encoding="utf-8")
        file, copy = folder / "mine.yaml", folder / "mine.yaml.bak"
        file.write_bytes(data)
        code, _, told = updated(folder)
        if code == 2:
            assert file.read_bytes() == data
            assert not copy.exists()
            return
        before, after = data.decode("utf-8"), file.read_bytes().decode("utf-8")
        assert marks(before) <= marks(after + told)
        assert copy.exists() == (file.read_bytes() != data)
        assert not copy.exists() or copy.read_bytes() == data
        reading = read_briefing(file.read_bytes())
        assert reading.issues == ()


SLIPS = {
    "a space too few": (FILE.replace("  - id: livestock", " - id: livestock"), 35),
    "a value with its unit": (FILE.replace("value: 61", "value: 61家"), 48),
    "an id twice": (FILE.replace("id: farms", "id: pigs"), 46),
    "a wrong figure": (FILE.replace("value: 61", "value: 16"), 50),
    "a field that is none": (FILE.replace("language:", "langage:"), 4),
}


@pytest.mark.parametrize(("text", "line"), SLIPS.values(), ids=list(SLIPS))
def test_a_file_with_a_mistake_is_refused_with_its_name_and_the_first_place(
    folder: Path, text: str, line: int
) -> None:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    code, said, told = updated(folder)
    assert (code, said) == (2, "")
    assert "mine.yaml" in told
    assert f"line {line}," in told
    assert "briefing-viewer check" in told
    assert (folder / "mine.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16"])
def test_a_file_in_another_encoding_is_refused(folder: Path, encoding: str) -> None:
    data = FILE.encode(encoding, "replace")
    (folder / "mine.yaml").write_bytes(data)
    assert updated(folder)[0] == 2
    assert (folder / "mine.yaml").read_bytes() == data


def test_a_field_that_slipped_into_a_passage_is_refused(folder: Path) -> None:
    slipped = FILE.replace(
        "    metrics:\n      - id: catch", "      notes: 备注08\n    metrics:\n      - id: catch"
    )
    (folder / "mine.yaml").write_text(slipped, encoding="utf-8")
    code, _, told = updated(folder)
    assert code == 2
    assert "备注08" in told
    assert (folder / "mine.yaml").read_text("utf-8") == slipped


def test_what_an_update_takes_out_is_listed_on_standard_error(folder: Path) -> None:
    shorter = REPORT.replace(
        "二、畜牧\n全年出栏生猪540万头，存栏肉牛83万头。新增规模养殖场61家。\n", ""
    )
    (folder / "report.txt").write_text(shorter, encoding="utf-8")
    commented = FILE.replace("  - id: livestock", "  # 批注07\n  - id: livestock")
    (folder / "mine.yaml").write_text(commented, encoding="utf-8")
    code, said, told = updated(folder)
    assert code == 0
    assert marks(told) == {"标签04", "标签05", "备注05", "批注07"}
    assert "畜牧" in told
    assert marks(said) == set()
    assert (folder / "mine.yaml.bak").read_text("utf-8") == commented


def test_marks_and_line_ends_of_the_file_stay(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    (folder / "mine.yaml").write_bytes(data)
    (folder / "report.txt").write_text(REPORT.replace("312万", "315万"), encoding="utf-8")
    assert updated(folder)[0] == 0
    after = (folder / "mine.yaml").read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# ")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert "315万".encode() in after


def test_an_update_of_a_file_that_is_saved_meanwhile_leaves_it_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from viewer.commands import draft

    plain = draft_report

    def slow(*given: Any) -> object:
        (folder / "mine.yaml").write_text(FILE + "# 批注09\n", encoding="utf-8")
        return plain(*given)

    monkeypatch.setattr(draft, "draft_report", slow)
    (folder / "report.txt").write_text(REPORT.replace("312万", "315万"), encoding="utf-8")
    code, _, told = updated(folder)
    assert code == 2
    assert "mine.yaml" in told
    assert (folder / "mine.yaml").read_text("utf-8") == FILE + "# 批注09\n"


@posix
def test_the_copy_has_the_rights_of_the_file(folder: Path) -> None:
    (folder / "mine.yaml").chmod(0o600)
    (folder / "report.txt").write_text(REPORT.replace("312万", "315万"), encoding="utf-8")
    assert updated(folder)[0] == 0
    for name in ("mine.yaml", "mine.yaml.bak"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


@posix
def test_a_draft_never_replaces_its_own_report(folder: Path) -> None:
    report = folder / "report.txt"
    (folder / "link.yaml").symlink_to(report)
    os.link(report, folder / "same.yaml")
    for name in ("report.txt", "link.yaml", "same.yaml"):
        code, _, told = drafted(folder, "-o", str(folder / name), "--force")
        assert code == 2
        assert name in told
    assert report.read_text("utf-8") == REPORT


def test_a_file_that_is_overwritten_by_force_stays_as_its_copy(folder: Path) -> None:
    assert drafted(folder, "-o", str(folder / "mine.yaml"), "--force")[0] == 0
    assert (folder / "mine.yaml.bak").read_text("utf-8") == FILE
