"""Slips of syntax: what the parser stumbled over, in an author's words, and mended if clear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from viewer.model import Place

_LOOK_BACK = 2
"""A slip is often met a line or two after it was made: a key without colon runs on."""

# Patterns are compiled when a file has a slip: most have none, and starting is quick.
_TAB = " " * 4
_KEY = r"[^\s:：#\"'\[\]{},|>&*!%@`-][^\s:：#\"'\[\]{},]{0,39}"
_INDENT = r"[ \t\u3000\u00a0\u2000-\u200a\u202f]*"
_WIDE_COLON = rf"(\s*(?:- +)*{_KEY})\s*：[ \u3000]*((?s:.*))"
_WIDE_INDENT = rf"[\u3000\u00a0]+(?:- *)?{_KEY}\s*[:：]"
_PAIR = rf"(\s*(?:- +)*{_KEY}:[ ]+)(\S.*?)([ ]*[\r\n]*)$"
_BARE_KEY = rf"\s*(?:- +)*({_KEY}):\S"


_NAMED = ("while scanning an alias", "while scanning an anchor")
"""What the parser takes a leading * or & for."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake of syntax; `mended` is its line (from 0) as it was meant, if that is clear."""

    code: str
    place: Place
    line: int
    params: dict[str, object] = field(default_factory=dict)
    mended: str | None = None


class _Error(NamedTuple):
    """What the parser said, and the line it said it of."""

    problem: str
    context: str
    place: Place
    context_place: Place
    lines: list[str]

    @property
    def line(self) -> str:
        at = self.place.line - 1
        return self.lines[at] if at < len(self.lines) else ""

    def near(self) -> Iterator[tuple[int, str]]:
        """The lines that may hold the slip, the one of the error first."""
        last = min(self.place.line, len(self.lines)) - 1
        first = max(0, min(self.context_place.line - 1, last) - _LOOK_BACK, last - 20)
        if self.context.startswith("while parsing a"):  # the start of the whole block: far away
            first = max(0, last - _LOOK_BACK)
        for at in range(last, first - 1, -1):
            yield at, self.lines[at]


def slip_of(lines: list[str], error: yaml.MarkedYAMLError) -> Slip:
    """The slip behind an error of the parser, in the lines of the file."""
    said = _Error(
        str(error.problem or ""),
        str(error.context or ""),
        place_of(error.problem_mark),
        place_of(error.context_mark or error.problem_mark),
        lines,
    )
    for look in _LOOKS:
        slip = look(said)
        if slip is not None:
            return slip
    at = min(said.place.line, max(1, len(lines))) - 1
    return Slip("yaml-syntax", said.place, at, {"problem": said.problem})


def _tab(error: _Error) -> Slip | None:
    for at, line in error.near():
        indent = re.match(_INDENT, line)
        if indent and "\t" in indent.group():
            mended = indent.group().replace("\t", _TAB) + line[indent.end() :]
            return Slip("indent-tab", Place(at + 1, line.index("\t") + 1), at, {}, mended)
    return None


def _wide_indent(error: _Error) -> Slip | None:
    for at, line in error.near():
        if re.match(_WIDE_INDENT, line.lstrip(" ")):
            indent = re.match(_INDENT, line)
            assert indent is not None  # it matches nothing at the least
            mended = re.sub("[\u3000\u00a0]", "  ", indent.group()) + line[indent.end() :]
            column = len(line) - len(line.lstrip(" ")) + 1
            return Slip("indent-wide", Place(at + 1, column), at, {}, mended)
    return None


def _wide_colon(error: _Error) -> Slip | None:
    for at, line in error.near():
        found = re.match(_WIDE_COLON, line)
        if found:
            key = found.group(1).strip(" -")
            mended = f"{found.group(1)}: {found.group(2)}"
            place = Place(at + 1, line.index("：") + 1)
            return Slip("colon-wide", place, at, {"key": key}, mended)
    return None


def _colon_without_space(error: _Error) -> Slip | None:
    for at, line in error.near():
        found = re.match(_BARE_KEY, line)
        if found and found.group(1).isascii():
            end = found.end() - 1
            mended = f"{line[:end]} {line[end:]}"
            return Slip("colon-tight", Place(at + 1, end), at, {"key": found.group(1)}, mended)
    return None


def _reserved(error: _Error) -> Slip | None:
    """`unit: %`: some marks may not begin a text that stands without quotes."""
    named = error.context in _NAMED
    if not named and "cannot start any token" not in error.problem:
        return None
    place = error.context_place if named else error.place
    character = error.line[place.column - 1 : place.column]
    return _quoted(error, "value-mark", place, {"character": character})


def _colon_inside(error: _Error) -> Slip | None:
    """`title: 报告: 摘要`: a colon and a space inside a text look like another key."""
    if "mapping values are not allowed" not in error.problem:
        return None
    found = re.match(_PAIR, error.line)
    if not found or error.place.column <= found.end(1):
        return None
    return _quoted(error, "value-colon", error.place, {})


def _quoted(error: _Error, code: str, place: Place, params: dict[str, object]) -> Slip | None:
    at = error.place.line - 1
    found = re.match(_PAIR, error.line)
    if not found or found.group(2)[0] in "'\"|>":
        return None
    mended = "{}'{}'{}".format(found.group(1), found.group(2).replace("'", "''"), found.group(3))
    return Slip(code, place, at, params, mended)


def _open_quote(error: _Error) -> Slip | None:
    if error.context != "while scanning a quoted scalar":
        return None
    return _plain_slip("quote-open", error.context_place, {})


def _after_quote(error: _Error) -> Slip | None:
    """`title: "两个大抓"再抓三年`: words go on after the closing quote."""
    before = error.line[: error.place.column - 1].rstrip()
    if "did not find expected key" not in error.problem or before[-1:] not in ("'", '"'):
        return None
    return _plain_slip("quote-after", error.place, {})


def _open_bracket(error: _Error) -> Slip | None:
    if not error.context.startswith("while parsing a flow"):
        return None
    return _plain_slip("bracket-open", error.context_place, {})


def _escape(error: _Error) -> Slip | None:
    if error.context != "while parsing a quoted scalar":
        return None
    return _plain_slip("quote-escape", error.place, {})


def _stray(error: _Error) -> Slip | None:
    """A line without key: most often words of a passage that were not moved in."""
    if "could not find expected ':'" not in error.problem:
        return None
    place = error.context_place
    at = place.line - 1
    words = error.lines[at].strip() if at < len(error.lines) else ""
    return _plain_slip("line-stray", place, {"words": words})


def _indent(error: _Error) -> Slip | None:
    told = ("did not find expected key", "mapping values are not", "did not find expected '-'")
    if not any(words in error.problem for words in told):
        return None
    return _plain_slip("indent-wrong", error.place, {})


def _plain_slip(code: str, place: Place, params: dict[str, object]) -> Slip:
    return Slip(code, place, place.line - 1, params)


_LOOKS: tuple[Callable[[_Error], Slip | None], ...] = (
    _open_quote,
    _escape,
    _tab,
    _wide_indent,
    _reserved,
    _wide_colon,
    _colon_inside,
    _after_quote,
    _open_bracket,
    _colon_without_space,
    _stray,
    _indent,
)
"""What is looked for, the surest first."""


def place_of(mark: yaml.Mark | None) -> Place:
    """Where the parser saw a problem."""
    assert mark is not None  # libyaml marks every problem
    return Place(mark.line + 1, mark.column + 1)
