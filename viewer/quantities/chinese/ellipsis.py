"""What one member of a list lends the next: 铁路客运量 5 万人, 公路 3 万人 is 公路客运量."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.counted import ACTIONS
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, words_of

_OWNED = (
    "自然增长率|人均可支配收入|人均消费支出|营业性?收入|净利润|利润总额|.{2}率|场次|总额|余额|价格|均价|"
    "在校生|产量|销量|收入|(?:播种|种植)?面积|总产量?|单产"
)
_LENDS = f"{any_of('zh', 'label.measure')}$"
_OWNS = rf"^(.{{3,}}?)(?:{_OWNED})$"
_LEANS = r"^(?:[^的占]{2}率|产量|总产量?|单产|亩产|销量|产值|利润总额|票房收入|单价|均价|平均票价)$"
_TAKEN_UP = "^.{0,8}?(?:受理|排查|收到|接到|登记|发现|接收|摸排)(?:各类|的)?([\u4e00-\u9fff]{2,8})$"
_DEALT_WITH = (
    "^(?:已|共)?(?:通过|批准|核准|驳回|立案|办结|整改|销号|整改销号|解决|化解|回复|办复|处置|审结|"
    "结案|处理|核查)$"
)
_YIELDS = ("单产", "亩产")
_GROWS = "^(.{2,}?)(?:(?:播种|种植)?面积|总产量?|产量)$"
_GROWN = "(?<=..)(?:播种|种植|收获|栽培)$"
_ALSO_DONE = "(?:当年|今年|本年|明年)?(?:新增|净增|再建|新建|完工|竣工|开工|投产|续建|建成)"
"""What was done with some more of what was told last: 建成示范村16个，今年再建10个."""
_TOLD_OF = "(?:安排|建成|累计|总数|共|已)+$"
_HELD = r"^(?:在校生|毕业生|招生|在校学生|专任教师|床位|职工|从业人员|会员)$"
_HOLDS = r"(?:学校|高中|小学|初中|大学|高校|幼儿园|医院|机构|企业|组织|协会)$"
_TRADED = (
    "(?:收购|进口|出口|销售|引进|招聘|录用|聘用|(?<!国内)生产|种植|播种)"
    "(?=(?![^率]*[量额价率])[^的]{1,6}$)"
)
_HARMS = ("死亡", "受伤", "失踪")
_HARMED = "(?:死亡|受伤|失踪)(?:人数)?$"
_PART = "^(.{1,6}?)(地区|产业|大区|片区|省份|[省市县]|城镇|农村|企业|部门)(.*)$"
_CASES = "(?:各类|一审|二审)?[^收理立受办结审新]{0,8}案件$"
_KEPT = ("存栏", "出栏", "存栏量", "出栏量")
_HERD = "^(.{1,6})(?:存栏|出栏)量?$"
_SORTS = any_of("zh", "label.sort")
_ALL_OF_THEM = f"^(?:各级各类|各类|各级|全部|所有|{_SORTS})+(?=..)"
_MOVE = "(?:上升|下降|提高|降低|增加|减少|增长|回落|上涨|下跌|扩大|缩小|高|低)$"
_WHOLE = "额费税款率数值价量入出度比重利金资户口店校院室员师生人厂区市县省国差"
_PUPILS = ("招生", "毕业生", "在校生")
_SCHOOLS = "学中职专科本校园院育班级生"
_LONGEST = 5


class Antecedent(NamedTuple):
    """What the number before measured: its unit, its label and its kind, in the same sentence."""

    unit: str = ""
    label: str = ""
    kind: Kind | None = None


Lents = Mapping[str, Antecedent]
"""By unit the last number of the sentence that has it; under no unit the last of all.

