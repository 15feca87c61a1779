from __future__ import annotations

import pytest

from viewer.i18n import inner


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("有56项实现“最多跑一次”", "有56项实现‘最多跑一次’"),
        ("“‘两个大抓’开局良好”", "“‘两个大抓’开局良好”"),
        ("the harbour’s “quiet” year", "the harbour’s ‘quiet’ year"),
        ("两行\n的引文", "两行 的引文"),
        ("", ""),
    ],
)
def test_marks_within_a_quotation_are_single(quote: str, shown: str) -> None:
    assert inner(quote) == shown
