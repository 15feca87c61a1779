"""Measures a talk on two displays, and prints a table: `python -m tests.bench.talk`.

A key, sent to the audience's window, until both windows are painted; and F5 until both are there.
Beside the time on the wall stands that of the processor, and that as a multiple of a bare picture
painted before each key: neither says much of what else the machine has to do.
Without a display it measures on the offscreen platform with two displays of 1920x1080.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.bench.measure import p95
from viewer.design import palette
from viewer.i18n import load
from viewer.pipeline import open_briefing
from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation_model import room_of
from viewer.present.session import Session
from viewer.present.slides.slide_view import Stage
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style

BARE: list[float] = []
"""What a bare picture took, before each key."""
SAMPLE = Path(__file__).resolve().parents[2] / "data" / "shandong-2020.yaml"
READING = 0.3
"""Seconds between two keys: far less than a presenter takes."""
STARTS = 7
LINE = "一张图只有文字和条形，同样大小，供比较用 1234567890"


class Painted(QObject):
    """Notes which of the watched widgets were painted."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self._watched = watched
        self.seen: set[int] = set()
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.seen.add(id(watched))
        return False

    def wait(self, app: QApplication) -> None:
        until = time.monotonic() + 5
        while len(self.seen) < len(self._watched) and time.monotonic() < until:
            app.processEvents()
        if len(self.seen) < len(self._watched):
            raise SystemExit("a window was not painted within five seconds")


class Frames(QObject):
    """Notes how long each painting of a widget took, in milliseconds, while it is in motion."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.took: list[Took] = []
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.Paint or not self._stage.motion.running:
            return False
        watch = Watch()
        self._stage.paintEvent(event)  # type: ignore[arg-type]
        self.took.append(watch.took())
        return True


class Took(NamedTuple):
    """Milliseconds on the wall and of the processor."""

    wall: float
    processor: float


class Watch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.monotonic(), time.process_time()

    def took(self) -> Took:
        wall, processor = time.monotonic() - self._wall, time.process_time() - self._processor
        return Took(wall * 1e3, processor * 1e3)


def start(app: QApplication, style: Style) -> tuple[Took, Session, Painted]:
    """Milliseconds from F5 to both windows painted, and the talk that is held."""
    opened = open_briefing(SAMPLE)
    assert opened.briefing is not None
    screens = Screens(app)
    watch = Watch()
    session = Session(room_of(opened.briefing, opened.proof.figures, style), screens)
    painted = Painted(session.windows.audience.stage, session.windows.console.stage)
    session.open()
    painted.wait(app)
    return watch.took(), session, painted


def key(app: QApplication, session: Session, painted: Painted, code: Qt.Key) -> Took:
    """Milliseconds from a key to both windows painted."""
    idle(app)
    BARE.append(bare())
    painted.seen.clear()
    watch = Watch()
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(session.windows.audience, event)
    painted.wait(app)
    return watch.took()


def jump(app: QApplication, session: Session, painted: Painted, number: int) -> Took:
    """Milliseconds from Enter after a section's number to both windows painted."""
    session.press(str(number))
    return key(app, session, painted, Qt.Key.Key_Return)


def bare() -> float:
    """Milliseconds of the processor for a plain picture of that size: lines of text and bars."""
    picture = QPixmap(1920, 1080)
    watch = Watch()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor("black"))
    painter.setPen(QColor("white"))
    font = painter.font()
    font.setPixelSize(40)
    painter.setFont(font)
    for line in range(12):
        painter.drawText(72, 120 + 70 * line, LINE)
        painter.fillRect(72, 130 + 70 * line, 900 + 40 * line, 12, QColor("blue"))
    painter.end()
    return watch.took().processor


def idle(app: QApplication) -> None:
    until = time.monotonic() + READING
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)


def measure(app: QApplication) -> None:
    style = Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)
    starts: list[Took] = []
    for _ in range(STARTS):
        took, session, painted = start(app, style)
        starts.append(took)
        if len(starts) < STARTS:
            session.end()
    talk = session.room.talk
    steps = [key(app, session, painted, Qt.Key.Key_Down) for _ in range(talk.run - 1)]
    sections = [part.number for part in talk.parts if part.number]
    jumps = [jump(app, session, painted, n) for n in [*sections, *sections[-2:0:-1]] * 4]
    session.end()
    frames = motion(app, replace(style, motion=True))
    print(f"drawn on {app.platformName()}: {[s.size().toTuple() for s in app.screens()]}\n")
    unit = statistics.median(BARE)
    print("| what | median | p95 | p95 of the processor | in bare pictures | goal |")
    print("| --- | --- | --- | --- | --- | --- |")
    for what, took_all, goal in (
        ("next step to both windows painted", steps, 33),
        ("jump to both windows painted", jumps, 33),
        ("F5 to both windows painted", starts, 300),
        (f"a frame of a change, of {len(frames)}", frames, 16),
    ):
        wall, processor = [took.wall for took in took_all], [took.processor for took in took_all]
        middle, late, ours = statistics.median(wall), p95(wall), p95(processor)
        times = f"{middle:.1f} ms | {late:.1f} ms | {ours:.1f} ms | {ours / unit:.1f}"
        print(f"| {what} | {times} | {goal} ms |")
    print(f"\na bare picture takes {unit:.1f} ms of the processor, {min(BARE):.1f} ms at best")


def motion(app: QApplication, style: Style) -> list[Took]:
    """Milliseconds that each frame took while the talk was walked through with motion."""
    _, session, painted = start(app, style)
    frames = Frames(session.windows.audience.stage)
    for _ in range(session.room.talk.run - 1):
        key(app, session, painted, Qt.Key.Key_Down)
    idle(app)
    session.end()
    return frames.took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
            displays = [
                {"name": name, "x": x, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
                for name, x in (("Laptop", 0), ("Beamer", 1920))
            ]
            screens = Path(folder) / "screens.json"
            screens.write_text(json.dumps({"screens": displays}), encoding="utf-8")
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        measure(QApplication(sys.argv[:1]))


if __name__ == "__main__":
    main()
