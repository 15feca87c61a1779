from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chart.build import WORDS, change, chart, compiled, metric, one, series, share
from viewer.chart import BoundStyle, Form, MarkRole, roles, tip_of
from viewer.model import Kind, Metric, Qualifier


def test_figures_of_one_kind_and_unit_are_bars_from_zero_the_largest_first() -> None:
    scene = one([metric("a", "3"), metric("b", "12"), metric("c", "7")])
    assert scene.form is Form.BAR
    assert [mark.key for mark in scene.marks] == ["b", "c", "a"]
    assert [mark.start for mark in scene.marks] == [0, 0, 0]
    assert (scene.axis.low, scene.axis.high) == (0, 12)


def test_the_authors_order_is_kept_where_it_means_something() -> None:
    scene = one([metric("a", "3"), metric("b", "12")], [chart("bar", "a", "b", order="given")])
    assert [mark.key for mark in scene.marks] == ["a", "b"]


def test_different_units_never_share_an_axis() -> None:
    scenes = compiled(
        [metric("a", "3"), metric("b", "4"), metric("c", "5", "名"), metric("d", "6", "名")]
    )
    assert [{mark.unit for mark in scene.marks} for scene in scenes] == [{"个"}, {"名"}]


def test_percent_never_shares_an_axis_with_percentage_points() -> None:
    scenes = compiled(
        [
            change("a", "3"),
            change("b", "4"),
            change("c", "5", "个百分点"),
            change("d", "6", "个百分点"),
        ]
    )
    assert [{mark.unit for mark in scene.marks} for scene in scenes] == [{"%"}, {"个百分点"}]


def test_a_change_never_shares_an_axis_with_a_share() -> None:
    scenes = compiled([change("a", "3"), change("b", "4"), share("c", "5"), share("d", "6")])
    assert [scene.form for scene in scenes] == [Form.CHANGE, Form.SHARE]


def test_changes_against_different_bases_are_parted() -> None:
    scenes = compiled(
        [
            change("a", "3"),
            change("b", "4"),
            change("c", "5", versus="上月"),
            change("d", "6", versus="上月"),
        ]
    )
    assert len(scenes) == 2


def test_figures_without_a_peer_come_together_as_cards() -> None:
    scene = one([metric("a", "3"), metric("b", "4", "名"), metric("c", "5", "起")])
    assert scene.form is Form.CARDS
    assert "不共用坐标轴" in scene.subtitle


@pytest.mark.parametrize(
    ("metrics", "said"),
    [
        ([metric("a", "3"), metric("b", "4")], False),  # they could share one: it was not asked for
        ([metric("a", "3"), metric("b", "604")], True),
        ([metric("a", "3"), metric("b", "4", "名")], True),
        ([metric("a", "3")], False),
    ],
    ids=["alike", "far apart", "unlike", "alone"],
)
def test_cards_say_that_they_share_no_axis_where_they_could_not(
    metrics: list[Metric], said: bool
) -> None:
    scene = one(metrics, [chart("cards", *(each.id for each in metrics))])
    assert ("不共用坐标轴" in scene.subtitle) is said


def test_paragraphs_part_what_is_not_grouped() -> None:
    passage = "甲3个，乙4个。\n\n丙5个，丁6个。"
    metrics = [
        metric("a", "3", cite="甲3个"),
        metric("b", "4", cite="乙4个"),
        metric("c", "5", cite="丙5个"),
        metric("d", "6", cite="丁6个"),
    ]
    scenes = compiled(metrics, passage=passage)
    assert [set(scene.by_key) for scene in scenes] == [{"a", "b"}, {"c", "d"}]
    assert [scene.subtitle for scene in scenes] == [
        "单位：个 · 原文第 1 段",
        "单位：个 · 原文第 2 段",
    ]


def test_a_change_on_a_card_says_what_it_is_measured_from() -> None:
    lone = metric("a", "8.5", "%", kind=Kind.CHANGE, versus="上年同期", label="用水")
    named = metric("b", "4", "个", kind=Kind.CHANGE, versus="上月", label="较上月新增")
    other = metric("c", "12", "件")
    (scene,) = compiled([lone, named, other], [chart("cards", "a", "b", "c")])
    assert [mark.remark for mark in scene.marks] == ["较上年同期", "", ""]


