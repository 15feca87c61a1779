from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.draft.damage import damaged, marks
from tests.edit.acceptance import without_review
from viewer.datafile import read_briefing, read_bytes, write_briefing
from viewer.datafile.overwrite import original, overwrite
from viewer.model import Briefing, Kind, Metric, Passage, Point, Section, ViewerError

FILE = """\
briefing: 1   # the author's own comment
title:   小报
sections:
  - id: one
    title: 第一节
    passage: |
      出台39 份文件，review: 不是字段，建成中心203个。
    metrics:
      # 这一个已核过
      - id: papers
        label: 文件
        value: 39
        review: 单位存疑   # 问一下老王
        unit: 份
        cite: 出台39 份文件
      - {id: centres, label: 中心, value: 203, unit: 个, cite: 建成中心203个, review: 含糊}
"""


def test_one_line_leaves_the_file_and_every_other_byte_stays() -> None:
    done = without_review(FILE.encode(), "papers").decode()
    assert done == FILE.replace("        review: 单位存疑   # 问一下老王\n", "")


def test_line_ends_of_windows_and_a_missing_last_one_stay() -> None:
    data = FILE.replace("\n", "\r\n").rstrip().encode()
    assert without_review(data, "papers").decode() == FILE.replace("\n", "\r\n").rstrip().replace(
        "        review: 单位存疑   # 问一下老王\r\n", ""
    )


def test_a_doubt_of_several_lines_leaves_with_all_of_them() -> None:
    long = FILE.replace(
        "review: 单位存疑   # 问一下老王", "review: >\n          单位存疑，\n          再问"
    )
    assert without_review(long.encode(), "papers").decode() == FILE.replace(
        "        review: 单位存疑   # 问一下老王\n", ""
    )


def test_a_doubt_that_is_not_there_is_told() -> None:
    with pytest.raises(ViewerError, match="edit-gone"):
        without_review(FILE.encode(), "nobody")


def test_a_doubt_between_braces_leaves_with_its_comma() -> None:
    done = without_review(FILE.encode(), "centres").decode()
    assert done == FILE.replace(", review: 含糊}", "}")


def test_where_a_doubt_begins_its_metric_the_next_field_begins_it() -> None:
    first = FILE.replace(
        "      - id: papers\n", "      - review: 存疑\n        id: papers\n"
    ).replace("        review: 单位存疑   # 问一下老王\n", "")
    done = without_review(first.encode(), "papers").decode()
    assert done == FILE.replace("        review: 单位存疑   # 问一下老王\n", "")


def test_a_comment_that_would_leave_with_a_doubt_keeps_it_there() -> None:
    first = FILE.replace("      - id: papers\n", "      - review: 存疑 # 问\n        id: papers\n")
    with pytest.raises(ViewerError, match="edit-not-alone"):
        without_review(
            first.replace("        review: 单位", "        notes: 单位").encode(), "papers"
        )


def test_a_comment_below_a_doubt_stays_though_it_stands_further_in() -> None:
    below = "        review: 单位存疑\n            # 另一件事\n"
    data = FILE.replace("        review: 单位存疑   # 问一下老王\n", below)
    assert without_review(data.encode(), "papers").decode() == data.replace(
        "        review: 单位存疑\n", ""
    )


@settings(max_examples=150, deadline=None)
@given(damaged(), st.sampled_from(["fields", "catch"]))
def test_of_any_damaged_file_a_doubt_alone_leaves_or_nothing(data: bytes, metric: str) -> None:
    with TemporaryDirectory() as name:
        file = Path(name) / "mine.yaml"
        file.write_bytes(data)
        try:
            old = original(file, read_bytes(file))
            overwrite(old, without_review(old.data, metric))
        except ViewerError:
            assert file.read_bytes() == data
            return
        gone = marks(data.decode()) - marks(file.read_text("utf-8"))
        doubt = {"备注04" if metric == "fields" else "备注07"}
        assert gone == doubt & marks(data.decode())  # the damage may have taken it
        assert (Path(name) / "mine.yaml.bak").read_bytes() == data


def _point(key: str) -> Point:
    return Point(key, "1", Decimal(1), cite="共1个")


@given(
    st.lists(st.text(alphabet="ab: #-'\"|>是\n", max_size=20), min_size=1, max_size=4),
    st.integers(0, 3),
)
def test_any_doubt_that_the_program_writes_can_be_accepted(doubts: list[str], at: int) -> None:
    metrics = tuple(
        Metric(f"m{n}", "标签", "个", Kind.COUNT, (_point(f"m{n}"),), review=doubt)
        for n, doubt in enumerate(doubts)
    )
    briefing = Briefing("题", sections=(Section("s", "节", Passage("共1个。"), metrics),))
    data = write_briefing(briefing).encode()
    kept = read_briefing(data).briefing
    assert kept is not None
    chosen = metrics[at % len(metrics)].id
    assume(next(m for m in kept.sections[0].metrics if m.id == chosen).review)
    done = without_review(data, chosen)
    lines, left = data.split(b"\n"), done.split(b"\n")
    start = next(n for n, line in enumerate([*left, b""]) if lines[n] != line)
    gone = len(lines) - len(left)
    assert gone >= 1
    assert lines[:start] + lines[start + gone :] == left
