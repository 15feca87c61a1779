"""Qt for exports without a window: an application where there is none, and the dress of paper."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer.look import palette
from viewer.paint.faces import Faces, choose_faces, load_bundled_faces
from viewer.paint.style import Style
from viewer.words import Words


def ensure_application() -> None:
    """Make an application where there is none; offscreen, since an export shows nothing."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _keep(QApplication(sys.argv[:1]))


def page_style(words: Words, theme: str = "light") -> Style:
    """The dress of paper and pictures: the bundled faces, whatever the system has.

    The same everywhere, so that the same input gives the same bytes; and a face with every
    common hanzi but no radical forms, since Qt writes a radical (U+2F00 …) into a PDF where the
    face has both under one glyph, and the reader's search then misses the word.
    """
    ensure_application()
    return Style(words, palette(theme), _bundled_faces(), motion=False)


@lru_cache(maxsize=1)
def _bundled_faces() -> Faces:
    families = load_bundled_faces()
    system = choose_faces()
    sans = tuple(name for name in families if "serif" not in name.lower())
    serif = tuple(name for name in families if "serif" in name.lower())
    known = tuple(name for name in (*system.sans, *system.serif) if QFontDatabase.hasFamily(name))
    return Faces(sans=(*sans, *known) or system.sans, serif=(*serif, *known) or system.serif)


_kept: list[QApplication] = []


def _keep(application: QApplication) -> None:
    """Hold the application: Qt ends with the last reference to it."""
    _kept.append(application)
