"""From a clause to a label: what is dropped, what is kept, and what a clause before it lends."""

from __future__ import annotations

from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.counted import action_before, noun_after, without_actor
from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.chinese.reference import at_earlier_time, referring
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, listed, sort_of

_LONGEST = 26
_VERB = (
    "(?:增长|成长|衰退|[年月季周][增减](?!率)|上升|提高|提升|下降|回落|减少|增加(?!值)|上涨|下跌|下滑|上浮|下调|上调|扩大|缩小|"
    "收窄|加快|放缓|攀升|飙升|高出|降低|净增|递增|大增|猛增|激增|锐减|骤降|减产|增产|高于|低于|"
    "多增|少增|[多少](?:收|产|销|赚|挣|完成|出|交|卖|用|花|支|运|发|拿|亏|缴)|增收|减收|增支|减支|翻番|"
    "[净多少](?=$)|实际|名义|变动|拉动|压减|压缩|同[增降减]|收[涨跌挫]|缩短|延长|累计|下行|上行|反弹|(?:微|略|稍|偏|大|再|续|连)?[挫增减升降涨跌高低多少快慢])+$"
)
_MORE = "^(?:[多少高低快慢].{0,2}|[增减]收|[增减]支|净)$"
"""Verbs that are no part of a name: the sign of the change says which way."""
_ADVERB = "(?:亦|也|仍|又|(?<![规原细准法])则)$"
_MEASURED = (
    "^(?:[周月年]?[增降涨跌升减]幅|最高[日月]?|峰值|(?:目标|计划|任务|投资|预算)?(?:完成|达成|达标)率|增速|[年月季]增率|成长率|增长率|降幅度|占比|比重|变动幅度|"
    "(?:市场|此前|机构)?(?:一致)?预期|前值|初值|终值|预测值|修正值|"
    "合计|进度|效率|占.*)$"
)
_PER = (
    "^(?:每[百千万亿]*(?:吨|斤|公斤|亩|桶|升|股|人|户|件|台|辆|平方米|立方米|公顷|头|只|张|份|盒|箱|瓶|次|场|票|度|千瓦时)|"
    "每[百千万]+[名户人个张].{0,4}|[人户日月年亩生班校床次]平?均)$"
)
_SHARE_OF = r"占(?:了|约|近|超|超过|逾|到|据|比|达|为| )*$"
_TOTALS = ("数", "人数", "数量", "总量", "总数", "件数", "户数", "人口", "产量", "销量")
_AREAS = frozenset(listed("亩 公顷 万亩 亩次 平方公里"))
_GROWN = ("播", "种", "收", "造林", "作物", "植", "流转", "整理")
_CROPS = "稻|麦|玉米|大豆|油菜|蔬菜|果|茶|棉|薯|粮食|粮|花生|药材|林|草|烟|糖|菌|水产|辣椒|田"
_CROP_AHEAD = f"^[^，。、；0-9]{{0,6}}?(?:{_CROPS})"
_PAID = frozenset(
    listed("止付 冻结 追缴 挽损 退赔 追回 返还 罚没 理赔 赔付 捐赠 授信 成交 到位 兑付")
)
_VERB_LENGTH = 4
_BASE = r"(?:与|(?<![占环同对])比(?![重例率值])|较|同)[^，]*的?$"
_BESIDE = "^ ?(?:相比|减少|增加|下降|上升|提高|降低|[高低多少]出?)"
_TIMES_OF = r"(?<=..)(?:是|为|相当于|等于|达到?)(?:上年|去年|[^，]{1,10})(?:的|同期)?$"
_RATIO_TO = r"^[与同和][^，]{1,12}之比(?:[为达约是至])*$"
_MOVED = (
    "^(.{2,12}?)(?:持续|继续|明显|大幅|小幅|稳步|快速|逐步|有所|不断|再次|也|则|均|已|一度)*"
    "(?:增长|上升|提高|提升|下降|回落|减少|增加|上涨|下跌|下滑|扩大|缩小|收窄|加快|放缓|攀升|"
    "降至|升至|跌至|涨至|达到|创下?|保持|维持|趋于|趋稳|回升|好转|改善|走高|走低|偏[低高紧松]|"
    "较[低高快慢好差]|(?:仍然?|依然|依旧)[是为属]|方面$)"
)
_USED = (
    "^(?:左右|以上|，)*(?:主要|重点)?(?:用于|用来|用以|支持)"
    "((?!的)[\u4e00-\u9fff]{2,8})(?=[，。；、等和及）]|$)"
)
_SPENT = "^(?:投入|安排|拨付|拨款|下达|筹集|筹措|统筹|整合)(?:资金)?$"
_FUND = (
    "^的?((?!及|和|以)[\u4e00-\u9fff]{0,6}?(?:奖金|资金|补贴|补助|贷款|债券|经费|奖励|税款|款项|赔偿金|保证金|救助金|"
    "赔款|罚款|利息|学费|租金|押金|红包|善款))(?=[，。；、）])"
)
_NEXT_ONE = "^(?:其次|首先|其后|接着|依次|随后|最高|最低|最快|最多)(?:的)?[为是](.{2,16})$"
_MOVING = "(?:上涨|下跌|增长|下降|回落|上升|连续|首次)"
_GOING = ("进度", "效率")
_OF_PLACE = "^[^，的]{1,5}?(?:自治区|省|市|县|区|州|盟|旗)(?=.)"
_AGAINST = ("高于", "低于", "快于", "慢于", "优于", "好于", "高出", "低出")
_PLACES = "省市县区州村镇乡国盟旗"


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
    if quantity.kind is Kind.SHARE and (part := _part_that_is(clause)):
        return part, subject or part
    before = clause.before.rpartition("、")[2] if clause.shared else clause.before
    own = without_actor(trimmed(before))
    if quantity.unit == "倍":
        own = pattern(_TIMES_OF).sub("", own)
    if clause.earlier and not pattern(_VERB).sub("", own):
        subject = _who_moved(clause.earlier) or subject
    if not subject and clause.earlier and not pattern(_VERB).sub("", own):
        subject = pattern(_VERB).sub("", trimmed(clause.earlier))
    if then := at_earlier_time(clause.before, quantity, subject):
        return then
    if subject and (referred := referring(clause.before, clause.earlier, quantity, subject)):
        return referred
    if subject and pattern(_BESIDE).match(clause.after) and pattern(_BASE).search(before):
        return subject, subject
    named = clause.after.startswith("的") if quantity.kind is Kind.SHARE else not quantity.unit
    if not own and named and quantity.kind in (Kind.SHARE, Kind.COUNT):
        subject = subject if quantity.kind is Kind.COUNT and clause.shared else ""
    if behind := _named_behind(own, subject, clause.after, quantity):
        return behind, behind
    return _label_by_kind(before, own, quantity, subject)


