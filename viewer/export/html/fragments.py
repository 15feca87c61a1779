"""The parts of a section as HTML: words with their figures, charts, the table that twins them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from viewer.chart import FORM_ROWS, Scene, lay_out
from viewer.chart.drawing import strokes_of
from viewer.chart.layout import DESK, Placed
from viewer.design import Role
from viewer.export import svg
from viewer.export.context import Takeaway
from viewer.export.html.css import variable
from viewer.export.relation_table import HEADS, RelationRow
from viewer.export.rows import Agreement, Row, base_of
from viewer.export.sanitize import one_line, plain
from viewer.export.scenes import parts_of
from viewer.i18n import Words
from viewer.model import Key, Section, Span
from viewer.rendering.typeset.line_pieces import quoted
from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers

CHART_WIDTH = 400.0
"""Pixels of a chart's layout: about as wide as a column of the page, and as a phone."""
LONGEST_WHOLE = 14
"""Letters of a quotation in a title, or of a figure with its unit, that a phone has room for on
one line."""
ROWS = 24
"""Figures of one drawing: more of them are parted, so that a printed page can hold each."""
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
COLUMNS = ("number", "label", "value", "base", "quote")


@dataclass(frozen=True, slots=True)
class FigureRows:
    """The rows of a section by key, in the order of the text; `tongue` marks our own words."""

    rows: Sequence[Row]
    numbers: Mapping[Key, int]
    tongue: str = ""

    def token(self, key: Key) -> str:
        """What ties the page's elements of one figure together."""
        number = self.numbers.get(key)
        return f' data-f="{number}"' if number else ""


def text(words: str) -> str:
    """Any words as HTML: nothing in them is markup."""
    return escape(plain(words))


def prose(words: str) -> str:
    """Words as HTML, an apostrophe inside an English word as such: beside hanzi it is wide."""
    return _APOSTROPHE.sub('<span class="en">’</span>', text(words))


def language_attribute(words: Words, language: str) -> str:
    """The attribute of our own words where the report is in another language than they are."""
    ours = words.language.replace("_", "-")
    same = ours.split("-")[0] == language.lower().split("-")[0]
    return "" if same else f' lang="{ours}"'


def latin_class(latin: bool) -> str:
    """The attribute of what is in Latin letters."""
    return ' class="latin"' if latin else ""


def title(words: str) -> str:
    """A title as HTML: what stands in quotation marks stays on one line where it is short."""
    line = one_line(words)
    out, at = [], 0
    for start, end in quoted(line):
        if end - start <= LONGEST_WHOLE:
            out += [prose(line[at:start]), f'<span class="whole">{prose(line[start:end])}</span>']
            at = end
    return "".join((*out, prose(line[at:])))


def passage(section: Section, figures: FigureRows, colours: Mapping[Key, Role]) -> Iterator[str]:
    """The paragraphs, verbatim, with each figure a link to its mark."""
    for paragraph in section.passage.paragraphs:
        inside = [
            (row.figure.quantity.words, row)
            for row in figures.rows
            if row.figure and paragraph.holds(row.figure.quantity.words)
        ]
        kind = ' class="tabs"' if "\t" in paragraph.of(section.passage.text) else ""
        yield f"<p{kind}>{_marked(section.passage.text, paragraph, inside, colours)}</p>"


def _marked(
    words: str,
    paragraph: Span,
    inside: Sequence[tuple[Span, Row]],
    colours: Mapping[Key, Role],
) -> str:
    out, at = list[str](), paragraph.start
    held = [number.moved(paragraph.start) for number in unbreakable_numbers(paragraph.of(words))]
    for span, rows in _merge_overlaps(inside):
        out += _with_whole_numbers(words, Span(at, span.start), held)
        numbers = " ".join(str(row.number) for row in rows)
        first = rows[0]
        role = colours.get(first.key, Role.INK).value
        kept = " whole" if span.end - span.start <= LONGEST_WHOLE else ""
        out.append(
            f'<a class="fig c-{role}{kept}" id="t{first.number}" href="#m{first.number}"'
            f' data-f="{numbers}" data-n="{numbers}">{text(span.of(words))}</a>'
        )
        at = span.end
    out += _with_whole_numbers(words, Span(at, paragraph.end), held)
    return "".join(out)


def _with_whole_numbers(words: str, part: Span, held: Sequence[Span]) -> Iterator[str]:
    """Words between two figures, each number with its unit on one line where it is short."""
    at = part.start
    for number in held:
        if at <= number.start and number.end <= part.end and _breaks(number.of(words)):
            yield prose(words[at : number.start])
            yield f'<span class="whole">{prose(number.of(words))}</span>'
            at = number.end
    yield prose(words[at : part.end])


def _breaks(number: str) -> bool:
    """Whether a browser might end a line inside a number that fits on one."""
    return len(number) <= LONGEST_WHOLE and not (number.isascii() and number.isalnum())


def _merge_overlaps(inside: Sequence[tuple[Span, Row]]) -> list[tuple[Span, list[Row]]]:
    """Figures whose words overlap become one link of several numbers."""
    found: list[tuple[Span, list[Row]]] = []
    for span, row in sorted(inside, key=lambda pair: pair[0]):
        if found and found[-1][0].meets(span):
            last, rows = found[-1]
            found[-1] = (Span(last.start, max(last.end, span.end)), [*rows, row])
        else:
            found.append((span, [row]))
    return found


