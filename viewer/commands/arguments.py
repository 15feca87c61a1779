"""Arguments of a command, read by argparse and told in the words of the catalogue."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from viewer.i18n import Words
from viewer.model import ViewerError

_REASONS = (
    (r"the following arguments are required: (?P<what>.*)", "usage.required"),
    (r"unrecognized arguments: (?P<what>.*)", "usage.unknown"),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<what>.*) \(choose from (?P<choices>.*)\)",
        "usage.choice",
    ),
    (r"argument (?P<name>.*?): not allowed with argument (?P<what>.*)", "usage.together"),
    (r"argument (?P<name>.*?): expected .*", "usage.value"),
    (r"argument (?P<name>.*?): invalid \S+ value: (?P<what>.*)", "usage.wrong"),
)
"""What argparse says in English, and the sentence of the catalogue that says it."""


class Arguments(argparse.ArgumentParser):
    """A parser whose mistakes are a ViewerError and whose help speaks the user's language."""

    def __init__(self, command: str, words: Words) -> None:
        super().__init__(
            prog=f"briefing-viewer {command}",
            description=words(f"command.{command}.about"),
            add_help=False,
            allow_abbrev=False,
        )
        self._words = words
        self.add_argument("-h", "--help", action="help", help=words("command.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and how the command is used."""
        raise wrong_call(self, message, self._words)


def wrong_call(parser: argparse.ArgumentParser, message: str, words: Words) -> ViewerError:
    """What argparse says of a call, in other words, with how it is to be called."""
    usage = " ".join(parser.format_usage().partition(":")[2].split())
    found = ((re.fullmatch(pattern, message, re.DOTALL), key) for pattern, key in _REASONS)
    said = (words(key, **match.groupdict()) for match, key in found if match is not None)
    return ViewerError("usage", reason=next(said, message), usage=usage)