def _label_by_kind(before: str, own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if quantity.kind is Kind.CHANGE:
        return _change_label(own, quantity, subject)
    if quantity.kind is Kind.SHARE:
        return _part_label(before, own, quantity, subject)
    return _level_label(own, quantity, subject)


def _named_behind(own: str, subject: str, after: str, quantity: Quantity) -> str:
    """What stands behind the number and says what it is of: money by its use, things by name."""
    if quantity.kind is Kind.AMOUNT and len(own) <= _VERB_LENGTH:
        fund = pattern(_FUND).match(after)
        if fund is not None:
            return fund.group(1)
        used = pattern(_USED).match(after) if pattern(_SPENT).match(own) else None
        if used is not None:
            return used.group(1) + own
    if not _counts_what_follows(own, subject, after, quantity):
        return ""
    tail = noun_after(after, quantity, subject)
    return _short(_counted(own, tail, quantity)) if tail else ""


def _who_moved(earlier: str) -> str:
    """The subject of a clause without a number that this one goes on from: 库存降至低位，仅有."""
    next_one = pattern(_NEXT_ONE).match(earlier.strip())
    if next_one is not None:
        return next_one.group(1)
    found = pattern(_MOVED).match(trimmed(earlier))
    named = "" if found is None else without_actor(found.group(1))
    return "" if pattern(_MOVING).match(named) else named


def _part_that_is(clause: Clause) -> str:
    """其中 63.5% 为灭火行动: what the part is stands behind it."""
    if pattern(r"其中(?:约|近|有|超|超过)?\s?$").search(clause.before) is None:
        return ""
    found = pattern(r"^\s?(?:左右|以上)?(?:为|是|系)([^，。；、0-9]{2,16})").match(clause.after)
    return "" if found is None else found.group(1)


def _counts_what_follows(own: str, subject: str, after: str, quantity: Quantity) -> bool:
    """Whether the noun behind the number may say what it counts (39 份文件, 200 万亩水稻)."""
    sort = sort_of(quantity.unit)
    if not own and not subject:
        return True
    if after.startswith(" ") and len(own) > 1 and not action_before(own):
        return False
    if sort is Sort.THING or (not quantity.unit and quantity.kind is Kind.COUNT and _is_verb(own)):
        named = bool(own) and after.startswith("的") and not action_before(own)
        return not own.endswith(_TOTALS) and not named
    if quantity.unit in _AREAS and pattern(_CROP_AHEAD).match(after):
        return True
    short = len(own) <= _VERB_LENGTH or (len(own) <= 6 and own[-1] in _PLACES)
    return sort is Sort.MEASURE and short


def _is_verb(own: str) -> bool:
    return len(own) <= _VERB_LENGTH or bool(action_before(own))


def _counted(own: str, tail: str, quantity: Quantity) -> str:
    verb = action_before(own)
    if quantity.unit not in _AREAS:
        done = own if sort_of(quantity.unit) is Sort.MEASURE else verb
        return done + tail
    place = own if own and own[-1] in _PLACES else ""
    if crop := pattern(_CROP_AHEAD).match(tail):
        tail = crop.group()
    return (place or verb) + _area(tail, crop=True)


def _area(label: str, *, crop: bool = False) -> str:
    """Land that is told by what grows on it is an area: 冬油菜面积."""
    if "面积" in label or label.endswith(("田", "地", "林")):
        return label
    grown = any(word in label for word in _GROWN)
    if grown or (crop and pattern(f"(?:{_CROPS})$").search(label)):
        return label + "面积"
    return label


def _part_label(before: str, own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if subject and pattern(_RATIO_TO).match(before.strip()):
        return _ratio_label(before, subject)
    if pattern(_SHARE_OF).search(before):
        return _share_label(own, subject)
    return _level_label(own, quantity, subject)


def _ratio_label(before: str, subject: str) -> tuple[str, str]:
    """与 GDP 之比: the ratio of the subject to something else."""
    return _short(subject + before.strip().rstrip("为达约是至")), subject


def _share_label(own: str, subject: str) -> tuple[str, str]:
    """占 says that it is a part of what was named before."""
    whole = own.removesuffix("占比") or subject.removesuffix("占比")
    return _short(f"{whole}占比") if whole else "", own or subject


def _level_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if not pattern(_VERB).sub("", own):
        return subject, subject
    if subject and pattern(_PER).match(own):
        if own[0] == "每" and sort_of(quantity.unit) is Sort.MONEY:
            label = subject if subject.endswith(("价", "价格")) else f"{subject}{own}价格"
            return _short(label), _short(label)
        return _short(own + subject.removeprefix(own)), subject
    if pattern(_MEASURED).match(own) and subject:
        place = pattern(_OF_PLACE).match(subject) if own in _GOING else None
        return _short((subject if place is None else place.group()) + own), subject
    if quantity.kind is Kind.AMOUNT and own in _PAID:
        own += "金额"
    if quantity.unit in _AREAS:
        own = _area(own)
    return _short(own), _short(own)


def _change_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    bare = pattern(_VERB).sub("", own)
    verb = own[len(bare) :] if quantity.unit != "%" else ""
    verb = pattern(_MORE).sub("", verb)
    bare = pattern(_ADVERB).sub("", bare)
    if subject and bare.startswith(_AGAINST) and not subject.endswith(bare):
        return _short(subject + bare + verb), subject
    if not bare:
        whole = subject if verb and subject.endswith(verb) else subject + verb
        return _short(whole), subject
    if pattern(_MEASURED).match(bare) and subject:
        whole = subject if subject.endswith(bare) else subject + bare
        return _short(whole + verb), whole if bare == "增速" else subject
    return _short(bare + verb), _short(bare)


def _short(label: str) -> str:
    return label[-_LONGEST:] if len(label) > _LONGEST else label
