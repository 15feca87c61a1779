"""Nouns behind a number: 39 份 | 指导文件; and the verb before it that says what was done."""

from __future__ import annotations

import re

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.label_cleanup import SLIGHTLY
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, listed, sort_of
from viewer.quantities.vocabulary import words_of

ACTIONS = frozenset(words_of("zh", "label.action"))
"""Verbs of what was done with the things that a number counts."""
_STANDING = (
    "设立|开设|布设|建成|设置|建有|拥有(?!人)|现有|共有|布建|配备|配置|建起|办起|列支|安排|研发(?!投入|费用|经费|人员|支出|强度|中心|平台|机构|活动)|推出|"
    "建立(?!健全)|新设|组建|投入(?!品)|播种(?!面积)(?=.{4})"
)
_PLACED = rf"^.{{2,}}?(?:{_STANDING})(?:了|起)?(?=.{{3,}})|^(?:{_STANDING})(?:了|起)?(?=.{{4,}})"
_BODIES = (
    "部门|机关|公司|法院|检察院|集团|银行|单位|协会|政府|公安厅|公安局|海关|当地|各地|企业|机构|"
    "学校|医院|党员干部|农民工|群众|当事人|农户|客户|用户|纳税人|职工|中心|财政|税务|干部|合作社|社区"
)
_SINCE = (
    "(?:先后|累计|共计|一共|已经|总共|年内将|预计将?|将(?!军)|陆续|相继|(?<![偿归])还(?![款贷田])|"
    "(?<!公)共(?![同享建和产识振济治青性]))(?=.)"
)
_SMALL = r"^(.{1,6})[（(]([\u4e00-\u9fff、]{1,4})[)）]"
_TAIL_LEAD = r"^(?:[ 的余多]|[及或]?以[上下]|左右)+"
_TAIL_STOP = (
    r"[，。；！？\n\t：:;、,.!?（(）)】》…]|\d(?![A-Za-z])|"
    "[一二三四五六七八九两十][十百千万亿]|和一"
)
_NO_NOUN = "相和与及或并为以至到占比较左且同而也用折按由在从对向把被将已是增减升降提上下回不"
_NOUNS_ALL_THE_SAME = tuple(
    listed("""
较大 较强 较长 较重
上市 上游 下游 下属 下岗 用户 用工 用地 用电 用水 同类 同业 自然 自主 自有 自治 回族 增值 提案 减排
被告 被征 对口 对外 由来 从业 左岸 和解 及格
""")
)
_GOES_ON = (
    f"{SLIGHTLY}?[增减升降涨跌挫]|(?:扩[增充展编大]|压[缩减降]|缩[减短]|拓展|调[高低升降整增减])[^，。]{{0,2}}[至到为成]|"
    f"{SLIGHTLY}?(?:上升|下降|减少|增加|回落|回升|扩大|缩小)[至到为]|"
    "(?:(?:的)?(?:基础|水平|高位|区间|关口)[上内，。]|大关|关口|扩大|缩小|攀升|变为|变成|改为|"
    "调整|超过|不到|左右|之间|不等|参加了|来自|收于)"
)
_MOVES = (
    "(?:[价库收产销房成交][^，。]{1,3})?(?:均|都|普遍|有所)?(?:上涨|下跌|下降|持平|上升|回落|增长|"
    "(?:升降|涨跌)[^，。]{0,2}|有升有降|有涨有跌)"
)
_PREDICATE = (
    rf"{_MOVES}|"
    "(?:主要(?=受制|受限|依靠|依赖|来自|集中|分布|用于|取决|受[^益])|全部|全面|分别|依次|(?<![日月年人户平亩生])均(?![价线衡])|已经?(?!婚)|正(?=在|式)|陆续|先后|提前|顺利|成功|累计|合计|公用经费)|"
    "(?:提供(?![商者])|给予|倾斜|捐出|实现|完成|达到|进入|入选|获评|荣获|获得|获|通过(?!率)|参与|纳入|受到|迎来|开始|退出|摘帽|"
    "脱贫|采取|落实|对接|建立|设立|布设|发挥|种上|种植|挂牌|上线|投入使用|投产|开工|建成|解决|入驻|"
    "签约|入股|接受|享受|参加|实施(?!方案|细则|意见)|进班子|迁入|加入|成为|达标|保持|出现|存在|超|"
    "位于|来自|高于|低于|增长|下降|转为|被|参展|参赛|播种|收获|开展|及时|需要|推行|核销|履约|包村|"
    "与(?=.{2,10}(?:同|合作|签|联|对接|结|建立))|在(?![校研建岗职编册读营]))(?!率)"
)
_VERB_FIRST = rf"^(?:{_PREDICATE})"
_ASKED = (
    "的?(?:问卷|抽样|抽查|电话|入户)?(?:调查|问卷|访问|访谈|回访|调研)(?:结果)?(?:显示|表明|发现|"
    "反映).*$"
)
_ALREADY = "^已经?(?!婚)[\u4e00-\u9fff]{3,}"
_PERSON = "^[^的]{0,4}?(?:者|人员|青年|员工|职工|学生|教师|居民|患者|用户|家庭|企业)"
_FRONT = "^(?:全部|均|都|已经|已|就|则|可以?|还|也)+"
_HEAD = (
    "^.{0,10}?(?:企业|机构|单位|学校|医院|银行|公司|部门|城市|省份|国家|人员|用户|客户|家庭|项目|"
    "产品|"
    "设备|行业|品种|案件|群众|居民|农户|断面|水源地|支流|景区|网点|小区|钢厂|工厂|电厂|产线|"
    "(?:设区|地级|县级)市|[^区]县|乡镇|街道|(?<![农乡])村|学生|教师|员工|职工)(?![率额量])"
)
_IS = "(?:[都均全皆也]*[是为]|[之当]?中|(?<![公夜])里)$"
"""The copula, or the place, behind a noun: 两项指标都是, 96个断面里."""
_OF_PERSONS = (
    "^[^的]{2,10}的[^的]{0,4}?(?:患者|学生|儿童|群众|老人|家庭|人员|居民|农户|青少年|妇女|职工|"
    "员工)"
)
_ARE = "(?<=..)(?:[都均全皆]是|[都均]为).*$"
_SHORT_NOUN = 4
_SHORT_PREDICATE = 3
_LONG_PREDICATE = 16
_TAIL = 22


