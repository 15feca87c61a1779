"""From a clause to a label: what is dropped, what is kept, and what a clause before it lends."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.chinese.aims import against_aim, named_aim
from viewer.quantities.chinese.counted import action_before, noun_after, without_actor
from viewer.quantities.chinese.label_cleanup import trimmed
from viewer.quantities.chinese.reference import at_earlier_time, referring
from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import Sort, listed, sort_of
from viewer.quantities.vocabulary import matcher

_LONGEST = 26
_VERB = (
    "(?:增长|成长|衰退|[年月季周][增减](?!率)|上升|提高|提升|下降|回落|减少|增加(?!值)|上涨|下跌|下滑|上浮|下调|上调|扩大|缩小|"
    "收窄|加快|放缓|攀升|飙升|高出|降低|净增|递增|大增|猛增|激增|锐减|骤降|减产|增产|高于|低于|净增加|净减少|"
    "多增|少增|[多少](?:收|产|销|赚|挣|完成|出|交|卖|用|花|支|运|发|拿|亏|缴)|增收|减收|增支|减支|翻番|"
    "[净多少](?=$)|^加(?=$)|实际|名义|变动|拉动|压减|压缩|同[增降减]|收[涨跌挫]|缩短|延长|累计|下行|上行|反弹|(?:微|略|稍|偏|大|再|续|连)?[挫增减升降涨跌高低多少快慢])+$"
)
_MORE = "^(?:[多少高低快慢].{0,2}|[增减]收|[增减]支|净)$"
"""Verbs that are no part of a name: the sign of the change says which way."""
_MOVES_BY = MappingProxyType({"多": "增加", "少": "减少", "高": "高出", "低": "低出"})
"""What tells 比上年多5.6亿元 from the level itself, which has the same unit."""
_ADVERB = "(?:(?<![存潜内实所外现正])在|亦|也|仍|又|再|(?<![规原细准法])则)$"
_MEASURED = (
    "^(?:[周月年]?[增降涨跌升减加]幅|最高[日月]?|峰值|(?:目标|计划|任务|投资|预算)?(?:完成|达成|达标)率|增速|[年月季]增率|成长率|增长率|降幅度|占比|比重|比例|变动幅度|"
    "(?:市场|此前|机构)?(?:一致)?预期|前值|初值|终值|预测值|修正值|"
    "合计|进度|效率|占.*)$"
)
_BARE_MEASURE = (
    "(?:总?(?:金额|经费|资金|总额|数量|规模|面积|长|长度|里程|产值|产量|投资|成本|费用|价格|人数)|"
    "(?:执行|合格|完好|利用|使用|入住|上座|回收|回复|回覆|办结|结案|满意|知晓|覆盖|达标|到位|通过|准点|"
    "故障|投诉|续约|续费|流失|退货|录取|报到|升学|缺勤|出勤|治愈|死亡|检出|"
    "命中|中标|开工|竣工|完工|出租|空置|中签|通过)率|增加值|总产出|收入|营收|税收|保费|赔付金额|满意度|(?:进口|出口|销售|收购|平均)?(?:价值|货值|均价|单价))$"
)
"""A measure that says nothing without what it is of: 补助发放5户，金额3万元."""
_GROWN_ON = "(?<=..)(?:播种|种植|收获|栽培)$"
"""What was done on the land, which its harvest is not called by: 小麦播种面积, then 小麦产量."""
_OUT_OF_BUDGET = "^(实收|实支|支用|支出|收入|拨付|到位|动支|支付)$"
_BUDGET = "(?:预算数?|计划|目标)$"
_BOOKS = "^(?:支出|调出|调入|上解|结转下年?|(?:当年|本年|年末|累计|滚存)*(?:收支)?结余)$"
_BOOKED = "(?<=.{3})(?:收入|支出)$"
"""What the books of a fund hold beside its income: 社会保险基金收入5亿元，支出4亿元."""
_PER = (
    "^(?:每[百千万亿]*(?:吨|斤|公斤|亩|桶|升|股|人|户|件|台|辆|平方米|立方米|公顷|头|只|张|份|盒|箱|瓶|次|场|票|度|千瓦时)|"
    "每[百千万]+[名户人个张].{0,4}|[人户日月年亩生班校床次件笔单台辆吨场店村院]平?均|每[户人件笔台辆亩吨场店村校][年月]?平均|"
    "[户人亩]均年?(?:[增减]收)?)$"
)
_LIKE_LEVEL = "^(?:约?[为是]|相当于|等于|达到?)(?!上年|去年|同期|年)([^，的]{2,10})的$"
"""A level that a share is told of: 能繁母猪1.9万头，为正常保有量的101%."""
_SERVES = "^能?(?:满足|覆盖|容纳|供应|保障)$"
_EACH = "^每[户人件笔台辆亩吨场店村校][年月]?平均$"
_SHARE_OF = r"占(?:了|约|近|超|超过|逾|到|据|比|达|为| )*$"
_TOTALS = ("数", "人数", "数量", "总量", "总数", "件数", "户数", "人口", "产量", "销量")
_LEVEL = "(?:吞吐|处理|周转|货运|客运|运输|运送|流|保有|存|成交|总)量$"
"""A measure whose number needs no thing behind it: 吞吐量5万个标准箱."""
_AREAS = frozenset(listed("亩 公顷 万亩 亩次 平方公里"))
_GROWN = ("播", "种", "收", "造林", "作物", "植", "流转", "整理")
_CROPS = "稻|麦|玉米|大豆|油菜|蔬菜|果|茶|棉|薯|粮食|粮|花生|药材|林|草|烟|糖|菌|水产|辣椒|田"
_CROP_AHEAD = f"^[^，。、；0-9]{{0,6}}?(?:{_CROPS})"
_PAID = frozenset(
    listed("止付 冻结 追缴 挽损 退赔 追回 返还 罚没 理赔 赔付 捐赠 授信 成交 到位 兑付 核发")
)
_VERB_LENGTH = 4
_LONGEST_VERB = 4
_BASE = r"(?:与|(?<![占环同对])比(?![重例率值])|较|同)[^，]*的?$"
_BASE_NAME = r"(?:^|[与比较同])(?P<base>[^，与比较]{2,10}?)的?$"
_THEN = "^(?:[今去上前明]年|本年|[同上]期|[上本]月)(?:同期)?"
_THAN_THEN = f"^(?:高于|低于|快于|慢于|多于|少于|好于)({_THEN[1:]})的$"
"""The same measure at another time: 升幅约3.5%，低于今年的4.1%."""
_LESS = "^((?:扣除|剔除|不含|不计).{2,14}(?:后|因素|外))(?!的)(.*)$"
"""What a measure is taken without: 扣除房地产开发投资后增长3.9%."""
_OF_LEVEL = r"占(?:了|到|据)?(?P<whole>[^占，]{2,14})$"
_ITS_PART = "^的(?:约|近|超过?)?[0-9一二三四五六七八九十]"
"""The level of a whole, whose part follows: 占一般公共预算支出36.2亿元的79.8%."""
_BESIDE = "^ ?(?:相比|减少|增加|下降|上升|提高|降低|[高低多少]出?)"
_TIMES_OF = r"(?<=..)(?:是|为|相当于|等于|达到?)(?:上年|去年|[^，]{1,10})(?:的|同期)?$"
_RATIO_TO = r"^[与同和][^，]{1,12}之比(?:[为达约是至])*$"
_MOVED = (
    "^(.{2,12}?)(?:持续|继续|明显|大幅|小幅|稳步|快速|逐步|有所|不断|再次|也|则|均|已|一度)*"
    "(?:增长|上升|提高|提升|下降|回落|减少|增加|上涨|下跌|下滑|扩大|缩小|收窄|加快|放缓|攀升|"
    "降至|升至|跌至|涨至|达到|创下?|保持|维持|趋于|趋稳|回升|好转|改善|走高|走低|偏[低高紧松]|"
    "较[低高快慢好差]|(?:仍然?|依然|依旧)[是为属]|方面$)"
)
_AT_HEIGHT = (
    "^([^，、]{2,14}?)(?:再|又|也|均|首次|一举|成功|已|连续.{1,5}年)*"
    "(?:创[^，]{0,10}新[高低]|(?:迈过|跨过|跨越|突破|站上|登上|迈上|越过)[^，]{1,8}(?:大关|关口|台阶|门槛))$"
)
"""A height that something reached, told before its number: 财政收入迈过千亿大关，达1330亿元."""
_USED = (
    "^(?:左右|以上|，)*(?:主要|重点)?(?:用于|用来|用以|支持)"
    "((?!的)[\u4e00-\u9fff]{2,8})(?=[，。；、等和及）]|$)"
)
_NEXT_YEAR = "^(?:[明今去本上下]年度?|将|再|共)+"
_SPENT = (
    f"(?:{_NEXT_YEAR})?(?:投入|投资|斥资|耗资|出资|花费|动用|安排|拨付|拨款|下达|筹集|筹措|统筹|"
    f"整合)(?:资金)?$"
)
_PUT_INTO = (
    "^(?:元)?((?:整治|治理|修复|保护|建成|布局|支持|实施|开展|补齐|更新|改造|兴建|兴办|打造|推动|办理|建设|新建|改建|扩建|修建|升级|购置|购买|采购|开发|研发|建造|整治|维修|修缮|"
    "扩充|添置|翻新)(?![的了])[\u4e00-\u9fff]{2,10}?)(?=[，。；、和及并）]|$)"
)
"""What money is put into, where no 用于 leads to it: 投入3亿元更新信号系统."""
_BY_WORKS = "(?:专案|工程|行动)$"
_HELD = (
    "^(?:的)?(?:人|受访者|被访者|受访人士|市民|居民|家长|学生|员工|用户|顾客|乘客|旅客|农户|企业)?"
    "(?=认为|担心|满意|不满|支持|反对|赞成|同意|希望|愿意|觉得|感到|不愿|对|于|在)"
    "([\u4e00-\u9fff]{4,14})(?=[，。；、）]|$)|"
    "^(?:的)?(?:人|受访者|被访者|受访人士|市民|居民|家长|学生|员工|用户|顾客|乘客|旅客)"
    "(?:表示|认为|称|反映|坦言|直言)([\u4e00-\u9fff]{2,14})(?=[，。；、）]|$)"
)
"""What a part of the people asked say: 两成人表示满意现职."""
_FUND = (
    "^的?((?!及|和|以)[\u4e00-\u9fff]{0,6}?(?:奖金|资金|补贴|补助|贷款|债券|经费|奖励|税款|款项|赔偿金|保证金|救助金|"
    "赔款|罚款|利息|学费|租金|押金|红包|善款))(?=[，。；、）])"
)
_NEXT_ONE = "^(?:其次|首先|其后|接着|依次|随后|最高|最低|最快|最多)(?:的)?[为是](.{2,16})$"
_MOVING = "(?:上涨|下跌|增长|下降|回落|上升|连续|首次)"
_GOING = ("进度", "效率")
_OF_PLACE = "^[^，的]{1,5}?(?:自治区|省|市|县|区|州|盟|旗)(?=.)"
_AGAINST = (
    "落后",
    "超前",
    "领先",
    "高于",
    "低于",
    "快于",
    "慢于",
    "优于",
    "好于",
    "高出",
    "低出",
    "超计划",
    "超目标",
    "超预算",
)
_PLACES = "省市县区州村镇乡国盟旗"


_REST_IS = "(?:均|都|则|全部)?[为是]([\u4e00-\u9fff]{2,10})(?=[，。；;、]|$)"
"""What is left of a whole, told behind its number: 其余27项为市级项目."""


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
    own = _own_words(before, quantity, subject)
    if clause.earlier and not pattern(_VERB).sub("", own):
        subject = _who_moved(clause.earlier) or subject
    if not subject and clause.earlier and not pattern(_VERB).sub("", own):
        subject = pattern(_VERB).sub("", trimmed(clause.earlier))
    if then := _left(own, clause, subject) or at_earlier_time(clause.before, quantity, subject):
        return then
    if subject and (told := _by_subject(clause, quantity, (before, own), subject)):
        return told
    if aim := _short(named_aim(own, quantity, (clause.before, clause.after))):
        return aim, aim
    named = clause.after.startswith("的") if quantity.kind is Kind.SHARE else not quantity.unit
    if not own and named and quantity.kind in (Kind.SHARE, Kind.COUNT):
        subject = subject if quantity.kind is Kind.COUNT and clause.shared else ""
    if behind := _named_behind(own, subject, clause.after, quantity):
        return behind, behind
    return _label_by_kind(before, own, quantity, subject)


def _left(own: str, clause: Clause, subject: str) -> tuple[str, str] | None:
    """What is left of a whole by the name behind its number, and the subject that stays."""
    rest = pattern(_REST_IS).match(clause.after) if own in ("其余", "其他", "余下") else None
    return None if rest is None else (rest.group(1), subject)


def _own_words(before: str, quantity: Quantity, subject: str) -> str:
    """What the clause itself says of the number."""
    own = without_actor(trimmed(before))
    if not own and pattern(_EACH).match(before.strip()):
        own = before.strip()
    if quantity.unit == "倍":
        own = pattern(_TIMES_OF).sub("", own)
    less = pattern(_LESS).match(own) if subject else None
    return own if less is None else less.group(1) + subject + less.group(2)


def _by_subject(
    clause: Clause, quantity: Quantity, words: tuple[str, str], subject: str
) -> tuple[str, str] | None:
    """Label and subject of a number that is held against one before, or is another's whole."""
    before, own = words
    if (time := pattern(_THAN_THEN).match(clause.before.strip())) is not None:
        return time.group(1) + pattern(_THEN).sub("", subject), subject
    if referred := referring(clause.before, clause.earlier, quantity, subject):
        return referred
    if pattern(_BESIDE).match(clause.after) and pattern(_BASE).search(before):
        base = pattern(_BASE_NAME).search(before.strip())
        return (subject if base is None else base["base"] + subject), subject
    return against_aim(own, subject, (clause.before, clause.after)) or _whole_of(
        before, subject, clause
    )


