import unicodedata

import pytest

from viewer.draft.readers.radicals import restored


@pytest.mark.parametrize(
    ("printed", "meant"), [("营业收⼊", "营业收入"), ("⻓⻔⻅⻢", "长门见马"), ("⾦額", "金額")]
)
def test_radicals_become_the_characters_they_look_like(printed: str, meant: str) -> None:
    assert restored(printed) == meant


def test_every_kangxi_radical_becomes_a_character() -> None:
    radicals = "".join(map(chr, range(0x2F00, 0x2FD6)))
    assert all(unicodedata.name(each).startswith("CJK UNIFIED") for each in restored(radicals))


def test_full_width_digits_and_signs_stay_as_printed() -> None:
    assert restored("１７９３％（上年）") == "１７９３％（上年）"


def test_the_bullets_of_symbol_faces_are_plain_bullets() -> None:
    assert restored("\uf0b7 泊位52个 \uf06c") == "• 泊位52个 •"
