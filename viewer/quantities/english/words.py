"""English number words, scales and units: the tables of the English reader."""

from __future__ import annotations

from decimal import Decimal

from viewer.quantities.units import NATIONAL
from viewer.quantities.vocabulary import any_of, words_of

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
LARGE = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "crore": 7,
    "lakh": 5,
}
SHORT = {
    "mln": 6, "mn": 6, "bln": 9, "bn": 9, "trn": 12, "tn": 12, "k": 3, "K": 3,
    "M": 6, "B": 9, "T": 12, "mio": 6, "mrd": 9,
}  # fmt: skip
LOSS_NOUN = (
    rf"(?:{any_of('en', 'sign.loss')})"
    r"(?: (?:for|in|on) (?:the )?[a-z0-9 ]{1,20})?(?: (?:of|was|is|at|totall?ed|came to|"
    r"widened to|narrowed to|stood at)|:|,)? ?[$€£¥]? ?\(?$"
)
"""A noun of loss, of which brackets hold the size: net loss was $(4.2) million."""
WITH_CURRENCY = {"m": 6, "b": 9, "t": 12, "cr": 7, "Cr": 7}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
MONTHS = words_of("en", "month")
FULL_MONTHS = "|".join(words_of("en", "month", "full"))
"""The months by their whole names, for an expression."""
MONTHS_BEGIN = "|".join(month[:3].lower() for month in words_of("en", "month", "full"))
"""How the months begin, short or in full, in small letters."""
HEDGES = "|".join(words_of("en", "hedge"))
"""What may stand before a number and leave what it says: about, up to, just; for an expression."""
SAME = "or|equal to|equivalent to"
"""What leads to the same size in another unit; for an expression."""
AGAIN = rf",? (?:{SAME}|that is,?)(?: (?:{HEDGES}))? $"
"""It with all that stands between the two: shed 140 points, or about 1.2%."""
OR_BY = rf",? or by(?: (?:{HEDGES}))? $"
"""What leads to how far two levels are apart: from 1,906 to 1,655, or by about 13 per cent."""
TIME = frozenset(words_of("en", "unit.time"))
MONEY = frozenset((*NATIONAL, *words_of("en", "unit.money")))
MEASURES = frozenset((*words_of("en", "unit.measure"), "m", "t", "in"))
MONEY_SIGNS = "$€£¥₹"
NO_UNIT = frozenset(words_of("en", "unit.none"))
ONE_COIN = frozenset(words_of("en", "unit.coin"))
PEOPLE = frozenset(words_of("en", "unit.plural"))


def words_value(phrase: str) -> Decimal | None:
    """The value of number words: `two hundred and five` is 205, `twenty-three` 23."""
    total = section = 0
    for word in phrase.lower().replace("-", " ").split():
        if word in ONES:
            section += ONES[word]
        elif word in ("hundred", "dozen"):
            section = (section or 1) * (100 if word == "hundred" else 12)
        elif word in LARGE:
            total += (section or 1) * int(10 ** LARGE[word])
            section = 0
        elif word not in ("and", "a"):
            return None
    return Decimal(total + section)
