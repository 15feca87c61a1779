"""What is no fact of the passage is drawn unlike one, on every kind of mark, and says so."""

from dataclasses import replace

import pytest

from tests.chart.build import WORDS, change, chart, compiled, metric, one, series, share
from viewer.chart import BoundStyle, Form, Scene, Treatment, lay_out, tip_of
from viewer.chart.layout import DESK, Face, Placed
from viewer.chart.notation import BY_STANDING, treatment_of
from viewer.chart.table import table_rows
from viewer.model import Kind, Metric, Qualifier, Standing


def simple(text: str, face: Face) -> float:
    return len(text) * face.size * 0.8


def placed(scene: Scene) -> Placed:
    return lay_out(scene, 560, DESK, simple)


def test_every_standing_has_a_treatment_of_its_own_kind() -> None:
    assert set(BY_STANDING) == set(Standing)
    assert BY_STANDING[Standing.TARGET] is BY_STANDING[Standing.PLAN] is Treatment.OUTLINED
    assert BY_STANDING[Standing.FORECAST] is Treatment.HATCHED


@pytest.mark.parametrize("standing", list(Standing))
def test_where_a_figure_comes_from_is_drawn_only_of_facts(standing: Standing) -> None:
    fact = standing is Standing.FACT
    assert treatment_of(standing, outside=True) is (
        Treatment.STIPPLED if fact else BY_STANDING[standing]
    )


PAIR = [metric("a", "5"), metric("b", "4", origin="年鉴")]


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("bar", PAIR),
        ("share", [share("a", "5"), share("b", "4", origin="年鉴")]),
        ("change", [change("a", "-5"), change("b", "-4", origin="年鉴")]),
        ("stages", PAIR),
        ("range", [metric("a", "3-5"), metric("b", "2-4", origin="年鉴")]),
        ("cards", PAIR),
    ],
)
@pytest.mark.parametrize("standing", list(Standing))
def test_bars_and_cards_carry_the_treatment(
    kind: str, made: list[Metric], standing: Standing
) -> None:
    first, second = made
    scene = one([replace(first, standing=standing), second], [chart(kind, "a", "b")])
    drawn = {bar.key: bar.treatment for bar in placed(scene).bars}
    expected = {"a": BY_STANDING[standing], "b": Treatment.STIPPLED}
    if kind == "cards" and standing is Standing.FACT:
        del expected["a"]  # a line under a plain number would look like a bar
    assert drawn == expected
    word = "" if standing is Standing.FACT else WORDS(f"chart.standing-{standing.value}")
    assert (scene.by_key["a"].remark, scene.by_key["b"].remark) == (word, "原文之外")
    texts = [line for text in placed(scene).texts for line in text.lines]
    assert any("原文之外" in line for line in texts)
    assert not word or word in texts


def test_points_on_a_logarithmic_axis_carry_it() -> None:
    made = [replace(metric("a", "5"), standing=Standing.TARGET), metric("b", "5000")]
    scene = one(made, [chart("bar", "a", "b", scale="log")])
    assert scene.form is Form.LOG
    drawn = {dot.key: (dot.treatment, dot.tip) for dot in placed(scene).dots}
    assert drawn == {"a": (Treatment.OUTLINED, "right"), "b": (Treatment.SOLID, "right")}


def outside_first(kind: Kind = Kind.COUNT) -> Metric:
    made = series("s", {"2018": "5", "2019": "6", "2020": "7", "2021": "8"}, kind=kind)
    points = (replace(made.points[0], origin="年鉴"), *made.points[1:])
    return replace(made, points=points)


def test_a_line_marks_outside_points_as_columns_do_and_dashes_the_way_to_them() -> None:
    line, column = (one([outside_first()], [chart(kind, "s")]) for kind in ("line", "column"))
    dots = placed(line).dots
    assert [dot.treatment for dot in dots] == [
        bar.treatment for bar in placed(column).bars
    ] == [Treatment.STIPPLED, *[Treatment.SOLID] * 3]  # fmt: skip
    assert [dot.quiet for dot in dots] == [False, True, True, False]
    assert placed(line).curves[0].dashed == (True, False, False)
    assert "点纹为原文之外" in line.subtitle and "点纹为原文之外" in column.subtitle


def test_a_line_of_facts_has_no_dashes_and_no_key() -> None:
    scene = one([series("s", {"2019": "5", "2020": "6"})], [chart("line", "s")])
    assert placed(scene).curves[0].dashed == ()
    assert "为" not in scene.subtitle


def test_the_line_below_the_title_says_what_a_forecast_over_time_is() -> None:
    made = replace(series("s", {"2019": "5", "2020": "6"}), standing=Standing.FORECAST)
    scene = one([made], [chart("line", "s")])
    assert "空心加斜线为预计" in scene.subtitle
    assert "预计" in scene.spoken
    assert "预计" in tip_of(scene.marks[0], WORDS).splitlines()


