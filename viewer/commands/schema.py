"""`schema`: prints the JSON Schema that editors complete a data file by."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.commands.arguments import Arguments
from viewer.i18n import Words
from viewer.resources import resource_text


def run(argv: Sequence[str], words: Words) -> int:
    """Print the schema as it travels with the program."""
    Arguments("schema", words).parse_args(argv)
    print(resource_text("briefing.schema.json"), end="")
    return 0
