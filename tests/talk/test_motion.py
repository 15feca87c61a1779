from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.talk import Move, Part, Shown, Step, StepKind, Talk, move_between


@pytest.fixture
def charted(talk: Talk) -> Talk:
    """Two sections: a title, a chart and two of its figures; a title."""
    kinds = (StepKind.SECTION, StepKind.CHART, StepKind.FIGURE, StepKind.FIGURE)
    own = [Step(kind, chart="chart" if at else "") for at, kind in enumerate(kinds)]
    section = talk.parts[0].section
    parts = (Part(section, 1, 0, 4), Part(section, 2, 4, 5))
    return replace(talk, parts=parts, steps=(*own, Step(part=1)), run=5)


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (0, 1, Move.GROW),
        (1, 2, Move.SHIFT),
        (2, 3, Move.TRAVEL),
        (3, 2, Move.TRAVEL),
        (2, 1, Move.SHIFT),
        (3, 4, Move.FADE),
        (4, 1, Move.FADE),
    ],
)
def test_a_chart_grows_in_and_stays_the_light_travels_between_its_figures_and_sections_fade(
    charted: Talk, before: int, after: int, move: Move
) -> None:
    assert move_between(charted, Shown(before), Shown(after)) is move


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Shown(2), Shown(2)),
        (Shown(2), Shown(2, size=1)),
        (Shown(2), Shown(2, zoomed=True)),
        (Shown(2, size=1), Shown(3)),
        (Shown(2), Shown(9_999)),
        (Shown(2), Shown(5)),  # right behind the last step
    ],
)
def test_what_is_no_step_of_the_talk_is_made_at_once(
    charted: Talk, before: Shown, after: Shown
) -> None:
    assert move_between(charted, before, after) is Move.NOTHING


@pytest.mark.parametrize("alone", [{"passage": True}, {"zoomed": True}])
def test_a_passage_and_a_zoomed_chart_fade(charted: Talk, alone: dict[str, bool]) -> None:
    one, two = (Shown(place, **alone) for place in (2, 3))
    assert move_between(charted, one, two) is Move.FADE
