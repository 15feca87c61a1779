"""Markdown as its reader sees it: headings, lists and tables without their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from viewer.draft.readers.decode import decode
from viewer.draft.readers.report import Block, Report, Shape, clean, joined, table
from viewer.i18n import LANGUAGES, load
from viewer.model import Source

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_UNDERLINE = re.compile(r"(=+|-{3,})$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}$")
_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"\d{1,9}[.)][ \t]+(?=\S)")
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):(?:[ \t]+(.*)|)$")
_LONGEST_FRONT = 60
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MASK = 0xF0000
_MASKED = re.compile(f"[{chr(_MASK + 0x21)}-{chr(_MASK + 0x7E)}]")
_OWN_HEADS = tuple(
    ("number", "label", value, "base", "share", "quote") for value in ("value", "written")
)
"""The headings of exported tables of figures, of now and of earlier versions."""
_FENCE = re.compile(r"```|~~~")
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$")
_INLINE = (
    (re.compile(r"\[\^[^\]\n]{1,40}\]:?[ \t]*"), ""),
    (re.compile(r"<!--[^>]{0,500}-->"), ""),
    (re.compile(r"!\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)"), r""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
)


@dataclass(slots=True)
class _Page:
    """The blocks so far, and the lines of the paragraph that is still open."""

    blocks: list[Block] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    shape: Shape = Shape.PARAGRAPH
    rows: list[list[str]] = field(default_factory=list)

    def close(self) -> None:
        """End the paragraph or table that is open."""
        text = joined(self.open)
        if text:
            self.blocks.append(Block(self.shape, text, alone=True))
        made = table(self.rows) if not _is_of_figures(self.rows) else None
        if made:
            self.blocks.append(made)
        self.open, self.rows, self.shape = [], [], Shape.PARAGRAPH

    def heading(self, level: int, text: str) -> None:
        """Close what is open and add a heading."""
        self.close()
        if text:
            self.blocks.append(Block(Shape.HEADING, text, level, alone=True))


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a Markdown text, emphasis and links told as their words.

    The tables of figures of our own exports are not read: the passages above have their words.
    """
    page = _Page()
    lines = clean(decode(data, encoding)).split("\n")
    named, start = _front_matter(lines)
    for line in lines[start:]:
        _take(page, _ESCAPED.sub(lambda found: chr(_MASK + ord(found[1])), line.strip()))
    page.close()
    source = Source(
        publication=named.get("publication", "") or named.get("source", ""),
        date=named.get("date", ""),
    )
    return Report(tuple(page.blocks), named.get("title", ""), source)


def _front_matter(lines: Sequence[str]) -> tuple[Mapping[str, str], int]:
    """The fields between `---` at the head of a file, and the number of the line after them."""
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    named: dict[str, str] = {}
    for at, line in enumerate(lines[1:_LONGEST_FRONT], 1):
        if line.rstrip() in ("---", "..."):
            return named, at + 1
        field_of = _FIELD.match(line)
        if field_of is not None:
            named[field_of[1].lower()] = (field_of[2] or "").strip().strip("\"'").strip()
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            break
    return {}, 0


def _take(page: _Page, line: str) -> None:
    heading = _HEADING.match(line)
    if heading:
        page.heading(len(heading[1]), _plain(heading[2]))
    elif page.open and page.shape is Shape.PARAGRAPH and _UNDERLINE.match(line):
        title = joined(page.open)
        page.open = []
        page.heading(1 if line[0] == "=" else 2, title)
    elif not line or _RULE.match(line) or _FENCE.match(line):
        page.close()
    elif line.startswith("|") or (page.rows and "|" in line):
        _take_row(page, line)
    elif page.open and "|" in page.open[-1] and "|" in line and _DIVIDER.match(line):
        _take_row(page, page.open.pop())
    else:
        _take_words(page, line)


def _take_row(page: _Page, line: str) -> None:
    if page.open:
        page.close()
    if not _DIVIDER.match(line):
        page.rows.append([_plain(cell.strip()) for cell in line.strip("|").split("|")])


def _take_words(page: _Page, line: str) -> None:
    bullet = _BULLET.match(line)
    if page.rows or bullet or _NUMBER.match(line):
        page.close()
    if bullet or _NUMBER.match(line):
        page.shape = Shape.ITEM
    page.open.append(_plain(line[bullet.end() :] if bullet else line).lstrip("> "))


def _plain(text: str) -> str:
    """The words of a line without the marks of emphasis, links and code."""
    for pattern, words in _INLINE:
        text = pattern.sub(words, text)
    return _MASKED.sub(lambda found: chr(ord(found[0]) - _MASK), text).strip()


def _is_of_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is that of the figures in an exported briefing, by its head.

    An export leaves out the columns that say nothing, but never number, label, value and quote.
    """
    head = tuple(rows[0]) if rows else ()
    return any(
        (*head[:3], *head[-1:]) == (*own[:3], own[-1]) and set(head) <= set(own)
        for own in _own_heads()
    )


@cache
def _own_heads() -> frozenset[tuple[str, ...]]:
    catalogues = tuple(map(load, LANGUAGES))
    return frozenset(
        tuple(words(f"export.column.{head}") for head in heads)
        for words in catalogues
        for heads in _OWN_HEADS
    )
