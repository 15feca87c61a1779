"""Qt for exports without a window: an application where there is none, and the dress of paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer.design import palette
from viewer.i18n import Words
from viewer.rendering.faces import Faces, choose_faces, load_bundled_faces
from viewer.rendering.style import Style


def ensure_application() -> None:
    """Make an application where there is none; offscreen, since an export shows nothing."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if not _speaks_utf8(os.environ):
            os.environ["LC_ALL"] = "C.UTF-8"  # Qt would choose it too, with four lines of warning
        _keep(QApplication(sys.argv[:1]))


def _speaks_utf8(environ: Mapping[str, str]) -> bool:
    """Whether the letters of this locale are UTF-8; a bare server often has none at all."""
    named = next(filter(None, map(environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "C")
    return "utf8" in named.lower().replace("-", "")


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
