"""Arguments of a command, read by argparse, which speaks the language of the interface."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from typing import NoReturn

from viewer.i18n import Words, translate_argparse
from viewer.model import ViewerError

_USUAL = 80
"""Columns of a terminal that does not tell."""


class Arguments(argparse.ArgumentParser):
    """A parser whose mistakes are a ViewerError and whose help speaks the user's language."""

    def __init__(self, command: str, words: Words) -> None:
        translate_argparse(words.language)
        super().__init__(
            prog=f"briefing-viewer {command}",
            description=words(f"command.{command}.about"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(argparse.HelpFormatter, width=_columns() - 2),
        )
        self.add_argument("-h", "--help", action="help", help=words("command.help"))

    def error(self, message: str) -> NoReturn:
        """Raise ViewerError `usage`: what is wrong with the arguments, how the command is used."""
        raise wrong_call(self, message)


def _columns() -> int:
    """How wide the terminal is. argparse asks `shutil` for it, which loads what packs files."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no terminal
        return _USUAL


def wrong_call(parser: argparse.ArgumentParser, message: str) -> ViewerError:
    """What argparse says of a call, with how it is to be called."""
    usage = parser.format_usage()
    usage = usage[usage.index(parser.prog) :]
    return ViewerError("usage", reason=message, usage=" ".join(usage.split()))
