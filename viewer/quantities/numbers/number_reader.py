"""Reading one number where it stands: digits or numerals, scale, open words (多, 余) and unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from viewer.model import Kind
from viewer.quantities.numbers.currencies import currency_before, english_scale
from viewer.quantities.numbers.dates import bare_year, date_end, is_score, ratio_end
from viewer.quantities.numbers.fractions import (
    VULGAR,
    Part,
    doubled,
    fraction,
    quarters,
    tenths,
    vulgar,
)
from viewer.quantities.numbers.numerals import SCALES, Numeral, hanzi_value, power
from viewer.quantities.numbers.scale_words import (
    and_half,
    scale_after,
    stacked,
    unit_after,
    with_places,
    with_spoken,
)
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of, unit_at

HANZI = "零〇○一二三四五六七八九两十廿卅百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億"
MOST_DIGITS = 30
PARTING = str.maketrans("", "", ",，'’ ")
"""What parts the thousands of a number."""
START = re.compile(
    rf"[0-9{HANZI}{''.join(VULGAR)}翻]|(?<=过)半(?![年天月个途])|半成(?![品立为])"
    r"|半(?=个(?:百分点|基点))"
)
DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:['’][0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:，[0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+"
    r"|[0-9]{1,3}(?:[,，] [0-9]{3}){1,3}(?= ?[人名户元吨件家万亿])"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,11}+(?![0-9])(?:\.[0-9]++)?+(?![0-9.])(?=\s?[^\s0-9,.，。;；、])"
    r"|[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]{1,2}(?![0-9,])"
    r"|[0-9]++点[0-9]{1,2}(?=米|吨|万|亿|个百分点|元|公[里斤顷]|度|℃|%|倍|平方|亩|千瓦)"
    r"|[0-9]++·[0-9]++(?= ?(?:[万亿%元吨亩]|个百分点))"
    r"|[0-9]++(?:\.[0-9]++)*+"
)
NUMERAL = re.compile(
    rf"[{HANZI}]++(?:点[零〇○一二三四五六七八九]++[十百千万亿]*+"
    r"|\.[零〇○一二三四五六七八九]++(?=[万亿萬億%倍元个])[万亿萬億]*+)?+"
)
_EUROPEAN = r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}"
_HALF_MORE = frozenset("倍斤亩里米吨尺升")
_AFTER_HALF = tuple("年月天个径数")
_SLASHED = (
    r"([1-9])/([1-9]|10)"
    r"(?=的|以上|左右|，|。|；|、|）|强|弱|多|由|来自|为|是|用|被|在|已|未|仍|$)"
)
_COMPOUND = re.compile(
    r"([0-9],[0-9]{3}(?![0-9,])|[0-9]{1,4}(?:\.[0-9]++)?+)\s?(亿|千万|百万|十万|万|千|百)?"
)
_ODD = (
    r"[一二三四五六七八九](?:[二三四五六七八九])?"
    r"(?![二三四五六七八九十百千万亿个点年月天成分斤只件名人]|倍|一(?![斤只个公升]))"
)
_ODD_DIGIT = r"[1-9](?![0-9.,]|[年月日个块元])"
_ODD_UNITS = frozenset(("块", "毛", "角", "米"))
"""Units that a lone digit behind them divides by ten: 九毛五, 一米七五."""
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
_OPEN_RUN = "百十"
"""A numeral that leaves open how many more than a hundred are meant: 百十户."""
_COINS = r"([0-9一二两三四五六七八九])角(?:([0-9一二两三四五六七八九])分)?(?![0-9之])"
"""角 and 分 behind 元: 三元四角八分 is 3.48元."""
_BALANCE = (
    r"(?:净胜球|净胜分|得失球差|球差|分差|正负值|净差值?|差值|净值|得失分|基差|价差|升贴水|余额|结余|盈亏|损益|浮盈|得分|积分|"
    r"评分|指数|净增|增量|净流入|净利|利润|收益|气温|温度|水温|室温|体温差|相关系数|系数|偏差|误差|距平)$"
)
"""What may be below nothing, so that a dash behind it is a minus: 净胜球-9个."""
_MINUTES = r"[0-9]{1,3}分[0-9]{1,2}(?:\.[0-9]{1,3})?秒"
_COLON_ENDS = ("图", "表", "附件", "附录", "例", "专栏", "议题", "问题")
"""What is numbered before a colon: 附件2: 2024年度报表."""
_DRAWN = r" ?(?:地形图|地图|平面图|比例尺|图纸|沙盘|航测|测图)"
"""What is drawn to a scale: 1:500地形图."""
_SCORE = r"[0-9]{1,3}(?:比|-)[0-9]{1,3}(?![0-9.:%万亿千百个元人名户岁年月日])"
_RATE = r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(/(?:10|十)万)(?:人|名)?(?![0-9])"
_TRIANGLES = "▲△▼▽"
"""What accounts print for a minus."""
_SIGNS = "-" + _TRIANGLES
_BEFORE_SIGN = "~ \t\n/(（，、;；:为到至长降升率由从自在于是"
_NOT_NEGATIVE = frozenset(
    ("担负", "胜负", "背负", "自负", "欺负", "正负", "抱负", "肩负", "辜负", "减负")
)
_BRACKETED = r"(?<=[\u4e00-\u9fff])（[^（）0-9]{1,10}）$"
"""What a noun has in brackets before its value: 净利润（亏损）-3万元."""
_SAID_NEGATIVE = (
    r"(?:为|是|呈|现|转|成)负(?:值|数)?(?:，|（)"
    r"(?:约|近|仅)?(?:数值|具体)?(?:为|是|达|报|录得)(?:约|近|超过?|人民币)?$"
)
"""A value said to be below nothing by the clause before: 利润为负，为3亿元."""
_SAID_REACH = 16
_OPENS_RANGE = r"[0-9万亿%] ?[^0-9，。；、]{1,4}-$"
_YEARLY = 8
_POWERED = (
    r" ?[×xX*] ?10(?:(?:\^|\*\*) ?(-?[0-9]{1,2})(?![0-9.,^*])"
    r"|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![⁰¹²³⁴⁵⁶⁷⁸⁹]))"
)
"""The power of ten of 1.2×10⁴."""
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_POINTS = r" ?个?(?:百分点|基点)"
_MEASURED = (Sort.MONEY, Sort.MEASURE, Sort.POINTS, Sort.PART)
_TIMES = r"[Xx](?=[/，。；、）\s]|$)"


class Reading(NamedTuple):
    """A number as it stands: `start` to `number_end` its digits and scale, to `end` with unit.

    `open` says that 多, 余 or a choice (七八十) leaves the value open; `exponent` is the scale
    that was written apart from the digits, so that others in a list can share it. `doubt` is that
    of `Quantity`; `rule` is the id of the rule that gave the kind, '' where none did.
    """

    start: int
    number_end: int
    end: int
    value: Decimal | None
    unit: str
    high: Decimal | None = None
    exponent: int = 0
    open: bool = False
    hanzi: bool = False
    kind: Kind | None = None
    part: bool = False
    doubt: str = ""
    rule: str = ""


def decided(reading: Reading) -> tuple[Kind | None, str]:
    """The kind of a reading that no rule need decide, and the id of what gave it; else None."""
    if reading.kind is None:
        return None, ""
    return reading.kind, reading.rule or f"grammar.{reading.kind.name.lower()}"


def plain_digits(digits: str) -> str:
    """Digits without what parts their thousands, with a full stop before decimals.

    1,793 1'793 and 1 793 are 1793; 1.234.567,89 is 1234567.89, and so is the old 1·48 1.48.
    """
    if pattern(_EUROPEAN).fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    return digits.translate(PARTING).replace("·", ".").replace("点", ".")


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
    """过半 is half, 半成 five in a hundred, 半个百分点 half a point."""
    if text.startswith("个", at + 1):
        start, unit = unit_after(text, at + 1)
        return Reading(at, at + 1, start + len(unit), Decimal("0.5"), unit, hanzi=True)
    if text.startswith("成", at + 1):
        return _of_part(at, Part(at + 2, Numeral(Decimal(5)), "%"), hanzi=True)
    end = at + 1 + text.startswith("数", at + 1)
    half = _of_part(at, Part(end, Numeral(Decimal(50)), "%"), hanzi=True)
    return half._replace(kind=Kind.SHARE)


_RATIO_BEFORE = r"(?:[0-9]{1,12}+(?:\.[0-9]{1,6}+)?+ ?: ?){1,6}+$"
_LONGEST_RATIO = 60
_STRUCTURE = (
    r"(?:产业|行业|产品|人口|收入|支出|客源|年龄|城乡|能源)[^，。；：]{0,6}(?:结构|构成|比重|占比|之比)"
    r"[^，。；]{0,14}$"
)
_NAMED_BEFORE = 24
_WRONGLY = 15
"""How far the shares of a named structure may miss 100 when one of them is printed wrongly."""


def _read_ratio(text: str, at: int) -> Reading | None:
    end = 0 if text[max(0, at - 2) : at].endswith(_COLON_ENDS) else ratio_end(text, at)
    if not end:
        return None
    if is_score(text, at, end) or pattern(_DRAWN).match(text, end):
        return Reading(at, end, end, None, "", kind=Kind.NAME)
    first = text[at:end].partition(":")[0].strip()
    value = Decimal(first) if len(first) <= MOST_DIGITS else None
    if _divides_hundred(text, at, end):
        end = at + len(first)
    return Reading(at, end, end, value, "", kind=Kind.SHARE)


def _divides_hundred(text: str, at: int, end: int) -> bool:
    """Whether the ratio around `at` divides 100 into three or more shares: 9.1:40.2:50.7.

    Each of its numbers is then a figure of its own. The shares may miss 100 by their rounding. A
    ratio without any words before it is the written value of one figure.
    """
    before = pattern(_RATIO_BEFORE).search(text[max(0, at - _LONGEST_RATIO) : at])
    led = before.group() if before else ""
    members = (led + text[at:end]).split(":")
    if at == len(led) or len(members) < 3 or max(map(len, members)) > MOST_DIGITS:
        return False
    places = min(len(member.strip().partition(".")[2]) for member in members)
    missed = sum(map(Decimal, map(str.strip, members)), Decimal(-100))
    named = pattern(_STRUCTURE).search(text[max(0, at - len(led) - _NAMED_BEFORE) : at - len(led)])
    if named is not None:
        return abs(missed) <= _WRONGLY
    return abs(missed) <= len(members) * Decimal(1).scaleb(-places) / 2


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
    if text.startswith((":", " :", "分", "/", "比", "-"), end) and (whole := _read_whole(text, at)):
        return whole
    plain = plain_digits(digits)
    if len(digits) > MOST_DIGITS or plain.count(".") > 1:
        return end
    slashed = pattern(_SLASHED).match(text, at)
    if slashed is not None and int(slashed.group(1)) < int(slashed.group(2)):
        share = Numeral(Decimal(slashed.group(1)) / int(slashed.group(2)))
        return _of_part(at, Part(slashed.end(), share, ""), hanzi=False)
    value = Decimal(plain)
    if (rest := vulgar(text, end)) and "." not in plain:
        value, end = value + rest, end + 1
    part = tenths(text, Numeral(value), end) or fraction(text, plain, end)
    if part is not None:
        return _of_points(text, _of_part(at, part, hanzi=False))
    if (powered := pattern(_POWERED).match(text, end)) is not None:
        value, end = value * power(_exponent(powered)), powered.end()
    return _signed(text, at, end, value)


def _exponent(powered: re.Match[str]) -> int:
    return int((powered.group(1) or powered.group(2)).translate(_RAISED))


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
    start = _minus_start(text, at)
    below = start < at or pattern(_SAID_NEGATIVE).search(text[max(0, at - _SAID_REACH) : at])
    reading = _finish(text, start, end, -value if below else value)
    return reading._replace(doubt="dash") if start == at and _is_dashed(text, at) else reading


def _read_whole(text: str, at: int) -> Reading | None:
    """What more than one number says: `3.9:59.5` a ratio, `9分38秒` a time, `8.4/10万` a rate."""
    if found := pattern(_MINUTES).match(text, at):
        return Reading(at, found.end(), found.end(), None, "", kind=Kind.DURATION)
    if found := pattern(_RATE).match(text, at):
        value = Decimal(found.group(1))
        return Reading(at, found.end(1), found.end(), value, found.group(2), kind=Kind.SHARE)
    if (found := pattern(_SCORE).match(text, at)) is not None:
        named = is_score(text, at, found.end())
        return Reading(at, found.end(), found.end(), None, "", kind=Kind.NAME) if named else None
    return _read_ratio(text, at)


def _minus_start(text: str, at: int) -> int:
    """Where the sign before the digits starts (-, ▲, 零下, 负); `at` where there is none."""
    if text[max(0, at - 2) : at] == "零下":
        return at - 2
    if text[max(0, at - 2) : at] == "负的":
        return at if text[max(0, at - 3) : at - 1] in _NOT_NEGATIVE else at - 2
    if text[at - 1 : at] == "负":
        lost = pattern(r"[0-9]{1,2} ?[场局盘]").match(text, at) is not None
        return at if lost or text[max(0, at - 2) : at] in _NOT_NEGATIVE else at - 1
    if at == 0 or text[at - 1] not in _SIGNS:
        return at
    before = text[at - 2 : at - 1]
    touches = text[at - 1] in _TRIANGLES or before in _BEFORE_SIGN or _after_noun(text, at)
    touches = touches or (before == "-" and text[at - 3 : at - 2] in ("%", "℃", "元", "吨", "度"))
    return at - 1 if touches else at


def _is_dashed(text: str, at: int) -> bool:
    """Whether a dash between a word and the number may be a minus as well: 用工人数-320人."""
    if at < 2 or text[at - 1] != "-":
        return False
    before = _noun_before(text, at - 1)[-1:]
    if not "\u4e00" <= before <= "\u9fff" or before in f"{HANZI}年月日时号第":
        return False
    return pattern(_OPENS_RANGE).search(text[max(0, at - 8) : at]) is None


def _noun_before(text: str, dash: int) -> str:
    """The characters before a dash, without the brackets that explain their last word."""
    lead = text[max(0, dash - 20) : dash]
    return pattern(_BRACKETED).sub("", lead)


def _after_noun(text: str, at: int) -> bool:
    """净利润-3.2亿元: a dash between a noun and a share, money or a measure is a minus.

    No minus joins a range (3月-5月, 10元-20元), a date, or the number of a model (东风-41).
    """
    noun = _noun_before(text, at - 1)
    if not "\u4e00" <= noun[-1:] <= "\u9fff" or noun[-1:] in HANZI:
        return False
    found = DIGITS.match(text, at)
    if found is None or pattern(_OPENS_RANGE).search(text[max(0, at - 8) : at]) is not None:
        return False
    end = found.end()
    if text.startswith(("%", "‰", "个百分点", "pct", "pp", "bp"), end):
        return True
    balance = pattern(_BALANCE).search(noun) is not None
    if balance and not text.startswith(("-", "~", "至", "到"), end):
        return True
    if "." in found.group() and not text.startswith((".", "-", "~", "版", "万"), end):
        return True  # a range, a date or a model has no decimals: 净差值-12.5
    _, end, exponent = scale_after(text, end)
    compound = _COMPOUND.match(text, end) if exponent >= 4 else None
    end = end if compound is None else compound.end()
    _, unit = unit_after(text, end)
    return sort_of(unit) in (Sort.MONEY, Sort.MEASURE, Sort.POINTS) if unit else False


def _in_brackets(text: str, at: int, end: int, value: Decimal) -> Reading | None:
    """（3,210.55）万元: brackets around an amount of money are the minus of accounts."""
    opened, closed = text[at - 1 : at] == "（", text[end : end + 1] == "）"
    if not (opened and closed) or not pattern("[.,]").search(text[at:end]):
        return None
    reading = _finish(text, at - 1, end + 1, -value)
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
    part = _COMPOUND.match(text, end) if exponent >= 4 and not is_open else None
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
    unit = "" if _is_verb(text, end, unit, exponent) else unit
    finish = unit_start + len(unit) if unit else end
    rest, behind = _rest_of_unit(text, unit, finish)
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
    start = _minus_start(text, at)
    measured = reading.part or "点" in text[at : reading.number_end]
    if start == at or not (measured or sort_of(reading.unit) in _MEASURED):
        return reading
    return reading._replace(start=start, value=-reading.value)


def _unsigned_numeral(text: str, at: int) -> Reading | int:
    found = NUMERAL.match(text, at)
    if found is None:
        return at + 1
    run = found.group()
    numeral = _value_of(run, text, found.end())
    part = fraction(text, run, found.end()) or quarters(text, run, found.end())
    if part is None and numeral is not None:
        part = tenths(text, numeral, found.end()) or _half(text, run, found.end())
    if part is not None:
        return _of_points(text, _of_part(at, part, hanzi=True))
    if text[at - 1 : at] in ("数", "几") and run[0] in "十百千万亿":
        return Reading(at - 1, found.end(), found.end(), None, "", hanzi=True, kind=Kind.NAME)
    kilo = _kilo(text, run, at)
    if numeral is None or kilo is not None:
        return kilo or found.end()
    is_open, end, exponent = scale_after(text, found.end())
    low, end = and_half(text, numeral.low, end)
    numeral = numeral._replace(low=low)
    unit_start, unit = unit_after(text, end)
    finish = unit_start + len(unit) if unit else end
    rest, behind = _rest_of_unit(text, unit, finish)
    if numeral.high is None and rest:
        value = numeral.low * power(exponent) + rest
        if unit in _TENTHS:
            value, unit = value / 10, "元"
        return Reading(at, finish, behind, value, unit, None, exponent, hanzi=True)
    times = power(exponent)
    high = None if numeral.high is None else numeral.high * times
    return Reading(
        at,
        end,
        finish,
        numeral.low * times,
        unit,
        high,
        exponent,
        is_open or high is not None or run == _OPEN_RUN,
        True,
    )


def _rest_of_unit(text: str, unit: str, end: int) -> tuple[Decimal, int]:
    """What follows a unit as a part of it, and where that ends: 三斤半, 九毛五; else nothing."""
    coins = pattern(_COINS).match(text, end) if unit in ("元", "块") else None
    if coins is not None:
        tenths, hundredths = (_digit(one) for one in coins.groups("0"))
        return Decimal(10 * tenths + hundredths) / 100, coins.end()
    half = text.startswith("半", end) and unit[-1:] in _HALF_MORE
    if half and not text.startswith(_AFTER_HALF, end + 1):
        return Decimal("0.5"), end + 1
    odd = pattern(_ODD).match(text, end) if unit in _ODD_UNITS else None
    if odd is None:
        digit = pattern(_ODD_DIGIT).match(text, end) if unit == "块" else None
        return (Decimal(0), end) if digit is None else (Decimal(f"0.{digit.group()}"), digit.end())
    digits = "".join(str("一二三四五六七八九".index(one) + 1) for one in odd.group())
    return Decimal(f"0.{digits}"), odd.end()


def _digit(written: str) -> int:
    """The value of one digit or numeral from 0 to 9; 两 is 2."""
    return (
        int(written)
        if written.isdecimal()
        else "零一二三四五六七八九".index(written.replace("两", "二"))
    )


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
