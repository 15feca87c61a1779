"""The one place that decides the language of a text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from viewer.language import language_of, paragraph_language, run_at, runs
from viewer.model import Quantity, Span
from viewer.proof.passages import Passages
from viewer.quantities import labelled, scan, standings_of

PARAGRAPHS = (
    "全市粮食总产量为312.4万吨，比上年下降2.6%，其中夏粮98.1万吨。",
    "去年共受理申请8431件，办结率达到97.2%，同比提高1.4个百分点。",
    "GDP 同比增长 5.1%，CPI 上涨 0.7%，PPI 下降 1.2%，M2 余额为 287.4 万亿元。",
    "公司計劃投資約36億元，擴建兩座廠房，預計新增職位1,200個。",
    "某软件（Harbour Planner Professional Edition for Small Ports）用户达到 3.2 万户。",
    "Freight through the eastern terminal fell 7.4 percent to 3.1 million tonnes last year.",
    "The Longmen Group (龙门集团控股有限公司) said profit rose 12 percent to $48 million.",
    "Ticket sales climbed by more than 9 percent, while refunds dropped to 1,204.",
    "The company plans to hire 350 engineers by 2028, up from 210 today.",
)
SHORT = ("Exports: $3.2 billion", "Imports: $2.9 billion", "Net: $0.3 billion")

paragraphs = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=8, unique=True)
breaks = st.sampled_from(("\n", "\n\n"))


def read(text: str, language: str = "zh-CN") -> tuple[Quantity, ...]:
    return labelled(text, scan(text, language), language)


def facts(quantity: Quantity, start: int = 0) -> tuple[object, ...]:
    one = quantity
    return (one.span.moved(-start), one.value, one.unit, one.kind, one.qualifier, one.change,
            one.standing, one.label)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((one, "zh-CN") for one in PARAGRAPHS[:5]),
        *((one, "en") for one in PARAGRAPHS[5:]),
        ("DNA 检出率达到 98%", "zh-CN"),
        ("The 公安 office opened 12 stations in Weihai", "en"),
        ("Mr 王’s report", "en"),
        ("Apple iPhone Pro Max 销量", "zh-CN"),
        ("（注：以上不含税）", "zh-CN"),
        ('<img src="file:///etc/passwd"> 共有 12 名 <img src="file:///etc/passwd">', "zh-CN"),
        ("详见 https://example.org/en/annual/report/2020/index.html 共 3 项", "zh-CN"),
        ("GDP", "en"),
        ("12.5", ""),
        ("", ""),
    ],
)
def test_a_paragraph_is_in_the_language_of_most_of_its_words(text: str, language: str) -> None:
    assert paragraph_language(text) == language
    assert paragraph_language(text, "en-GB") == (language or "en-GB")


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ((PARAGRAPHS[0], PARAGRAPHS[5], PARAGRAPHS[1]), "zh-CN"),
        ((PARAGRAPHS[0], PARAGRAPHS[5], PARAGRAPHS[7], PARAGRAPHS[8]), "en"),
        (("（海港）", PARAGRAPHS[5]), "en"),
        ((PARAGRAPHS[3],), "zh-Hant"),
        (("12.5", "8"), ""),
        ((), ""),
    ],
)
def test_a_report_is_in_the_language_of_most_of_it(lines: tuple[str, ...], language: str) -> None:
    assert language_of("\n".join(lines)) == language
    assert language_of(list(lines)) == language


@given(paragraphs, breaks)
def test_each_paragraph_of_a_mixed_report_gives_the_figures_it_gives_alone(
    chosen: list[str], between: str
) -> None:
    text = between.join(chosen)
    found = read(text)
    start = 0
    for paragraph in chosen:
        here = Span(start, start + len(paragraph))
        inside = [facts(one, start) for one in found if here.holds(one.span)]
        assert inside == [facts(one) for one in read(paragraph)]
        start = here.end + len(between)


@given(paragraphs, st.sampled_from(("zh-CN", "en")))
def test_the_language_that_a_file_states_changes_no_paragraph_with_words(
    chosen: list[str], stated: str
) -> None:
    text = "\n".join(chosen)
    assert read(text, stated) == read(text)


@examples(25)
@given(paragraphs)
def test_a_proof_reads_each_figure_as_the_scanner_does(chosen: list[str]) -> None:
    text = "\n".join(chosen)
    passages = Passages(text, "zh-CN")
    for quantity in scan(text):
        *_, paragraph = passages.windows(quantity.span)
        (again,) = paragraph.meeting(quantity.span)
        assert (again.value, again.unit, again.change) == (
            quantity.value,
            quantity.unit,
            quantity.change,
        )


def test_the_standing_of_a_figure_is_that_of_its_own_paragraph() -> None:
    text = "\n".join((PARAGRAPHS[1], PARAGRAPHS[8], PARAGRAPHS[3]))
    standings = standings_of(text, "zh-CN")
    found = {one.surface: str(standings.of(one)) for one in scan(text) if one.is_metric}
    assert found["8431件"] == "fact"
    assert found["350 engineers"] == "plan"
    assert found["36億元"] == "plan"


@given(st.lists(st.sampled_from((*PARAGRAPHS, *SHORT, "", "12.5", "—")), max_size=12))
def test_runs_are_whole_lines_without_gaps(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = runs(text)
    assert "".join(part.span.of(text) for part in parts) == text
    assert all(part.span.of(text).endswith("\n") for part in parts[:-1])
    assert all(one.language != other.language for one, other in pairwise(parts))
    for part in parts:
        for at in (part.span.start, max(part.span.start, part.span.end - 1)):
            assert run_at(parts, at) == part


@pytest.mark.parametrize("above", [PARAGRAPHS[0], PARAGRAPHS[5]])
def test_lines_of_a_word_or_two_are_in_the_language_of_the_lines_beside_them(above: str) -> None:
    assert len(runs("\n".join((above, *SHORT)))) == 1
    assert len(runs("\n".join((*SHORT, above)))) == 1


def test_the_rows_of_a_table_are_in_one_language() -> None:
    table = "指标\t2022年\nTotal output of all farms\t12\n粮食产量\t34\nMilk and butter\t5"
    assert [part.language for part in runs(table)] == ["zh-CN"]


def test_a_sentence_that_is_broken_at_a_width_is_in_one_language() -> None:
    broken = (
        "Output of the works fell 8 percent, according to the manager of\n"
        "龙门集团控股有限公司 in Jinan, who said that it would rise by\n"
        "3 percent next year."
    )
    assert [part.language for part in runs(broken)] == ["en"]


def test_the_language_of_a_long_report_does_not_hang_on_how_it_begins() -> None:
    order = [PARAGRAPHS[5]] * 4 + [PARAGRAPHS[0]] * 30
    random.Random(3).shuffle(order)
    assert language_of("\n".join(order)) == language_of("\n".join(sorted(order))) == "zh-CN"