def chart_drawings(scenes: Sequence[Scene], figures: FigureRows, place: str) -> Iterator[str]:
    """Each chart as inline SVG whose marks are links to their words."""
    aimed: set[str] = set()
    shown = [part for scene in scenes for part in _in_parts(scene)]
    for number, scene in enumerate(shown, start=1):
        placed = lay_out(scene, CHART_WIDTH, DESK, svg.measure)
        ink = svg.Ink(variable, f"{place}-{number}", figures.token)
        inner = svg.inside(strokes_of(placed, DESK.arrow), ink)
        links = "\n".join(_hits(placed, scene, figures, aimed))
        box = f"0 0 {placed.width:g} {round(placed.height, 2):g}"
        spoken = escape(one_line(scene.spoken))
        yield (
            f'<figure><svg viewBox="{box}" role="group" aria-label="{spoken}">\n'
            f"{inner}\n{links}\n</svg></figure>"
        )


def _in_parts(scene: Scene) -> tuple[Scene, ...]:
    return (scene,) if FORM_ROWS[scene.form].whole else parts_of(scene, ROWS)


def _hits(placed: Placed, scene: Scene, figures: FigureRows, aimed: set[str]) -> Iterator[str]:
    """Where the pointer and the Tab key mean a figure; the first of each is what words lead to."""
    for hit in placed.hits:
        number = figures.numbers.get(hit.key)
        mark = scene.by_key.get(hit.key)
        if number is None or mark is None:
            continue
        box = hit.box
        name = f' id="m{number}"' if hit.key not in aimed else ""
        aimed.add(hit.key)
        label = escape(one_line(f"{mark.name} {mark.as_written}"))
        yield (
            f'<a{name} href="#t{number}" data-f="{number}" aria-label="{label}">'
            f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}"'
            f' height="{box.height:.1f}" rx="4"/></a>'
        )


def figure_table(figures: FigureRows, words: Words) -> str:
    """The figures as a table: what a screen reader reads, and what can be copied.

    A column that says nothing of any figure is left out.
    """
    cells = [_cells(row, words) for row in figures.rows]
    names = [name for name in COLUMNS if name == "number" or any(row[name] for row in cells)]
    heads = {name: words(f"export.column.{name}") for name in names}
    head = "".join(f'<th scope="col">{text(said)}</th>' for said in heads.values())
    rows = "\n".join(_row(row, said, heads) for row, said in zip(figures.rows, cells, strict=True))
    return (
        f"<h3{figures.tongue}>{text(words('export.figures'))}</h3>\n"
        f'<div class="table"><table><thead{figures.tongue}><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _cells(row: Row, words: Words) -> dict[str, str]:
    """What each column but the first says of a figure."""
    quote = row.quote
    if row.agreement is not Agreement.AGREES:
        quote = f"{words(f'export.agreement.{row.agreement.value}')}: {quote}"
    return {
        "label": one_line(row.label),
        "value": row.shown,
        "base": one_line(base_of(row, words)),
        "quote": one_line(quote),
    }


def _row(row: Row, cells: Mapping[str, str], heads: Mapping[str, str]) -> str:
    link = f'<a href="#t{row.number}" data-f="{row.number}">{row.number}</a>'
    said = "".join(
        f'<td class="{name}" data-h="{escape(heads[name])}">{prose(cell)}</td>'
        for name, cell in cells.items()
        if name in heads
    )
    return f'<tr id="r{row.number}" data-f="{row.number}"><td>{link}</td>{said}</tr>'


def relation_list(rows: Sequence[RelationRow], takeaway: Takeaway) -> Iterator[str]:
    """Every relation that was recomputed, each term leading to its figure in the text."""
    if not rows:
        return
    words, spoken = takeaway.words, language_attribute(takeaway.words, takeaway.briefing.language)
    heads = {name: words(f"export.column.{name}") for name in HEADS}
    head = "".join(f'<th scope="col">{text(said)}</th>' for said in heads.values())
    yield f'<section id="relations"{spoken}><h2>{text(words("export.relations"))}</h2>'
    yield f'<div class="table"><table><thead><tr>{head}</tr></thead>\n<tbody>'
    yield from (_relation(row, heads) for row in rows)
    yield "</tbody></table></div></section>"


def _relation(row: RelationRow, heads: Mapping[str, str]) -> str:
    terms = "<br>".join(
        f'<a href="#t{number}" data-f="{number}">{prose(said)}</a>' if number else prose(said)
        for said, number in zip(row.named, row.numbers, strict=True)
    )
    cells = {
        "section": prose(row.section),
        "rule": text(row.rule),
        "terms": terms,
        "formula": prose(row.formula),
        "agreement": prose(row.said),
    }
    said = "".join(
        f'<td class="{name}" data-h="{escape(heads[name])}">{cell}</td>'
        for name, cell in cells.items()
    )
    return f'<tr class="v-{row.verdict.value}"><td>{row.number}</td>{said}</tr>'


def colour_rules() -> str:
    """The underline of a figure in its chart's colour."""
    return "".join(
        f".c-{role.value}{{border-bottom-color:{variable(role)}}}\n"
        for role in Role
        if role is Role.INK or role.value.startswith("series_")
    )
