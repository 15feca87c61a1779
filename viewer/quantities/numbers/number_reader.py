"""Reading one number where it stands: digits or numerals, scale, open words (多, 余) and unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from viewer.model import Kind
from viewer.quantities.numbers.currencies import currency_before, english_scale
from viewer.quantities.numbers.dates import bare_year, date_end, is_score
from viewer.quantities.numbers.fractions import (
    VULGAR,
    Part,
    doubled,
    fraction,
    quarters,
    tenths,
    vulgar,
)
from viewer.quantities.numbers.notation import (
    COMPOUND,
    DIGITS,
    MOST_DIGITS,
    NUMERAL,
    POWERED,
    exponent_of,
    plain_digits,
)
from viewer.quantities.numbers.numerals import LARGE, SCALES, SMALL, Numeral, hanzi_value, power
from viewer.quantities.numbers.productions import Production, Productions, produce
from viewer.quantities.numbers.ratios import read_ratio
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.numbers.rests import rest_of
from viewer.quantities.numbers.scale_words import (
    and_half,
    scale_after,
    stacked,
    unit_after,
    with_odd,
    with_places,
    with_spoken,
)
from viewer.quantities.numbers.signs import is_dashed, minus_start
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, graded_at, sort_of, unit_at
from viewer.quantities.vocabulary import any_of

_SLASHED = (
    r"([1-9])/([1-9]|10)"
    r"(?=的|以上|左右|，|。|；|、|）|强|弱|多|由|来自|为|是|用|被|在|已|未|仍|$)"
)
_TENTHS = frozenset(("毛", "角"))
"""Coins that are a tenth of 元: 四毛六 is 0.46元."""
_SPOKEN_BOUNDS = frozenset(
    (
        "不足",
        "不到",
        "不满",
        "未满",
        "未到",
        "近乎",
        "几乎",
        "约有",
        "达到",
        "足有",
        "不下",
        "不止",
        "至少",
    )
)
"""Words before a scale that stands for one of it: 不足百人."""
_PLACES = {**SMALL, **LARGE}
_SEVERAL = r"(?<![总人户件个次倍系指基分参函少多])[数几]$"
_ONES = "一二两三四五六七八九"
_OPEN_RUN = "百十"
"""A numeral that leaves open how many more than a hundred are meant: 百十户."""
_JOINS = (":", " :", "分", "秒", "/", "比", "-")
"""What joins digits to more digits as one number."""
_MINUTES = (
    r"[0-9]{1,3}(?:分[0-9]{1,2}(?:\.[0-9]{1,3})?秒(?:[0-9]{1,3}(?![0-9.名个人家]))?"
    r"|秒[0-9]{1,3}(?![0-9.名个人家]))"
)
_SCORE = r"[0-9]{1,3}(?:比|-)[0-9]{1,3}(?![0-9.:%万亿千百个元人名户岁年月日])"
_RATE = r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(/(?:10{0,2}|十|百)?(?:千|万|百万))(?:人|名|户)?(?![0-9])"
_SAID_NEGATIVE = (
    r"(?:为|是|呈|现|转|成)负(?:值|数)?(?:，|（)"
    r"(?:约|近|仅)?(?:数值|具体)?(?:为|是|达|报|录得)(?:约|近|超过?|人民币)?$"
)
"""A value said to be below nothing by the clause before: 利润为负，为3亿元."""
_SAID_REACH = 16
_YEARLY = 8
_POINTS = r" ?个?(?:百分点|基点)"
_MEASURED = (Sort.MONEY, Sort.MEASURE, Sort.POINTS, Sort.PART)
_TIMES = r"[Xx](?=[/，。；、）\s]|$)"


class Digits(NamedTuple):
    """The place of digits in a folded text; `plain` is how they are written without marks."""

    text: str
    at: int
    end: int
    plain: str

    @property
    def value(self) -> Decimal:
        """The number that the digits write."""
        return Decimal(self.plain)


class Run(NamedTuple):
    """The place of a numeral in hanzi in a folded text, and what it says by itself."""

    text: str
    at: int
    end: int
    run: str
    numeral: Numeral | None


def read(text: str, at: int) -> Reading | int:
    """The number at `at` of a folded text, or where to go on looking when there is none."""
    if date := date_end(text, at):
        return Reading(at, date, date, None, "", kind=Kind.DATE)
    if text[at].isascii():
        return _read_digits(text, at)
    alone = vulgar(text, at)
    if alone is not None or text[at] == "半":
        return _read_half(text, at) if alone is None else _finish(text, at, at + 1, alone)
    if text[at] == "翻":
        part = doubled(text, at)
        if part is None:
            return at + 1
        return _of_part(at, part, hanzi=True)._replace(kind=Kind.CHANGE)
    return _read_numeral(text, at)


def _read_half(text: str, at: int) -> Reading:
    """过半 is half, 半成 five in a hundred, 半个百分点 half a point, 半吨 half a ton."""
    if text.startswith(("个", "吨", "公", "千", "斤", "升", "亩"), at + 1):
        start, unit = unit_after(text, at + 1)
        return Reading(at, at + 1, start + len(unit), Decimal("0.5"), unit, hanzi=True)
    if text.startswith("成", at + 1):
        return _of_part(at, Part(at + 2, Numeral(Decimal(5)), "%"), hanzi=True)
    end = at + 1 + text.startswith("数", at + 1)
    half = _of_part(at, Part(end, Numeral(Decimal(50)), "%"), hanzi=True)
    return half if text[at - 1 : at] in "近超逾" and at else half._replace(kind=Kind.SHARE)


def _of_part(start: int, part: Part, *, hanzi: bool) -> Reading:
    low, high = part.numeral
    exponent = 1 if part.unit == "%" and hanzi else 0
    return Reading(
        start,
        part.end,
        part.end,
        low,
        part.unit,
        high,
        exponent,
        high is not None,
        hanzi,
        part=True,
    )


def _read_digits(text: str, at: int) -> Reading | int:
    found = DIGITS.match(text, at)
    if found is None:
        return at + 1
    digits, end = found.group(), found.end()
    if " " in digits and text[at - 1 : at].isascii() and text[at - 1 : at].isalpha():
        digits = digits.partition(" ")[0]
        end = at + len(digits)
    plain = plain_digits(digits)
    place = Digits(text, at, end, plain)
    if text.startswith(_JOINS, end) and (whole := produce(WHOLES, place)):
        return whole
    if len(digits) > MOST_DIGITS or plain.count(".") > 1:
        return end
    return produce(FIGURES, place) or end


def _of_points(text: str, reading: Reading) -> Reading:
    """四分之一个百分点: a fraction of a unit."""
    found = pattern(_POINTS).match(text, reading.end) if not reading.unit else None
    if found is None:
        return reading
    return reading._replace(end=found.end(), unit=found.group().strip(), part=False)


def _signed(text: str, at: int, end: int, value: Decimal) -> Reading:
    """The number with the sign or the brackets that make it negative."""
    bracketed = _in_brackets(text, at, end, value)
    if bracketed is not None:
        return bracketed
    start = minus_start(text, at)
    below = start < at or pattern(_SAID_NEGATIVE).search(text[max(0, at - _SAID_REACH) : at])
    reading = _finish(text, start, end, -value if below else value)
    return reading._replace(doubt="dash") if start == at and is_dashed(text, at) else reading


_LOSS = rf"(?:{any_of('zh', 'sign.loss')})(?:为|是|:|约)?$"
"""A noun of loss, of which brackets hold the size: 经营亏损（3,210.55）万元."""


_BALANCED = (
    rf"(?:(?:净额|损益|净流量|净变动|净收支|差额)|(?:{any_of('zh', 'sign.balance')})(?:为|是|录得|"
    rf":))（$"
)
"""What leads to brackets around an amount with its unit that are a minus: 损益为（1,320万元）."""


def _in_brackets(text: str, at: int, end: int, value: Decimal) -> Reading | None:
    """（3,210.55）万元: brackets around an amount of money are the minus of accounts."""
    opened, closed = text[at - 1 : at] == "（", text[end : end + 1] == "）"
    if opened and not closed and pattern(_BALANCED).search(text[max(0, at - 12) : at]):
        whole = _finish(text, at, end, -value)
        if sort_of(whole.unit) is Sort.MONEY and text[whole.end : whole.end + 1] == "）":
            return whole._replace(start=at - 1, end=whole.end + 1)
    if not (opened and closed) or not pattern("[.,]").search(text[at:end]):
        return None
    lost = pattern(_LOSS).search(text[max(0, at - 12) : at - 1]) is not None
    reading = _finish(text, at - 1, end + 1, value if lost else -value)
    return reading if sort_of(reading.unit) is Sort.MONEY else None


def _finish(text: str, start: int, end: int, value: Decimal) -> Reading:
    """Scale, compound parts, open words and unit after the digits that end at `end`."""
    value, end = stacked(text, end, value)
    is_open, end, exponent = scale_after(text, end)
    value *= power(exponent)
    if exponent >= 2 and not is_open:
        value, end, exponent = with_spoken(text, value, end, exponent)
    if exponent == 3 and not is_open:
        value, end = with_places(text, value, end)
    if exponent in (3, 4, 8) and not is_open:
        value, end, exponent = with_odd(text, value, end, exponent)
    part = COMPOUND.match(text, end) if exponent >= 4 and not is_open else None
    if part is not None:
        smaller = dict(SCALES).get(part.group(2) or "", 0)
        digits = part.group(1).replace(",", "")
        addition = Decimal(digits) * power(smaller)
        if addition < power(exponent) and (smaller or len(digits) == 4):
            value, end = value + addition.copy_sign(value), part.end()
            exponent = 0
            again, end, larger = scale_after(text, end)
            value *= power(larger)
            is_open = is_open or again
    value, end = and_half(text, value, end)
    unit_start, unit = unit_after(text, end)
    if not unit and pattern(_TIMES).match(text, end):
        return Reading(start, end, end + 1, value, text[end], None, exponent, is_open)
    unit = "" if _is_verb(text, end, unit, exponent) else unit or graded_at(text, start, end)
    finish = unit_start + len(unit) if unit else end
    rest, behind = rest_of(text, unit, finish)
    if rest:
        rest = rest.copy_sign(value)
        return Reading(start, finish, behind, value + rest, unit, exponent=exponent)
    if not unit or unit == "m":
        head, currency = currency_before(text, start)
        if currency:
            return _of_money(
                text, Reading(head, end, end, value, currency, None, exponent, is_open)
            )
    kind = Kind.DATE if not unit and not exponent and bare_year(text, start, end) else None
    return Reading(start, end, finish, value, unit, None, exponent, is_open, kind=kind)


def _is_verb(text: str, end: int, unit: str, exponent: int) -> bool:
    """Whether a unit is part of what happened: 3亿年增5%, 由2升至4."""
    behind = text[end + 1 : end + 2]
    if unit == "升":
        return behind in ("至", "到")
    return unit == "年" and exponent >= _YEARLY and behind in tuple("升降增减涨跌")


def _of_money(text: str, reading: Reading) -> Reading:
    """A number behind a currency ($3.5亿, KSh 302 billion), with the English scale after it."""
    end, exponent = (0, 0) if reading.exponent else english_scale(text, reading.end)
    if not exponent or reading.value is None:
        return reading
    value = reading.value * power(exponent)
    return reading._replace(number_end=end, end=end, value=value, exponent=exponent)


def _read_numeral(text: str, at: int) -> Reading | int:
    """The number in hanzi at `at`, negative behind 负 and 零下 where it measures something."""
    if text.startswith("零下", at):
        return at + 2
    reading = _unsigned_numeral(text, at)
    signed = text[at - 1 : at] == "负" or (at > 1 and text[at - 2 : at] in ("零下", "负的"))
    if isinstance(reading, int) or reading.value is None or not signed or reading.start < at:
        return reading
    start = minus_start(text, at)
    measured = reading.part or "点" in text[at : reading.number_end]
    if start == at or not (measured or sort_of(reading.unit) in _MEASURED):
        return reading
    return reading._replace(start=start, value=-reading.value)


def _unsigned_numeral(text: str, at: int) -> Reading | int:
    found = NUMERAL.match(text, at)
    if found is None:
        return at + 1
    run, end = found.group(), found.end()
    place = Run(text, at, end, run, _value_of(run, text, end))
    return produce(NUMERALS, place) or end


def _of_run(place: Run, part: Part | None) -> Reading | None:
    """A part whose words begin with a numeral, with the points that it is a part of."""
    if part is None:
        return None
    reading = _of_points(place.text, _of_part(place.at, part, hanzi=True))
    ranged = pattern("[至到~-]").search(place.text, place.at, part.end) is not None
    return reading._replace(open=False) if ranged else reading


def _several(place: Run, found: re.Match[str]) -> Reading:
    """数百家, 几十万人: of how many the words leave open, from one to nine of the scale."""
    start, unit = unit_after(place.text, place.end)
    if any(one not in _PLACES for one in place.run) or sort_of(unit) not in (
        Sort.THING,
        Sort.MONEY,
        Sort.MEASURE,
    ):
        return Reading(found.start(), place.end, place.end, None, "", hanzi=True, kind=Kind.NAME)
    power_of = sum(_PLACES[one] for one in place.run)
    low = power(power_of)
    end = start + len(unit)
    return Reading(
        found.start(), place.end, end, low, unit, 9 * low, power_of, open=True, hanzi=True
    )


def _coins(place: Run, found: re.Match[str]) -> Reading | None:
    """三角六分: tenths and hundredths of 元."""
    if len(place.run) != 1 or place.run not in _ONES:
        return None
    tenths, hundredths = (hanzi_value(one) for one in (place.run, found.group(1)))
    if tenths is None or hundredths is None:
        return None
    value = tenths.low / 10 + hundredths.low / 100
    return Reading(place.at, found.end(), found.end(), value, "元", hanzi=True)


def _rough(place: Run, found: re.Match[str]) -> Reading | None:
    """千把名: about a thousand."""
    start, unit = unit_after(place.text, found.end())
    if not unit or place.run not in _PLACES:
        return None
    value = power(_PLACES[place.run])
    return Reading(place.at, found.end(), start + len(unit), value, unit, open=True, hanzi=True)


def _plain_numeral(place: Run, _: object) -> Reading | None:
    text, at, numeral = place.text, place.at, place.numeral
    if numeral is None:
        return None
    is_open, end, exponent = scale_after(text, place.end)
    low, end = and_half(text, numeral.low, end)
    unit_start, unit = unit_after(text, end)
    unit = unit or graded_at(text, at, end)
    finish = unit_start + len(unit) if unit else end
    rest = rest_of(text, unit, finish)
    if numeral.high is None and rest.value:
        value = low * power(exponent) + rest.value
        if unit in _TENTHS:
            value, unit = value / 10, "元"
        return Reading(at, finish, rest.end, value, unit, None, exponent, hanzi=True)
    high = None if numeral.high is None else numeral.high * power(exponent)
    is_open = is_open or high is not None or place.run == _OPEN_RUN
    low *= power(exponent)
    return Reading(at, end, finish, low, unit, high, exponent, is_open, hanzi=True)


def _kilo(text: str, run: str, at: int) -> Reading | None:
    """六百三十千赫, 八点七五千瓦时: the last 千 belongs to the unit, not to the number."""
    end = at + len(run) - 1
    if run[-1] != "千" or len(run) < 2:
        return None
    if "点" not in run and unit_at(text, end + 1) and hanzi_value(run):
        return None
    unit, numeral = unit_at(text, end), hanzi_value(run[:-1])
    if not unit.startswith("千") or numeral is None:
        return None
    return Reading(at, end, end + len(unit), numeral.low, unit, numeral.high, hanzi=True)


def _half(text: str, run: str, end: int) -> Part | None:
    if run != "一" or not text.startswith("半", end):
        return None
    return Part(end + 1, Numeral(Decimal("0.5")), "")


def _rounded(text: str, end: int) -> bool:
    """百余人, 千多名: more than one hundred, more than one thousand."""
    return text[end : end + 1] in ("余", "多", "来") and bool(unit_at(text, end + 1))


def _value_of(run: str, text: str, end: int) -> Numeral | None:
    """The value of a run; a bare scale (万, 百, 亿) counts only where a word before says "one"."""
    if run == _OPEN_RUN:
        return Numeral(Decimal(100))
    if run[0] in "百千万亿" and len(run) <= 2:
        start = end - len(run)
        spoken = text[max(0, start - 1) : start] in tuple("上近约超过逾达成破")
        bound = text[max(0, start - 2) : start] in _SPOKEN_BOUNDS
        if spoken or bound or _rounded(text, end):
            exponent = dict(SCALES).get(run)
            return None if exponent is None else Numeral(power(exponent))
        return None
    return hanzi_value(run)


def _rate(place: Digits, found: re.Match[str]) -> Reading:
    value = Decimal(found.group(1))
    return Reading(place.at, found.end(1), found.end(), value, found.group(2), kind=Kind.SHARE)


def _score(place: Digits, found: re.Match[str]) -> Reading | None:
    end = found.end()
    named = is_score(place.text, place.at, end)
    return Reading(place.at, end, end, None, "", kind=Kind.NAME) if named else None


def _slashed(place: Digits, found: re.Match[str]) -> Reading | None:
    top, below = int(found.group(1)), int(found.group(2))
    if top >= below:
        return None
    share = Numeral(Decimal(top) / below)
    return _of_part(place.at, Part(found.end(), share, ""), hanzi=False)


def _of_digits(place: Digits, part: Part | None) -> Reading | None:
    """A part whose words begin with digits, with the points that it is a part of."""
    return None if part is None else _of_points(place.text, _of_part(place.at, part, hanzi=False))


def _with_vulgar(place: Digits, found: re.Match[str]) -> Reading | None:
    """3½: a number and the fraction right behind it."""
    if "." in place.plain:
        return None
    value = place.value + (vulgar(place.text, place.end) or 0)
    part = tenths(place.text, Numeral(value), found.end())
    if part is not None:
        return _of_digits(place, part)
    return _signed(place.text, place.at, found.end(), value)


def _powered(place: Digits, found: re.Match[str]) -> Reading:
    value = place.value * power(exponent_of(found))
    return _signed(place.text, place.at, found.end(), value)


def _behind(source: str, heads: str) -> Callable[[Digits | Run], re.Match[str] | None]:
    """The condition that an expression, which begins with one of `heads`, stands behind."""

    def when(place: Digits | Run) -> re.Match[str] | None:
        end = place.end
        return (
            pattern(source).match(place.text, end) if place.text[end : end + 1] in heads else None
        )

    return when


def _from(source: str) -> Callable[[Digits | Run], re.Match[str] | None]:
    """The condition that an expression matches from where the number begins."""
    return lambda place: pattern(source).match(place.text, place.at)


_NOTHING = pattern("")


def _any(place: Digits | Run) -> re.Match[str] | None:
    """The condition that always holds."""
    return _NOTHING.match(place.text, place.end)


def _slash(place: Digits) -> re.Match[str] | None:
    return (
        pattern(_SLASHED).match(place.text, place.at)
        if place.text.startswith("/", place.end)
        else None
    )


WHOLES: Productions[Digits, Reading] = (
    Production(
        "zh.whole.time",
        _from(_MINUTES),
        lambda p, found: Reading(p.at, found.end(), found.end(), None, "", kind=Kind.DURATION),
        ("渡船往返需[9分38秒]。", "她游完全程用了[58秒41]。"),
    ),
    Production("zh.whole.rate", _from(_RATE), _rate, ("水痘发病率为[8.4/10万]。 → 8.4 /10万",)),
    Production("zh.whole.score", _from(_SCORE), _score, ("主队以[3比1]取胜。",)),
    Production(
        "zh.whole.ratio",
        _any,
        lambda p, _: read_ratio(p.text, p.at),
        ("船员与教官之比为[3.9:59.5]。 → 3.9",),
    ),
)
"""What more than one number says, joined by one of `_JOINS`."""
FIGURES: Productions[Digits, Reading] = (
    Production("zh.digits.slashed", _slash, _slashed, ("[3/4]的船已入港。 → 0.75",)),
    Production(
        "zh.digits.vulgar",
        _behind(f"[{''.join(VULGAR)}]", "".join(VULGAR)),
        _with_vulgar,
        ("长[3½米]。 → 3.5 米",),
    ),
    Production(
        "zh.digits.tenths",
        _behind("[成折]", "成折"),
        lambda p, _: _of_digits(p, tenths(p.text, Numeral(p.value), p.end)),
        ("[8成]船只已入港。 → 80 %",),
    ),
    Production(
        "zh.digits.fraction",
        _behind("分之", "分"),
        lambda p, _: _of_digits(p, fraction(p.text, p.plain, p.end)),
        ("[4分之3]的船已入港。 → 0.75",),
    ),
    Production(
        "zh.digits.power",
        _behind(POWERED, " ×xX*"),
        _powered,
        ("水样含菌[1.2×10⁴个]。 → 12000 个",),
    ),
    Production(
        "zh.digits.plain",
        _any,
        lambda p, _: _signed(p.text, p.at, p.end, p.value),
        ("港内有[28艘]船。 → 28 艘",),
    ),
)
"""A number in digits."""
NUMERALS: Productions[Run, Reading] = (
    Production(
        "zh.numeral.fraction",
        _behind("分之", "分"),
        lambda p, _: _of_run(p, fraction(p.text, p.run, p.end)),
        ("[四分之三]的船已入港。 → 0.75", "[百分之三]的船已入港。 → 3 %"),
    ),
    Production(
        "zh.numeral.quarters",
        _behind("分", "分"),
        lambda p, _: _of_run(p, quarters(p.text, p.run, p.end)),
        ("[四分三]的船已入港。 → 0.75",),
    ),
    Production(
        "zh.numeral.tenths",
        _behind("[成折]", "成折"),
        lambda p, _: p.numeral and _of_run(p, tenths(p.text, p.numeral, p.end)),
        ("[八成]船只已入港。 → 80 %",),
    ),
    Production(
        "zh.numeral.half",
        _behind("半", "半"),
        lambda p, _: p.numeral and _of_run(p, _half(p.text, p.run, p.end)),
        ("[一半]船只已入港。 → 0.5",),
    ),
    Production(
        "zh.numeral.several",
        lambda p: (
            pattern(_SEVERAL).search(p.text, max(0, p.at - 2), p.at)
            if p.run[0] in "十百千万亿"
            else None
        ),
        _several,
        ("港内停着[数百艘]船。 → 100 艘",),
    ),
    Production(
        "zh.numeral.rough", _behind("把", "把"), _rough, ("码头上来了[千把名]船工。 → 1000 名",)
    ),
    Production(
        "zh.numeral.coins",
        _behind(f"角([{_ONES}])分(?!之)", "角"),
        _coins,
        ("绳子每米只要[三角六分]。 → 0.36 元",),
    ),
    Production(
        "zh.numeral.kilo",
        _any,
        lambda p, _: _kilo(p.text, p.run, p.at),
        ("电台频率为[六百三十千赫]。 → 630 千赫",),
    ),
    Production("zh.numeral.plain", _any, _plain_numeral, ("港内有[二十八艘]船。 → 28 艘",)),
)
"""A number in hanzi."""
