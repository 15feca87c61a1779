"""The proof accepts the whole of a number as a reader sees it, or nothing: never a part."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import is_deep
from viewer.model import Issue, Metric
from viewer.quantities import scan
from viewer.quantities.invisible import visible

Make = Callable[..., Metric]
Find = Callable[..., dict[str, Issue]]

PARTING = frozenset(
    '、，,；;：:/／（）()[]【】〔〕{}《》〈〉「」『』-~+×*=<>≤≥≈！？!?&%‰‱℃℉"“”‘|…→。　'
)
"""Signs after which a reader begins a new number, or that both readers of numbers know."""
FOLDED = frozenset("−–—―‒‑﹣－～〜∼˜∶︰﹪；")
"""Other forms of those signs."""


def _parts(character: str) -> bool:
    """Whether a reader sees two numbers with this character between them."""
    plain = unicodedata.normalize("NFKC", character)
    if character in PARTING or character in FOLDED or plain in PARTING:
        return True
    word = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH")
    return character.isalpha() and unicodedata.name(character, "").startswith(word)


@cache
def _signs() -> tuple[str, ...]:
    """Every character that is no letter, and every fiftieth of the letters; beyond the blocks
    of signs one in seven of both, unless there is time for all."""
    every = 1 if is_deep() else 7
    found = []
    for number in range(0x21, sys.maxunicode + 1):
        if number > 0x3400 and number % every and not 0xFE00 <= number < 0x10000:
            continue
        character = chr(number)
        category = unicodedata.category(character)
        if category in ("Cn", "Co", "Cs") and number % 4099:
            continue
        if category[0] == "L" and number % 50:
            continue
        if not character.isdecimal() or not character.isascii():
            found.append(character)
    return tuple(found)


def _proves(text: str, quote: str, value: int) -> bool:
    """Whether a quantity of that value stands within the quote: what a proof asks."""
    at = text.index(quote)
    end = at + len(quote)
    return any(
        one.value == value and at <= one.span.start and one.span.end <= end for one in scan(text)
    )


def test_no_sign_of_unicode_between_digits_leaves_a_part() -> None:
    let_in = [
        f"U+{ord(sign):04X}"
        for sign in _signs()
        if not _parts(sign) and _proves(f"民警共1{sign}793名。", "793名", 793)
    ]
    assert let_in == []


def test_no_mark_or_number_of_unicode_beside_digits_leaves_a_part() -> None:
    let_in = []
    for sign in _signs():
        if unicodedata.category(sign)[0] not in "MN" or sign in "〇○" or _parts(sign):
            continue
        unseen = visible(sign) is not None
        beside = [(f"民警共793{sign}名。", "793"), (f"民警共793{sign}万名。", "793")]
        beside += [] if unseen else [(f"民警共{sign}793名。", "793名")]
        let_in += [text for text, quote in beside if _proves(text, quote, 793)]
    assert let_in == []


@given(st.characters(exclude_categories=["Cs"]))
@example("\u00ad")
@example("\u202e")
@example("½")
@example("'")
def test_no_character_between_digits_and_scale_leaves_a_part(character: str) -> None:
    if not (_parts(character) or character in "0123456789" or character.isspace()):
        assert not _proves(f"民警共1793{character}万名。", "1793", 1793)


BROKEN = [
    ("民警共1\n793名。", "793名", "793", "名"),
    ("民警共1\n\n793名。", "793名", "793", "名"),
    ("民警共1\t793名。", "793名", "793", "名"),
    ("民警共1793\n万名。", "民警共1793", "1793", ""),
    ("民警共1793\t万名。", "民警共1793", "1793", ""),
    ("民警共1\u00ad793名。", "793名", "793", "名"),
    ("民警共1'793名。", "793名", "793", "名"),
    ("拨款1·48亿元。", "48亿元", "4800000000", "元"),
    ("拨款1。48亿元。", "48亿元", "4800000000", "元"),
    ("民警共1½名。", "1½名", "1", "名"),
    ("民警共10²名。", "10²名", "10", "名"),
    ("民警共1.5e6名。", "1.5e6名", "1.5", "名"),
    ("民警共1.5×10^6名。", "1.5×10^6名", "1.5", "名"),
    ("民警共10^6名。", "6名", "6", "名"),
    ("民警共179O名。", "179O名", "179", "名"),
    ("民警共l793名。", "l793名", "793", "名"),
    ("比例为15\u0338%。", "比例为15", "15", ""),
    ("共廿三名。", "三名", "3", "名"),
]


@pytest.mark.parametrize(("text", "cite", "value", "unit"), BROKEN)
def test_a_part_of_a_number_is_refused(
    metric: Make, issues: Find, text: str, cite: str, value: str, unit: str
) -> None:
    found = issues(text, metric(cite=cite, value=value, unit=unit))
    assert set(found) & {"figure-cut", "value-disagrees", "figure-missing"}


WHOLE = [
    ("民警共1\u00ad793名。", "民警共1\u00ad793名", "1793", "名"),
    ("民警共1'793名。", "民警共1'793名", "1793", "名"),
    ("民警共1793\u2060万名。", "1793\u2060万名", "17930000", "名"),
    ("当年拨款1·48亿元。", "1·48亿元", "148000000", "元"),
    ("①793名民警参加。", "793名", "793", "名"),
    ("共有793名²，其余不详。", "793名", "793", "名"),
    ("表1\n793名民警参加。", "793名", "793", "名"),
]


@pytest.mark.parametrize(("text", "cite", "value", "unit"), WHOLE)
def test_the_whole_of_a_number_is_accepted(
    metric: Make, issues: Find, text: str, cite: str, value: str, unit: str
) -> None:
    found = issues(text, metric(cite=cite, value=value, unit=unit, label="民警"))
    assert not set(found) & {"figure-cut", "value-disagrees", "figure-missing", "unit-disagrees"}