@pytest.mark.parametrize(("large", "form"), [("200", Form.BAR), ("201", Form.CARDS)])
def test_sizes_further_apart_than_two_hundred_times_are_cards(large: str, form: Form) -> None:
    assert one([metric("a", "1"), metric("b", large)]).form is form


def test_a_stated_log_axis_carries_any_sizes() -> None:
    scene = one([metric("a", "0.001"), metric("b", "5400")], [chart("bar", "a", "b", scale="log")])
    assert scene.form is Form.LOG
    assert (scene.axis.low, scene.axis.high) == (Decimal("0.001"), Decimal(10000))
    assert "对数" in scene.subtitle


def test_a_log_axis_of_nothing_is_cards() -> None:
    metrics = [metric("a", "0"), metric("b", "0.001"), metric("c", "5400")]
    assert one(metrics, [chart("bar", "a", "b", "c", scale="log")]).form is Form.CARDS


def test_a_share_is_drawn_against_the_full_track_even_alone_when_asked_for() -> None:
    scene = one([share("a", "80")], [chart("share", "a")])
    assert (scene.form, scene.marks[0].end, scene.marks[0].track) == (Form.SHARE, 80, 100)


def test_parts_of_a_whole_say_both_numbers_and_the_computed_share() -> None:
    metrics = [
        metric("all", "74", "项"),
        metric("a", "56", "项", of="all"),
        metric("b", "7", "项", of="all"),
    ]
    scene = one(metrics)
    assert [mark.as_written for mark in scene.marks] == ["74 项", "56 / 74", "7 / 74"]
    assert scene.marks[0].place is MarkRole.WHOLE
    computed = scene.marks[1].computed
    assert computed is not None
    assert (computed.text, computed.formula) == ("75.7%", "56 ÷ 74 ≈ 75.7%")
    assert "每行对照全部 74 项" in scene.subtitle
    assert "推算：56 ÷ 74 ≈ 75.7%" in tip_of(scene.marks[1], WORDS)


def test_a_whole_that_another_chart_shows_is_not_drawn_again() -> None:
    metrics = [metric("all", "74", "项"), metric("a", "56", "项", of="all"), metric("c", "9", "项")]
    scenes = compiled(metrics, [chart("share", "a"), chart("cards", "all", "c")])
    assert [list(scene.by_key) for scene in scenes] == [["a"], ["all", "c"]]


def test_exclusive_parts_are_stacked_and_what_remains_is_computed() -> None:
    metrics = [
        metric("all", "24", "册"),
        metric("a", "9", "册", of="all"),
        metric("b", "6", "册", of="all"),
    ]
    scene = one(metrics, [chart("share", "a", "b", exclusive=True)])
    assert scene.form is Form.PARTS
    assert [(mark.start, mark.end) for mark in scene.marks] == [(0, 24), (0, 9), (9, 15), (15, 24)]
    rest = scene.marks[-1]
    assert (rest.key, rest.place) == ("", MarkRole.REST)
    assert rest.computed is not None and rest.computed.formula == "24 − 9 − 6 = 9"


def test_parts_that_add_up_to_more_than_their_whole_are_never_stacked() -> None:
    metrics = [
        metric("all", "10", "册"),
        metric("a", "9", "册", of="all"),
        metric("b", "6", "册", of="all"),
    ]
    scene = compiled(metrics, [chart("share", "a", "b", exclusive=True)])[0]
    assert scene.form is Form.CARDS


def test_exclusive_percentages_leave_what_remains_of_a_hundred() -> None:
    scene = one([share("a", "60"), share("b", "30")], [chart("share", "a", "b", exclusive=True)])
    assert scene.marks[-1].computed is not None
    assert scene.marks[-1].computed.text == "10%"


def test_a_fall_lies_left_of_zero_whether_the_file_writes_its_sign_or_not() -> None:
    passage = "盗窃案下降 12%，诈骗案上升 5%。"
    metrics = [change("a", "12", cite="盗窃案下降 12%"), change("b", "5", cite="诈骗案上升 5%")]
    scene = one(metrics, passage=passage)
    assert [(mark.end, mark.as_written) for mark in scene.marks] == [(5, "+5%"), (-12, "−12%")]


