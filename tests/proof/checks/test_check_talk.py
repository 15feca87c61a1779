"""What the steps of a planned talk name must be there; each mistake is told at its own key."""

from __future__ import annotations

import pytest

from viewer.datafile import read_briefing
from viewer.proof import Known, prove
from viewer.proof.checks.check_talk import idle_steps

FILE = """briefing: 1
title: 渔业
previous: last.yaml
talk:
{talk}
sections:
  - id: fish
    title: 水产
    passage: 水产品产量37万吨，渔船820艘，目标40万吨。
    metrics:
      - {{id: catch, label: 产量, value: 37万, unit: 吨, cite: 水产品产量37万吨}}
      - {{id: boats, label: 渔船, value: 820, unit: 艘, cite: 渔船820艘}}
      - {{id: aim, label: 产量目标, value: 40万, unit: 吨, cite: 目标40万吨, standing: target}}
    charts:
      - {{title: 渔船, metrics: [boats]}}
      - {{id: tonnes, title: 产量, metrics: [catch]}}
"""


def problems(*steps: str, previous: bool = True) -> list[tuple[str, str]]:
    """The code and the path of every error in a file with these steps."""
    text = FILE.format(talk="\n".join(f"  - {{{one}}}" for one in steps))
    reading = read_briefing((text if previous else text.replace("previous:", "#")).encode())
    found = [(issue.code, issue.path) for issue in reading.issues]
    if reading.briefing is not None:
        found += [(issue.code, issue.path) for issue in prove(reading.briefing).issues]
    return [one for one in found if "talk" in one[1]]


@pytest.mark.parametrize(
    "step",
    [
        "step: title",
        "step: agenda, minutes: 2, notes: 快",
        "step: section, section: fish",
        "step: text, section: fish",
        "step: chart, chart: tonnes, build: true",
        "step: chart, chart: fish/chart-1",
        "step: figure, figure: fish/catch",
        "step: compare, figures: [catch, boats]",
        "step: target, figures: [catch, fish/aim]",
        "step: summary",
        "step: questions",
        "step: edition, section: fish",
    ],
)
def test_a_step_that_names_what_is_there_is_right(step: str) -> None:
    assert problems(step) == []


@pytest.mark.parametrize(
    ("step", "code", "key"),
    [
        ("step: section, section: fsh", "talk-no-section", "section"),
        ("step: chart, chart: fish/chart-9", "talk-no-chart", "chart"),
        ("step: chart, chart: farm/chart-1", "talk-no-chart", "chart"),
        ("step: figure, figure: catc", "talk-no-figure", "figure"),
        ("step: figure, figure: farm/catch", "talk-no-figure", "figure"),
        ("step: compare, figures: [catch, boat]", "talk-no-figure", "figures"),
        ("step: compare, figures: [catch, catch]", "step-pair", "figures"),
        ("step: compare, figures: [catch]", "step-pair", "figures"),
        ("step: target, figures: [catch]", "step-pair", "figures"),
        ("step: target", "key-missing", "figures"),
        ("step: target, figures: [catch, boats]", "talk-no-target", "figures"),
        ("step: target, figures: [aim, catch]", "talk-no-target", "figures"),
        ("step: target, figures: [catch, aims]", "talk-no-figure", "figures"),
        ("step: edition, section: farm", "talk-no-section", "section"),
        ("step: edition, figure: catch", "step-key", "figure"),
        ("step: chart", "key-missing", "chart"),
        ("step: title, figure: catch", "step-key", "figure"),
        ("step: figure, figure: catch, build: true", "step-key", "build"),
        ("step: opening", "choice-wrong", "step"),
        ("step: sumary", "choice-near", "step"),
    ],
)
def test_a_mistake_is_told_at_its_key(step: str, code: str, key: str) -> None:
    assert problems("step: title", step) == [(code, f"talk[1].{key}")]


def test_steps_that_name_what_is_not_there_are_idle_and_one_without_an_edition_is_not() -> None:
    steps = ("step: edition", "step: section, section: farm", "step: figure, figure: catch")
    text = FILE.format(talk="\n".join(f"  - {{{one}}}" for one in steps))
    briefing = read_briefing(text.replace("previous:", "#").encode()).briefing
    assert briefing is not None
    assert idle_steps(Known.of(briefing)) == {"talk[1]"}


def test_an_edition_before_is_asked_for_where_a_step_compares_with_it() -> None:
    assert problems("step: edition", previous=False) == [("talk-no-previous", "talk[0].step")]
