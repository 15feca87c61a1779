"""Parts that the later clauses of a Chinese sentence tell of the size that its first one counts.

No word such as 其中 stands before them. What tells a part is how its clause is built: it opens with
the number (`耕地46万亩，32万亩已建成`), what is left over is told without one (`，其余为定期存款`),
its verb gives it to the whole (`外贸贡献了1730万吨`), or it names a sort of what is counted in all
(`共有基站5.8万座，农村地区2.1万座`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.model import Standing
from viewer.relations.context import Context, is_part_in_words, is_size
from viewer.relations.labels import core, of_one_measure
from viewer.relations.wording import REST

_ABOUT = re.compile("(?:还|另|也|只|仅|约|近|有|已有|超过?|逾)*")
DOES = re.compile(
    r"(?:以上|左右)?(?:已|均|都|仍|正|尚|来自|属于?|由|是|为(?!期)|在|被|获|未|没有|表示|参[与加]|完成|通过|"
    r"用于|投[向入]|流向|涉及|选择|认为|实现|需要?|可以?|因|从(?!事)|出自|源自)"
)
"""What follows a number that is the subject of its clause: `，32万亩已建成`."""
_GIVES = re.compile(
    r"[^，。；0-9]{1,12}(?:贡献了?|就[有达占超花用高贡][^，。；0-9]{0,3})(?:约|近)?"
)
_THOSE = re.compile(r"[^，。；0-9]{2,14}的(?:则|也|就|只|仅|还|共)*(?:为|有|是|达到?)(?:约|近|了)?")
"""A clause whose subject leaves out what it counts: 与资费有关的为."""
WITHIN = re.compile(r"[^，。；、0-9]{0,8}(?:之中|当中|[中里])[，,]?")
"""What follows a whole that a sentence counts out of: 护士748人中，."""
_REST = re.compile(
    rf"[^，。；0-9]{{0,6}}[，,；;](?:{REST})的?(?:[均都则]|全部)?(?:为|是|来自|用于|由|属于?)[^0-9]{{1,20}}[。；]?"
)
"""What follows the last part where the rest has no number of its own."""
_IN_ALL = re.compile(r"共|总|合计|现有|在册|^(?:本|我|全[市县区省校院馆县厂行港])")
_SORT = re.compile(
    r"(?:[一二三四五特高中初低]级|优[良质]|劣质|[大中小微]型|重点|女性?|男性?|未成年人?|[境国省市县区校院]外|"
    r"[境省市县区校]内|本地|外地|农村|城镇|乡镇|城区|郊区|市区|山区|独居|活期|定期)"
)
"""The words that name a sort of those that are counted."""
_PLACE = re.compile("(?:地区)?(?:的|有|为|是|达到?|约|近|只|仅)*")
_BARE = re.compile(r"[，,、；][^，。；、0-9的]{2,6}(?:有|为|达到?)?")
_CLAUSE = re.compile("[，,。；;：]")
_TOTAL = re.compile("(?:总[数量额计]|余额|规模|数量)$")


def clause_parts(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part), the whole being the first size of its sentence."""
    by_sentence: dict[int, list[int]] = {}
    for at in context.measures:
        if is_size(context, at) and not (context.is_row(at) or is_part_in_words(context, at)):
            by_sentence.setdefault(context.full_sentence(at), []).append(at)
    for whole, *later in by_sentence.values():
        if later and _may_be_whole(context, whole):
            yield from ((whole, at) for at in _parts_of(context, whole, later))


def _may_be_whole(context: Context, at: int) -> bool:
    told = context.figures[at].standing is Standing.FACT and at not in context.aims
    here = context.lead(at) + context.behind(at)
    if _THOSE.fullmatch(_CLAUSE.split(context.lead(at))[-1]):
        return False  # a part itself, of what the sentence before counts
    return told and not here.isascii() and not context.is_base(at)


def _parts_of(context: Context, whole: int, later: Sequence[int]) -> Iterator[int]:
    """The parts among later sizes, as long as they leave something of the whole."""
    left = context.values[whole]
    rest = _REST.fullmatch(context.behind(later[-1])) is not None
    rest = rest or WITHIN.match(context.behind(whole)) is not None
    before = whole
    for at in later:
        if not _may_be_part(context, whole, at) or context.values[at] >= left:
            return
        listed = before != whole and _BARE.fullmatch(context.gap(before, at)) is not None
        if not (rest or listed or _is_part(context, whole, at)):
            return
        if not _CLAUSE.search(context.between(before, at)) and not rest:
            return
        left -= context.values[at]
        before = at
        yield at


def _may_be_part(context: Context, whole: int, at: int) -> bool:
    is_fact = context.figures[at].standing is Standing.FACT and at not in context.aims
    if not is_fact or context.is_base(at) or is_part_in_words(context, at):
        return False
    labels = (context.figures[one].label for one in (whole, at))
    return context.same_unit(whole, at) and of_one_measure(*labels)


def _is_part(context: Context, whole: int, at: int) -> bool:
    """Whether the clause of a size is built as that of a part."""
    clause = _CLAUSE.split(context.lead(at))[-1]
    if _ABOUT.fullmatch(clause) and DOES.match(context.behind(at)):
        return True
    if _GIVES.fullmatch(clause) or _THOSE.fullmatch(clause):
        return True
    return _names_a_sort(context, whole, at, clause) or _bears_its_name(context, whole, at)


def _bears_its_name(context: Context, whole: int, at: int) -> bool:
    """Whether a part bears the name of all that are counted, with more before it: 外文图书."""
    name = _TOTAL.sub("", core(context.figures[whole].label))
    part = core(context.figures[at].label)
    longer = len(name) > 1 and part != name and part.endswith(name)
    return longer and _IN_ALL.search(context.lead(whole)) is not None


def _names_a_sort(context: Context, whole: int, at: int, clause: str) -> bool:
    """Whether a clause names a sort of what another counts in all: 一级文物 of 馆藏文物."""
    sort = _SORT.match(clause)
    if sort is None or not _IN_ALL.search(context.lead(whole)):
        return False
    if _PLACE.fullmatch(clause[sort.end() :]):
        return True
    name = _TOTAL.sub("", core(context.figures[whole].label))
    return len(name) > 1 and core(context.figures[at].label).endswith(name[-2:])
