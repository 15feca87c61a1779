"""What the label of a part takes from its whole: 新增学位50个，其中小学30个 is 小学新增学位."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.counted import ACTIONS
from viewer.quantities.chinese.ellipsis import LAST, Antecedent
from viewer.quantities.chinese.phrases import Clause
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, sort_of

WHOLE = "whole"
"""Under this name a sentence keeps what a share in it is one of: 占全省收案总数."""
_GROUP = "group"
"""And what group its numbers divide: 受访者中，女性5人、男性6人."""
_FIRST = "first "
"""Before a unit: the first things that the sentence counts by it."""
_OF_WHOLE = (
    r"(占[^占比重例]{2,14}?)(?:的(?:比例|比重|份额)|比例|比重|的)?(?:[为达约近超]|[超达]过?|到)*$"
)
_BARE = r"占(?:了|约|近|超|超过|逾|到|达|有)*$"
_WITHIN = (
    r"^(?:按[^，]{2,6}分，?)?(.{1,6}?(?:者|人员|人|青年|员工|职工|学生|教师|居民|患者|家庭|用户|"
    r"企业|学校|项目|案件|病例|村|户))(?:之?中|当中|里)"
)
_SORT_OF = "(?:性|类|类型|级|型|区|业|镇|乡|村|籍|龄|岁|校|学|科|班|[小初高]中|一|二|三)$"
_HOLDING = "(?:学位|床位|岗位|车位|席位|座位|名额|投诉|求助|申诉|订单|案件|项目)$"
_MODIFIER = "(?:类|类型|性|型)$"
_MODIFIED = "^.{1,5}?(?:类型?|性|型)(?=..)|^.{1,5}(?:类|类型|性|型)$"
_MEASURED = "[率额量数费款值价度比]$"
_CAME_UP = "^(?:产生|收集|回收|清运|生产|产出)([\u4e00-\u9fff]{2,12})$"
_DISPOSED = (
    "(?:综合|安全|资源化|无害化)?(?:利用|处置|处理|贮存|储存|填埋|焚烧|外运|自用|外送|转移|回收|"
    "堆肥)"
)
_USED_FOR = "^用于(.{2,12})$"
_MONEY = "(?:资金|经费|支出|投资|贷款|补助|补贴|基金|债券|拨款)$"
_PERSONS = ("人", "名", "位", "人次")
_LONGEST = 6
_SHORTEST = 2
_TIMES = ("人次", "台次", "例次", "班次", "架次")
_MOST = 22
_RATES = ("率", "占比", "比重", "比例")


def remember(lents: dict[str, Antecedent], clause: Clause, label: str, quantity: Quantity) -> None:
    """Keep what the numbers after this one in its sentence may take for their whole."""
    lents.setdefault(f"{_FIRST}{quantity.unit}", Antecedent(quantity.unit, label, quantity.kind))
    if (
        within := pattern(_WITHIN).match(clause.earlier.strip() + clause.before.strip())
    ) is not None:
        lents[_GROUP] = Antecedent(quantity.unit, within.group(1), quantity.kind)
    if quantity.kind is Kind.SHARE and (found := pattern(_OF_WHOLE).search(label)):
        lents[WHOLE] = Antecedent(quantity.unit, found.group(1), quantity.kind)


def thing_before(subject: str, quantity: Quantity, lents: Mapping[str, Antecedent]) -> str:
    """The things that a count without a noun goes on counting, where a rate came between:
    受理投诉9件，办结率66%，6件正在处理."""
    first = lents.get(f"{_FIRST}{quantity.unit}")
    counts = quantity.kind is Kind.COUNT and sort_of(quantity.unit) is Sort.THING
    if first is None or not counts or not subject.endswith(_RATES):
        return subject
    label = first.label
    return label[2:] if label[:2] in ACTIONS and len(label) > _SHORTEST + 1 else label


def of_whole(
    label: str, subject: str, clause: Clause, quantity: Quantity, lents: Mapping[str, Antecedent]
) -> str:
    """The label with the whole that the clause leaves out because it was named before."""
    last = lents.get(LAST, Antecedent())
    if quantity.kind is Kind.CHANGE:
        return _moved_share(label, subject, quantity, last)
    if quantity.kind is Kind.SHARE:
        return _share_of_whole(label, clause, last, lents)
    used = pattern(_USED_FOR).match(label)
    money = pattern(_MONEY).search(lents.get(f"{_FIRST}{quantity.unit}", Antecedent()).label)
    if used is not None and quantity.kind is Kind.AMOUNT and money is not None:
        return used.group(1) + money.group()
    within = pattern(_WITHIN).match(clause.earlier.strip() + clause.before.strip())
    group = (
        lents.get(_GROUP, Antecedent())
        if within is None
        else Antecedent(quantity.unit, within.group(1))
    )
    same = group.label and group.unit == quantity.unit
    grouped = _done_with(label, quantity, lents) or (
        _of_group(label, group.label) if same else label
    )
    return part_of_counted(label, quantity, lents) if grouped == label else grouped


def _share_of_whole(
    label: str, clause: Clause, last: Antecedent, lents: Mapping[str, Antecedent]
) -> str:
    """A share with the whole that a bare 占 leaves out."""
    if pattern(_BARE).search(clause.before.strip()) is None:
        return label
    known, part = lents.get(WHOLE), label.removesuffix("占比")
    if known is not None:
        return f"{part}{known.label}"
    return _of_level(part, last, lents, among="其中" in clause.before) or label


def _of_level(part: str, last: Antecedent, lents: Mapping[str, Antecedent], *, among: bool) -> str:
    """A share of the level that its sentence began with: 支出22亿元，其中民生支出占78%."""
    whole = lents.get(f"{_FIRST}{last.unit}", Antecedent())
    level = whole.kind is Kind.AMOUNT or whole.unit in _TIMES
    if not level or whole.kind is not last.kind or not part or not whole.label:
        return ""
    named = among or pattern(_MEASURED).search(part) or last.label.endswith(part)
    if not named or whole.label in part or part in whole.label or whole.label.endswith(_RATES):
        return ""
    return f"{part}占{whole.label}" if len(part) + len(whole.label) <= _MOST else ""


def _moved_share(label: str, subject: str, quantity: Quantity, last: Antecedent) -> str:
    """Points after a share move the share: 占收入的28.8%，下降2.2个百分点."""
    points = quantity.unit.endswith(("百分点", "百分點"))
    if not points or last.kind is not Kind.SHARE or "占" not in last.label:
        return label
    if not subject or not label.startswith(subject) or not last.label.startswith(subject):
        return label
    verb = label.removeprefix(subject)
    return label if verb.startswith("占") else last.label + verb


def _done_with(label: str, quantity: Quantity, lents: Mapping[str, Antecedent]) -> str:
    """What was done with a part of what came up: 产生废物9吨, 综合利用7吨、贮存2吨."""
    whole = lents.get(f"{_FIRST}{quantity.unit}", Antecedent())
    came = pattern(_CAME_UP).match(whole.label)
    alike = quantity.kind is Kind.AMOUNT and whole.kind is quantity.kind
    if came is None or not alike or not pattern(_DISPOSED).fullmatch(label):
        return ""
    return f"{came.group(1)}{label}量"


def _of_group(label: str, group: str) -> str:
    label = label.removeprefix(group).removeprefix("中")
    sort = len(label) <= _LONGEST and pattern(_SORT_OF).search(label)
    return label + group if sort and not group.endswith(label[-1:]) else label


def part_of_counted(label: str, quantity: Quantity, lents: Mapping[str, Antecedent]) -> str:
    """A sort, or a place that has them, with the things of the whole: 其中产业类46个."""
    whole = lents.get(f"{_FIRST}{quantity.unit}", Antecedent())
    if quantity.kind is not Kind.COUNT or whole.unit != quantity.unit or not whole.label:
        return label
    if whole.kind is not quantity.kind or not _SHORTEST <= len(label) <= _LONGEST:
        return label
    if len(whole.label) > _LONGEST or label[:2] in ACTIONS or label[-2:] in ACTIONS:
        return label
    things = pattern(_MODIFIED).sub("", whole.label)
    if pattern(_MODIFIER).search(label) and things and not pattern(_MEASURED).search(things):
        return label + things
    held = pattern(_HOLDING).search(whole.label) and quantity.unit not in _PERSONS
    if not held or not pattern(_SORT_OF).search(label):
        return label
    return label + whole.label
