"""The outermost door of the command line: a table of commands, each loaded when asked for."""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from viewer import __version__
from viewer.commands.terminal import tell
from viewer.i18n import Words, load, requested_language, system_language
from viewer.model import ViewerError, disk_error

PROGRAM = "briefing-viewer"
CANNOT = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
_MADE = 50_000
"""How many values a command makes before Python looks for garbage: a file read and proven is kept
to the end, and looking through it again and again would take a fifth of the time."""
_UNSPOKEN = (
    "The words of the interface in {path} cannot be read: {reason}. "
    "Please install the program again."
)
"""Said where there is no catalogue to say it: the one sentence that stands in the code."""


class CommandRow(NamedTuple):
    """A command: `target` is `module:function`, called with the arguments after the name and the
    words of the output; it returns the exit code. `command.<name>.about` says what it does.
    """

    name: str
    target: str
    usage: str


COMMANDS: tuple[CommandRow, ...] = (
    CommandRow(
        "check", "viewer.commands.check:run", "FILE... [--format text|json|sarif] [--watch]"
    ),
    CommandRow("figures", "viewer.commands.figures:run", "REPORT [--json] [--encoding NAME]"),
    CommandRow(
        "draft",
        "viewer.commands.draft:run",
        "REPORT [-o OUT] [--keep N | --all] [--encoding NAME] [--update FILE] [--force]",
    ),
    CommandRow(
        "export", "viewer.export.command:run", "FILE -o OUT [--to KIND] [--chart ID] [--force]"
    ),
    CommandRow("compare", "viewer.commands.compare:run", "OLD NEW [--json]"),
    CommandRow("schema", "viewer.commands.schema:run", ""),
    CommandRow("doctor", "viewer.commands.doctor:run", "[--json]"),
    CommandRow("install-desktop", "viewer.commands.install_desktop:run", "[--uninstall]"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; the exit code. What cannot go on is one line."""
    given = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        words = load(requested_language(given) or system_language())
    except ViewerError as error:
        print(_UNSPOKEN.format(**error.params), file=sys.stderr)
        return CANNOT
    try:
        code = _run_whole(given, words)
        _flush()
    except ViewerError as error:
        tell(words.of_error(error), error=True)
        return CANNOT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `check ... | head`: the reader has seen enough
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:  # a disk can fail at any call
        if error.filename is None:
            _drop_output()
        tell(words.of_error(disk_error(error)), error=True)
        return CANNOT
    return code


def _drop_output() -> None:
    """What is still to be written would fail again when the interpreter ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run_whole(argv: list[str], words: Words) -> int:
    """As `_run`; ViewerError `part-missing` for an installation that lost a part."""
    try:
        return _run(argv, words)
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part in ("", "viewer"):  # a mistake of ours
            raise
        raise ViewerError("part-missing", part=part) from error


def _run(argv: list[str], words: Words) -> int:
    command = next((row for row in COMMANDS if row.name == argv[0]), None) if argv else None
    if command is not None:
        with _seldom_looking_for_garbage():
            return _loaded(command.target)(_without_language(argv[1:]), words)
    plain = _without_language(argv)
    if plain and plain[0] in ("-h", "--help"):
        print(help_text(words))
        return 0
    if plain and plain[0] == "--version":
        print(PROGRAM, __version__)
        return 0
    return _loaded("viewer.app:run")(argv)


@contextlib.contextmanager
def _seldom_looking_for_garbage() -> Iterator[None]:
    """As `_MADE` says; what a command leaves is not looked through either as the process ends."""
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.set_threshold(_MADE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def help_text(words: Words) -> str:
    """What the program can do, from the table of commands."""
    rows = [
        (
            "[FILE] [--present | --rehearse] [--screen] [--from] [--minutes] [--until] "
            "[--new-window] [--safe-mode] [--read-only] [--language] [--theme]",
            "command.open.about",
        )
    ]
    rows += [(f"{row.name} {row.usage}".strip(), f"command.{row.name}.about") for row in COMMANDS]
    told = [f"  {PROGRAM} {usage}\n      {words(key)}" for usage, key in rows]
    return "\n".join([words("command.about"), "", *told, "", words("command.more")])


def _without_language(argv: Sequence[str]) -> list[str]:
    kept: list[str] = []
    rest = iter(argv)
    for given in rest:
        if given == "--":
            return [*kept, given, *rest]
        if given == "--language":
            next(rest, None)
        elif not given.startswith("--language="):
            kept.append(given)
    return kept


def _loaded(target: str) -> Callable[..., int]:
    module, _, name = target.partition(":")
    found: Callable[..., int] = getattr(importlib.import_module(module), name)
    return found


def _speak_utf8() -> None:
    """UTF-8 whatever the locale; a file name that is no UTF-8 is written with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    """A broken pipe must show here, not when the interpreter ends."""
    if sys.stdout is not None:  # a window program on Windows has none
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
