"""Sections made by hand: metrics whose figures are found in the passage, as the proof does."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from viewer.chart import Scene, compile_section
from viewer.i18n import Words, load
from viewer.model import Briefing, Chart, Kind, Metric, Passage, Point, Qualifier, Section
from viewer.proof import prove
from viewer.quantities import parse_value

WORDS: Words = load("zh_CN")


def metric(  # a row of a table in a test
    id: str,
    value: str,
    unit: str = "个",
    *,
    label: str = "",
    kind: Kind = Kind.COUNT,
    cite: str | None = None,
    origin: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    of: str | None = None,
    versus: str | None = None,
    period: str = "",
) -> Metric:
    found = parse_value(value)
    number, high = found if found else (Decimal(value), None)
    point = Point(id, value, number, high, cite, origin)
    return Metric(
        id, label or id, unit, kind, (point,), qualifier, of=of, versus=versus, period=period
    )


def share(id: str, value: str, **more: object) -> Metric:
    return metric(id, value, "%", kind=Kind.SHARE, **more)  # type: ignore[arg-type]


def change(
    id: str, value: str, unit: str = "%", versus: str | None = "上年", **more: object
) -> Metric:
    if not value.startswith("-") and "cite" not in more:
        value = f"+{value}"  # no word says where it goes
    return metric(id, value, unit, kind=Kind.CHANGE, versus=versus, **more)  # type: ignore[arg-type]


def series(id: str, points: dict[str, str], unit: str = "人", kind: Kind = Kind.COUNT) -> Metric:
    made = tuple(
        Point(f"{id}@{period}", value, Decimal(value), period=period)
        for period, value in points.items()
    )
    return Metric(id, id, unit, kind, made, series=True)


def chart(kind: str, *metrics: str, **more: object) -> Chart:
    return Chart("图", metrics, kind, **more)  # type: ignore[arg-type]


def compiled(
    metrics: Iterable[Metric],
    charts: Iterable[Chart] = (),
    passage: str = "",
    words: Words = WORDS,
    proven: bool = True,
) -> tuple[Scene, ...]:
    section = Section("s", "节", Passage(passage), tuple(metrics), tuple(charts))
    briefing = Briefing("报告", sections=(section,))
    figures = prove(briefing).figures if proven else {}
    return compile_section(section, briefing, figures, words)


def one(metrics: Iterable[Metric], charts: Iterable[Chart] = (), passage: str = "") -> Scene:
    scenes = compiled(metrics, charts, passage)
    assert len(scenes) == 1, [scene.title for scene in scenes]
    return scenes[0]
