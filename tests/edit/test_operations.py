from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.edit.files import FILE
from viewer.edit.applying import Dropped, tried
from viewer.edit.history import OUTSIDE, History
from viewer.edit.merging import merged
from viewer.edit.one_section import focused
from viewer.edit.operations import (
    AcceptReviews,
    AddMetric,
    ChangeChart,
    ChangeFigure,
    ChangeReport,
    ChangeSection,
    MoveChart,
    MoveMetric,
    NewChart,
    Operation,
    RemoveChart,
    RemoveMetrics,
    SetMinutes,
    SetOnAll,
)
from viewer.edit.sections import JoinSection, split
from viewer.edit.version import Version
from viewer.model import Briefing, PlannedStep, Severity, StepKind, ViewerError


@pytest.fixture(scope="module")
def version() -> Version:
    return Version.of(FILE.encode())


def done(version: Version, *operations: Operation) -> Briefing:
    made = tried(version, operations)
    assert made.errors == ()
    return made.version.briefing


def test_a_figure_that_goes_leaves_nothing_that_names_it(version: Version) -> None:
    remove = RemoveMetrics(("total",), (("total", "吞吐量320万吨"),))
    section = done(version, remove).sections[0]
    assert [metric.id for metric in section.metrics] == ["foreign", "growth", "routes", "page"]
    assert (section.lead, section.relations, section.metrics[0].of) == ("", (), None)
    assert section.charts[0].metrics == ("foreign",)
    assert section.left_out == ("吞吐量320万吨",)


def test_a_chart_goes_with_its_last_figure(version: Version) -> None:
    section = done(version, RemoveMetrics(("routes", "page"))).sections[0]
    assert [chart.title for chart in section.charts] == ["货量"]


def test_a_figure_added_again_is_no_longer_left_out(version: Version) -> None:
    gone = tried(version, [RemoveMetrics(("page",), (("page", "第3页"),))]).version
    fields = (("id", "leaf"), ("label", "页"), ("value", "3"), ("unit", "页"), ("cite", "第3页"))
    section = done(gone, AddMetric("cargo", fields, "chart-1")).sections[0]
    assert section.left_out == ()
    assert section.charts[0].metrics == ("total", "foreign", "leaf")


def test_what_check_would_refuse_is_refused_with_the_same_words(version: Version) -> None:
    wrong = tried(version, [ChangeFigure("total", (("value", "330万"),))])
    whole = Version.of(wrong.version.data)
    assert [issue.code for issue in wrong.errors] == ["value-disagrees"]
    assert "total" not in wrong.version.figures
    assert whole.figures.keys() == wrong.version.figures.keys()


def test_a_change_that_mends_a_fault_is_taken_though_others_stay(version: Version) -> None:
    broken = FILE.replace("value: 320万", "value: 330万").replace("value: 1200,", "value: 1300,")
    made = tried(Version.of(broken.encode()), [ChangeFigure("total", (("value", "320万"),))])
    assert made.errors == ()
    assert "total" in made.version.figures


def test_charts_are_changed_moved_made_and_taken_out(version: Version) -> None:
    changed = ChangeChart("cargo", "chart-1", (("title", "吞吐量"), ("kind", "cards")))
    assert done(version, changed).sections[0].charts[0].title == "吞吐量"
    moved = done(version, MoveMetric("page", "chart-1")).sections[0].charts
    assert [chart.metrics for chart in moved] == [("total", "foreign", "page"), ("routes",)]
    new = done(version, NewChart("cargo", (("title", "航线"),), ("routes", "page"))).sections[0]
    assert [(chart.title, chart.metrics) for chart in new.charts] == [
        ("货量", ("total", "foreign")),
        ("航线", ("routes", "page")),
    ]
    order = done(version, MoveChart("cargo", "chart-2", 0)).sections[0].charts
    assert [chart.title for chart in order] == ["其他", "货量"]
    assert len(done(version, RemoveChart("cargo", "chart-2")).sections[0].charts) == 1


def test_sections_and_the_report_are_renamed(version: Version) -> None:
    made = done(
        version,
        ChangeSection("cargo", (("title", "货物"), ("present", "false"), ("lead", "routes"))),
        ChangeReport((("title", "港口月报"), ("period", "2024")), (("date", "2月3日"),)),
    )
    section = made.sections[0]
    assert (section.title, section.present, section.lead) == ("货物", False, "routes")
    assert (made.title, made.period, made.source.date) == ("港口月报", "2024", "2月3日")


