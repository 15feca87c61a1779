"""The door to the window: reads the command line, looks at the machine, only then loads Qt."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from datetime import time
from pathlib import Path
from typing import NoReturn

from viewer.commands.terminal import tell
from viewer.i18n import LANGUAGES, asked_language, load, system_language, translate_argparse
from viewer.loading import LateProver, Reading
from viewer.platform import input_method_for, load_qt, preflight
from viewer.settings import SETTINGS, Settings, channel_file, load_settings
from viewer.settings.file_memory import is_there
from viewer.start_options import LONGEST_TALK, Start

NO_DISPLAY = 3
THEMES = next(row.choices for row in SETTINGS if row.key == "theme")


def run(argv: list[str]) -> int:
    """Open the window and stay until it closes; the exit code."""
    gc.disable()  # `Sweeping` does it, in the window's thread and not before the start is over
    start = parse(argv)
    settings = load_settings(safe=start.safe)
    words = load(start.language or settings.text("language") or system_language())
    stop = preflight(os.environ)
    if stop is not None:
        tell(words.of_error(stop), error=True)
        return NO_DISPLAY
    if start.shareable and channel_is_there():
        load_qt()
        from viewer.startup.handing_over import hand_over

        if hand_over(channel_file(), start):
            return 0
    path, prover = start.path or last_file(settings), LateProver()
    reading = Reading(path, prover, prover.quiet).start() if path else None  # beside Qt's import
    os.environ.update(input_method_for(os.environ, sys.platform))
    load_qt()
    from viewer.desktop import run_desktop

    return run_desktop(start, settings, words, reading, prover)


def channel_is_there() -> bool:
    """Whether a window of this person may be listening: asked before Qt is loaded."""
    return sys.platform == "win32" or os.path.exists(channel_file())  # noqa: PTH110


def last_file(settings: Settings) -> Path | None:
    """The file that was open last, where it is still there."""
    return next(filter(is_there, settings.recent()[:1]), None)


class _Parser(argparse.ArgumentParser):
    """Tells a wrong call as the commands do; what that takes is loaded for a wrong call only."""

    def error(self, message: str) -> NoReturn:
        from viewer.commands.arguments import wrong_call

        raise wrong_call(self, message)


def parse(argv: list[str]) -> Start:
    """The command line of the window; ViewerError `usage` when it is wrong."""
    translate_argparse(asked_language(argv) or system_language())
    parser = _Parser(prog="briefing-viewer")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--present", action="store_true")
    parser.add_argument("--rehearse", action="store_true")
    parser.add_argument("--screen", default="")
    parser.add_argument("--from", dest="section", default="")
    parser.add_argument("--minutes", type=minutes)
    parser.add_argument("--until", type=time_of_day)
    parser.add_argument("--safe-mode", dest="safe", action="store_true")
    parser.add_argument("--new-window", dest="new_window", action="store_true")
    parser.add_argument("--theme", choices=THEMES, default="")
    parser.add_argument("--language", choices=LANGUAGES, type=_language, default="")
    parser.add_argument("--read-only", action="store_true")
    given = parser.parse_args(argv)
    return Start(
        given.file,
        given.present or given.rehearse,
        given.screen,
        given.section,
        given.safe,
        given.theme,
        given.language,
        given.minutes,
        given.new_window,
        given.read_only,
        given.until,
        given.rehearse,
    )


def _language(written: str) -> str:
    """A language as the commands take it too: zh and zh-CN are zh_CN."""
    plain = written.replace("-", "_").lower()
    return {"zh": "zh_CN", "zh_cn": "zh_CN"}.get(plain, plain)


def minutes(written: str) -> int:
    """Minutes to be planned for a talk; ValueError for what is no such count."""
    count = int(written)
    if not 1 <= count <= LONGEST_TALK:
        raise ValueError(written)
    return count


def time_of_day(written: str) -> time:
    """The time of day at which a talk is to end; ValueError for what is no such time."""
    hours, colon, minutes_ = written.replace("：", ":").partition(":")
    if not colon or not (hours.isdecimal() and len(minutes_) == 2 and minutes_.isdecimal()):
        raise ValueError(written)
    return time(int(hours), int(minutes_))