Changes lend nothing but to a like of theirs: they stand under `LAST` only.
"""
LAST = "last"


def joined(label: str, quantity: Quantity, lents: Lents) -> str:
    """The label with the measure or owner that the number before has and this one leaves out.

    Only a bare noun takes a measure (其中男性 after 户籍人口 is 男性户籍人口), and only a bare rate
    an owner (接通率 of the hotline, then 满意率).
    """
    alike = _like_parts(label, quantity, lents.get(LAST, Antecedent()))
    if alike:
        return alike
    last = lents.get("", Antecedent())
    if not last.label or not label or quantity.kind is Kind.CHANGE:
        return label
    like = lents.get(quantity.unit, Antecedent())
    if like.kind is quantity.kind and pattern(_ALSO_DONE).fullmatch(label):
        return pattern(_TOLD_OF).sub("", like.label) + label
    return _owned(label, quantity, last.label) or _with_measure(
        label, quantity, lents.get(quantity.unit, Antecedent())
    )


def _owned(label: str, quantity: Quantity, last: str) -> str:
    """The label behind its owner: whose pupils, whose harm, whose stock, whose rate it is."""
    taken = pattern(_TAKEN_UP).match(last) if pattern(_DEALT_WITH).match(label) else None
    if taken is not None:
        return label + taken.group(1)
    if label in _HARMS:
        return f"{pattern(_HARMED).sub('', last)}{label}人数"
    if pattern(_HELD).match(label) and pattern(_HOLDS).search(last):
        return pattern(_ALL_OF_THEM).sub("", last) + label
    herd = pattern(_HERD).match(last) if label in _KEPT else None
    if herd is not None:
        return herd.group(1) + label
    owner = pattern(_OWNS if label not in _YIELDS else _GROWS).match(last)
    if owner is None or quantity.kind is Kind.COUNT or not pattern(_LEANS).match(label):
        return ""
    whose = pattern(_GROWN).sub("", owner.group(1)) if "产" in label else owner.group(1)
    return whose + label


def _like_parts(label: str, quantity: Quantity, last: Antecedent) -> str:
    """东部地区人口占比, then 中部地区占比: parts of one sort are measured alike."""
    own = pattern(_PART).match(label)
    like = pattern(_PART).match(last.label)
    if own is None or like is None or own.group(2) != like.group(2) or last.unit != quantity.unit:
        return ""
    verb = pattern(_MOVE).search(own.group(3))
    tail = own.group(3)[: verb.start()] if verb is not None else own.group(3)
    whole = pattern(_MOVE).sub("", like.group(3))
    if len(tail) >= len(whole) or not whole.endswith(tail):
        return ""
    return own.group(1) + own.group(2) + whole + (verb.group() if verb is not None else "")


def _with_measure(label: str, quantity: Quantity, lent: Antecedent) -> str:
    """A bare noun or rank (省级) with the measure, the deed or the thing of its like before."""
    if quantity.unit != lent.unit or lent.kind is not quantity.kind:
        return label
    if rate := _rate_of(label, lent.label):
        return label + rate
    if label.endswith("级") and len(label) <= _LONGEST:
        return label + lent.label.rpartition("级")[2]
    tried = pattern(_CASES).search(lent.label) if label in words_of("zh", "label.tried") else None
    plain = _is_plain_noun(label) or label in words_of("zh", "label.sort")
    if tried is not None or not plain:
        return label + (tried.group() if tried is not None else "")
    traded = pattern(_TRADED).search(lent.label)
    return _of_like(label, lent) if traded is None else traded.group() + label


def _rate_of(label: str, last: str) -> str:
    """The rate of the whole, where a part of it follows: 水费收缴率88%，其中农业水费81%."""
    found = pattern("^(.{2,})(.{2}率)$").match(last)
    if found is None or not label.endswith(found.group(1)[-2:]):
        return ""
    return found.group(2)


def _of_like(label: str, lent: Antecedent) -> str:
    """A bare noun with the measure of the one before, a bare sort with the thing itself."""
    measure = pattern(_LENDS).search(lent.label)
    if measure is None and pattern(_SORTS).fullmatch(label):
        return label + pattern(_ALL_OF_THEM).sub("", lent.label)
    if measure is None or pattern(_LENDS).search(label) is not None or _is_whole(measure, label):
        return label
    whose = label.removesuffix("案") if measure.group() == "案件" else label
    return whose + pattern("^总(?=产)").sub("", measure.group())


def _is_whole(measure: re.Match[str], label: str) -> bool:
    """Whether the measure is no one's but its own: 出口 after 进口, teachers after pupils."""
    traded = measure.group().endswith("口") and "人" not in measure.group()
    if traded and not measure.start():
        return True
    return measure.group() in _PUPILS and label[-1] not in _SCHOOLS


def _is_plain_noun(label: str) -> bool:
    """A short noun that names a thing and measures nothing."""
    if not 1 < len(label) <= _LONGEST or label[-1] in _WHOLE or "的" in label:
        return False
    return label[-2:] not in ACTIONS and label[:2] not in ACTIONS
