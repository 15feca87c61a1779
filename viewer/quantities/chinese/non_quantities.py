"""Numbers that are no figures: ranks, list marks, names, slogans, bases and codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from viewer.model import Kind
from viewer.quantities.numbers.identifiers import (
    counts_latin,
    is_class,
    is_code,
    is_filed,
    is_joined,
    is_model,
    is_numbered,
    is_placed,
    is_room,
    is_run,
    is_sort,
    is_standard,
)
from viewer.quantities.numbers.numerals import is_whole
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.rules import Rule, Rules
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import any_of, words_of

Case: TypeAlias = tuple[str, Reading]
"""A folded text and a number of it."""
_MARK = r"[ \t]*(?:[、)）]|\.(?![0-9]))"
_SECTION = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ \t]?(?=[\u4e00-\u9fff])"
_CYCLE = r"(?:连续)?(?:报告|统计|财政|会计|完整|自然|监测)?(?:周期|财年|年度|交易周|跟踪期)"
_COUNT = "一二三四五六七八九十"
_SLOGAN_REACH, _MEMBER = 18, 7
_STARTS_ITEM = "\n，；。：:;,　（("
_LIKE_UNIT = {"条": "个"}
"""What counts slogans as another unit does: 四条底线."""
_BEFORE_RANK = ("第", "表", "图", "附件", "专栏", "附表", "附图", "No.", "NO.")
_SHOWN = ("所示", "所列", "所附", "列出", "列示")
"""What a table or a drawing does, behind its number."""
_BEFORE_CAPTION = r"(?:^|\n)[ \t（(]*(?:附?[表图]|续表|专栏)[ \t（(]*$"
_CAPTION_REACH = 16
_CAPTION = r"[0-9]{1,3}[ \t\u3000]+(?![0-9])"
_PLACES = tuple("河江湖海山岭峰沟溪峡湾岛洲泉塘寺庙屯寨堡庄坊巷镇县乡")
_COUNTS_PLACES = frozenset("个条座处大段片口眼道级类种家所汪眼间方批期次名位省市县区州届")
"""Measure words of places: 三条河, 五座山; 两省江段."""
_WEAK = frozenset(
    "省市县区国乡镇村校院厂站馆店队团连营师军员路网机车船面口章节期方里度段端角圆分手"
    "峰联步金银铜眼吊通串线打排担栏股卡券令副付服味具记拳跨孔穴墩胎袭碗盘锅餐安巴欧牛焦码莱坪兆吉叠夜宿"
)
_BOUND_BEFORE = r"(?:不下|不止|不足|不到|超过|约|近|逾|至少|最多|多达|已达)$"
_HUNDRED = 100
_NOT_LEADING = tuple("目以此之日空当疫节战灾震赛会期年月周改")
"""What makes a time of 前: 疫前九成, 目前5家."""
_MOVED_BY = (
    "涨了",
    "降了",
    "跌了",
    "贵了",
    "便宜了",
    "多了",
    "少了",
    "加了",
    "减了",
    "高了",
    "低了",
)
"""What makes money of hundreds without a unit: 房租涨了两百."""
_VALUE_BEFORE = "为达至到是约近超逾占升降增破共有计得-:=于比报收在从由值"
_VALUE_AFTER = "的和与及或至到下上增减提降升比以左多余、，。；,;)）(（》”」 \t\n!！?？%-~/:|"
_MOST_COUNTED = 10
"""No higher number is the count of a slogan."""
_OPENING, _CLOSING = "“‘「《『【", "”’」》』】"
_SHORT_QUOTE = 14
_MOST_BATCHES = 10
_WITH_NUMERAL, _DEEPEST = any_of("zh", "name.numeral"), 7
"""A word that holds a numeral, and no numeral stands further from an end of it."""
_MONTHS = r"(?:\s?[、和及,]\s?[0-9]{1,2}){0,6}[二两三四五六](?:个月|月份)"


def _is_ordinal(text: str, reading: Reading) -> bool:
    """第三, 表 2: a word before the number says that it is a place in an order."""
    before = text[max(0, reading.start - 3) : reading.start].rstrip()
    if not before.endswith(_BEFORE_RANK):
        return False
    if pattern(_CAPTION).match(text, reading.start) and _is_caption(text, reading.start):
        return True  # 表1 分行业产值: what follows the space is the title, no unit
    shown = text.startswith(_SHOWN, reading.number_end)
    return before[-1] == "第" or shown or not (reading.unit or reading.exponent)


def _is_caption(text: str, at: int) -> bool:
    """Whether the line of a number before it has no more than the name of a table or a drawing."""
    floor = max(0, at - _CAPTION_REACH)
    return pattern(_BEFORE_CAPTION).search(text, floor, at) is not None


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
    if not text.startswith(words_of("zh", "name.rank"), at) or text.startswith(
        ("级别", "等级", "季度"), at
    ):
        return False
    if reading.unit == "批次" and (reading.value or 0) > _MOST_BATCHES:
        return False
    return reading.unit in ("", "届", "版", "期", "批次", "次", "档", "季")


def _is_leading(text: str, reading: Reading) -> bool:
    """前 5 个, 前十名: a place in an order."""
    before = text[max(0, reading.start - 3) : reading.start].rstrip()
    if not before.endswith("前") or before[-2:-1] in _NOT_LEADING:
        return False
    return sort_of(reading.unit) in (Sort.THING, Sort.PART)


def _is_month_of_many(text: str, reading: Reading) -> bool:
    """6、7、8三个月: months named one by one before they are counted."""
    if reading.unit or reading.exponent or not is_whole(reading.value):
        return False
    return pattern(_MONTHS).match(text, reading.end) is not None


def _is_cycle(text: str, reading: Reading) -> bool:
    return reading.unit == "个" and pattern(_CYCLE).match(text, reading.end) is not None


def _is_minutes(text: str, reading: Reading) -> bool:
    """2小时14分: minutes, which alone would be points."""
    return reading.unit == "分" and text.endswith(("小时", "钟头"), 0, reading.start)


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


def _is_word(text: str, reading: Reading) -> bool:
    """张三家: a numeral that is part of a name."""
    if not reading.hanzi:
        return False
    first = max(0, reading.start - _DEEPEST)
    found = pattern(_WITH_NUMERAL).finditer(text, first, reading.start + _DEEPEST)
    return any(one.start() <= reading.start < one.end() for one in found)


def _is_idiom(text: str, reading: Reading) -> bool:
    """四个意识, 十三大: what is named by its count."""
    if not reading.hanzi or reading.value is None:
        return False
    if reading.unit == "大" and reading.value > _MOST_COUNTED:
        return True
    unit = _LIKE_UNIT.get(reading.unit, reading.unit)
    return bool(unit) and text.startswith(words_of("zh", "name.slogan", unit), reading.end)


def _is_small(reading: Reading) -> bool:
    return reading.hanzi and reading.value is not None and reading.value <= _MOST_COUNTED


def _is_place(text: str, reading: Reading) -> bool:
    """九曲河, 七台河, 三门峡: a numeral and a character before what a place is, which has another
    measure word."""
    single = reading.hanzi and reading.number_end == reading.start + 1 and len(reading.unit) == 1
    if not single or reading.unit in _COUNTS_PLACES:
        return False
    return text.startswith(_PLACES, reading.end)


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


def is_figure_numeral(text: str, reading: Reading) -> bool:
    """Numerals are also parts of words: one needs a unit, and 一 one that is no mere article."""
    if not reading.unit:
        return reading.value is not None and _is_unitless_number(text, reading)
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


def _is_unitless_number(text: str, reading: Reading) -> bool:
    """Whether a numeral without a unit is a number: 三亿, 六点五, 两万三 as one says prices."""
    run = text[reading.start : reading.number_end]
    hundreds = len(run) == len("两百") and run[1] in "百千" and run[0] in "两三四五六七八九"
    if hundreds and text.endswith(_MOVED_BY, 0, reading.start) and _ends(text, reading):
        return True
    short = len(run) == len("两万三") and run[1] in "万千" and run[2] in _COUNT[:9]
    if text.startswith(("有余", "出头", "左右", "上下"), reading.number_end) and reading.value:
        return reading.value > 10
    if reading.part:
        return True
    if pattern(_BOUND_BEFORE).search(text[max(0, reading.start - 3) : reading.start]):
        return reading.value is not None and reading.value >= _HUNDRED and _ends(text, reading)
    return run[-1] in "万亿" or not is_whole(reading.value) or short


def _ends(text: str, reading: Reading) -> bool:
    """Whether nothing that is counted follows: 人数不下八百。"""
    return text[reading.end : reading.end + 1] in tuple("，。；、") or reading.end == len(text)


def _is_behind_letters(text: str, reading: Reading) -> bool:
    """机组A-7: digits right behind a letter, without a unit that makes a figure of them."""
    before = text[reading.start - 1 : reading.start]
    before = text[reading.start - 2 : reading.start - 1] if before == "-" else before
    if reading.hanzi or not _latin(before):
        return False
    strong = reading.exponent or sort_of(reading.unit) not in (None, Sort.THING)
    return not strong and not counts_latin(text, reading, _WEAK)


def _is_first_class(text: str, reading: Reading) -> bool:
    """1类新药: the class of a thing."""
    latin = _latin(text[reading.start - 1 : reading.start])
    return reading.unit == "类" and reading.value == 1 and not (reading.hanzi or latin)


def _is_bare(text: str, reading: Reading) -> bool:
    if reading.hanzi or reading.unit or reading.exponent:
        return False
    if text.startswith(words_of("zh", "bound.milestone"), reading.end):
        return False
    before = text[reading.start - 1 : reading.start]
    before = text[reading.start - 2 : reading.start - 1] if before == "-" else before
    return not _latin(before)


def _is_framed(text: str, reading: Reading) -> bool:
    """“110”, 〔2019〕, 5G: bare digits in quotation marks, or before a letter."""
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    framed = before and after and before in _OPENING and after in _CLOSING
    named = bool(framed) or _latin(after) or before in ("〔", "[")
    return named and _is_bare(text, reading)


def _is_version(text: str, reading: Reading) -> bool:
    """煤电联动2.0: a whole number with .0 right behind a noun."""
    if not _is_bare(text, reading):
        return False
    written = text[reading.start : reading.end]
    before = text[reading.start - 1 : reading.start]
    noun = "\u4e00" <= before <= "\u9fff" and before not in _VALUE_BEFORE
    return written.endswith(".0") and len(written) == len("2.0") and noun


def _is_unled(text: str, reading: Reading) -> bool:
    """Bare digits that no verb leads to and no mark follows: 249 队, 12345 热线, 600519."""
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    if not is_whole(reading.value) or not _is_bare(text, reading):
        return False
    before = text[reading.start - 2 : reading.start - 1] if before == "+" else before
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


def _on(test: Callable[[str, Reading], bool]) -> Callable[[Case], bool]:
    """The condition of a row from a test of a text and a reading."""
    return lambda case: test(*case)


NO_FIGURES: Rules[Case] = (
    Rule(
        "zh.rank.told",
        _on(_is_ordinal),
        Kind.RANK,
        ("该港列第[3]位。", "见表 [2]。", "表[1] 分行业产值"),
    ),
    Rule("zh.rank.mark", _on(_is_mark), Kind.RANK, ("[1]、渔港。",)),
    Rule("zh.rank.thing", _on(_is_rank), Kind.RANK, ("该港评为[9]级。",)),
    Rule("zh.rank.leading", _on(_is_leading), Kind.RANK, ("位列前[十名]。",)),
    Rule("zh.rank.section", _on(_is_section), Kind.RANK, ("[2.1] 港口",)),
    Rule("zh.date.months", _on(_is_month_of_many), Kind.DATE, ("[6]、7、8三个月。",)),
    Rule("zh.span.cycle", _on(_is_cycle), Kind.DURATION, ("持续[3个]完整财年。",)),
    Rule("zh.span.minutes", _on(_is_minutes), Kind.DURATION, ("行船2小时[14分]。",)),
    Rule("zh.name.base", _on(_is_base), Kind.NAME, ("每[10万人]有5名医生。",)),
    Rule("zh.name.age", _on(_is_age_group), Kind.NAME, ("渔民多在[45岁]以上。",)),
    Rule("zh.name.standard", _on(is_standard), Kind.NAME, ("符合GB/T [19001]。",)),
    Rule("zh.name.run", _on(is_run), Kind.NAME, ("编号自[7起]至19。",)),
    Rule("zh.name.numbered", _on(is_numbered), Kind.NAME, ("五年级[2班]到港。",)),
    Rule("zh.name.room", _on(is_room), Kind.NAME, ("住在[3]单元。",)),
    Rule("zh.name.place", _on(is_placed), Kind.NAME, ("位于北纬[39度]。",)),
    Rule("zh.name.model", _on(is_model), Kind.NAME, ("运-[20]返航。",)),
    Rule("zh.name.joined", _on(is_joined), Kind.NAME, ("建立[4类]+2机制。",)),
    Rule("zh.name.filed", _on(is_filed), Kind.NAME, ("卷宗2025-[0417所]列赃物。",)),
    Rule("zh.name.sort", _on(is_sort), Kind.NAME, ("新建[220千伏]变电站。",)),
    Rule("zh.name.code", _on(is_code), Kind.NAME, ("热线电话[12315]。",)),
    Rule("zh.name.class", _on(is_class), Kind.NAME, ("清点[500万元]以上项目。",)),
    Rule("zh.name.word", _on(_is_word), Kind.NAME, ("张[三家]种了果树。",)),
    Rule("zh.name.river", _on(_is_place), Kind.NAME, ("疏浚[九曲]河。",)),
    Rule("zh.name.idiom", _on(_is_idiom), Kind.NAME, ("落实[八项]规定。",)),
    Rule(
        "zh.name.quoted",
        lambda c: _is_small(c[1]) and _quoted(*c),
        Kind.NAME,
        ("抓好“[三项]工作”。",),
    ),
    Rule(
        "zh.name.counted-on",
        lambda c: _is_small(c[1]) and _counts_on(*c),
        Kind.NAME,
        ("打造[三大]泊位、四个码头、五个货场。",),
    ),
    Rule("zh.name.behind-letters", _on(_is_behind_letters), Kind.NAME, ("机组A-[7]停机。",)),
    Rule("zh.name.first-class", _on(_is_first_class), Kind.NAME, ("研制[1类]新药。",)),
    Rule("zh.name.framed", _on(_is_framed), Kind.NAME, ("见文献〔[15]、16〕。",)),
    Rule("zh.name.unled", _on(_is_unled), Kind.NAME, ("地质[249]队。",)),
    Rule("zh.name.version", _on(_is_version), Kind.NAME, ("平台[2.0]上线。",)),
)
"""What makes a number of a text no figure."""
