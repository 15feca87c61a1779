from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.chart import BoundStyle, Treatment
from viewer.chart.drawing import (
    DASHES,
    THIN,
    Block,
    Disc,
    Drawing,
    Hatching,
    Letters,
    Stipple,
    Stroke,
    moved,
    strokes_of,
)
from viewer.chart.layout import Align, Bar, Box, Curve, Dot, Face, Placed, PlotAxis, RuleLine, Text
from viewer.design import Role, palette
from viewer.export import svg

PLOT = Box(0, 0, 200, 100)
BOX = Box(10, 10, 100, 20)


def placed(**parts: object) -> Placed:
    return Placed(200, 100, PLOT, **parts)  # type: ignore[arg-type]


def bar(
    ending: BoundStyle = BoundStyle.EXACT,
    treatment: Treatment = Treatment.SOLID,
    box: Box = BOX,
    room: float | None = None,
    tip: str = "right",
) -> Bar:
    return Bar(box, Role.SERIES_1, "key", ending, tip, treatment, room)


def drawn(*bars: Bar, dots: tuple[Dot, ...] = ()) -> list[Drawing]:
    return list(strokes_of(placed(bars=bars, dots=dots), 24, card=False))


def head(drawings: list[Drawing]) -> Stroke:
    """The wings of the one arrow, its tip in the middle."""
    (wings,) = (one for one in drawings if isinstance(one, Stroke) and len(one.points) == 3)
    return wings


def test_an_exact_bar_is_a_block_and_nothing_else() -> None:
    assert drawn(bar()) == [Block(BOX, Role.SERIES_1, "key")]


def test_at_least_points_away_from_the_end_and_at_most_back_at_it() -> None:
    for tip, sign in (("right", 1), ("left", -1)):
        end = BOX.right if tip == "right" else BOX.x
        for ending, way in ((BoundStyle.OPEN, sign), (BoundStyle.UNDER, -sign)):
            (x, _), (at, _), _ = head(drawn(bar(ending, tip=tip))).points
            assert (at - x) * way > 0
            assert (at - end) * sign > 0


@pytest.mark.parametrize("ending", [BoundStyle.OPEN, BoundStyle.UNDER])
@given(width=st.floats(1, 300), room=st.floats(0, 60), height=st.sampled_from([3.0, 20.0]))
def test_no_arrow_leaves_the_whole_that_the_bar_is_a_part_of(
    ending: BoundStyle, width: float, room: float, height: float
) -> None:
    box = Box(10, 10, width, height)
    arrow = head(drawn(bar(ending, box=box, room=room)))
    (x, _), (at, _), _ = arrow.points
    assert max(x, at) <= box.right + max(room, 4.0) + 0.01
    assert (at > x) is (ending is BoundStyle.OPEN)


def test_an_arrow_in_a_bar_is_seen_on_it() -> None:
    inside = {
        treatment: head(drawn(bar(BoundStyle.OPEN, treatment, room=2))).role
        for treatment in Treatment
    }
    assert inside.pop(Treatment.SOLID) is Role.CARD
    assert set(inside.values()) == {Role.SERIES_1}
    thin = Box(10, 10, 100, THIN / 2)
    assert head(drawn(bar(BoundStyle.OPEN, box=thin, room=2))).role is Role.SERIES_1


def test_about_fades_towards_its_tip() -> None:
    (block,) = drawn(bar(BoundStyle.SOFT))
    assert isinstance(block, Block)
    assert block.fade == "right"


def test_a_target_is_an_outline_within_its_bar() -> None:
    (block,) = drawn(bar(treatment=Treatment.OUTLINED))
    assert isinstance(block, Block)
    assert (block.fill, block.edge, block.dashes) == (None, Role.SERIES_1, None)
    half = block.width / 2
    assert block.box.x - half == BOX.x
    assert block.box.right + half == pytest.approx(BOX.right)


def test_what_the_viewer_computed_has_a_dashed_outline() -> None:
    (block,) = drawn(bar(treatment=Treatment.DASHED))
    assert isinstance(block, Block)
    assert block.fill is None
    assert block.dashes == DASHES


@given(st.floats(1, 300), st.floats(1, 120))
def test_patterns_stay_within_their_bar(width: float, height: float) -> None:
    box = Box(10, 10, width, height)
    hatching, outline = drawn(bar(treatment=Treatment.HATCHED, box=box))
    ground, stipple = drawn(bar(treatment=Treatment.STIPPLED, box=box))
    assert isinstance(hatching, Hatching)
    assert isinstance(stipple, Stipple)
    assert isinstance(outline, Block)
    assert isinstance(ground, Block)
    points = [*(point for line in hatching.lines for point in line), *stipple.points]
    assert stipple.points
    for x, y in points:
        assert box.x - 0.01 <= x <= box.right + 0.01
        assert box.y - 0.01 <= y <= box.bottom + 0.01
    for (x1, y1), (x2, y2) in hatching.lines:
        assert x2 - x1 == pytest.approx(y1 - y2)  # they rise to the right


