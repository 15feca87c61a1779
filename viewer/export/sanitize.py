"""Text made safe for other people's files, without changing what a reader sees."""

from __future__ import annotations

import re

# XML 1.0 (chapter 2.2, Char) forbids these outright, lone surrogates and non-characters too;
# DEL and the C1 controls are allowed there but draw as nothing or as boxes.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A sign, a number, and at most words and signs of units behind it: no formula can be made of these.
_WITH_UNIT = re.compile(r"[+\-＋－]\s?\d[\d,]*(\.\d+)?(?:[^\W\d_]|[ %％‰℃°])*")
# What a spreadsheet may read as the start of a formula (OWASP, CSV injection), full width too.
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


TEXT_CELLS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""Options of XlsxWriter with which a text is a text in every cell, whatever it begins with."""


def plain(text: str) -> str:
    """`text` with each character that no file format may hold replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`plain(text)` on one line, every run of white space one blank."""
    return " ".join(plain(text).split())


def harmless(text: str) -> str:
    """`plain(text)` that no spreadsheet takes for a formula: an apostrophe goes before what might
    be one.

    A signed number with or without its unit (`-3.2`, `+5%`, `-340 册`) stays as it is: it is data,
    and with nothing but words behind the number it is no formula.
    """
    text = plain(text)
    if text.lstrip(" ").startswith(_TRIGGERS) and not _WITH_UNIT.fullmatch(text.strip()):
        return "'" + text
    return text
