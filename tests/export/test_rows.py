from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.export.context import Takeaway
from viewer.export.rows import Agreement, base_of, rows_of, share_of
from viewer.model import Kind, Metric, Point, Qualifier, Standing

Make = Callable[..., Takeaway]


def count(name: str, value: str, unit: str = "项", **fields: object) -> Metric:
    point = Point(name, value, Decimal(value), cite=value)
    return replace(Metric(name, name, unit, Kind.COUNT, (point,)), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "whole", "formula"),
    [
        ("56", "74", "56 ÷ 74 ≈ 75.7%"),
        ("1", "4", "1 ÷ 4 = 25.0%"),
        ("1", "800", "1 ÷ 800 ≈ 0.1%"),
        ("25000", "1000000", "25,000 ÷ 1,000,000 = 2.5%"),
    ],
)
def test_a_share_shows_its_formula_and_whether_it_is_rounded(
    part: str, whole: str, formula: str
) -> None:
    metric = count("part", part, of="whole")
    share = share_of(metric, metric.point, {"whole": count("whole", whole)})
    assert share is not None
    assert share.formula == formula


@pytest.mark.parametrize(
    "whole", [None, count("whole", "0"), count("whole", "74", "人")], ids=["none", "zero", "unit"]
)
def test_no_share_is_made_up(whole: Metric | None) -> None:
    metric = count("part", "56", of="whole")
    assert share_of(metric, metric.point, {"whole": whole} if whole else {}) is None


def test_a_share_of_a_series_is_of_the_same_period() -> None:
    years = tuple(
        Point(f"all@{year}", value, Decimal(value), cite=value, period=year)
        for year, value in (("2019", "50"), ("2020", "80"))
    )
    whole = replace(count("all", "80"), points=years, series=True)
    point = Point("part@2019", "10", Decimal(10), cite="10", period="2019")
    part = replace(count("part", "10", of="all"), points=(point,), series=True)
    share = share_of(part, point, {"all": whole})
    assert share is not None
    assert share.whole == "all@2019"
    assert share.ratio == Decimal("0.2")


def test_rows_say_how_each_figure_stands_to_the_words(takeaway: Takeaway) -> None:
    figures = {key: f for key, f in takeaway.figures.items() if key != "dna"}
    rows = {row.key: row for row in rows_of(replace(takeaway, figures=figures))}
    assert rows["video"].agreement is Agreement.AGREES
    assert rows["outside"].agreement is Agreement.OUTSIDE
    assert rows["dna"].agreement is Agreement.UNPROVEN


def test_a_value_that_is_not_in_the_text_says_its_unit_once(takeaway: Takeaway) -> None:
    rows = {row.key: row for row in rows_of(takeaway)}
    assert rows["outside"].written == "1.02亿人"
    assert rows["video"].written == "80% 以上"


def test_a_change_says_which_way_it_went_and_against_what(takeaway: Takeaway) -> None:
    rows = {row.key: row for row in rows_of(takeaway)}
    assert (rows["dna"].written, rows["dna"].change) == ("27%", Decimal(27))
    assert rows["dna"].shown == "+27%"
    assert base_of(rows["dna"], takeaway.words) == "上年同期"
    assert rows["video"].change is None


def test_a_fall_is_a_negative_number_though_the_report_prints_none(takeaway: Takeaway) -> None:
    def fallen(metric: Metric) -> Metric:
        point = replace(metric.point, cite="案件同比下降27%")
        return replace(metric, points=(point,)) if metric.id == "dna" else metric

    sections = tuple(
        replace(section, metrics=tuple(map(fallen, section.metrics)))
        for section in takeaway.briefing.sections
    )
    figures = {key: f for key, f in takeaway.figures.items() if key != "dna"}
    made = replace(
        takeaway, briefing=replace(takeaway.briefing, sections=sections), figures=figures
    )
    row = next(row for row in rows_of(made) if row.key == "dna")
    assert (row.value, row.point.value) == (Decimal(-27), Decimal(27))
    assert row.shown == "−27%"


def test_a_bound_and_a_standing_that_only_the_file_has_are_shown_beside_the_value(
    takeaway: Takeaway,
) -> None:
    section = takeaway.briefing.sections[0]
    metrics = tuple(
        replace(one, qualifier=Qualifier.AT_MOST, standing=Standing.TARGET)
        for one in section.metrics
    )
    briefing = replace(takeaway.briefing, sections=(replace(section, metrics=metrics),))
    rows = {row.key: row for row in rows_of(replace(takeaway, briefing=briefing))}
    assert rows["all"].written == "74 项"
    assert rows["all"].shown == "至多 74 项 · 目标"
    assert rows["outside"].shown == "至多 1.02亿人 · 目标 · 原文之外"
