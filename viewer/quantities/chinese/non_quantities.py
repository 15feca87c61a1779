"""Numbers that are no figures: ranks, list marks, names, slogans, bases and codes."""

from __future__ import annotations

from viewer.model import Kind
from viewer.quantities.numbers.identifiers import counts_latin, is_class, is_code, is_designation
from viewer.quantities.numbers.number_reader import Reading
from viewer.quantities.numbers.numerals import is_whole
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import words_of

_MARK = r"[ \t]*(?:[、)）]|\.(?![0-9]))"
_SECTION = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ \t]?(?=[\u4e00-\u9fff])"
_CYCLE = r"(?:连续)?(?:报告|统计|财政|会计|完整|自然|监测)?(?:周期|财年|年度|交易周|跟踪期)"
_COUNT = "一二三四五六七八九十"
_SLOGAN_REACH, _MEMBER = 18, 7
_STARTS_ITEM = "\n，；。：:;,　（("
_RANKED = (
    "号", "级", "届", "版", "期", "型", "等", "环", "楼", "线", "中全会", "次党代会", "次全会",
    "次会议", "流", "星级", "类区", "档", "次产业", "产", "年级", "阶段", "批次", "季",
)  # fmt: skip
_PLANS = r"[”\"’」]?(?:期间|规划|时期|末|以来|计划|开局|收官|普法|以?前|以?后|，)"
_FIVE_YEARS = frozenset(
    f"{n}五" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
) | {f"十{n}五" for n in "一二三四五六七八九"}
_SLOGANS = (
    "意识", "大局", "自信", "全面", "维护", "确立", "大抓", "毫不动摇", "一百年", "必须",
    "务必", "底线", "红线", "坚持", "革命", "从严", "面向", "服务", "百年", "结合", "不动摇",
)  # fmt: skip
_IDIOMS = {
    "个": _SLOGANS,
    "条": _SLOGANS,
    "项": ("规定",),
    "类": ("严重暴力", "主要刑事"),
}
"""What is named by its count: 四个意识, 八项规定, 八类严重暴力案件."""
_BEFORE_RANK = ("第", "表", "图", "附件", "专栏", "附表", "附图", "No.", "NO.")
_WEAK = frozenset(
    "省市县区国乡镇村校院厂站馆店队团连营师军员路网机车船面口章节期方里度段端角圆分手"
    "峰联步金银铜眼吊通串线打排担栏股卡券令副付服味具记拳跨孔穴墩胎袭碗盘锅餐安巴欧牛焦码莱坪兆吉叠夜宿"
)
_VALUE_BEFORE = "为达至到是约近超逾占升降增破共有计得-:=于比报收在从由值"
_VALUE_AFTER = "的和与及或至到下上增减提降升比以左多余、，。；,;)）(（》”」 \t\n!！?？%-~/:|"
_OPENING, _CLOSING = "“‘「《『【", "”’」》』】"
_SHORT_QUOTE = 14
_MOST_BATCHES = 10
_MONTHS = r"(?:\s?[、和及,]\s?[0-9]{1,2}){0,6}[二两三四五六](?:个月|月份)"


def told_apart(text: str, reading: Reading) -> Kind | None:
    """The kind of a number that is no figure, None for what may be one."""
    ranked = _is_told(text, reading) or _is_mark(text, reading) or _is_rank(text, reading)
    if ranked or _is_leading(text, reading) or _is_section(text, reading):
        return Kind.RANK
    if _is_month_of_many(text, reading):
        return Kind.DATE
    if reading.unit == "个" and pattern(_CYCLE).match(text, reading.end):
        return Kind.DURATION
    counted_by = _is_base(text, reading) or _is_age_group(text, reading)
    counted_by = counted_by or is_designation(text, reading)
    if counted_by or is_code(text, reading) or is_class(text, reading):
        return Kind.NAME
    return _name_of_numeral(text, reading) if reading.hanzi else _name_of_digits(text, reading)


def _is_told(text: str, reading: Reading) -> bool:
    """第三, 表 2: a word before the number says that it is a place in an order."""
    before = text[max(0, reading.start - 3) : reading.start].rstrip()
    if not before.endswith(_BEFORE_RANK):
        return False
    return before[-1] == "第" or not (reading.unit or reading.exponent)


