"""Labels of clauses that name nothing themselves and refer to the subject before them.

上年同期为22亿元 is the same measure at an earlier time, 这一数字 the same measure again,
完成年度目标的107% its completion, 实际完成412台 what was reached of the plan before.
"""

from __future__ import annotations

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.regex_cache import pattern

_TIME = (
    "((?:上|去|前|前一|上一)年(?:同[期月季]|全年|末|底|初|上半年|下半年|前[一二三]季度|"
    "第?[一二三四]季度)?|上年|上期|上一?[月季]度?|"
    "(?:[0-9]{4}|[零〇一二三四五六七八九]{4})年同[期季月]|[年期月季]初|基期|同[期季月]|首[季月]|"
    "第?[一二三四]季度?|一年前|[上下]半年|(?:上年|去年)?(?:[0-9]{1,2}[—~～至-])?[0-9]{1,2}月份?)"
    "(?:时|的)?"
)
_PRIOR = f"(?:而|其)?{_TIME}"
_AGAINST = f"^(?:较|比|由|从|自|高于|低于|多于|少于){_TIME}$"
_FROM = f"^(.{{2,}}?)(?:由|从|自){_TIME}$"
_SAME = (
    "(?:这一|这个|该|此|上述)"
    "(?:数字|数据|数值|比率|比例|人数|指标|金额|数量|规模|占比|比重|水平|总量)"
)
_POINTED = f"(?:{_SAME}|时)(?:仅|只|还|已|则)?"
_EARNED = "净?(?:盈利|亏损|盈余)|赚|亏"
_EARNING = "(?:利润|盈利|亏损|盈余|净利)$"
_AIM = (
    "(?:(?:年度|全年|年初|预期|预定|既定|原定|当年|今年|调整后?|变动|下达的|确定的)*)"
    "(?:目标|计划|任务|预算)"
)
_PLANNED = (
    "^(?:(?:全年|今年|年度|年初|明年|原|公司)*"
    "(?:计划|目标|拟|力争|预计|规划|原定|争取)(?:再|要|将|为)?)+"
)
_DONE = "(?:目前|已经?|实际|累计)*(?:完成|到位|开工|建成|竣工|达成|实现|新?开通)?"
_EQUALS = f"^(?:并|约|则)?(相当于|等于|为|是){_TIME}的?(?:约|近)?$"
"""A level told by its part of an earlier one: 相当于2019年同期的96.8%."""
_REACHED = "^(?:其中|全年|当年|上半年|前[一二三]季度|[0-9]{1,2}月)*(?:目前|已|实际|累计)"
_OF_AIM = f"(?:完成|达到|相当于|为|是|占|达)(?:了|到)?({_AIM})(?:任务|数|值)?的?$"
_MOVED_ON = (
    f"^(?:(?:而|但)?{_PRIOR}，?(?:{_SAME}|[为是则仅达]+)|{_SAME}|(?:环比|同比|按年|按月)|"
    f"(?:与|同)[^，。]{{1,10}}(?:相比|比较)|(?:比|较){_TIME})"
)


def goes_on(sentence: str) -> bool:
    """Whether a sentence, from its start to its number, speaks on of the subject before it."""
    return pattern(_MOVED_ON).match(sentence) is not None


def referring(
    before: str, earlier: str, quantity: Quantity, subject: str
) -> tuple[str, str] | None:
    """Label and subject of a number whose clause refers to `subject`; None where it does not."""
    before = before.strip()
    own = trimmed(before)
    part = quantity.unit in ("%", "倍", "成")
    equals = pattern(_EQUALS).match(before) if part else None
    if equals is not None:
        return f"{subject}{equals.group(1)}{equals.group(2)}", subject
    return (
        _at_another_time(before, earlier, own, subject)
        or _completed(before, quantity, subject)
        or _planned_or_done(before, own, quantity, subject)
    )


def at_earlier_time(before: str, quantity: Quantity, subject: str) -> tuple[str, str] | None:
    """Label and subject of the level that a later one is set against: 库存由上年末的52吨降至40吨,
    查处80起，比去年同期的95起少15起; None where the words before the number are others."""
    if quantity.kind is Kind.CHANGE:
        return None
    before = before.strip()
    found = pattern(_FROM).match(before)
    if found is not None and (named := trimmed(found.group(1))):
        return f"{found.group(2)}{named}", named
    against = pattern(_AGAINST).match(before) if subject else None
    return None if against is None else (f"{against.group(1)}{subject}", subject)


def untimed(label: str, subject: str) -> str:
    """The label without the time that tells an earlier level from its subject's own."""
    time = label.removesuffix(subject) if subject else ""
    return subject if time and pattern(_TIME).fullmatch(time) else label


def _at_another_time(before: str, earlier: str, own: str, subject: str) -> tuple[str, str] | None:
    prior = pattern(f"^{_PRIOR}").match(before)
    rest = own if prior is None else trimmed(before[prior.end() :])
    pointed = pattern(_POINTED).fullmatch(rest) is not None
    earns = pattern(_EARNED).fullmatch(rest) and pattern(_EARNING).search(subject)
    if prior is None and not pointed:
        return None
    if rest and not pointed and not earns:
        return None
    if prior is None:
        prior = pattern(f"(?:^|，){_PRIOR}$").search(earlier.strip())
    time = "" if prior is None else prior.group(1)
    return f"{time}{subject}", subject


def _completed(before: str, quantity: Quantity, subject: str) -> tuple[str, str] | None:
    if quantity.kind is not Kind.SHARE:
        return None
    if pattern(f"{_AIM}$").search(subject) and pattern(
        f"(?:(?:目标|计划|任务|预算)(?:任务)?)?的|{_DONE}"
    ).fullmatch(before):
        return f"{subject}完成率", subject
    found = pattern(_OF_AIM).search(before)
    if found is None:
        return None
    aim = found.group(1).removeprefix("下达的").removeprefix("确定的")
    bare = _without_plan(subject).removesuffix(aim)
    return f"{bare}{aim}完成率", subject


def _planned_or_done(
    before: str, own: str, quantity: Quantity, subject: str
) -> tuple[str, str] | None:
    if quantity.kind not in (Kind.COUNT, Kind.AMOUNT):
        return None
    aim = pattern(f"(?:完成|相当于|达到)?({_AIM})(?:任务|数|值)?").fullmatch(own)
    if aim is not None:
        label = f"{_without_plan(subject).removesuffix(aim.group(1))}{aim.group(1)}"
        return label, label
    bare = _without_plan(subject)
    done = pattern(_DONE).fullmatch(own)
    if done is None or not pattern(_REACHED).match(before):
        return None
    verb = own.removeprefix("已").removeprefix("实际") or "完成"
    return f"{verb}{pattern('(?:目标|任务|计划)$').sub('', bare)}", bare


def _without_plan(subject: str) -> str:
    return pattern(_PLANNED).sub("", subject) or subject
