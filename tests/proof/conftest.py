"""Small briefings, built in a line each."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from viewer.briefing import (
    Briefing,
    Chart,
    Issue,
    Kind,
    Metric,
    Passage,
    Place,
    Point,
    Qualifier,
    Section,
)
from viewer.proof import prove

Make = Callable[..., Metric]


@pytest.fixture
def metric() -> Make:
    """A metric of one point; what is not said is plain: a count in 个, quoted by its number."""

    def make(
        id_: str = "one",
        value: str = "5",
        unit: str = "个",
        cite: str | None = "",
        kind: str = "count",
        **more: object,
    ) -> Metric:
        quote = f"{value}{unit}" if cite == "" else cite
        point = Point(id_, value, Decimal(value), cite=quote, place=Place(7, 3), path=f"m[{id_}]")
        if "qualifier" in more:
            more["qualifier"] = Qualifier(str(more["qualifier"]))
        fields = {"label": f"项目{id_}", "place": Place(7, 3), "path": f"m[{id_}]", **more}
        return Metric(id=id_, unit=unit, kind=Kind(kind), points=(point,), **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def series(metric: Make) -> Make:
    """A metric over periods: `values` by period, none of them quoted."""

    def make(id_: str, values: dict[str, str], **more: object) -> Metric:
        points = tuple(
            Point(f"{id_}@{period}", value, Decimal(value), origin="账册", period=period)
            for period, value in values.items()
        )
        return replace(metric(id_, **more), points=points, series=True)

    return make


@pytest.fixture
def section() -> Callable[..., Section]:
    """A section of a passage that begins at line 20, column 7 of its file."""

    def make(text: str, *metrics: Metric, id_: str = "s", **more: object) -> Section:
        fields = {"title": "一节", "place": Place(15, 5), "path": "sections[0]", **more}
        return Section(
            id_, passage=Passage(text), metrics=metrics, passage_place=Place(20, 7), **fields
        )  # type: ignore[arg-type]

    return make


@pytest.fixture
def issues(section: Callable[..., Section]) -> Callable[..., dict[str, Issue]]:
    """What is wrong with one section, by code, labels that are not near left aside."""

    def find(
        text: str, *metrics: Metric, charts: tuple[Chart, ...] = (), **more: object
    ) -> dict[str, Issue]:
        made = section(text, *metrics, charts=charts)
        proof = prove(Briefing("题", sections=(made,), **more))  # type: ignore[arg-type]
        return {issue.code: issue for issue in proof.issues if issue.code != "label-far"}

    return find
