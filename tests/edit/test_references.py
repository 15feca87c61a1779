"""References of talk and relations, through every edit that moves, parts, joins or takes out."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.edit.applying import tried
from viewer.edit.operations import (
    MoveChart,
    MoveMetric,
    NewChart,
    Operation,
    RemoveChart,
    RemoveMetrics,
)
from viewer.edit.sections import JoinSection, MoveToSection, split
from viewer.edit.version import Version
from viewer.model import Briefing, ViewerError
from viewer.proof.related import metric_of, named_figures, resolves

FILE = """\
briefing: 1
title: 港口简报
talk:
  - {step: chart, chart: cargo/chart-2, notes: 航线图}
  - {step: chart, chart: fleet, notes: 船队图}
  - {step: chart, chart: staff/chart-1, notes: 职工图}
  - {step: figure, figure: cargo/routes, notes: 航线}
  - {step: compare, figures: [cargo/total, staff/staff], notes: 两个}
  - {step: section, section: ships, notes: 船队}
  - {step: text, section: staff, notes: 职工}
sections:
  - id: cargo
    title: 货运
    passage: |
      一月吞吐量320万吨，其中外贸80万吨。

      二月新开航线6条，停航2条。船队共有轮船45艘，职工中女性400人。
    lead: routes
    metrics:
      - {id: total, label: 吞吐量, value: 320万, unit: 吨, cite: 吞吐量320万吨}
      - {id: foreign, label: 外贸, value: 80万, unit: 吨, of: total, cite: 外贸80万吨}
      - {id: routes, label: 航线, value: 6, unit: 条, cite: 新开航线6条}
      - {id: closed, label: 停航, value: 2, unit: 条, cite: 停航2条}
    charts:
      - {title: 货量, metrics: [total, foreign]}
      - {title: 航线图, metrics: [routes, closed]}
    relations:
      - {kind: part, whole: cargo/total, part: foreign}
  - id: ships
    title: 船队
    passage: 船队共有轮船45艘，其中新船5艘。
    metrics:
      - {id: ships, label: 轮船, value: 45, unit: 艘, cite: 轮船45艘}
      - {id: new, label: 新船, value: 5, unit: 艘, cite: 新船5艘}
    charts:
      - {id: fleet, title: 船队图, metrics: [ships, new]}
    relations:
      - {kind: part, whole: ships/ships, part: ships/new}
  - id: staff
    title: 人员
    passage: 港口共有职工1200人，其中女性400人。
    metrics:
      - {id: staff, label: 职工, value: 1200, unit: 人, cite: 职工1200人}
      - {id: women, label: 女性, value: 400, unit: 人, cite: 女性400人}
    charts:
      - {title: 职工图, metrics: [staff, women]}
    relations:
      - {kind: part, whole: staff/staff, part: women}
      - {kind: repeat, first: cargo/total, again: cargo/total}
