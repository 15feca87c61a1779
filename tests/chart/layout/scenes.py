"""Scenes of every form with any labels, values and bounds that the form can carry."""

from typing import Any

from hypothesis import strategies as st

from tests.chart.build import change, chart, compiled, metric, series, share
from viewer.chart import Form, Scene
from viewer.model import Chart, Metric, Qualifier

LABELS = st.text(alphabet="甲乙丙丁戊己庚辛ab c，", min_size=1, max_size=44).filter(str.strip)
BOUNDS = st.sampled_from(list(Qualifier))
ORIGINS = st.sampled_from([None, None, "年鉴"])
NOTES = st.sampled_from(["", "原文未说明两类是否互斥，因此不能相加，也不能合并起来看。"])
WHOLE = 10_000
VALUES = {
    Form.BAR: st.one_of(st.integers(10, 1900), st.integers(-1900, -10)),
    Form.SHARE: st.integers(0, 15_000),
    Form.PARTS: st.integers(0, 1100),
    Form.CHANGE: st.one_of(st.integers(1, 180), st.integers(-180, -1)),
    Form.CARDS: st.integers(-(10**6), 10**12),
    Form.LOG: st.integers(1, 10**12),
    Form.RANGE: st.integers(1000, 90_000),
    Form.STAGES: st.integers(1, 190),
}
"""What keeps to the rule of each form in rows; parts never add up to more than their whole."""


def _row(draw: st.DrawFn, form: Form, id: str, value: int) -> Metric:
    more: dict[str, Any] = {
        "label": draw(LABELS),
        "qualifier": draw(BOUNDS),
        "origin": draw(ORIGINS),
    }
    if form is Form.CHANGE:
        return change(id, str(value), "%", "上年同期", **more)
    if form is Form.RANGE:
        return metric(id, f"{value}—{value * 2 + 9}", "元", **more)
    if form is Form.CARDS and draw(st.booleans()):
        return change(id, str(value % 90 + 1), versus="上年", of="m0", **more)
    whole = "all" if form in {Form.SHARE, Form.PARTS} else None
    return metric(id, str(value), "人", of=whole, **more)


def _rows(draw: st.DrawFn, form: Form) -> list[Metric]:
    values = draw(st.lists(VALUES[form], min_size=2, max_size=9))
    if form is Form.STAGES:
        values.sort(reverse=True)
    if form is Form.SHARE and draw(st.booleans()):
        return [share(f"m{n}", str(v % 150), label=draw(LABELS)) for n, v in enumerate(values)]
    return [_row(draw, form, f"m{number}", value) for number, value in enumerate(values)]


def _lines(draw: st.DrawFn, most: int) -> list[Metric]:
    periods = draw(st.lists(LABELS, min_size=2, max_size=14, unique=True))
    numbers = st.one_of(st.integers(1, 190), st.integers(-150, 150), st.integers(0, 10**12))
    made = []
    for number in range(draw(st.integers(1, most))):
        gaps = draw(st.sets(st.sampled_from(periods[2:]))) if len(periods) > 2 else set()
        kept = [period for period in periods if period not in gaps]
        points = {period: str(draw(numbers)) for period in kept}
        made.append(series(f"线{number}" + draw(LABELS), points))
    return made


def _asked(draw: st.DrawFn, form: Form, metrics: list[Metric]) -> Chart:
    kind = {Form.PARTS: "share", Form.LOG: "bar"}.get(form, form.value)
    return chart(
        kind,
        *(one.id for one in metrics),
        exclusive=form is Form.PARTS,
        scale="log" if form is Form.LOG else "linear",
        note=draw(NOTES),
    )


@st.composite
def scene_of(draw: st.DrawFn, form: Form) -> Scene:
    """A scene of one form, of any figures that it may draw."""
    if form in {Form.LINE, Form.COLUMN}:
        metrics = _lines(draw, 1 if form is Form.COLUMN else 7)
    else:
        metrics = _rows(draw, form)
    whole = metric("all", str(WHOLE), "人", label=draw(LABELS))
    wholes = [whole] if form in {Form.SHARE, Form.PARTS} else []
    scenes = compiled([*wholes, *metrics], [_asked(draw, form, metrics)], proven=False)
    return scenes[0]


def any_scene() -> st.SearchStrategy[Scene]:
    """A scene of any form, each as likely as the others."""
    return st.sampled_from(list(Form)).flatmap(scene_of)
