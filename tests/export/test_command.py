from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import Server
from viewer.export.command import run
from viewer.i18n import load
from viewer.model import ViewerError

WORDS = load("zh_CN")
GOOD = """\
briefing: 1
title: 简报
sections:
  - id: one
    title: 第一节
    passage: 全省充实警力1793名，专列经费1.48亿元。
    metrics:
      - {id: officers, label: 充实警力, value: 1793, unit: 名, cite: 充实警力1793名}
"""
BAD = GOOD.replace("value: 1793", "value: 1794")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def code_of(argv: list[str]) -> str:
    with pytest.raises(ViewerError) as stopped:
        run(argv, WORDS)
    assert WORDS.of_error(stopped.value) != f"error.{stopped.value.code}"
    assert not re.search(r"\{\w+\}", WORDS.of_error(stopped.value))
    return stopped.value.code


def test_writes_what_the_suffix_names_and_says_so(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.csv"
    assert run([str(file), "-o", str(target)], WORDS) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert str(target) in capsys.readouterr().out


def test_never_overwrites_unasked(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    assert code_of([str(file), "-o", str(target)]) == "export-exists"
    assert target.read_text() == "mine"
    assert run([str(file), "-o", str(target), "--overwrite"], WORDS) == 0
    assert target.read_text("utf-8").startswith("{")


def test_never_replaces_the_data_file(file: Path) -> None:
    asked = [str(file), "-o", str(file), "--to", "json", "--overwrite"]
    assert code_of(asked) == "export-onto-source"
    assert file.read_text("utf-8") == GOOD


def test_a_briefing_with_errors_goes_out_only_by_force_and_says_so(
    file: Path, tmp_path: Path
) -> None:
    file.write_text(BAD, "utf-8")
    target = tmp_path / "out.md"
    assert code_of([str(file), "-o", str(target)]) == "export-errors"
    assert not target.exists()
    assert run([str(file), "-o", str(target), "--force"], WORDS) == 0
    assert "强制导出" in target.read_text("utf-8").split("## ")[0]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["-o", "x.docx"], "export-suffix"),
        (["-o", "x.pdf", "--to", "word"], "export-format"),
        (["-o", "x.png", "--width", "3"], "export-width"),
        (["-o", "x.png", "--scale", "3"], "usage"),
        (["-o", "x.png", "--section", "two"], "export-section"),
        (["-o", "x.csv", "--slides"], "export-option"),
        (["-o", "x.pdf", "--chart", "one/chart-1"], "export-option"),
        ([], "usage"),
    ],
)
def test_bad_arguments_are_one_plain_sentence(file: Path, more: list[str], code: str) -> None:
    assert code_of([str(file), *more]) == code


def test_the_time_comes_from_the_data_file_or_the_environment(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(file, (1_600_000_000, 1_600_000_000))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    run([str(file), "-o", str(tmp_path / "a.json")], WORDS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run([str(file), "-o", str(tmp_path / "b.json")], WORDS)
    assert '"2020-09-13T12:26:40Z"' in (tmp_path / "a.json").read_text("utf-8")
    assert '"2001-09-09T01:46:40Z"' in (tmp_path / "b.json").read_text("utf-8")


def bare(**environ: str) -> dict[str, str]:
    """The environment of a machine without a display."""
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in screens} | environ


def exported(programs: Server, file: Path, target: Path, **environ: str) -> bytes:
    """What a process of its own makes, on a machine without a display."""
    done = programs.run("export", str(file), "-o", str(target), env=bare(**environ))
    assert (done.returncode, done.stderr) == (0, b"")
    return target.read_bytes()


SUFFIXES = (".pdf", ".pptx", ".png", ".xlsx", ".html")
SAVED = 1_600_000_000
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": "/nowhere"}
ALL = """
import sys
from viewer.cli import main
file, *targets = sys.argv[1:]
sys.exit(max(main(["export", file, "-o", target]) for target in targets))
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all exports of the file, made by an interpreter that was started otherwise."""
    there = tmp_path_factory.mktemp("另一个 folder")
    same = there / "data.yaml"
    same.write_text(GOOD, "utf-8")
    os.utime(same, (SAVED, SAVED))
    targets = [str(there / f"b{suffix}") for suffix in SUFFIXES]
    done = subprocess.run(
        [sys.executable, "-c", ALL, str(same), *targets],
        env=bare(LANG="zh_CN.UTF-8", **ELSEWHERE),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return there


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_machines_far_apart_and_without_a_display_make_the_same_bytes(
    programs: Server, file: Path, elsewhere: Path, tmp_path: Path, suffix: str
) -> None:
    os.utime(file, (SAVED, SAVED))
    here = exported(programs, file, tmp_path / f"a{suffix}", TZ="UTC", LANG="zh_CN.UTF-8")
    assert here == (elsewhere / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/St_Johns"])
def test_the_table_of_a_pdf_names_the_place_of_each_object_in_every_time_zone(
    programs: Server, file: Path, tmp_path: Path, zone: str
) -> None:
    data = exported(programs, file, tmp_path / "a.pdf", TZ=zone)
    starts = [int(found) for found in re.findall(rb"startxref\n(\d+)", data)]
    assert all(data.startswith(b"xref\n", start) for start in starts)
    found = 0
    for start in starts:
        for first, count, rows in re.findall(
            rb"(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)",
            data[start : data.index(b"trailer", start)],
        ):
            lines = rows.splitlines()
            assert len(lines) == int(count)
            for number, line in enumerate(lines, start=int(first)):
                if line.split()[2] == b"n":
                    assert data.startswith(b"%d 0 obj" % number, int(line[:10]))
                    found += 1
    assert found > 20
