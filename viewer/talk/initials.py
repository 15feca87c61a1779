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


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The letters of `text`: of a Chinese character its pinyin's first, of a Latin word all.

    Characters outside the first plane, and marks, give nothing; traditional forms are outside it.
    """
    starts = _starts()
    return "".join(_initial(character, starts) for character in text.casefold())


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
