"""The first letters of the pinyin of Chinese words, for typing without an input method.

The first plane of GB 2312 (1980) holds its 3,755 most common characters in the order of their
pinyin; where each letter begins there gives the letter of any of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_LAST = b"\xd7\xf9"
"""The last character of the first plane, 座."""


def _starts() -> tuple[bytes, ...]:
    return tuple(character.encode("gb2312") for character in _FIRST)


_OTHERS = dict(
    zip(
        "长行调重会乐校便传弹藏厦参省盛折给曾率畜卡石单朝降刹粘",
        "zhtckyjpztzssxcsjzscqdszxcn",
        strict=True,
    )
)
"""The letter of the second reading of characters that have one under another letter: 增长, 银行."""


def has_initials(text: str, wanted: str) -> bool:
    """Whether characters of `text` that follow each other have pinyin that begins with `wanted`.

    Of a Latin word every letter counts; case does not.
    """
    readings, letters = _readings(text), wanted.casefold()
    return any(
        all(letter in one for letter, one in zip(letters, readings[at:], strict=False))
        for at in range(len(readings) - len(letters) + 1)
    )


@lru_cache(maxsize=4096)
def _readings(text: str) -> tuple[str, ...]:
    """The letters that each character may begin with; of a Latin letter or a digit it alone.

    Characters outside the first plane, and marks, give nothing; traditional forms are outside it.
    """
    starts = _starts()
    found = (_initial(one, starts) + _OTHERS.get(one, "") for one in text.casefold())
    return tuple(filter(None, found))


def _initial(character: str, starts: tuple[bytes, ...]) -> str:
    if character.isascii():
        return character if character.isalnum() else ""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if not starts[0] <= code <= _LAST:
        return ""
    return _LETTERS[bisect_right(starts, code) - 1]
