from __future__ import annotations

from dataclasses import replace

import pytest

from tests.talk.conftest import a_briefing, what_is_found
from viewer.model import PlannedStep, StepKind
from viewer.talk import ChartOutline, Talk, places, talk_of


def keys(talk: Talk, asked: str) -> list[str | None]:
    return [talk.steps[place].key for place in places(talk, asked)]


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("1793", "officers"),
        ("１７９３", "officers"),
        ("1,793", "officers"),
        ("1.48亿", "funding"),
        ("148000000", "funding"),
        ("七十四", "items"),
        ("316", "posts"),
    ],
)
def test_a_number_finds_the_figure_however_it_is_written(talk: Talk, asked: str, key: str) -> None:
    assert keys(talk, asked)[0] == key


def test_a_number_is_found_by_its_first_digits_and_not_by_others(talk: Talk) -> None:
    assert keys(talk, "179") == ["officers"]
    assert "officers" not in keys(talk, "793")


def test_a_number_leads_to_its_figure_and_not_to_a_comparison_of_it_too() -> None:
    figure = PlannedStep(StepKind.FIGURE, figures=("officers",))
    pair = PlannedStep(StepKind.COMPARE, figures=("officers", "funding"))
    talk = talk_of(replace(a_briefing(), talk=(pair, figure)), what_is_found())
    assert [talk.steps[at].kind for at in places(talk, "1793")] == [StepKind.FIGURE]
    alone = talk_of(replace(a_briefing(), talk=(pair,)), what_is_found())
    assert alone.steps[places(alone, "1793")[0]].kind is StepKind.COMPARE


def test_the_number_of_a_step_that_the_room_sees_leads_to_it(talk: Talk) -> None:
    assert talk.beats[6] == places(talk, "7")[0]  # before the figures with this value


def test_a_section_number_comes_before_the_step_of_that_number(talk: Talk) -> None:
    found = places(talk, "1")
    assert found.index(talk.parts[0].first) == 0


def test_initials_of_pinyin_find_labels_and_titles(talk: Talk) -> None:
    assert "officers" in keys(talk, "pcsjl")
    assert keys(talk, "p") == []


def test_a_sections_number_comes_before_the_figures_with_it(talk: Talk) -> None:
    for number, part in enumerate(talk.parts, 1):
        assert places(talk, str(number))[0] == part.first
    assert talk.parts[-1].first not in places(talk, str(len(talk.parts) + 1))
    assert talk.parts[-1].first not in places(talk, "0")


def test_words_find_titles_labels_and_passages(talk: Talk) -> None:
    assert keys(talk, "零跑腿")[0] == "no-visit"
    assert places(talk, "智慧") == (talk.parts[1].first,)
    assert keys(talk, "专项列支") == ["officers"]


def test_each_place_is_named_once(talk: Talk) -> None:
    found = places(talk, "项")
    assert len(found) == len(set(found)) > 1


@pytest.mark.parametrize("asked", ["", "  ", "没有这几个字", "987654321"])
def test_what_is_nowhere_leads_nowhere(talk: Talk, asked: str) -> None:
    assert places(talk, asked) == ()


@pytest.mark.parametrize("asked", ["提问", "tw", "questions"])
def test_a_page_is_found_by_its_name_in_either_language(asked: str) -> None:
    talk = talk_of(replace(a_briefing(), talk=()), what_is_found())
    assert [talk.steps[place].kind for place in places(talk, asked)] == [StepKind.QUESTIONS]


def test_the_opening_page_is_found_by_the_title_of_the_briefing() -> None:
    talk = talk_of(replace(a_briefing(), talk=(PlannedStep(StepKind.TITLE),)), what_is_found())
    assert places(talk, "首战") == (0,)


def test_a_chart_is_found_by_its_title() -> None:
    outline = ChartOutline("one", ("officers", "rooms"), title="人与房屋")
    briefing = replace(a_briefing(), talk=())
    talk = talk_of(briefing, what_is_found(), {"stations": (outline,)})
    assert [talk.steps[place].kind for place in places(talk, "人与房")] == [StepKind.CHART]


def test_one_leads_to_the_first_section_and_to_the_first_step() -> None:
    opening = PlannedStep(StepKind.TITLE)
    talk = talk_of(replace(a_briefing(), talk=(opening, *a_briefing().talk)), what_is_found())
    first = next(part.first for part in talk.parts if part.number == 1)
    assert talk.beats[0] == 0 != first
    assert {0, first} <= set(places(talk, "1"))
