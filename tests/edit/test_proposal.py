"""What selected words are as a figure."""

import pytest

from viewer.edit.proposal import proposed
from viewer.model import Briefing, Passage, Section, Span

TEXT = "门诊楼改造分两期，平均候诊时间为18.5分钟，比上年缩短4分钟，须在60日内完成验收。"
SECTION = Section("one", "门诊", Passage(TEXT))
BRIEFING = Briefing("简报", sections=(SECTION,))


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [("18.5分钟", "18.5", "分钟"), ("缩短4分钟", "4", "分钟"), ("60日", "60", "日")],
)
def test_a_duration_is_a_figure_for_who_points_at_it(words: str, value: str, unit: str) -> None:
    start = TEXT.index(words)
    made = proposed(BRIEFING, SECTION, Span(start, start + len(words)))
    assert made is not None
    assert (made.text("value"), made.text("unit"), made.text("kind")) == (value, unit, "duration")


def test_words_without_a_number_name_no_figure() -> None:
    assert proposed(BRIEFING, SECTION, Span(0, 3)) is None
