"""Arguments of a command, read by argparse and told in the words of the catalogue."""

from __future__ import annotations

import argparse
from typing import NoReturn

from viewer.briefing import ViewerError
from viewer.words import Words


class Arguments(argparse.ArgumentParser):
    """A parser whose mistakes are a ViewerError and whose help speaks the user's language."""

    def __init__(self, command: str, words: Words) -> None:
        super().__init__(
            prog=f"briefing-viewer {command}",
            description=words(f"command.{command}.about"),
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help=words("command.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and how the command is used."""
        usage = " ".join(self.format_usage().partition(":")[2].split())
        raise ViewerError("usage", reason=message, usage=usage)