def _is_mark(text: str, reading: Reading) -> bool:
    """`1、` `（2）` `3.` at the head of a line or a clause."""
    if reading.unit or reading.exponent or reading.high is not None:
        return False
    if reading.end - reading.start > 3 or not pattern(_MARK).match(text, reading.end):
        return False
    before = text[max(0, reading.start - 6) : reading.start].rstrip(" \t")
    if before and before[-1] not in _STARTS_ITEM:
        return False
    closing = text[reading.end : reading.end + 2].lstrip()[:1]
    if closing in ")）":
        return before[-1:] in "(（" or not before or before[-1] == "\n"
    after = text[reading.end + 1 : reading.end + 3].lstrip()[:1]
    return not after.isdigit() and (closing == "、" or not before or before[-1] == "\n")


def _is_section(text: str, reading: Reading) -> bool:
    """`2.1 ` or `1.3.2` at the head of a line of words, where it carries no unit of its own."""
    if reading.exponent or (reading.start and text[reading.start - 1] != "\n"):
        return False
    if not pattern(_SECTION).match(text, reading.start):
        return False
    return not reading.unit or (
        sort_of(reading.unit) is Sort.THING and reading.end <= reading.number_end + 2
    )


def _is_rank(text: str, reading: Reading) -> bool:
    if not is_whole(reading.value) or reading.exponent:
        return False
    at = reading.number_end
    if text.startswith(" ", at):
        at += 1
    if not text.startswith(_RANKED, at) or text.startswith(("级别", "等级", "季度"), at):
        return False
    if reading.unit == "批次" and (reading.value or 0) > _MOST_BATCHES:
        return False
    return reading.unit in ("", "届", "版", "期", "批次", "次", "档", "季")


def _is_leading(text: str, reading: Reading) -> bool:
    """前 5 个, 前十名: a place in an order."""
    before = text[max(0, reading.start - 3) : reading.start].rstrip()
    if not before.endswith("前") or before[-2:] in (
        "目前",
        "以前",
        "此前",
        "之前",
        "日前",
        "空前",
        "当前",
    ):
        return False
    return sort_of(reading.unit) in (Sort.THING, Sort.PART)


def _is_month_of_many(text: str, reading: Reading) -> bool:
    """6、7、8三个月: months named one by one before they are counted."""
    if reading.unit or reading.exponent or not is_whole(reading.value):
        return False
    return pattern(_MONTHS).match(text, reading.end) is not None


def _is_base(text: str, reading: Reading) -> bool:
    """每 10 万人, 以女性为 100: what others are counted by."""
    before = text[max(0, reading.start - 10) : reading.start].rstrip()
    if before.endswith("每") or (before.endswith(("折", "折（")) and reading.unit == "%"):
        return True
    return before.endswith("为") and "以" in before and reading.value == 100 and not reading.unit


def _is_age_group(text: str, reading: Reading) -> bool:
    if sort_of(reading.unit) is not Sort.AGE or reading.value is None:
        return False
    before = text[max(0, reading.start - 12) : reading.start]
    told = any(word in before for word in ("寿命", "年龄为", "年龄达", "年龄是", "平均"))
    return is_whole(reading.value) and not told


def _name_of_numeral(text: str, reading: Reading) -> Kind | None:
    run = text[reading.start : reading.number_end]
    if (
        text.startswith(words_of("zh", "name.numeral"), max(0, reading.start - 1))
        or run[:2] == "一一"
    ):
        return Kind.NAME
    if run in _FIVE_YEARS and pattern(_PLANS).match(text, reading.number_end):
        return Kind.NAME
    if reading.value is None:
        return None
    if reading.unit == "大" and reading.value > 10:
        return Kind.NAME
    if text.startswith(_IDIOMS.get(reading.unit, "\0"), reading.end):
        return Kind.NAME
    small = reading.value <= 10
    return Kind.NAME if small and (_quoted(text, reading) or _counts_on(text, reading)) else None