def test_points_of_every_treatment_are_drawn_apart() -> None:
    treatments = [one for one in Treatment if one is not Treatment.DASHED]
    dots = [Dot(5, 5, Role.SERIES_1, "key", treatment=one) for one in treatments]
    shapes = [drawn(dots=(dot,)) for dot in dots]
    assert all(one != other for number, one in enumerate(shapes) for other in shapes[:number])


def test_a_point_that_is_about_so_much_is_pale_and_a_bound_has_its_arrow() -> None:
    (pale,) = drawn(dots=(Dot(5, 5, Role.SERIES_1, "key", BoundStyle.SOFT),))
    assert isinstance(pale, Disc)
    assert pale.opacity < 1
    for tip, way in (("top", -1), ("bottom", 1)):
        dot = Dot(50, 50, Role.SERIES_1, "key", BoundStyle.OPEN, tip=tip)
        (_, y), (_, at), _ = head(drawn(dots=(dot,))).points
        assert (at - y) * way > 0


def test_a_gap_parts_a_curve_and_a_lone_point_draws_no_line() -> None:
    course = ((0.0, 1.0), (1.0, 2.0), None, (3.0, 4.0), None, (5.0, 6.0), (6.0, 7.0))
    strokes = strokes_of(placed(curves=(Curve(course, Role.SERIES_2),)), 24, card=False)
    assert [len(one.points) for one in strokes if isinstance(one, Stroke)] == [2, 2]


def test_a_curve_is_dashed_where_it_leads_to_what_is_no_fact() -> None:
    course = ((0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0))
    curve = Curve(course, Role.SERIES_2, dashed=(False, False, True))
    solid, dashed = strokes_of(placed(curves=(curve,)), 24, card=False)
    assert isinstance(solid, Stroke)
    assert isinstance(dashed, Stroke)
    assert (solid.points, solid.dashes) == (course[:3], None)
    assert dashed.points == course[2:]
    assert dashed.dashes


def test_each_line_of_a_text_stands_at_its_side_of_the_box() -> None:
    text = Text(Box(10, 0, 80, 40), ("一", "二"), Face(14), Role.INK, Align.RIGHT, "key")
    first, second = strokes_of(placed(texts=(text,)), 24, card=False)
    assert isinstance(first, Letters)
    assert isinstance(second, Letters)
    assert first.x == second.x == 90
    assert second.y - first.y == Face(14).height


ALL = placed(
    bars=tuple(bar(BoundStyle.OPEN, treatment) for treatment in Treatment),
    dots=tuple(Dot(5, 5, Role.SERIES_1, "key", treatment=one) for one in Treatment),
    rules=(RuleLine(0, 0, 10, 0),),
    curves=(Curve(((0.0, 1.0), (1.0, 2.0)), Role.SERIES_2, dashed=(True,)),),
    axes=(PlotAxis(Box(0, 90, 100, 8), (0.0, 50.0)),),
    texts=(Text(Box(10, 0, 80, 40), ("一",), Face(14), Role.INK),),
)


def test_values_that_a_lit_value_meets_give_way_whole_and_names_do_not() -> None:
    met = Text(Box(40, 10, 40, 16), ("15320",), Face(14), Role.INK, key="high")
    month = Text(Box(40, 20, 40, 16), ("八月",), Face(14), Role.MUTED)
    away = Text(Box(140, 10, 40, 16), ("9080",), Face(14), Role.INK, key="end")
    lit = Text(Box(60, 12, 40, 16), ("14860",), Face(14), Role.INK, key="lit")
    whole = placed(texts=(met, month, away), latent=(lit,))
    *_, letters = strokes_of(whole, 24, card=False, latent=True)
    assert isinstance(letters, Letters)
    assert (letters.box, letters.aside) == (lit.box, (met.box,))


def test_moving_there_and_back_changes_nothing() -> None:
    drawings = list(strokes_of(ALL, 24))
    ink = svg.Ink(palette("light").of)
    back = [moved(moved(one, 8, 16), -8, -16) for one in drawings]
    assert svg.inside(back, ink) == svg.inside(drawings, ink)
    assert all(moved(one, 8, 16) != one for one in drawings)


def test_every_primitive_is_written_as_svg() -> None:
    inner = svg.inside(strokes_of(ALL, 24), svg.Ink(palette("light").of))
    root = ET.fromstring(svg.document(inner, (200, 100), 1.0, ("甲", "乙")))
    names = [node.tag.rpartition("}")[2] for node in root.iter()]
    assert {"rect", "polyline", "circle", "path", "text"} <= set(names)
    assert 'stroke-dasharray="4 3"' in inner
    assert inner.count("h0") > 3
