from __future__ import annotations

import pytest

from viewer.talk.initials import has_initials


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("派出所警力", "pcs"),
        ("借阅量增长", "zz"),
        ("增长", "zc"),  # the other reading finds it too
        ("银行网点", "yh"),
        ("重庆分馆", "cq"),
        ("调解纠纷", "tj"),
        ("率先建成", "sx"),
        ("App 下载", "appxz"),
        ("“一标三实”", "YBSS"),
    ],
)
def test_words_are_found_by_the_first_letters_of_their_pinyin(text: str, wanted: str) -> None:
    assert has_initials(text, wanted)


@pytest.mark.parametrize(("text", "wanted"), [("派出所", "pcsj"), ("警力", "lj"), ("", "a")])
def test_other_letters_find_nothing(text: str, wanted: str) -> None:
    assert not has_initials(text, wanted)
