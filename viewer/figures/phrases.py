"""From a clause to a label: what is dropped, what is kept, and what a clause before it lends."""

from __future__ import annotations

from typing import NamedTuple

from viewer.briefing import Kind, Quantity
from viewer.figures.patterns import pattern
from viewer.figures.units import Sort, sort_of

_LONGEST = 26
_BRACKETS = r"[（(【\[][^（()）】\]]{0,60}[)）】\]]"
_OPENED = r"^.*[)）】]|[（(【《“‘\"”’》]"
_LEADING = (
    "^(?:其中|同时|此外|另外|另|因此|所以|据悉|据了解|据统计|据介绍|据测算|初步核算|"
    "数据显示|统计显示|财报显示|"
    "公告显示|结果显示|截至目前|截至|截止|目前为止|目前|当前|迄今|本报告期|报告期内|"
    "报告期末|报告期|期内|期末|期间|"
    "同期|全年|当年|上年|去年|今年|本年|本月|当月|上半年|下半年|前三季度|年末|年底|年内|"
    "月末|年初|近年来|以来|以后|之后|"
    "之前|进入|每年|底|末|我省|我市|我国|我县|我区|本市|本省|全省|全市|全县|全区|全乡|"
    "全镇|全村|全州|全局|全院|全校|"
    "最后|随之|尤其是|特别是|包括|通过|由于|随着|预计|总体上|总体来看|整体来看|"
    "扣除价格因素|先后|初步|"
    "共(?![同享建和产识振济治青性])|[、和及与或但而并且也还又却都则将]|其(?![他余])|已经|已|后|[的了在对由从为有是])+"
)
_COMPARED = (
    "(?:周|月|季|年)?(?:同比|环比)|(?:比|较|与|同)(?:上年|去年|上月|上季度?|上周|年初|"
    "月初|月底|前年|上期|基期|期初|"
    "前一年|上一年|往年|常年|[^，、]{0,6}同期|第[^，]{1,9}普查)(?:同期|末|底|初|同月|"
    "全年)?(?:时)?(?:相比|的)?|"
    "年均|年平均|按可比价格计算|扣除价格因素|(?:比|较)[^，、]{0,8}(?=[增减上下提降回多少高低])"
)
_FILLER = (
    "实现(?!率)|完成(?![率度情])|分别|总计|首次|继续|逐步|进一步|大约|约为|累计|共计|一共"
    "|最终|已经|超过|突破|高达|多达|"
    "达到|已达|达|仅为|仅|只有|却|(?<![平人户日年月亩])均|约|将近|接近|大幅|小幅|略有|同样|了"
)
_ENDING = (
    r"(?:[的了在对由从为有是至到成占共计超逾约近达仅将各自不足、也和与以:\s]|"
    r"(?<![惠涉普遍])及|出现|共有|拥有|存在|保持在|"
    "稳定在|维持在|控制在|位居|位列|增至|降至|升至|涨至|跌至|减至|调整为|调整至|扩大到|"
    "扩大至|缩小到|至少|不低于|"
    "不超过|左右|包括|形成|平均|每|以上|金额达|总额达|合计|提升至|提高至|提高到|上升至|"
    "上升到|下降至|下降到|减少至|"
    "减少到|增加至|增加到|增长至|增长到|回落至|回落到|(?<!去|上|全|今|半)年|月)+$"
)
_VERB = (
    "(?:增长|上升|提高|提升|下降|回落|减少|增加|上涨|下跌|下滑|上浮|下调|上调|扩大|缩小|"
    "收窄|加快|放缓|攀升|飙升|高出|"
    "降低|净增|递增|大增|猛增|激增|锐减|骤降|减产|增产|高于|低于|多增|少增|变动|拉动|压减"
    "|缩短|延长|"
    "[增减升降涨跌高低多少快慢])+$"
)
_MEASURED = "^(?:[增降涨跌升减]幅|增速|增长率|降幅度|占比|比重|变动幅度|合计|占.*)$"
_TAIL_STOP = r"[，。；！？\n\t：:;、,.!?）)】”》]|\d(?![A-Za-z])"
_TAIL_LEAD = r"^[\s的以上以下左右余多“‘\"]+"
_ADVERBS = (
    "(?:先后|累计|共计|一共|已经|总共|年内将|预计将?|将|陆续|相继|还|"
    "共(?![同享建和产识振济治青性]))(?=.)"
)
_HAVING = "(?<![国所私具含持没])有(?![机效限色关线])(?=..)"
_TOTALS = ("数", "人数", "数量", "总量", "总数", "件数", "户数", "人口", "产量", "销量")
_NO_NOUN = "和与及或并为以至到占比较左且同而也用折按由在从对向把被将已是增减升降提上下回"
_GOES_ON = "(?:扩大|缩小|攀升|变为|变成|改为|调整|超过|不到|左右|之间|不等|参加了|来自)"
_VERB_LENGTH = 4


