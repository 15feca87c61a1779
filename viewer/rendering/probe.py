"""What Qt finds on this machine, printed as JSON for `doctor`, which asks in a process of its own.

    python -m viewer.rendering.probe < TEXT_THAT_MUST_BE_DRAWN

Qt may abort where something is missing; then only this process ends.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication, QScreen

from viewer.rendering.faces import choose_faces, missing_characters


def census(text: str) -> dict[str, object]:
    """Version, platform, screens, the faces chosen, and the characters of `text` they lack."""
    faces = choose_faces()
    sans, serif = faces.sans_font(16), faces.serif_font(16)
    return {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "screens": [_screen(screen) for screen in QGuiApplication.screens()],
        "sans": QFontInfo(sans).family(),
        "serif": QFontInfo(serif).family(),
        "missing": list(missing_characters(text, sans)),
    }


def _screen(screen: QScreen) -> dict[str, object]:
    size = screen.size()
    return {
        "name": screen.name(),
        "width": size.width(),
        "height": size.height(),
        "scale": screen.devicePixelRatio(),
    }


def main() -> None:
    """Answer once."""
    application = QGuiApplication(sys.argv[:1])
    print(json.dumps(census(sys.stdin.buffer.read().decode("utf-8"))))
    del application


if __name__ == "__main__":
    main()
