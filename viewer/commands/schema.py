"""`schema`: prints the JSON Schema that editors complete a data file by."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.commands.arguments import Arguments
from viewer.resources import resource
from viewer.words import Words


def run(argv: Sequence[str], words: Words) -> int:
    """Print the schema as it travels with the program."""
    Arguments("schema", words).parse_args(argv)
    print(resource("briefing.schema.json").read_text(encoding="utf-8"), end="")
    return 0
