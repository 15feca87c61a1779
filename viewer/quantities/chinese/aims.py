"""Labels of aims: what a level is held against, and what is aimed for, planned or expected.

好于国家下达的31微克考核目标 is the aim of the level before it, 力争失业率控制在5%以内 that of its
own clause.
"""

from __future__ import annotations

from viewer.model import Kind, Quantity, Standing
from viewer.quantities.regex_cache import pattern

Named = tuple[str, str]
"""A label, and the subject after it."""
_AIM = (
    "(?:(?:年度|全年|服务|控制|考核|规划|预期|约束性?|既定|设计|行业|国家|规定)*(?:目标值?|"
    "指标值?|标准值?|要求|限[值额]|[上下]限|红线|警戒线|控制线|承诺))"
)
_SET = "下达|确定|核定|规定|设定|制定|提出|下发|批准|批复|承诺|要求|定下"
_TO_AIM = (
    f"^(?:高于|低于|超过|超出|优于|好于|达到?|不及|未达到?)((?:[^，]{{0,5}}(?:{_SET})的?)?{_AIM})$"
)
_AIM_IS = "^(目标|指标)(?:是|为).{0,8}$"
_AIM_BEHIND = f"^的({_AIM})(?=[，。；、）]|$)"
_HELD = (
    "^(?:并|也|均|仍|已|则|提前(?:[一二三半两]个?[年月])?|继续|成功|实际|累计)*(?:(?P<kept>控制在|压减到|压降到)|好于|优于|高于|低于|超过|超出|"
    "(?:超额|提前)?完成了?|达到?了?|距离?|不及|未达到?|少于|多于|快于|慢于|落后于?|相当于|占|为|是)"
    f"(?P<set>[^，]{{0,8}}?(?:{_SET}))?的?(?P<time>全年|年度|今年)?的?$"
)
_AIM_NAMED = (
    "^(?:左右|以上|以下)?的?(?P<aim>(?:年度|全年|考核|控制|预期|规划|约束性|服务|工作|既定|建设|减排|增长)?"
    "(?:目标|任务|指标|限[值额]|[上下]限|红线))(?:任务|值|数)?(?=(?:以内|以下|之内)?[，。；、）的不]|还|仍|仅|差|尚|相|有|$)"
)
_BEHIND_AIM = "^的?(?:(?:年度|全年)?(目标|计划|任务))(?:任务)?(?=[，。；、）的不]|$)"
_OF_ALL_YEAR = (
    "^(?:并|已|约)?(?:达到?|完成|实现|相当于|占|为)?了?((?:全年|年度|年初|预期|既定)*)的?$"
)
"""达全年1550万人次目标: an aim of what was told before."""
_SETTING = "^(?:公司)?(?:年初|继续)*(?:维持|保持|确定|提出|设定|下达|制定|明确|定下)(?:的|了)*"
_AGAINST = ("落后", "超前", "领先", "高于", "低于", "快于", "慢于", "优于", "好于", "高出", "低出")
_TOLD = (
    "目标|任务|指标|计划|预算|预期|预计|预测|预估|限[值额]|[上下]限|红线|标准|安排|要求|承诺|规划"
)
_GAINED = "争取(?![^，。；]{0,16}(?:达|突破|控制|实现|完成|增长|稳定|保持|提[升高]|超|[降升增]))"
_AIMED = "力争|目标|确保|努力|任务"
_MOVED = "(增长|上升|提高|增加|下降|降低|减少|压减|压降|再降)[^，。；]{0,3}$"
_EXPECTED = "预计|预期|预料|预估|预测"


def against_aim(own: str, subject: str, around: tuple[str, str]) -> Named | None:
    """The aim that a level is held against: 准点率99.7%，高于目标值99.5%; 高于80%的服务指标."""
    before, after = around
    aim = pattern(_TO_AIM).match(own) or pattern(_AIM_IS).match(own)
    if aim is None and (not own or own in _AGAINST):
        aim = pattern(_AIM_BEHIND).match(after)
    if aim is not None:
        return subject + aim.group(1), subject
    return _aim_of_subject(subject, before.strip(), after)


def _aim_of_subject(subject: str, before: str, after: str) -> Named | None:
    """The aim of what was told before: 客运量9亿人, 达全年12亿人目标的75%."""
    aim, time = pattern(_BEHIND_AIM).match(after), pattern(_OF_ALL_YEAR).match(before)
    if aim is not None and time is not None:
        label = f"{time.group(1)}{subject.removeprefix(time.group(1))}{aim.group(1)}"
        return label, label
    held, named = pattern(_HELD).match(before), pattern(_AIM_NAMED).match(after)
    if held is None or named is None:
        return None
    kept = "控制" if held["kept"] and named["aim"] == "指标" else ""
    label = f"{held['time'] or ''}{subject}{kept}{named['aim']}"
    return label, label


def named_aim(own: str, quantity: Quantity, around: tuple[str, str]) -> str:
    """What an aim is of, where it stands before the number: 全年进出口5500亿元的目标."""
    before, after = around
    aim = pattern(_BEHIND_AIM).match(after)
    if aim is None or quantity.kind not in (Kind.COUNT, Kind.AMOUNT) or len(own) < 2:
        return ""
    whole = "全年" if "全年" in before else ""
    named = pattern(_SETTING).sub("", own)
    return f"{whole}{named.removeprefix('全年')}{aim.group(1)}" if named else ""


def with_standing(label: str, quantity: Quantity, lead: str) -> str:
    """The label of what is aimed for or expected, told from what has been: 失业率目标, 预计旅客.

    `lead` is the sentence up to the number. What somebody strove for and got (争取到资金3亿元) is
    no aim.
    """
    if not label or pattern(_TOLD).search(label):
        return label
    gained = pattern(_GAINED).search(lead) and not pattern(_AIMED).search(lead)
    if quantity.standing is Standing.TARGET and not gained:
        moved = pattern(_MOVED).search(lead) if quantity.kind is Kind.CHANGE else None
        return f"{label}{'' if moved is None else moved.group(1)}目标"
    if quantity.standing is Standing.FORECAST and pattern(_EXPECTED).search(lead):
        return f"预计{label}"
    return label
