from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.export.context import CancelledError, Options, Takeaway, Watch
from viewer.export.csv_file import write
from viewer.export.sanitize import harmless, plain
from viewer.model import Passage, Section, Standing

Make = Callable[..., Takeaway]


OPERATORS = "=+-*/^&|!()<>{};:'@"


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_starts_with_the_mark_that_excel_asks_for_and_ends_lines_as_rfc_4180_says(
    takeaway: Takeaway,
) -> None:
    data = write(takeaway, Options(), Watch())
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 9


def test_lists_figures_in_the_order_of_the_text_and_those_from_outside_last(
    takeaway: Takeaway,
) -> None:
    rows = read(write(takeaway, Options(), Watch()))
    names = [row["标识"] for row in rows]
    assert names == [
        "all", "one-visit", "no-visit", "dna", "finger", "video", "income", "outside",
    ]  # fmt: skip
    assert [row["序号"] for row in rows] == [str(n) for n in range(1, 9)]


def test_a_row_says_value_place_quote_and_the_share_it_computed(takeaway: Takeaway) -> None:
    row = read(write(takeaway, Options(), Watch()))[1]
    assert row["原文写法"] == "56项"
    assert row["数值"] == "56"
    assert row["对照"] == "申请类服务事项"
    assert row["占比%（推算）"] == "75.68"
    assert row["算式"] == "56 ÷ 74 ≈ 75.7%"
    assert row["引文"] == "有56项实现“最多跑一次”"
    assert (row["段"], row["字"]) == ("1", "22")
    assert row["核对"] == "与原文一致"


def test_a_figure_from_outside_the_passage_says_so(takeaway: Takeaway) -> None:
    row = read(write(takeaway, Options(), Watch()))[-1]
    assert (row["核对"], row["引文"], row["段"]) == ("不在原文", "年鉴", "")
    assert row["数值"] == "102000000"


def test_a_cited_figure_that_was_not_proven_says_so(takeaway: Takeaway) -> None:
    figures = {key: f for key, f in takeaway.figures.items() if key != "income"}
    rows = read(write(replace(takeaway, figures=figures), Options(), Watch()))
    assert [row["标识"] for row in rows if row["核对"] == "未与原文核对一致"] == ["income"]


def test_only_the_chosen_sections_come_with_their_numbers_unchanged(make: Make) -> None:
    first = Section("first", "一", Passage("无"))
    whole = make()
    both = make((first, *whole.briefing.sections))
    rows = read(write(both, Options(sections=("service",)), Watch()))
    assert rows == read(write(whole, Options(), Watch()))


def test_speaks_english_when_asked(make: Make) -> None:
    rows = read(write(make(language="en"), Options(), Watch()))
    assert rows[5]["Bound"] == "At least"


@pytest.mark.parametrize("start", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "＝1"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(make: Make, start: str) -> None:
    section = replace(make().briefing.sections[0], title=start)
    row = read(write(make((section,)), Options(), Watch()))[0]
    assert row["章节"] == "'" + start


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_reads_as_a_formula_and_none_changes_otherwise(text: str) -> None:
    safe = harmless(text)
    assert safe.removeprefix("'") == plain(text).removeprefix("'")
    first = safe.strip()[:1]
    assert first not in set("=@＝＠")
    if first and first in "+-＋－":
        assert set(safe.strip()[1:]).isdisjoint(OPERATORS)


@pytest.mark.parametrize("text", ["-340 册", "-3.2", "+5%", "-5℃", "-1,200.5 万元", "－3个百分点"])
def test_a_signed_number_with_its_unit_stays_as_the_report_has_it(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    "text", ["-2+3", "-340 册*2", "+A1", "-1(2)", "-1-cmd|'/c x'!A0", "-5 元&A1"]
)
def test_a_signed_number_with_more_than_a_unit_is_held_as_text(text: str) -> None:
    assert harmless(text) == "'" + text


def test_says_sign_standing_and_the_period_of_the_whole(make: Make) -> None:
    section = make().briefing.sections[0]
    fall = replace(
        section.metrics[3],
        standing=Standing.FORECAST,
        points=(replace(section.metrics[3].point, cite="提取率同比下降27%"),),
    )
    passage = Passage(section.passage.text.replace("分别提高27%", "下降27%"))
    changed = replace(section, passage=passage, metrics=(*section.metrics[:3], fall), charts=())
    row = read(write(make((changed,)), Options(), Watch()))[-1]
    assert [row[name] for name in ("数值", "变化", "性质", "时期", "核对")] == [
        "-27", "-27", "预计", "2020", "与原文一致",
    ]  # fmt: skip


def test_stops_when_it_is_no_longer_wanted(takeaway: Takeaway) -> None:
    with pytest.raises(CancelledError):
        write(takeaway, Options(), Watch(cancelled=lambda: True))
