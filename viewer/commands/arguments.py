"""Arguments of a command, read by argparse, which speaks the language of the interface."""

from __future__ import annotations

import argparse
from typing import NoReturn

from viewer.i18n import Words, translate_argparse
from viewer.model import ViewerError


class Arguments(argparse.ArgumentParser):
    """A parser whose mistakes are a ViewerError and whose help speaks the user's language."""

    def __init__(self, command: str, words: Words) -> None:
        translate_argparse(words.language)
        super().__init__(
            prog=f"briefing-viewer {command}",
            description=words(f"command.{command}.about"),
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help=words("command.help"))

    def error(self, message: str) -> NoReturn:
        """Raise ViewerError `usage`: what is wrong with the arguments, how the command is used."""
        raise wrong_call(self, message)


def wrong_call(parser: argparse.ArgumentParser, message: str) -> ViewerError:
    """What argparse says of a call, with how it is to be called."""
    usage = parser.format_usage()
    usage = usage[usage.index(parser.prog) :]
    return ViewerError("usage", reason=message, usage=" ".join(usage.split()))
