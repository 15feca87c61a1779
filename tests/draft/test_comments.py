from hypothesis import given
from hypothesis import strategies as st

from viewer.datafile import read_briefing
from viewer.draft.comments import with_comments
from viewer.i18n import load

WORDS = load("zh_CN")

OLD = """\
# For Monday's meeting.
briefing: 1
title: 小报   # the short title
sections:
  # The part that the director asked for
  # and wants first.
  - id: one
    title: 第一节
    passage: |
      # 不是注释，出台39 份文件。
    metrics:
      # checked by Li
      - id: papers
        label: 文件
        value: 39   # by the office
        unit: 份
        cite: 出台39 份文件
      - {id: gone, label: 没了, value: 1, unit: 个, from: 别处}   # goes with it
# the last word
"""
NEW = """\
briefing: 1
title: 小报
sections:
  - id: zero
    title: 新的一节
    passage: |
      没有数字。
  - id: one
    title: 第一节
    passage: |
      # 不是注释，出台41 份文件。
    metrics:
      - id: papers
        label: 文件
        value: 41
        unit: 份
        cite: 出台41 份文件
"""
WANTED = """\
# For Monday's meeting.
briefing: 1
title: 小报  # the short title
sections:
  - id: zero
    title: 新的一节
    passage: |
      没有数字。
  # The part that the director asked for
  # and wants first.
  - id: one
    title: 第一节
    passage: |
      # 不是注释，出台41 份文件。
    metrics:
      # checked by Li
      - id: papers
        label: 文件
        value: 41  # by the office
        unit: 份
        cite: 出台41 份文件
# the last word
"""


def test_comments_go_with_their_fields_sections_and_figures() -> None:
    assert with_comments(OLD, NEW, WORDS) == WANTED


def test_done_twice_it_is_done_once() -> None:
    assert with_comments(WANTED, WANTED, WORDS) == WANTED


def test_a_sign_in_quotes_or_words_is_no_comment() -> None:
    text = 'briefing: 1\ntitle: "第 #1 号"\nsections:\n  - id: a\n    title: C#\n    passage: 无\n'
    assert with_comments(text, text, WORDS) == text


@given(st.text(alphabet="ab: #-'\"|>{}[],\n  是", max_size=120))
def test_any_old_file_leaves_the_new_one_saying_the_same(old: str) -> None:
    done = with_comments(old, NEW, WORDS)
    assert read_briefing(done.encode()).briefing is not None
    kept = [line for line in done.splitlines() if not line.strip().startswith("#")]
    assert len(kept) >= len(NEW.splitlines()) - 1


def test_what_a_draft_said_of_a_section_is_not_kept_beside_its_new_title() -> None:
    old = OLD.replace(
        "  # The part that the director", "  # 第 1 节：旧题\n  # The part that the director"
    )
    assert "旧题" not in with_comments(old, NEW, WORDS)
    assert with_comments(old, NEW, WORDS) == WANTED
