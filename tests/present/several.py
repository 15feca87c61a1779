"""Scenes played on several displays, each in a process of its own: `several.py SCENE`.

Qt's offscreen platform takes its displays from a file at the start, so that one process knows one
set of them; a display is unplugged here by being no longer named.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from viewer.design import palette
from viewer.i18n import load
from viewer.pipeline import open_briefing
from viewer.present.displays.screen_layout import Display, Placement
from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation_model import Room, room_of
from viewer.present.session import Session, World
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.talk import KEYS


class Plugs(Screens):
    """The real displays, of which some can be pulled out."""

    pulled: frozenset[str] = frozenset()

    def displays(self) -> tuple[Display, ...]:
        return tuple(one for one in super().displays() if one.name not in self.pulled)

    def pull(self, *names: str) -> None:
        self.pulled = frozenset(names)
        self.changed.emit()


def the_room() -> Room:
    opened = open_briefing(bundled("shandong-2020.yaml"))
    assert opened.briefing is not None
    style = Style(load("zh_CN"), palette("light"), choose_faces())
    return room_of(opened.briefing, opened.proof.figures, style)


def a_talk(app: QApplication) -> tuple[Session, Plugs]:
    world = World(
        lambda: 0.0, lambda: datetime(2021, 3, 4), lambda *_: "", lambda *_: None, lambda *_: False
    )
    plugs = Plugs(app)
    session = Session(the_room(), plugs, 0, 1.0, world)
    session.open()
    app.processEvents()
    return session, plugs


def where(session: Session, window: str) -> tuple[int, int, int, int]:
    shape = getattr(session.windows, window).geometry()
    return shape.x(), shape.y(), shape.width(), shape.height()


def agree(session: Session) -> None:
    state, windows = session.state, session.windows
    assert windows.audience.stage.shown == state.shown
    assert windows.console.stage.shown == state.picture


def one(app: QApplication) -> None:
    session, _ = a_talk(app)
    assert session.windows.placement == Placement("A", None)
    assert where(session, "audience") == (0, 0, 1280, 800)
    session.press("Ctrl+Shift+C")
    app.processEvents()
    assert session.windows.console.isVisible()
    every_key(app, session)


def two(app: QApplication) -> None:
    session, plugs = a_talk(app)
    assert where(session, "audience") == (1280, 0, 960, 540)
    assert where(session, "console") == (0, 0, 1280, 800)
    assert pixels(session, "audience") == (1920, 1080)  # its own items, at its own scale
    assert session.windows.audience.stage.devicePixelRatioF() == 2
    assert session.windows.console.stage.devicePixelRatioF() == 1
    every_key(app, session)
    session.press("X")
    app.processEvents()
    assert where(session, "audience") == (0, 0, 1280, 800)
    session.press("X")
    place = session.state.place
    for _ in range(3):
        plugs.pull("B")
        app.processEvents()
        assert session.windows.placement == Placement("A", None)
        plugs.pull()
        app.processEvents()
        assert where(session, "audience") == (1280, 0, 960, 540)
        assert pixels(session, "audience") == (1920, 1080)
    assert session.state.place == place
    agree(session)
    session.end()
    app.processEvents()
    again, _ = a_talk(app)
    assert where(again, "audience") == (1280, 0, 960, 540)


def three(app: QApplication) -> None:
    session, plugs = a_talk(app)
    assert session.windows.placement == Placement("B", "A")
    every_key(app, session)
    session.press("Ctrl+Shift+A")
    app.processEvents()
    assert session.windows.copies.names == ("C",)
    (copy,) = session.windows.copies.stages
    assert copy.window().geometry() == QRect(3200, 0, 1024, 768)
    plugs.pull("C")
    assert session.windows.copies.names == ()
    session.press("Ctrl+Shift+A")
    plugs.pull()
    app.processEvents()
    plugs.pull("B")
    app.processEvents()
    assert session.windows.placement == Placement("C", "A")
    assert where(session, "audience") == (3200, 0, 1024, 768)
    plugs.pull("A", "C")
    app.processEvents()
    assert session.windows.placement == Placement("B", None)
    plugs.pull()
    app.processEvents()
    agree(session)


def pixels(session: Session, window: str) -> tuple[int, int]:
    stage = getattr(session.windows, window).stage
    picture = stage.pictures.picture(stage.shown)
    return picture.width(), picture.height()


def every_key(app: QApplication, session: Session) -> None:
    for row in KEYS:
        session.press(row.keys[0])
        app.processEvents()
        if session.state.hidden:
            session.press(row.keys[0])
            app.processEvents()
        agree(session)
        while session.state.panel:
            session.press("Esc")
    for key in ("X", "Ctrl+Shift+W", "Ctrl+Shift+A"):  # back to where it was
        session.press(key)
    app.processEvents()
    assert not session.state.ended


SCENES: dict[str, Callable[[QApplication], None]] = {"one": one, "two": two, "three": three}


def main(words: Sequence[str]) -> int:
    """Play the scene of this name."""
    app = QApplication(sys.argv[:1])
    SCENES[words[0]](app)
    print("played")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