"""
IDS = ("total", "foreign", "routes", "closed", "ships", "new", "staff", "women")


@pytest.fixture(scope="module")
def version() -> Version:
    return Version.of(FILE.encode())


def named(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """What each step of the talk shows, by its notes: titles of charts, ids of figures."""
    titles: dict[str, str] = {}
    for section in briefing.sections:
        for id_, chart in zip(section.chart_ids, section.charts, strict=True):
            titles[f"{section.id}/{id_}"] = chart.title
            titles.setdefault(id_, chart.title)
    return {
        step.notes: tuple([titles[step.chart]] if step.chart else map(metric_of, step.figures))
        for step in briefing.talk
    }


def dangling(briefing: Briefing) -> list[str]:
    """Every reference that names nothing."""
    figures, sections = named_figures(briefing), {one.id for one in briefing.sections}
    charts = {f"{one.id}/{id_}" for one in briefing.sections for id_ in one.chart_ids}
    charts |= {one.rpartition("/")[2] for one in charts}
    homes = {m.id: one.id for one in briefing.sections for m in one.metrics}
    loose = [s.chart for s in briefing.talk if s.chart and s.chart not in charts]
    loose += [s.section for s in briefing.talk if s.section and s.section not in sections]
    for step in briefing.talk:
        loose += [name for name in step.figures if not resolves(name, figures)]
    for section in briefing.sections:
        for relation in section.relations:
            loose += [name for name in relation.members if not resolves(name, figures)]
        shown = [id_ for chart in section.charts for id_ in chart.metrics]
        shown += [section.lead] if section.lead else []
        loose += [id_ for id_ in shown if homes.get(id_) != section.id]
        loose += [m.of for m in section.metrics if m.of and m.of not in homes]
    return loose


def edit(briefing: Briefing, kind: str, one: int, other: int) -> Sequence[Operation]:
    """An edit of what there is, chosen by two numbers."""
    section = briefing.sections[one % len(briefing.sections)]
    charts = section.chart_ids or ("chart-1",)
    chart, metric = charts[other % len(charts)], IDS[other % len(IDS)]
    starts = [span.start for span in section.passage.paragraphs[1:]] or [7]
    return {
        "split": lambda: split(briefing, section.id, starts[other % len(starts)], "新节"),
        "join": lambda: [JoinSection(section.id)],
        "away": lambda: [MoveToSection(metric, section.id)],
        "move": lambda: [MoveMetric(metric, chart if other % 2 else "")],
        "order": lambda: [MoveChart(section.id, chart, one % 3)],
        "new": lambda: [NewChart(section.id, (("title", "新图"),), (section.metrics[0].id,))],
        "drop": lambda: [RemoveChart(section.id, chart)],
        "remove": lambda: [RemoveMetrics((metric,))],
    }[kind]()


KINDS = ("split", "join", "away", "move", "order", "new", "drop", "remove")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9)),
                min_size=1, max_size=6))  # fmt: skip
def test_whatever_moves_every_reference_names_what_it_named(
    version: Version, edits: list[tuple[str, int, int]]
) -> None:
    before = named(version.briefing)
    for kind, one, other in edits:
        try:
            version = tried(version, edit(version.briefing, kind, one, other)).version
        except (ViewerError, IndexError):  # it names what is gone by now
            continue
        assert dangling(version.briefing) == []
        now = named(version.briefing)
        assert now.items() <= before.items()
        if kind in ("split", "join", "away", "order"):  # nothing leaves but an empty chart
            gone = {notes for notes in before if notes not in now}
            assert kind == "away" or not gone
        before = now


def test_a_figure_goes_where_its_words_stand_too_with_all_that_names_it(version: Version) -> None:
    made = tried(version, [MoveToSection("ships", "cargo")])
    assert made.errors == ()
    cargo, ships, _ = made.version.briefing.sections
    assert [metric.id for metric in cargo.metrics][-1] == "ships"
    assert ships.relations[0].get("whole") == "cargo/ships"
    assert ships.charts[0].metrics == ("new",)
    refused = tried(version, [MoveToSection("new", "cargo")])
    assert "quote-elsewhere" in {issue.code for issue in refused.errors}


def test_what_is_joined_is_named_by_the_section_that_it_became_part_of(
    version: Version,
) -> None:
    made = tried(version, [JoinSection("staff")])
    assert made.errors == ()
    talk = {step.notes: step for step in made.version.briefing.talk}
    assert talk["职工"].section == "ships"
    assert talk["职工图"].chart == "ships/chart-2"
    assert talk["两个"].figures == ("cargo/total", "ships/staff")
    assert made.version.briefing.sections[1].relations[1].get("whole") == "ships/staff"


def test_a_chart_that_moves_up_is_named_by_its_new_number(version: Version) -> None:
    made = tried(version, [MoveChart("cargo", "chart-2", 0)]).version
    assert {step.notes: step.chart for step in made.briefing.talk}["航线图"] == "cargo/chart-1"
    gone = tried(version, [RemoveChart("cargo", "chart-2")]).version
    assert "航线图" not in {step.notes for step in gone.briefing.talk}
