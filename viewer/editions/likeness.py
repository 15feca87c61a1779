"""How alike the words of two figures are: weighted common tokens, and in what labels differ."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache
from heapq import nlargest

from viewer.quantities.normalize import fold
from viewer.quantities.vocabulary import entries, words_of
from viewer.relations.labels import core
from viewer.relations.wording import residue

_RUNS = re.compile(r"[a-z][a-z'’-]*|[\u3400-\u9fff]+", re.IGNORECASE)
_SESSION = re.compile(r"第?[一二三四五六七八九十0-9]+(?:次|届)")
_GENERAL = re.compile(
    r"我国|中国|全国|全省|全市|全区|全县|全行业|本市|我市|我省|公司|本公司|累计|实现|达到|完成|共|"
    r"业务|板块|分部|计划|力争|再|总计|合计|预计|期末|报告期内?|年度|[本当][期年]|的|了|约|为|总(?=[数额量])"
)
"""What a label may say or leave out without naming another measure."""
_GENERAL_WORDS = frozenset(
    ("total", "overall", "our", "the", "we", "were", "was", "reported", "group", "percent")
) | frozenset(words_of("en", "measure.telling"))
_OF_WHOLE = re.compile(r"占|比重|比例|份额|\bshare\b|\bproportion\b", re.IGNORECASE)
"""The words of a label that measures a part by its whole."""
_ENDING = re.compile(
    r"(?<=[a-z]{4})(?:ations?|at(?:e[sd]?|ings?)|ments?|ees?|ures?|(?:[eo]r)?ships?|[eo]rs?|"
    r"it(?:y|ies)|ages?)$|"
    r"(?<=[a-z]{3})(?:(?<!s)s|(?<=[a-z]{2})ings?|ed)$"
)
_LAST = re.compile(r"(?<=[a-z]{3})(?:ie?|e|y)$")
"""What the ends of `buses`, `injuries` and `carried` leave."""
_HYPHEN = re.compile(r"(?<!\bnon)-")
_OPPOSED = ("进出", "進出", "男女", "城乡", "上下", "新旧", "内外", "收支", "增减", "买卖", "公私")
"""Single characters that name the other half of a whole."""
_NUMERALS = frozenset("一二三四五六七八九十")
_OF_WHAT = re.compile(r"\b(?:of|on|from|for|in|by|to|per|among)\b", re.IGNORECASE)


_HEAD = 2
"""The hanzi of a head that two parts have in common."""


class Contrast(IntEnum):
    """In what two labels differ: in nothing that counts, in words of one, in words of both."""

    NONE = 0
    ONE_SIDED = 1
    BOTH = 2


_SYNONYMS = {
    word.casefold(): one.sense
    for language in ("zh", "en")
    for one in entries(language, "measure.synonym")
    for word in (one.word, one.sense)
}
_SYNONYM = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" if word.isascii() else re.escape(word)
        for word in sorted(_SYNONYMS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)


def _under_one_name(text: str) -> str:
    """A text in simplified characters with one name for each measure: 营收 is 营业收入."""
    return _SYNONYM.sub(lambda found: _SYNONYMS[found.group().casefold()], fold(text))


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text that may name a measure: English words, pairs of hanzi."""
    found: list[str] = []
    for run in _RUNS.findall(_SESSION.sub("", _under_one_name(text))):
        if run[0].isascii():
            found += filter(None, map(_stem, _HYPHEN.split(run.casefold())))
        else:
            plain = _GENERAL.sub("", core(run)) or run
            found += [plain[at : at + 2] for at in range(max(1, len(plain) - 1))]
    return tuple(found)


def _stem(word: str) -> str:
    """An English word without its ending; nothing where it names no measure."""
    if word in _GENERAL_WORDS:
        return ""
    stem = _ENDING.sub("", word)
    names = stem not in _GENERAL_WORDS and residue(word) and residue(stem)
    return _LAST.sub("", stem) if names else ""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each token says: the rarer among the figures of both editions, the more."""

    rarity: Mapping[str, float]
    _known: dict[str, tuple[frozenset[str], float]] = field(default_factory=dict, compare=False)

    @staticmethod
    def of(texts: Iterable[str]) -> Weights:
        """Count in how many texts each token stands."""
        every = [set(tokens(text)) for text in texts]
        counts = Counter(token for one in every for token in one)
        return Weights({token: math.log(1 + len(every) / n) for token, n in counts.items()})

    def likeness(self, one: str, other: str) -> float:
        """Twice the weight of the common tokens over the weight of all, 0 to 1 (Dice, 1945)."""
        first, weight = self._weighed(one)
        second, others = self._weighed(other)
        common = first & second
        if not common:
            return 0.0
        if len(common) == len(first) == len(second):
            return 1.0
        return 2 * self._sum(common) / (weight + others)

    def cover(self, one: str, around: str) -> float:
        """How much of the weight of the words of `one` stands in `around`, 0 to 1."""
        first, weight = self._weighed(one)
        return self._sum(first & self._weighed(around)[0]) / weight if weight else 0.0

    def _weighed(self, text: str) -> tuple[frozenset[str], float]:
        """The tokens of a text and their weight, worked out once."""
        known = self._known.get(text)
        if known is None:
            found = frozenset(tokens(text))
            known = self._known[text] = found, self._sum(found)
        return known

    def _sum(self, found: Iterable[str]) -> float:
        return math.fsum(self.rarity.get(token, 1.0) for token in found)


class Nearest:
    """Texts by their tokens, to find those that have the most in common with another."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._having: dict[str, list[int]] = {}
        self._count = 0
        for at, text in enumerate(texts):
            self._count = at + 1
            for token in frozenset(tokens(text)):
                self._having.setdefault(token, []).append(at)

    def of(self, text: str, weights: Weights, count: int) -> list[int]:
        """The numbers of at most `count` texts whose common tokens weigh the most, ascending."""
        common = dict.fromkeys(range(self._count), 0.0)
        for token in sorted(frozenset(tokens(text))):
            weight = weights.rarity.get(token, 1.0)
            for at in self._having.get(token, ()):
                common[at] += weight
        return sorted(nlargest(count, common, key=common.__getitem__))


