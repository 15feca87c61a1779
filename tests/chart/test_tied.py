"""What the file ties to a figure stands beneath its card."""

from tests.chart.build import change, chart, compiled, metric, one, share
from tests.chart.layout.measure import simple
from viewer.chart import Form, MarkRole, Scene, lay_out
from viewer.chart.layout import DESK

POWER = metric("power", "31", "度")
GROWTH = change("growth", "6", of="power")


def above(scene: Scene) -> dict[str, str]:
    return {mark.key: mark.above for mark in scene.marks if mark.place is MarkRole.UNDER}


def test_a_change_of_a_figure_stands_beneath_its_card() -> None:
    scene = one([POWER, metric("area", "860", "平方米"), GROWTH])
    assert above(scene) == {"growth": "power"}
    assert [mark.as_written for mark in scene.marks if mark.above] == ["+6%"]


def test_a_change_in_the_unit_of_its_figure_is_no_part_of_it() -> None:
    scene = one([POWER, change("growth", "6", "度", of="power")])
    assert above(scene) == {"growth": "power"}
    assert scene.by_key["growth"].computed is None


def test_what_is_tied_to_a_card_that_the_author_asks_for_goes_there() -> None:
    made = [POWER, metric("area", "860", "平方米"), GROWTH, metric("a", "3"), metric("b", "4")]
    first, _ = compiled(made, [chart("cards", "power", "area")])
    assert above(first) == {"growth": "power"}


def test_changes_of_figures_that_are_bars_stand_at_the_ends_of_those() -> None:
    made = [
        metric("a", "30"),
        metric("b", "40"),
        change("x", "5", of="a"),
        change("y", "8", of="b"),
    ]
    scene = one(made)
    assert scene.form is Form.BAR
    assert above(scene) == {"x": "a", "y": "b"}
    assert all(mark.end is None for mark in scene.marks if mark.above)


def test_the_frame_of_a_change_touches_neither_its_words_nor_those_of_its_card() -> None:
    scene = one([POWER, metric("area", "860", "平方米"), GROWTH])
    placed = lay_out(scene, 400, DESK, simple)
    frames = {hit.key: hit.box for hit in placed.hits}
    mine = next(text.box for text in placed.texts if text.key == "growth")
    frame = frames["growth"]
    assert frame.x < mine.x and frame.right > mine.right
    assert frame.y < mine.y and frame.bottom > mine.bottom
    card = [text.box.bottom for text in placed.texts if text.key == "power"]
    assert max(card) <= frames["power"].bottom <= frame.y


def test_a_change_and_a_rate_may_stand_beneath_the_same_card() -> None:
    assert above(one([POWER, GROWTH, share("night", "38", of="power")])) == {
        "growth": "power",
        "night": "power",
    }
