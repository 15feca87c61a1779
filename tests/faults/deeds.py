"""What a person does that reaches the disk: each deed says what it was told, '' when all went well.

A deed raises nothing: whatever it would raise is a program that did not go on.
"""

from __future__ import annotations

import contextlib
import io
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from viewer import pipeline
from viewer.cli import _drop_output, main
from viewer.commands import check, doctor
from viewer.commands.install_desktop import install
from viewer.draft.readers import conversion
from viewer.export.context import Options
from viewer.export.html.faces import latin_faces
from viewer.export.pptx.blank_deck import blank_deck
from viewer.export.table import by_name
from viewer.i18n import load
from viewer.loading import LoadTask, mark_of
from viewer.model import ViewerError
from viewer.platform import pyside_version
from viewer.platform.libraries import load_bundled
from viewer.present.records.question_autosave import QuestionAutosave, left_behind
from viewer.present.records.state_files import StateFile
from viewer.rendering.faces import load_bundled_faces
from viewer.settings import atomic_write, folder, load_settings
from viewer.window.exporting.export_controller import Exporting
from viewer.window.help.error_dialog import ErrorReporter, _crash_in, _forget_crash
from viewer.window.navigation.issue_navigation import line_of
from viewer.window.wiring import Wired

WORDS = load("zh_CN")
NOON = datetime(2021, 3, 4, 12, 30)
SMALL = """\
briefing: 1
title: 小报
sections:
  - id: one
    title: 第一节
    passage: |
      全市出台39 份文件。
    metrics:
      - {id: papers, label: 文件, value: 39, unit: 份, cite: 出台39 份文件}
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a briefing and a report, and the window that a test may have."""

    folder: Path
    wired: Wired | None = None

    @property
    def briefing(self) -> Path:
        return self.folder / "briefing.yaml"

    @property
    def report(self) -> Path:
        return self.folder / "report.txt"

    @property
    def out(self) -> Path:
        return self.folder / "out" / "out"


Deed = Callable[[Place], str]


def furnished(folder: Path) -> Place:
    """A place in which every deed can be done."""
    place = Place(folder)
    place.briefing.write_text(SMALL, "utf-8")
    place.report.write_text("全市出台39 份文件。\n全省建成中心203个。\n", "utf-8")
    place.out.parent.mkdir(exist_ok=True)
    return place


def command(*words: str) -> Deed:
    """A command: what it says on standard error, a code of 0 where that is nothing."""

    def deed(place: Place) -> str:
        told = io.StringIO()
        places = {"IN": place.briefing, "REPORT": place.report, "OUT": place.out}
        argv = [str(places.get(word, word)) for word in words]
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
            code = main(argv)
        assert code == (2 if told.getvalue() else 0)
        return told.getvalue()

    return deed


def desktop_installed(place: Place) -> str:
    """The program put into the desktop of a person who had none of it."""
    shutil.rmtree(place.folder / "data", ignore_errors=True)
    return _on_desktop(place, "install-desktop")


def desktop_removed(place: Place) -> str:
    """The program taken out of a desktop that has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", "/nowhere/python")
        install(place.folder / "data")
    return _on_desktop(place, "install-desktop", "--uninstall")


def _on_desktop(place: Place, *words: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(place.folder / "data"))
        patch.setenv("PATH", "")
        patch.setattr(sys, "executable", "/nowhere/python")  # the icons are drawn elsewhere
        return command(*words)(place)


def old_word_converted(place: Place) -> str:
    """An old Word file put where an office makes a .docx of it."""

    def office(command: list[str], *_others: object) -> None:
        Path(command[-1]).with_suffix(".docx").write_bytes(b"PK")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "office", lambda: "office")
        patch.setattr(conversion, "_run", office)
        try:
            conversion.to_docx(b"old", 1_000, lambda: False)
        except ViewerError as error:
            return WORDS.of_error(error)
    return ""


def watched(place: Place) -> str:
    """A check that looks three times whether the file was saved."""
    looks = iter(range(3))

    def sleep(_: float) -> None:
        if next(looks, None) is None:
            raise KeyboardInterrupt
        place.briefing.touch()

    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        code = check.run([str(place.briefing), "--watch"], WORDS, sleep)
    assert code == 0
    return ""


def doctored(_: Place) -> str:
    """The doctor, who must end whatever is wrong; what Qt says stands in for another process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", "/nowhere/python")
        patch.setattr(platform, "_platform_cache", {})
        found = list(doctor.examine({}, WORDS))
    (qt,) = (one.value for one in found if one.name == "qt")
    return "" if "/nowhere/python" in qt else qt


