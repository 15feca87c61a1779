"""One shape for characters that mean the same: a folded text has the length of its original."""

from __future__ import annotations

import re

from viewer.quantities.regex_cache import pattern
from viewer.quantities.traditional import simplified

_FOLDS = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},
    **dict.fromkeys("−–—―‒‑﹣－", "-"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys(
        "\u00a0\u1680\u3000\u202f\u205f\ufeff\u200b" + "".join(map(chr, range(0x2000, 0x200B))), " "
    ),
    **dict.fromkeys("∶︰", ":"),
    "﹪": "%",
    "•": "·",
}
for _kept in "，；！？（）":
    del _FOLDS[_kept]
_ODD = "[" + "".join(re.escape(char) for char in sorted(_FOLDS)) + "]"
_MARKS = dict(zip("();!?,", "（）；！？，", strict=True))
_PLAIN_MARKS = r"[();!?]|(?<![0-9]),|,(?![0-9])"


def fold(text: str) -> str:
    """The text with full-width digits, letters, dashes, tildes and spaces made plain.

    Traditional characters of the scanner's words become simplified ones.
    Chinese commas, semicolons and brackets stay: they part clauses where the ASCII ones may not.
    """
    return pattern(_ODD).sub(_folded, simplified(text))


def _folded(found: re.Match[str]) -> str:
    return _FOLDS[found.group()]


def fold_chinese(folded: str) -> str:
    """A folded text with full-width marks of prose also where ASCII ones stand for them.

    A comma between two digits may part thousands and stays.
    """
    return pattern(_PLAIN_MARKS).sub(_full_width, folded)


def _full_width(found: re.Match[str]) -> str:
    return _MARKS[found.group()]