def _whole_of(before: str, subject: str, clause: Clause) -> tuple[str, str] | None:
    """The level of the whole that the subject is a part of, where the share follows."""
    found = pattern(_OF_LEVEL).search(before.strip())
    if found is None or pattern(_ITS_PART).match(clause.after) is None:
        return None
    return found["whole"], f"{subject}占{found['whole']}"


def _label_by_kind(before: str, own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if quantity.kind is Kind.CHANGE:
        return _change_label(own, quantity, subject)
    if quantity.kind is Kind.SHARE:
        return _part_label(before, own, quantity, subject)
    return _level_label(own, quantity, subject)


def _named_behind(own: str, subject: str, after: str, quantity: Quantity) -> str:
    """What stands behind the number and says what it is of: money by its use, things by name."""
    if quantity.kind is Kind.AMOUNT and (use := _use(own, after)):
        return use
    part = quantity.kind is Kind.SHARE or quantity.unit == "%"
    if part and not own and (held := pattern(_HELD).match(after)):
        return held.group(1) or held.group(2)
    if not _counts_what_follows(own, subject, after, quantity):
        return ""
    tail = noun_after(after, quantity, subject)
    return _short(_counted(own, tail, quantity)) if tail else ""


def _use(own: str, after: str) -> str:
    """What money is for, by the words behind it; '' where they say nothing."""
    spent = pattern(_SPENT).match(own) is not None
    fund = pattern(_FUND).match(after) if spent or len(own) <= _VERB_LENGTH else None
    if fund is not None:
        return fund.group(1)
    used = (pattern(_USED).match(after) or pattern(_PUT_INTO).match(after)) if spent else None
    return "" if used is None else used.group(1) + pattern(_NEXT_YEAR).sub("", own)


def _who_moved(earlier: str) -> str:
    """The subject of a clause without a number that this one goes on from: 库存降至低位，仅有."""
    next_one = pattern(_NEXT_ONE).match(earlier.strip())
    if next_one is not None:
        return next_one.group(1)
    found = pattern(_AT_HEIGHT).match(earlier.strip()) or pattern(_MOVED).match(trimmed(earlier))
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
        return not own.endswith(_TOTALS) and not pattern(_LEVEL).search(own) and not named
    if quantity.unit in _AREAS and pattern(_CROP_AHEAD).match(after):
        return True
    short = len(own) <= _VERB_LENGTH or (len(own) <= 6 and own[-1] in _PLACES)
    return sort is Sort.MEASURE and short


def _is_verb(own: str) -> bool:
    return len(own) <= _VERB_LENGTH or bool(action_before(own))


def _counted(own: str, tail: str, quantity: Quantity) -> str:
    verb = action_before(own)
    if not verb and sort_of(quantity.unit) is Sort.THING and tail.startswith(("曾", "仍")):
        return own + tail
    if pattern(_BY_WORKS).search(own):
        return own + tail
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
    level = pattern(_LIKE_LEVEL).match(before.strip()) if subject else None
    if level is not None:
        return _short(f"{subject}相当于{level.group(1)}"), subject
    return _level_label(own, quantity, subject)


def _ratio_label(before: str, subject: str) -> tuple[str, str]:
    """与 GDP 之比: the ratio of the subject to something else."""
    return _short(subject + before.strip().rstrip("为达约是至")), subject


def _share_label(own: str, subject: str) -> tuple[str, str]:
    """占 says that it is a part of what was named before."""
    whole = own.removesuffix("占比") or subject.removesuffix("占比")
    label = _short(f"{whole}占比") if whole else ""
    return label, own if own.removesuffix("占比") else label or subject


def _level_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    if not pattern(_VERB).sub("", own):
        return subject, subject
    if subject and (named := _measure_of(own, quantity, subject)):
        return named
    if quantity.kind is Kind.AMOUNT and own in _PAID:
        own += "金额"
    if quantity.unit in _AREAS:
        own = _area(own)
    return _short(own), _short(own)


def _measure_of(own: str, quantity: Quantity, subject: str) -> tuple[str, str] | None:
    """A measure that takes what it is of from the subject: per head, money, rates, progress."""
    if pattern(_PER).match(own):
        return _each_of(own, quantity, subject)
    if pattern(_SERVES).match(own):
        return _short(subject + own.removeprefix("能")), subject
    if pattern(f"^{_BARE_MEASURE}").match(own) and (whose := _whose(own, subject)):
        named = _short(whose.removeprefix(own[:2]) + own)
        return named, subject if whose.startswith(own[:2]) else named
    if booked := _in_books(own, subject):
        return booked, subject
    if pattern(_MEASURED).match(own) is None:
        return None
    place = pattern(_OF_PLACE).match(subject) if own in _GOING else None
    return _short((subject if place is None else place.group()) + own), subject


def _in_books(own: str, subject: str) -> str:
    """What the books hold beside the subject: spent of a budget, left of a fund's income."""
    for entry, head in ((_OUT_OF_BUDGET, _BUDGET), (_BOOKS, _BOOKED)):
        if pattern(entry).match(own) and pattern(head).search(subject):
            return _short(pattern(head).sub("", subject) + own)
    return ""


def _each_of(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    """A level per unit: the price of goods by weight, the share of each head."""
    money = sort_of(quantity.unit) is Sort.MONEY
    if own[0] == "每" and not own.endswith("平均") and money:
        label = subject if subject.endswith(("价", "价格")) else f"{subject}{own}价格"
        return _short(label), _short(label)
    return _short(own + subject.removeprefix(own)), subject


def _whose(measure: str, subject: str) -> str:
    """What a bare measure is of: the subject less the measure that it ends in; '' for none."""
    rates = measure.endswith("率") and subject.endswith(("率", "度", "比"))
    bare = pattern(_BARE_MEASURE).sub("", subject)
    bare = bare[:-2] if measure.startswith(bare[-2:]) else bare
    bare = pattern(_GROWN_ON).sub("", bare) if "产" in measure else bare
    return "" if rates or subject.endswith(measure) else bare


def _change_label(own: str, quantity: Quantity, subject: str) -> tuple[str, str]:
    bare = _without_verb(own)
    absolute = not quantity.unit.endswith(("%", "百分点", "百分點"))
    verb = own[len(bare) :] if quantity.unit != "%" else ""
    verb = _MOVES_BY.get(verb, verb) if absolute else verb
    each = bool(subject) and pattern(_PER).match(bare + verb) is not None
    if each:
        return _short(subject + bare + verb), subject
    verb = pattern(_MORE).sub("", verb)
    bare = pattern(_ADVERB).sub("", bare)
    if subject and bare.startswith(_AGAINST) and not subject.endswith(bare):
        return _short(subject + bare + verb), subject
    if not bare:
        whole = subject if verb and subject.endswith(verb) else subject + verb
        return _short(whole), subject
    if pattern(f"^{_BARE_MEASURE}").match(bare) and (whose := _whose(bare, subject)):
        return _short(whose + bare + verb), _short(whose + bare)
    if pattern(_MEASURED).match(bare) and subject:
        whole = subject if subject.endswith(bare) else subject + bare
        return _short(whole + verb), whole if bare == "增速" else subject
    return _short(bare + verb), _short(bare)


def _without_verb(own: str) -> str:
    """A clause without the verb of change that ends it: 价格 of 价格走低, not 价格走."""
    bare = pattern(_VERB).sub("", own)
    verbs = matcher("zh", "change.verb")
    for at in range(max(1, len(own) - _LONGEST_VERB), len(bare)):
        if any(
            one and one.end >= len(own) for one in (verbs.at(own, at), verbs.at(f"{own}了", at))
        ):
            return own[:at]
    return bare


def _short(label: str) -> str:
    return label[-_LONGEST:] if len(label) > _LONGEST else label