def test_a_section_is_parted_with_what_belongs_to_its_words_and_joined_again(
    version: Version,
) -> None:
    at = version.briefing.sections[0].passage.text.index("二月")
    made = tried(version, split(version.briefing, "cargo", at, "航线"))
    assert made.errors == ()
    first, second, _ = made.version.briefing.sections
    assert [metric.id for metric in second.metrics] == ["routes", "page"]
    assert [len(one.charts) for one in (first, second)] == [1, 1]
    assert [len(one.relations) for one in (first, second)] == [1, 0]
    assert "# 航线" in made.version.data.decode()
    joined = done(made.version, JoinSection(second.id)).sections
    assert [len(section.metrics) for section in joined] == [5, 1]
    assert joined[0].passage.text == version.briefing.sections[0].passage.text


def test_a_section_is_not_parted_under_an_empty_title(version: Version) -> None:
    at = version.briefing.sections[0].passage.text.index("二月")
    made = tried(version, split(version.briefing, "cargo", at, ""))
    assert [one.code for one in made.errors] == ["key-empty"]
    assert "title" in made.errors[0].path


def test_one_answer_settles_many_doubts(version: Version) -> None:
    made = done(version, AcceptReviews(("foreign", "growth")))
    assert not any(metric.review for metric in made.sections[0].metrics)
    based = done(version, SetOnAll(("growth",), "versus", "去年一月")).sections[0]
    assert based.metrics[2].versus == "去年一月"


def test_what_is_not_there_any_more_is_told(version: Version) -> None:
    with pytest.raises(ViewerError, match="edit-gone"):
        tried(version, [MoveMetric("nobody", "")])


def test_of_a_long_file_one_section_alone_is_tried_with_the_same_outcome() -> None:
    more = "\n".join(
        f"  - {{id: s{n}, title: 节, passage: 共{n}件, metrics: "
        f"[{{id: m{n}, label: 数, value: {n}, unit: 件, cite: 共{n}件}}]}}"
        for n in range(900)
    )
    whole = Version.of(FILE.replace("# 完", more).encode(), {})
    alone = focused(whole, "cargo")
    assert len(alone.data) < len(FILE.encode())
    for value, told in (("330万", ["value-disagrees"]), ("320万", [])):
        edit = [ChangeFigure("total", (("value", value), ("label", "量")))]
        assert [issue.code for issue in tried(alone, edit).errors] == told
    assert focused(Version.of(FILE.encode(), {}), "cargo").data == FILE.encode()


IDS = ("total", "foreign", "growth", "routes", "page", "staff")
EDITS = st.one_of(
    st.builds(lambda id_, text: ChangeFigure(id_, (("label", text),)),
              st.sampled_from(IDS), st.text("甲乙 #:'\"-", min_size=1, max_size=8)),
    st.builds(lambda id_: RemoveMetrics((id_,)), st.sampled_from(IDS)),
    st.builds(lambda id_: AcceptReviews((id_,)), st.sampled_from(IDS)),
    st.builds(MoveMetric, st.sampled_from(IDS), st.sampled_from(["", "chart-1", "chart-2"])),
    st.builds(lambda text: ChangeSection("cargo", (("notes", text),)), st.text("甲\n#| ")),
    st.builds(MoveChart, st.just("cargo"), st.just("chart-2"), st.integers(0, 2)),
)  # fmt: skip


@examples(10)
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_whatever_is_done_can_be_undone_to_the_last_byte(edits: Sequence[Operation]) -> None:
    version, history = Version.of(FILE.encode(), {}), History(FILE.encode())
    for edit in edits:
        try:
            version = tried(version, [edit]).version
        except ViewerError as error:
            assert error.code in ("edit-gone", "edit-not-alone")  # a refusal changes nothing
            continue
        history = history.after(edit.name, version.data)
        errors = (one for one in version.reading.issues if one.severity is Severity.ERROR)
        assert {one.code for one in errors} <= {"key-empty", "key-missing"}  # a blank label
        assert version.data.decode().count("# 完") == 1
    last = history.head
    while history.undo_name:
        history = history.undo()
    assert history.head == FILE.encode()
    while history.redo_name:
        history = history.redo()
    assert history.head == last


def test_undo_passes_over_what_others_changed_and_keeps_it() -> None:
    first, mine = b"a\nb\nc\nd\ne\n", b"a\nB\nc\nd\ne\n"
    history = History(first).after("change", mine).met(b"a\nB\nc\nd\nE\n")
    assert history.done[-1].name == OUTSIDE
    back = history.undo()
    assert back.head == b"a\nb\nc\nd\nE\n"
    assert back.redo().head == b"a\nB\nc\nd\nE\n"
    assert back.met(b"a\nb\nc\nD\nE\n").redo().head == b"a\nB\nc\nD\nE\n"
    assert back.undo_name == ""


def test_two_hands_on_one_line_are_a_conflict() -> None:
    with pytest.raises(ViewerError, match="edit-conflict"):
        merged(b"a\nb\n", b"a\nB\n", b"a\nbb\n")
    assert merged(b"a\nb\nc\nd\n", b"A\nb\nc\nd\n", b"a\nb\nc\nD\n") == b"A\nb\nc\nD\n"
    assert merged(b"a\nb\n", b"a\nB\n", b"a\nB\n") == b"a\nB\n"


