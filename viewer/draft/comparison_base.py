"""What a change is measured against, told by the words before it or after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from viewer.draft.clauses import Clauses
from viewer.model import Kind, Quantity, Span
from viewer.quantities.regex_cache import pattern
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import any_of, matcher

_CHANGED = rf"(?:{any_of('zh', 'change.verb')}|新增|[翻增减升降涨跌多少高低快慢扩缩])"
_NAMED = (
    r"(?:(?<![同环占对相可])比(?![重例率值较如方对]|分之)|(?<![比相])较(?![为大小快好高多少])|与)"
    rf"\s*([^，。；、：\s]{{2,16}}?)(?:相比|比)?\s*(?:分别|均|又|再|大幅|小幅|略|略有|净|累计|共|实际|名义|年均|有所)*{_CHANGED}"
)
_ENGLISH = re.compile(
    r"(?:from|than|compared (?:with|to)|versus|against|over|on)\s+"
    r"((?:an?|the|one|last|previous|prior|same|year|month|quarter|corresponding)\b[^,.;()]{0,40}?"
    r"(?:earlier|before|ago|previous year)|"
    r"(?:last|the previous|the prior|the same)\s(?:year|month|quarter|week|period))\b",
    re.IGNORECASE,
)
_TERMS = {
    ("zh", "year"): {"": "上年同期"},
    ("zh", "previous"): {"周": "上周", "月": "上月", "季": "上季度", "": "上期"},
    ("en", "year"): {"": "a year earlier"},
    ("en", "previous"): {"m": "a month earlier", "q": "a quarter earlier"},
}
"""What a term compares with, by how it begins: 周环比 with 上周."""
_SAME_TIME = "同期"
_REACH = 60


def base_of(clauses: Clauses, quantity: Quantity) -> str | None:
    """The base of a change in the words of the report (`上年同期`), None where it names none.

    The nearest words before the figure win: 比上年增长 in its own clause, else 同比 said once for a
    list in the same sentence; English names the base after the figure.
    """
    if quantity.kind is not Kind.CHANGE:
        return None
    text, at = clauses.text, quantity.span
    sentence, clause = clauses.sentence(at), clauses.clause(at)
    near = text[max(clause.start, at.start - _REACH) : clause.end]
    far = text[max(sentence.start, at.start - 2 * _REACH) : at.start]
    after = text[at.end : min(sentence.end, at.end + _REACH + 20)]
    if "\t" in text[sentence.start : sentence.end]:  # a cell: the head of its column tells
        return _named_in(quantity.label)
    return _named_in(near) or _english(after) or _named_in(far)


def _named_in(words: str) -> str | None:
    found = list(_terms(words))
    for each in pattern(_NAMED).finditer(simplified(words)):
        found.append((each.start(), words[slice(*each.span(1))].strip()))
    english = [(each.start(), each[1].strip()) for each in _ENGLISH.finditer(words)]
    said = [(at, base) for at, base in found + english if base and not base.isdecimal()]
    return max(said)[1] if said else None


def _terms(words: str) -> Iterator[tuple[int, str]]:
    """Where terms of comparison stand, and what they compare with: 同比 is against 上年同期."""
    plain = simplified(words)
    for language in ("zh", "en"):
        for one in matcher(language, "basis.phrase", "basis.term").found(plain):
            term = one.entry.category == "basis.term" or one.entry.word.endswith(_SAME_TIME)
            bases = _TERMS.get((language, one.entry.sense), {}) if term else {}
            begins = (base for head, base in bases.items() if one.entry.word.startswith(head))
            for base in itertools.islice(begins, 1):
                yield one.start, base


def _english(after: str) -> str | None:
    found = _ENGLISH.search(after)
    return found[1].strip() if found else None


def has_rate(text: str, span: Span) -> bool:
    """Whether what grew is itself a rate, so that `提高 27%` may mean points or percent."""
    return (
        re.search(
            r"(?:率|比重|占比|份额|\brate|\bshare)[^，。；]{0,10}$",
            text[max(0, span.start - 24) : span.start],
        )
        is not None
    )
