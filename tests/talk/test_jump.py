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


def test_part_of_a_number_is_no_hit(talk: Talk) -> None:
    assert "officers" not in keys(talk, "179")


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
