"""A fault at each open, read, write and rename is one plain sentence, and the program goes on."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from tests.faults.injected import at, faults, sweeps
from viewer import pipeline
from viewer.cli import main
from viewer.draft.readers import read_report
from viewer.draft.readers.report import Report
from viewer.export.chart_images import Caption
from viewer.i18n import Words, load
from viewer.i18n.content_language import own_words
from viewer.i18n.messages import _catalogue
from viewer.loading import LoadTask, Opened
from viewer.model import ViewerError
from viewer.present.records.question_log import Leaving
from viewer.rendering.faces import choose_faces
from viewer.resources import resource
from viewer.settings import load_settings
from viewer.settings.atomic import BACKUP
from viewer.talk import Question, talk_of
from viewer.window.appearance import WindowAppearance
from viewer.window.figures.chart_copy import TAKINGS, Copied
from viewer.window.navigation.issue_navigation import line_of

WORDS = load("zh_CN")
SMALL = """\
briefing: 1
title: 小报
sections:
  - id: one
    title: 第一节
    passage: 全市出台39份文件，前年3件，去年5件，抓获嫌疑人1.6万名。
    metrics:
      - {id: papers, label: 文件, value: 39, unit: 份, cite: 出台39份文件}
      - {id: caught, label: 嫌疑人, value: 1.6万, unit: 名, cite: 抓获嫌疑人1.6万名}
      - id: cases
        label: 办件
        unit: 件
        series:
          - {period: "2019", value: 3, cite: 前年3件}
          - {period: "2020", value: 5, cite: 去年5件}
    charts:
      - {title: 文件, metrics: [papers]}
      - {title: 嫌疑人, metrics: [caught]}
  - id: two
    title: 第二节
    passage: 建成中心203个。
    metrics:
      - {id: centres, label: 中心, value: 203, unit: 个, cite: 建成中心203个}
"""
ONE_SECTION = ("--section", "one")
WITHOUT = {"open", "close", "fsync", "stat", "lstat", "scandir", "unlink"}
"""Calls that can be done without: a folder's sync, a look for litter, whether it is a link."""
LOOKED_AT = {"fstat", "read"}
"""The same of a look at how a file begins, whose reader tells what is wrong with it."""
each_sweep = pytest.mark.parametrize("sweep", sweeps(), ids=str)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("全省建成中心203个，抓获嫌疑人1.6万名。\n", "utf-8")
    return path


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def opened_file(path: Path) -> Opened:
    """The file read and proven."""
    reading = LoadTask(path, pipeline).start()
    assert reading.wait(30)
    assert isinstance(reading.outcome, Opened)
    return reading.outcome


def said_once(told: str, path: Path) -> None:
    """One line, with the path, in the catalogue's words."""
    assert len(told.strip().splitlines()) == 1, told
    assert path.name in told
    assert "Traceback" not in told
    assert "{" not in told
    assert not told.startswith("error.")


