"""An edit within one section of a long file comes to the same as reading and proving all of it."""

from pathlib import Path

import pytest

from viewer.edit.applying import compared, tried
from viewer.edit.one_section import reread, within
from viewer.edit.operations import (
    AcceptReviews,
    AddMetric,
    ChangeChart,
    ChangeFigure,
    ChangeSection,
    NewChart,
    Operation,
    RemoveMetrics,
)
from viewer.edit.version import Version
from viewer.loading import opened_from
from viewer.pipeline import completed, prove

SECTION = """\
  # 第 {n} 节
  - id: s{n}
    title: 码头 {n}
    passage: |
      本月装船 {n}1 艘，其中外轮 {n} 艘，同比增长 4.{n}%。{filler}
    metrics:
      - {{id: ships-{n}, label: 装船, value: {n}1, unit: 艘, cite: 装船 {n}1 艘}}
      - id: foreign-{n}   # 外轮
        label: 外轮
        value: {n}
        unit: 艘
        of: ships-{n}
        review: 存疑
        cite: 外轮 {n} 艘
      - {{id: growth-{n}, label: 增速, value: 4.{n}, unit: "%", versus: 上年, cite: 增长 4.{n}%}}
    charts:
      - {{title: 船, metrics: [ships-{n}, foreign-{n}]}}
    relations:
      - {{kind: part, whole: ships-{n}, part: foreign-{n}}}
"""
LAST = """\
  - id: last
    title: 汇总
    passage: 共计装船 900 艘，其中外轮 21 艘，靠泊 30 次。
    metrics:
      - {id: all, label: 合计, value: 900, unit: 艘, cite: 装船 900 艘}
      - {id: part, label: 外轮, value: 21, unit: 艘, of: ships-3, cite: 外轮 21 艘}
      - {id: odd, label: 靠泊, value: 31, unit: 次, cite: 靠泊 30 次}
# 完
"""
FILE = (
    "briefing: 1\ntitle: 港口年报\nsections:\n"
    + "".join(SECTION.format(n=n, filler="码头运行平稳。" * 300) for n in range(1, 12))
    + LAST
)


@pytest.fixture(scope="module")
def version() -> Version:
    opened = prove(opened_from(Path("port.yaml"), FILE.encode()))
    return Version(FILE.encode(), opened.reading, dict(opened.proof.figures), opened.proof)


EDITS = {
    "label": ChangeFigure("foreign-3", (("label", "外籍船"),)),
    "wrong": ChangeFigure("ships-3", (("value", "99"),)),
    "whole": ChangeFigure("ships-3", (("label", "装船总数"), ("kind", "count"))),
    "lines": AcceptReviews(("foreign-5",)),
    "gone": RemoveMetrics(("growth-4",), (("growth-4", "增长 4.4%"),)),
    "new": AddMetric("s2", (("id", "n"), ("label", "数"), ("value", "4.2"), ("unit", "%"),
                            ("cite", "同比增长 4.2%"), ("kind", "change"), ("versus", "上年"))),
    "title": ChangeSection("s7", (("title", "七号码头"), ("notes", "先说\n再问"))),
    "chart": ChangeChart("s1", "chart-1", (("kind", "cards"),)),
    "alone": NewChart("s9", (("title", "增速"),), ("growth-9",)),
    "last": ChangeFigure("odd", (("value", "30"),)),
    "several": AcceptReviews(("foreign-2", "foreign-6", "foreign-9")),
    "named elsewhere": RemoveMetrics(("ships-3",)),
}  # fmt: skip


@pytest.mark.parametrize("operation", EDITS.values(), ids=EDITS)
def test_it_says_what_the_whole_file_says(version: Version, operation: Operation) -> None:
    assert within(version, operation.changes(version.briefing)) is not None
    made = tried(version, [operation]).version
    whole = prove(opened_from(Path("port.yaml"), made.data))
    assert made.proof is not None
    shown = completed(opened_from(Path("port.yaml"), made.data), made.proof)
    assert made.reading == whole.reading
    assert shown.issues == whole.issues
    assert made.proof.figures == whole.proof.figures
    assert made.proof.recomputed == whole.proof.recomputed
    assert made.proof.cited == whole.proof.cited


def test_a_version_that_differs_within_one_section_is_read_there(version: Version) -> None:
    other = FILE.replace("title: 码头 6", "title: 六号\n    backup: true").encode()
    made = compared(version, reread(version, other)).version
    assert made.proof is not None
    assert made.reading == prove(opened_from(Path("port.yaml"), other)).reading
    longer = FILE.replace("title: 码头 6", "title: 六\n    backup: true")
    two = longer.replace("title: 码头 8", "title: 八").encode()
    made = compared(version, reread(version, two)).version
    assert made.proof is not None
    assert made.reading == prove(opened_from(Path("port.yaml"), two)).reading
    assert reread(version, FILE.replace("港口年报", "年报").encode()).shift is None
    parted = FILE.replace(
        "    title: 码头 6\n", "    title: 六\n    passage: 无\n  - id: x\n    title: 码头 6\n"
    )
    assert len(reread(version, parted.encode()).briefing.sections) == 13


def test_what_another_section_knows_already_is_left_to_the_whole_file(version: Version) -> None:
    twice = AddMetric("s2", (("id", "all"), ("label", "数"), ("value", "2"), ("cite", "外轮 2 艘")))
    assert within(version, twice.changes(version.briefing)) is None
    assert {issue.code for issue in tried(version, [twice]).errors} >= {"id-twice"}
