"""Regular expressions that libraries compile as they are imported, though nothing here needs them.

`build_expressions.py` keeps their codes, and `viewer.expressions.prepare_library` hands them over.
Where another version of a library writes them otherwise, it compiles them as ever.
"""

from __future__ import annotations

import re

_QUOTED = r"""\" (?: [^\"\\] | \\. )* \"""", r"""\' (?: [^\'\\] | \\. )* \'"""
_BRACKETS = "()", "[]", "{}", "<>"
_NONE_OF = r"""[^\(\)\[\]\{\}\<\>%s\"\\\']"""
_DEPTH = 3


def _within_brackets(apart: str) -> str:
    """How PySide finds signs that stand in no brackets, be these nested as they may."""
    plain = _NONE_OF % ""
    inner = [rf"\{start} {plain}* \{end}" for start, end in _BRACKETS]
    for depth in range(_DEPTH - 1, 0, -1):
        indent = "  " * (2 * depth)
        rows = f"\n{indent}    | ".join((f"   {plain}*", *_QUOTED, *inner))
        rows = f"\n{indent}  (?: {rows}\n{indent}  )*\n "
        inner = [f"\\{start} {rows}\\{end}" for start, end in _BRACKETS]
    signs = "".join(f"\\{sign}" for sign in apart)
    rows = "\n    | ".join((f"   {_NONE_OF % signs}", *_QUOTED, *inner))
    return f"\n(\n  (?: {rows}\n  )+\n)\n"


_OPTIONAL = rf"""
            \b                      # edge of a word
            (typing\.Optional |
             typing\.Union)         # word to find
            \s*                     # optional whitespace
            (?= \[ )                # Lookahead enforces a square bracket
            {_within_brackets(",=")}             # braces tower, one capturing brace level
        """

LIBRARIES: dict[str, tuple[tuple[str, int], ...]] = {
    "PyYAML": (("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", 0),),
    "PySide6": tuple(
        (source, int(re.VERBOSE))
        for source in (_within_brackets(","), _within_brackets(",="), _OPTIONAL)
    ),
}
"""By library each source with its flags: that of PyYAML is of a reader that libyaml replaces."""
