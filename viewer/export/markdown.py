"""The briefing as Markdown: passages verbatim, and each section's figures as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.error_banner import disagreements
from viewer.export.rows import Agreement, Row, rows_of
from viewer.export.sanitize import one_line
from viewer.model import Briefing, Section
from viewer.quantities.tables.rows import cells_of, is_row, is_rule

# CommonMark 0.31, chapter 2.4: any ASCII punctuation may be escaped; these are the ones that mean
# something inside a line, `|` in a table (GFM) too.
_MEANS = re.compile(r"[\\`*_\[\]#|~!$]")
# What begins a tag or an entity, and what GFM and its kin take for the middle of an address: an
# address would go on over a backslash and swallow it, so that what it protects is markup again.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", ":": "&#58;", ".": "&#46;", "@": "&#64;"}
_ADDRESS = re.compile(r"[<>&@]|:(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.", re.IGNORECASE)
# What begins a list, a heading's underline or a rule, and nothing else: 1.48 stays as it is.
_LEADS = re.compile(r"^(\s*)([-+](?=\s|$)|[-=](?=[-=\s]*$)|\d{1,9}[.)](?=\s|$))")
# An address that may stand whole between < and > (chapter 6.5), without what might be an entity.
_WHOLE = re.compile(r"https?://(?:[^\s<>&\\`]|&(?![#\w]*;))+", re.IGNORECASE)

HEADS = ("number", "label", "value", "base", "share", "quote")
"""The columns of the table of figures; those that say nothing are left out."""


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """CommonMark with tables of GFM; the words of the report come back unchanged when rendered."""
    rows = rows_of(takeaway, options)
    lines = list(_front(takeaway))
    sections = options.chosen(takeaway.briefing)
    for done, section in enumerate(sections):
        watch.step(done, len(sections))
        mine = tuple(row for row in rows if row.section is section)
        lines += _section(section, mine, takeaway, options)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def escape(text: str) -> str:
    """`text` on one line, such that Markdown reads every character as itself."""
    text = _MEANS.sub(r"\\\g<0>", one_line(text))
    text = _ADDRESS.sub(lambda m: _ENTITIES[m[0]], text)
    return _LEADS.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)


def _linked(text: str) -> str:
    """A link where `text` is the address of a page, the words as they are otherwise."""
    line = one_line(text)
    return f"<{line}>" if _WHOLE.fullmatch(line) else escape(line)


def _front(takeaway: Takeaway) -> Iterator[str]:
    yield f"# {escape(takeaway.briefing.title)}"
    yield ""
    for said in disagreements(takeaway):
        yield f"> {escape(said)}  "
    if takeaway.errors:
        yield ""
    source = " · ".join(map(_linked, source_parts(takeaway.briefing)))
    if source:
        yield f"*{source}*"
        yield ""


def source_parts(briefing: Briefing) -> tuple[str, ...]:
    """Where the report was published, part by part, without what the file leaves out."""
    source = briefing.source
    authors = " ".join(source.authors)
    headline = source.headline if source.headline != briefing.title else ""
    parts = (headline, source.publication, source.page, source.date, authors, source.link)
    return tuple(part for part in (*parts, source.note) if part)


def _section(
    section: Section, rows: tuple[Row, ...], takeaway: Takeaway, options: Options
) -> Iterator[str]:
    words = takeaway.words
    yield f"## {escape(section.title)}"
    yield ""
    lines = (span.of(section.passage.text) for span in section.passage.paragraphs)
    for tabular, group in groupby(lines, is_row):
        run = list(group)
        yield from _table(run) if tabular and len(run) > 1 else _prose(run)
    if rows:
        cells = [_cells(row, takeaway) for row in rows]
        heads = [head for head in HEADS if any(cell[head] for cell in cells)]
        yield _line(words(f"export.column.{head}") for head in heads)
        yield _line("--:" if head == "number" else "---" for head in heads)
        for cell in cells:
            yield _line(escape(cell[head]) for head in heads)
        yield ""
    if options.notes and section.notes.strip():
        yield f"### {words('export.notes')}"
        yield ""
        for line in section.notes.splitlines():
            yield escape(line)
        yield ""


def _prose(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield escape(line)
        yield ""


def _table(lines: Sequence[str]) -> Iterator[str]:
    """The rows of a table of the report as one of GFM, each as wide as the widest."""
    rows = [[span.of(line) for span in cells_of(line)] for line in lines if not is_rule(line)]
    width = max(map(len, rows), default=0)
    for at, row in enumerate(rows):
        yield _line(escape(cell) for cell in (*row, *[""] * (width - len(row))))
        if at == 0:
            yield _line("---" for _ in range(width))
    yield ""


def _cells(row: Row, takeaway: Takeaway) -> dict[str, str]:
    quote = row.quote
    if row.agreement is not Agreement.AGREES:
        said = takeaway.words(f"export.agreement.{row.agreement.value}")
        quote = f"{said}: {quote}" if quote else said
    share = row.share.formula if row.share else ""
    cells = (str(row.number), row.label, row.shown, row.base, share, quote)
    return dict(zip(HEADS, cells, strict=True))


def _line(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"
