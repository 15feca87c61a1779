"""Digits that name a thing: table and telephone numbers, codes, models, joined schemes (9+3)."""

from __future__ import annotations

from viewer.quantities.numbers.numerals import is_whole
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of
from viewer.quantities.vocabulary import any_of, words_of

_TOLD = rf"(?:{any_of('zh', 'name.told')}|(?:^|\n|\s)电\s?话)"
_TOLD_CODE = rf"{_TOLD}(?:为|是)?\s?:?\s?[A-Za-z0-9、/()\-]{{0,20}}$"
_TOLD_RUN = rf"{_TOLD}(?:为|是)?(?:[自从由](?:[A-Za-z0-9/()\-]{{1,12}}号?起?[到至])?)-?$"
"""Before the numbers that a run of codes begins and ends with: 编号自-7起至-19."""
_SCHOOL_CLASS = r"(?:年级|[高初][一二三]|大[一二三四]|[（(][0-9]{1,2}[)）])\s?$"
_ROUTE = rf"(?:[、和及,，][0-9]{{1,4}}路)*等?(?:{any_of('zh', 'name.route')})"
_LISTED_NOTE = (
    rf"(?:{any_of('zh', 'name.note')})"
    r"[一二三四五六七八九十0-9]{1,3}[、.,（(-][0-9、.]{0,6}$"
)
_BLOC = any_of("zh", "name.bloc")
_NUMBERED = r"(?:表|图|附件|专栏|式|No\.)\s?[0-9]{1,3}[-.]$"
_JOINED = r"[0-9]\s?[+×xX*]\s?$"
_JOINS = r"\s?[+×xX*]\s?[0-9NnXx]"
_SERVICE = r"(?:[、和及][0-9]{3,5})+(?:热线|平台|专线|电话|服务)"
_BOUNDS = ("以上", "及以上", "或以上", "以下", "及以下", "或以下", "（含）以上", "（不含）以上")
_CLASSED = (
    r"(?:及|或|（含）|（不含）)?以[上下](?:的)?[^，。；、：0-9）]{0,6}?"
    r"(?:项目|工程|企业|住宅|住房|商品房|工业|法人|单位|家庭|农户|机组|锅炉|产业园|大户|客户|城市|客车|货车|船舶|电站|线路|"
    r"贷款|存款|订单|合同|案件|交易|保单|标的|大单|楼盘|县|市|镇|村)"
    r"|(?:及|或|（含）|（不含）)?以[上下](?:的)?(?:有|共|仅|仅有)?\s?[0-9一二两三四五六七八九十]{1,5}\s?[个家户件只项宗笔起座](?![月百千万])"
    r"|(?:及|或)以[上下]）"
)
_DONE = r"(?:有|达|共|(?<![签合预契])约|超|到|完成|投入|减免|节约|增加|新增|发放|实现)$"
_HARMED = r"(?:死亡|伤亡|受伤|遇难|班额|定员|编制)[^，。；]{0,2}$"
_SEATED = r"(?:及|或)?以[上下](?:的)?[^，。；0-9]{0,4}车"
_SLASHED = (r"(?<![0-9.])[0-9]{1,2}/$", r"/[0-9]{1,2}(?![0-9.万亿])")
_BEFORE, _AFTER = frozenset("+×xX* -."), frozenset("+×xX* ")
_SIGNS = frozenset("ΦφØ№#＃")
_CLOSING = frozenset("”’」》』】")
_VOLTAGE = ("千伏", "kV", "KV")
_LINES = rf"(?:及以上|以上)?(?:{any_of('zh', 'name.voltage')})"
_FILED = (
    r"(?<![A-Za-z])[A-Z]{1,4}\([0-9A-Z]{1,3}\) ?$|[A-Z0-9][栋幢座]$|"
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][A-Z]·$"
)
_FILE_YEAR = r"/(?:19|20)[0-9]{2} ?号"
_FILE_MARKS = ("-", "/", "〕", "]", "）", ")", "第", "号")
"""What stands between the parts of the number of a file."""
_POSTAL = r"(?:邮编|邮政编码|代码|编号|卡号|账号)(?:为|是|:)?\s?$"
_LONGEST = 30
_NAMED = frozenset(("985", "211", "996"))
_LENGTHS = ("厘米", "cm", "米", "m")
_RACED = ("米", "m", "公里", "千米")
_LAYER = r"\s?(?:的|深度?的?|处)?(?:土层|耕层|耕作层|土壤|深土|表土|土体|根层)"
_P_VALUE = r"(?<![A-Za-z])[Pp] ?[<>≤≥=] ?$"
_DEPTH = ("土层", "耕层", "耕作层", "土壤", "深土", "表土", "土层深度")
_BAND = (
    r"\s?(?:(?:及|或)?以[上下内]|之间)?的[^，。；、0-9]{0,4}?(?:有|共|达)\s?"
    r"[0-9]{1,6}\s?[个家户名人所座省市县区项种只件]"
)
_LATIN_COUNTED = 10
_INDEX_SIZES = frozenset(
    ("20", "30", "50", "100", "180", "200", "225", "300", "380", "400", "500", "600", "800", "1000",
     "2000")
)  # fmt: skip
_FORMED = frozenset("列队编服战入首试升机型载装")
"""Units that are the verb of a machine behind the number of its model: 歼-20列装."""
_FLOWN = ("航班", "次航班", "班机", "次列车")
"""What makes a flight or a train of two letters and digits: MU5735航班."""
_STANDARD = (
    r"(?<![A-Za-z])(?:GB|GB/T|GB/Z|GBZ|GBJ|DB[0-9]{2}(?:/T)?|ISO|ISO/IEC|IEC|IEEE|ASTM|EN|BS|DIN|JIS|ANSI|HJ|JB|YY|NB|SJ|"
    r"DL|CJ|JGJ|JTG|QC|YD|SL|TB|WS|LY|NY|SN|AQ|GA|RFC|UL|ITU)(?:/[TZ])?[ -]?(?:[0-9.]{1,9}[-:])?$"
)
_PLATE = (
    r"(?<![A-Za-z])(?!(?:AQI|PMI|CPI|PPI|GDP|NPS|BDI|IPI|EPI|KPI|ROE|ROA|EPS|MPI|HDI|IELTS|TOEFL) )"
    r"[A-Z][A-Za-z0-9-]{0,11} $"
)
_DIALLED = r"[0-9]{3,4}-[0-9]{3,4}-$"
_BED_OF = rf"的?(?:{any_of('zh', 'name.bed')})"
"""Who lies in a bed that is named by its number: 12床患者."""
_BED_LED = r"(?:住进|入住|转[到入至]|躺在|送[到至]|住在|安排在|来到)$"
"""Where somebody is brought, before the number of a bed: 住进16床."""
_TRAIN = r"(?:列车|动车|高铁|城际|直达|特快|普快|航班)"
"""What runs under a number: 625次列车."""
_FEWEST_TRAINS = 10
_GENERATIONS = r"后?(?:、|和|及|与) ?[0-9]0后"
"""The next of those that are told by their years of birth: 80、90后."""
_PAGED = r"第 ?[0-9]{1,4} ?页[^\n]{0,4}?共 ?$"
_PRODUCT = r"(?<![A-Za-z])([A-Za-z]{2,12}) $"
_ROOM = r"(?:单元|号楼|号院|号弄|弄|巷[0-9])|(?:栋|幢|座)(?=[0-9A-Z])|室(?![内外友])"
_ROOM_LED = r"(?:单元|号楼|号|栋|幢|座|层|楼|弄|房|[路街道巷])$"


