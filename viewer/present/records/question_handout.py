"""The questions of a talk as a file to hand out: a page of Markdown, or a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.export.csv_file import encoded
from viewer.export.markdown import escape
from viewer.export.sanitize import harmless


@dataclass(frozen=True, slots=True)
class Handout:
    """A title, the headings of the columns of `viewer.talk.handout`, and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def in_markdown(handout: Handout) -> bytes:
    """A heading a question; below it where it was asked, and the words of the report as a quote."""
    lines = [f"# {escape(handout.title)}", ""]
    for number, row in enumerate(handout.rows, 1):
        lines += _question(number, row, handout.heads)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def in_csv(handout: Handout) -> bytes:
    """A line a question, with a line of headings (RFC 4180)."""
    rows = [[harmless(cell) for cell in row] for row in handout.rows]
    return encoded([handout.heads, *rows])


def _question(number: int, row: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[str]:
    question, _, quote, *_ = map(escape, row)
    yield f"## {number}. {question}"
    yield ""
    for head, cell in list(zip(heads, row, strict=True))[1:]:
        if cell and cell != row[2]:
            yield f"- {escape(head)}: {escape(cell)}"
    yield ""
    if quote:
        yield from (f"> {quote}", "")
