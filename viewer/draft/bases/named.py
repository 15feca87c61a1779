"""What a change is measured against, told by the words before it or after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from viewer.draft.bases.english import named_behind, over_year
from viewer.draft.clauses import Clauses
from viewer.language import ENGLISH, paragraph_language
from viewer.model import Kind, Quantity
from viewer.quantities.agree import is_percent
from viewer.quantities.growth_rates import names_growth_rate
from viewer.quantities.regex_cache import pattern
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import any_of, matcher

_CHANGED = rf"(?:{any_of('zh', 'change.verb')}|新增|[翻增减升降涨跌多少高低快慢扩缩])"
_NAMED = (
    r"(?:(?<![同环占对相可])比(?![重例率值较如方对]|分之)|(?<![比相])较(?![为大小快好高多少])|与)"
    r"\s*([^，。；、：\s]{2,16}?)(?<!年同)(?:相比|比)?\s*"
    rf"(?:分别|均|又|再|大幅|小幅|略|略有|净|累计|共|实际|名义|年均|有所)*{_CHANGED}"
)
_WITH = r"[与同跟比较]\s*([^，。；、：\s]{2,16}?)(?:相比|比较|相较)，"
"""A comparison before its sentence: 与上年同月相比，进出口增长7.9%."""
_THAN = (
    r"(?:[高低多少快慢优好]于|超出|落后于?|领先于?)([^，。；、：\s0-9]{2,16}?)"
    r"(?:约|近|大约|将近|逾)?\s*$"
)
"""What a distance is measured from: 高于全省平均0.5个百分点."""
_ENGLISH_BEFORE = re.compile(
    r"(?:from|than|compared (?:with|to)|versus|against|over|on)\s+"
    r"((?:an?|the|one|last|previous|prior|same|year|month|quarter|corresponding)\b[^,.;()]{0,40}?"
    r"(?:earlier|before|ago|previous year)|"
    r"(?:last|the previous|the prior|the same)\s(?:year|month|quarter|week|period))\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = (
    r"(?:全年|(?<![比较与同、和及至到—~-])(?:19|20)[0-9]{2}年"
    r"(?![0-9]|[末底初前]|同期|上半|下半|第?[一二三四]季))"
    r"(?!.*(?:[0-9]月|季度?|上半年|下半年|[日周]|以来|期间|[末底初]))"
)
"""A whole year, the last time that a sentence names before its change."""
_TERMS = {
    ("zh", "year"): {"": "上年同期"},
    ("zh", "previous"): {"周": "上周", "月": "上月", "季": "上季度", "": "上期"},
    ("en", "year"): {"": "a year earlier"},
    ("en", "previous"): {
        "m": "a month earlier",
        "q": "a quarter earlier",
        "s": "the previous period",
    },
}
"""What a term compares with, by how it begins: 周环比 with 上周."""
_LAST_YEAR = "上年"
_SAME_TIME = "同期"
_NOTE = re.compile(r"[（(][^（()）]*[)）]$")
"""A note in brackets behind a base: 比上年同期（下同）."""
_CLAUSE_END = re.compile(r"[.;,](?![0-9])|\band\b")
_REACH = 60


def base_of(clauses: Clauses, quantity: Quantity) -> str | None:
    """The base of a change in the words of the report (`上年同期`), None where it names none.

    The nearest words before the figure win: 比上年增长 in its own clause, else 同比 said once for a
    list in the same sentence; English names the base behind the figure first. A change over a whole
    year is measured against the year before.
    """
    if quantity.kind is not Kind.CHANGE:
        return None
    text, at = clauses.text, quantity.span
    sentence = clauses.sentence(at)
    words = sentence.of(text)
    if "\t" in words:  # a cell: the head of its column tells
        return _last(_terms(quantity.label), _compared(quantity.label))
    lead = text[max(sentence.start, at.start - 2 * _REACH) : at.start]
    after = text[at.end : min(sentence.end, at.end + _REACH + 20)]
    if paragraph_language(words) == ENGLISH:
        return _in_english(quantity, lead, after)
    clause = clauses.clause(at)
    own = text[max(clause.start, at.start - _REACH) : at.start]
    near = text[max(clause.start, at.start - _REACH) : clause.end]
    named = _last(_terms(near), _compared(near), _distances(own))
    named = named or _last(_terms(lead), _compared(lead))
    if named or names_growth_rate(quantity.label, quantity.unit):
        return named
    year = pattern(_WHOLE_YEAR).search(simplified(text[sentence.start : at.start]))
    return _LAST_YEAR if year else None


def _in_english(quantity: Quantity, lead: str, after: str) -> str | None:
    term = next(iter(_terms(_CLAUSE_END.split(after, 1)[0])), (0, ""))[1]
    if names_growth_rate(quantity.label, quantity.unit):  # what follows is compared with the rate
        return term or None
    behind = named_behind(after, rate=is_percent(quantity.unit)) or term
    before = [(each.start(), each[1].strip()) for each in _ENGLISH_BEFORE.finditer(lead)]
    return behind or _last(_terms(lead), before) or over_year(after) or None


def _last(*found: Iterable[tuple[int, str]]) -> str | None:
    """The base that is named last, by the places where they are named."""
    said = [(at, base) for at, base in itertools.chain(*found) if base and not base.isdecimal()]
    return max(said)[1] if said else None


def _compared(words: str) -> Iterator[tuple[int, str]]:
    """What Chinese words compare with, before a verb of change or apart: 比合同落后."""
    plain = simplified(words)
    for each in itertools.chain(pattern(_NAMED).finditer(plain), pattern(_WITH).finditer(plain)):
        yield each.start(), _NOTE.sub("", words[slice(*each.span(1))]).strip()


def _distances(own: str) -> Iterator[tuple[int, str]]:
    """What the words right before a figure measure a distance from: 高于全省平均."""
    found = pattern(_THAN).search(simplified(own))
    if found is not None:
        yield found.start(), own[slice(*found.span(1))].strip()


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