def is_of_whole(label: str) -> bool:
    """Whether a label measures a part by its whole: a share, no level and no growth."""
    return _OF_WHOLE.search(label) is not None


def contrast(one: str, other: str) -> Contrast:
    """In what two labels differ, general words and the numbers of sessions aside."""
    if is_of_whole(one) is not is_of_whole(other):
        return Contrast.BOTH
    left, right = extras(one, other)
    return Contrast(bool(left) + bool(right))


@lru_cache(maxsize=8192)
def are_parts(one: str, other: str) -> bool:
    """Whether two labels name two parts of one kind: 第一产业 and 第二产业, men and women.

    They differ in one modifier of equal length with the same head behind it, in English in one
    word that is not the head, or in all that stands behind `of`; what has another head may be
    another name of the same.
    """
    first, second = _units(one), _units(other)
    if _are_one_name(first, second):
        return False
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    for tag, a, b, c, d in steps:
        if tag == "replace":
            behind = len(first) - b if steps[-1][0] == "equal" and steps[-1][1] == b else 0
            left, right = "".join(first[a:b]), "".join(second[c:d])
            if left.isascii() and right.isascii():
                told = [bool(_OF_WHAT.search(label)) for label in (one, other)]
                named = a and c and any(told)
                parts = b - a == d - c == 1 and (behind or named)
                tails = len(steps) == 2 and steps[0][0] == "equal"
                parts = parts or (named and all(told) and tails)
            else:
                parts = _opposed(left, right) or (b - a == d - c and behind >= _HEAD)
            if parts:
                return True
    return False


def _are_one_name(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two English labels say the same words in another order: construction output."""
    english = bool(first) and all(one.isascii() for one in (*first, *second))
    return english and set(first) == set(second)


@lru_cache(maxsize=8192)
def are_opposed(one: str, other: str) -> bool:
    """Whether two labels differ in a numeral or in one of two opposites: 进口 and 出口."""
    first, second = _units(one), _units(other)
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return any(
        tag == "replace" and _opposed("".join(first[a:b]), "".join(second[c:d]))
        for tag, a, b, c, d in steps
    )


@lru_cache(maxsize=8192)
def have_unlike_modifiers(one: str, other: str) -> bool:
    """Whether two labels have one head, and before it words that have nothing in common."""
    first, second = _units(one), _units(other)
    head = 0
    for a, b in zip(reversed(first), reversed(second), strict=False):
        if a != b:
            break
        head += 1
    left, right = first[: len(first) - head], second[: len(second) - head]
    least = 1 if one.isascii() else _HEAD
    return head >= least and bool(left and right) and not set(left) & set(right)


def _opposed(left: str, right: str) -> bool:
    """Whether two replaced pieces are numerals, or differ in characters that are opposites."""
    if {left, right} <= _NUMERALS:
        return True
    pairs = zip(left, right, strict=False)
    return any(a != b and a in both and b in both for a, b in pairs for both in _OPPOSED)


@lru_cache(maxsize=8192)
def extras(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only one of two labels has, those of each: 城镇, and nothing, of 城镇居民收入
    and 居民收入."""
    first, second = _units(one), _units(other)
    left: list[str] = []
    right: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            left += ["".join(first[a:b])] if _is_hanzi(first[a:b]) else first[a:b]
            right += ["".join(second[c:d])] if _is_hanzi(second[c:d]) else second[c:d]
    return tuple(filter(None, left)), tuple(filter(None, right))


def _is_hanzi(units: Sequence[str]) -> bool:
    return bool(units) and not units[0].isascii()


@lru_cache(maxsize=8192)
def _units(label: str) -> tuple[str, ...]:
    """The characters of a Chinese label, the words of an English one."""
    found: list[str] = []
    for run in _RUNS.findall(_SESSION.sub("", _under_one_name(label))):
        if run[0].isascii():
            found += tokens(run)
        else:
            found += _GENERAL.sub("", core(run))
    return tuple(found)
