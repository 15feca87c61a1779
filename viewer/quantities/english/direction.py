"""Where a change goes, by the English words around its number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from types import MappingProxyType

from viewer.quantities.chinese.direction import Way
from viewer.quantities.english.words import HEDGES, OR_BY
from viewer.quantities.reasons import PREVIOUS, note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.sentence import Breaks
from viewer.quantities.vocabulary import Found, any_of, matcher, words_in, words_of

_SENSES = {"up": Way.UP, "down": Way.DOWN, "none": Way.UNSAID}
CATEGORIES = (
    "change.noun", "change.part", "change.verb", "change.after", "change.beside", "change.by",
    "change.off",
)  # fmt: skip
_HEDGE = (
    rf"(?: ?(?:by|of|{HEDGES}|a|an|to the tune|"
    r"an estimated|an average of|the equivalent|well over|close|and))*"
)
_NEAR = rf"^{_HEDGE} ?[(+$€£¥]?$"
_LEVEL = (
    r"\b(?:to|at|from|until|as (?:far|high|low) as)(?: (?:"
    + HEDGES
    + r"|between|a|an|the|record|low|high|of|below|above|close|range))* ?[($€£¥]?$"
)
_THEN_LEVEL = r",? (?:to|at|from) [($€£¥]?"
_BEHIND = (
    r"^[ -](?:(?!(?:and|while|but|as|after|before|with|to|from|in|on|at|by|since|for|of|the|than|"
    r"compared|which|that|is|was|were|are|or|this|when|over|during|per|because|amid|due|thanks)\b)"
    r"[A-Za-z'-]+ ){0,3}?"
)
_COMPARED = MappingProxyType({"more than": Way.UP, "less than": Way.DOWN, "fewer than": Way.DOWN})
"""Behind a number these compare it (85 fewer than in June), before one they bound it."""
_NOUNS = ("change.noun", "change.part")
_AFTER = ("change.after", "change.beside")
_ARTICLES = (" a ", " an ")
"""Before a number with a noun of change behind it: pared a 2% rise."""
_MONEY_SIGNS = frozenset("$€£¥")
_AT_A_TIME = (" once ", " now ", " currently ", " formerly ", " previously ", " originally ")
_AHEAD = 48
_RUNS = ("ing", "grew", "grow", "grows", "expanded", "expands", "contracted", "shrank")
"""Verbs whose number behind `at` is how fast they go: growing at 2.1%."""
_AT_A = r" at an? (?:[a-z-]+ )?"
_PACE = r" (?:[a-z-]+ )?(?:pace|rate|clip)\b"
_OF_THAT = r" of [$£€]?"
"""What stands between words that hold a size beside another and that: below the forecast of."""
_PARED = (
    r"\b(?:par|trimm|narrow|cut|reduc|limit|eas|shr[aiu]nk|extend|widen|stretch|pegg)[a-z]* "
    r"(?:(?:the|its|their|those|his|her|earlier|early|initial|a|an) )*"
    r"(?:(?P<down>loss(?:es)?|falls?|declines?|drops?|slides?|slump)"
    r"|gains?|rises?|advances?|rall(?:y|ies)) "
    r"(?:back )?to $"
)
"""What became of a move: pared the loss to 7.5% still tells a loss."""
_PACED = rf"\b{any_of('en', 'change.pace')}(?: (?:sharply|slightly|down|up))? from $"
_PACED_REACH, _OR_BY_REACH = 32, 24
_THAN = (
    r"\b[a-z]+er than (?:the|its|their|our|a|an|last [a-z]+'s) (?:revised |previous |earlier )?$"
)
"""What a rate is held beside: slower than the 5.3% seen in 2023."""
_UP_FROM = r"[^.;0-9]{0,40}, (?:up|down|compared (?:with|to)|against|versus|after)(?: from)? "
"""What leads from a rate to what it was before."""
_FORESEEN = (
    r" (?:forecast|estimate|target|outlook|projection|expectation|assumption|prediction)s?\b"
)
_OWNERS = (" its ", " their ", " total ", " overall ", " this ", "'s ", " annual ", "year ")


class English:
    """The words of change of a folded English text."""

    def __init__(self, folded: str, breaks: Breaks | None = None) -> None:
        self._text = folded
        self._breaks = breaks or Breaks(folded, "en")
        words = matcher("en", "change.idiom", "change.zero", *CATEGORIES)
        self._words = [
            one
            for one in words.found(folded)
            if one.entry.category != "change.idiom" and not _is_bound(one, folded)
        ]
        self._starts = [one.start for one in self._words]
        self._behinds = matcher("en", "change.idiom", *CATEGORIES).found(folded)
        self._behind_starts = [one.start for one in self._behinds]

    def way(self, start: int, end: int, floor: int, before: Way | None) -> Way:
        """Where the change in `start:end` goes; see `chinese_direction.Chinese.way`."""
        reach = max(0, start - _OR_BY_REACH)
        again = pattern(OR_BY, re.IGNORECASE).search(self._text, reach, start) is not None
        head = max(0 if again else floor, self._breaks.sentence(start))
        if self._is_level(head, start):
            return Way.LEVEL
        beside = self._beside(head, start, before)
        if beside is None and self._is_rate_before(floor, start, end):
            beside = before
        beside = beside or self._pared(head, start, before)
        if beside is not None:
            return beside
        words = self._governing(head, start, end)
        last = words[-1] if words else None
        tail = self._text[last.end : start] if last is not None else ""
        near = last is not None and pattern(_NEAR, re.IGNORECASE).match(tail) is not None
        held = last is not None and last.entry.category == "change.zero"
        if near and not held and not tail.lower().endswith(_ARTICLES):
            return self._governed(words, tail)
        behind = self._behind(end)
        if behind is not None:
            return behind
        paced = last is not None and pattern(_AT_A).fullmatch(tail) is not None
        if paced and pattern(_PACE).match(self._text, end):
            return _SENSES.get(words[-1].entry.sense, Way.UNSAID)
        return (
            self._governed(words, tail)
            if last is not None
            else self._led(head, start, floor, before)
        )

    def _is_level(self, head: int, start: int) -> bool:
        """Whether the words before a number make it no change: `now 5%`, `below the plan of`."""
        if self._text[max(0, start - 14) : start].lower().endswith(_AT_A_TIME):
            return True
        words = self._found(head, start)
        beside = bool(words) and words[-1].entry.category == "change.beside"
        return beside and pattern(_OF_THAT).fullmatch(self._text[words[-1].end : start]) is not None

    def _governing(self, head: int, start: int, end: int) -> list[Found]:
        """The words of change before the number, without those that say no more than of what."""
        words = self._found(head, start)
        off = words and words[-1].entry.category == "change.off"
        if off and not self._text.startswith(" off", end):
            words.pop()
        if len(words) > 1 and _is_attribute(words, self._text[words[-1].end : start]):
            words.pop()
        return words

    def _pared(self, head: int, start: int, before: Way | None) -> Way | None:
        """What became of a move that the words before the number name: pared the loss to 7.5%,
        accelerating from 7.5%."""
        lead = self._text[max(0, start - _PACED_REACH) : start]
        if before is not None and _is_paced(lead):
            return before
        if not lead.endswith(" to "):
            return None
        found = pattern(_PARED, re.IGNORECASE).search(self._text, max(head, start - _AHEAD), start)
        if found is None:
            return None
        note("direction", found.group())
        return Way.DOWN if found.group("down") else Way.UP

    def _led(self, head: int, start: int, floor: int, before: Way | None) -> Way:
        """What a number without a word of change takes from the one before it."""
        sentence = self._breaks.sentence(start)
        note("direction", PREVIOUS)
        if pattern(_THEN_LEVEL).fullmatch(self._text[head:start]):
            rate = None if before is None else self._rate_before(sentence, floor)
            return Way.LEVEL if rate is None else rate
        if before is not None and head == floor:
            return before
        return Way.UNSAID

    def _beside(self, head: int, start: int, before: Way | None) -> Way | None:
        """The way of what a rate is held beside: growth of 4.1% was slower than the 5.3% seen."""
        if pattern(_THAN).search(self._text, max(head, start - _AHEAD), start) is None:
            return None
        note("direction", PREVIOUS)
        return self._rate_named(self._breaks.sentence(start), start) or before or Way.LEVEL

    def _is_rate_before(self, floor: int, start: int, end: int) -> bool:
        """Whether two parts are told of one rate: grew by 2.1%, up from 1.7%."""
        both = self._text[end - 1 : end] == self._text[floor - 1 : floor] == "%"
        return both and pattern(_UP_FROM).fullmatch(self._text, floor, start) is not None

    def _rate_named(self, sentence: int, end: int) -> Way | None:
        """The way of the rate that a sentence names: growth of 4% was slower than the 5%."""
        rates = [one for one in self._found(sentence, end) if _is_rate(one)]
        return _SENSES[rates[-1].entry.sense] if rates else None

    def _rate_before(self, sentence: int, end: int) -> Way | None:
        """The way of the rate whose level follows the move that ends at `end`: down in a fall that
        narrowed by 2 points to 3%, up in growth that slowed by 2 points to 3%."""
        rates = [one for one in self._found(sentence, end)[:-1] if _is_rate(one)]
        return _SENSES[rates[-1].entry.sense] if rates else None

    def _governed(self, words: Sequence[Found], tail: str) -> Way:
        last = words[-1]
        if last.entry.category == "change.zero":
            return Way.UNSAID if "," in tail else Way.LEVEL
        way = _SENSES.get(last.entry.sense, Way.UNSAID)
        clause = self._text.rfind(",", words[0].start, last.start)
        named = [one for one in words[:-1] if _is_rate(one) and one.start > clause]
        begun = self._text[max(0, last.start - 4) : last.start] == " to "
        rate = named[-1] if named and not begun else None
        note("direction", " ".join(one.entry.word for one in (*named[-1:], last)))
        running = last.entry.word.endswith(_RUNS) and tail in (" at ", " at about ", " at around ")
        if running:
            return way
        reached = pattern(_LEVEL, re.IGNORECASE).search(tail.replace(" by up to ", " by "))
        if reached is not None and not _is_noun_only(last):
            if rate is None and self._owned(last):
                return way
            return Way.LEVEL if rate is None else _SENSES[rate.entry.sense]
        return way.turned() if rate is not None and rate.entry.sense == "down" else way

    def _owned(self, noun: Found) -> bool:
        """Whether a noun of change belongs to something: its slide this year to 19%."""
        if noun.entry.category != "change.noun" and not _is_rate(noun):
            return False
        return f" {self._text[max(0, noun.start - 8) : noun.start]}".lower().endswith(_OWNERS)

    def _behind(self, end: int) -> Way | None:
        """A 15 percent unit decline, 9% less gas: what stands behind the number."""
        at = bisect_left(self._behind_starts, end)
        one = self._behinds[at] if at < len(self._behinds) else None
        if one is None or one.end > end + _AHEAD:
            return None
        between = self._text[end : one.start]
        note("direction", one.entry.word)
        if one.entry.word in _COMPARED and not between.strip():
            beyond = self._text[one.end : one.end + 2].strip()[:1]
            return None if beyond.isdigit() or beyond in _MONEY_SIGNS else _COMPARED[one.entry.word]
        if not between.startswith((" ", "-", ") ", ")-")):
            return None
        noun = one.entry.category in _NOUNS and pattern(_BEHIND, re.IGNORECASE).fullmatch(
            between.removeprefix(")")
        )
        adjective = one.entry.category in _AFTER and between.strip(" -") in ("", "points")
        return _SENSES[one.entry.sense] if noun or adjective else None

    def _found(self, head: int, start: int) -> list[Found]:
        first, last = bisect_left(self._starts, head), bisect_left(self._starts, start)
        return [one for one in self._words[first:last] if one.end <= start]


def _is_attribute(words: Sequence[Found], tail: str) -> bool:
    """Whether a noun of change only says of what something is: trimmed its growth forecast by."""
    verb, noun = words[-2].entry.category, words[-1].entry.category
    led = verb == "change.verb" and noun == "change.noun"
    return led and pattern(_FORESEEN).match(tail) is not None


def _is_paced(lead: str) -> bool:
    """Whether the rate that moved before had been the number behind `lead`: accelerating from."""
    return lead.endswith(" from ") and pattern(_PACED, re.IGNORECASE).search(lead) is not None


def _is_bound(one: Found, text: str) -> bool:
    """Whether a word bounds the number behind it: by up to 5 percent, slowed to below 5."""
    if one.entry.word == "up" and text.startswith(" to ", one.end):
        return text[max(0, one.start - 4) : one.start].lower().endswith(("by ", "of "))
    bounds = one.entry.category == "change.beside"
    return bounds and pattern(r" (?:just )?[$€£¥]?[0-9]").match(text, one.end) is not None


def _is_rate(one: Found) -> bool:
    """Whether a word is the name of a rate that another word may change: growth, the decline."""
    word = one.entry.word
    return word in words_in("change.rate") or word in words_in("change.named")


def _is_noun_only(one: Found) -> bool:
    return one.entry.word in words_of("en", "change.rate")