def _counts_on(text: str, reading: Reading) -> bool:
    """A member of a slogan that counts on: 三大任务、四项行动、五个目标."""
    at = _COUNT.find(text[reading.start])
    if at < 0 or reading.number_end != reading.start + 1:
        return False
    after = text[reading.number_end : reading.number_end + _SLOGAN_REACH]
    before = text[max(0, reading.start - _SLOGAN_REACH) : reading.start]
    ahead = _members(after, _COUNT[at + 1 : at + 3], forward=True)
    back = _members(before, _COUNT[max(0, at - 2) : at], forward=False)
    return ahead + back > 1


def _members(words: str, numerals: str, *, forward: bool) -> int:
    """How many of the next (or last) numerals begin the members of the list in turn."""
    parts = words.split("、")
    parts = parts[1:] if forward else parts[-2::-1]
    found = 0
    for part, numeral in zip(parts, numerals if forward else numerals[::-1], strict=False):
        if not part.startswith(numeral) and not (
            not forward and part[-_MEMBER:].find(numeral) >= 0
        ):
            break
        found += 1
    return found


def says_figure(text: str, reading: Reading) -> bool:
    """Numerals are also parts of words: one needs a unit, and 一 one that is no mere article."""
    if not reading.unit:
        return reading.value is not None and _says_number(text, reading)
    if reading.value is None or reading.value > 10 or reading.value < 0:
        return True
    if reading.value == 0:
        return False
    if reading.unit in _WEAK or (reading.value == 10 and reading.unit == "分"):
        return False
    if (
        reading.value == 2
        and text[reading.start] == "二"
        and reading.unit in ("大", "次", "个", "人")
    ):
        return False
    sort = sort_of(reading.unit)
    return reading.value != 1 or sort not in (Sort.THING, Sort.SPAN, None)


def _says_number(text: str, reading: Reading) -> bool:
    """Whether a numeral without a unit is a number: 三亿, 六点五, 两万三 as one says prices."""
    run = text[reading.start : reading.number_end]
    short = len(run) == len("两万三") and run[1] in "万千" and run[2] in _COUNT[:9]
    return run[-1] in "万亿" or not is_whole(reading.value) or short


def _name_of_digits(text: str, reading: Reading) -> Kind | None:
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    strong = reading.exponent or sort_of(reading.unit) not in (None, Sort.THING)
    if _latin(before) or (before == "-" and _latin(text[reading.start - 2 : reading.start - 1])):
        return None if strong or counts_latin(text, reading, _WEAK) else Kind.NAME
    if reading.unit == "类" and reading.value == 1:
        return Kind.NAME
    if reading.unit or reading.exponent:
        return None
    framed = before and after and before in _OPENING and after in _CLOSING
    if framed or _latin(after) or before in ("〔", "["):
        return Kind.NAME
    return Kind.NAME if _is_unled(text, reading) or _is_version(text, reading) else None


def _is_version(text: str, reading: Reading) -> bool:
    """煤电联动2.0: a whole number with .0 right behind a noun."""
    written = text[reading.start : reading.end]
    before = text[reading.start - 1 : reading.start]
    noun = "\u4e00" <= before <= "\u9fff" and before not in _VALUE_BEFORE
    return written.endswith(".0") and len(written) == len("2.0") and noun


def _is_unled(text: str, reading: Reading) -> bool:
    """Bare digits that no verb leads to and no mark follows: 249 队, 12345 热线, 600519."""
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    if not is_whole(reading.value):
        return False
    led = bool(before) and before in _VALUE_BEFORE
    if reading.end - reading.start >= 6 and "," not in text[reading.start : reading.end]:
        return not led
    return not led and after not in _VALUE_AFTER


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _quoted(folded: str, reading: Reading) -> bool:
    """Whether a numeral stands inside short quotation marks: a slogan or a name, no figure."""
    back = folded[max(0, reading.start - _SHORT_QUOTE) : reading.start]
    ahead = folded[reading.end : reading.end + _SHORT_QUOTE]
    opened = max(back.rfind(c) for c in _OPENING)
    closed = min((at for c in _CLOSING if (at := ahead.find(c)) >= 0), default=-1)
    if opened < 0 or closed < 0 or opened < max(back.rfind(c) for c in _CLOSING):
        return False
    return not any(c in ahead[:closed] for c in "，。；")
