from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from viewer.design import palette
from viewer.design.chinese_words import in_words
from viewer.i18n import load
from viewer.rendering.faces import choose_faces
from viewer.rendering.hint import Hint
from viewer.rendering.labels import WrappedLabel
from viewer.rendering.style import Style
from viewer.rendering.tips import tip_of

HOLDS = "\u2060"
"""What holds the characters of a word together, seen by nobody."""


def shown(tip: str) -> str:
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText().replace(HOLDS, "")


def ends(tip: str, width: float) -> set[int]:
    """After how many characters the lines of a tip end, where it is so wide."""
    document = QTextDocument()
    document.setHtml(tip)
    document.setTextWidth(width)
    document.size()  # lays it out
    block = document.firstBlock()
    lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
    parts = (block.text()[one.textStart() :][: one.textLength()] for one in lines)
    return set(accumulate(len(part.replace(HOLDS, "")) for part in parts))


def test_markup_in_a_text_is_shown_and_not_read(qapp) -> None:
    text = "<img src='/etc/passwd'> & <b>粗</b>"
    assert "<img" not in tip_of(text)
    assert shown(tip_of(text)) == text


def test_nothing_has_no_tip() -> None:
    assert tip_of(" \n") == ""


def test_lines_of_a_tip_end_where_words_do(qapp) -> None:
    text = "巡查队先后检查仓库和码头，发现隐患后通知单位整改，并按照规定公布结果。" * 2
    inside = {at for first, last in in_words(text) for at in range(first + 1, last)}
    for width in range(90, 400, 30):
        assert len(ends(tip_of(text), width)) > 1
        assert not ends(tip_of(text), width) & inside


def test_a_hint_keeps_its_words_whole_and_tells_them_as_they_are_written(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hint = Hint(window)
    style = Style(load("zh_CN"), palette("dark"), choose_faces(), motion=False)
    hint.apply_style(style)
    hint.offer("公共图书馆的志愿者", QPoint(), QRect())
    assert "图\u2060书\u2060馆" in QLabel.text(hint)
    assert hint.text() == hint.accessibleName() == "公共图书馆的志愿者"
    assert style.palette.card in hint.styleSheet()


def test_a_label_keeps_its_colour_when_it_is_given_another_text(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = WrappedLabel(window)
    label.setStyleSheet("color: #123456")
    for text in ("单位存疑", "“Quoted” words"):
        label.setText(text)
        label.ensurePolished()
        assert label.palette().windowText().color().name() == "#123456"
