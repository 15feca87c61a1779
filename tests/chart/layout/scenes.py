"""Scenes of every form with any labels, values and bounds."""

from hypothesis import strategies as st

from tests.chart.build import chart, compiled, metric, series
from viewer.briefing import Kind, Metric, Qualifier
from viewer.chart import Scene

LABELS = st.text(alphabet="甲乙丙丁戊己庚辛ab c，", min_size=1, max_size=44).filter(str.strip)
NUMBERS = st.one_of(st.integers(1, 190), st.integers(-150, 150), st.integers(0, 10**12))
BOUNDS = st.sampled_from(list(Qualifier))
FORMS = ("bar", "share", "parts", "change", "cards", "log", "range", "stages", "line", "column")


def _rows(draw: st.DrawFn, kind: Kind, unit: str, whole: str | None) -> list[Metric]:
    pairs = draw(st.lists(st.tuples(LABELS, NUMBERS, BOUNDS), min_size=1, max_size=9))
    return [
        metric(
            f"m{number}",
            str(value),
            unit,
            label=label,
            kind=kind,
            qualifier=bound,
            of=whole,
            versus="上年同期",
            origin=draw(st.sampled_from([None, "年鉴"])),
        )
        for number, (label, value, bound) in enumerate(pairs)
    ]


def _lines(draw: st.DrawFn) -> list[Metric]:
    count = draw(st.integers(1, 7))
    periods = draw(st.lists(LABELS, min_size=2, max_size=14, unique=True))
    return [
        series(
            f"线{n}" + draw(LABELS), {p: str(draw(NUMBERS)) for p in periods if draw(st.booleans())}
        )
        for n in range(count)
    ]


def _ranges(metrics: list[Metric]) -> list[Metric]:
    return [
        metric(one.id, f"{number + 1}—{number * 3 + 9}", "元", label=one.label)
        for number, one in enumerate(metrics)
    ]


@st.composite
def any_scene(draw: st.DrawFn) -> Scene:
    form = draw(st.sampled_from(FORMS))
    if form in {"line", "column"}:
        metrics = [one for one in _lines(draw) if one.points]
    else:
        kind = {"change": Kind.CHANGE}.get(form, Kind.COUNT)
        whole = "all" if form in {"share", "parts"} else None
        metrics = _rows(draw, kind, "%" if form == "change" else "人", whole)
    if form == "range":
        metrics = _ranges(metrics)
    wholes = (
        [metric("all", "10000", "人", label=draw(LABELS))] if form in {"share", "parts"} else []
    )
    asked = chart(
        {"parts": "share", "log": "bar"}.get(form, form),
        *(one.id for one in metrics),
        exclusive=form == "parts",
        scale="log" if form == "log" else "linear",
        note=draw(st.sampled_from(["", "原文未说明两类是否互斥，因此不能相加，也不能据此比较。"])),
    )
    scenes = compiled([*wholes, *metrics], [asked] if metrics else [], proven=False)
    return draw(st.sampled_from(scenes)) if scenes else compiled([metric("x", "1")])[0]
