"""Any text is read: without an error, with exact spans, in time that grows with its length."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import is_deep
from viewer.quantities import labelled, scan

LONGEST = 80_000
SPELL = 0.05
"""Seconds of the processor that a long run may take, were it linear; twice that is how much more
than in proportion it may take, for the clock."""


@example("0亿几千")
@example("几亿一")
@given(st.text(alphabet=st.sampled_from("0123456789.,，、:/%-~至到 \t\n一二两三百千万亿点成分之半翻番数几多余年月日号个元吨/每第前“”（）(同比增长为约a\ud800\x00😀"), max_size=60))  # fmt: skip  # noqa: E501
def test_any_text_is_read_without_an_error_and_spans_are_exact(text: str) -> None:
    found = labelled(text, scan(text))
    for quantity in found:
        assert quantity.span.of(text) == quantity.surface
        assert quantity.words.holds(quantity.span)
    starts = [quantity.span for quantity in found]
    assert starts == sorted(starts)
    assert all(one.end <= two.start for one, two in pairwise(starts))


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for language in ("zh-CN", "en"):
        assert all(q.span.of(text) == q.surface for q in labelled(text, scan(text, language)))


@pytest.mark.parametrize(
    "piece",
    ["1", "三", "三百", "百分之", "1.", "“一", "翻", "分别", "元/", "（", "1:", "one hundred ",
     " 123", ",123", "，123", "5 percent of ", "R1 ", "$", "与1之比", "those to 5 ", "ratio 1:1 ",
     "接下来要关停，", "《甲》计划"],
)  # fmt: skip
def test_a_long_run_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        for language in ("zh-CN", "en"):
            labelled(text, scan(text, language), language)
        return time.process_time() - started

    seconds(500)
    # As long as takes a spell, were it linear; in the deep profile always the longest.
    length = LONGEST if is_deep() else round(500 * min(160, max(8, SPELL / seconds(500))))
    assert seconds(length) < 20 * seconds(length // 10) + (0.5 if is_deep() else 2 * SPELL)
