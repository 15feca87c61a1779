from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.chart.build import change, chart, metric, one, series, share
from tests.chart.layout.measure import simple
from tests.chart.layout.scenes import any_scene, scene_of
from viewer.chart import Form, Scene, lay_out
from viewer.chart.layout import DESK, ROOM, STAGE, Placed, Sizes
from viewer.model import Qualifier

WIDTHS = st.integers(320, 1920)
STYLES = st.sampled_from([DESK, ROOM, STAGE])


def problems(placed: Placed, pad: float = 0.0) -> list[object]:
    """Texts that meet each other, leave the chart, or reach into its margin of `pad`."""
    meeting = [(a, b) for a, b in combinations(placed.texts, 2) if a.box.meets(b.box)]
    outside = [
        text
        for text in placed.texts
        if text.box.x < pad - 0.1
        or text.box.right > placed.width - pad + 0.1
        or text.box.bottom > placed.height + 0.1
    ]
    too_wide = [
        text
        for text in placed.texts
        for line in text.lines
        if simple(line, text.face) > text.box.width + 0.1
    ]
    return [*meeting, *outside, *too_wide]


@pytest.mark.parametrize("form", Form)
@examples(15)
@given(st.data(), WIDTHS, STYLES)
def test_no_two_labels_overlap_and_none_leaves_the_chart(
    form: Form, data: st.DataObject, width: int, sizes: Sizes
) -> None:
    scene = data.draw(scene_of(form))
    assert scene.form is form
    # The names of the ends of a log axis stand in the middle of their ticks, so in the margin.
    pad = 0.0 if scene.axis.log else sizes.pad
    assert problems(lay_out(scene, width, sizes, simple), pad) == []


@given(any_scene(), WIDTHS, STYLES)
def test_every_figure_can_be_pointed_at_and_nothing_is_drawn_outside(
    scene: Scene, width: int, sizes: Sizes
) -> None:
    placed = lay_out(scene, width, sizes, simple)
    hit = {hit.key for hit in placed.hits}
    drawn = {mark.key for mark in scene.marks if mark.key and mark.end is not None}
    assert drawn <= hit
    for bar in placed.bars:
        assert bar.box.x >= -2 and bar.box.right <= placed.width + 2
        assert bar.box.width >= 0 and bar.box.height >= 0
        assert bar.box.bottom <= placed.height


def bar_lengths(scene: Scene) -> dict[str, float]:
    placed = lay_out(scene, 560, DESK, simple)
    return {bar.key: bar.box.width for bar in placed.bars}


def test_bars_are_as_long_as_their_values_say() -> None:
    lengths = bar_lengths(one([metric("a", "50"), metric("b", "100")]))
    assert lengths["a"] * 2 == pytest.approx(lengths["b"])


def test_falls_lie_left_of_zero_and_rises_right_of_it() -> None:
    placed = lay_out(one([change("a", "10"), change("b", "-20")]), 560, DESK, simple)
    boxes = {bar.key: bar.box for bar in placed.bars}
    assert boxes["b"].right == pytest.approx(boxes["a"].x)
    assert {bar.key: bar.tip for bar in placed.bars} == {"a": "right", "b": "left"}


def test_a_share_above_its_whole_goes_beyond_a_marked_track() -> None:
    scene = one([share("a", "120"), share("b", "50")])
    placed = lay_out(scene, 560, DESK, simple)
    bars = {bar.key: bar.box for bar in placed.bars}
    tracks = {track.key: track.box for track in placed.tracks}
    assert bars["a"].right > tracks["a"].right
    assert [rule.x1 for rule in placed.rules] == [pytest.approx(tracks["a"].right)]


def test_labels_go_above_their_bars_where_the_pane_is_narrow() -> None:
    scene = one(
        [metric("a", "50", label="出租房屋和用人单位注册登记数量"), metric("b", "100", label="乙")]
    )
    wide, narrow = (lay_out(scene, width, DESK, simple) for width in (700, 200))
    assert label_of(wide).box.bottom > bar_of(wide) >= label_of(wide).box.y
    assert label_of(narrow).box.bottom <= bar_of(narrow)


def label_of(placed: Placed):
    return next(text for text in placed.texts if text.key == "a")


def bar_of(placed: Placed) -> float:
    return next(bar.box.y for bar in placed.bars if bar.key == "a")