class Clause(NamedTuple):
    """What stands before and after a number in its clause, and the clause before that.

    `fresh` says that a sentence began since the number before, `shared` that no clause did.
    """

    before: str
    after: str
    earlier: str
    fresh: bool
    shared: bool


def label_of(clause: Clause, quantity: Quantity, subject: str) -> tuple[str, str]:
    """The label of a quantity, and the subject that the next clause may lean on."""
    before = clause.before.rpartition("、")[2] if clause.shared else clause.before
    own = _trimmed(before)
    if not own and not subject and clause.earlier:
        subject = pattern(_VERB).sub("", _trimmed(clause.earlier))
    if _counts_what_follows(own, subject, quantity):
        tail = _tail(clause.after, quantity)
        if tail:
            label = _short(_verb_before(own) + tail)
            return label, label
    if quantity.kind is Kind.CHANGE:
        return _change_label(own, quantity, subject)
    return _level_label(own, quantity, subject)


def _counts_what_follows(own: str, subject: str, quantity: Quantity) -> bool:
    """Whether the noun behind the number may say what it counts (39 份文件, 200 万亩水稻)."""
    sort = sort_of(quantity.unit)
    if not own and not subject:
        return True
    if sort is Sort.THING:
        return not own.endswith(_TOTALS)
    return sort is Sort.MEASURE and len(own) <= _VERB_LENGTH


def _verb_before(own: str) -> str:
    """What is done with the things counted; a longer phrase gives only its last word."""
    verb = pattern(_ADVERBS).split(own)[-1]
    return verb if len(verb) <= _VERB_LENGTH else verb[-2:]


def _level_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if not own:
        return subject, subject
    if pattern(_MEASURED).match(own) and subject:
        return _short(subject + own), subject
    if sort_of(quantity.unit) is Sort.MONEY and len(own) == 2 and quantity.kind is Kind.AMOUNT:
        own += "金额" if own[-1] not in "款费价金入出额润税产" else ""
    return _short(own), _short(own)


def _change_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    bare = pattern(_VERB).sub("", own)
    verb = own[len(bare) :] if quantity.unit != "%" else ""
    if not bare:
        return _short(
            subject + verb if not subject.endswith(verb) or not verb else subject
        ), subject
    if pattern(_MEASURED).match(bare) and subject:
        whole = subject if subject.endswith(bare) else subject + bare
        return _short(whole + verb), whole if bare == "增速" else subject
    return _short(bare + verb), _short(bare)


def _trimmed(before: str) -> str:
    """The clause less brackets, spaces, comparisons, fillers, openings and endings."""
    words = pattern(_BRACKETS).sub("", before).replace(" ", "")
    words = pattern(_OPENED).sub("", words)
    words = pattern(_COMPARED).sub("", words)
    words = pattern(_ENDING).sub("", pattern(_FILLER).sub("", words))
    words = pattern(_LEADING).sub("", words)
    words = pattern(_HAVING).split(words)[-1]
    head, listed, tail = words.rpartition("等")
    if listed and len(tail) >= 2 and len(head) > 2:
        words = tail
    return pattern(_ENDING).sub("", pattern(_LEADING).sub("", words))


def _tail(after: str, quantity: Quantity) -> str:
    """The noun that a measure word counts (39 份 | 指导文件)."""
    tail = pattern(_TAIL_LEAD).sub("", after)
    stop = pattern(_TAIL_STOP).search(tail)
    tail = tail[: stop.start()] if stop is not None else tail
    tail = tail.replace(" ", "")
    if quantity.kind is Kind.CHANGE or not tail or tail[0] in _NO_NOUN:
        return ""
    if pattern(_GOES_ON).match(tail):
        return ""
    return tail[:18]


def _short(label: str) -> str:
    return label[-_LONGEST:] if len(label) > _LONGEST else label
