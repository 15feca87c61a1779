"""A change stands at the end of its level: a mark of its own, never a length on its axis."""

from hypothesis import given
from hypothesis import strategies as st

from tests.chart.build import WORDS, change, metric
from tests.chart.layout.measure import simple
from tests.chart.test_frame import problems
from viewer.chart import Form, MarkRole, Scene, compile_section, lay_out
from viewer.chart.layout import DESK, ROOM, STAGE, Sizes
from viewer.model import Briefing, Chart, Kind, Metric, Passage, Relation, RelationKind, Section
from viewer.proof import prove
from viewer.proof.ties import annotating, attached_to


def relation(level: str, changed: str) -> Relation[str]:
    return Relation(RelationKind.CHANGE, (("level", level), ("change", changed)))


def drawn(
    metrics: list[Metric], relations: list[Relation[str]], charts: tuple[Chart, ...] = ()
) -> tuple[Scene, ...]:
    section = Section("s", "节", Passage(""), tuple(metrics), charts, tuple(relations))
    briefing = Briefing("报告", sections=(section,))
    return compile_section(section, briefing, prove(briefing).figures, WORDS)


LEVELS = [metric("a", "30", "吨"), metric("b", "45", "吨")]
CHANGES = [change("x", "12.3"), change("y", "-4")]
TIES = [relation("a", "x"), relation("b", "y")]


def test_a_chart_that_lists_levels_and_changes_is_one_of_bars_with_annotations() -> None:
    chart = Chart("产量", ("a", "x", "b", "y"), "bar", order="given")
    (scene,) = drawn([*LEVELS, *CHANGES], TIES, (chart,))
    assert scene.form is Form.BAR
    assert [(mark.key, mark.above) for mark in scene.marks] == [
        ("a", ""),
        ("x", "a"),
        ("b", ""),
        ("y", "b"),
    ]
    assert scene.by_key["x"].note == "较上年 +12.3%"
    assert (scene.axis.low, scene.axis.high) == (0, 45)


def test_two_changes_against_one_base_name_it_once() -> None:
    more = change("z", "-2", "吨")
    chart = Chart("产量", ("a", "b", "x", "z"), "bar", order="given")
    (scene,) = drawn([*LEVELS, CHANGES[0], more], [TIES[0], relation("a", "z")], (chart,))
    assert [scene.by_key[key].note for key in ("x", "z")] == ["较上年 +12.3%", "−2 吨"]


def test_a_member_of_a_ratio_is_written_as_the_text_prints_it_without_percent() -> None:
    shares = [
        metric("p", "6.1", "", kind=Kind.SHARE, label="甲占比"),
        metric("q", "45.2", "%", kind=Kind.SHARE, label="乙占比"),
    ]
    ties = [
        Relation(RelationKind.PART, (("part", part), ("share", share)))
        for part, share in (("a", "p"), ("b", "q"))
    ]
    chart = Chart("产量", ("a", "p", "b", "q"), "bar", order="given")
    (scene,) = drawn([*LEVELS, *shares], ties, (chart,))
    assert [scene.by_key[key].note for key in ("p", "q")] == ["比例中占 6.1", "占 45.2%"]


def test_a_change_of_a_change_stands_at_the_level_of_the_latter() -> None:
    points = change("z", "0.5", "个百分点")
    ties = attached_to([*LEVELS, *CHANGES, points], [*TIES, relation("x", "z")])
    assert ties == {"x": "a", "y": "b", "z": "a"}


def test_changes_in_a_circle_are_tied_to_nothing() -> None:
    assert attached_to(CHANGES, [relation("x", "y"), relation("y", "x")]) == {}


def test_a_line_carries_no_annotations() -> None:
    assert annotating("line", [], {"x": "a"}) == frozenset()


@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=6),
    st.lists(st.integers(-99, 99), min_size=6, max_size=6),
    st.integers(320, 1920),
    st.sampled_from([DESK, ROOM, STAGE]),
)
def test_annotations_have_keys_of_their_own_do_not_overlap_and_stay_inside(
    sizes_: list[int], rates: list[int], width: int, sizes: Sizes
) -> None:
    levels = [metric(f"l{n}", str(size), "吨") for n, size in enumerate(sizes_)]
    changes = [change(f"c{n}", str(rates[n])) for n in range(len(sizes_))]
    ties = [relation(f"l{n}", f"c{n}") for n in range(len(sizes_))]
    scenes = drawn([*levels, *changes], ties)
    keys = [mark.key for scene in scenes for mark in scene.marks]
    assert sorted(keys) == sorted(each.id for each in (*levels, *changes))
    for scene in scenes:
        placed = lay_out(scene, width, sizes, simple)
        assert problems(placed, sizes.pad) == []
        notes = [mark for mark in scene.marks if mark.place is MarkRole.UNDER]
        assert all(mark.as_written in mark.note for mark in notes)
        assert not {bar.key for bar in placed.bars} & {mark.key for mark in notes}
        for mark in notes:
            box = placed.box_of(mark.key)
            assert box is not None
            assert placed.at(box.x + box.width / 2, box.y + box.height / 2) == mark.key