def test_a_target_is_one_in_the_table_too() -> None:
    scene = one([replace(metric("a", "5"), standing=Standing.TARGET), metric("b", "6")])
    head, *body = table_rows(scene, WORDS)
    at = head.index("性质")
    assert {row[0]: row[at] for row in body} == {"a": "目标", "b": ""}


def test_the_rest_of_a_whole_is_dashed_as_it_is_computed() -> None:
    made = [metric("all", "24"), metric("a", "9", of="all"), metric("b", "6", of="all")]
    scene = one(made, [chart("share", "a", "b", exclusive=True)])
    assert scene.marks[-1].treatment is Treatment.DASHED
    assert {bar.treatment for bar in placed(scene).bars if not bar.key} == {Treatment.DASHED}


@pytest.mark.parametrize(
    ("value", "kind", "bound", "ending", "tip"),
    [
        ("-40", Kind.CHANGE, Qualifier.AT_LEAST, BoundStyle.OPEN, "left"),
        ("-40", Kind.CHANGE, Qualifier.AT_MOST, BoundStyle.UNDER, "left"),
        ("40", Kind.CHANGE, Qualifier.AT_LEAST, BoundStyle.OPEN, "right"),
        ("-40", Kind.AMOUNT, Qualifier.AT_LEAST, BoundStyle.UNDER, "left"),
        ("-40", Kind.AMOUNT, Qualifier.AT_MOST, BoundStyle.OPEN, "left"),
    ],
)
def test_an_arrow_points_in_the_sense_that_the_bound_has(
    value: str, kind: Kind, bound: Qualifier, ending: BoundStyle, tip: str
) -> None:
    cite = "上升40" if not value.startswith("-") else None
    made = [
        metric("a", value, "%", kind=kind, qualifier=bound, cite=cite),
        metric("b", "-30", "%", kind=kind),
    ]
    scene = one(made, [chart("bar", "a", "b")])
    bar = next(bar for bar in placed(scene).bars if bar.key == "a")
    assert (bar.ending, bar.tip, scene.by_key["a"].qualifier) == (ending, tip, bound)


@pytest.mark.parametrize("value", ["3", "60", "97", "100"])
def test_the_arrow_of_a_share_stays_within_its_track(value: str) -> None:
    scene = one([share("a", value, qualifier=Qualifier.AT_LEAST), share("b", "50")])
    drawn = placed(scene)
    bar = next(bar for bar in drawn.bars if bar.key == "a")
    track = next(track for track in drawn.tracks if track.key == "a")
    assert bar.room == pytest.approx(track.box.right - bar.box.right)


def test_an_arrow_of_a_bar_without_a_track_has_all_the_room() -> None:
    scene = one([metric("a", "9", qualifier=Qualifier.AT_LEAST), metric("b", "5")])
    assert {bar.room for bar in placed(scene).bars} == {None}


def test_a_point_below_zero_points_down() -> None:
    made = series("s", {"2019": "-5", "2020": "6"})
    dots = placed(one([made], [chart("line", "s")])).dots
    assert [dot.tip for dot in dots] == ["bottom", "top"]


def test_a_change_without_direction_stands_on_a_card_with_its_plain_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("proof.charted", "quantities.wording"):  # where no word says a direction
        monkeypatch.setattr(f"viewer.{module}.change_of", lambda *_: None)
    text = "甲项变动3%，乙项变动5%。"
    made = [change("a", "3", cite="甲项变动3%"), change("b", "5", cite="乙项变动5%")]
    for charts in ([chart("change", "a", "b")], []):
        scene = compiled(made, charts, text)[0]
        assert scene.form is Form.CARDS
        assert [mark.as_written for mark in scene.marks] == ["3%", "5%"]
        assert all(mark.start is None for mark in scene.marks)
        assert "原文未说升降" in scene.subtitle


def test_a_line_that_ends_early_is_named_from_where_it_ends() -> None:
    early = series("a", {"2019": "5", "2020": "6"})
    late = series("b", {"2021": "7", "2022": "8"})
    drawn = placed(one([early, late], [chart("line", "a", "b")]))
    ends = {(round(rule.x1), round(rule.y1)) for rule in drawn.rules}
    lasts = {(round(dot.x), round(dot.y)) for dot in drawn.dots if dot.key in {"a@2020", "b@2022"}}
    assert lasts <= ends


def test_a_note_is_in_the_scene_whole() -> None:
    note = "各年口径不同，不宜直接相比。" * 30
    scene = one([metric("a", "5"), metric("b", "6")], [chart("bar", "a", "b", note=note)])
    assert scene.note == note
    lines = [line for text in placed(scene).texts for line in text.lines]
    assert note in "".join(lines)
    assert not any("…" in line for line in lines)
