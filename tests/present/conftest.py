from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from viewer.design import palette
from viewer.i18n import load
from viewer.pipeline import Opened, open_briefing
from viewer.present.displays.screen_layout import Display, choices
from viewer.present.presentation_model import Room, room_of
from viewer.present.session import Session, World
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled


class FakeScreens(QObject):
    """Displays by name that can be plugged in and out; all of them show on the one real one.

    They stand side by side; those of `become(..., mirrored=True)` show the same.
    """

    changed = Signal()

    def __init__(self, *names: str, mirrored: bool = False) -> None:
        super().__init__()
        self._names, self._mirrored = names, mirrored

    def displays(self) -> tuple[Display, ...]:
        step = 0 if self._mirrored else 800
        return tuple(Display(name, at * step, 0, 800, 600) for at, name in enumerate(self._names))

    def names(self) -> tuple[str, ...]:
        return self._names

    def choices(self) -> tuple[str, ...]:
        return choices(self.displays(), self.primary())

    def primary(self) -> str:
        return self._names[0] if self._names else ""

    def screen(self, name: str) -> QScreen | None:
        return QApplication.primaryScreen() if name in self._names else None

    def become(self, *names: str, mirrored: bool = False) -> None:
        self._names, self._mirrored = names, mirrored
        self.changed.emit()


class Inhibition:
    held = 0

    def __init__(self) -> None:
        Inhibition.held += 1

    def let_go(self) -> None:
        Inhibition.held -= 1


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def fake_screens() -> type[FakeScreens]:
    return FakeScreens


@pytest.fixture(scope="session")
def sample() -> Opened:
    return open_briefing(bundled("shandong-2020.yaml"))


@pytest.fixture(scope="session")
def style(qapp: QApplication) -> Style:
    return Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)


@pytest.fixture(scope="session")
def room(sample: Opened, style: Style) -> Room:
    assert sample.briefing is not None
    return room_of(sample.briefing, sample.proof.figures, style)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def asked() -> list[str]:
    """Paths that the person is going to choose, in order."""
    return []


@pytest.fixture
def asked_again() -> list[tuple[str, str]]:
    """What the person was told of questions in no file, each time with their text."""
    return []


@pytest.fixture
def world(clock: Clock, asked: list[str], asked_again: list[tuple[str, str]]) -> World:
    def ask(parent: object, words: object, title: str, name: str) -> str:
        return asked.pop(0) if asked else ""

    noon = datetime(2021, 3, 4, 12, 30)

    def ask_again(parent: object, words: object, said: str, text: str) -> bool:
        asked_again.append((said, text))
        return bool(asked)

    return World(
        clock, lambda: noon, ask, lambda name, reason: Inhibition(), ask_again, clock_waits=False
    )


@pytest.fixture
def hold(world: World) -> type[Inhibition]:
    Inhibition.held = 0
    return Inhibition


Open = Callable[..., Session]


@pytest.fixture
def opened(room: Room, world: World) -> Iterator[Open]:
    sessions: list[Session] = []

    def open_(
        *names: str,
        place: int = 0,
        windowed: bool = False,
        wanted: str = "",
        mirrored: bool = False,
    ) -> Session:
        screens = FakeScreens(*(names or ("Laptop", "Beamer")), mirrored=mirrored)
        session = Session(room, screens, place, 1.0, world)  # type: ignore[arg-type]
        session.screens = screens  # type: ignore[attr-defined]
        sessions.append(session)
        session.open(wanted, windowed)
        return session

    yield open_
    for session in sessions:
        if not session.state.ended:
            session.end()


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    return tmp_path / "questions.txt"


@pytest.fixture(autouse=True)
def _without_network(no_sockets: None) -> None:
    """A talk needs no network: a socket that reaches out fails the test."""
