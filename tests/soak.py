"""Uses the real program for long, and watches that it stays small: `python -m tests.soak`.

Section switches, every dialog opened and closed, reloads of a file that keeps changing, talks begun
and ended, reloads in a talk, each after a few rounds to warm up: widgets must be as many after as
before, and memory must not grow. Then starts and ends the program so many times. Ends with 1 when
something grew or a process did not end with 0.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.bench.measure import rss
from tests.driven import Deed, ask, drive, ready, talk, talking, the_window
from viewer.resources import bundled
from viewer.start_options import SAMPLE

ROOT = Path(__file__).resolve().parents[1]
GROWTH = 4.0
"""MB that a phase may leave behind: pools of Qt and Python settle in steps of about a megabyte."""


@dataclass(frozen=True, slots=True)
class Phase:
    """What is done so many times; `warm` rounds come before anything is measured."""

    name: str
    rounds: int
    warm: int
    one: Callable[[int], Deed]


def switch(number: int) -> Deed:
    """Another section, painted."""
    down = number // 3 % 2 == 0
    ask("next-section" if down else "previous-section")
    the_window().grab()
    if number % 10 == 0:
        yield


DIALOGS = ("go-to", "keys", "about", "export", "print", "open", "new")
"""The actions that open a dialog; the tests of the window open every action."""


def dialogs(_: int) -> Deed:
    """Each dialog opened and closed, and a step of the zoom, which dresses whatever is left."""
    for name in DIALOGS:
        QTimer.singleShot(0, _close_dialogs)  # for one that is waited for
        ask(name)
        yield
        _close_dialogs()
    ask("zoom-in")
    ask("zoom-reset")
    yield


def _close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def reload(number: int) -> Deed:
    """The file is replaced by another version, which is then on the desk."""
    file = Path(sys.argv[-1])
    title = f"简报 {number}"
    text = bundled(SAMPLE).read_text("utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(text) if line.startswith("title:"))
    text[at] = f"title: {title}\n"
    part = file.with_suffix(".part")
    part.write_text("".join(text), "utf-8")
    part.replace(file)
    ask("reload")
    give_up = time.monotonic() + 30
    while the_window().topbar.title.accessibleName() != title:
        assert time.monotonic() < give_up, title
        yield


def one_talk(_: int) -> Deed:
    """A talk of a few steps with its panels."""
    yield from talk()


def reload_in_talk(number: int) -> Deed:
    """The file of a talk is replaced by another version, which the talk takes over."""
    presentation = talking().presentation
    if presentation.session is None:
        ask("present")
        yield
    yield from reload(number)
    session = presentation.session
    assert session is not None
    give_up = time.monotonic() + 30
    while session.room.talk.briefing.title != f"简报 {number}":
        assert time.monotonic() < give_up, number
        yield
    session.press("Right" if number % 2 else "Left")


def phases(scale: float) -> tuple[Phase, ...]:
    """The phases; `scale` 1 is the whole soak."""
    return (
        Phase("section switches", round(2_000 * scale), round(1_000 * scale), switch),
        Phase("rounds of dialogs", round(100 * scale), 5, dialogs),
        Phase("reloads", round(500 * scale), 20, reload),
        Phase("talks", round(200 * scale), 8, one_talk),
        Phase("reloads in a talk", round(200 * scale), 20, reload_in_talk),
    )


class Soak:
    """Goes through the phases and keeps what was measured."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self.grown: list[str] = []

    def deed(self) -> Deed:
        yield from ready()
        for phase in phases(self._scale):
            for number in range(phase.warm):
                yield from phase.one(number)
            before = yield from self._measured()
            begin = time.monotonic()
            for number in range(phase.rounds):
                yield from phase.one(phase.warm + number)
            seconds = time.monotonic() - begin
            after = yield from self._measured()
            self._tell(phase, before, after, seconds)
        session = talking().presentation.session
        if session is not None:
            session.end()
        if self.grown:
            raise SystemExit(", ".join(self.grown))

    def _measured(self) -> Generator[None, None, tuple[int, float]]:
        """Widgets and MB, when all that was to be deleted is."""
        for _ in range(5):
            yield
        gc.collect()
        return len(QApplication.allWidgets()), rss()

    def _tell(self, phase, before, after, seconds) -> None:
        widgets, memory = after[0] - before[0], after[1] - before[1]
        print(
            f"{phase.rounds} {phase.name} in {seconds:.0f} s: widgets {before[0]} -> {after[0]},"
            f" memory {before[1]:.1f} -> {after[1]:.1f} MB ({memory:+.1f})",
            flush=True,
        )
        if widgets or memory > GROWTH:
            self.grown.append(f"{phase.name}: {widgets:+} widgets, {memory:+.1f} MB")


def exits(times: int, env: dict[str, str]) -> int:
    """How many of so many starts ended well."""
    command = [sys.executable, "-m", "tests.driven", "open", str(bundled(SAMPLE))]
    codes = [
        subprocess.run(command, env=env, stderr=subprocess.DEVNULL, check=False, timeout=60)
        for _ in range(times)
    ]
    return sum(done.returncode == 0 for done in codes)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the whole soak")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
        env |= {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        if not env.get("DISPLAY"):
            env.setdefault("QT_QPA_PLATFORM", "offscreen")
        file = Path(folder) / "briefing.yaml"
        file.write_bytes(bundled(SAMPLE).read_bytes())
        inner = [sys.executable, "-m", "tests.soak", "--inside", str(given.scale), str(file)]
        soaked = subprocess.run(inner, env=env, check=False)
        times = max(1, round(50 * given.scale))
        clean = exits(times, env)
        print(f"{clean} of {times} exits clean; the soak itself ended with {soaked.returncode}")
    return 0 if clean == times and soaked.returncode == 0 else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        sys.exit(drive(Soak(float(sys.argv[2])).deed, sys.argv[3]))
    sys.exit(main())