def is_joined(text: str, reading: Reading) -> bool:
    """9+3, 表2-1, 24/7: a number that a sign joins to another as one name."""
    before, after = text[reading.start - 1 : reading.start], text[reading.end : reading.end + 1]
    if before in _SIGNS or (after in _AFTER and pattern(_JOINS).match(text, reading.end)):
        return True
    if before in _BEFORE and (
        _ends(text, reading, _JOINED, 4) or _ends(text, reading, _NUMBERED, 10)
    ):
        return True
    slashed = is_whole(reading.value) and (before == "/" or after == "/")
    return slashed and _is_slashed(text, reading)


def is_filed(text: str, reading: Reading) -> bool:
    """卷宗2025-0417, CB(2)1147/2024号, 京A·12345: the number of a file or a plate."""
    digits = pattern(r"[0-9]+(?![0-9.,])").match(text, reading.start)
    if digits is None:
        return False
    led = text[max(0, reading.start - 10) : reading.start]
    if digits.group()[0] == "0" and len(digits.group()) > 2 and led[-1:] in _FILE_MARKS:
        return True
    return (
        pattern(_FILED).search(led) is not None
        or pattern(_FILE_YEAR).match(text, digits.end()) is not None
    )


def is_sort(text: str, reading: Reading) -> bool:
    """220千伏变电站, 20厘米土层: a measure that says which kind of thing is meant."""
    if not (reading.unit or reading.exponent):
        return False
    named = _is_voltage(text, reading) or _is_depth(text, reading)
    raced = reading.unit in _RACED and text.startswith(words_of("zh", "name.race"), reading.end)
    return named or raced or _is_band(text, reading)


