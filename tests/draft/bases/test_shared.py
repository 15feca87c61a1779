"""Bases that another place of the report names: a column, a figure, a paragraph, the report."""

from __future__ import annotations

import pytest

from viewer.draft.candidates import finds
from viewer.draft.drafting import draft_outline
from viewer.draft.outline import Outline, OutlinePart
from viewer.model import Kind, Source

TABLE = "项目\t2024年\t2023年\t增长（%）\n客运\t340\t320\t6.25\n货运\t210\t200\t5.0"


def bases(text: str, language: str = "zh-CN") -> list[str | None]:
    """The bases of the changes of a passage, in order."""
    return [one.base for one in finds(text, language).found if one.quantity.kind is Kind.CHANGE]


def test_a_cell_is_measured_against_the_column_that_its_row_starts_from() -> None:
    assert bases(TABLE) == ["2023年", "2023年"]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("从业人数由442万人下降至294万人，下降33%。", "442万人"),
        ("客单价由2024年同季的2485元减少3.7%至2393元。", "2024年同季"),
        ("Gross margin was 42.6%, an improvement of 1.4 percentage points from 41.2%.", "41.2%"),
    ],
)
def test_a_change_is_measured_against_the_figure_that_it_starts_from(text: str, base: str) -> None:
    assert bases(text) == [base]


def test_a_paragraph_names_its_base_once() -> None:
    text = "客运量比上年增长3.2%。货运量增长4.1%；邮件下降1.6%。"
    assert bases(text) == ["上年", "上年", "上年"]
    assert bases(text.replace("。货", "。\n货")) == ["上年", None, None]


def test_an_earlier_value_is_no_base_of_what_follows_but_its_time_is() -> None:
    assert bases("客运量比上年的44.5万人次增长3.2%。货运量增长4.1%。") == [
        "上年的44.5万人次",
        "上年",
    ]
    text = "Volumes rose 6.4% to 412,600 tons from 387,900 tons. Exports grew 8.6%."
    assert bases(text, "en")[1:] == [None]


def test_a_paragraph_with_two_bases_shares_none() -> None:
    assert bases("客运量同比增长3.2%，环比增长1.1%。货运量增长4.1%。")[-1] is None


def test_a_plan_shares_no_base_with_facts() -> None:
    assert bases("公用经费比上年压减5.3%。明年计划压减4%。") == ["上年", None]


def drafted(*passages: str) -> list[str | None]:
    """What the changes of a report of several sections are drafted against."""
    parts = tuple(OutlinePart(f"第{at}节", text) for at, text in enumerate(passages, 1))
    made = Outline("客运", "zh-CN", "", Source(), parts, ())
    every = draft_outline(made, "客运").briefing.sections
    return [one.versus for part in every for one in part.metrics if one.kind is Kind.CHANGE]


def test_facts_share_the_base_that_all_of_a_report_name() -> None:
    named = ("客运量比上年增长3.2%。", "货运量比上年增长4.1%。", "邮件比上年下降1.6%。")
    assert drafted(*named, "旅客增长2.7%。") == ["上年"] * 4
    assert drafted(*named[:2], "旅客增长2.7%。") == ["上年", "上年", None]


def test_no_base_is_shared_where_half_of_a_report_names_another() -> None:
    named = ("客运量比上年增长3.2%。", "货运量环比增长4.1%。", "邮件比上月下降1.6%。")
    assert drafted(*named, "旅客增长2.7%。")[-1] is None
