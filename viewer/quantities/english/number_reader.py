"""Reading one English number: currency, digits or words, scale, unit; dates told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from viewer.model import Kind
from viewer.quantities.english.fractions import (
    PART,
    added_part,
    fraction_at,
    is_part,
    of_words,
    one_in,
    rate_after,
    ratio_at,
    slashed_at,
)
from viewer.quantities.english.non_quantities import BEFORE_DATE, is_year, told_apart
from viewer.quantities.english.words import (
    LARGE,
    NO_UNIT,
    ONE_COIN,
    ONES,
    PARTS,
    PEOPLE,
    SHORT,
    TIME,
    WITH_CURRENCY,
    words_value,
)
from viewer.quantities.numbers.fractions import VULGAR, vulgar
from viewer.quantities.numbers.number_reader import MOST_DIGITS, Reading, plain_digits
from viewer.quantities.numbers.numerals import power
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import CODES, NATIONAL, is_currency, listed
from viewer.quantities.vocabulary import alternation, entries, words_of

_CODES = "|".join(CODES)
_NATIONAL = "|".join(NATIONAL)
_WORD = "|".join([*ONES, *LARGE, "dozen"])
_HEAD = "|".join(ONES)
_SCALED = r" ?[0-9][0-9.,]{0,12} ?(?:million|billion|trillion|bn|mn|m)\b"


def _seconds(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        found[word[0]] = found.get(word[0], "") + word[1]
    return found


_FIND = (
    r"(?:(?<![A-Za-z])|(?=[0-9$€£¥₹]))(?:"
    rf"(?P<cur>(?:US|A|C|HK|NZ|S|R)?\$|[€£¥₹]|\bRs\.?(?= ?[0-9])|"
    rf"\b(?-i:{_CODES}|{_NATIONAL}|(?:RM|Rp|Tk|R|N)(?={_SCALED})))?(?(cur) ?[(-]?)"
    r"(?P<num>[0-9]{1,3}(?:['’][0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+|"
    r"[0-9]{1,3}(?:,[0-9]{3}){1,11}+"
    r"(?![0-9])(?:\.[0-9]++)?+|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])(?:\.[0-9]++)?+"
    r"|(?<![0-9-] )[0-9]{1,3}(?: [0-9]{3}){1,11}+(?= ?(?:[a-z]{3}|[%$€£]|"
    r"[A-Z]{3}\b))|[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]{1,2}(?![0-9,])|[0-9]++(?:\.[0-9]++)*+"
    rf"|(?<![0-9A-Za-z.,])\.[0-9]++|[{''.join(VULGAR)}])"
    r"|\b(?P<half>(?<!first )(?<!second )(?<!latter )half(?= of| the| after| in| by|\b[ ]all)|"
    r"twice(?= the| as| its| that| their))\b"
    r"|\b(?P<halved>(?:half|quarter)[ -](?:percentage[ -])?points?|"
    r"half (?:an? )?(?:percentage point|basis point|point|per ?cent|dozen|million|"
    r"billion))\b"
    rf"|\b(?P<half_more>(?:{_HEAD}))[ -]and[ -](?P<more>an?[ -](?:half|third|quarter)|one[- ]third|"
    r"one[- ]quarter|two[- ]thirds|three[- ]quarters?)"
    r"(?=[ -](?:thousand|million|billion|trillion|times|per|tonnes|tons|percentage|years|hours|"
    r"months|acres|hectares|miles|points|dozen|basis))"
    rf"|\b(?P<of>(?P<some>one|two|three|four|five|six|seven|eight|nine) "
    rf"(?:in|out of)(?: every)? (?P<every>{_HEAD}|[0-9]{{1,3}}(?![0-9,])))\b"
    r"(?! ?(?:%|per ?cent|million|billion))"
    rf"|\b(?P<words>(?:{_HEAD}|hundred|an? (?:dozen|hundred|thousand|million|billion)(?![a-z-]))"
    rf"(?:(?:[- ]|[ ]and[ ])(?:{_WORD})\b)*+)\b"
    rf"|\b(?P<part>{PART})\b)"
)
_STARTS = (
    rf"[0-9$€£¥₹{''.join(VULGAR)}]|\.(?=[0-9])|(?<![A-Za-z])(?:"
    + "|".join(
        f"[{first.upper()}{first}](?=[{''.join(seconds)}{''.join(seconds).upper()}])"
        for first, seconds in _seconds([*ONES, "hundred", "half", "twice"]).items()
    )
    + r"|[A-Za-z](?=[A-Za-z]?\$)|[Rr](?=[Ss]\.? ?[0-9])"
    rf"|[A-Z](?=[A-Za-z]{{0,8}} ?\(?[.0-9{''.join(VULGAR)}]))"
    rf"|(?<![A-Za-z])[Aa](?=n? (?:{'|'.join([*PARTS, *LARGE, 'dozen'])})\b)"
)
"""Where a number may begin, so that the long expression is tried only there."""
_COUNTED = (
    r"m(?= (?:[a-z]+ ){0,2}[a-z]{3,}s\b)(?! (?:[a-z]+ )?(?:hurdles|sprints|relays)\b)"
    r"(?! (?:from|away|of|in|to|at|above|below|by|and|or|deep|high|long|wide|tall|off|on|up)\b)|"
    r"m(?= people\b)"
)
_MIXED = r"[ -]([1-9]|1[0-9])/([2-9]|10|12|16|32)(?= ?%|[ -][a-z])"
_SCALE = (
    r"(?:[ -]|\n)?((?i:thousand|million|billion|trillion|hundred|crore|lakh|"
    r"mln|mn|bln|bn|trn|tn))\b|"
    r"([kKMBTmbt])\b"
)
_ACCOUNTS = r"\) ?(?:thousand|million|billion|trillion|mn|bn|m|k)\b"
_SCALED_IN = r" ?(?:thousand|million|billion|trillion|mn|bn|m|k)?\)"
_LED_TO = (
    r"(?:\b(?:was|were|is|are|of|to|at|from|by|than|versus|vs|and|or|against|totall?ed)|[:;]) \($"
)
_LOSS_REACH = 160
"""How far behind the heading Profit (loss) brackets are those of accounts."""
_PREFIXES = tuple(f"{word}-" for word in listed("sub near mid then over under pre post all non a"))
_COMMA = r",([0-9]{1,2})(?![0-9,])"
_SCALED_PART = r" ?(?:thousand|million|billion|trillion|mln|mn|bln|bn|%|per ?cent|euros?)\b"
_SIZES = "|".join((*words_of("en", "unit.measure", "singular"), *words_of("en", "unit.compound")))
_SYMBOLS = "|".join(
    map(re.escape, sorted(words_of("en", "unit.measure", "symbol"), key=len, reverse=True))
)
_SPANS = "|".join(sorted(words_of("en", "unit.time"), key=len, reverse=True))
_EXTENT = (
    "high|tall|deep|long|wide|thick|above|below|across|apart|away|underground|underwater|"
    "in (?:height|length|depth|diameter|width)"
)
"""What makes metres of m, which else is millions."""
_MOVE = "(?:" + alternation(entries("en", "change.noun"), "en") + "|lead|gap|margin|deficit|spread)"
"""What a number of points is the size of: a 4-point rise."""
_UNIT = (
    r"\s?(%)|[ -]?(bps?|ppts?|pct|(?-i:pc|pps?))\b"
    r"|[ -](percentage[ -]points?|per ?cent|percent|basis[ -]points?|times|fold|"
    rf"(?<=-)point(?= {_MOVE}\b))\b"
    rf"|[ -]?({_SYMBOLS}|m(?= (?:{_EXTENT})\b)|(?-i:{_CODES}))\b"
    r"|(p)\b(?! ?\.m)"
    rf"|(-(?:(?:square|cubic|metric|nautical)-)?(?:{_SIZES})s?)\b"
    r"|([ -](?:(?:consecutive|straight|successive|full|more|calendar|business|"
    rf"trading|working) )?(?:{_SPANS}))\b"
    r"|[ -](astronomical units?|light[ -]years?)\b"
    r"| ((?:(?:square|cubic|metric|short|long|nautical|troy|US|U\.S\.|Canadian|"
    r"Australian) )?[A-Za-z][a-z]+"
    r"(?:-hours)?(?: (?:per|a) (?:square )?[a-z]+)?)"
)
_PLURALS = ("men", "women", "people", "children", "folk", "geese", "mice")
_NO_PLURALS = ("specimen", "regimen", "omen", "abdomen", "acumen", "stamen")
_MEMBERS = (
    r"(?<=[a-z])(?<!s) (?:members?|officers?|numbers?|farms?|stocks?|boats?|stations?|cars?|"
    r"forces?|positions?|posts?|places?|hours?|days?)\b"
)
"""What is counted behind a collective noun: 400 police officers."""
_NEGATIVE = r"\b(?:minus|negative) ?$"
_NEGATIVE_OF = (
    r"\bnegative (?:(?:by|at|of|to) |(?:(?!(?:test|result|pressure|outlook|feedback|review|"
    r"comment|news|case|vote|rating|impact|effect)s?\b)[a-z-]+ ){1,3}?(?:of|at|was|is|:) ?)"
    r"(?:about |around |some )?$"
)
"""A value said to be below nothing by the words before it: a negative margin of 3%."""
_BELOW_ZERO = r" (?:(?:degrees )?(?:Celsius|Fahrenheit) |degrees |[CF] )?below zero\b"
"""What makes a heat negative: 12 degrees below zero."""
_MEASURED = (
    r"(?:[.,][0-9]+)* ?(?:%|per ?cent\b|percent\b|(?:percentage |basis )?points?\b|bps?\b|"
    r"degrees\b|°|"
    r"(?:million|billion|trillion|thousand)\b)"
)
_HEAT = (
    r"\b(?:temperatures?|mercury|thermometers?|degrees|warm(?:ed|er|ing)?|cool(?:ed|er|ing)?|"
    r"heat(?:ed|wave)?)\b[^.;]*$"
)
_HEAT_REACH = 60
_LONGEST_WORDS = 120
_PERCENT_NEXT = r" (?:per ?cent|percentage point|basis point)\b"
_OPEN = ("several ", "few ", "many ")
"""What leaves open how many hundreds are meant."""
_LED_ALONE = (
    r"(?:\b(?:fell|rose|grew|down|up|lower|higher|slowed|declined|increased) in|"
    r",? (?:and|while) (?:the other|another)|(?:^|[,.;]|\b(?:and|while|but))) $"
)
_OF_THEM = r" of (?:the|its|their|these|those|our) [a-z]{2,}s\b"
_ENDS_ALONE = (
    r" (?:recorded|reported|posted|showed|saw|had|were|died|failed|declined|rose|fell|grew)\b|"
    r"[.,;](?=\s|$)| (?:others|of them)\b|"
    r" of (?:the|its|our|those) "
    r"(?:[0-9]|(?:six|seven|eight|nine|ten|eleven|twelve)\b)|"
    r" (?:and|but) (?:fell|rose|grew|declined|increased|was|were|held|remained)\b"
)
_OTHER_WORDS = (
    r" (?:(?!(?:of|in|to|and|or|the|a|an|as|at|by|for|from|on|is|are|was|were|more|times|"
    r"percentage|consecutive|straight|successive|year|years|month|months|days|hours|weeks|"
    r"quarters)\b)[A-Za-z][A-Za-z-]+ ){1,4}?"
    r"(?!(?:has|was|is|as|its|this|does|years|months|days|weeks|"
    r"hours|quarters|times|points)\b)[a-z]{2,}[a-rt-z]s\b"
)
"""What a small number word counts with other words between: nine new coal-fired plants."""


def english_readings(folded: str) -> list[Reading]:
    """Every number of a folded text as it stands, not yet joined to its neighbours."""
    found: list[Reading] = []
    at = 0
    for candidate in pattern(_STARTS).finditer(folded):
        if candidate.start() < at:
            continue
        start = pattern(_FIND, re.IGNORECASE).match(folded, candidate.start())
        if start is None:
            continue
        if start.group("of"):
            found.append(one_in(start))
            at = start.end()
            continue
        if start.group("halved") or start.group("half_more"):
            found.append(_halved(folded, start))
            at = found[-1].end
            continue
        if start.group("part"):
            if not is_part(folded, *start.span()):
                continue
            found.append(_with_unit(folded, of_words(folded, *start.span())))
            at = found[-1].end
            continue
        if start.group("half"):
            value = Decimal("0.5") if start.group("half").lower() == "half" else Decimal(2)
            found.append(Reading(*start.span(), start.end(), value, "", kind=Kind.SHARE))
            at = start.end()
            continue
        fraction = fraction_at(folded, start.start())
        if fraction is not None:
            found.append(_with_unit(folded, fraction))
            at = found[-1].end
            continue
        reading = _read_words(folded, start) if start.group("words") else _read(folded, start)
        if reading is not None:
            found.append(_dashed(folded, reading))
        at = start.end() if reading is None else reading.end
    return found


def _with_unit(folded: str, part: Reading) -> Reading:
    """A part of a large number with what it counts: a quarter of a million visitors."""
    if not part.exponent or part.unit:
        return part
    end, unit = _unit_after(folded, part.end)
    return part._replace(end=end, unit=unit)


def _dashed(folded: str, reading: Reading) -> Reading:
    """The reading, doubted where a dash to the word before may be a minus: profit-$3.2 million."""
    start = reading.start
    if start < 2 or folded[start - 1] != "-" or not folded[start - 2].isalpha():
        return reading
    measured = reading.unit in ("%", "percent", "per cent") or is_currency(reading.unit)
    compound = folded[max(0, start - 8) : start].lower().endswith(_PREFIXES)
    return reading._replace(doubt="dash") if measured and not compound else reading


def _halved(folded: str, found: re.Match[str]) -> Reading:
    """half a percentage point, half a dozen mills, three and a half million acres."""
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
    unit_end, unit = _unit_after(folded, end)
    kind = Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    value *= power(exponent) * (12 if dozen else 1)
    return Reading(start, end, unit_end, value, unit, exponent=exponent, kind=kind)


def _read_words(folded: str, found: re.Match[str]) -> Reading | None:
    phrase = found.group("words")
    value = words_value(phrase) if len(phrase) <= _LONGEST_WORDS else None
    start, end = found.span()
    if value is None:
        return None
    if value <= 1 and pattern(_PERCENT_NEXT, re.IGNORECASE).match(folded, end) is None:
        return None
    if folded[max(0, start - 8) : start].lower().endswith(_OPEN):
        return Reading(start, end, end, None, "", kind=Kind.NAME)
    unit_end, unit = _unit_after(folded, end)
    kind = Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    minus = pattern(_NEGATIVE, re.IGNORECASE).search(folded[max(0, start - 10) : start])
    if minus is not None:
        return Reading(start - len(minus.group()), end, unit_end, -value, unit, kind=kind)
    if value <= 12 and not unit and kind is None and not _stands_alone(folded, start, end):
        return None
    return Reading(start, end, unit_end, value, unit, kind=kind)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """rose in five regions and fell in nine, nine new plants: a small word that is a figure."""
    if pattern(_OTHER_WORDS).match(folded, end) or pattern(_OF_THEM).match(folded, end):
        return True
    led = pattern(_LED_ALONE).search(folded[max(0, start - 12) : start])
    return led is not None and pattern(_ENDS_ALONE).match(folded, end) is not None


def _read(folded: str, found: re.Match[str]) -> Reading | None:
    digits, start, end = found.group("num"), found.start(), found.end()
    if len(digits) > MOST_DIGITS or plain_digits(digits).count(".") > 1:
        return None
    if " " in digits and pattern(BEFORE_DATE).search(folded[max(0, start - 16) : start]):
        digits, end = digits.split(" ")[0], start + digits.index(" ")
    currency = (found.group("cur") or "").strip()
    ratio = None if currency else ratio_at(folded, start) or slashed_at(folded, start)
    if ratio is not None:
        return ratio
    apart = None if currency else told_apart(folded, start, end)
    if apart is not None:
        return Reading(start, apart[1], apart[1], None, "", kind=apart[0])
    value, end = _value(folded, digits, currency, end)
    end += _in_brackets(folded, found)
    mixed = pattern(_MIXED).match(folded, end)
    if mixed is not None and int(mixed.group(1)) < int(mixed.group(2)):
        value, end = value + Decimal(mixed.group(1)) / int(mixed.group(2)), mixed.end()
    value, exponent, end = _scaled(folded, value, end, currency)
    value, start = _with_sign(folded, found, value)
    end += value < 0 and _scaled_in_brackets(folded, found)
    if currency:
        return Reading(start, end, end, value, currency, exponent=exponent)
    if rated := rate_after(folded, end):
        unit = folded[end:rated].strip()
        return Reading(start, end, rated, value, unit, exponent=exponent, kind=Kind.SHARE)
    unit_end, unit = _unit_after(folded, end)
    if not unit and folded[end : end + 1] in ("C", "F") and _is_heat(folded, start, end, value):
        unit_end, unit = end + 1, folded[end]
    if value > 0 and pattern(_BELOW_ZERO, re.IGNORECASE).match(folded, unit_end):
        value = -value
    kind = None if exponent else _kind_by_shape(folded, start, end, unit)
    if kind in (Kind.DATE, Kind.NAME):
        unit_end, unit = end, ""
    return Reading(start, end, unit_end, value, unit, exponent=exponent, kind=kind)


def _is_heat(folded: str, start: int, end: int, value: Decimal) -> bool:
    """Whether the letter at `end` is a degree: minus 14C, a high of 31C."""
    if folded[end + 1 : end + 2].isalnum():
        return False
    lead = folded[max(0, start - _HEAT_REACH) : start].lower()
    return value < 0 or pattern(_HEAT).search(lead) is not None


def _scaled(folded: str, value: Decimal, end: int, currency: str) -> tuple[Decimal, int, int]:
    """The value with the scale behind it, its power of ten, and where it ends: 22.4m new shares."""
    scale = pattern(_SCALE).match(folded, end)
    exponent = _exponent(scale, currency) if scale is not None else 0
    if exponent and scale is not None:
        end = scale.end()
        crore = pattern(r" crore\b", re.IGNORECASE).match(folded, end) if exponent == 5 else None
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
    if not digits.isdecimal():
        return value, end
    if rest := vulgar(folded, end):
        return value + rest, end + 1
    comma = pattern(_COMMA).match(folded, end)
    if comma is None or not (
        currency in ("€", "EUR") or pattern(_SCALED_PART).match(folded, comma.end())
    ):
        return value, end
    return Decimal(f"{digits}.{comma.group(1)}"), comma.end()


def _in_brackets(folded: str, found: re.Match[str]) -> bool:
    """Whether the digits stand in the brackets that accounts write for a minus: $(8.4) million."""
    start, end = found.span("num")
    opened = folded[start - 1] == "(" or folded[found.start() - 1 : found.start()] == "("
    closed = folded[end : end + 1] == ")"
    inside = folded[start - 1] == "(" or pattern(_ACCOUNTS).match(folded, end) is not None
    if opened and closed and folded.startswith((")p", ")%", ") %", ") per"), end):
        return True  # earnings per share, a return: (4.7)p, (4.7)%
    return bool(found.group("cur")) and opened and closed and inside


def _scaled_in_brackets(folded: str, found: re.Match[str]) -> bool:
    """Whether an amount with its scale stands in the brackets of accounts: was (£1.9m).

    Behind a noun or a number the brackets explain: rose to €2m (£1.9m).
    """
    start = found.start()
    if not found.group("cur") or folded[start - 1 : start] != "(" or _in_brackets(folded, found):
        return False
    if "(loss" in folded[max(0, start - _LOSS_REACH) : start].lower():
        return pattern(_SCALED_IN).match(folded, found.end("num")) is not None
    inside = pattern(_SCALED_IN).match(folded, found.end("num"))
    led = pattern(_LED_TO, re.IGNORECASE).search(folded[max(0, start - 12) : start])
    return inside is not None and led is not None


def _with_sign(folded: str, found: re.Match[str], value: Decimal) -> tuple[Decimal, int]:
    """The value with the sign that stands before it, and where the sign begins."""
    start = found.start()
    if _in_brackets(folded, found) or _scaled_in_brackets(folded, found):
        return -value, start - (folded[start - 1 : start] == "(")
    word = pattern(_NEGATIVE, re.IGNORECASE).search(folded[max(0, start - 10) : start])
    if word is not None:
        return -value, start - len(word.group())
    if pattern(_NEGATIVE_OF, re.IGNORECASE).search(folded[max(0, start - 44) : start]):
        return (
            -value if found.group("cur") or pattern(_MEASURED).match(folded, found.end()) else value
        ), start
    if found.group("cur") and folded[found.start("num") - 1] == "-":
        return -value, start
    if _signed(folded, start):
        return (-value if folded[start - 1] == "-" else value), start - 1
    return value, start


def _kind_by_shape(folded: str, start: int, end: int, unit: str) -> Kind | None:
    """A year, a duration, or digits that are part of a name (5G, 3-point)."""
    if is_year(folded, start, end):
        return Kind.DATE
    if unit:
        return Kind.DURATION if unit.lstrip("-").lower() in TIME else None
    after = folded[end : end + 2]
    if pattern(r"x(?![A-Za-z0-9])|-(?:odd|plus|strong)\b", re.IGNORECASE).match(folded, end):
        return None
    named = after[:1].isalpha() or (after[:1] == "-" and after[1:].isalpha())
    return Kind.NAME if named else None


def _exponent(scale: re.Match[str], currency: str) -> int:
    word = (scale.group(1) or "").lower()
    if word:
        return LARGE.get(word) or SHORT.get(word, 0)
    letter = scale.group(2)
    return (WITH_CURRENCY.get(letter, 0) if currency else 0) or SHORT.get(letter, 0)


def _signed(folded: str, start: int) -> bool:
    if start == 0 or folded[start - 1] not in "+-":
        return False
    return start == 1 or folded[start - 2] in " \t\n(,;:"


def _unit_after(folded: str, end: int) -> tuple[int, str]:
    found = pattern(_UNIT, re.IGNORECASE).match(folded, end)
    if found is None:
        return end, ""
    word = found.group(found.lastindex or 0)
    if found.lastindex == 7:
        return found.end(), word.split()[-1] if word[0] == " " else word
    if found.lastindex == 9 and (
        not _is_noun(word) or pattern(_MEMBERS).match(folded, found.end()) is not None
    ):
        return end, ""
    return found.end(), word


def _is_noun(word: str) -> bool:
    """A plural right after a number is what it counts (461,000 houses)."""
    head = word.split(" per ", maxsplit=1)[0].split(" a ", maxsplit=1)[0]
    last = head.split(" ")[-1]
    if last in NO_UNIT or head.split(" ")[0] in NO_UNIT:
        return False
    return (
        last in PEOPLE
        or last in ONE_COIN
        or last in ("feet", "inches")
        or (last.endswith(_PLURALS) and last not in _NO_PLURALS)
        or (last.endswith("s") and last[-2:] not in ("ss", "us"))
    )