@pytest.mark.parametrize("width", [220, 300, 420, 560])
def test_no_value_of_a_column_stands_on_another_column(width: int) -> None:
    points = {"2020": "2100000", "2021": "2360000", "2022": "2480000", "2023": "3130000"}
    placed = lay_out(one([series("a", points)]), width, STAGE, simple)
    values = [text for text in placed.texts if text.key]
    assert values
    assert len(placed.bars) == len(points)
    for text in values:
        assert not [bar for bar in placed.bars if bar.key != text.key and bar.box.meets(text.box)]


def test_a_gap_parts_a_line() -> None:
    scene = one([series("a", {"1": "5", "2": "6", "3": "7"}), series("b", {"1": "2", "3": "4"})])
    placed = lay_out(scene, 560, DESK, simple)
    assert [point is None for point in placed.curves[1].points] == [False, True, False]


def test_more_than_four_lines_have_panels_on_one_scale() -> None:
    scene = one([series(f"线{n}", {"1": str(n + 1), "2": str(n + 2)}) for n in range(5)])
    placed = lay_out(scene, 560, DESK, simple)
    first = {round(curve.points[0][0]) for curve in placed.curves if curve.points[0]}
    assert len(placed.curves) == 5
    assert len(first) == 3  # columns of panels


def test_a_bound_leaves_room_for_its_arrow() -> None:
    scene = one([metric("a", "90", qualifier=Qualifier.AT_LEAST), metric("b", "100")])
    placed = lay_out(scene, 560, DESK, simple)
    value = next(t for t in placed.texts if t.key == "a" and t.face == DESK.value)
    bar = next(bar.box for bar in placed.bars if bar.key == "a")
    assert value.box.x >= bar.right + DESK.arrow


def test_stacked_parts_lie_end_to_end_along_their_whole() -> None:
    metrics = [metric("all", "24"), metric("a", "9", of="all"), metric("b", "6", of="all")]
    scene = one(metrics, [chart("share", "a", "b", exclusive=True)])
    placed = lay_out(scene, 560, DESK, simple)
    first = min(bar.box.y for bar in placed.bars)
    ends = [(bar.box.x, bar.box.right) for bar in placed.bars if bar.box.y == first]
    assert len(ends) == 3
    assert all(b[0] - a[1] == pytest.approx(1) for a, b in pairwise(ends))


LONG = "全年由志愿者上门送书并且当场完成借阅登记的行动不便读者及其家庭成员全年累计人次数"


def test_cards_stand_under_each_other_where_their_labels_would_else_be_cut() -> None:
    cards = [metric(f"m{n}", "2380", f"单位{n}", label=LONG + str(n)) for n in range(3)]
    placed = lay_out(one(cards), 600, DESK, simple)
    assert not [text for text in placed.texts if text.elided]
    assert {len(text.lines) for text in placed.texts if text.lines[0].startswith("全年")} == {2}


def test_a_label_that_has_the_width_to_itself_is_read_whole() -> None:
    label = "公用经费优先保障派出所的县级公安机关以及派驻在开发区的工作队"
    placed = lay_out(one([metric("a", "168", "个", label=label)]), 170, DESK, simple)
    said = [text for text in placed.texts if "".join(text.lines) == label]
    assert said and not any(text.elided for text in said)


def test_many_cards_keep_half_of_their_columns_and_elide_what_is_too_long() -> None:
    cards = [metric(f"m{n}", "2", f"单位{n}", label="甲" * (400 if not n else 2)) for n in range(9)]
    together = chart("cards", *(card.id for card in cards))
    placed = lay_out(one(cards, [together]), 900, DESK, simple)
    assert len({round(hit.box.x) for hit in placed.hits}) >= 3


def test_numbers_that_nothing_leads_are_a_row_without_a_box_and_lower_than_a_chart() -> None:
    numbers = [metric("a", "5", "家"), metric("b", "7", "里")]
    row = lay_out(one(numbers), 560, DESK, simple)
    assert not row.ground
    assert row.height < lay_out(one([metric("a", "5"), metric("b", "7")]), 560, DESK, simple).height
    plain = one(numbers)
    led = replace(plain, marks=(replace(plain.marks[0], lead=True), plain.marks[1]))
    assert lay_out(led, 560, DESK, simple).ground


def test_the_unit_that_the_line_below_the_title_gives_stands_at_no_bar() -> None:
    scene = one([metric("a", "5万", "册"), metric("b", "7万", "册")])
    assert "单位：册" in scene.subtitle
    placed = lay_out(scene, 560, DESK, simple)
    assert [text.lines for text in placed.texts if text.key and text.face.bold] == [
        ("7万",),
        ("5万",),
    ]
    assert [mark.as_written for mark in scene.marks] == ["7万册", "5万册"]


