from __future__ import annotations

from dataclasses import replace

from tests.talk.conftest import a_briefing, talk_with_charts, what_is_found
from viewer.model import PlannedStep, StepKind
from viewer.talk import Step, Talk, headlines, leading, talk_of


def keys(steps: tuple[Step, ...]) -> list[str | None]:
    return [step.key for step in steps]


def chart(step: Step) -> str:
    return step.chart


def test_of_each_chart_the_first_figure_stands_for_a_section_then_more_in_text_order() -> None:
    part = talk_with_charts().parts[1]
    charts = {"officers": "a", "funding": "a", "rooms": "b"}
    chosen = headlines(part, 2, lambda step: charts.get(step.key or "", ""))
    assert keys(chosen) == ["officers", "rooms"]
    assert keys(headlines(part, 9, chart)) == ["officers", "funding", "rooms"]


def test_the_lead_figure_of_a_section_stands_for_it_before_any_other() -> None:
    briefing = a_briefing()
    sections = tuple(replace(one, lead="rooms") for one in briefing.sections)
    talk = talk_of(replace(briefing, sections=sections), what_is_found())
    assert keys(leading(talk, 2, chart)) == ["rooms", "items"]
    stations = next(part for part in talk.parts if part.section.id == "stations")
    assert keys(headlines(stations, 2, chart)) == ["officers", "rooms"]


def test_every_section_of_the_run_is_heard_before_one_is_heard_twice(talk: Talk) -> None:
    assert keys(leading(talk, 3, chart)) == ["officers", "funding", "items"]


def test_a_summary_knows_the_figures_that_the_authors_steps_do_not_come_to() -> None:
    plan = (PlannedStep(StepKind.SECTION, section="stations"), PlannedStep(StepKind.SUMMARY))
    talk = talk_of(replace(a_briefing(), talk=plan), what_is_found())
    assert keys(leading(talk, 6, chart)) == ["officers", "funding", "rooms"]
    assert all(talk.parts[step.part].section.id == "stations" for step in leading(talk, 6, chart))


def test_a_summary_of_a_talk_that_comes_to_no_section_has_the_figures_of_all() -> None:
    plan = (PlannedStep(StepKind.TITLE), PlannedStep(StepKind.SUMMARY))
    briefing = a_briefing()
    whole = talk_of(briefing, what_is_found())
    talk = talk_of(replace(briefing, talk=plan), what_is_found())
    assert talk.agenda == ()
    assert keys(leading(talk, 2, chart)) == keys(leading(whole, 2, chart))
