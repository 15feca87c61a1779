from __future__ import annotations

from PySide6.QtGui import QTextDocument

from viewer.rendering.tips import tip_of


def shown(tip: str) -> str:
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_markup_in_a_text_is_shown_and_not_read(qapp) -> None:
    text = "<img src='/etc/passwd'> & <b>粗</b>"
    assert "<img" not in tip_of(text)
    assert shown(tip_of(text)) == text


def test_nothing_has_no_tip() -> None:
    assert tip_of(" \n") == ""
