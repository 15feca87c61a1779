"""The composition root: QApplication, faces, style, window, and what comes after it."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from viewer.i18n import Words
from viewer.loading import LateProver, LoadTask
from viewer.rendering.announce import install_notices
from viewer.rendering.faces import choose_faces
from viewer.rendering.spots import install_spots
from viewer.resources import resource
from viewer.settings import Settings, log_file
from viewer.start_options import Start
from viewer.startup.deferred_imports import Staging
from viewer.window.appearance import WindowAppearance
from viewer.window.gc_timer import Sweeping
from viewer.window.help.error_dialog import ErrorReporter
from viewer.window.opening.opened_by_desktop import OpenedByDesktop
from viewer.window.shutdown import Ending
from viewer.window.window_geometry import WindowGeometry
from viewer.window.wiring import wire

PATIENCE = 0.25
"""Seconds to wait for a file before the window is shown without it."""

SWITCH = 0.0005
"""Seconds that the thread which reads a file may keep Python to itself: the window asks for it at
every call into Qt, and waits so long each time."""


def run_desktop(
    start: Start,
    settings: Settings,
    words: Words,
    reading: LoadTask | None,
    prover: LateProver,
) -> int:
    """Show the window and stay until it closes; the exit code. Without a reading it shows the
    start page.
    """
    sys.setswitchinterval(SWITCH)
    application = make_application()
    appearance = WindowAppearance(application, settings, choose_faces(), words, start.theme)
    trouble = ErrorReporter(log_file(), lambda: appearance.style.words, application)
    trouble.catch_everything()
    crashed = trouble.watch_for_crashes()
    appearance.dress_application()
    wired = wire(appearance, settings, prover)
    appearance.changed.emit(appearance.style)
    OpenedByDesktop(application, wired.filing)
    Ending(application, wired.window)
    WindowGeometry(wired.window, application)
    staging = Staging(wired, settings, start)
    staging.complete.connect(Sweeping(application).begin)
    if reading is not None:
        reading.wait_for_something(PATIENCE)
    wired.window.show()  # nothing is painted yet; the words are laid out at the width they have
    if reading is not None:
        wired.filing.await_reading(reading, start.section)
    if settings.notice is not None:
        wired.filing.show_notice(settings.notice)
    first = wired.window.start.open if reading is None else wired.window.passage
    first.setFocus()
    trouble.offer_crash(crashed, later=start.present)  # nothing pops up in front of a room
    return application.exec()


def make_application() -> QApplication:
    """The application, in a style that follows our palettes on every desktop."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("briefing-viewer")
    application.setDesktopFileName("briefing-viewer")
    application.setWindowIcon(QIcon(str(resource("icons", "briefing-viewer.svg"))))
    application.setStyle("Fusion")
    install_spots()
    install_notices(application)
    return application
