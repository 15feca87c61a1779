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

from viewer.relations.labels import core
from viewer.relations.wording import residue

_RUNS = re.compile(r"[a-z][a-z'’-]*|[\u3400-\u9fff]+", re.IGNORECASE)
_SESSION = re.compile(r"第?[一二三四五六七八九十0-9]+(?:次|届)")
_GENERAL = re.compile(
    r"我国|中国|全国|全省|全市|全区|全县|全行业|本市|我市|我省|公司|本公司|累计|实现|达到|完成|共|"
    r"总计|合计|预计|期末|报告期内?|的|了|约|为|总(?=[数额量])"
)
"""What a label may say or leave out without naming another measure."""
_GENERAL_WORDS = frozenset(
    ("total", "overall", "our", "the", "we", "were", "was", "reported", "group")
)
_OF_WHOLE = re.compile(r"占|比重|比例|份额|\bshare\b|\bproportion\b", re.IGNORECASE)
"""The words of a label that measures a part by its whole."""
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<!s)s$")


class Contrast(IntEnum):
    """In what two labels differ: in nothing that counts, in words of one, in words of both."""

    NONE = 0
    ONE_SIDED = 1
    BOTH = 2


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text that may name a measure: English words, pairs of hanzi."""
    found: list[str] = []
    for run in _RUNS.findall(_SESSION.sub("", text)):
        if run[0].isascii():
            word = _PLURAL.sub("", run.casefold())
            found += [word] if word not in _GENERAL_WORDS and residue(word) else []
        else:
            plain = _GENERAL.sub("", core(run)) or run
            found += [plain[at : at + 2] for at in range(max(1, len(plain) - 1))]
    return tuple(found)


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

    def _weighed(self, text: str) -> tuple[frozenset[str], float]:
        """The tokens of a text and their weight, worked out once."""
        known = self._known.get(text)
        if known is None:
            found = frozenset(tokens(text))
            known = self._known[text] = found, self._sum(found)
        return known

    def _sum(self, found: Iterable[str]) -> float:
        return math.fsum(self.rarity.get(token, 1.0) for token in found)


def contrast(one: str, other: str) -> Contrast:
    """In what two labels differ, general words and the numbers of sessions aside."""
    if (_OF_WHOLE.search(one) is None) is not (_OF_WHOLE.search(other) is None):
        return Contrast.BOTH
    left, right = extras(one, other)
    return Contrast(bool(left) + bool(right))


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


def _units(label: str) -> tuple[str, ...]:
    """The characters of a Chinese label, the words of an English one."""
    found: list[str] = []
    for run in _RUNS.findall(_SESSION.sub("", label)):
        if run[0].isascii():
            found += tokens(run)
        else:
            found += _GENERAL.sub("", core(run))
    return tuple(found)
