"""The bundled report as each kind of file, made by real writers, gives the same figures."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QFont, QPdfWriter, QTextDocument

from viewer.draft import draft_report
from viewer.export.context import Options, Watch, takeaway_of
from viewer.export.markdown import write
from viewer.i18n import load
from viewer.model import Briefing, Severity
from viewer.pipeline import open_briefing
from viewer.proof import prove

REPORT = Path(__file__).parents[2] / "data" / "shandong-2020.txt"
SAMPLE = REPORT.with_suffix(".yaml")
LINES = [line.strip() for line in REPORT.read_text().split("\n") if line.strip()]
HEADLINE, BODY = LINES[1], LINES[2:]
SHORT = 30


def as_word(path: Path) -> None:
    document = docx.Document()
    document.add_heading(HEADLINE, 0)
    for line in BODY:
        if len(line) < SHORT:
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    document.save(str(path))


def page() -> str:
    said = [f"<h2>{escape(b)}</h2>" if len(b) < SHORT else f"<p>{escape(b)}</p>" for b in BODY]
    return f"<h1>{escape(HEADLINE)}</h1>\n" + "\n".join(said)


def as_html(path: Path) -> None:
    links = "".join(f'<li><a href="/{at}">栏目{at}，更多。</a></li>' for at in range(30))
    path.write_text(
        f"<html><head><meta charset=utf-8><title>{HEADLINE}_数字报</title></head><body>"
        f"<div class=nav><ul>{links}</ul></div><div class=main><div class=content>{page()}</div>"
        f"</div><div class=footer>版权所有，1998至2021年，共3999家。</div></body></html>"
    )


def as_pdf(path: Path) -> None:
    document = QTextDocument()
    font = QFont()
    font.setPointSize(9)  # whatever face a window has given the application
    document.setDefaultFont(font)
    document.setHtml(page())
    document.print_(QPdfWriter(str(path)))


def as_text_of_the_mainland(path: Path) -> None:
    path.write_bytes(REPORT.read_text().encode("gb18030"))


@pytest.fixture(scope="module")
def plain() -> Briefing:
    """What is drafted of the report as it is."""
    return draft_report(REPORT).briefing


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("report.docx", as_word),
        ("report.html", as_html),
        ("report.pdf", as_pdf),
        ("report.txt", as_text_of_the_mainland),
    ],
)
def test_every_kind_of_file_gives_the_same_sections_and_figures(
    name: str, write: Callable[[Path], None], tmp_path: Path, plain: Briefing
) -> None:
    write(tmp_path / name)
    made = draft_report(tmp_path / name).briefing
    assert made.title == plain.title
    assert [s.title for s in made.sections] == [s.title for s in plain.sections]
    assert [
        (m.point.value, m.unit, m.kind, m.qualifier) for s in made.sections for m in s.metrics
    ] == [(m.point.value, m.unit, m.kind, m.qualifier) for s in plain.sections for m in s.metrics]
    assert not [i for i in prove(made).issues if i.severity is Severity.ERROR]


def test_a_line_of_a_million_digits_is_drafted(tmp_path: Path) -> None:
    path = tmp_path / "digits.txt"
    path.write_text("1234567890" * 100_000)
    made = draft_report(path)
    assert made.figures == 0
    assert sum(len(section.passage.text) for section in made.briefing.sections) == 1_000_000


def test_an_exported_briefing_is_drafted_again_with_the_same_figures(tmp_path: Path) -> None:
    out = tmp_path / "briefing.md"
    takeaway = takeaway_of(open_briefing(SAMPLE), load("zh_CN"), {})
    out.write_bytes(write(takeaway, Options(), Watch()))
    again, first = draft_report(out).briefing, takeaway.briefing
    assert [s.passage for s in again.sections][-4:] == [s.passage for s in first.sections]
    values = [[m.point.value for s in each.sections for m in s.metrics] for each in (again, first)]
    assert values[0] == values[1]
