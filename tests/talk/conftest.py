from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from viewer.model import (
    Briefing,
    Kind,
    Metric,
    Passage,
    PlannedStep,
    Point,
    Quantity,
    Section,
    Span,
    StepKind,
)
from viewer.talk import ChartOutline, Talk, talk_of


@dataclass(frozen=True)
class Found:
    quantity: Quantity
    quote: Span


STATIONS = "去年全省充实派出所警力1793 名,专项列支经费1.48亿元。社区同址办公3250个。"
ONLINE = "全省设置申请类服务事项74 项,有56项实现“最多跑一次”,7项实现“零跑腿”。"
BACKUP = "规划布建街面警务站316处。"


PLAN = (
    PlannedStep(StepKind.SECTION, section="stations"),
    *(PlannedStep(StepKind.FIGURE, figures=(id_,)) for id_ in ("officers", "funding", "rooms")),
    PlannedStep(StepKind.SECTION, section="online"),
    *(PlannedStep(StepKind.FIGURE, figures=(id_,)) for id_ in ("items", "one-visit", "no-visit")),
)
"""A talk without pages of its own: the title and the figures of two sections."""


def count(id_: str, label: str, value: str, unit: str, **more: object) -> Metric:
    point = Point(id_, value, Decimal(value), cite=f"{value}{unit}")
    return Metric(id_, label, unit, Kind.COUNT, (point,), **more)  # type: ignore[arg-type]


def found(text: str, surface: str, value: str, unit: str) -> Found:
    span = Span(text.index(surface), text.index(surface) + len(surface))
    return Found(Quantity(span, span, surface, Decimal(value), unit, Kind.COUNT), span)


def a_briefing() -> Briefing:
    stations = Section(
        "stations",
        "做强综合战斗实体",
        Passage(STATIONS),
        (
            count("rooms", "警务室与社区同址办公", "3250", "个"),
            count("officers", "充实派出所警力", "1793", "名", notes="每年都问"),
            count("funding", "社区警务工作经费", "148000000", "元"),
        ),
        notes="先说派出所",
        minutes=Decimal(4),
    )
    online = Section(
        "online",
        "智慧警务新品牌",
        Passage(ONLINE),
        (
            count("items", "申请类服务事项", "74", "项"),
            count("one-visit", "最多跑一次", "56", "项", of="items"),
            count("no-visit", "零跑腿", "7", "项", of="items"),
        ),
    )
    behind = Section(
        "posts",
        "街面警务站",
        Passage(BACKUP),
        (count("posts", "警务站", "316", "处"),),
        backup=True,
    )
    left_out = Section("left-out", "不讲的一节", Passage("。"), present=False)
    sections = (left_out, stations, online, behind)
    return Briefing("首战告捷", minutes=Decimal(10), sections=sections, talk=PLAN)


def what_is_found() -> dict[str, Found]:
    return {
        "rooms": found(STATIONS, "3250个", "3250", "个"),
        "officers": found(STATIONS, "1793 名", "1793", "名"),
        "funding": found(STATIONS, "1.48亿元", "148000000", "元"),
        "items": found(ONLINE, "74 项", "74", "项"),
        "one-visit": found(ONLINE, "56项", "56", "项"),
        "no-visit": found(ONLINE, "7项", "7", "项"),
        "posts": found(BACKUP, "316处", "316", "处"),
    }


@pytest.fixture
def briefing() -> Briefing:
    return a_briefing()


@pytest.fixture
def talk() -> Talk:
    return talk_of(a_briefing(), what_is_found())


@pytest.fixture(scope="session")
def same_talk() -> Talk:
    return talk_of(a_briefing(), what_is_found())


def talk_with_charts() -> Talk:
    """The derived talk of a briefing whose sections have charts."""
    charts = {
        "stations": (ChartOutline("bars", ("funding", "officers")),),
        "online": (ChartOutline("parts", ("items", "one-visit", "no-visit")),),
    }
    return talk_of(replace(a_briefing(), talk=()), what_is_found(), charts)
