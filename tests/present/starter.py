"""Starts a talk of a bundled briefing by itself, for pictures of real windows.

python tests/present/starter.py [--screen NAME] [--section ID] [--windowed] [FILE]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from viewer.datafile import read_briefing
from viewer.design import palette
from viewer.i18n import load
from viewer.present.displays.display_chooser import StartOptions
from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation import Presentation
from viewer.proof import prove
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.settings import load_settings


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--screen")
    parser.add_argument("--section", default="")
    parser.add_argument("--language", default="zh_CN")
    parser.add_argument("file", nargs="?", type=Path, default=bundled("shandong-2020.yaml"))
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    briefing = read_briefing(given.file.read_bytes()).briefing
    if briefing is None:
        return 1
    style = Style(load(given.language), palette("light"), choose_faces())
    presentation = Presentation(Screens(app), load_settings(safe=True))
    presentation.ended.connect(lambda section, key: (print(section, key), app.quit()))
    place = (given.section, "")
    presentation.start(
        briefing, prove(briefing).figures, style, place, StartOptions(given.screen or "")
    )
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
