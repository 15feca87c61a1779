"""English number words, scales and units: the tables of the English reader."""

from __future__ import annotations

from decimal import Decimal

from viewer.model import Qualifier
from viewer.quantities.units import NATIONAL, listed

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
    "M": 6, "B": 9, "T": 12,
}  # fmt: skip
WITH_CURRENCY = {"m": 6, "b": 9, "t": 12}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
MONTHS = listed("""
January February March April May June July August September October November December
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""")
TIME = frozenset(
    listed("""
second seconds minute minutes hour hours day days week weeks month months quarter quarters
year years decade decades century centuries night nights weekend weekends fortnight yr yrs
hr hrs min mins
""")
)
MONEY = frozenset(NATIONAL) | frozenset(
    listed("""
p pence penny Rs RM Rp Tk R N dollars dollar cents cent euros euro
pounds yuan yen rupees rubles roubles francs won pesos
reais renminbi kronor kroner lira rand shilling shillings naira USD EUR GBP JPY CNY RMB
""")
)
MEASURES = frozenset(
    listed("""
tons ton tonnes tonne kilograms kilogram kg kilos grams gram pounds-mass ounces ounce oz lb
lbs barrels barrel bushels bushel gallons gallon liters litres liter litre acres acre hectares
hectare miles mile kilometers kilometres km meters metres meter metre feet foot inches inch
yards mph millimeters millimetres mm centimeters centimetres cm degrees watts calories calorie kcal
mile metre acre hectare tonne litre gallon foot inch kilometre kilometer kilowatt-hours kilowatts
megawatts megawatt gigawatts gigawatt terawatt-hours
megawatt-hours kWh MWh GWh TWh kW MW GW TW degrees °C °F knots bales bpd GB TB MB Mbps Gbps
""")
)
MONEY_SIGNS = "$€£¥₹"
NO_UNIT = frozenset(
    listed("""
is was has as this its versus vs plus less across thus perhaps does his us yes always towards
besides minus unless points-of-view percents savings whereas previous various others ones
years-old afterwards despite nevertheless
""")
)
ONE_COIN = frozenset(
    listed("yuan euro dollar pound rupee rouble ruble franc peso shilling naira rial dinar dirham")
)
PEOPLE = frozenset(
    listed("""
people men women children persons staff employees livestock cattle sheep aircraft spacecraft
pence yen yuan won baht renminbi rupiah ringgit rand aircraft
""")
)
BEFORE: tuple[tuple[str, Qualifier], ...] = (
    ("no less than", Qualifier.AT_LEAST), ("no fewer than", Qualifier.AT_LEAST),
    ("not less than", Qualifier.AT_LEAST), ("more than", Qualifier.AT_LEAST),
    ("greater than", Qualifier.AT_LEAST), ("at least", Qualifier.AT_LEAST),
    ("in excess of", Qualifier.AT_LEAST), ("upwards of", Qualifier.AT_LEAST),
    ("exceeding", Qualifier.AT_LEAST), ("exceeded", Qualifier.AT_LEAST),
    ("exceeds", Qualifier.AT_LEAST), ("topped", Qualifier.AT_LEAST),
    ("surpassed", Qualifier.AT_LEAST), ("surpassing", Qualifier.AT_LEAST),
    ("topping", Qualifier.AT_LEAST), ("a minimum of", Qualifier.AT_LEAST),
    ("well over", Qualifier.AT_LEAST), ("just over", Qualifier.AT_LEAST),
    ("over", Qualifier.AT_LEAST), ("above", Qualifier.AT_LEAST), ("≥", Qualifier.AT_LEAST),
    (">", Qualifier.AT_LEAST), ("no more than", Qualifier.AT_MOST),
    ("not more than", Qualifier.AT_MOST), ("not exceeding", Qualifier.AT_MOST),
    ("less than", Qualifier.AT_MOST), ("fewer than", Qualifier.AT_MOST),
    ("at most", Qualifier.AT_MOST), ("as many as", Qualifier.AT_MOST),
    ("a maximum of", Qualifier.AT_MOST), ("just under", Qualifier.AT_MOST),
    ("up to", Qualifier.AT_MOST), ("under", Qualifier.AT_MOST), ("below", Qualifier.AT_MOST),
    ("≤", Qualifier.AT_MOST), ("<", Qualifier.AT_MOST), ("approximately", Qualifier.APPROX),
    ("an estimated", Qualifier.APPROX), ("estimated", Qualifier.APPROX),
    ("close to", Qualifier.APPROX), ("nearly", Qualifier.APPROX), ("almost", Qualifier.APPROX),
    ("about", Qualifier.APPROX), ("around", Qualifier.APPROX), ("roughly", Qualifier.APPROX),
    ("some", Qualifier.APPROX), ("circa", Qualifier.APPROX), ("nearing", Qualifier.APPROX),
    ("approx.", Qualifier.APPROX), ("~", Qualifier.APPROX), ("≈", Qualifier.APPROX),
)  # fmt: skip
AFTER: tuple[tuple[str, Qualifier], ...] = (
    ("or more", Qualifier.AT_LEAST), ("or higher", Qualifier.AT_LEAST),
    ("and over", Qualifier.AT_LEAST), ("and above", Qualifier.AT_LEAST),
    ("or above", Qualifier.AT_LEAST), ("or less", Qualifier.AT_MOST),
    ("or fewer", Qualifier.AT_MOST), ("or lower", Qualifier.AT_MOST),
    ("and under", Qualifier.AT_MOST), ("or so", Qualifier.APPROX),
)  # fmt: skip
_BY_LAST: dict[str, tuple[tuple[str, Qualifier], ...]] = {}
for _row in BEFORE:
    _BY_LAST[_row[0][-1]] = (*_BY_LAST.get(_row[0][-1], ()), _row)


def words_value(phrase: str) -> Decimal | None:
    """The value of number words: `two hundred and five` is 205, `twenty-three` 23."""
    total = section = 0
    for word in phrase.lower().replace("-", " ").split():
        if word in ONES:
            section += ONES[word]
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in LARGE:
            total += (section or 1) * int(10 ** LARGE[word])
            section = 0
        elif word not in ("and", "a"):
            return None
    return Decimal(total + section)


def qualified(text: str, start: int, end: int) -> tuple[Qualifier, int, int]:
    """What the words around `start:end` say, and the range with those words."""
    for word, said in AFTER:
        if text.startswith(" " + word, end):
            return said, start, end + 1 + len(word)
    at = start - 1 if text[start - 1 : start] == " " else start
    rows = _BY_LAST.get(text[at - 1].lower()) if at > 0 else None
    if rows is None:
        return Qualifier.EXACT, start, end
    lead = text[max(0, at - 14) : at].lower()
    for word, said in rows:
        if not lead.endswith(word):
            continue
        head = at - len(word)
        if word[0].isalpha() and head and text[head - 1].isalnum():
            continue
        if word == "up to" and (
            text[max(0, head - 2) : head] == "- " or _moved(text[max(0, head - 12) : head])
        ):
            continue
        return said, head, end
    return Qualifier.EXACT, start, end


def _moved(lead: str) -> bool:
    """`revised up to 5` names a level, `up to 5` a bound."""
    last = lead.split()[-1:] or [""]
    return last[0].endswith("ed") or last[0] in ("rose", "went", "ticks", "grew", "came", "shot")
