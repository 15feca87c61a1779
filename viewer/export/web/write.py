"""The page as a file: no address but its own, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence

from viewer.briefing import Section
from viewer.chart import roles
from viewer.export.disagreements import disagreements
from viewer.export.letters import one_line
from viewer.export.markdown import source_parts
from viewer.export.rows import Row, rows_of
from viewer.export.scenes import proof_line, scenes_of
from viewer.export.takeaway import Options, Takeaway, Watch
from viewer.export.web import parts
from viewer.export.web.look import style_sheet
from viewer.export.web.script import SCRIPT


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
    body += ["</main>", '<p id="said" role="status"></p>']
    title = parts.text(one_line(takeaway.briefing.title))
    page = _PAGE.format(
        language=parts.text(takeaway.briefing.language),
        policy=_policy(),
        title=title,
        authors=parts.text("、".join(takeaway.briefing.source.authors)),
        style=_style(),
        body="\n".join(body),
        script=SCRIPT,
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
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def _style() -> str:
    return style_sheet() + parts.colour_rules()


def _policy() -> str:
    """Nothing from anywhere, but this very style sheet and this very script (CSP 3, hashes)."""
    style, script = _hash(_style()), _hash(SCRIPT)
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _front(takeaway: Takeaway, sections: Sequence[Section]) -> Iterator[str]:
    briefing, words = takeaway.briefing, takeaway.words
    yield f"<header><h1>{parts.text(one_line(briefing.title))}</h1>"
    source = " · ".join(one_line(part) for part in source_parts(briefing))
    if source:
        yield f'<p class="source">{parts.text(source)}</p>'
    wrong = disagreements(takeaway)
    if wrong:
        lines = "".join(f"<li>{parts.text(line)}</li>" for line in wrong[1:])
        yield f'<div class="wrong" role="alert">{parts.text(wrong[0])}<ul>{lines}</ul></div>'
    else:
        yield f'<p class="proof">{parts.text(proof_line(takeaway))}</p>'
    yield "</header>"
    contents = parts.text(words("export.contents"))
    links = "".join(
        f'<li><a href="#s{number}">{parts.text(one_line(section.title))}</a></li>'
        for number, section in enumerate(sections, start=1)
    )
    yield f'<nav aria-label="{contents}"><h3>{contents}</h3><ol>{links}</ol></nav>'


def _section(
    takeaway: Takeaway, options: Options, numbered: tuple[int, Section], rows: Sequence[Row]
) -> Iterator[str]:
    number, section = numbered
    scenes = scenes_of(takeaway, section)
    figures = parts.Figures(rows, {row.key: row.number for row in rows})
    yield f'<section id="s{number}"><h2>{parts.text(one_line(section.title))}</h2>'
    yield f'<div class="pair"><div class="passage" lang="{parts.text(takeaway.briefing.language)}">'
    yield from parts.passage(section, figures, roles(scenes))
    yield "</div>\n<div>"
    yield from parts.charts(scenes, figures, f"g{number}")
    yield "</div></div>"
    if rows:
        yield parts.table(figures, takeaway.words)
    if options.notes and section.notes.strip():
        yield f"<h3>{parts.text(takeaway.words('export.notes'))}</h3>"
        yield f'<div class="notes">{parts.text(section.notes.strip())}</div>'
    yield "</section>"
