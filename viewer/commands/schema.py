"""`schema`: prints the JSON Schema that editors complete a data file by."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.commands.arguments import Arguments
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.resources import resource


def run(argv: Sequence[str], words: Words) -> int:
    """Print the schema as it travels with the program."""
    Arguments("schema", words).parse_args(argv)
    path = resource("briefing.schema.json")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:  # one that comes while reading knows no path
        raise ViewerError("disk-failed", path=str(path), reason=error.strerror or "") from error
    print(text, end="")
    return 0
