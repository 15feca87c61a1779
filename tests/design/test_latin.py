from __future__ import annotations

import pytest

from viewer.design import reads_latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("The harbour’s “quiet” year", True),
        ("Mr 王’s report on the harbour", True),
        ("“一号工程”与 App", False),
        ("DNA 提取率", False),
        ("39", False),
        ("", False),
    ],
)
def test_a_text_of_latin_letters_is_told_from_one_of_hanzi(text: str, latin: bool) -> None:
    assert reads_latin(text) is latin
