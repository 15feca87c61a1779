"""Which program opens a text file at a line: the author's own, one that is there, or none."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.model import Place

Which = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Editor:
    """A program and the words that take it to a line; `inside` says that it needs a terminal."""

    program: str
    words: tuple[str, ...]
    inside: bool = False


_GOTO = ("--goto", "{file}:{line}:{column}")
_COLON = ("{file}:{line}:{column}",)
_PLUS = ("+{line}", "{file}")
_PLUS_COLUMN = ("+{line}:{column}", "{file}")
_LETTER = ("-l", "{line}", "-c", "{column}", "{file}")

EDITORS = (
    Editor("code", _GOTO),
    Editor("codium", _GOTO),
    Editor("code-oss", _GOTO),
    Editor("subl", _COLON),
    Editor("zed", _COLON),
    Editor("kate", _LETTER),
    Editor("kwrite", _LETTER),
    Editor("gnome-text-editor", _PLUS_COLUMN),
    Editor("gedit", _PLUS_COLUMN),
    Editor("xed", _PLUS_COLUMN),
    Editor("pluma", _PLUS_COLUMN),
    Editor("mousepad", ("--line={line}", "--column={column}", "{file}")),
    Editor("geany", ("--line={line}", "--column={column}", "{file}")),
    Editor("featherpad", ("+{line},{column}", "{file}")),
    Editor("notepad++", ("-n{line}", "-c{column}", "{file}")),
    Editor("bbedit", ("+{line}:{column}", "{file}")),
    Editor("mate", ("-l", "{line}:{column}", "{file}")),
    Editor("gvim", _PLUS),
    Editor("emacs", _PLUS_COLUMN),
    Editor("emacsclient", ("-c", "-n", *_PLUS_COLUMN)),
    Editor("notepad", ("{file}",)),  # every Windows has it, and it knows no lines
    Editor("vim", _PLUS, inside=True),
    Editor("nvim", _PLUS, inside=True),
    Editor("vi", _PLUS, inside=True),
    Editor("nano", ("+{line},{column}", "{file}"), inside=True),
    Editor("micro", _PLUS_COLUMN, inside=True),
    Editor("hx", _COLON, inside=True),
    Editor("kak", _PLUS_COLUMN, inside=True),
)
TERMINALS = (
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("xterm", "-e"),
)
_VARIABLES = ("VISUAL", "EDITOR")
_NEVER = frozenset(
    {
        "abiword",
        "calligrawords",
        "focuswriter",
        "gio",
        "libreoffice",
        "localc",
        "loffice",
        "lowriter",
        "oowriter",
        "open",
        "openoffice",
        "see",
        "soffice",
        "start",
        "swriter",
        "wine",
        "winword",
        "wordpad",
        "wps",
        "wpsoffice",
        "words",
        "xdg-open",
        "kde-open",
        "exo-open",
    }
)
"""Word processors, which would write another kind of file, and what may lead to one: they lose the
line as well."""


def command_for(
    file: Path, place: Place, environment: Mapping[str, str], which: Which
) -> tuple[str, ...]:
    """The program and its words that open `file` at `place`; nothing when there is none.

    What `VISUAL` and then `EDITOR` name comes first, but never a word processor; `{file}`, `{line}`
    and `{column}` in it are filled in, otherwise an editor that is not in the table is given the
    file alone. Without them the first editor with a window that is
    installed is taken.
    """
    for variable in _VARIABLES:
        words = split_command(environment.get(variable, ""))
        if words and _name(words[0]) not in _NEVER and which(words[0]):
            asked = _arguments_for(words, file, place, which)
            if asked:
                return asked
    present = (one for one in EDITORS if not one.inside and which(one.program))
    found = next(present, None)
    if found is not None:
        return (found.program, *_filled(found.words, file, place))
    inside = (one.program for one in EDITORS if one.inside and which(one.program))
    return next((_arguments_for([program], file, place, which) for program in inside), ())


def offered(which: Which) -> tuple[str, ...]:
    """A command for each editor that is installed, with the words that take it to a line."""
    terminal = any(which(pair[0]) for pair in TERMINALS)
    return tuple(
        " ".join((one.program, *one.words))
        for one in EDITORS
        if which(one.program) and (terminal or not one.inside)
    )


def _arguments_for(words: list[str], file: Path, place: Place, which: Which) -> tuple[str, ...]:
    known = next((one for one in EDITORS if one.program == _name(words[0])), None)
    if any("{file}" in word for word in words):
        command = _filled(words, file, place)
    elif known is None:
        return (*words, str(file))
    else:
        command = (*words, *_filled(known.words, file, place))
    if known is None or not known.inside:
        return command
    terminal = next((pair for pair in TERMINALS if which(pair[0])), None)
    return () if terminal is None else (*terminal, *command)


def _name(program: str) -> str:
    """A program without its folder and the ending that it has on Windows."""
    return Path(program).name.lower().removesuffix(".exe")


def _filled(words: Sequence[str], file: Path, place: Place) -> tuple[str, ...]:
    told = {"{file}": str(file), "{line}": str(place.line), "{column}": str(place.column)}
    return tuple(_replaced(word, told) for word in words)


def _replaced(word: str, told: Mapping[str, str]) -> str:
    """The word with line and column first, as a file's name may hold braces of its own."""
    for field in ("{line}", "{column}", "{file}"):
        word = word.replace(field, told[field])
    return word


def split_command(command: str, system: str = sys.platform) -> list[str]:
    """The words of a command line: on Windows a backslash is a part of a path, not an escape.

    Nothing where a quotation mark is open.
    """
    try:
        words = shlex.split(command, posix=system != "win32")
    except ValueError:
        return []
    return [word.strip('"') for word in words] if system == "win32" else words