def is_code(text: str, reading: Reading) -> bool:
    """Whether bare digits are a number that is dialled or registered, or a level of a test."""
    if pattern(_POSTAL).search(text[max(0, reading.start - 6) : reading.start]):
        return reading.number_end - reading.start >= len("31001")
    if reading.unit or reading.exponent:
        return False
    small = reading.value is not None and reading.value < 1
    if (small and _ends(text, reading, _P_VALUE, 5)) or _ends(text, reading, _DIALLED, 12):
        return True
    written = text[reading.start : reading.end]
    return is_whole(reading.value) and "." not in written and _is_told(text, reading, written)


def is_placed(text: str, reading: Reading) -> bool:
    """北纬39度, 12站台, 第3页 共36页: a place, on the globe, in a building or in a paper."""
    if reading.unit == "度":
        return text.endswith(words_of("zh", "name.coordinate"), 0, reading.start)
    if reading.unit == "层":
        return _ends(text, reading, r"[0-9A-Z](?:号楼|楼|号|座|栋|幢)$", 4)
    if reading.unit == "页":
        return _ends(text, reading, _PAGED, 14)
    if reading.unit == "床":
        lain = _ends(text, reading, _BED_LED, 4)
        return lain or pattern(_BED_OF).match(text, reading.end) is not None
    bare = not (reading.unit or reading.exponent) and is_whole(reading.value)
    return bare and text.startswith(words_of("zh", "name.behind"), reading.end)


def is_model(text: str, reading: Reading) -> bool:
    """歼-20, A6L, iOS 17.4, 7-11: digits that a letter, a dash or a product makes a name."""
    before = text[reading.start - 1 : reading.start]
    if reading.exponent:
        return False
    seven = text[reading.start : reading.end].startswith("7-11")
    if seven or _is_index(text, reading) or _is_formed(text, reading):
        return True
    if reading.unit.isascii() and reading.unit.isalpha() and before.isascii() and before.isalpha():
        return reading.end == reading.number_end + len(reading.unit)
    if reading.unit:
        return False
    if before == "-" and is_whole(reading.value):
        led = text[reading.start - 2 : reading.start - 1]
        return "\u4e00" <= led <= "\u9fff" and reading.end - reading.start <= len("999")
    product = pattern(_PRODUCT).search(text[max(0, reading.start - 14) : reading.start])
    return product is not None and product.group(1) in words_of("en", "name.capital")


def _is_formed(text: str, reading: Reading) -> bool:
    """歼-20列装: the number of a model before a verb that is no unit of it."""
    if text[reading.start - 1 : reading.start] != "-" or reading.unit not in _FORMED:
        return False
    led = text[reading.start - 2 : reading.start - 1]
    small = is_whole(reading.value) and reading.number_end - reading.start <= len("99")
    return small and not reading.hanzi and "\u4e00" <= led <= "\u9fff"


def _is_index(text: str, reading: Reading) -> bool:
    """上证50成分股: how many shares an index holds, as a part of its name."""
    digits = text[reading.start : reading.number_end]
    if digits not in _INDEX_SIZES or text.startswith(("点", "家", "只", "亿", "万"), reading.end):
        return False
    return text.endswith(words_of("zh", "name.index"), 0, reading.start)


def is_standard(text: str, reading: Reading) -> bool:
    """GB/T 19001-2016, 车牌KX 5288: digits behind letters that no unit follows."""
    if reading.unit or reading.exponent:
        return False
    before = text[reading.start - 1 : reading.start]
    if not is_whole(reading.value):
        return _ends(text, reading, _STANDARD, 24)
    if not (before in (" ", "-", ":") or before.isascii()):
        return False
    if _ends(text, reading, _STANDARD, 24):
        return True
    return before == " " and _ends(text, reading, _PLATE, 14)


def is_run(text: str, reading: Reading) -> bool:
    """编号自-7起: where a run of numbered things begins or ends."""
    bare = reading.unit in ("", "起", "号", "止") and not reading.exponent
    return bare and _ends(text, reading, _TOLD_RUN, _LONGEST)


