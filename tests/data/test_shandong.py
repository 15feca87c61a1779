"""The bundled briefing holds the report as received, every paragraph and every figure of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from viewer.datafile import read_briefing
from viewer.i18n import load
from viewer.model import Briefing, Kind, Qualifier
from viewer.pipeline import compile_talk
from viewer.proof import Proof, coverage, coverage_issues, prove

DATA = Path(__file__).parents[2] / "data"
BYLINE = "【林\u00a0\u00a0珊\u00a0\u00a0夏\u00a0\u00a0阳】"

# As a reader with a pencil finds them, in text order: surface, value, unit, kind, qualifier.
FIGURES = {
    "overview": """
        39_份 39 份 count exact
        64项 64 项 count exact
        22个 22 个 count exact
        28个 28 个 count exact
        15项 15 项 count exact
    """,
    "stations": """
        1793_名 1793 名 count exact
        168_个 168 个 count exact
        1.48亿元 148000000 元 amount exact
        6项 6 项 count exact
        1078_名 1078 名 count exact
        8652名 8652 名 count exact
        3250个 3250 个 count exact
        1020个 1020 个 count exact
        3.5亿条 350000000 条 count exact
        83% 83 % share exact
        92% 92 % share exact
        100% 100 % share exact
    """,
    "operations": """
        16个 16 个 count exact
        124个 124 个 count exact
        2.5_万起 25000 起 count exact
        17.8% 17.8 % share exact
        1.6万名 16000 名 count exact
        87.5% 87.5 % change exact
        119.3% 119.3 % change exact
        50亿元 5000000000 元 amount exact
        30亿元 3000000000 元 amount exact
        316处 316 处 count exact
        203个 203 个 count exact
        3个 3 个 count exact
    """,
    "smart-policing": """
        226_个 226 个 count exact
        30类 30 类 count exact
        2248亿条 224800000000 条 count exact
        27% 27 % change exact
        3% 3 % change exact
        13% 13 % change exact
        80% 80 % share at_least
        14项 14 项 count exact
        74_项 74 项 count exact
        56项 56 项 count exact
        7项 7 项 count exact
        6大类 6 大类 count exact
        240项 240 项 count exact
        122项 122 项 count exact
    """,
}
ROWS = [(id_, *row.split()) for id_, rows in FIGURES.items() for row in rows.strip().splitlines()]


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    reading = read_briefing((DATA / "shandong-2020.yaml").read_bytes())
    assert reading.issues == ()
    assert reading.briefing is not None
    return reading.briefing


@pytest.fixture(scope="module")
def proof(briefing: Briefing) -> Proof:
    return prove(briefing)


@pytest.fixture(scope="module")
def report() -> list[str]:
    """The lines of the report that have words, without white space at either end."""
    lines = (DATA / "shandong-2020.txt").read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in lines if line.strip()]


def paragraphs(briefing: Briefing) -> list[list[str]]:
    return [
        [span.of(section.passage.text) for span in section.passage.paragraphs]
        for section in briefing.sections
    ]


def test_headed_sections_and_their_paragraphs_are_the_whole_body(
    briefing: Briefing, report: list[str]
) -> None:
    lead, *headed = paragraphs(briefing)
    titles = [section.title for section in briefing.sections[1:]]
    told = lead + [
        line for title, body in zip(titles, headed, strict=True) for line in (title, *body)
    ]
    _, _, *body = report
    assert [*told[:-1], told[-1] + BYLINE] == body


def test_odd_characters_of_the_report_survive(briefing: Briefing, report: list[str]) -> None:
    told = "".join(line for section in paragraphs(briefing) for line in section)
    titles = "".join(section.title for section in briefing.sections[1:])
    body = "".join(report[2:]).removesuffix(BYLINE)
    for odd in (" ", ",", ";", "‘", "……"):
        assert told.count(odd) + titles.count(odd) == body.count(odd) > 0


def test_source_names_what_stands_around_the_body(briefing: Briefing, report: list[str]) -> None:
    crumb, headline, *_ = report
    source = briefing.source
    assert headline == source.headline == briefing.title
    assert source.publication in crumb
    assert crumb.endswith(source.page)
    assert "".join(source.authors) == BYLINE.strip("【】").replace("\u00a0", "")


def test_every_figure_agrees_with_the_report(proof: Proof) -> None:
    assert proof.issues == ()
    assert len(proof.figures) == proof.cited == len(ROWS) == 43


def test_no_figure_of_the_report_is_left_out(briefing: Briefing, proof: Proof) -> None:
    assert coverage_issues(briefing, proof.figures) == ()
    left = [q for section in briefing.sections for q in coverage(section, proof.figures)]
    assert left
    assert not any(quantity.is_metric for quantity in left)


@pytest.mark.parametrize("section_id", FIGURES)
def test_figures_of_a_section_are_those_that_a_reader_finds(
    briefing: Briefing, proof: Proof, section_id: str
) -> None:
    (section,) = (one for one in briefing.sections if one.id == section_id)
    points = {point.key: (metric, point) for metric in section.metrics for point in metric.points}
    found = sorted(
        (figure for figure in proof.figures.values() if figure.section_id == section_id),
        key=lambda figure: figure.quantity.span,
    )
    told = [
        (
            figure.quantity.span.of(section.passage.text),
            points[figure.key][1].value,
            points[figure.key][0].unit,
            points[figure.key][0].kind,
            points[figure.key][0].qualifier,
        )
        for figure in found
    ]
    wanted = [
        (surface.replace("_", " "), Decimal(value), unit, Kind(kind), Qualifier(qualifier))
        for id_, surface, value, unit, kind, qualifier in ROWS
        if id_ == section_id
    ]
    assert told == wanted


def test_scanner_reads_each_figure_as_the_author_does(briefing: Briefing, proof: Proof) -> None:
    for section in briefing.sections:
        for metric in section.metrics:
            quantity = proof.figures[metric.point.key].quantity
            assert (quantity.value, quantity.kind) == (metric.point.value, metric.kind)


def test_every_metric_is_drawn_once_in_at_most_six_charts(briefing: Briefing) -> None:
    for section in briefing.sections:
        drawn = [id_ for chart in section.charts for id_ in chart.metrics]
        assert sorted(drawn) == sorted(metric.id for metric in section.metrics)
        assert len(section.charts) <= 6


def test_parts_name_their_whole_and_changes_their_base(briefing: Briefing) -> None:
    metrics = {metric.id: metric for section in briefing.sections for metric in section.metrics}
    parts = {id_: metric.of for id_, metric in metrics.items() if metric.of}
    assert parts == {"one-visit-items": "application-items", "no-visit-items": "application-items"}
    changes = [metric for metric in metrics.values() if metric.kind is Kind.CHANGE]
    assert len(changes) == 5
    assert {metric.versus for metric in changes} == {"上年同期"}


def test_planned_minutes_of_the_sections_make_up_the_talk(briefing: Briefing) -> None:
    assert sum(section.minutes or 0 for section in briefing.sections) == briefing.minutes


def test_each_section_has_a_word_for_the_presenter(briefing: Briefing) -> None:
    assert all(section.notes.strip() for section in briefing.sections)


# The steps that the room counts, each with how many figures are inside it.
STORY = """
title+0
section+0 figure+0 figure+0 figure+0 figure+0 figure+0
section+9 chart-4+3
section+8 chart-3+2 chart-4+2
section+8 chart-2+3 chart-3+0 chart-4+2
summary+0 questions+0
"""


def test_the_talk_tells_the_report_in_its_steps_with_every_figure_at_hand(
    briefing: Briefing, proof: Proof
) -> None:
    talk, _ = compile_talk(briefing, proof.figures, load("zh_CN"))
    steps = [(talk.steps[place], len(talk.inner_of(place))) for place in talk.beats]
    assert [f"{step.chart or step.kind}+{inside}" for step, inside in steps] == STORY.split()
    keys = {point.key for one in briefing.sections for m in one.metrics for point in m.points}
    assert {step.key for step in talk.steps} - {None} == keys