def test_a_long_line_has_its_ends_and_extremes_written_and_every_other_value_when_it_is_lit() -> (
    None
):
    values = {str(n): str(value) for n, value in enumerate((50, 40, 60, 55, 90, 45, 52, 58))}
    placed = lay_out(one([series("线", values)]), 900, DESK, simple)
    written = {text.lines[0] for text in placed.texts if text.key}
    assert written == {"50", "58", "90", "40"}
    assert {text.lines[0] for text in placed.latent} == {"60", "55", "45", "52"}


def test_several_lines_have_their_first_highest_and_lowest_value_written() -> None:
    rows = [
        series("甲", {"1": "10", "2": "80", "3": "70"}),
        series("乙", {"1": "30", "2": "20", "3": "40"}),
    ]
    placed = lay_out(one(rows), 900, DESK, simple)
    written = [text.lines[0] for text in placed.texts if text.key]
    assert {"10", "80", "70", "30", "20", "40"} <= set(written)


def test_values_of_panels_stand_apart_from_their_points() -> None:
    rows = [series(f"线{n}", {"1": "9" if n == 3 else "4", "2": "4.5", "3": "5"}) for n in range(6)]
    placed = lay_out(one(rows), 520, DESK, simple)
    values = [text.box for text in placed.texts if text.face == DESK.tick and text.key]
    assert len(values) >= 6
    for box in values:
        points = [dot.y for dot in placed.dots if box.x < dot.x < box.right]
        assert not any(box.y - 2 < y < box.bottom + 2 for y in points)


def test_no_value_of_a_line_stands_on_the_axis() -> None:
    high = series("甲", {"1": "20", "2": "26", "3": "27", "4": "28"})
    low = series("乙", {"1": "7", "2": "3", "4": "9"})
    placed = lay_out(one([high, low]), 900, STAGE, simple)
    (foot,) = [axis.box.y for axis in placed.axes]
    assert [text.key for text in placed.texts if text.key and text.lines[0].startswith("3")]
    assert not any(text.box.y < foot < text.box.bottom for text in placed.texts if text.key)


def test_panels_have_ticks_and_keep_their_points_off_their_values() -> None:
    falling = [series(f"线{n}", {"1": "9", "2": str(n + 2)}) for n in range(6)]
    placed = lay_out(one(falling), 395, DESK, simple)
    assert [len(axis.ticks) for axis in placed.axes] == [2] * 6
    assert {axis.box.width for axis in placed.axes} == {placed.axes[0].box.width}
    values = [text.box for text in placed.texts if text.face == DESK.value]
    radius = 2.7 * DESK.stroke  # when chosen, a dot is drawn largest
    for dot in placed.dots:
        above = [box.bottom for box in values if box.x <= dot.x and box.bottom < dot.y + radius]
        assert dot.y - radius >= max(above)


def test_values_behind_tracks_stand_under_each_other() -> None:
    high = share("a", "97", qualifier=Qualifier.AT_LEAST)
    placed = lay_out(one([high, share("b", "20")]), 560, DESK, simple)
    values = [text for text in placed.texts if text.key and text.face == DESK.value]
    assert len({text.box.x for text in values}) == 1


@given(WIDTHS)
def test_the_steps_of_a_log_axis_are_named_evenly(width: int) -> None:
    asked = [chart("bar", "a", "b", scale="log")]
    scene = one([metric("a", "0.001"), metric("b", "5400")], asked)
    placed = lay_out(scene, width, DESK, simple)
    order = [name for _, name in scene.axis.powers]
    named = [order.index(t.lines[0]) for t in placed.texts if t.box.y > placed.plot.bottom]
    assert len({b - a for a, b in pairwise(named)}) <= 1
    assert named[-1] == len(order) - 1


def test_what_is_not_compared_is_said_whole_however_narrow_the_chart_is() -> None:
    made = [metric("a", "1240", "名"), metric("b", "41", "小时"), metric("c", "3.68亿", "元")]
    scene = replace(one(made), note="")
    said = "different units or sizes, no common axis, each counted by its own office in its own way"
    scene = replace(scene, subtitle=said, title=said * 4)
    placed = lay_out(scene, 170, DESK, simple)
    assert any(" ".join(text.lines) == said for text in placed.texts)
    assert any(text.elided and len(text.lines) == 5 for text in placed.texts)
