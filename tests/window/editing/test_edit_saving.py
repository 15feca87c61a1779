"""Edits that wait for Ctrl+S, where the settings say so: nothing is written or lost unasked."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.window.editing.test_edit_controller import (
    CTRL,
    DOUBTED,
    KEYS,
    opened,
    press,
    text_of,
)
from viewer.edit.operations import ChangeFigure
from viewer.edit.sections import JoinSection, split
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_saving import UNSAVED, Saving

__all__ = ["opened"]
RENAME = ChangeFigure("calls", (("label", "受理热线"),))
RENAMED = DOUBTED.replace("label: 本月", "label: 受理热线")


@pytest.fixture
def renamed(opened, settings, qtbot):
    """The window with an edit that waits; who closes it unasked drops it."""
    settings.put("autosave", False)
    wired = opened(DOUBTED)
    wired.window.findChild(Saving).ask = lambda *_: 1
    assert wired.window.findChild(Editing).perform([RENAME])
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    return wired


def answer(wired, number):
    """Give one answer to the next question, then drop."""
    saving = wired.window.findChild(Saving)

    def once(*_):
        saving.ask = lambda *_: 1
        return number

    saving.ask = once


def label(wired):
    return wired.workspace.section.metrics[0].label


def test_an_edit_is_shown_and_waits_until_it_is_saved(renamed, qtbot):
    assert label(renamed) == "受理热线"
    assert text_of(renamed) == DOUBTED
    assert renamed.window.windowTitle().startswith(UNSAVED)
    press(renamed, qtbot, KEYS.Key_S, CTRL)
    assert text_of(renamed) == RENAMED
    assert not renamed.window.windowTitle().startswith(UNSAVED)
    assert not renamed.window.actions_by_id["save"].isEnabled()


def test_what_is_undone_need_not_be_saved(renamed, qtbot):
    press(renamed, qtbot, KEYS.Key_Z, CTRL)
    assert label(renamed) == "本月"
    assert not renamed.window.actions_by_id["save"].isEnabled()
    assert renamed.window.findChild(Editing).session.history.redo_name


def test_sections_are_parted_and_joined_before_anything_is_written(renamed, qtbot):
    editing = renamed.window.findChild(Editing)
    text = DOUBTED.replace("走访", "\n\n      走访").encode()
    renamed.workspace.opened.path.write_bytes(text)
    renamed.filing._saved(renamed.workspace.opened.path)
    assert label(renamed) == "受理热线"
    briefing = renamed.workspace.briefing
    at = briefing.sections[0].passage.text.index("走访")
    assert editing.perform(split(briefing, "one", at, "走访"))
    assert len(renamed.workspace.briefing.sections) == 2
    assert editing.perform([JoinSection(renamed.workspace.briefing.sections[1].id)])
    assert len(renamed.workspace.briefing.sections) == 1
    assert renamed.workspace.opened.path.read_bytes() == text


def test_what_another_program_saves_meanwhile_is_kept_with_it(renamed, qtbot):
    path = renamed.workspace.opened.path
    path.write_text(DOUBTED.replace("title: 街道月报", "title: 街道二月月报"), encoding="utf-8")
    renamed.filing._saved(path)
    assert renamed.workspace.briefing.title == "街道二月月报"
    assert label(renamed) == "受理热线"
    press(renamed, qtbot, KEYS.Key_S, CTRL)
    assert text_of(renamed) == RENAMED.replace("title: 街道月报", "title: 街道二月月报")


@pytest.mark.parametrize(("number", "wanted"), [(0, "受理热线"), (1, "来电")])
def test_of_two_hands_on_one_line_it_asks_which_counts(renamed, number, wanted):
    path = renamed.workspace.opened.path
    path.write_text(DOUBTED.replace("label: 本月", "label: 来电"), encoding="utf-8")
    renamed.filing._saved(path)
    assert label(renamed) == "受理热线"
    answer(renamed, number)
    renamed.window.actions_by_id["save"].trigger()
    assert f"label: {wanted}" in text_of(renamed)
    assert label(renamed) == "受理热线"
    assert renamed.window.actions_by_id["save"].isEnabled() == (number == 1)


@pytest.mark.parametrize(
    ("number", "closed", "written"),
    [(0, True, RENAMED), (1, True, DOUBTED), (2, False, DOUBTED)],
)
def test_a_file_is_not_left_without_a_question(renamed, number, closed, written):
    answer(renamed, number)
    assert renamed.window.may_close() == closed
    assert text_of(renamed) == written


def test_another_file_is_opened_once_the_question_is_answered(renamed, tmp_path, qtbot):
    other = tmp_path / "other.yaml"
    other.write_text(DOUBTED, encoding="utf-8")
    answer(renamed, 2)
    renamed.filing.open(other)
    assert renamed.workspace.opened.path != other
    answer(renamed, 0)
    mine = renamed.workspace.opened.path
    renamed.filing.open(other)
    qtbot.waitUntil(lambda: renamed.workspace.opened.path == other)
    assert mine.read_text("utf-8") == RENAMED


def test_an_end_that_nobody_can_be_asked_about_saves(renamed):
    renamed.window.closing.emit()
    assert text_of(renamed) == RENAMED


def test_with_the_setting_on_every_edit_is_written_at_once(opened, qtbot):
    wired = opened(DOUBTED)
    wired.window.findChild(Editing).perform([RENAME])
    assert text_of(wired) == RENAMED
    assert not wired.window.actions_by_id["save"].isEnabled()


@pytest.mark.parametrize(("name", "number"), [("answer-0", 0), ("answer-1", 1), ("", 2)])
def test_the_question_has_an_answer_for_each_way(opened, name, number):
    wired = opened(DOUBTED)

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        button = box.findChild(QPushButton, name) if name else box.escapeButton()
        button.click()

    QTimer.singleShot(0, press_it)
    saving = wired.window.findChild(Saving)
    assert saving.ask("edit.unsaved", "edit.save-now", "edit.unsaved-drop") == number
