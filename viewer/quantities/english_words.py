"""English number words, scales and units: the tables of the English reader."""

from __future__ import annotations

from decimal import Decimal

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
