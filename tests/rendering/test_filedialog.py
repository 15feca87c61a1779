from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from viewer.i18n import load
from viewer.rendering.filedialog import (
    FileDialog,
    choosing_folder,
    opening,
    place_within,
    saving,
    suffixed,
)

WORDS = load("zh_CN")


@pytest.mark.parametrize("make", [saving, opening])
def test_labels_and_buttons_are_in_the_words_of_the_interface(make, qtbot, tmp_path: Path) -> None:
    workspace = QWidget()
    qtbot.addWidget(workspace)
    dialog = make(workspace, WORDS, "标题", str(tmp_path / "甲.txt"), "文本 (*.txt)")
    assert dialog.parent() is workspace
    labels, buttons = dialog.findChildren(QLabel), dialog.findChildren(QPushButton)
    texts = [one.text() for one in labels] + [one.text() for one in buttons]
    said = [text for text in texts if text]
    assert said
    assert not [text for text in said if text.replace("&", "").isascii()]


def test_kinds_of_files_are_named_in_the_words_of_the_interface(qtbot, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("")
    dialog = opening(None, WORDS, "标题", str(tmp_path), "*")
    qtbot.addWidget(dialog)
    name = dialog.iconProvider().type
    assert name(QFileInfo(str(tmp_path))) == "文件夹"
    assert name(QFileInfo(str(tmp_path / "b.txt"))) == "TXT 文件"


def test_a_file_to_write_begins_with_its_folder_and_name(
    qapp: QApplication, tmp_path: Path
) -> None:
    wanted = str(tmp_path / "提问.txt")
    QTimer.singleShot(0, accept)
    assert saving(None, WORDS, "标题", wanted, "*.txt").ask() == wanted


def test_a_folder_is_chosen_in_the_words_of_the_interface(qtbot, tmp_path: Path) -> None:
    dialog = choosing_folder(None, WORDS, "标题", str(tmp_path))
    qtbot.addWidget(dialog)
    labels, buttons = dialog.findChildren(QLabel), dialog.findChildren(QPushButton)
    texts = [one.text() for one in labels] + [one.text() for one in buttons]
    assert "文件夹：" in texts
    assert not [text for text in texts if text and text.replace("&", "").isascii()]
    QTimer.singleShot(0, accept)
    assert choosing_folder(None, WORDS, "标题", str(tmp_path)).ask() == str(tmp_path)


def test_thinking_better_of_it_gives_no_path(qapp: QApplication, tmp_path: Path) -> None:
    QTimer.singleShot(0, reject)
    assert saving(None, WORDS, "标题", str(tmp_path / "a.txt"), "*.txt").ask() == ""


def test_a_name_without_a_suffix_gets_it_before_the_dialog_asks_about_replacing(
    qapp: QApplication, tmp_path: Path
) -> None:
    def name_it() -> None:
        shown().selectFile("b")
        shown().accept()

    QTimer.singleShot(0, name_it)
    said = saving(None, WORDS, "标题", str(tmp_path / "a.yaml"), "*.yaml").ask()
    assert said == str(tmp_path / "b.yaml")


@pytest.mark.parametrize(
    ("chosen", "wanted"), [("a", "a.yaml"), ("a.YML", "a.YML"), ("a.txt", "a.txt.yaml")]
)
def test_a_path_ends_in_one_of_the_suffixes(chosen: str, wanted: str) -> None:
    assert suffixed(chosen, ".yaml", ".yml") == Path(wanted)


def test_a_dialog_stands_over_its_window_on_the_display_of_that_window(
    qtbot, tmp_path: Path
) -> None:
    workspace = QWidget()
    qtbot.addWidget(workspace)
    workspace.setGeometry(60, 40, 700, 500)
    workspace.show()
    places: list[QRect] = []

    def look() -> None:
        places.append(shown().geometry())
        shown().reject()

    QTimer.singleShot(0, look)
    saving(workspace, WORDS, "标题", str(tmp_path / "a.txt"), "*.txt").ask()
    free = workspace.screen().availableGeometry()
    assert free.contains(places[0])
    wanted = workspace.frameGeometry().center()
    assert abs(places[0].center().x() - wanted.x()) <= 2 or places[0].left() <= free.left() + 1


@pytest.mark.parametrize("free", [QRect(0, 0, 640, 360), QRect(1280, 30, 1920, 1050)])
def test_a_dialog_and_its_frame_are_on_a_display_of_any_height(free: QRect) -> None:
    for centre in (free.topLeft(), free.center(), free.bottomRight()):
        place = place_within(QSize(632, 408), centre, free)
        assert free.contains(place.adjusted(-8, -36, 8, 8))
        assert place.size().height() == min(408, free.height() - 44)


def shown() -> QFileDialog:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, FileDialog)]
    return next(one for one in dialogs if one.isVisible())


def accept() -> None:
    shown().accept()


def reject() -> None:
    shown().reject()