@each_sweep
@pytest.mark.parametrize(
    ("command", "target"),
    [
        (("check", "IN"), ""),
        (("export", "IN", "-o", "OUT", "--overwrite"), "out.md"),
        (("export", "IN", "-o", "OUT", "--overwrite"), "out.csv"),
        (("export", "IN", "-o", "OUT", "--overwrite"), "out.json"),
        (("draft", "REPORT", "-o", "OUT", "--force"), "out.yaml"),
        (("figures", "REPORT"), ""),
        (("compare", "IN", "REPORT"), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_every_fault_of_a_command_is_one_line_with_the_path_and_keeps_the_old_file(
    file, report, tmp_path, capsys, sweep, command, target
):
    out = tmp_path / "out" / (target or "none")
    out.parent.mkdir()
    if target:
        out.write_bytes(b"old")
    places = {"IN": str(file), "OUT": str(out), "REPORT": str(report)}
    before = (file.read_bytes(), report.read_bytes())
    met = set()

    def deed() -> tuple[int, str, str]:
        code = main([places.get(word, word) for word in command])
        told = capsys.readouterr()
        return code, told.out, told.err

    for call, (code, _, err) in faults(tmp_path, sweep, deed):
        met.add(call)
        if code == 0:
            assert call in (WITHOUT | LOOKED_AT if command[0] == "compare" else WITHOUT), call
        else:
            assert code == 2
            said_once(err, next(p for p in (out, file, report, out.parent) if str(p) in err))
            assert not target or out.read_bytes() == b"old"
        backup = out.with_name(out.name + BACKUP)
        assert names(out.parent) <= {out.name, *([backup.name] if command[0] == "draft" else [])}
        assert not backup.exists() or backup.read_bytes() == b"old"
        backup.unlink(missing_ok=True)
        if target:
            out.write_bytes(b"old")
    assert (file.read_bytes(), report.read_bytes()) == before
    assert met >= ({"open", "write", "fsync", "replace"} if target else {"open"})


@each_sweep
def test_every_fault_of_the_settings_is_told_or_done_without(tmp_path, sweep):
    path = tmp_path / "folder" / "settings.json"
    zooms = iter(n / 100 for n in range(100, 399))

    def deed() -> tuple[ViewerError | None, ViewerError | None]:
        settings = load_settings(path)
        settings.put("zoom", next(zooms))
        return settings.notice, settings.save()

    deed()
    for _, (notice, stop) in faults(tmp_path, sweep, deed):
        for told in filter(None, (notice, stop)):
            said_once(WORDS.of_error(told), path)
        assert load_settings(path).notice is None
        assert names(path.parent) == {"settings.json"}


@each_sweep
def test_a_folder_of_settings_that_cannot_be_made_is_told(tmp_path, sweep):
    path = tmp_path / "folder" / "settings.json"

    def deed() -> ViewerError | None:
        shutil.rmtree(path.parent, ignore_errors=True)
        settings = load_settings(path)
        settings.put("zoom", 2.0)
        return settings.save()

    told = dict(faults(at("settings/atomic.py:private_folder"), sweep, deed))
    assert isinstance(told["mkdir"], ViewerError)
    said_once(WORDS.of_error(told["mkdir"]), path)


@each_sweep
def test_every_fault_of_the_files_of_a_talk_is_one_sentence(file, tmp_path, sweep):
    opened = opened_file(file)
    talk = talk_of(opened.briefing, opened.proof.figures)
    path = tmp_path / "talk" / "questions.txt"
    path.parent.mkdir()
    path.write_bytes(b"old")
    leaving = Leaving(talk, WORDS, lambda *_: str(path))
    leaving.choose(None)
    path.write_bytes(b"old")
    question = Question(datetime(2021, 3, 4, 12, 30), "", "为什么？", 1)
    for deed in (
        lambda: leaving.take((*leaving.questions, question)),
        lambda: leaving.save_times(None, "第一节 01:00"),
    ):
        for _, told in faults(path.parent, sweep, deed):
            if told and path.read_bytes() == b"old":
                said_once(told, path)
            assert names(path.parent) == {path.name}
            path.write_bytes(b"old")
    assert "为什么？" not in path.read_text("utf-8")
    leaving.save()
    assert path.read_text("utf-8").count("为什么？") > 3  # none was lost by a fault


@each_sweep
@pytest.mark.parametrize("taking", TAKINGS[2:], ids=lambda taking: taking.words)
def test_every_fault_of_a_saved_chart_is_one_sentence(qapp, file, tmp_path, sweep, taking):
    from viewer.chart import compile_section

    opened = opened_file(file)
    section = opened.briefing.sections[0]
    scene = compile_section(section, opened.briefing, opened.proof.figures, WORDS)[0]
    copied = Copied(scene, WORDS, Caption())
    path = tmp_path / "charts" / "chart.bin"
    path.parent.mkdir()

    def deed() -> ViewerError | None:
        try:
            taking.take(copied, lambda *_: path)
        except ViewerError as error:
            return error
        return None

    path.write_bytes(b"old")
    for call, stop in faults(path.parent, sweep, deed):
        if stop is None:
            assert call in WITHOUT
        else:
            said_once(WORDS.of_error(stop), path)
            assert path.read_bytes() == b"old"
        assert names(path.parent) == {path.name}
        path.write_bytes(b"old")


@each_sweep
def test_every_fault_of_a_file_that_is_opened_is_a_stop_for_the_window(file, sweep):
    def deed() -> LoadTask:
        reading = LoadTask(file, pipeline).start()
        assert reading.wait(30)
        return reading

    for _, reading in faults(file.parent, sweep, deed):
        if reading.before is None:  # the look before it is read: the first look after it counts
            assert isinstance(reading.outcome, Opened)
            continue
        assert isinstance(reading.outcome, ViewerError)
        said_once(WORDS.of_error(reading.outcome), file)


@each_sweep
def test_every_fault_of_a_report_that_is_read_is_one_sentence_and_keeps_it(report, sweep):
    def deed() -> Report | ViewerError:
        try:
            return read_report(report)
        except ViewerError as error:
            return error

    before = report.read_bytes()
    for _, told in faults(report.parent, sweep, deed):
        assert isinstance(told, ViewerError)
        said_once(WORDS.of_error(told), report)
    assert report.read_bytes() == before
    assert isinstance(deed(), Report)


@each_sweep
def test_every_fault_of_a_folder_of_pictures_is_one_line_and_leaves_whole_pictures(
    file, tmp_path, capsys, sweep
):
    folder = tmp_path / "new" / "pictures"
    met = set()

    def deed() -> tuple[int, str]:
        code = main(["export", str(file), "--to", "svg", "-o", str(folder), *ONE_SECTION])
        return code, capsys.readouterr().err

    assert deed()[0] == 0
    whole = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert len(whole) > 1
    shutil.rmtree(folder.parent)
    for call, (code, err) in faults(folder.parent, sweep, deed):
        met.add(call)
        written = {one.name: one.read_bytes() for one in folder.glob("*")}
        if code == 0:
            assert call in WITHOUT, call
            assert written == whole
        else:
            assert code == 2
            said_once(err, next(p for p in (*(folder / n for n in whole), folder) if str(p) in err))
            assert written.items() <= whole.items()
        shutil.rmtree(folder.parent, ignore_errors=True)
    assert met >= {"mkdir", "open", "write", "replace"}


@each_sweep
def test_a_fault_while_a_line_is_looked_up_shows_no_line_and_stops_nobody(file, sweep):
    met = set()
    for call, line in faults(file.parent, sweep, lambda: line_of(file, 1)):
        met.add(call)
        assert line == ""
    assert met >= {"open"}
    assert line_of(file, 1) == file.read_text("utf-8").splitlines()[0].strip()


@each_sweep
@pytest.mark.parametrize(
    "command", [("check", "IN"), ("draft", "REPORT", "-o", "-"), ("figures", "REPORT"), ("schema",)]
)
def test_every_fault_of_what_travels_with_the_program_is_one_line_with_its_path(
    file, report, capsys, sweep, command
):
    places = {"IN": str(file), "REPORT": str(report)}

    def deed() -> tuple[int, str]:
        _catalogue.cache_clear()
        code = main([places.get(word, word) for word in command])
        return code, capsys.readouterr().err

    met = []
    for call, (code, err) in faults(resource(), sweep, deed):
        met.append(call)
        assert code == 2
        assert len(err.splitlines()) == 1, err
        assert str(resource()) in err
        assert "Traceback" not in err
    assert "open" in met


@pytest.mark.parametrize("data", [b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_catalogue_is_one_line_with_its_path(tmp_path, monkeypatch, capsys, data):
    (tmp_path / "zh_CN.mo").write_bytes(data)
    monkeypatch.setattr("viewer.i18n.messages.resource", lambda *parts: tmp_path / parts[-1])
    assert main(["--help", "--language", "zh_CN"]) == 2
    said_once(capsys.readouterr().err, tmp_path / "zh_CN.mo")


def test_a_language_that_cannot_be_read_is_told_in_the_one_that_is_spoken(qapp, tmp_path, qtbot):
    appearance = WindowAppearance(
        qapp, load_settings(tmp_path / "s.json"), choose_faces(), WORDS, "light"
    )
    refused: list[ViewerError] = []
    appearance.refused.connect(refused.append)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("viewer.i18n.messages.resource", lambda *parts: tmp_path / parts[-1])
        appearance.set_language("en")
    assert appearance.style.words.language == "zh_CN"
    said_once(appearance.style.words.of_error(refused[0]), tmp_path / "en.mo")
    appearance.undress()


def test_a_chart_whose_own_language_cannot_be_read_speaks_the_readers(monkeypatch, tmp_path, file):
    opened = opened_file(file)
    briefing = opened.briefing
    monkeypatch.setattr("viewer.i18n.messages.resource", lambda *parts: tmp_path / parts[-1])
    english = Words("en", WORDS.table)
    assert own_words(briefing.sections[0], briefing, english) is english
