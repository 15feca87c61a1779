"""The words by which reports relate figures: comparisons, connectives, wholes, completion."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from viewer.language import CHINESE, paragraph_language
from viewer.model import Basis
from viewer.quantities.vocabulary import alternation, entries, words_of

_COMPARED = (
    r"(?:按|同|与|相)?(?:比|较|比较)?(?:上|去|前|本|当)?(?:一|1)?(?:年度?|月份?|季度?|期|周|日)"
    r"(?:同期|初|末|底|水平)?(?:相比)?"
)


def named(language: str, category: str, *senses: str) -> str:
    """The source of an expression for the words of a category of the lexicon, or of its senses.

    The English one matches small letters: compile it with `re.IGNORECASE`.
    """
    chosen = entries(language, category)
    return alternation((one for one in chosen if not senses or one.sense in senses), language)


AIM_NOUN = named("zh", "relation.aim", "noun")
REST = named("zh", "relation.rest", "part")
BOUND = named("zh", "relation.aim", "bound")
ENGLISH_AIM_NOUN = named("en", "relation.aim", "noun")
ENGLISH_MONTH = f"(?:{'|'.join(words_of('en', 'month', 'full'))})"
"""The source of an expression for a month; it takes any case with `re.IGNORECASE`."""


EARLIER = (
    rf"(?:{named('zh', 'relation.earlier')}|同期|上一?届|上次|"
    r"(?:19|20)[0-9]{2}年(?:同期|末|底|初)?|[0-9一二两三四五六七八九十]{1,3}(?:年|个?月)前|"
    r"[0-9]{1,2}月份?(?:初|末|底)?|第?[0-9一二三四]季度?(?:末)?)"
)
"""An earlier time in Chinese, as reports name what they compare with."""
ENGLISH_EARLIER = (
    r"(?:(?:in|at the end of|by the end of|at end-|for|of) ?)?"
    r"(?:(?:fiscal |early |late )?(?:19|20)[0-9]{2}(?:[/-](?:20)?[0-9]{2})?|"
    rf"{named('en', 'relation.earlier')})"
)
"""The same in English."""
NOW = re.compile(
    rf"(?:(?:^|[，,；;。]\s*)(?:而|但|到|截至)?{named('zh', 'relation.now')}[^，。；、0-9]{{0,14}}|"
    rf"{named('en', 'relation.now')}[^.;,0-9]{{0,40}})$",
    re.IGNORECASE,
)
"""The words before a figure of the time that the report is about: 今年增至."""
NOW_CUE = (*words_of("zh", "relation.now"), *words_of("en", "relation.now"))
_AGAINST = re.compile(
    r"^[，,\s]*(?:这|此|该|其)?[^，,。；;0-9]{0,2}(?:比|较|与|同|跟)[^，。；;、0-9]{0,4}"
    r"(?:[0-9]{1,4}(?:年|月|季))?[^，。；;、0-9]{0,10}?(?:相比|比较)?[，,]?"
    r"(?=(?:大幅|小幅|略有?|净|再|又|也|仅|只|多|少|高|低|增|减|升|降|提|下|上|回|扩|缩|收|涨|"
    r"跌|加|放))"
)
"""A comparison that opens a sentence, with what it compares with: 比去年峰值, 与第一季度末相比."""
FILLER = re.compile(
    r"(?<=[，,])(?:受|因|由于|得益于|受益于|虽然?|尽管|随着|鉴于)[^，。；,0-9]{1,24}[，,]|"
    r"[多少][\u4e00-\u9fff]{2}了?$|"
    r"[比较][^，。；、0-9]{1,12}(?=提高|提升|上升|下降|增加|减少|回落|降低|扩大|缩小|收窄|高出|"
    r"低了?|高了?|多了?|少了?)|"
    r"节省|节约|压减|压缩|短收|欠收|超支|少支|多支|激增|猛增|锐减|大增|新增|净增|增产|减产|增收|"
    r"减收|超收|多出|高出|少于|多于|高于|低于|超出|"
    r"比?(?:年|个?月|季度?)?前|[比较与]?同[期月]|一年[间来]|[多少](?:增|赚|完成|收|产|销|售|卖|用)|"
    r"大幅|小幅|略有?|微|稳步|明显|显著|进一步|继续|持续|仍|还|但|惟|却|只|有所|录得|实现|"
    r"同比|环比|環比|按年|按月|按季|年均|平均|名义|名義|实际|實際|累计|累計|"
    r"按?(?:可比价格?|可比價格?|可比口径|不变价格?|现价|同口径|基期)(?:计算|計算)?|扣除价格因素|"
    r"(?:比|较|較|与|同|跟)(?:[0-9]{4}年|[上去前]一?年|[上去前]个?月|上季度?|[上去前]期|年初|"
    r"上年末|"
    r"去年底|月初|历史同期|疫情前|节前|[0-9]{1,2}月(?:份|初|底|末)?)(?:同期|同月|末|底|初|水平|"
    r"相比|的)*|"
    rf"{_COMPARED}|连续|已|又|再|均|也|则|並|并|且|而|为|為|了|达到?|達到?|约|約|分别|分別|其|"
    rf"该|该数|的|幅度?|"
    r"相比|比较|增速|增长速度|增长率|增幅|降幅|涨幅|跌幅|升幅|减幅|加幅|漲幅|速度|约合|近|超过?|逾|仅|共|"
    r"净|淨|左右|以上|"
    r"缩短|延长|压缩|缩减|"
    r"增长|增長|增加|上升|上涨|上漲|下降|下跌|下滑|回落|回升|减少|減少|提高|提升|降低|扩大|缩小|"
    r"收窄|增|减|升|降|涨|跌|高|低|多|少|快|"
    r"加快|放缓|翻|至|到|出|上|"
    r"[，,、（()）：:\s\[\]|\-—–+]"
)
_ENGLISH_FILLER = re.compile(
    r"\b(?:a|an|the|of|by|in|to|at|or|and|was|were|is|are|which|that|it|its|this|has|have|had|been|"
    r"up|down|rose|rise|rising|fell|fall|falling|grew|grow|growth|increas\w+|decreas\w+|declin\w+|"
    r"gain\w*|los\w+|shr\w+nk|averag\w+|fewer|equivalent|so|thus|therefore|drop\w*|jump\w*|"
    r"surg\w+|climb\w*|slid|slump\w*|tumbl\w+|plung\w+|eas\w+|higher|lower|"
    r"more|less|than|from|compared|with|versus|over|year|years|quarter|month|week|last|previous|"
    r"prior|"
    rf"same|period|earlier|ago|unit|{named('en', 'basis.term', 'year', 'previous')}|"
    r"representing|an|another|about|around|nearly|almost|some|only|just|per|annual|"
    r"during|"
    r"cuts?|reduc\w+|improve\w+|worsen\w+|advanc\w+|recover\w+|rebound\w*|swing|widen\w*|narrow\w*|"
    r"shorten\w*|lengthen\w*|shorter|longer|faster|"
    r"slow\w*|accelerat\w*|edg(?:ed|ing)|inch(?:ed|ing)|soar\w*|sank|slipp\w+|halv\w+|doubl\w+|"
    r"corresponding|equal(?:ling)?|giving|gives|meaning|means|"
    r"sharply|slightly|modestly|steadily|markedly|well|far|much|even|again|when|"
    rf"on|for|as|also|still|further|after|before|{ENGLISH_MONTH})\b|[\s,.()–—\-:;%’'\"]",
    re.IGNORECASE,
)

HELD_AGAINST = re.compile(
    r"\b(?:ceiling|cap|limit|threshold|benchmark|standard|maximum|minimum|norm|average|requirement)"
    r"\b[^.;,0-9]{0,16}$",
    re.IGNORECASE,
)
"""The words before what a level is held against, which is no earlier value of it."""
_BASIS = ("basis.phrase", "basis.term")
_SINCE = re.compile(
    r"[比较](?:[0-9]{4}年?|[0-9]{1,2}月[初底末]?)|\bfrom [12][0-9]{3}", re.IGNORECASE
)
_NAMED = tuple(
    (
        re.compile(alternation(one_of, language)),
        {one.word.replace("-", " "): Basis(one.sense) for one in reversed(one_of)},
    )
    for language in ("zh", "en")
    for one_of in ([one for name in _BASIS for one in entries(language, name)],)
)
"""The words of comparison of each language with what they compare with."""
PER_HEAD = "[人户次均日]均|平均"
"""The source of an expression for the Chinese words that spread a size over those that share it."""
CONTRIBUTES, ENGLISH_CONTRIBUTES = "拉动|贡献", r"contribut\w+|add(?:ed|ing)"
"""The sources of an expression for the words by which a part adds to the growth of its whole."""
EACH = ("分别", "依次", "各自")
"""The words by which Chinese gives each of several measures a number of its own."""
CONSTANT_PRICES = re.compile(
    r"可比价|可比價|不变价|不變價|扣除价格|实际增长|實際增長|"
    r"constant[- ]price|real terms"
)
CONSTANT_MEASURES = re.compile(
    r"生产总值|生產總值|增加值|GDP|农林牧渔业?总产值|value added|gross domestic product", re.I
)
"""Measures whose growth statistical bulletins always give at constant prices."""

_PERIOD = re.compile(
    r"[0-9０-９一二三四五六七八九十〇零]{1,4}(?:年|月|季度?)|"
    r"前[0-9一二三四五六七八九十]+个?(?:季度?|月)|"
    r"[上下]半年|(?<![比较与同])[上去今当本同]年|(?<![比较])[上本当下]月|(?<![比较])[上本]季|"
    r"[一二三四首]季度?|同期|截至|[年月季]末|"
    r"\b(?:(?:first|second|third|fourth|last|next|this|previous|prior) (?:\w+ )?"
    r"(?:quarter|half|year|month)|"
    rf"{ENGLISH_MONTH}|"
    r"(?:19|20)[0-9]{2}|year[- ]to[- ]date|q[1-4])\b",
    re.IGNORECASE,
)
DAY = re.compile(r"[0-9]{1,2}月[0-9]{1,2}[日号]")
"""A day of a month, which names no period."""
_MONTHS = re.compile(r"(?:前|1月?\s*[至到~—–-]\s*)([0-9]{1,2}|[二三四五六七八九十]+)个?月份?")
"""The months from the first on: 前八个月, 1至8月, 1—8月."""
_HANZI = {name: str(at) for at, name in enumerate("二三四五六七八九十", 2)} | {"十一": "11"}

SHARE_OF = re.compile(
    r"占(?:到|了|据)?(?:同期|全部|总|全)?(?P<whole>[^，。；,;:：%％0-9（(]{0,24}?)(?:的)?"
    r"(?:比重|比例|份额|比|总[数量额]的?)?(?:约?为|为|達|达到?|在|约|近|超过?|有)*\s*$"
)
NO_SHARE = re.compile("利润|毛利|净利|收益|回报|利用|增长率|产能|汇|利率|税率|(?<![缴收])费率")
"""Rates that are no share of those counted before them."""
ENGLISH_SHARE_OF = re.compile(
    r"(?:account\w* for|represent\w*|compris\w+|ma[dk]e?s? up|or|equal to|a share of|"
    r"i\.e\.,?|that is,?|equivalent to)\s*"
    r"(?:about|nearly|"
    r"almost|around|some|only|over|more than)?\s*\(?$",
    re.I,
)
AMONG = re.compile(
    r"其中|(?<=[，。；,、：])当中|内含|of which|of these|of them|including|comprising", re.I
)
AMONG_CUE = (
    *("其中", "当中", "内含"),
    *("of which", "of these", "of them", "including", "comprising"),
)
TOTAL = re.compile(
    rf"{named('zh', 'relation.total')}|{named('en', 'relation.total')}", re.IGNORECASE
)
CLOSING = re.compile(
    rf"^[，,\s]*[^，。；0-9]{{0,6}}{named('zh', 'relation.total')}[^，。；0-9]{{0,6}}$|"
    rf"^[,\s]*(?:\w+ ){{0,3}}{named('en', 'relation.total')}[^.;0-9]{{0,20}}$|"
    r"^[,\s]*(?:\w+ ){0,3}(?:making|giving|for|bringing|reaching) (?:it |the |a )?(?:\w+ )?"
    r"(?:total|sum) (?:of|to) [$£€]?$|"
    r"[,;] (?:(?:or|for|giving|making|bringing) )?(?:an?|the) (?:[a-z]+ )?total "
    r"(?:[a-z]+ ){0,2}(?:of|to) [$£€]?$|"
    r"[,;] (?:giving|making) (?:an? |the )?(?:[a-z]+ )?total (?:[a-z]+ ){1,2}of [$£€]?$|"
    r"[,;] (?:thus )?making (?:about )?[$£€]?$",
    re.IGNORECASE,
)
"""The words between a list and the total that closes it."""
IN_ALL = re.compile(rf"\s*(?:[a-z]+\s)?{named('en', 'relation.all')}", re.IGNORECASE)
"""The words behind a total that closes a list."""
IN_ALL_WORDS = (
    *words_of("zh", "relation.total"),
    *words_of("en", "relation.all"),
    "making",
    "giving",
    "total",
)
"""One of these stands in every text with a total that closes a list."""
COMPLETION = re.compile(
    r"(?:完成|实现|达到|占|为|达)(?:了)?(?:[^，。；]{0,12}?)"
    rf"{AIM_NOUN}(?:任务|"
    r"数|值|总[量额]|(?:总?投资|产量|产值)(?=的))?(?:的)?"
    r"(?:约|近)?\s*$|"
    r"(?:完成率|完成进度|工程进度|建设进度|投资进度|形象进度|达成率|达标率|执行率|预算完成)(?:仅|约)?(?:为|达到?|是)?\s*$|"
    r"(?:目标|计划|任务|预算)的(?:约|近)?\s*$|(?:已|累计|均已|现已)(?:经)?完成(?:了)?(?:约|"
    r"近)?\s*$|"
    r"[，,](?:完成|达成)了?(?:约|近)?\s*$"
)
"""The words before a printed completion: 完成目标的, 已完成."""
ENGLISH_COMPLETION = re.compile(
    r"(?:percent|per cent|%) of (?:(?:its|the|their|our|that|this) )?(?:[\w-]+ ){0,3}?"
    rf"{ENGLISH_AIM_NOUN}|"
    r"(?:percent|per cent|%) of what (?:[a-z]+ ){1,4}?(?:planned|promised|budgeted|targeted|hoped|"
    r"intended|aimed|pledged|meant|undertaken|set out)\b",
    re.I,
)
AIM = re.compile(
    r"(?:目标|计划|任务|(?<!公共)预算(?!收入|支出|执行)|指标)(?![^，。；0-9]{0,6}(?:实际|已完成))"
    r"[^，。；0-9]{0,10}$|(?:计划|原定|原订|原拟|拟定|预定|力争|下达)[^，。；0-9]{0,16}$|"
    r"\b(?:targets?|goals?|plans?|planned|budget(?:ed)?|guidance|quota|aim(?:ed|"
    r"ing)?)\b[^.;0-9]{0,30}$",
    re.I,
)
"""The words before a figure that was aimed at."""
AIM_CUE = (
    *words_of("zh", "relation.aim", "noun"),
    *("原定", "原订", "原拟", "拟定", "预定", "力争", "下达"),
    *words_of("en", "relation.aim", "noun"),
    "aim",
)
"""One of these stands in every sentence that names an aim by the words before it."""
AIMED = re.compile(
    r"\s*(?:以[上下内])?的(?:年度|全年|年初|预期|既定|原定|计划|预定|服务|考核|承诺|约定|工作|发展|规划|控制)*"
    rf"(?:{AIM_NOUN}|(?<=考核|控制|规划|任务|目标)要求)|"
    r"(?: \w+)? (?:planned|targeted|budgeted|aimed|envisaged|foreseen|scheduled|target|goal|plan|"
    r"budget)\b|"
    r"(?: \w+){0,2} (?:that|which|it|they|we)\b[^.;,0-9]{0,30}"
    r"\b(?:planned|targeted|budgeted|aimed|targets?|goal|plan|budget|promised|pledged|hoped|sought|"
    r"wanted|set itself|forecast|(?:was|were|had been) (?:asked|required|told))\b|"
    r" (?:in|of|under) (?:the|our|its|their) (?:[a-z]+ )?(?:plan|budget|target)\b",
    re.IGNORECASE,
)
"""The words behind a figure that was aimed at: `46 million budgeted`."""
AIM_BEHIND = re.compile(
    r"\s*(?:以[上下内])?(?:年度|全年|年初|预期|既定|原定|计划|考核|工作|发展|规划|控制|约束性)*"
    rf"(?:{AIM_NOUN})(?:值|数|要求)?(?=[，,。；;、）)]|的|$)"
)
"""The same where no 的 parts them: `91.7%目标`."""
_AIM_WORDS = re.compile(
    r"下达|年初|年度|全年|目标|计划|任务|预算|指标|的|确定的?|制定的?|安排|原定|原订|的|"
    r"\b(?:the|an?|its|target|goal|plan|budget|quota|of)\b|\s",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"(?:实际|达到?了?|完成|实现|结果|最终|目前|现为|当前|至今|截至|年底|已|(?<!公)共)[^，。；0-9]{0,10}$|"
    r"\b(?:it|they|the (?:rate|figure|result|outcome)) (?:was|were|came to|is|are|"
    r"stood at)[^.;,0-9]{0,12}$|"
    r"\b(?:in the event|as it turned out|in practice)\b[^.;0-9]{0,30}$|"
    r"\b(?:achieved|reached|actual|actually|delivered|hit|managed|came in at|recorded|sold|built)"
    r"\b[^.;0-9]{0,30}$",
    re.I,
)
"""The words before a figure that was reached where another was aimed at."""


def aim_words_cut(label: str) -> str:
    """A label without the words that name an aim and its time: 年度目标, `the target of`."""
    return _AIM_WORDS.sub("", label)


def opens_with_comparison(words: str) -> bool:
    """Whether a Chinese sentence opens with a comparison and so leaves its subject out."""
    return _AGAINST.match(words) is not None


def without_comparison(words: str) -> str:
    """The words of a sentence without the comparison that opens it, object and all."""
    return _AGAINST.sub("", words)


@lru_cache(maxsize=4096)
def residue(gap: str) -> str:
    """What a gap between two figures says beyond comparison and change: a subject, or nothing."""
    if not gap or gap.isspace():
        return ""
    if paragraph_language(gap) == CHINESE:
        return FILLER.sub("", gap)
    return _ENGLISH_FILLER.sub("", gap)


@lru_cache(maxsize=4096)
def basis_of(words: str) -> Basis | None:
    """What a comparison is made with; the last words win, None where none are there."""
    plain = words.lower().replace("-", " ")
    since = "比" in words or "较" in words or "from" in plain
    found = [(one.start(), Basis.SINCE) for one in _SINCE.finditer(words)] if since else []
    found += [
        (one.start(), senses[one.group()])
        for expression, senses in _NAMED
        for one in expression.finditer(plain)
    ]
    return max(found, key=itemgetter(0))[1] if found else None


def periods(words: str) -> frozenset[str]:
    """The periods that words name, as printed."""
    plain = DAY.sub("", words)
    plain = _MONTHS.sub(lambda found: f"前{_HANZI.get(found[1], found[1])}月", plain)
    named_periods = (found.group().casefold() for found in _PERIOD.finditer(plain))
    return frozenset(one.replace("季度", "季") for one in named_periods)


_TIME_COMPARED = re.compile(
    r"(?:比|较|与|同|跟)(?:[上去前]|年初|[0-9]{4}年|同期)[^，。；0-9]{0,12}|[（(]下同[）)]|"
    r"\b(?:from|than|on|over|compared (?:with|to)|against|versus) (?:(?:the|its|a) )?"
    r"(?:[a-z]+ ){0,3}(?:quarter|year|month|period|survey|earlier|ago|(?:19|20)[0-9]{2})\b|"
    r"\baverage since (?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
"""The earlier time that a figure is compared with, which is not the time that it is of."""


@lru_cache(maxsize=4096)
def periods_told(words: str) -> frozenset[str]:
    """The periods that words name, without those that they only compare with."""
    return periods(_TIME_COMPARED.sub("", words))
