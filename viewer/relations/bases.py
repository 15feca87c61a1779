"""Bases that a clause or sentence of their own gives: `At the end of 2021 it had been 12%`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from viewer.model import Basis, Standing
from viewer.relations.context import Context
from viewer.relations.labels import core, likeness, same_subject
from viewer.relations.wording import EACH, EARLIER, ENGLISH_EARLIER, ENGLISH_MONTH

_SUCH = r"(?:(?:这一|该|此)[^，。；0-9]{0,8})?"
_STRONG = re.compile(
    rf"[与同比较跟]{EARLIER}[^，。；0-9]{{0,10}}的\s*[（(]?\s*$|"
    rf"(?:^|[，。；：（(]\s*)(?:而|且|但)?(?:在)?{_SUCH}{EARLIER}时?(?:末|底|的)?[^，。；0-9]{{0,12}}"
    r"(?:为|是|有|达|仅|只有|还在|尚在|仍在|还高?达)?(?:到)?(?:约|近|(?:净|录得|出现)*亏损)?"
    r"(?<=[为是有达仅在到约近损])\s*$|"
    rf"(?:^|[，。；：]\s*)(?:而|且|但)?(?:在)?{EARLIER}[，,][^，。；0-9]{{0,14}}"
    r"(?:为|是|有|达|仅|只有)(?:到)?(?:约|近)?\s*$"
)
_EVENT = (
    r"(?:[\u4e00-\u9fff]{1,12}?(?:之前|以前|(?<![目当提以年月日天此从先税息生])前)|"
    r"(?:高峰|峰值|顶峰|鼎盛|低谷|最高|最低|最多|最少|成立|开业|启动|起步|创办|建成)"
    r"(?:时期?|期|之初|初期))"
)
"""The source of an expression for an earlier time that Chinese names by what came after it."""
_COPULA = (
    r"(?:则|还|尚|仍|曾|一度|只|仅|才|不过|不足|不到|高达|约|近|[为是有达在到](?![为是有达在]))*"
)
_OF_EVENT = re.compile(
    rf"(?:^|[，。；])(?:而|但|且)?在?{_EVENT}{_COPULA}(?<=[为是有达仅在到约近])\s*$"
)
_TIME_ONLY = re.compile(
    rf"(?:而|但|且)?在?(?:{EARLIER}|{_EVENT})(?:时|末|底|的|[，,])?{_COPULA}\s*"
)
"""A clause that says no more of a figure than of what earlier time it is: 改造前为."""
_CLAUSES = re.compile("[，,。；;：]")
_ENGLISH = re.compile(
    r"(?:^|[,(;]\s*|\b(?:and|but|while|whereas)\s+)(?:compared with )?"
    r"(?:(?:the|its|that|this) (?:\w+ ){1,3})?"
    rf"{ENGLISH_EARLIER},?\s+(?:[^.;,0-9]{{1,45}}\s)?(?:only |just |about )?[$£€]?$|"
    rf"\b(?:than|against|with|to|from|on) {ENGLISH_EARLIER},? when\b[^.;,0-9]{{0,40}}$|"
    rf"\b(?:in|at the end of|at end-|by) {ENGLISH_MONTH}(?: (?:19|20)[0-9]{{2}})?,? "
    r"(?:there|it|they|this|that|the [a-z]+) had (?:been|stood at|numbered|come to)"
    r"[^.;,0-9]{0,20} [$£€]?$|"
    rf"\b(?:for|in) (?:{ENGLISH_MONTH}|the (?:previous|prior) \w+) (?:was|were) revised "
    r"(?:up |down )?to [$£€]?$",
    re.IGNORECASE,
)
_ENGLISH_CUE = (
    *("year", "quarter", "month", "week", "period", "count", "round", "season", "decade"),
    *("19", "20"),
    *("revised", "had "),
)
_ENDS = tuple(" $£€")
_ENGLISH_BEHIND = re.compile(rf"\s*(?:\w+ )?{ENGLISH_EARLIER}\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:^|[.;,]\s*)(?:it|they|this|that|these|those|"
    r"the (?:figure|ratio|rate|number|total|share))\s(?:\w+ ){0,2}[$£€]?$|\band\s[$£€]?$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"^\s*(?:而|但)?第?(?P<number>[0-9一二三四]{1,2}|(?:19|20)[0-9]{2})(?P<period>年|月|季)"
    r"(?!初|末|底|前)"
)
_PERIOD = re.compile(
    r"第?(?P<number>(?:19|20)[0-9]{2}(?=年)|[0-9]{1,2}(?=[月季])|[一二三四](?=季))(?P<period>年|月|季)|"
    r"\b(?P<english>first|second|third|fourth) quarter\b|\b(?P<year>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_NUMBERS = {name: at for at, name in enumerate(("first", "second", "third", "fourth"), 1)} | {
    name: at for at, name in enumerate("一二三四", 1)
}
_ANAPHORA = re.compile(
    r"这一|该|此|其|时为|"
    r"\b(?:it|this|that|these|those|they|"
    r"the (?:\w+ )?(?:figure|ratio|rate|margin|number|total|share|proportion|level|count))\b",
    re.IGNORECASE,
)
_YEAR_AGO = re.compile(r"[上去前]一?年|同期|同月|同季|year", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"第?[0-9一二三四]季|[0-9]{1,2}月|[上前]一?个?[月季期周]|quarter|month|week", re.IGNORECASE
)
_SINCE = re.compile(r"(?:19|20)[0-9]{2}|[年月期季]初|年前")
_TIME = re.compile(r"[年月季期周前原届轮次学时初]")
"""What every name of an earlier time holds in Chinese: spares most figures the long search."""
_LINKS = frozenset("的为是有达到仅约近在损（£€")
"""What ends every Chinese clause that names the earlier time of a figure: spares the search too."""
_EACH = re.compile("|".join(EACH))
_MEANWHILE = re.compile(r"(?:^|[，。；：]\s*)同期[^，。；0-9]{0,14}$")
"""A clause that 同期 opens tells of the same time, not of an earlier one: 同期发电量452亿千瓦时."""
_AND = re.compile(r"\s*[、和及与]\s*")
_FAR = 8
_ALIKE = 0.5
"""The least likeness of two labels of one measure that neither contains the other."""
_EARLIER_WORDS = re.compile(rf"{EARLIER}|[的则則]")
"""What a label names of the earlier time of its base, not of the measure: 前一年同期."""
_SENTENCES = 2
"""How many clauses or sentences a base that names no measure goes back to its level."""
_SIZES = 3
"""How many times larger than the other a level or its base may be."""
_CLOSE = 1.6
"""The same where only the period of a sentence tells that it gives a base."""
_OF_THAT_SIZE = 1.25
"""The same for two sums of money whose labels tell nothing."""
_LOSS = re.compile("[则为录得出现净]*亏损")
_REACH = 60


def bases_of_their_own(context: Context, known: Collection[int]) -> Iterator[tuple[int, int]]:
    """Pairs (level, base) where the clause or sentence of the base names its earlier time.

    `known` are bases whose words stand between them and their level. A level may have two
    bases where they are of different times (上季度 and 上年同期).
    """
    taken: dict[int, list[Basis | None]] = {}
    bases = {base for base in known if not is_named_earlier(context, base)}
    for position, base in enumerate(context.measures):
        if not context.is_level(base) or context.figures[base].standing is not Standing.FACT:
            continue
        lead = context.before(base, _REACH).lstrip()
        strong = is_named_earlier(context, base)
        if not strong and not _names_earlier(context, base, lead):
            continue
        level = _level(context, position, lead, bases, strong=strong)
        if level is None or {level, base} & bases or base in taken:
            continue
        basis = basis_of_base(context, base)
        if basis not in taken.setdefault(level, []):
            taken[level].append(basis)
            bases.add(base)
            yield level, base


def basis_of_base(context: Context, base: int) -> Basis | None:
    """With what time a base belongs, by the words around it; None where they name none."""
    english = _ENGLISH_BEHIND.match(context.after(base))
    words = english.group() if english else context.before(base, 24)
    words = re.split("[，,。；;]", words)[-1] if not _YEAR_AGO.search(words) else words
    if _YEAR_AGO.search(words):
        return Basis.YEAR
    if _PREVIOUS.search(words):
        return Basis.PREVIOUS
    return Basis.SINCE if _SINCE.search(words) else None


def is_named_earlier(context: Context, base: int) -> bool:
    """Whether the clause of a figure names an earlier time as its own."""
    lead = context.before(base, _REACH).lstrip()
    tail = lead.rstrip()[-1:]
    if tail not in _LINKS and not tail.isascii():
        return _is_listed(context, base, lead)
    chinese = not lead.isascii()
    if chinese and (_MEANWHILE.search(lead) or not _TIME.search(lead)):
        return not _MEANWHILE.search(lead) and _is_listed(context, base, lead)
    if chinese and (_STRONG.search(lead) or _OF_EVENT.search(lead)):
        return True
    if lead[-1:] in _ENDS and context.sentence(base) in context.mentioning(_ENGLISH_CUE):
        small = lead.lower()
        if any(word in small for word in _ENGLISH_CUE) and _ENGLISH.search(lead):
            return True
        if _PRONOUN.search(lead) and _ENGLISH_BEHIND.match(context.after(base)):
            return True
    return _is_listed(context, base, lead)


def _is_listed(context: Context, base: int, lead: str) -> bool:
    """Whether a figure goes on a list of bases of several measures: 去年分别为588列和6.1万标箱."""
    before = base - 1
    if context.sentence(base) not in context.mentioning(EACH):
        return False
    each = before >= 0 and _EACH.search(lead) and _AND.fullmatch(context.gap(before, base))
    return bool(each) and is_named_earlier(context, before)


def _names_earlier(context: Context, base: int, lead: str) -> bool:
    """Whether the sentence opens with a period, after a sentence of another paragraph or period."""
    return _WEAK.match(lead) is not None and bool(core(context.figures[base].label))


def _level(
    context: Context, position: int, lead: str, bases: set[int], *, strong: bool
) -> int | None:
    """The nearest level of the measure in the sentence of the base or the one before."""
    base = context.measures[position]
    sizes = _SIZES if strong else _CLOSE
    if lead.endswith("亏损"):
        sizes *= sizes  # a profit may be of any size after a loss
    alike = [
        at
        for at in reversed(context.measures[max(0, position - _FAR) : position])
        if at not in bases and _may_be_level(context, at, base, sizes)
    ]
    label = _EARLIER_WORDS.sub("", context.figures[base].label)
    clause = _CLAUSES.split(lead)[-1]
    if label[:2] in clause and _TIME_ONLY.fullmatch(clause):
        label = ""  # 改造前为, 三个月前为: what it is called names only its time
    named = [at for at in alike if _is_named(context.figures[at].label, label)]
    if not strong:
        return next((at for at in named if _is_later(context, at, base)), None)
    alike = [at for at in alike if not _is_earlier(context, at, base)]
    named = [at for at in named if at in alike]
    if named:
        return max(named, key=lambda at: likeness(context.figures[at].label, label))
    anaphoric = len(core(label)) < 2 or _ANAPHORA.search(lead + core(label)) is not None
    loss = _LOSS.fullmatch(label) is not None
    bare = loss or not label or (label.isascii() and base in context.without_noun)
    near = [at for at in alike if context.sentence(base) - context.sentence(at) <= _SENTENCES]
    if not (anaphoric or bare or _is_of_that_size(context, base, near)):
        return None
    return near[0] if _is_one(context, near) else None


def _is_of_that_size(context: Context, base: int, near: Sequence[int]) -> bool:
    """Whether an English sum of money is near the one before it: `the year before it spent 176`."""
    if not near or context.figures[base].surface[:1] not in "$£€":
        return False
    sizes = sorted((context.values[near[0]], context.values[base]))
    apart = context.full_sentence(base) - context.full_sentence(near[0])
    return sizes[1] <= _OF_THAT_SIZE * sizes[0] and apart <= 1


def _is_named(one: str, other: str) -> bool:
    return same_subject(one, other) or likeness(one, other) >= _ALIKE


def _is_one(context: Context, alike: Sequence[int]) -> bool:
    """Whether the first of the candidates is the only one of its sentence."""
    return len(alike) == 1 or (
        len(alike) > 1 and context.sentence(alike[0]) != context.sentence(alike[1])
    )


def _may_be_level(context: Context, at: int, base: int, sizes: float) -> bool:
    one = context.figures[at]
    if not context.same_unit(at, base) or not context.is_level(at):
        return False
    if one.standing is not Standing.FACT:
        return False
    if context.paragraph(at) != context.paragraph(base):
        return False
    apart = context.full_sentence(base) - context.full_sentence(at)
    values = sorted((context.values[at], context.values[base]))
    near = 0 <= apart <= 2 and values[0] > 0 and values[1] <= sizes * values[0]
    return near and not context.is_led_by_aim(at)


def _periods(context: Context, at: int) -> dict[str, int]:
    """The last period of each sort around a figure: {"季": 3, "年": 2023}."""
    named = {}
    behind = re.split("[,，.。;；]", context.after(at))[0]
    for found in _PERIOD.finditer(context.before(at, _REACH) + " " + behind):
        number = found["number"] or found["english"] or found["year"]
        sort = found["period"] or ("季" if found["english"] else "年")
        name = number.casefold()
        named[sort] = _NUMBERS[name] if name in _NUMBERS else int(name)
    return named


def _is_later(context: Context, level: int, base: int) -> bool:
    """Whether the level stands under a later period of the sort that opens the base's sentence."""
    opened = _WEAK.match(context.before(base, _REACH))
    own, of_base = _periods(context, level), _periods(context, base)
    sort = opened["period"] if opened else ""
    return sort in own and sort in of_base and own[sort] > of_base[sort]


def _is_earlier(context: Context, level: int, base: int) -> bool:
    """Whether the level stands under an earlier period than its base, which then is no base."""
    own, of_base = _periods(context, level), _periods(context, base)
    if "年" in own and "年" in of_base and own["年"] != of_base["年"]:
        return own["年"] < of_base["年"]
    return any(
        own[sort] < of_base[sort] for sort in ("季", "月") if sort in own and sort in of_base
    )
