from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from viewer.present.slides.text_painting import broken, elided, width_of
from viewer.rendering.style import Style


@pytest.mark.parametrize(
    ("words", "narrow"), [("The harbour’s “year”", True), ("他说‘一号’工程", False)]
)
def test_english_words_have_their_quotation_marks_narrow(
    style: Style, words: str, narrow: bool
) -> None:
    font = style.faces.sans_font(40)
    plain = QFontMetricsF(font).horizontalAdvance(words)
    assert (width_of(words, font) < plain - 20) is narrow


def test_what_is_measured_narrow_is_broken_and_cut_by_the_same_measure(style: Style) -> None:
    font, words = style.faces.sans_font(40), "The harbour’s “year” of trade"
    assert broken(words, font, width_of(words, font) + 1, 1) == (words,)
    assert elided(words, font, width_of(words, font) + 1) == words
