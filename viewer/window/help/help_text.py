"""The pages of the help as blocks: read from their files, filled from the tables they speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from viewer.datafile.fields import RECORDS
from viewer.export.table import EXPORTS
from viewer.i18n import Words
from viewer.resources import resource_text
from viewer.talk import face
from viewer.talk.keys import KEYS
from viewer.window.actions import ACTIONS, MENUS
from viewer.window.help.shortcut_rows import rows_of

PAGES = (
    "first-steps",
    "links",
    "data-file",
    "drafting",
    "editing",
    "presenting",
    "exports",
    "keys",
)


class Shape(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    """A row of two columns: `term` and `text`."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item of a list or row of a table."""

    shape: Shape
    text: str
    term: str = ""


_MARKS = (("## ", Shape.HEADING), ("# ", Shape.TITLE), ("- ", Shape.ITEM))
_FIELD = re.compile(r"\{(key|action):([\w-]+)\}")


def page(name: str, words: Words) -> tuple[Block, ...]:
    """One page in a language; ViewerError `disk-failed` where its file cannot be read."""
    text = resource_text("help", words.language, f"{name}.txt")
    return tuple(_blocks(text, words))


def _blocks(text: str, words: Words) -> Iterator[Block]:
    for line in text.splitlines():
        table = TABLES.get(line.strip("{}")) if line.startswith("{") else None
        if table is not None:
            yield from table(words)
        elif line.strip():
            said = _FIELD.sub(lambda field: _key_name(field[1], field[2], words), line)
            marked = ((shape, mark) for mark, shape in _MARKS if said.startswith(mark))
            shape, mark = next(marked, (Shape.TEXT, ""))
            yield Block(shape, said.removeprefix(mark))


def _key_name(what: str, name: str, words: Words) -> str:
    """The first key of an action, or its name in the menu; KeyError for an unknown action."""
    row = _BY_ID[name]
    return face(row.keys[0]) if what == "key" else words(f"action.{row.id}").rstrip("…")


def _format(words: Words) -> Iterator[Block]:
    for record, fields in RECORDS.items():
        yield Block(Shape.HEADING, words(f"format.{record}"))
        for field in fields:
            yield Block(Shape.ROW, words(f"format.{record}.{field.key}"), field.key)


def _talk_keys(words: Words) -> Iterator[Block]:
    for row in KEYS:
        keys = words("talk.keys.comma").join(face(key) for key in row.keys)
        yield Block(Shape.ROW, words(row.words), keys)


def _window_keys(words: Words) -> Iterator[Block]:
    for menu in MENUS:
        rows = rows_of(menu, words)
        if rows:
            yield Block(Shape.HEADING, words(f"menu.{menu}"))
        for keys, said in rows:
            yield Block(Shape.ROW, said, keys)


def _exports(words: Words) -> Iterator[Block]:
    for row in EXPORTS:
        yield Block(Shape.ROW, words(row.key), " ".join(row.suffixes))


TABLES: dict[str, Callable[[Words], Iterator[Block]]] = {
    "format": _format,
    "talk-keys": _talk_keys,
    "window-keys": _window_keys,
    "exports": _exports,
}
"""What a page may hold by name: tables of the program, said as they stand."""
_BY_ID = {row.id: row for row in ACTIONS}


def found_in(blocks: tuple[Block, ...], query: str) -> bool:
    """Whether a page holds every word of a query."""
    text = " ".join(f"{one.term} {one.text}" for one in blocks).casefold()
    return all(word in text for word in query.casefold().split())
