from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from viewer.export.context import Takeaway
from viewer.i18n import load
from viewer.model import (
    Briefing,
    Chart,
    Issue,
    Kind,
    Metric,
    Passage,
    Point,
    Qualifier,
    Quantity,
    Section,
    Source,
    Span,
)
from viewer.proof import Figure

STAMP = datetime(2020, 12, 31, 8, 30, tzinfo=UTC)
PASSAGE = (
    "全省公安机关设置申请类服务事项74 项，有56项实现“最多跑一次”，7项实现“零跑腿”。\n\n"
    "DNA 和指纹提取率同比分别提高27% 、3%，视频侦查同步上案率达80% 以上。𠮷林营业收入1.48亿元。\n"
)
NOTES = "先讲总数，再讲两类。\n不要把两类相加。"


def metric(
    name: str, label: str, written: str, value: str, cite: str | None, **fields: object
) -> Metric:
    """A metric of one point, a count of 项 unless told otherwise."""
    point = Point(name, written, Decimal(value), cite=cite, origin=None if cite else "年鉴")
    plain = Metric(name, label, "项", Kind.COUNT, (point,))
    return replace(plain, **fields)  # type: ignore[arg-type]


METRICS = (
    metric("no-visit", "零跑腿", "7", "7", "7项实现“零跑腿”", of="all"),
    metric("all", "申请类服务事项", "74", "74", "申请类服务事项74 项"),
    metric("one-visit", "最多跑一次", "56", "56", "有56项实现“最多跑一次”", of="all"),
    metric(
        "dna",
        "DNA 提取率",
        "27",
        "27",
        "提取率同比分别提高27%",
        unit="%",
        kind=Kind.CHANGE,
        versus="上年同期",
    ),
    metric(
        "finger",
        "指纹提取率",
        "3",
        "3",
        "27% 、3%",
        unit="%",
        kind=Kind.CHANGE,
        versus="上年同期",
    ),
    metric(
        "video",
        "视频侦查同步上案率",
        "80",
        "80",
        "视频侦查同步上案率达80% 以上",
        unit="%",
        kind=Kind.SHARE,
        qualifier=Qualifier.AT_LEAST,
    ),
    metric("income", "营业收入", "1.48亿", "148000000", "营业收入1.48亿元", unit="元"),
    metric("outside", "常住人口", "1.02亿", "102000000", None, unit="人"),
)
CHARTS = (
    Chart(
        "申请类服务事项", ("one-visit", "no-visit"), "share", "原文未说明两类是否互斥", id="visits"
    ),
    Chart("提取率同比变化", ("dna", "finger"), "change", id="rates"),
)
SECTION = Section(
    "service",
    "智慧警务打造“全感知有温度”新品牌",
    Passage(PASSAGE),
    METRICS,
    CHARTS,
    notes=NOTES,
)
SOURCE = Source(publication="数字报", page="要闻 公安一版", authors=("林珊", "夏阳"))
BRIEFING = Briefing("公安基层基础建设首战告捷", "zh-CN", "2020", SOURCE, None, (SECTION,))


def _change(metric: Metric, point: Point) -> Decimal | None:
    """What the words of a quote say of a change; the sample has 提高 and 下降."""
    if metric.kind is not Kind.CHANGE:
        return None
    return -point.value if "下降" in (point.cite or "") else point.value


def figures_of(section: Section) -> dict[str, Figure]:
    """Figures found by hand: the value as written, inside its quote."""
    found = {}
    text = section.passage.text
    for one in section.metrics:
        for point in one.points:
            if point.cite is None:
                continue
            quote = text.index(point.cite)
            start = quote + point.cite.rindex(point.written)
            end = start + len(point.written)
            ends = [
                end + len(tail) for tail in (" 项", "项", "%", "元") if text.startswith(tail, end)
            ]
            span = Span(start, max([end, *ends]))
            words = span
            if text.startswith(" 以上", span.end):
                words = Span(start, span.end + 3)
            quantity = Quantity(
                span,
                words,
                span.of(text),
                point.value,
                one.unit,
                one.kind,
                change=_change(one, point),
            )
            where = Span(quote, quote + len(point.cite))
            found[point.key] = Figure(point.key, section.id, quantity, where)
    return found


Make = Callable[..., Takeaway]


@pytest.fixture
def make() -> Make:
    """Makes a takeaway of sections (the sample one if none), with the figures that they prove."""

    def takeaway(
        sections: Sequence[Section] = (SECTION,),
        issues: tuple[Issue, ...] = (),
        language: str = "zh_CN",
        **fields: object,
    ) -> Takeaway:
        briefing = replace(BRIEFING, sections=tuple(sections), **fields)  # type: ignore[arg-type]
        figures = {key: f for s in sections for key, f in figures_of(s).items()}
        return Takeaway(briefing, figures, issues, load(language), STAMP, "sample.yaml")

    return takeaway


@pytest.fixture
def takeaway(make: Make) -> Takeaway:
    """The sample briefing: one section, eight figures of every sort, two charts, notes."""
    return make()
