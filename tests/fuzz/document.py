"""The offsets of a passage held against a real document of Qt."""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QTextDocument

from viewer.briefing import Passage
from viewer.paint.faces import choose_faces
from viewer.paint.passage import PassageStyle, new_document, set_passage


@cache
def _ground() -> tuple[QTextDocument, PassageStyle, object]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["fuzz"])
    faces = choose_faces()
    style = PassageStyle(faces.serif_font(17), faces.sans_font(22, bold=True), QColor("#000000"))
    return new_document(), style, application


def check(passage: Passage) -> None:
    """Each code point of each paragraph is at its position, and comes back from it."""
    document, style, _ = _ground()
    offsets = set_passage(document, "题", passage, style)
    for paragraph in passage.paragraphs:
        for at in range(paragraph.start, paragraph.end):
            position = offsets.position(at)
            letter = passage.text[at].replace("\ufeff", "\u2060")
            there = letter.encode("utf-16-le")
            units = [document.characterAt(position + unit) for unit in range(len(there) // 2)]
            assert "".join(units).encode("utf-16-le", "surrogatepass") == there, (at, letter)
            assert offsets.offset(position) == at