def parts_looked_for(_: Place) -> str:
    """The doctor's look at what is installed: a part that is there, and one that is not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doctor, "PARTS", ("PyYAML", "no-such-part"))
        findings = list(doctor._versions(WORDS))
    assert {one.name for one in findings} >= {"program", "python", "parts"}
    return ""


def settings_saved(place: Place) -> str:
    """Settings read, changed, and written."""
    path = place.folder / "settings" / "settings.json"
    settings = load_settings(path)
    settings.put("zoom", 3.0 if settings.number("zoom") == 2.0 else 2.0)
    told = settings.notice or settings.save()
    return WORDS.of_error(told) if told else ""


def settings_opened(place: Place) -> str:
    """Settings written into a folder that others could look into."""
    folder = place.folder / "settings"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    return settings_saved(place)


def settings_broken(place: Place) -> str:
    """Settings that are no JSON, which are set aside; that they are is no failure."""
    path = place.folder / "settings.json"
    path.write_bytes(b"no settings")
    told = load_settings(path).notice
    assert told is not None
    return "" if told.code == "settings-broken" else WORDS.of_error(told)


def device_written(_: Place) -> str:
    """Something written into a device."""
    try:
        atomic_write(Path("/dev/null"), b"something")
    except ViewerError as error:
        return WORDS.of_error(error)
    return ""


def litter_removed(place: Place) -> str:
    """A file written beside what a killed process left there."""
    (place.out.parent / ".briefing-000000000000.part").write_bytes(b"half")
    try:
        atomic_write(place.out, b"something")
    except ViewerError as error:
        return WORDS.of_error(error)
    return ""


def questions_kept(place: Place) -> str:
    """Questions of a talk kept, saved elsewhere, and others left behind for the next start."""
    shutil.rmtree(place.folder / "state", ignore_errors=True)
    kept = QuestionAutosave(place.folder / "state")
    kept.keep(NOON, "为什么？")
    kept.forget()
    kept.keep(NOON, "从哪里来？")
    state = place.folder / "state"
    del kept
    for told in left_behind(state):
        os.utime(told, (0, 0))
    left_behind(state)
    return ""


def talk_marked(place: Place) -> str:
    """Where a talk is, written down, found by the next one and taken away."""
    folder, file = place.folder / "state", place.folder / "a.yaml"
    mark = StateFile(folder, "talk", file)
    mark.write({"step": 1})
    mark.hold({"step": 2})
    StateFile(folder, "talk", file).left()
    mark.remove()
    return ""


def output_dropped(_: Place) -> str:
    _drop_output()
    return ""


def line_shown(place: Place) -> str:
    """The line of an issue that was clicked."""
    assert line_of(place.briefing, 1) in ("briefing: 1", "")
    return ""


def followed(place: Place) -> str:
    """A look at the file whether it was saved."""
    mark_of(place.briefing)
    return ""


def deck_begun(_: Place) -> str:
    """A deck without slides, from the library's own."""
    try:
        blank_deck()
    except ViewerError as error:
        return WORDS.of_error(error)
    return ""


def faces_loaded(_: Place) -> str:
    load_bundled_faces()
    return ""


def faces_brought_along(_: Place) -> str:
    """The faces of an English page: where they cannot be read it names others."""
    latin_faces.cache_clear()
    latin_faces()
    latin_faces.cache_clear()
    return ""


def versions_read(_: Place) -> str:
    pyside_version()
    return ""


def portable(place: Place) -> str:
    """The place of the settings asked for, in a bundle."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "bundle_folder", lambda: place.folder)
        folder.settings_file({}, "linux")
    return ""


def bundle_loaded(place: Place) -> str:
    """The libraries of a bundle that brings none."""
    (place.folder / "lib").mkdir(exist_ok=True)
    (place.folder / "lib" / "order.txt").write_text("", "utf-8")
    load_bundled(place.folder)
    return ""


def words_loaded(_: Place) -> str:
    try:
        load("en")
    except ViewerError as error:
        return WORDS.of_error(error)
    return ""


def logged(place: Place) -> str:
    """A mistake of our own, and a crash of the last start: the terminal hears of what fails."""
    log = place.folder / "log" / "viewer.log"
    told = io.StringIO()
    trouble = ErrorReporter(log, lambda: WORDS, QCoreApplication.instance())
    with contextlib.redirect_stderr(told):
        trouble._log("a mistake")
    trouble.watch_for_crashes()
    trouble.stop_watching()
    trouble.deleteLater()
    _forget_crash(log.with_name("viewer-crash.log"))
    with contextlib.suppress(OSError):  # its only caller takes it for nothing
        _crash_in(log)
    return ""


def opened_in_window(place: Place) -> str:
    """A file opened in the window: what the list of issues says."""
    wired = _window(place)
    wired.filing.open(place.briefing)
    _wait(wired)
    return _said(wired)


def table_exported(place: Place) -> str:
    """A table exported by the window."""
    return _exported(place, "csv", place.out)


def pictures_exported(place: Place) -> str:
    """Pictures exported by the window into a folder that is made for them."""
    said = _exported(place, "svg", place.folder / "pictures")
    shutil.rmtree(place.folder / "pictures", ignore_errors=True)
    return said


def pictures_put(place: Place) -> str:
    """Pictures exported by the window into a folder that is there."""
    (place.folder / "there.of").mkdir()
    said = _exported(place, "svg", place.folder / "there.of")
    shutil.rmtree(place.folder / "there.of")
    return said


IN_WINDOW = frozenset({opened_in_window, table_exported, pictures_exported, pictures_put})
"""Deeds that need the window of a place."""


def _exported(place: Place, name: str, target: Path) -> str:
    wired = _window(place)
    if wired.workspace.opened is None:
        wired.filing.await_reading(LoadTask(place.briefing, pipeline).start())
        _wait(wired)
    wired.filing.show_issues(False)
    exporting = Exporting(wired, load_settings(safe=True))
    exporting._target = lambda row: target
    exporting.export(by_name(name), Options())
    exporting.deleteLater()
    return _said(wired)


def _window(place: Place) -> Wired:
    assert place.wired is not None
    return place.wired


def _said(wired: Wired) -> str:
    """What the window says, if it says a stop."""
    return "" if wired.window.issues.isHidden() else wired.window.issues.heading.text()


def _wait(wired: Wired) -> None:
    reading = wired.workspace._reading
    if reading is not None:  # else it was read while the window opened it
        assert reading.wait(30)
        wired.workspace._look()