def is_numbered(text: str, reading: Reading) -> bool:
    """三年级2班, 42路公交, 二十国集团, 附注七、23: one of several that are told by number."""
    if reading.exponent:
        return False
    if reading.unit == "班":
        return _ends(text, reading, _SCHOOL_CLASS, 6)
    if reading.unit == "次" and not reading.hanzi and (reading.value or 0) >= _FEWEST_TRAINS:
        return pattern(_TRAIN).match(text, reading.end) is not None
    if reading.unit == "路":
        return pattern(_ROUTE).match(text, reading.end) is not None
    if reading.unit == "国":
        return pattern(_BLOC).match(text, reading.end) is not None
    return not reading.unit and _ends(text, reading, _LISTED_NOTE, 14)


def is_room(text: str, reading: Reading) -> bool:
    """88号3单元502室: a part of an address."""
    if reading.exponent or not is_whole(reading.value):
        return False
    ahead = pattern(_ROOM).match(text, reading.number_end)
    if ahead is None:
        return False
    return ahead.group() != "室" or _ends(text, reading, _ROOM_LED, 2)


def is_class(text: str, reading: Reading) -> bool:
    """Whether a bound says what kind of thing is meant, not how many: 5000 万元及以上项目."""
    if not text.startswith(_BOUNDS, reading.end):
        return False
    ahead = text[reading.end : reading.end + 16]
    sort = sort_of(reading.unit)
    if sort in (Sort.MONEY, Sort.MEASURE) and pattern(_CLASSED).match(ahead):
        return not _ends(text, reading, _DONE, 4)
    if sort is Sort.THING and not reading.exponent:
        harmed = _ends(text, reading, _HARMED, 10)
        return harmed or (reading.unit == "座" and pattern(_SEATED).match(ahead) is not None)
    return False


def _is_band(text: str, reading: Reading) -> bool:
    """增幅在10%以下的有6家: the part says which of them are counted."""
    return reading.unit == "%" and pattern(_BAND).match(text, reading.end) is not None


def _is_depth(text: str, reading: Reading) -> bool:
    """土层 0-20 厘米, 0-40 cm 深度土层: which layer of the soil is meant."""
    if reading.high is None or reading.unit not in _LENGTHS:
        return False
    before = text[max(0, reading.start - 6) : reading.start].rstrip()
    if before.endswith(_DEPTH) or pattern(_LAYER).match(text, reading.end):
        return True
    return reading.value == 0 and reading.unit in ("厘米", "cm")


def _is_slashed(text: str, reading: Reading) -> bool:
    """1/3 焦煤, 5/8 接口: small numbers on both sides of a stroke."""
    small = reading.value is not None and 0 <= reading.value < 100
    if not small or reading.exponent or sort_of(reading.unit) not in (None, Sort.THING):
        return False
    if _ends(text, reading, _SLASHED[0], 4):
        return True
    return not reading.unit and pattern(_SLASHED[1]).match(text, reading.end) is not None


def _is_told(text: str, reading: Reading, written: str) -> bool:
    """Bare digits: with a nought before them, closing a quoted name, or told to be a code."""
    if len(written) > 1 and (written[0] == "0" or written in _NAMED):
        return True
    if text[reading.end : reading.end + 1] in _CLOSING:
        return True
    if pattern(_SERVICE).match(text, reading.end) or pattern(_GENERATIONS).match(text, reading.end):
        return True
    return _ends(text, reading, _TOLD_CODE, _LONGEST)


def counts_latin(text: str, reading: Reading, weak: frozenset[str]) -> bool:
    """Whether a number right behind Latin letters counts them (AED2300台), not names (G20峰会)."""
    if sort_of(reading.unit) is not Sort.THING or reading.unit in weak:
        return False
    if text.startswith(_FLOWN, reading.number_end):
        return False
    if not pattern(r"[A-Z]{2}$").search(text[max(0, reading.start - 2) : reading.start]):
        return False
    return reading.value is not None and reading.value >= _LATIN_COUNTED


def _ends(text: str, reading: Reading, source: str, reach: int) -> bool:
    lead = text[max(0, reading.start - reach) : reading.start]
    return pattern(source).search(lead) is not None


def _is_voltage(text: str, reading: Reading) -> bool:
    """220千伏变电站: the voltage says which kind of line it is."""
    named = reading.unit in _VOLTAGE and not reading.exponent
    return named and pattern(_LINES).match(text, reading.end) is not None
