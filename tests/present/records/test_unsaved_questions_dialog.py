from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from viewer.i18n import load
from viewer.present.records.unsaved_questions_dialog import ask_again

WORDS = load("zh_CN")


def the_box() -> QMessageBox:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))


def press(name: str) -> None:
    button = the_box().findChild(QPushButton, name)
    assert button is not None
    button.click()


@pytest.mark.parametrize(("button", "again"), [("unsaved-again", True), ("unsaved-drop", False)])
def test_questions_are_given_up_by_that_button_only(
    qapp: QApplication, button: str, again: bool
) -> None:
    QTimer.singleShot(0, lambda: press(button))
    assert ask_again(None, WORDS, "磁盘已满", "为什么？") is again


def test_escape_does_not_give_them_up(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: the_box().reject())
    assert ask_again(None, WORDS, "磁盘已满", "为什么？")


def test_their_text_can_be_copied_while_the_box_stays(qapp: QApplication) -> None:
    def copy_and_go() -> None:
        press("unsaved-copy")
        assert the_box().isVisible()
        assert QApplication.clipboard().text() == "为什么？"
        press("unsaved-drop")

    QTimer.singleShot(0, copy_and_go)
    assert not ask_again(None, WORDS, "磁盘已满", "为什么？")
