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
from viewer.i18n import LANGUAGES, load, requested_language, system_language, translate_argparse
from viewer.loading import LateProver, LoadTask
from viewer.platform import input_method_for, load_qt, preflight
from viewer.settings import SETTINGS, Settings, channel_file, load_settings
from viewer.settings.file_memory import can_be_opened
from viewer.start_options import LONGEST_TALK, Start

NO_DISPLAY = 3
THEMES = next(row.choices for row in SETTINGS if row.key == "theme")


def run(argv: list[str]) -> int:
    """Open the window and stay until it closes; the exit code."""
    gc.disable()  # `Sweeping` does it, in the window's thread and not before the start is over
    start = parse_arguments(argv)
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
    reading = LoadTask(path, prover, prover.quiet).start() if path else None  # beside Qt's import
    os.environ.update(input_method_for(os.environ, sys.platform))
    load_qt()
    from viewer.desktop import run_desktop

    return run_desktop(start, settings, words, reading, prover)


def channel_is_there() -> bool:
    """Whether a window of this person may be listening: asked before Qt is loaded."""
    return sys.platform == "win32" or os.path.exists(channel_file())  # noqa: PTH110


def last_file(settings: Settings) -> Path | None:
    """The file that was open last, where it is still there."""
    return next(filter(can_be_opened, settings.recent()[:1]), None)


class _Parser(argparse.ArgumentParser):
    """Tells a wrong call as the commands do; what that takes is loaded for a wrong call only.

    What an option does is given as a key of the catalogue, which is loaded when help is printed.
    """

    def __init__(self, language: str) -> None:
        super().__init__(prog="briefing-viewer", add_help=False)
        self._language = language
        self.add_argument("-h", "--help", action="help", help="command.help")

    def error(self, message: str) -> NoReturn:
        from viewer.commands.arguments import wrong_call

        raise wrong_call(self, message)

    def format_help(self) -> str:
        words = load(self._language)
        self.description = words("command.open.about")
        for action in self._actions:
            action.help = words(action.help or "")
        return super().format_help()


def parse_arguments(argv: list[str]) -> Start:
    """The command line of the window; ViewerError `usage` when it is wrong."""
    language = requested_language(argv) or system_language()
    translate_argparse(language)
    given = _options(language).parse_args(argv)
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


def _options(language: str) -> _Parser:
    parser = _Parser(language)
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="command.open.file")
    add("--present", action="store_true", help="command.open.present")
    add("--rehearse", action="store_true", help="command.open.rehearse")
    add("--screen", default="", metavar="NAME", help="command.open.screen")
    add("--from", dest="section", default="", metavar="SECTION", help="command.open.from")
    add("--minutes", type=minutes, metavar="N", help="command.open.minutes")
    add("--until", type=time_of_day, metavar="HH:MM", help="command.open.until")
    add("--safe-mode", dest="safe", action="store_true", help="command.open.safe-mode")
    add("--new-window", dest="new_window", action="store_true", help="command.open.new-window")
    add("--theme", choices=THEMES, default="", help="command.open.theme")
    add("--language", choices=LANGUAGES, type=_language, default="", help="command.open.language")
    add("--read-only", action="store_true", help="command.open.read-only")
    return parser


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
