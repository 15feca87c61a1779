"""Durations that a report measures: what took so long, and by how much longer or shorter.

Most durations of a text are none of its figures: `within 12 months`. Those beside a word of change
or in a sentence about a time that something takes are sizes and changes like any other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from viewer.model import Kind, Quantity
from viewer.relations.worded import Worded
from viewer.relations.wording import AIM_NOUN, BOUND, ENGLISH_AIM_NOUN

_ABOUT = r"(?:about |around |nearly |almost |some |just |only |an average of )?"
_MOVED_BY = re.compile(
    r"\b(?:by|down|up|(?:an? |the )(?:[a-z]+ )?"
    rf"(?:reduction|improvement|increase|fall|rise|drop|cut|decrease|saving) of) {_ABOUT}$|"
    r"(?:缩短|延长|压缩|压减|缩减|减少|增加|下降|提高|提前|加快|快|慢|少|多)了?(?:约|近)?\s*$",
    re.IGNORECASE,
)
"""The words before a duration by which another became longer or shorter."""
_LONGER = re.compile(
    r" (?:shorter|longer|less|more|fewer|faster|slower|quicker|lower|higher|sooner|better|worse)\b"
    r"(?! than (?:a|one|the) (?:year|month|week|day)\b(?! ago| earlier| before))",
    re.IGNORECASE,
)
"""The words behind it that say the same: `3.1 days shorter than in 2023`."""
_TAKES = re.compile(
    r"\b(?:times?|waits?|waiting|stays?|delays?|durations?|turnarounds?|lengths?|dwell|age|"
    r"expectancy|lifetime|lag|took|takes|journeys?)\b|"
    r"时间|时长|时限|时延|周期|住院日|等候|候诊|用时|耗时|工期|账期|天数|年限|寿命|年龄|周转",
    re.IGNORECASE,
)
"""The words for what is measured by how long it takes."""
_SIZED = re.compile(
    r"(?:\b(?:was|were|is|are|averag\w+|stood at|to|at|of|from|against|than|with|took|takes|"
    rf"reached) |[(,] ?){_ABOUT}$|"
    r"(?:至|到|计|为|是|达|达到|的|由|从|于|约|仅|日|间|长|限|期|时|数|龄|寿命)\s*$",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:fell|rose|shorten\w*|lengthen\w*|cut|reduc\w+|improv\w+|eas\w+|dropp\w+|increas\w+|"
    r"decreas\w+|declin\w+|grew|down|up|compared|against|shorter|longer|slipp\w+|edged|went|came)"
    r"\b|"
    r"缩短|延长|压缩|压减|缩减|减少|增加|下降|降|升|提高|增长|上升|比|较|"
    rf"{AIM_NOUN}|{BOUND}|\b(?:{ENGLISH_AIM_NOUN}|limit)\b",
    re.IGNORECASE,
)
"""The words that hold a duration beside another: its past, or an aim."""
_NO_SIZE = re.compile(
    r"\b(?:in|over|within|during|for|the|next|last|past|first|every|each|another|coming|previous)"
    r" (?:about )?$|(?:近|过去|未来|前|连续|历时|每|第|为期|在)\s*$",
    re.IGNORECASE,
)
"""The words before a duration in which something happens, and which measures nothing."""
_AGO = re.compile(
    r" (?:ago|earlier|before|ended|ending|of|to (?:the |end |(?:[0-9]{1,2} )?[A-Z]))\b|"
    r" to [A-Z]|[前后内来间里](?![a-z])|以[前后内来]"
)
_SUCH = re.compile("(?:这一|该)(?:数字|数|时间|指标|平均值)")
"""The words by which a sentence goes on with what the one before it measured."""
_SENTENCES = 2
_REACH = 60


def with_durations(words: Worded) -> Sequence[Quantity]:
    """The figures, in place of durations that are measured the sizes and changes that they are."""
    figures = words.figures
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(figures):
        if one.kind is Kind.DURATION and one.value:
            by_sentence[words.sentence(at)].append(at)
    measured: dict[int, Kind] = {}
    before: Sequence[int] = ()
    for members in by_sentence.values():
        near = before and words.sentence(members[0]) - words.sentence(before[-1]) <= _SENTENCES
        goes_on = near and before[-1] in measured
        measured |= _measured(words, members, goes_on=bool(goes_on))
        before = members
    if not measured:
        return figures
    return [
        replace(one, kind=measured[at], is_metric=True) if at in measured else one
        for at, one in enumerate(figures)
    ]


def _measured(words: Worded, members: Sequence[int], *, goes_on: bool) -> dict[int, Kind]:
    """The durations of one sentence that are measured, with what they are.

    `goes_on`: whether durations right before it are measured, which `这一数字` may take up.
    """
    kinds: dict[int, Kind] = {}
    for at in members:
        before, after = words.before(at, _REACH), words.after(at)
        if _AGO.match(after):
            continue
        if _MOVED_BY.search(before) or _LONGER.match(after):
            kinds[at] = Kind.CHANGE
        elif _SIZED.search(before) and not _NO_SIZE.search(before):
            kinds[at] = Kind.AMOUNT
    sizes = [at for at, kind in kinds.items() if kind is Kind.AMOUNT]
    told = words.text[words.opens_at(members[0]) : words.figures[members[-1]].span.end]
    told += words.after(members[-1])
    moved = len(kinds) > len(sizes) or (_MOVES.search(told) and _TAKES.search(told))
    goes_on = goes_on and _SUCH.search(told) is not None
    return kinds if sizes and (moved or goes_on) else {}
