"""Small briefings, built in a line each."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from viewer.i18n import LANGUAGES, load
from viewer.model import (
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
CATALOGUES = [load(language) for language in LANGUAGES]
_FIELD = re.compile(r"\{[a-z_]+\}")


def say(issue: Issue) -> list[str]:
    """The sentences of an issue, each with all its fields filled."""
    said = [words.of_issue(issue) for words in CATALOGUES]
    for sentence in said:
        assert sentence != f"issue.{issue.code}"
        assert not _FIELD.search(sentence), sentence
    return said


@pytest.fixture(name="say")
def _say() -> Callable[[Issue], list[str]]:
    return say


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
        fields = {"label": id_, "place": Place(7, 3), "path": f"m[{id_}]", **more}
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
        fields: dict[str, Any] = {
            "title": "一节",
            "place": Place(15, 5),
            "path": "sections[0]",
            **more,
        }
        return Section(
            id_, passage=Passage(text), metrics=metrics, passage_place=Place(20, 7), **fields
        )

    return make


@pytest.fixture
def issues(section: Callable[..., Section]) -> Callable[..., dict[str, Issue]]:
    """What is wrong with one section, by code."""

    def find(
        text: str, *metrics: Metric, charts: tuple[Chart, ...] = (), **more: object
    ) -> dict[str, Issue]:
        made = section(text, *metrics, charts=charts)
        proof = prove(Briefing("题", sections=(made,), **more))  # type: ignore[arg-type]
        for issue in proof.issues:
            say(issue)
        return {issue.code: issue for issue in proof.issues}

    return find
