from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.model import Briefing, ViewerError
from viewer.talk import Talk, talk_of


def keys(talk: Talk) -> list[str | None]:
    return [step.key for step in talk.steps]


def test_a_section_gives_its_title_and_then_its_figures_in_the_order_of_the_text(
    talk: Talk,
) -> None:
    first = talk.parts[0]
    assert keys(talk)[first.first : first.end] == [None, "officers", "funding", "rooms"]


def test_a_section_that_is_not_presented_has_no_step(talk: Talk) -> None:
    assert "left-out" not in [part.section.id for part in talk.parts]


def test_a_metric_that_is_not_presented_has_no_step(briefing: Briefing) -> None:
    section = briefing.sections[1]
    quiet = replace(section, metrics=tuple(replace(m, present=False) for m in section.metrics))
    assert keys(talk_of(replace(briefing, sections=(quiet,)), {})) == [None]


def test_sections_kept_for_questions_stand_behind_the_run(talk: Talk) -> None:
    assert [talk.in_run(part.first) for part in talk.parts] == [True, True, False]
    assert talk.run == talk.parts[2].first


def test_a_briefing_of_nothing_but_backup_is_run_through(briefing: Briefing) -> None:
    talk = talk_of(replace(briefing, sections=briefing.sections[-1:]), {})
    assert talk.run == len(talk.steps)


def test_a_figure_that_no_passage_says_comes_after_those_in_the_text(
    briefing: Briefing, talk: Talk
) -> None:
    known = {step.key: step.said for step in talk.steps if step.key and step.said}
    del known["officers"]
    again = talk_of(briefing, known)
    assert keys(again)[:4] == [None, "funding", "rooms", "officers"]


def test_sections_are_counted_as_they_are_shown(talk: Talk) -> None:
    assert [part.number for part in talk.parts] == [1, 2, 3]


def test_parts_tile_the_steps(talk: Talk) -> None:
    assert [part.first for part in talk.parts[1:]] == [part.end for part in talk.parts[:-1]]
    assert talk.parts[0].first == 0
    assert talk.parts[-1].end == len(talk.steps)


def test_nothing_to_present_is_said(briefing: Briefing) -> None:
    with pytest.raises(ViewerError, match="talk-empty"):
        talk_of(replace(briefing, sections=briefing.sections[:1]), {})


@pytest.mark.parametrize(
    ("section", "key", "place"),
    [
        ("stations", None, 0),
        ("stations", "funding", 2),
        ("online", "items", 5),
        ("online", "not-a-figure", 4),
        ("left-out", None, 0),
        ("unknown", None, 0),
        ("posts", "posts", 9),
    ],
)
def test_a_talk_can_start_anywhere(talk: Talk, section: str, key: str | None, place: int) -> None:
    assert talk.place_of(section, key) == place


def test_after_the_last_section_that_is_shown_the_talk_starts_at_its_last_step(
    briefing: Briefing,
) -> None:
    left_out, stations, *_ = briefing.sections
    talk = talk_of(replace(briefing, sections=(stations, left_out)), {})
    assert talk.place_of("left-out") == talk.run - 1
