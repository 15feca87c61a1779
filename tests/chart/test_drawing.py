from __future__ import annotations

from viewer.chart import Ending
from viewer.chart.drawing import Block, Letters, Stroke, strokes_of
from viewer.chart.layout import Align, Bar, Box, Curve, Face, Placed, Text
from viewer.design import Role

PLOT = Box(0, 0, 200, 100)


def placed(**parts: object) -> Placed:
    return Placed(200, 100, PLOT, **parts)  # type: ignore[arg-type]


def bar(ending: Ending) -> Bar:
    return Bar(Box(10, 10, 100, 20), Role.SERIES_1, "key", ending)


def test_an_exact_bar_is_a_block_and_nothing_else() -> None:
    drawn = list(strokes_of(placed(bars=(bar(Ending.EXACT),)), 24, card=False))
    assert drawn == [Block(Box(10, 10, 100, 20), Role.SERIES_1, "key")]


def test_at_least_points_away_from_the_end_and_at_most_back_at_it() -> None:
    tips = {}
    for ending in (Ending.OPEN, Ending.UNDER):
        drawn = strokes_of(placed(bars=(bar(ending),)), 24, card=False)
        wings = next(one for one in drawn if isinstance(one, Stroke) and len(one.points) == 3)
        tips[ending] = wings.points[1][0]
        assert all(x >= 110 for x, _ in wings.points)
    assert tips[Ending.OPEN] > tips[Ending.UNDER]


def test_about_fades_towards_its_tip() -> None:
    (block,) = strokes_of(placed(bars=(bar(Ending.SOFT),)), 24, card=False)
    assert isinstance(block, Block)
    assert block.fade == "right"


def test_a_gap_parts_a_curve_and_a_lone_point_draws_no_line() -> None:
    course = ((0.0, 1.0), (1.0, 2.0), None, (3.0, 4.0), None, (5.0, 6.0), (6.0, 7.0))
    drawn = strokes_of(placed(curves=(Curve(course, Role.SERIES_2),)), 24, card=False)
    assert [len(one.points) for one in drawn if isinstance(one, Stroke)] == [2, 2]


def test_each_line_of_a_text_stands_at_its_side_of_the_box() -> None:
    text = Text(Box(10, 0, 80, 40), ("一", "二"), Face(14), Role.INK, Align.RIGHT, "key")
    first, second = strokes_of(placed(texts=(text,)), 24, card=False)
    assert isinstance(first, Letters)
    assert isinstance(second, Letters)
    assert first.x == second.x == 90
    assert second.y - first.y == Face(14).height
