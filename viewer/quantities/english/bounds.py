"""How firmly English prose says a number: bounds, turned where they are denied, and hedges."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from viewer.model import Qualifier
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, entries, words_of

_LEAST, _MOST = Qualifier.AT_LEAST, Qualifier.AT_MOST
_SAYS = MappingProxyType({"above": _LEAST, "crossed": _LEAST, "below": _MOST, "lost": _MOST})
"""What words that compare say when they are not denied."""
_TURNED = MappingProxyType(
    {"above": _MOST, "crossed": _MOST, "reach": _MOST, "below": _LEAST, "lost": _LEAST}
)
_PLUS = (
    r"\+(?! ?[0-9])|-plus\b| plus(?=[.,;)]|$| (?:are|is|was|were|have|has|had|will|would|can|in|on|"
    r"at|people|who|of (?:them|those|these))\b)"
)
"""More than the number: 500+, a 50-plus crowd; not 500 plus 20 or 500 plus tax."""
_LONGEST = 32
"""No word of the lexicon that stands before a number is longer."""
_REACH, _FAR_REACH = 56, 90
_ARTICLES = ("the ", "a ", "an ", "its ", "their ")
_NOT_DENIED = r"(?!only |just |merely |simply |doubt )"
_BEING_ENDS = tuple(f"{word} " for word in words_of("en", "bound.being"))
_CAPS = (
    r"\b(?:caps?|capped|capping|limits?|limited|limiting|restricts?|restricted)"
    r" (?:[a-z'-]+ ){1,5}(?:at|to) $"
)
_ROUND = (
    r"(?:,000|00|[ -](?:thousand|million|billion|trillion|lakh|crore)|(?:m|bn|tn))"
    r"(?: points)?(?=[.,;)]|$| (?:in|for|by|on|last|this|as|and|after|since)\b)"
)
_PRICE = r" (?:an?|per) (?:ounce|barrel|tonne|ton|share|bushel|pound|gallon|litre|kilo|kilogram)\b"
"""Behind money this makes a price of it, whose round numbers are levels: broke $30 an ounce."""
_NOBODY = (
    r"\b(?:nowhere|not once|at no (?:time|point|stage)|(?:in|on|at|under) no [a-z]+|no [a-z]+|"
    r"none of the [a-z]+)(?: (?:in|during|over|since|of|on|for|through)(?: [a-z'-]+){1,4})?"
    r" (?:did|has|have|was|were|do|does|will|can|could|may) (?:[a-z'-]+ ){0,7}$|"
    r"\b(?:none|neither|not (?:a single )?one) of (?:the|these|those|its|our|their) "
    r"(?:[0-9]+ )?(?:[a-z-]+ ){1,6}$"
)
"""Nowhere did turbidity exceed 5: nobody does."""
_GONE = ("gone", "going", "came", "comes", "run", "ran", "taken", "taking")
"""Verbs that make another meaning of over, not of above: had not gone above $3."""
_PASSES = ("pass", "cross", "clear", "break", "broke", "reclaim", "regain")
_MARKED = ("pass", "cross")
_MILLIONS = r"[0-9](?:[ -](?:thousand|million|billion|trillion|lakh|crore)| ?(?:m|mn|bn|tn))\b"
"""A scale that makes a mark of a number with its unit: passed 1.2 million units."""
_HOLDS = ("hold", "held")
"""Of an index these tell that a level held: could not hold 7,500 points."""
_MOST_OF = (
    r"\bthe (most|least) (?:that )?(?:[a-z'-]+ ){1,4}?"
    r"(?:can|could|will|would|may|might|must|need) (?:[a-z]+ ){1,3}(?:is|was) $"
)
"""The most it can hold is 300."""
_MEASURED = rf"(?: (?:an?|per) [a-z]+| (?:{any_of('en', 'bound.measured')}))"
_AFTER = (
    rf"[ -]({any_of('en', 'bound.after', 'bound.apart')})(?!-[a-z])|"
    rf"(?:,|{_MEASURED},?) ({any_of('en', 'bound.apart')})"
    r"(?! [$£€¥]?[0-9]| to\b)"
)
_DENIED = rf"({any_of('en', 'bound.not')}) {_NOT_DENIED}"
_DENIAL = (
    rf"{_DENIED}(?:[a-z]+ ){{0,3}}$|"
    rf"{_DENIED}(?:[a-z]+ ){{4,6}}(?<=to |an |ay |ld |st |ll |th )$"
)
"""A denial with up to three words, at the end of what stands before a comparison."""
_JOINED_DENIAL = (
    rf"{_DENIED}(?:[a-z]+ ){{0,3}}{any_of('en', 'bound.compare')} [$£€¥]?[0-9][0-9.,]*%?"
    r"(?: [a-z]+){0,3},? n?or $"
)
"""A denial of a comparison that `or` joins to the next: never more than 92% full or less."""
_MILESTONE = f"[ -]({any_of('en', 'bound.milestone')})"
_LIMIT = (
    rf"({any_of('en', 'bound.limit')})(?: [a-z-]+){{0,2}}?"
    r"(?: (?:for|on|per) [a-z' -]{2,28}?)?"
    rf"(?:(?: {any_of('en', 'bound.being')}){{1,4}}|:) $"
)
_ROSE = ("rose", "went", "ticks", "grew", "came", "shot")


class _Row(NamedTuple):
    """A word before a number and what it says: a qualifier, or the sense of a comparison."""

    word: str
    said: Qualifier | None
    sense: str


def _last(words: str) -> str:
    """The last word, or the sign that ends the words."""
    head = len(words)
    while head and words[head - 1].isalpha():
        head -= 1
    return words[head:] or words[-1:]


@cache
def _by_last() -> Mapping[str, tuple[_Row, ...]]:
    """The words before a number by their last word or sign, the longest first."""
    rows = [_Row(e.word, Qualifier(e.sense), "") for e in entries("en", "bound.before")]
    rows += [_Row(e.word, _SAYS.get(e.sense), e.sense) for e in entries("en", "bound.compare")]
    found: dict[str, tuple[_Row, ...]] = {}
    for row in sorted(rows, key=lambda row: -len(row.word)):
        last = _last(row.word)
        found[last] = (*found.get(last, ()), row)
    return MappingProxyType(found)


@cache
def _said(*categories: str) -> Mapping[str, Qualifier]:
    chosen = [one for category in categories for one in entries("en", category)]
    return MappingProxyType({one.word: Qualifier(one.sense) for one in chosen})


def qualified(text: str, start: int, end: int) -> tuple[Qualifier, int, int]:
    """What the words around `start:end` say, and the range with those words.

    `text` is in lower case.
    """
    mark = text[end : end + 1]
    behind = pattern(_AFTER).match(text, end) if mark in (" ", "-", ",") else None
    if behind is not None:
        said = behind.group(1) or behind.group(2)
        return _said("bound.after", "bound.apart")[said.replace("-", " ")], start, behind.end()
    if mark in ("+", " ", "-") and (plus := pattern(_PLUS).match(text, end)):
        return _LEAST, start, plus.end()
    said, head = _before(text, start, end)
    return said or Qualifier.EXACT, head, end


def _before(text: str, start: int, stop: int) -> tuple[Qualifier | None, int]:
    at = start - 1 if text[start - 1 : start] == " " else start
    said = _word_before(text, at, start, stop)
    if said[0] is not None:
        return said
    mark = pattern(_MILESTONE).match(text, stop)
    if mark is None:
        return _of_limit(text, start), start
    lead = text[max(0, start - 6) : start]
    article = next((one for one in _ARTICLES if lead.endswith(one)), "")
    found = _word_before(text, start - len(article) - 1, start, stop) if article else said
    short = found[0] is _MOST and mark.group(1) in words_of("en", "bound.milestone", "aim")
    return (None, start) if short else found


def _of_limit(text: str, start: int) -> Qualifier | None:
    """The ceiling stays at 3%, the limit for couples is £40,000."""
    lead = text[max(0, start - _REACH) : start]
    found = pattern(_LIMIT).search(lead) if lead.endswith((*_BEING_ENDS, ": ")) else None
    if found is not None:
        note("bound", found.group(1))
        return _said("bound.limit")[found.group(1).replace("-", " ")]
    most = pattern(_MOST_OF).search(lead) if lead.endswith(("is ", "was ")) else None
    if most is not None:
        note("bound", most.group())
        return _MOST if most.group(1) == "most" else _LEAST
    capped = pattern(_CAPS).search(lead) if lead.endswith((" at ", " to ")) else None
    if capped is None:
        return None
    note("bound", capped.group())
    return _MOST


def _word_before(text: str, at: int, start: int, stop: int) -> tuple[Qualifier | None, int]:
    """What the word that ends at `at` says of the number `start:stop`, and where it begins."""
    lead = text[max(0, at - _LONGEST) : at] if at > 0 else ""
    rows = _by_last().get(_last(lead)) if lead else None
    if rows is None:
        return None, start
    for row in rows:
        head = at - len(row.word)
        if not lead.endswith(row.word) or _within_word(text, head, row.word):
            continue
        if row.sense in ("crossed", "lost") and not _is_level(text, row, start, stop):
            continue
        denied = _denied(text, head) if row.sense else None
        if denied is None and _says_otherwise(text, head, row.word):
            return None, start
        if denied is not None:
            return _TURNED[row.sense], denied
        if row.said is not None:
            return row.said, head
    return None, start


def _is_level(text: str, row: _Row, start: int, stop: int) -> bool:
    """Whether a number is a mark that can be passed: the $5 billion mark, passed 5,000."""
    if pattern(_MILESTONE).match(text, stop) is not None:
        return True
    if row.word in _HOLDS and text.endswith("points", start, stop):
        return True
    if row.word.startswith(_MARKED) and pattern(_MILLIONS).search(text[start:stop]):
        return True
    if row.word.startswith(_PASSES) and pattern(_PRICE).match(text, stop):
        return True
    return row.word.startswith(_PASSES) and bool(
        pattern(_ROUND).search(text[start : stop + 6])
        and pattern(_ROUND).search(text[start:stop] + ".")
    )


def _within_word(text: str, head: int, word: str) -> bool:
    return word[0].isalpha() and head > 0 and text[head - 1].isalnum()


def _denied(text: str, at: int) -> int | None:
    """Where the denial begins of a comparison that begins at `at`; None where none denies it."""
    floor = max(0, at - _REACH)
    found = pattern(_DENIAL).search(text[floor:at])
    if found is None and text.startswith(("or ", "nor "), text.rfind(" ", 0, max(0, at - 1)) + 1):
        floor = max(0, at - _FAR_REACH)
        found = pattern(_JOINED_DENIAL).search(text[floor:at])
    if found is None:
        floor = max(0, at - _FAR_REACH)
        found = pattern(_NOBODY).search(text[floor:at])
    return None if found is None else floor + found.start()


def _says_otherwise(text: str, head: int, word: str) -> bool:
    """`revised up to 5` names a level, `took over 3 firms` no bound."""
    lead = text[max(0, head - 14) : head]
    last = (lead.split() or [""])[-1]
    if word == "up to":
        return lead.endswith("- ") or last.endswith("ed") or last in _ROSE
    if word in ("above", "below") and last in _GONE:
        return False
    if word in ("over", "under", "past", "above", "below"):
        return last in words_of("en", "bound.phrasal")
    return False
