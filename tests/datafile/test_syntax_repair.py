import gc

import pytest

from viewer.datafile import read_briefing
from viewer.datafile.issue_collector import Collector
from viewer.datafile.parse import parse

GOOD = """briefing: 1
title: 简报
sections:
  - id: one
    title: 一
    passage: |
      全省共有 1793 名民警。
"""


def first(text):
    reading = read_briefing(text.encode())
    issue = reading.issues[0]
    return issue.code, issue.place.line, issue.place.column, reading


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "column"),
    [
        ("title: 简报", "title：简报", "colon-wide", 2, 6),
        ("- id: one", "- id：one", "colon-wide", 4, 7),
        ("    title: 一", "\ttitle: 一", "indent-tab", 5, 1),
        ("title: 简报", "title:简报", "colon-tight", 2, 6),
        ("    title: 一", "  　title: 一", "indent-wide", 5, 3),
        ("title: 一", "title: 一: 二", "value-colon", 5, 13),
        ("title: 一", "title: @一", "value-mark", 5, 12),
        ("title: 一", "title: *一*", "value-mark", 5, 12),
    ],
)
def test_a_clear_slip_is_told_mended_and_read_on(before, after, code, line, column):
    *told, reading = first(GOOD.replace(before, after, 1))
    assert told == [code, line, column]
    assert len(reading.issues) == 1
    assert reading.briefing.sections[0].passage.text == "全省共有 1793 名民警。"


def test_a_wide_colon_before_another_one_is_told_and_nothing_is_missed_for_it():
    *told, reading = first(GOOD.replace("title: 简报", "title：简报: 上半年"))
    assert told == ["colon-wide", 2, 6]
    assert len(reading.issues) == 1


def test_two_slips_of_one_line_are_both_told():
    *_, reading = first(GOOD.replace("title: 一", "title：@一"))
    assert [issue.code for issue in reading.issues] == ["colon-wide", "value-mark"]
    assert reading.briefing.sections[0].title == "@一"


@pytest.mark.parametrize(
    ("before", "after", "code", "line", "column"),
    [
        ("      全省", "全省", "line-stray", 7, 1),
        ("title: 一", 'title: "一"二', "quote-after", 5, 15),
        ("title: 一", "title: [一", "bracket-open", 5, 12),
        ("title: 一", 'title: "\\一"', "quote-escape", 5, 13),
        ("    title: 一", "   title: 一", "indent-wrong", 5, 4),
        ("title: 一", "title: !a!b 一", "yaml-syntax", 5, 12),
    ],
)
def test_an_unclear_slip_is_told_where_it_begins(before, after, code, line, column):
    *told, _ = first(GOOD.replace(before, after, 1))
    assert told == [code, line, column]


def test_full_width_spaces_before_a_key_are_told_even_where_yaml_takes_them_for_its_name():
    text = GOOD.replace("sections:", "source:\n　　page: 要闻\nsections:")
    assert first(text)[:3] == ("indent-wide", 4, 1)


def test_a_passage_may_hold_every_mark_that_would_be_a_slip_elsewhere():
    marks = "      　　标题：简报\n      title:x\n      \t- a: b: c\n      @ ` % *x\n"
    reading = read_briefing((GOOD + marks).encode())
    assert reading.issues == ()
    assert reading.briefing.sections[0].passage.text.endswith("\n\t- a: b: c\n@ ` % *x")


def test_what_libyaml_itself_refuses_is_told_too():
    collector = Collector()
    parse("title: \x01", collector)  # such a character is told and replaced before
    assert [issue.code for issue in collector.sorted()] == ["yaml-unreadable"]


def test_the_garbage_collector_is_left_as_it_was_found():
    gc.disable()
    try:
        read_briefing(GOOD.encode())
        assert not gc.isenabled()
        gc.enable()
        read_briefing(GOOD.encode())
        assert gc.isenabled()
    finally:
        gc.disable()
