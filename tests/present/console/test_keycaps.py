from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from viewer.design import palette
from viewer.i18n import load
from viewer.present.console.keycaps import paint_keys
from viewer.present.slides.type_sizes import TypeSizes
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.talk import KEYS


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(962, 632), (1178, 664), (1766, 944)])
def test_the_page_of_keys_says_all_that_each_does(qapp, locale: str, size: tuple[int, int]) -> None:
    """On consoles of 1024x768, 1280x800 and 1920x1080."""
    style, noted = Style(load(locale), palette("dark"), choose_faces()), TypeSizes()
    paint_keys(noted, QRectF(40, 80, *size), style)
    noted.end()
    written = {text for text, _ in noted.texts}
    said = {"".join(style.words(row.words).split()) for row in KEYS}
    assert {one.replace("·", "") for one in said} <= written
