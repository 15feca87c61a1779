"""Holds something until it is killed, in a process of its own: `screen`, or `file FOLDER`."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path

from viewer.present.displays import sleep_inhibitor
from viewer.present.records.state_files import StateFile


def main(words: Sequence[str]) -> int:
    """Take it, say so, and wait."""
    held = _screen() if words[0] == "screen" else _file(Path(words[1]))
    print("held", flush=True)
    signal.pause()
    return 0 if held else 1


def _screen() -> object:
    """The saver of the X server is switched off."""
    return sleep_inhibitor._X11.ask()


def _file(folder: Path) -> object:
    """What a running talk keeps is written twice."""
    file = StateFile(folder, "talk", Path("/a"))
    file.hold({"n": 1})
    file.hold({"n": 2})
    return file