@pytest.mark.parametrize(
    ("qualifier", "ending", "said"),
    [
        (Qualifier.AT_LEAST, BoundStyle.OPEN, "80% 以上"),
        (Qualifier.EXACT, BoundStyle.EXACT, "80% 以上"),
    ],
)
def test_the_words_of_a_bound_stay_in_the_label(
    qualifier: Qualifier, ending: BoundStyle, said: str
) -> None:
    a = share("a", "80", cite="达80% 以上", qualifier=Qualifier.AT_LEAST)
    scene = one([a], [chart("share", "a")], "上案率达80% 以上。")
    assert (scene.marks[0].as_written, scene.marks[0].ending) == ("80% 以上", BoundStyle.OPEN)
    assert "下限值" in scene.subtitle


def test_a_bound_without_words_in_the_text_is_said_by_the_catalogue() -> None:
    scene = one([metric("a", "30", origin="年鉴", qualifier=Qualifier.AT_MOST)])
    assert scene.marks[0].as_written == "至多 30 个"
    assert scene.marks[0].ending is BoundStyle.UNDER


def test_the_value_stays_as_the_report_writes_it_and_is_spelled_out_on_hover() -> None:
    a = metric("a", "2.5万", "起", cite="案件 2.5 万起")
    mark = one([a], passage="侦破案件 2.5 万起。").marks[0]
    assert mark.as_written == "2.5万起"
    assert "25,000 起" in tip_of(mark, WORDS)
    assert "案件 2.5 万起" in tip_of(mark, WORDS)


def test_a_figure_from_elsewhere_wears_its_origin() -> None:
    mark = one([metric("a", "15", origin="统计年鉴")]).marks[0]
    assert mark.origin == "统计年鉴"
    assert "原文之外，出自统计年鉴" in tip_of(mark, WORDS)


@pytest.mark.parametrize(("periods", "form"), [(6, Form.COLUMN), (7, Form.LINE)])
def test_up_to_six_periods_are_columns_and_more_a_line(periods: int, form: Form) -> None:
    assert one([series("a", {f"{n}月": str(n + 1) for n in range(periods)})]).form is form


def test_a_missing_period_stays_a_gap() -> None:
    scene = one([series("a", {"1": "5", "2": "6", "3": "7"}), series("b", {"1": "2", "3": "4"})])
    assert scene.form is Form.LINE
    assert [mark.column for mark in scene.marks if mark.row == 1] == [0, 2]
    assert scene.axis.lines == ("a", "b")
    assert len({mark.role for mark in scene.marks}) == 2


def test_a_line_that_does_not_start_at_zero_says_so() -> None:
    near = series("a", {str(n): str(1000 + n) for n in range(12)})
    scene = one([near])
    assert scene.axis.low > 0
    assert "不从零起" in scene.subtitle


def test_columns_always_start_at_zero() -> None:
    scene = one([series("a", {"1": "1000", "2": "1001"})], [chart("column", "a")])
    assert (scene.form, scene.axis.low) == (Form.COLUMN, 0)


def test_two_ranges_are_drawn_as_ranges_and_a_single_one_as_a_card() -> None:
    two = [metric("a", "3-5", "天"), metric("b", "4-9", "天")]
    assert one(two).form is Form.RANGE
    assert one(two[:1]).form is Form.CARDS
    assert one(two[:1], [chart("range", "a")]).form is Form.RANGE


def test_a_range_floats_between_its_ends() -> None:
    scene = one([metric("a", "3000—5000", "元"), metric("b", "4000", "元")])
    assert scene.form is Form.RANGE
    assert [(mark.key, mark.start, mark.end) for mark in scene.marks] == [
        ("b", 4000, 4000),
        ("a", 3000, 5000),
    ]


def test_stages_are_measured_against_the_one_before() -> None:
    scene = one(
        [metric("a", "400"), metric("b", "300"), metric("c", "150")],
        [chart("stages", "a", "b", "c")],
    )
    assert [mark.track for mark in scene.marks] == [400, 400, 300]
    assert [mark.computed.text for mark in scene.marks if mark.computed] == ["75%", "50%"]


def test_stages_that_grow_are_cards() -> None:
    assert one([metric("a", "3"), metric("b", "4")], [chart("stages", "a", "b")]).form is Form.CARDS


def test_a_rate_of_a_figure_stands_beneath_its_card() -> None:
    scene = one([metric("power", "31", "度"), share("night", "38", of="power")])
    assert scene.marks[1].place is MarkRole.UNDER
    assert scene.marks[1].above == "power"


