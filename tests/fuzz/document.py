"""The offsets and places of a passage held against a real document of Qt."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QTextDocument

from viewer.export.offscreen_app import ensure_application
from viewer.model import Passage
from viewer.rendering.faces import choose_faces
from viewer.rendering.passage import (
    LONG_RUN,
    PassageStyle,
    new_document,
    set_passage,
    spans_in,
    wrap_option,
)

WIDE = 420.0


@cache
def _ground() -> tuple[QTextDocument, PassageStyle]:
    ensure_application()
    faces = choose_faces()
    style = PassageStyle(faces.serif_font(17), faces.sans_font(22, bold=True), QColor("#000000"))
    return new_document(), style


def check(passage: Passage) -> None:
    """Each code point of each paragraph is at its position, and comes back from it; each paragraph
    has a place in the laid-out text, below the one before it.
    """
    document, style = _ground()
    document.setDefaultTextOption(wrap_option(passage))
    offsets = set_passage(document, "题", passage, style)
    document.setTextWidth(WIDE)
    assert document.resource(QTextDocument.ResourceType.ImageResource, QUrl("file:///")) is None
    assert passage.paragraphs or offsets.position(3) == offsets.offset(3) == 0
    below = 0.0
    for paragraph in passage.paragraphs:
        start, end = offsets.position(paragraph.start), offsets.position(paragraph.end)
        places = list(spans_in(document, start, end))
        assert places, paragraph
        for place in places:
            assert place.top() >= below and place.bottom() <= document.size().height() + 1
            below = place.top()
            assert place.left() >= -1 and place.height() > 0
    for paragraph in passage.paragraphs if len(passage.text) < LONG_RUN else ():
        for at in range(paragraph.start, paragraph.end):
            position = offsets.position(at)
            letter = _as_set(passage.text[at])
            there = letter.encode("utf-16-le")
            units = [document.characterAt(position + unit) for unit in range(len(there) // 2)]
            stands = _as_set("".join(units)).encode("utf-16-le", "surrogatepass")
            assert stands == there, (at, letter)
            assert offsets.offset(position) == at


def _as_set(letters: str) -> str:
    """`letters` with what a document sets in another way: a byte order mark, a space that holds."""
    return letters.replace("\ufeff", "\u2060").replace("\u00a0", " ")
