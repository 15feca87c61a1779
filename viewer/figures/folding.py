"""One shape for characters that mean the same: a folded text has the length of its original."""

from __future__ import annotations

import re

_FOLDS = {
    **{0xFF01 + i: 0x21 + i for i in range(94)},
    **{ord(c): "-" for c in "−–—‒‑﹣－"},
    **{ord(c): "~" for c in "～〜∼˜"},
    **{ord(c): " " for c in "\u00a0\u3000\u2002\u2003\u2009\u202f\u2007\u200a\ufeff\u200b"},
    ord("﹪"): "%",
    ord("㎡"): "㎡",
    ord("∶"): ":",
    ord("︰"): ":",
    ord("•"): "·",
    ord("．"): ".",
}
for _kept in "，；！？（）":
    del _FOLDS[ord(_kept)]


def fold(text: str) -> str:
    """The text with full-width digits, letters, dashes, tildes and spaces made plain.

    Chinese commas, semicolons and brackets stay: they part clauses where the ASCII ones may not.
    """
    return text.translate(_FOLDS)


_PROSE = str.maketrans("();!?", "（）；！？")
_COMMA = re.compile(r",(?![0-9])")


def fold_chinese(text: str) -> str:
    """The folded text with full-width marks of prose also where ASCII ones stand for them.

    A comma before a digit may part thousands and stays.
    """
    return _COMMA.sub("，", fold(text).translate(_PROSE))
