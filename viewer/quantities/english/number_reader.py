"""Reading one English number: currency, digits or words, scale, unit; dates told apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from viewer.model import Kind
from viewer.quantities.english.fractions import (
    added_part,
    fraction_at,
    is_part,
    of_words,
    one_in,
    rate_after,
    ratio_at,
    slashed_at,
)
from viewer.quantities.english.named import is_in_name
from viewer.quantities.english.non_quantities import classify_number, dated, is_group, is_year
from viewer.quantities.english.notation import FIND, STARTS, SYMBOLS
from viewer.quantities.english.signs import NEGATIVE, in_brackets, scaled_in_brackets, with_sign
from viewer.quantities.english.unit_reader import rest_of, unit_after
from viewer.quantities.english.words import (
    LARGE,
    ONES,
    SHORT,
    TIME,
    WITH_CURRENCY,
    words_value,
)
from viewer.quantities.numbers.fractions import VULGAR, vulgar
from viewer.quantities.numbers.notation import MOST_DIGITS, POWERED, exponent_of, plain_digits
from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.productions import Production, Productions, produce
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import is_currency, listed
from viewer.quantities.vocabulary import any_of

_DIGIT_WORDS = "|".join(word for word, value in ONES.items() if value < 10)
_COUNTED = (
    r"m(?= (?:[a-z]+ ){0,2}[a-z]{3,}s\b)(?! (?:[a-z]+ )?(?:hurdles|sprints|relays)\b)"
    r"(?! (?:from|away|of|in|to|at|above|below|by|and|or|deep|high|long|wide|tall|off|on|up)\b)|"
    rf"m(?= (?:people\b|[A-Z]{{2,4}}\b|(?:{SYMBOLS})(?![A-Za-z0-9])))"
)
_MIXED = r"[ -]([1-9]|1[0-9])/([2-9]|10|12|16|32)(?= ?%|[ -][a-z])"
_SCALE = (
    r"(?:[ -]|\n)?((?i:thousand|million|billion|trillion|hundred|crore|lakh|"
    r"crores|lakhs|mln|mn|bln|bn|trn|tn))\b|[ ]?(Mio|Mrd)\b\.?|"
    r"([kKMBTmbt])\b(?!/[a-z])|[ ]?([Cc]r|M(?= ?[€£]))\b"
)
_NAMED_ALIKE, _SMALL = ("COP", "ALL", "TOP", "PEN", "CUP", "SOS"), r"[A-Z]{3}[0-9]{1,2}"
"""Codes of money that are other words too, which a small number makes a name of: COP31."""
_PREFIXES = tuple(f"{word}-" for word in listed("sub near mid then over under pre post all non a"))
_COMMA = r",([0-9]{1,2})(?![0-9,])"
_SCALED_PART = (
    r" ?(?:(?:thousand|million|billion|trillion|mln|mn|bln|bn|Mio|Mrd|per ?cent|euros?)\b|%)"
)
_MEASURED_PART = rf" ?(?:{SYMBOLS})(?![A-Za-z0-9])"
_BRACKETED = r"[a-z] ?\([a-z ]{2,16}\)$"
"""What a noun has in brackets before its value: Profit (loss)-$3.2 million."""
_BELOW_ZERO = r" (?:(?:degrees )?(?:Celsius|Fahrenheit) |degrees |[CF] )?below zero\b"
"""What makes a heat negative: 12 degrees below zero."""
_HEAT = (
    r"\b(?:temperatures?|mercury|thermometers?|degrees|warm(?:ed|er|ing)?|cool(?:ed|er|ing)?|"
    r"heat(?:ed|wave)?|(?:highs?|lows?|tops?|maximum|minimum|peak) of|overnight|frosts?|"
    r"thaw)\b[^.;]*$"
)
_HEATED = (
    r" (?:warmer|colder|cooler|hotter|milder|"
    r"(?:higher|lower|above|below) (?:than|average|normal))"
)
_HEAT_REACH = 60
_LONGEST_WORDS = 120
_LENGTH = rf"{any_of('en', 'unit.length')}"
_RACE = (
    r"\b(?:[Tt]he|his|her|[a-z]+['’]s) "
    r"(?:50|60|80|100|110|200|300|400|600|800|1,?500|3,?000|5,?000|10,?000)$"
)
"""A distance that names the race over it: won the 800m."""
_LENGTH_REACH = 60
"""How far before an m the words stand that make metres of it."""
_PERCENT_NEXT = r" (?:per ?cent|percentage point|basis point)\b"
_DECIMALS = rf" point ((?:(?:{_DIGIT_WORDS})(?: (?=(?:{_DIGIT_WORDS})\b))?)+)\b"
"""Decimals in words: forty-two point five."""
_SEVERAL = r"(several|a (?:good )?few|a couple of) (hundred|thousand|million|dozen)\b"
"""What leaves open how many hundreds are meant."""
_OPEN = ("several ", "few ", "many ")
_LED_ALONE = (
    r"(?:\b(?:fell|rose|grew|down|up|lower|higher|slowed|declined|increased) in|"
    r"\b(?:compared (?:with|to)|up from|down from|against|versus)|"
    r"\bof (?:which|whom|these|those)(?: (?!and\b)[a-z]+){1,4}|"
    r"\b[Oo]nly|\b(?:that|said|a further|another)|"
    r",? (?:and|while) (?:the other|another)|(?:^|[,.;]|\b(?:and|while|but))) $"
)
_OF_THEM = r" of (?:the|its|their|these|those|our) (?:[0-9]{1,4} )?[a-z]{2,}s\b"
_ENDS_ALONE = (
    r"(?: more)? (?:replied|responded|agreed|survived|passed|voted|came|attended|remained|recorded|"
    r"reported|posted|showed|saw|had|were|died|failed|declined|rose|fell|grew|opened|closed|against|"
    r"in favou?r)\b|"
    r"(?: more)? (?:must|may|can|could|should|will|would|are|have|in (?:19|20)[0-9]{2}|"
    r"a year (?:ago|earlier)|"
    r"last (?:year|month|week|season))\b|"
    r"[.,;](?=\s|$)| (?:others|of them)\b|"
    r" of (?:the|its|our|those) "
    r"(?:[0-9]|(?:six|seven|eight|nine|ten|eleven|twelve)\b)|"
    r" (?:and|but) (?:fell|rose|grew|declined|increased|was|were|held|remained)\b"
)
_OR_SO = (
    r" or (?:so|more|fewer) (?:[a-z-]+ )?"
    r"(?!(?:years|months|weeks|days|hours|minutes)\b)[a-z]{2,}s\b"
)
"""What a number word counts that is left open: a dozen or so arrests."""
_OTHER_WORDS = (
    r" (?:(?!(?:of|in|to|and|or|the|a|an|as|at|by|for|from|on|is|are|was|were|more|times|"
    r"percentage|consecutive|straight|successive|year|years|month|months|days|hours|weeks|"
    r"quarters)\b)[A-Za-z][A-Za-z-]+ ){1,4}?"
    r"(?!(?:has|was|is|as|its|this|does|years|months|days|weeks|"
    r"hours|quarters|times|points)\b)[a-z]{2,}[a-rt-z]s\b"
)
"""What a small number word counts with other words between: nine new coal-fired plants."""


class Place(NamedTuple):
    """Where a number may begin in a folded text, and how it is written there."""

    text: str
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.found.start()


class Digits(NamedTuple):
    """The place of a number in digits, and where these end."""

    text: str
    found: re.Match[str]
    digits: str
    end: int

    @property
    def start(self) -> int:
        """Where it begins, with its currency."""
        return self.found.start()

    @property
    def currency(self) -> str:
        """The money sign or code that stands before it; '' for none."""
        return (self.found.group("cur") or "").strip()


def english_readings(folded: str) -> list[Reading]:
    """Every number of a folded text as it stands, not yet joined to its neighbours."""
    found: list[Reading] = []
    at = 0
    for candidate in pattern(STARTS).finditer(folded):
        if candidate.start() < at:
            continue
        start = pattern(FIND, re.IGNORECASE).match(folded, candidate.start())
        if start is None:
            continue
        reading = produce(NUMBERS, Place(folded, start))
        if reading is not None:
            found.append(_dashed(folded, reading))
            at = reading.end
        elif not start.group("part"):
            at = start.end()
    return found


def _with_unit(folded: str, part: Reading) -> Reading:
    """A part of a large number with what it counts: a quarter of a million visitors."""
    if not part.exponent or part.unit:
        return part
    end, unit = unit_after(folded, part.end)
    return part._replace(end=end, unit=unit)


def _dashed(folded: str, reading: Reading) -> Reading:
    """The reading, doubted where a dash to the word before may be a minus: profit-$3.2 million."""
    start = reading.start
    loss = pattern(_BRACKETED).search(folded[max(0, start - 24) : max(0, start - 1)])
    if start < 2 or folded[start - 1] != "-" or not (folded[start - 2].isalpha() or loss):
        return reading
    measured = reading.unit in ("%", "percent", "per cent") or is_currency(reading.unit)
    compound = folded[max(0, start - 8) : start].lower().endswith(_PREFIXES)
    return reading._replace(doubt="dash") if measured and not compound else reading


def _halved(place: Place, _: object) -> Reading:
    """half a percentage point, half a dozen mills, three and a half million acres."""
    folded, found = place
    start, end = found.span()
    if found.group("half_more"):
        whole = Decimal(ONES[found.group("half_more").lower()])
        value, words = whole + added_part(found.group("more")), ""
    else:
        value, words = (
            Decimal("0.5"),
            found.group("halved").lower().replace("-", " ").split(" ")[-1],
        )
        value = Decimal("0.25") if found.group()[:1] in "qQ" else value
    if words in ("point", "points", "cent", "percent"):
        unit_start = start + found.group().lower().rfind("p")
        if "percentage" in found.group().lower() or words == "cent":
            unit_start = start + found.group().lower().find("per")
        if "basis" in found.group().lower():
            unit_start = start + found.group().lower().find("basis")
        return Reading(start, end, end, value, folded[unit_start:end])
    scale = pattern(_SCALE).match(folded, end) if not words else None
    exponent = LARGE.get((scale.group(1) or "").lower(), 0) if scale is not None else 0
    exponent = LARGE.get(words, exponent)
    end = scale.end() if scale is not None and exponent else end
    dozen = words == "dozen" or (not exponent and folded.startswith(" dozen", end))
    end += len(" dozen") if dozen and not words else 0
    unit_end, unit = unit_after(folded, end)
    kind = Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    value *= power(exponent) * (12 if dozen else 1)
    return Reading(start, end, unit_end, value, unit, exponent=exponent, kind=kind)


def _read_words(place: Place, _: object) -> Reading | None:
    folded, found = place
    phrase = found.group("words")
    value = words_value(phrase) if len(phrase) <= _LONGEST_WORDS else None
    start, end = found.span()
    if value is None:
        return None
    decimals = pattern(_DECIMALS, re.IGNORECASE).match(folded, end)
    if decimals is not None:
        value, end = value + _decimals(decimals.group(1)), decimals.end()
    elif value <= 1 and pattern(_PERCENT_NEXT, re.IGNORECASE).match(folded, end) is None:
        return None
    if (
        is_in_name(folded, found)
        or folded[max(0, start - 8) : start].lower().endswith(_OPEN)
        or is_group(folded, start)
    ):
        return Reading(start, end, end, None, "", kind=Kind.NAME)
    unit_end, unit = unit_after(folded, end)
    kind = Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    minus = pattern(NEGATIVE, re.IGNORECASE).search(folded[max(0, start - 10) : start])
    if minus is not None:
        return Reading(start - len(minus.group()), end, unit_end, -value, unit, kind=kind)
    if value <= 12 and not unit and kind is None and not _is_independent(folded, start, end):
        return None
    return Reading(start, end, unit_end, value, unit, kind=kind)


def _decimals(words: str) -> Decimal:
    """The digits behind a spoken point: four two is 0.42."""
    return Decimal("0." + "".join(str(ONES[one]) for one in words.lower().split()))


def _several(place: Place, found: re.Match[str]) -> Reading | None:
    """a couple of hundred boats are about 200; several hundred are not counted."""
    how, scale = found.group(1).lower(), found.group(2).lower()
    if not how.startswith("a couple"):
        return Reading(found.start(), found.end(), found.end(), None, "", kind=Kind.NAME)
    value = Decimal(24) if scale == "dozen" else 2 * power(LARGE[scale])
    end, unit = unit_after(place.text, found.end())
    kind = Kind.DURATION if unit.lower() in TIME else None
    return Reading(found.start(), found.end(), end, value, unit, kind=kind, open=True)


def _is_independent(folded: str, start: int, end: int) -> bool:
    """rose in five regions and fell in nine, nine new plants: a small word that is a figure."""
    if any(pattern(one).match(folded, end) for one in (_OTHER_WORDS, _OF_THEM, _OR_SO)):
        return True
    led = pattern(_LED_ALONE).search(folded[max(0, start - 40) : start])
    return led is not None and pattern(_ENDS_ALONE).match(folded, end) is not None


def _read(place: Place, _: object) -> Reading | None:
    folded, found = place.text, place.found
    digits, end = found.group("num"), found.end()
    if len(digits) > MOST_DIGITS or plain_digits(digits).count(".") > 1:
        return None
    if " " in digits and dated(folded, found.start("num"), digits):
        digits, end = digits.split(" ")[0], found.start() + digits.index(" ")
    return produce(DIGITS, Digits(folded, found, digits, end))


def _classified(place: Digits, _: object) -> Reading | None:
    if place.currency in _NAMED_ALIKE and pattern(_SMALL).fullmatch(place.found.group()):
        return Reading(place.start, place.end, place.end, None, "", kind=Kind.NAME)
    apart = None if place.currency else classify_number(place.text, place.start, place.end)
    if apart is None:
        return None
    return Reading(place.start, apart[1], apart[1], None, "", kind=apart[0])


def _powered(place: Digits, found: re.Match[str]) -> Reading | None:
    if place.currency:
        return None
    value = Decimal(plain_digits(place.digits)) * power(exponent_of(found))
    end, unit = unit_after(place.text, found.end())
    value, start = with_sign(place.text, place.found, value)
    return Reading(start, found.end(), end, value, unit)


def _plain(place: Digits, _: object) -> Reading:
    folded, found, currency = place.text, place.found, place.currency
    value, end = _value(folded, place.digits, currency, place.end)
    end += in_brackets(folded, found)
    mixed = pattern(_MIXED).match(folded, end)
    if mixed is not None and int(mixed.group(1)) < int(mixed.group(2)):
        value, end = value + Decimal(mixed.group(1)) / int(mixed.group(2)), mixed.end()
    value, exponent, end = _scaled(folded, value, end, currency)
    value, start = with_sign(folded, found, value)
    end += value < 0 and scaled_in_brackets(folded, found)
    if currency:
        return Reading(start, end, end, value, currency, exponent=exponent)
    if rated := rate_after(folded, end):
        unit = folded[end:rated].strip()
        return Reading(start, end, rated, value, unit, exponent=exponent, kind=Kind.SHARE)
    return _measured(folded, Reading(start, end, end, value, "", exponent=exponent))


def _measured(folded: str, bare: Reading) -> Reading:
    """A number with its unit, and what stands behind that as a part of the number."""
    start, end, value = bare.start, bare.end, bare.value or Decimal(0)
    unit_end, unit = unit_after(folded, end)
    if not unit and folded[end : end + 2].strip()[:1] in ("C", "F"):
        at = end + (folded[end] == " ")
        if _is_heat(folded, start, at, value):
            unit_end, unit = at + 1, folded[at]
    if not unit and not bare.exponent and folded[end : end + 1] == "m":
        exponent, unit = _of_letter(folded, start, end)
        if exponent:
            end = unit_end = end + 1
            bare = bare._replace(number_end=end, exponent=exponent)
            value *= power(exponent)
        elif unit:
            unit_end = end + 1
    if value > 0 and pattern(_BELOW_ZERO, re.IGNORECASE).match(folded, unit_end):
        value = -value
    if unit[-1:] == "s" and folded[unit_end - 1] == "s" and (rated := rate_after(folded, unit_end)):
        unit = folded[end:rated].strip()
        return bare._replace(end=rated, value=value, unit=unit, kind=Kind.SHARE)
    if (rest := rest_of(folded, unit, unit_end)) is not None:
        return bare._replace(number_end=unit_end, end=rest.end, value=value + rest.value, unit=unit)
    kind = None if bare.exponent else _kind_by_shape(folded, start, end, unit)
    if kind in (Kind.DATE, Kind.NAME):
        unit_end, unit = end, ""
    return bare._replace(end=unit_end, value=value, unit=unit, kind=kind)


def _of_letter(folded: str, start: int, end: int) -> tuple[int, str]:
    """The exponent and the unit of an m right behind a number, which no other word tells:
    metres where a length is spoken of (the wall stands 3.2m), else millions (rose to 1.74m)."""
    if pattern(r"m(?![A-Za-z0-9/-])").match(folded, end) is None:
        return 0, ""
    if pattern(_RACE).search(folded, max(0, start - 12), end):
        return 0, ""
    clause = folded[max(0, start - _LENGTH_REACH) : start].lower()
    clause = clause[max(clause.rfind(mark) for mark in (". ", "; ", ", ", "\n")) + 1 :]
    near = clause + folded[end : end + _LENGTH_REACH // 2].lower().partition(".")[0]
    return (0, "m") if pattern(_LENGTH).search(near) else (6, "")


def _is_heat(folded: str, start: int, end: int, value: Decimal) -> bool:
    """Whether the letter at `end` is a degree: minus 14C, a high of 31C."""
    if folded[end + 1 : end + 2].isalnum():
        return False
    lead = folded[max(0, start - _HEAT_REACH) : start].lower()
    told = (
        pattern(_HEAT).search(lead)
        or lead.endswith(("below ", "above "))
        or pattern(_HEATED).match(folded, end + 1)
    )
    return value < 0 or bool(told)


def _scaled(folded: str, value: Decimal, end: int, currency: str) -> tuple[Decimal, int, int]:
    """The value with the scale behind it, its power of ten, and where it ends: 22.4m new shares."""
    scale = pattern(_SCALE).match(folded, end)
    exponent = _exponent(scale, currency) if scale is not None else 0
    if exponent and scale is not None:
        end = scale.end()
        more = exponent in (LARGE["thousand"], LARGE["lakh"])
        crore = pattern(r" crore\b", re.IGNORECASE).match(folded, end) if more else None
        if crore is not None:
            exponent, end = exponent + LARGE["crore"], crore.end()
        return value * power(exponent), exponent, end
    counted = pattern(_COUNTED).match(folded, end) if not currency else None
    return (value, 0, end) if counted is None else (value * power(6), 6, counted.end())


def _value(folded: str, digits: str, currency: str, end: int) -> tuple[Decimal, int]:
    """The value of digits and where they end, with ¾ or a decimal comma (EUR 3,4) behind them."""
    if digits in VULGAR:
        return vulgar(digits, 0) or Decimal(0), end
    value = Decimal(plain_digits(digits))
    if rest := vulgar(folded, end):  # $11.42½: the fraction is one of the last digit
        return value + rest.scaleb(min(0, int(value.as_tuple().exponent))), end + 1
    if not digits.isdecimal():
        return value, end
    comma = pattern(_COMMA).match(folded, end)
    if comma is None or not (
        currency in ("€", "EUR")
        or pattern(_SCALED_PART).match(folded, comma.end())
        or pattern(_MEASURED_PART).match(folded, comma.end())
    ):
        return value, end
    return Decimal(f"{digits}.{comma.group(1)}"), comma.end()


def _kind_by_shape(folded: str, start: int, end: int, unit: str) -> Kind | None:
    """A year, a duration, or digits that are part of a name (5G, 3-point)."""
    if is_year(folded, start, end):
        return Kind.DATE
    if unit:
        return Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    after = folded[end : end + 2]
    if pattern(r"x(?![A-Za-z0-9])|-(?:odd|plus|strong|ish)\b", re.IGNORECASE).match(folded, end):
        return None
    named = after[:1].isalpha() or (after[:1] == "-" and after[1:].isalpha())
    return Kind.NAME if named else None


def _exponent(scale: re.Match[str], currency: str) -> int:
    word = (scale.group(1) or scale.group(2) or "").lower()
    if word:
        return LARGE.get(word.removesuffix("s")) or SHORT.get(word, 0)
    letter = scale.group(3) or scale.group(4)
    return (WITH_CURRENCY.get(letter, 0) if currency else 0) or SHORT.get(letter, 0)


def _of_words_when(place: Place) -> re.Match[str] | None:
    if place.found.group("part") and is_part(place.text, *place.found.span()):
        return place.found
    return None


def _is_half(place: Place, found: re.Match[str]) -> Reading:
    value = Decimal("0.5") if found.group("half").lower() == "half" else Decimal(2)
    return Reading(*found.span(), found.end(), value, "", kind=Kind.SHARE)


def _fraction(place: Place, _: object) -> Reading | None:
    part = fraction_at(place.text, place.start)
    return None if part is None else _with_unit(place.text, part)


def _written(*names: str) -> Callable[[Place], re.Match[str] | None]:
    """The condition that the number is written in one of these ways of `FIND`."""
    return lambda place: place.found if any(map(place.found.group, names)) else None


def _always(place: Digits) -> re.Match[str]:
    return place.found


NUMBERS: Productions[Place, Reading] = (
    Production(
        "en.number.several",
        lambda p: (
            pattern(_SEVERAL, re.IGNORECASE).match(p.text, p.start)
            if p.found.group("several")
            else None
        ),
        _several,
        ("The gale kept [a couple of hundred boats] in port. → 200 boats",),
    ),
    Production(
        "en.number.one-in",
        _written("of"),
        lambda _, found: one_in(found),
        ("It moved [one in five] crates. → 0.2", "It moved [one-in-five] crates. → 0.2"),
    ),
    Production(
        "en.number.halved",
        _written("halved", "half_more"),
        _halved,
        (
            "It added [half a dozen boats]. → 6 boats",
            "They landed [three and a half million tonnes]. → 3500000 tonnes",
        ),
    ),
    Production(
        "en.number.part",
        _of_words_when,
        lambda p, found: _with_unit(p.text, of_words(p.text, *found.span())),
        ("The catch fell by [a third]. → 0.3333333333333333333333333333",),
    ),
    Production(
        "en.number.half", _written("half"), _is_half, ("It lost [half] of its boats. → 0.5",)
    ),
    Production(
        "en.number.fraction",
        _written("words"),
        _fraction,
        ("[Three quarters] of the boats sailed. → 0.75",),
    ),
    Production(
        "en.number.words",
        _written("words"),
        _read_words,
        (
            "It has [forty-two boats]. → 42 boats",
            "Rates are [four point two five percent]. → 4.25 percent",
        ),
    ),
    Production("en.number.digits", _written("num"), _read, ("It has [28 boats]. → 28 boats",)),
)
"""A number in words or digits."""
DIGITS: Productions[Digits, Reading] = (
    Production(
        "en.digits.ratio",
        _always,
        lambda p, _: None if p.currency else ratio_at(p.text, p.start),
        ("The ratio of crew to boats is [28:1]. → 28",),
    ),
    Production(
        "en.digits.slashed",
        _always,
        lambda p, _: None if p.currency else slashed_at(p.text, p.start),
        ("[7 out of 10] boats sailed. → 0.7",),
    ),
    Production("en.digits.told-apart", _always, _classified, ("It sailed on [3 May].",)),
    Production(
        "en.digits.power",
        lambda p: pattern(POWERED).match(p.text, p.end),
        _powered,
        ("The sample holds [1.8 x 10^6 cells]. → 1800000 cells",),
    ),
    Production("en.digits.plain", _always, _plain, ("Ice cost [$3.4 million]. → 3400000 $",)),
)
"""A number in digits."""
