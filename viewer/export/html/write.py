"""The page as a file: no address but its own, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence

from viewer.chart import roles
from viewer.design import reads_latin
from viewer.export.context import Options, Takeaway, Watch
from viewer.export.error_banner import disagreements
from viewer.export.html import fragments
from viewer.export.html.css import page_style_sheet
from viewer.export.html.faces import latin_faces
from viewer.export.html.script import script
from viewer.export.relation_table import relation_line, relation_rows
from viewer.export.rows import Row, rows_of
from viewer.export.sanitize import one_line
from viewer.export.scenes import agreement_line, scenes_of
from viewer.i18n import Words
from viewer.model import Briefing, Section


def write(takeaway: Takeaway, options: Options, watch: Watch) -> bytes:
    """One self-contained page; without its script the links between words and marks still lead."""
    sections = options.chosen(takeaway.briefing)
    by_section: dict[str, list[Row]] = {}
    for row in rows_of(takeaway, options):
        by_section.setdefault(row.section.id, []).append(row)
    body = [*_front(takeaway, sections), '<main id="main">']
    for done, section in enumerate(sections):
        watch.step(done, len(sections))
        rows = by_section.get(section.id, [])
        body.extend(_section(takeaway, options, (done + 1, section), rows))
    body.extend(fragments.relation_list(relation_rows(takeaway, options), takeaway))
    body += ["</main>", '<p id="said" role="status"></p>']
    latin = reads_latin("".join(section.passage.text for section in sections))
    style = page_style_sheet() + fragments.colour_rules() + (latin_faces() if latin else "")
    behaviour = script()
    page = _PAGE.format(
        language=fragments.text(takeaway.briefing.language),
        policy=_policy(style, behaviour, fonts=latin),
        title=fragments.text(one_line(takeaway.briefing.title)),
        authors=fragments.text("、".join(takeaway.briefing.source.authors)),
        style=style,
        kind=fragments.latin_class(latin),
        body="\n".join(body),
        script=behaviour,
    )
    return page.encode("utf-8", "replace")


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="{authors}">
<title>{title}</title>
<style>{style}</style>
</head>
<body{kind}>
{body}
<script>{script}</script>
</body>
</html>
"""


def _policy(style: str, behaviour: str, *, fonts: bool) -> str:
    """Nothing from anywhere, but this very style sheet, with the faces inside it where there are
    some, and this very script (CSP 3, hashes)."""
    faces = " font-src data:;" if fonts else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(behaviour)}';{faces}"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _front(takeaway: Takeaway, sections: Sequence[Section]) -> Iterator[str]:
    briefing, words = takeaway.briefing, takeaway.words
    yield "<header>"
    yield from _source(briefing)
    tongue = fragments.language_attribute(words, briefing.language)
    wrong = disagreements(takeaway)
    if wrong:
        lines = "".join(f"<li>{fragments.text(line)}</li>" for line in wrong[1:])
        said = f"{fragments.text(wrong[0])}<ul>{lines}</ul>"
        yield f'<div class="wrong" role="alert"{tongue}>{said}</div>'
    else:
        yield f'<p class="proof"{tongue}>{fragments.text(agreement_line(takeaway))}</p>'
    recomputed = relation_line(takeaway)
    if recomputed:
        line = f'<a href="#relations">{fragments.text(recomputed)}</a>'
        yield f'<p class="recomputed"{tongue}>{line}</p>'
    yield "</header>"
    contents = fragments.text(words("export.contents"))
    links = "\n".join(
        _content(numbered, words, tongue) for numbered in enumerate(sections, start=1)
    )
    yield f'<nav aria-label="{contents}"><h2{tongue}>{contents}</h2><ol>\n{links}\n</ol></nav>'


def _source(briefing: Briefing) -> Iterator[str]:
    """Publication, page and date over the title, what else is known of the report beneath it."""
    source = briefing.source
    above = " · ".join(filter(None, map(one_line, (source.publication, source.page, source.date))))
    headline = source.headline if source.headline != briefing.title else ""
    said = (
        ('<p class="headline">{}</p>', headline),
        ('<p class="by">{}</p>', "  ".join(source.authors)),
        ('<p class="source">{}</p>', source.link),
        ('<p class="source">{}</p>', source.note),
    )
    if above:
        yield f'<p class="source">{fragments.text(above)}</p>'
    yield f"<h1>{fragments.title(briefing.title)}</h1>"
    yield from (
        tag.format(fragments.prose(one_line(words))) for tag, words in said if words.strip()
    )


def _content(numbered: tuple[int, Section], words: Words, tongue: str) -> str:
    """One line of the contents: the section's title and how many figures it has."""
    number, section = numbered
    count = sum(len(metric.points) for metric in section.metrics)
    figures = words("window.section-figures", n=count) if count else ""
    title = fragments.text(one_line(section.title))
    return (
        f'<li><a href="#s{number}">{title}</a><span{tongue}>{fragments.text(figures)}</span></li>'
    )


def _section(
    takeaway: Takeaway, options: Options, numbered: tuple[int, Section], rows: Sequence[Row]
) -> Iterator[str]:
    number, section = numbered
    scenes = scenes_of(takeaway, section)
    tongue = fragments.language_attribute(takeaway.words, takeaway.briefing.language)
    figures = fragments.FigureRows(rows, {row.key: row.number for row in rows}, tongue)
    yield f'<section id="s{number}"><h2>{fragments.title(section.title)}</h2>'
    kind = "passage latin" if reads_latin(section.passage.text) else "passage"
    language = fragments.text(takeaway.briefing.language)
    yield f'<div class="pair"><div class="{kind}" lang="{language}">'
    yield from fragments.passage(section, figures, roles(scenes))
    yield '</div>\n<div class="charts">'
    yield from fragments.chart_drawings(scenes, figures, f"g{number}")
    yield "</div></div>"
    if rows:
        yield fragments.figure_table(figures, takeaway.words)
    if options.notes and section.notes.strip():
        yield f"<h3{tongue}>{fragments.text(takeaway.words('export.notes'))}</h3>"
        yield f'<div class="notes">{fragments.text(section.notes.strip())}</div>'
    yield "</section>"
