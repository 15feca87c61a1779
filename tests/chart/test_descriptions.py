"""A chart as sentences, as a voice reads them."""

from dataclasses import replace

import pytest

from tests.chart.build import WORDS, change, chart, metric, one, series
from viewer.chart import Form
from viewer.chart.descriptions import Phrasing, spoken_of, tip_of
from viewer.i18n import load
from viewer.model import Kind


def test_a_part_of_a_whole_is_said_with_its_whole() -> None:
    made = [metric("all", "74", label="全部"), metric("a", "56", label="甲", of="all")]
    scene = one(made, [chart("share", "a")])
    assert "甲：74中的 56，推算为 75.7%" in scene.spoken


def test_rises_and_falls_are_said_in_words() -> None:
    scene = one([change("a", "5", label="甲"), change("b", "-7", label="乙")])
    assert "甲：上升5%" in scene.spoken
    assert "乙：下降7%" in scene.spoken


def test_only_changes_that_name_no_base_are_said_to_name_none() -> None:
    unsaid = WORDS("chart.no-versus")
    made = [change(at, "5", versus="", label=label) for at, label in (("a", "客运"), ("b", "货运"))]
    assert unsaid in one(made).subtitle
    rates = [replace(each, label=f"{each.label}增速") for each in made]
    assert unsaid not in one(rates).subtitle


def test_each_figure_of_a_series_is_said_with_its_period() -> None:
    scene = one([series("a", {"2019": "5", "2020": "6"})])
    assert "。2019：5 人；2020：6 人。" in scene.spoken
    assert [tip_of(mark, WORDS) for mark in scene.marks] == ["a 2019\n5 人", "a 2020\n6 人"]


def test_a_note_with_its_own_stop_is_stopped_once() -> None:
    marks = one([metric("a", "3", label="甲")]).marks
    bar, en = Form.BAR, load("en")
    said = spoken_of(Phrasing("题", "", "原文未说明。"), bar, marks, WORDS)
    assert said == "题，条形图。甲：3 个。原文未说明。"
    assert (
        spoken_of(Phrasing("题", "", "为何？"), bar, marks, WORDS) == "题，条形图。甲：3 个。为何？"
    )
    said = spoken_of(Phrasing("Title", "unit: 个 · paragraph 1", "Not said. "), bar, marks, en)
    assert said == "Title, bar chart. Unit: 个; paragraph 1. 甲: 3 个. Not said."


def test_the_ends_of_a_range_are_joined_by_a_word() -> None:
    scene = one([metric("a", "3000—5000", "元", label="甲"), metric("b", "4000", "元", label="乙")])
    assert "甲：3000 至 5000 元" in scene.spoken


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_form_has_a_name(language: str) -> None:
    words = load(language)
    names = {words(f"chart.form-{form.value}") for form in Form}
    assert len(names) == len(Form)
    assert not any(name.startswith("chart.") for name in names)


def test_the_full_number_of_a_change_has_its_sign() -> None:
    scene = one([change("a", "2500", label="甲", cite="下降 2500%"), change("b", "7", label="乙")])
    assert tip_of(scene.by_key["a"], WORDS).splitlines()[:2] == ["甲", "−2,500%"]
    assert tip_of(scene.by_key["b"], WORDS).splitlines()[:2] == ["乙", "+7%"]


def test_a_scale_word_clings_to_its_unit() -> None:
    assert one([metric("a", "15.2万", "人次", origin="年鉴")]).marks[0].as_written == "15.2万人次"


def test_a_cell_is_said_with_the_scale_that_its_header_has() -> None:
    passage = "单位：亿元\n指标\t指标值\n服务业\t138.2\n建筑业\t78.5"
    made = [
        metric("a", "138.2亿", "元", kind=Kind.AMOUNT, cite="服务业\t138.2"),
        metric("b", "78.5亿", "元", kind=Kind.AMOUNT, cite="建筑业\t78.5"),
    ]
    assert [mark.as_written for mark in one(made, passage=passage).marks] == [
        "138.2亿元",
        "78.5亿元",
    ]


def test_a_cell_in_millions_is_said_in_whole_with_its_currency_first() -> None:
    passage = "($ million)\tQ1\nRevenue\t1,204.5\nCosts\t310.2"
    made = [
        metric("a", "1204500000", "$", kind=Kind.AMOUNT, cite="Revenue\t1,204.5"),
        metric("b", "310200000", "$", kind=Kind.AMOUNT, cite="Costs\t310.2"),
    ]
    said = [mark.as_written for mark in one(made, passage=passage).marks]
    assert said == ["$1,204,500,000", "$310,200,000"]
