import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edit.files import FILE
from viewer.datafile.patch import Change, InsertItem, RemoveItem, SetField, patched
from viewer.datafile.source_tree import source_tree, under
from viewer.model import ViewerError

METRICS = ("sections", 0, "metrics")


def changed(*changes: Change, text: str = FILE) -> str:
    return patched(text.encode(), changes).decode()


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (SetField((*METRICS, 0), "label", "总吞吐量"), "label: 货物吞吐量", "label: 总吞吐量"),
        (SetField((*METRICS, 1), "label", "外贸"), "'外贸货物'", "'外贸'"),
        (
            SetField((*METRICS, 0), "unit", None),
            "        unit: 吨\n        cite: 货",
            "        cite: 货",
        ),
        (SetField((*METRICS, 2), "review", None), ", review: 存疑}", "}"),
        (SetField((*METRICS, 2), "unit", "个百分点"), 'unit: "%"', "unit: 个百分点"),
        (
            SetField((*METRICS, 0), "qualifier", "approx"),
            "        unit: 吨\n        cite: 货",
            "        unit: 吨\n        qualifier: approx\n        cite: 货",
        ),
        (
            SetField((*METRICS, 1), "review", "单位存疑\n再问"),
            "          单位存疑\n",
            "          单位存疑\n          再问\n",
        ),
        (
            SetField(("sections", 0), "notes", "甲\n乙"),
            "先说总量   # 提词",
            "| # 提词\n      甲\n      乙",
        ),
        (RemoveItem(("sections", 0, "charts", 0), "metrics", 0), "[total, foreign]", "[foreign]"),
        (
            InsertItem(("sections", 0, "charts", 1), "metrics", 1, "staff"),
            "          - routes   # 先\n",
            "          - routes   # 先\n          - staff\n",
        ),
        (
            InsertItem(("sections", 1), "charts", 0, {"title": "甲", "metrics": ["staff"]}),
            "cite: 职工1200人}\n",
            "cite: 职工1200人}\n    charts:\n      - title: 甲\n        metrics: [staff]\n",
        ),
        (SetField((), "period", "2020"), "题\n", '题\nperiod: "2020"\n'),
    ],
)
def test_a_change_touches_what_it_names_and_nothing_else(change, before, after) -> None:
    assert FILE.count(before) == 1
    assert changed(change) == FILE.replace(before, after)


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    done = patched(data, [InsertItem(("sections", 0, "charts", 1), "metrics", 2, "total")])
    assert done == data.replace(b"- page\r\n    rel", b"- page\r\n          - total\r\n    rel")


def test_a_record_that_moves_takes_its_comments_along() -> None:
    move = (
        InsertItem(("sections", 1), "metrics", 1, (*METRICS, 3)),
        RemoveItem(("sections", 0), "metrics", 3),
    )
    routes = FILE[FILE.index("      - id: routes") : FILE.index("      - id: page")]
    assert changed(*move) == FILE.replace(routes, "").replace("1200人}\n", "1200人}\n" + routes)


def test_the_last_item_of_a_list_goes_with_its_key() -> None:
    done = changed(RemoveItem(("sections", 1), "metrics", 0))
    assert done == FILE[: FILE.rindex("    metrics:")] + "# 完\n"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(["label", "unit", "notes", "period"]),
            st.none()
            | st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12),
        ),
        max_size=4,
        unique_by=lambda one: one[:2],
    )
)
@settings(max_examples=60, deadline=None)
def test_of_any_fields_set_at_once_all_other_lines_stay(fields) -> None:
    changes = [SetField((*METRICS, at), key, text) for at, key, text in fields]
    try:
        done = changed(*changes)
    except ViewerError:
        pytest.fail("every field of a file by hand can be set")
    touched = {line for at, _, _ in fields for line in _lines((*METRICS, at))}
    kept = [line for number, line in enumerate(FILE.splitlines()) if number not in touched]
    left = iter(done.splitlines())
    assert all(line in left for line in kept)  # in their order
    comments = [part for line in FILE.splitlines() for part in line.split("#")[1:]]
    assert all(f"#{comment}" in done for comment in comments)