def without_actor(own: str) -> str:
    """A phrase without who did it: 交通部门设立服务站 is 服务站, 机关共查处酒驾 查处酒驾."""
    placed = pattern(_PLACED).match(own)
    if placed is not None:
        own = own[placed.end() :]
    parts = pattern(_SINCE).split(own)
    if len(parts) > 1 and len(parts[-1]) >= 2:
        own = parts[-1]
    acting = pattern(rf"^.*(?:{_BODIES})(?=(.{{2}}))").match(own)
    growth = acting is not None and own.startswith("增加值", acting.end())
    measured = acting is not None and own[acting.end() + 2 : acting.end() + 3] in tuple("额量率价")
    if acting is not None and not growth and not measured and acting.group(1) in ACTIONS:
        own = own[acting.end() :]
    return own


def action_before(own: str) -> str:
    """The verb at the end of a phrase that says what was done with the things counted."""
    if own[-4:-2] in ACTIONS and own[-2:] in ACTIONS:
        return own[-4:]
    return own[-2:] if own[-2:] in ACTIONS else ""


def noun_after(after: str, quantity: Quantity, subject: str) -> str:
    """What the number counts, from the words behind it; '' where they name nothing.

    A noun of few characters takes its predicate before it: 56 项实现零跑腿 is 实现零跑腿的 and what
    the subject names; 6 项工作纳入考核 is 纳入考核的工作.
    """
    tail = pattern(r"[“”‘’《\"「」]").sub("", pattern(_SMALL).sub(_unbracketed, after))
    tail = pattern(_ASKED).sub("", pattern(_TAIL_LEAD).sub("", tail))
    stop = pattern(_TAIL_STOP).search(tail)
    open_end = stop is not None and (stop.group().isdigit() or len(stop.group()) > 1)
    tail = (tail[: stop.start()] if stop is not None else tail).replace(" ", "")[:_TAIL]
    tail = pattern("(?:的|[近约超达共])$").sub("", tail) if open_end else tail
    if quantity.kind is Kind.CHANGE or not tail:
        return ""
    acts = pattern(_ALREADY).match(tail) is not None
    if not acts and tail[0] in _NO_NOUN and not tail.startswith(_NOUNS_ALL_THE_SAME):
        return ""
    if pattern(_GOES_ON).match(tail):
        return ""
    first = pattern(_VERB_FIRST).match(tail)
    if first is not None:
        return "" if open_end else _of_subject(tail, subject)
    if open_end and (head := pattern(_HEAD).match(tail)) is not None:
        return head.group()
    whole = not open_end and sort_of(quantity.unit) is not Sort.MEASURE
    return _noun(tail, whole=whole)


def _unbracketed(found: re.Match[str]) -> str:
    return found.group(1) + found.group(2).replace("、", "")


def _of_subject(predicate: str, subject: str) -> str:
    noun = subject.rpartition("的")[2]
    if len(noun) > 6:
        person = pattern(_PERSON).match(noun)
        noun = noun[-4:] if person is None else person.group()
    predicate = pattern(_FRONT).sub("", predicate)
    return f"{predicate}的{noun}" if noun and predicate else predicate


def _noun(tail: str, *, whole: bool) -> str:
    """The noun at the head of `tail`; with its predicate where that is `whole` and tells more."""
    owner, of, _ = tail.partition("的")
    persons = pattern(_OF_PERSONS).match(tail) if of else None
    if persons is not None:
        return persons.group()
    if of and len(owner) >= _SHORT_NOUN:
        tail = owner
    found = pattern(_PREDICATE).search(tail, 1)
    if found is None:
        return pattern(_IS).sub("", pattern(_ARE).sub("", tail[:18]))
    noun, predicate = tail[: found.start()], pattern(_FRONT).sub("", tail[found.start() :])
    named = pattern(_IS).sub("", noun)
    if named != noun and len(named) > 1:
        return named
    noun = noun.rstrip("就便才都")
    told = _SHORT_PREDICATE <= len(predicate) <= _LONG_PREDICATE
    if len(noun) > _SHORT_NOUN or not told or not whole:
        return noun
    return noun if "的" in predicate else f"{predicate}的{noun}"
