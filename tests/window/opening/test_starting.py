"""The start page: recent files by their titles, kept, forgotten, and windows beside this one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from viewer.loading import LateProver, LoadTask
from viewer.settings import Settings, load_settings
from viewer.settings.file_memory import FileMemory
from viewer.window.appearance import WindowAppearance
from viewer.window.opening.starting import Starting
from viewer.window.opening.welcome_page import StartPage
from viewer.window.wiring import Wired, wire


@pytest.fixture
def settings(tmp_path: Path, small_file: Path) -> Settings:
    settings = load_settings(tmp_path / "settings.json")
    memory = FileMemory(settings)
    for path, title in ((small_file, "小报"), (tmp_path / "gone.yaml", "旧报")):
        settings.remember_file(path)
        memory.note_title(path, title)
    return settings


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings) -> Wired:
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    wired.window.show()
    return wired


@pytest.fixture
def page(wired: Wired) -> StartPage:
    return wired.window.start


def rows(page: StartPage) -> list[str]:
    return [page.recent.item(n).text().split("\n")[0] for n in range(page.recent.count())]


def test_files_stand_by_their_titles_and_those_that_are_gone_say_so(page: StartPage) -> None:
    assert rows(page) == ["旧报 · 文件不在了", "小报"]
    assert page.recent.isVisible()
    assert page.recent.item(0).foreground() != page.recent.item(1).foreground()


def test_the_list_is_as_high_as_its_files_and_shows_them_all(wired: Wired, page: StartPage) -> None:
    wired.window.resize(1920, 1080)
    QApplication.processEvents()
    last = page.recent.visualItemRect(page.recent.item(page.recent.count() - 1))
    assert page.recent.viewport().rect().contains(last)
    assert page.recent.viewport().height() - last.bottom() < last.height() / 2


def test_enter_opens_and_del_takes_off_the_list(wired: Wired, page: StartPage, qtbot) -> None:
    page.recent.setCurrentRow(0)
    qtbot.keyClick(page.recent, Qt.Key.Key_Delete)
    assert rows(page) == ["小报"]
    page.recent.setFocus()
    page.recent.setCurrentRow(0)
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wired.workspace.briefing is not None, timeout=5000)
    assert wired.workspace.briefing is not None and wired.workspace.briefing.title == "小报"


def test_enter_presses_a_button_of_the_page_and_the_words_have_the_focus_then(
    wired: Wired, page: StartPage, qtbot
) -> None:
    page.sample.setFocus()
    qtbot.keyClick(page.sample, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wired.workspace.briefing is not None, timeout=5000)
    assert wired.window.focusWidget() is wired.window.passage


def test_a_pinned_file_comes_first_and_outlives_the_clearing(page: StartPage) -> None:
    page.recent.setCurrentRow(1)
    page.pin.click()
    assert rows(page) == ["小报 · 已固定", "旧报 · 文件不在了"]
    page.clear.click()
    assert rows(page) == ["小报 · 已固定"]


def test_a_new_window_opens_the_same_file_and_further_dropped_files_one_each(
    wired: Wired, small_file: Path
) -> None:
    asked: list[list[str]] = []
    starting = wired.window.findChild(Starting)
    assert starting is not None
    starting.launch = lambda arguments: not asked.append(arguments)
    wired.window.actions_by_id["new-window"].trigger()
    wired.window.dropped_beside.emit(small_file)
    assert asked == [["--new-window"], ["--new-window", str(small_file)]]


def test_a_window_that_cannot_be_started_is_told(wired: Wired) -> None:
    starting = wired.window.findChild(Starting)
    assert starting is not None
    starting.launch = lambda arguments: False
    starting.open_beside(None)
    assert "--new-window" in wired.window.issues.heading.text()


def test_a_report_that_is_opened_as_a_file_is_drafted_from(wired: Wired, tmp_path, qtbot) -> None:
    report = tmp_path / "报告.docx"
    action = wired.window.actions_by_id["new"]
    action.triggered.disconnect()
    with qtbot.waitSignal(action.triggered):
        wired.filing.open(report)
    assert action.data() == report
    reading = LoadTask(report, LateProver())
    with qtbot.waitSignal(action.triggered):
        wired.filing.await_reading(reading)
    assert action.data() == report
