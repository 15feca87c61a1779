from hypothesis import given
from hypothesis import strategies as st

from tests.chart.build import metric, one
from viewer.design import palette
from viewer.rendering.charts.highlight import Highlight, drawn_colour, text_colour, visible_in

SCENE = one([metric("a", "50"), metric("b", "100")])
KEYS = st.sampled_from(["", "a", "b", "x", "y"])
LITS = st.builds(Highlight, KEYS, KEYS, KEYS, KEYS, st.sampled_from([0.0, 0.3, 1.0]), against=KEYS)
COLOURS = palette("light")


def look(lit: Highlight) -> list[object]:
    """All that a chart of `SCENE` asks of a light."""
    here = SCENE.holds(lit.selected or lit.before)
    marks = [drawn_colour(COLOURS, SCENE.role, key, lit) for key in "ab"]
    texts = [text_colour(COLOURS, SCENE.role, key, lit, here) for key in ("", "a", "b")]
    rings = [key in {*lit.chosen, lit.hovered, lit.focused} for key in "ab"]
    return [marks, texts, rings]


@given(LITS)
def test_a_chart_looks_the_same_for_what_it_sees_of_a_light(lit: Highlight) -> None:
    assert look(visible_in(SCENE, lit)) == look(lit)


def test_a_chart_does_not_see_the_selection_pass_between_others() -> None:
    lights = [
        Highlight(selected="x"),
        Highlight("y", before="x", part=0.4),
        Highlight("y", before="x"),
    ]
    assert len({visible_in(SCENE, lit) for lit in lights}) == 1


def test_a_chart_sees_the_selection_come_and_go() -> None:
    assert visible_in(SCENE, Highlight(selected="x")) != visible_in(SCENE, Highlight())
    assert visible_in(SCENE, Highlight("x", before="a", part=0.5)) != visible_in(
        SCENE, Highlight("x")
    )


def test_a_figure_stands_out_with_the_one_that_it_is_compared_with() -> None:
    pair = Highlight("a", against="b")
    alone = {key: drawn_colour(COLOURS, SCENE.role, key, Highlight(key)) for key in "ab"}
    assert {key: drawn_colour(COLOURS, SCENE.role, key, pair) for key in "ab"} == alone
    assert drawn_colour(COLOURS, SCENE.role, "b", Highlight("a")) != alone["b"]