def _lines(path) -> range:
    node = under(source_tree(FILE), path)
    assert node is not None
    return range(FILE.count("\n", 0, node.start), FILE.count("\n", 0, node.end) + 1)


SMALL = """briefing: 1
title: 题
source: {page: 1版}
sections:
  - id: one
    title: 一
    passage: 甲3件，乙4件
    left_out: []
    metrics:
      - {id: a, label: 甲, value: 3, unit: 件, cite: 甲3件}
      - id: b
        label: # 名称
          乙
        value: 4
        unit: 件
        cite: 乙4件
    charts: [{title: 图, metrics: [a, b]}]
"""
ONE = ("sections", 0)
FLOW = (*ONE, "charts", 0)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (SetField(FLOW, "metrics", ["b"]), "metrics: [a, b]", "metrics: [b]"),
        (SetField(("source",), "page", None), "source: {page: 1版}", "source: {}"),
        (InsertItem(ONE, "left_out", 0, "乙"), "left_out: []", "left_out: [乙]"),
        (InsertItem(ONE, "charts", 1, {"title": "二", "metrics": ["a"]}),
         "metrics: [a, b]}]", "metrics: [a, b]}, {title: 二, metrics: [a]}]"),
        (InsertItem(ONE, "charts", 1, FLOW), "b]}]", "b]}, {title: 图, metrics: [a, b]}]"),
    ],
)  # fmt: skip
def test_a_change_inside_brackets_stays_on_its_line(change, before, after) -> None:
    assert SMALL.count(before) == 1
    assert changed(change, text=SMALL) == SMALL.replace(before, after)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([SetField((*ONE, "title"), "label", "x")], SMALL),  # a text has no fields
        ([SetField((*ONE, "nothing"), "label", "x")], SMALL),
        ([SetField((*ONE, "metrics", 1), "label", "丙")], SMALL),  # a comment stands there
        ([RemoveItem(ONE, "title", 0)], SMALL),  # no list
        ([InsertItem(ONE, "metrics", 0, ("sections", 7))], SMALL),  # nothing to repeat
        ([SetField((), "title", "x"), SetField((), "title", "y")], SMALL),  # they meet
        ([InsertItem(ONE, "metrics", 0, ("nothing", 0))], SMALL),
        ([InsertItem(ONE, "metrics", 2, FLOW)], SMALL),  # a chart is no metric
        ([SetField((), "title", "x")], "title: a\ntitle: b\n"),  # which of the two?
        ([SetField((), "title", "x")], ""),
        ([SetField((), "title", "x")], "- a\n"),
        ([SetField((0,), "title", None)], "- title: a\n"),
        ([SetField((*ONE, "metrics", 0, "id", 0), "label", "x")], SMALL),
    ],
)
def test_what_would_touch_more_than_it_names_is_refused(changes: list[Change], text: str) -> None:
    with pytest.raises(ViewerError, match="edit-not-alone"):
        changed(*changes, text=text)


def test_a_record_that_moves_is_set_in_as_its_new_neighbours_are() -> None:
    shallow = "  - id: one\n    metrics:\n    - id: b\n      unit: 件\n    - id: d\n"
    deep = "  - id: two\n    metrics:\n        - id: c\n\n          unit: 只\n        - id: e\n"
    text = f"sections:\n{shallow}{deep}"
    two = ("sections", 1)
    inward = (InsertItem(two, "metrics", 2, (*METRICS, 0)), RemoveItem(ONE, "metrics", 0))
    done = changed(*inward, text=text)
    assert done.endswith("        - id: e\n        - id: b\n          unit: 件\n")
    outward = (InsertItem(ONE, "metrics", 2, (*two, "metrics", 0)), RemoveItem(two, "metrics", 0))
    done = changed(*outward, text=text)
    assert "    - id: d\n    - id: c\n\n      unit: 只\n  - id: two\n" in done


def test_a_list_of_words_begins_where_there_was_none() -> None:
    done = changed(InsertItem(("sections", 1), "left_out", 0, "1200人"))
    assert "    left_out: [1200人]\n" in done