@pytest.mark.parametrize(
    ("kind", "metrics"),
    [
        ("bar", [metric("a", "3"), metric("b", "4", "名")]),
        ("share", [metric("a", "3"), metric("b", "4")]),
        ("change", [change("a", "3"), change("b", "4", "个百分点")]),
        ("line", [metric("a", "3"), metric("b", "4")]),
        ("range", [metric("a", "3"), metric("b", "4")]),
        ("bar", [metric("a", "3")]),
    ],
)
def test_a_chart_against_the_rules_is_drawn_as_cards(kind: str, metrics: list[Metric]) -> None:
    scene = one(metrics, [chart(kind, *(each.id for each in metrics))])
    assert scene.form is Form.CARDS
    assert set(scene.by_key) == {each.id for each in metrics}


def test_a_metric_used_twice_has_one_colour_that_of_its_first_chart() -> None:
    metrics = [metric("a", "3"), metric("b", "4"), metric("c", "5", "名")]
    scenes = compiled(metrics, [chart("bar", "a", "b"), chart("cards", "a", "c")])
    assert roles(scenes)["a"] is scenes[0].role


def test_a_section_without_metrics_has_no_charts() -> None:
    assert compiled([]) == ()


def test_a_chart_is_read_aloud_as_sentences() -> None:
    scene = one([metric("a", "3", label="甲"), metric("b", "12", label="乙")])
    assert scene.spoken == "甲、乙，条形图。单位：个。乙：12 个；甲：3 个。"


VALUES = st.one_of(
    st.integers(-(10**6), 10**13).map(str),
    st.decimals(-1000, 1000, places=3).map(str),
    st.sampled_from(
        ["NaN", "Infinity", "-Infinity", "1E+400", "-1E+400", "1E-400", "0", "2248E+8"]
    ),
)
KINDS = st.sampled_from([Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE, Kind.DURATION])


@st.composite
def any_metrics(draw: st.DrawFn) -> list[Metric]:
    rows = draw(
        st.lists(st.tuples(VALUES, KINDS, st.sampled_from(["个", "%", "元", ""])), max_size=9)
    )
    return [
        metric(
            f"m{number}",
            value,
            unit,
            kind=kind,
            qualifier=draw(st.sampled_from(list(Qualifier))),
            of=draw(st.sampled_from([None, "m0", "m1", "nowhere"])),
            versus=draw(st.sampled_from([None, "上年"])),
        )
        for number, (value, kind, unit) in enumerate(rows)
    ]


ASKED = st.sampled_from(
    ["", "bar", "share", "change", "cards", "line", "column", "range", "stages"]
)


@given(any_metrics(), ASKED, st.booleans(), st.sampled_from(["linear", "log"]))
def test_whatever_the_numbers_every_figure_is_shown_and_nothing_raises(
    metrics: list[Metric], kind: str, exclusive: bool, scale: str
) -> None:
    ids = [each.id for each in metrics]
    asked = [chart(kind, *ids[: len(ids) // 2 + 1], exclusive=exclusive, scale=scale)]
    for charts in (asked, []):
        scenes = compiled(metrics, charts, proven=False)
        assert {key for scene in scenes for key in scene.by_key} == set(ids)
        assert set(roles(scenes)) == set(ids)
        for scene in scenes:
            drawn = [mark for mark in scene.marks if scene.form is not Form.CARDS]
            drawn = [mark for mark in drawn if mark.place is not MarkRole.UNDER]
            units = {mark.unit for mark in drawn if mark.key}
            assert len(units) <= 1 or scene.form is Form.SHARE


def test_hundreds_of_figures_that_no_author_put_together_are_charts_that_can_be_laid_out() -> None:
    loose = [metric(f"m{n}", "5", f"{n}号") for n in range(150)]
    scenes = compiled([*loose, *(metric(f"b{n}", str(n + 1)) for n in range(250))])
    assert [(scene.form, len(scene.marks)) for scene in scenes] == [
        *((Form.BAR, count) for count in (120, 120, 10)),
        *((Form.CARDS, 6) for _ in range(25)),
    ]
    keys = [mark.key for scene in scenes for mark in scene.marks]
    assert len(keys) == len(set(keys)) == 400
    assert len({scene.id for scene in scenes}) == 28


def test_a_chart_that_its_author_put_together_is_never_parted() -> None:
    many = [metric(f"m{n}", str(n + 1)) for n in range(200)]
    scene = one(many, [chart("bar", *(metric.id for metric in many))])
    assert len(scene.marks) == 200
