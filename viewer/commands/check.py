"""`check`: every mistake of a data file at its line, and how many figures agree with the text."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from viewer.commands.arguments import Arguments
from viewer.commands.checked import INPUT, check_file, exit_code
from viewer.commands.forms import FORMS, form
from viewer.commands.terminal import tell
from viewer.commands.watch import Sleep, saves
from viewer.i18n import Words


def run(argv: Sequence[str], words: Words, sleep: Sleep = time.sleep) -> int:
    """Check the named files; 0 without errors, 1 with errors, 2 when one cannot be read."""
    parser = Arguments("check", words)
    parser.add_argument("files", nargs="+", metavar="FILE", help=words("command.check.files"))
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument(
        "--format", choices=tuple(FORMS), default="text", help=words("command.check.format")
    )
    forms.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help=words("command.check.json"),
    )
    parser.add_argument("--watch", action="store_true", help=words("command.check.watch"))
    given = parser.parse_args(argv)
    if given.watch and INPUT in given.files:
        parser.error(words("command.check.watch-input"))
    # Watched from before the first check on: a save that falls into it is not lost.
    watched = saves(given.files, sleep) if given.watch else None
    code = _check(given.files, given.format, words)
    return code if watched is None else _watch(given.files, given.format, words, watched, code)


def _check(files: Sequence[str], name: str, words: Words) -> int:
    checked = [check_file(file) for file in files]
    told = form(name)(checked, words)
    if told:
        tell(told)
    for one in checked:
        if one.stop is not None:
            tell(words.of_error(one.stop), error=True)
    return exit_code(checked)


def _watch(
    files: Sequence[str], name: str, words: Words, watched: Iterator[None], code: int
) -> int:
    """Check again after each save until Ctrl-C; the exit code of the last check."""
    try:
        tell(words("check.watching"), error=True)
        for _ in watched:
            code = _check(files, name, words)
            tell(words("check.watching"), error=True)
    except KeyboardInterrupt:
        pass
    return code
