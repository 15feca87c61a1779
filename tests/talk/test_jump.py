from __future__ import annotations

import pytest

from viewer.talk import Talk, places


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


def test_the_number_of_a_step_that_the_room_sees_leads_to_it(talk: Talk) -> None:
    assert talk.beats[6] in places(talk, "7")


def test_a_section_number_comes_before_the_step_of_that_number(talk: Talk) -> None:
    found = places(talk, "1")
    assert found.index(talk.parts[0].first) == 0


def test_initials_of_pinyin_find_labels_and_titles(talk: Talk) -> None:
    assert "officers" in keys(talk, "pcsjl")
    assert keys(talk, "p") == []


def test_a_sections_number_comes_before_the_figures_with_it(talk: Talk) -> None:
    assert places(talk, "2")[0] == talk.parts[1].first


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
