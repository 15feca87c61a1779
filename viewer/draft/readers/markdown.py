"""Markdown as its reader sees it: headings, lists and tables without their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from viewer.draft.readers.decode import decode_report
from viewer.draft.readers.html import fragment
from viewer.draft.readers.report import Block, Report, Shape, clean, joined, table_block
from viewer.i18n import LANGUAGES, load
from viewer.model import Source
from viewer.quantities.tables.rows import is_rule

_FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):(?:[ \t]+(.*)|)$")
_LONGEST_FRONT = 60
_OWN_HEADS = tuple(
    ("number", "label", value, "base", "share", "quote") for value in ("value", "written")
)
"""The headings of exported tables of figures, of now and of earlier versions."""
_NOTE = re.compile(r"^[ \t]*\[\^[^\]\n]{1,40}\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,40}\]")
_DEFINED = re.compile(
    r"^( {0,3})(?=\[[^\]\n]{1,200}\]:[ \t]*(?![<\w./#-]{1,200}(?:[./:#]|$))\S)", re.MULTILINE
)
"""Where a line looks like the target of a link, but names none: `[注]: 初步核算数`."""
_LEFTOVER = re.compile(r"(?<!\d)(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\d)")
"""Emphasis that the rules of Markdown leave standing beside Chinese marks: `**增加值。**全年`."""
_LEFTOVER_STRUCK = re.compile(r"(?<!\d)~~(?=\S)[^~\n]{1,500}?(?<=[^\s\d])~~")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRUCK = re.compile(r"<(/?)(?:s|del|strike)\b", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")
_LONGEST_TITLE = 120
_MASK = 0xF0000
_MASKED = re.compile(f"[{chr(_MASK + 0x21)}-{chr(_MASK + 0x7E)}]")
_MARKS = {"strong_open", "strong_close", "em_open", "em_close", "s_open", "s_close"}


def read(data: bytes, encoding: str, cancelled: Callable[[], bool]) -> Report:
    """The blocks of a Markdown text, emphasis and links told as their words.

    What is struck out is left out, as deleted words of any report are. The tables of figures of our
    own exports are not read: the passages above have their words.
    """
    lines = clean(decode_report(data, encoding)).split("\n")
    named, start = _front_matter(lines)
    text = _NOTE.sub("\n\n", "\n".join(lines[start:]))
    text = _DEFINED.sub(r"\1\\", _NOTE_MARK.sub("", text))
    source = Source(
        publication=named.get("publication", "") or named.get("source", ""),
        date=named.get("date", ""),
    )
    return Report(tuple(_blocks(_parser().parse(text))), named.get("title", ""), source)


@cache
def _parser() -> MarkdownIt:
    """CommonMark without code by indent, which typists use for paragraphs.

    Its tables drop cells beyond those of the head, so that tables are read here.
    """
    return MarkdownIt("commonmark").enable("strikethrough").disable(["code", "text_join"])


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


@dataclass(slots=True)
class _Place:
    """Where the walk over the tokens is: the heading that is open, and the items around it."""

    heading: Token | None = None
    items: list[str | None] = field(default_factory=list)

    def shape(self) -> Shape:
        """The shape of a paragraph here."""
        return Shape.ITEM if self.items else Shape.PARAGRAPH

    def mark(self) -> str:
        """What stands before a paragraph: the number of its item, before the first one only."""
        mark = self.items[-1] if self.items else None
        if self.items:
            self.items[-1] = None
        return mark or ""


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    place = _Place()
    for token in tokens:
        if token.type == "heading_open":
            place.heading = token
        elif token.type == "heading_close":
            place.heading = None
        elif token.type == "list_item_open":
            place.items.append(f"{token.info}{token.markup} " if token.info else None)
        elif token.type == "list_item_close":
            place.items.pop()
        elif token.type == "inline":
            yield from _of_inline(token, place)
        elif token.type == "fence":
            yield from _paragraph(joined(token.content.split("\n")), Shape.PARAGRAPH)
        elif token.type == "html_block":
            yield from fragment(token.content)


def _of_inline(token: Token, place: _Place) -> Iterator[Block]:
    """The blocks of one heading, paragraph or item; rows in it are tables."""
    if place.heading is not None:
        yield from _heading(place.heading, _words(token.children or []))
        return
    lines = [line.strip() for line in token.content.split("\n")]
    rows = _rows(lines)
    if not rows:
        yield from _paragraph(place.mark() + _words(token.children or []), place.shape())
        return
    for is_row, run in groupby(range(len(lines)), key=rows.__contains__):
        if is_row:
            yield from _table([lines[at] for at in run])
        else:
            said = _words(_inline("\n".join(lines[at] for at in run)))
            yield from _paragraph(place.mark() + said, place.shape())


def _heading(opened: Token, text: str) -> Iterator[Block]:
    """A heading; a sentence over a rule is none."""
    underlined = opened.markup in {"-", "="}
    if underlined and (len(text) > _LONGEST_TITLE or text.endswith(("。", "；", "，"))):
        yield from _paragraph(text, Shape.PARAGRAPH)
    elif text:
        yield Block(Shape.HEADING, text, int(opened.tag[1:]), alone=True)


def _paragraph(text: str, shape: Shape) -> Iterator[Block]:
    if text.strip():
        yield Block(shape, text.strip(), alone=True)


def _rows(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are rows: led by a stroke, or around and below a divider."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        head = at + 1 < len(lines) and "|" in line and is_rule(lines[at + 1])
        if line.startswith("|") or head or (at - 1 in found and "|" in line):
            found.add(at)
    return frozenset(found)


def _table(lines: Sequence[str]) -> Iterator[Block]:
    rows = [
        [_words(_inline(cell.strip().replace("\\|", "|"))) for cell in _cells(line)]
        for line in lines
        if not is_rule(line)
    ]
    made = table_block(rows) if not _is_of_figures(rows) else None
    yield from [made] if made else []


def _cells(line: str) -> list[str]:
    cells = _PIPE.split(line.removeprefix("|"))
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _inline(text: str) -> list[Token]:
    parsed = _parser().parseInline(text)
    return (parsed[0].children or []) if parsed else []


def _words(tokens: Sequence[Token]) -> str:
    """The words of a line without the marks of emphasis, links and code."""
    kept = _marks_in_numbers(tokens)
    pieces: list[str] = []
    struck = hidden = 0
    for at, token in enumerate(tokens):
        struck += _struck(token, at in kept)
        if token.type in {"link_open", "link_close"} and token.markup == "autolink":
            hidden += token.nesting  # an address, not words: its numbers are no figures
        if not struck and not hidden:
            pieces.append(token.markup if at in kept else _of_token(token))
    bare = _LEFTOVER_STRUCK.sub("", _LEFTOVER.sub(r"\2", "".join(pieces)))
    said = joined(bare.split("\n"))
    return _MASKED.sub(lambda found: chr(ord(found[0]) - _MASK), said).strip()


def _struck(token: Token, kept: bool) -> int:
    """How a token changes the depth of what is struck out."""
    if token.type in {"s_open", "s_close"}:
        return 0 if kept else token.nesting
    found = _STRUCK.match(token.content) if token.type == "html_inline" else None
    return 0 if found is None else -1 if found[1] else 1


def _of_token(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.type in {"text_special", "code_inline"}:
        return re.sub(r"[*_~]", lambda mark: chr(_MASK + ord(mark[0])), token.content)
    if token.type in {"softbreak", "hardbreak"} or _BREAK.fullmatch(token.content):
        return "\n"
    return ""


def _marks_in_numbers(tokens: Sequence[Token]) -> frozenset[int]:
    """The marks that stand between digits, with their partners: `3*4*5` and `10~~20` are said so,
    and a number must not grow together with the next.
    """
    kept: set[int] = set()
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.type not in _MARKS:
            continue
        if token.nesting > 0:
            opened.append(at)
        elif opened:
            begin = opened.pop()
            if _in_number(tokens, begin) or _in_number(tokens, at):
                kept |= {begin, at}
    return frozenset(kept)


def _in_number(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].content[-1:] if at else ""
    after = tokens[at + 1].content[:1] if at + 1 < len(tokens) else ""
    return before.isdigit() and after.isdigit()


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
