"""Arguments of a command, read by argparse and told in the words of the catalogue."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from viewer.briefing import ViewerError
from viewer.words import Words

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
        usage = " ".join(self.format_usage().partition(":")[2].split())
        raise ViewerError("usage", reason=self._said(message), usage=usage)

    def _said(self, message: str) -> str:
        for pattern, key in _REASONS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found is not None:
                return self._words(key, **found.groupdict())
        return message
