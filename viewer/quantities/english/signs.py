"""What makes an English number negative: a sign, a word, the brackets of accounts."""

from __future__ import annotations

import re
from decimal import Decimal

from viewer.quantities.english.words import LOSS_NOUN
from viewer.quantities.regex_cache import pattern

_ACCOUNTS = r"\) ?(?:thousand|million|billion|trillion|mn|bn|m|k)\b"
_SCALED_IN = r" ?(?:thousand|million|billion|trillion|mn|bn|m|k)?\)"
_LED_TO = (
    r"(?:\b(?:was|were|is|are|of|to|at|from|by|than|versus|vs|and|or|against|totall?ed|"
    r"show(?:ed|s)|record(?:ed|s)|post(?:ed|s)|report(?:ed|s)|returned|came in at)|[:;]) \($"
)
LOSS_REACH = 160
"""How far behind the heading Profit (loss) brackets are those of accounts."""
NEGATIVE = r"\b(?:minus|negative) ?$"
_NEGATIVE_OF = (
    r"\bnegative (?:(?:by|at|of|to) |(?:(?!(?:test|result|pressure|outlook|feedback|review|"
    r"comment|news|case|vote|rating|impact|effect)s?\b)[a-z-]+ ){1,3}?(?:of|at|was|is|:) ?)"
    r"(?:about |around |some )?$"
)
"""A value said to be below nothing by the words before it: a negative margin of 3%."""
_MEASURED = (
    r"(?:[.,][0-9]+)* ?(?:%|per ?cent\b|percent\b|(?:percentage |basis )?points?\b|bps?\b|"
    r"degrees\b|°|"
    r"(?:million|billion|trillion|thousand)\b)"
)


def in_brackets(folded: str, found: re.Match[str]) -> bool:
    """Whether the digits stand in the brackets that accounts write for a minus: $(8.4) million."""
    start, end = found.span("num")
    opened = folded[start - 1] == "(" or folded[found.start() - 1 : found.start()] == "("
    closed = folded[end : end + 1] == ")"
    scaled = pattern(_ACCOUNTS).match(folded, end) is not None
    inside = folded[start - 1] == "(" or scaled
    if opened and closed and scaled:
        return True
    if opened and closed and folded.startswith((")p", ")%", ") %", ") per"), end):
        return True  # earnings per share, a return: (4.7)p, (4.7)%
    return bool(found.group("cur")) and opened and closed and inside


def scaled_in_brackets(folded: str, found: re.Match[str]) -> bool:
    """Whether an amount with its scale stands in the brackets of accounts: was (£1.9m).

    Behind a noun or a number the brackets explain: rose to €2m (£1.9m).
    """
    start = found.start()
    if not found.group("cur") or folded[start - 1 : start] != "(" or in_brackets(folded, found):
        return False
    inside = pattern(_SCALED_IN).match(folded, found.end("num")) is not None
    if "(loss" in folded[max(0, start - LOSS_REACH) : start].lower():
        return inside
    led = pattern(_LED_TO, re.IGNORECASE).search(folded[max(0, start - 12) : start])
    return inside and led is not None


def with_sign(folded: str, found: re.Match[str], value: Decimal) -> tuple[Decimal, int]:
    """The value with the sign that stands before it, and where the sign begins."""
    start = found.start()
    if in_brackets(folded, found) or scaled_in_brackets(folded, found):
        lost = pattern(LOSS_NOUN, re.IGNORECASE).search(folded[max(0, start - LOSS_REACH) : start])
        return value if lost else -value, start - (folded[start - 1 : start] == "(")
    word = pattern(NEGATIVE, re.IGNORECASE).search(folded[max(0, start - 10) : start])
    if word is not None:
        return -value, start - len(word.group())
    if pattern(_NEGATIVE_OF, re.IGNORECASE).search(folded[max(0, start - 44) : start]):
        measured = found.group("cur") or pattern(_MEASURED).match(folded, found.end())
        return -value if measured else value, start
    if found.group("cur") and folded[found.start("num") - 1] == "-":
        return -value, start
    if _signed(folded, start):
        return (-value if folded[start - 1] == "-" else value), start - 1
    return value, start


def _signed(folded: str, start: int) -> bool:
    if start == 0 or folded[start - 1] not in "+-":
        return False
    return start == 1 or folded[start - 2] in " \t\n(,;:"
