"""Words of a file as they stand in a message."""

from __future__ import annotations

import pytest

from viewer.proof.message_format import as_text, code, shown
from viewer.quantities import scan


def test_sixty_characters_are_shown_whole() -> None:
    assert shown("a" * 60) == "a" * 60


def test_of_a_longer_text_the_start_and_the_end_are_shown() -> None:
    assert shown("a" * 50 + "b" * 50) == "a" * 40 + "…" + "b" * 15


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("first\nsecond", "first second"),
        ("bell\x07", "bellU+0007"),
        ("turn\u202eed", "turnU+202Eed"),
        ("a\ttab", "a\ttab"),
        ("\x9f\xa0", "U+009F\xa0"),
    ],
)
def test_a_text_is_one_line_without_controls(text: str, line: str) -> None:
    assert shown(text) == line


def test_no_character_has_a_dash_for_a_code() -> None:
    assert (code(""), code("\xa0")) == ("—", "U+00A0")


def test_five_figures_are_written_and_that_there_are_more() -> None:
    text = "，".join(f"得{n}个" for n in range(10, 17))
    found = scan(text)
    assert as_text(found[:5], text) == "10个 / 11个 / 12个 / 13个 / 14个"
    assert as_text(found[:6], text) == "10个 / 11个 / 12个 / 13个 / 14个 / …"