def test_minutes_change_their_own_lines_and_nothing_else(version: Version) -> None:
    told = "talk:\n  - step: title\n  - step: summary # 总\n    minutes: 1\n"
    before = Version.of(FILE.encode() + told.encode())
    sections = before.briefing.sections
    edit = SetMinutes(((sections[0].id, "2.5"),), ((1, "0.5"), (0, "3")), before.briefing.talk)
    made = tried(before, [edit])
    assert made.errors == ()
    assert made.version.briefing.sections[0].minutes == Decimal("2.5")
    assert [step.minutes for step in made.version.briefing.talk] == [Decimal(3), Decimal("0.5")]
    old, new = before.data.splitlines(), made.version.data.splitlines()
    assert [line for line in old if line not in new] == [b"    minutes: 1"]
    assert len(new) == len(old) + 2


def test_minutes_are_refused_where_another_step_stands_by_now(version: Version) -> None:
    shown = (PlannedStep(StepKind.TITLE),)
    with pytest.raises(ViewerError, match="edit-gone"):
        SetMinutes((), ((0, "1"),), shown).changes(version.briefing)


DRAWN = """\
briefing: 1
title: 渡口简报
sections:
  - id: ferry
    title: 渡口
    passage: |
      轮渡准点率97.5%，比上年提高1.5个百分点；满载率61%。夜班船42班，日班船130班。
    metrics:
      - {id: punctual, label: 准点率, value: 97.5, unit: "%", kind: share, cite: 轮渡准点率97.5%}
      - {id: rise, label: 准点率提高, value: 1.5, unit: 个百分点, versus: 上年,
         cite: 提高1.5个百分点}
      - {id: full, label: 满载率, value: 61, unit: "%", kind: share, cite: 满载率61%}
      - {id: night, label: 夜班船, value: 42, unit: 班, cite: 夜班船42班}
      - {id: day, label: 日班船, value: 130, unit: 班, cite: 日班船130班}
    charts:
      - {title: 比率, kind: share, metrics: [punctual, rise, full]}
      - {title: 班次, finding: 日班船 130 班，多于夜班船的 42 班, metrics: [night, day]}
    relations:
      - {kind: change, level: punctual, change: rise}
"""


@pytest.fixture(scope="module")
def drawn() -> Version:
    return Version.of(DRAWN.encode())


def test_what_is_drawn_at_a_mark_moves_with_it(drawn: Version) -> None:
    section = done(drawn, MoveMetric("punctual", "chart-2")).sections[0]
    assert [one.metrics for one in section.charts] == [
        ("full",),
        ("night", "day", "punctual", "rise"),
    ]
    alone = done(drawn, NewChart("ferry", (("title", "准点"),), ("punctual",))).sections[0]
    assert [one.metrics for one in alone.charts] == [
        ("full",),
        ("night", "day"),
        ("punctual", "rise"),
    ]


def test_what_hung_on_a_mark_that_goes_leaves_its_chart(drawn: Version) -> None:
    section = done(drawn, RemoveMetrics(("punctual",))).sections[0]
    assert [one.metrics for one in section.charts] == [("full",), ("night", "day")]
    assert "rise" in {metric.id for metric in section.metrics}


def test_a_finding_that_holds_no_more_goes_with_the_edit_and_is_told(drawn: Version) -> None:
    made = tried(drawn, [RemoveMetrics(("night",))])
    assert made.errors == ()
    assert made.dropped == (Dropped("finding", "班次", "日班船 130 班，多于夜班船的 42 班"),)
    assert made.version.briefing.sections[0].charts[1].finding == ""
    assert tried(drawn, [ChangeFigure("full", (("label", "满座率"),))]).dropped == ()


def test_a_finding_that_is_typed_and_does_not_hold_is_refused(drawn: Version) -> None:
    made = tried(drawn, [ChangeChart("ferry", "chart-2", (("finding", "夜班船多于日班船"),))])
    assert [one.code for one in made.errors] == ["finding-order"]
    assert made.dropped == ()


def test_a_chart_that_is_called_by_its_figures_follows_their_names() -> None:
    named = FILE.replace("title: 货量", "title: 货物吞吐量、外贸货物")
    version = Version.of(named.encode())
    renamed = ChangeFigure("foreign", (("label", "外贸"),))
    assert done(version, renamed).sections[0].charts[0].title == "货物吞吐量、外贸"
    gone = done(version, RemoveMetrics(("foreign",)))
    assert gone.sections[0].charts[0].title == "货物吞吐量"


def test_a_chart_with_a_title_of_its_own_keeps_it(version: Version) -> None:
    renamed = ChangeFigure("foreign", (("label", "外贸"),))
    assert done(version, renamed).sections[0].charts[0].title == "货量"
