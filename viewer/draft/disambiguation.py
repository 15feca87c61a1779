"""Figures of one name told apart: by the time that the report puts before each, or as earlier."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from viewer.draft.finds import Candidate, Finds
from viewer.i18n import Words
from viewer.model import Span

_TIME = re.compile(
    r"(?:(?:19|20)\d{2} ?年"
    r"(?:(?:底|末|初|上半年|下半年|全年|第?[一二三四]季度|同期)|前?\d{1,2}月份?(?:底|末)?)?|"
    r"\d{1,2}月份?(?:底|末)?|(?:去年|上年|今年|目前|当前)(?:底|末|初|同期)?)"
)
_WAS = re.compile(r"(?:[由从]|原来?(?:的|有)?)[^，。；、]{0,14}$")
_WAS_ENGLISH = re.compile(
    r"\bfrom\b(?: an?| the)?(?: (?:initial|preliminary|earlier|previous|revised))?(?: \w+ of)?"
    r"[^,.;\d]{0,12}$",
    re.IGNORECASE,
)
_VERSUS = re.compile(r"\b(?:vs\.?|versus|compared (?:with|to))\s*[^\w,.;]?$", re.IGNORECASE)
_REACH = 40
_EDGES = " \t\xa0\u3000，,。;；:：、"


def disambiguated(finds: Finds, words: Words, leave: Collection[int]) -> Finds:
    """The figures with labels that differ where the report says how: 增速（2017年）, 增速（此前）.

    Figures of one label, unit, kind and standing that say different values; `leave` are those of
    series, whose periods tell them apart. Where the words do not tell, labels stay as they are.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    for at, each in enumerate(finds.found):
        quantity = each.quantity
        if at not in leave and quantity.label:
            standing = quantity.standing
            groups[quantity.label, quantity.unit, quantity.kind, standing, each.base].append(at)
    labels: dict[int, str] = {}
    for group in groups.values():
        if len({finds.found[at].quantity.value for at in group}) == len(group) > 1:
            labels |= _labels(finds, group, words)
    return replace(
        finds, found=tuple(_named(each, labels, at) for at, each in enumerate(finds.found))
    )


def _named(each: Candidate, labels: Mapping[int, str], at: int) -> Candidate:
    if at not in labels:
        return each
    return replace(each, quantity=replace(each.quantity, label=labels[at]))


def _labels(finds: Finds, group: Sequence[int], words: Words) -> Mapping[int, str]:
    """A label for each of a group; none where two would still be the same."""
    said = {at: _time(finds, at) or _earlier(finds, at, words) for at in group}
    if len(set(said.values())) < len(group):
        return {}
    return {
        at: words(
            "draft.label.of-time", label=finds.found[at].quantity.label.strip(_EDGES), time=time
        )
        for at, time in said.items()
        if time
    }


def _before(finds: Finds, at: int) -> str:
    """The words of the clause before a figure, as far as the figure before it."""
    span = finds.found[at].quantity.words
    start = max(finds.clauses.clause(span).start, span.start - _REACH)
    if at:
        start = max(start, finds.found[at - 1].quantity.words.end)
    return Span(min(start, span.start), span.start).of(finds.clauses.text)


def _time(finds: Finds, at: int) -> str:
    """The last time that the words before a figure name."""
    found = _TIME.findall(_before(finds, at))
    return found[-1] if found else ""


def _earlier(finds: Finds, at: int, words: Words) -> str:
    """`此前` where 由 or from opens the words before a figure, `对照` where vs does."""
    before = _before(finds, at)
    if _WAS.search(before) or _WAS_ENGLISH.search(before):
        return words("draft.label.earlier")
    return words("draft.label.compared") if _VERSUS.search(before) else ""
