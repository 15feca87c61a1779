from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chart.build import compiled, metric
from viewer.chart import Scene
from viewer.chart.layout import Box, HitArea, Placed
from viewer.rendering.charts.arrangement import BETWEEN, EAGER, MARGIN, Arrangement

SCENE = compiled([metric("a", "1"), metric("b", "2")])[0]
HEIGHTS = st.lists(st.integers(40, 900), min_size=1, max_size=120)


class Counting:
    """Lays charts out as high as it is told, and counts how often."""

    def __init__(self, heights: Sequence[float]) -> None:
        self.scenes = tuple(_scene(number) for number in range(len(heights)))
        self._heights = {scene.id: h for scene, h in zip(self.scenes, heights, strict=True)}
        self.calls = 0

    def __call__(self, scene: Scene, width: float) -> Placed:
        self.calls += 1
        height = self._heights[scene.id]
        hits = tuple(HitArea(Box(0, 10, width, 20), key) for key in scene.by_key)
        return Placed(width, height, Box(0, 0, width, height), hits=hits)


def _scene(number: int) -> Scene:
    mark = replace(SCENE.marks[0], key=f"key{number}")
    return replace(SCENE, id=f"chart{number}", marks=(mark,), by_key={})


@pytest.mark.parametrize("count", [750, 1500, 3000])
def test_however_many_charts_there_are_only_those_in_sight_are_laid_out(count: int) -> None:
    lay_out = Counting([300.0] * count)
    arranged = Arrangement(lay_out.scenes, 600, lay_out)
    arranged.seen(0, 900)
    assert lay_out.calls == EAGER
    arranged.seen(100_000, 100_900)
    assert lay_out.calls <= EAGER + 5
    assert arranged.box_of(f"key{count - 1}") is not None
    assert lay_out.calls <= EAGER + 6


@given(HEIGHTS, st.integers(300, 1700), st.floats(0, 1), st.integers(0, 900))
def test_what_is_seen_is_what_lies_there(
    heights: list[int], width: int, part: float, high: int
) -> None:
    lay_out = Counting([float(height) for height in heights])
    arranged = Arrangement(lay_out.scenes, width, lay_out)
    top = part * arranged.height
    seen = arranged.seen(top, top + high)
    estimated = {number: arranged.place(number)[1] for number in range(len(heights))}
    for number in seen:
        assert arranged.placed(number).height == heights[number]
    for number in set(range(min(EAGER, len(heights)))) - set(seen):
        y = estimated[number]
        assert y >= top + high or y + heights[number] <= top


@given(HEIGHTS, st.integers(300, 1700))
def test_no_two_cards_overlap_and_all_lie_within_the_height(heights: list[int], width: int) -> None:
    lay_out = Counting([float(height) for height in heights])
    arranged = Arrangement(lay_out.scenes, width, lay_out)
    for number in reversed(range(len(heights))):
        arranged.placed(number)
    lows: dict[float, float] = {}
    for number, height in enumerate(heights):
        x, y = arranged.place(number)
        assert y == pytest.approx(lows.get(x, MARGIN))
        lows[x] = y + height + BETWEEN
    assert arranged.height == pytest.approx(max(lows.values()) - BETWEEN + MARGIN)


def test_a_chart_that_grows_above_moves_what_is_seen() -> None:
    lay_out = Counting([300.0] * 30 + [900.0] * 30)
    arranged = Arrangement(lay_out.scenes, 600, lay_out)
    before, version = arranged.place(50)[1], arranged.version
    arranged.placed(40)
    assert arranged.place(50)[1] == before + 600
    assert arranged.version > version


def test_steps_go_through_all_keys_and_end() -> None:
    lay_out = Counting([100.0] * 60)
    arranged = Arrangement(lay_out.scenes, 600, lay_out)
    walked, key = [], ""
    while key := arranged.neighbour(key, 1):
        walked.append(key)
    assert walked == [f"key{number}" for number in range(60)]
    assert arranged.neighbour("", -1) == "key59"
    assert arranged.neighbour("key59", -1) == "key58"
    assert arranged.neighbour("key0", -1) == ""


def test_no_charts_have_only_margins() -> None:
    arranged = Arrangement((), 600, Counting([]))
    assert arranged.seen(0, 900) == ()
    assert arranged.neighbour("", 1) == ""
    assert arranged.box_of("a") is None
