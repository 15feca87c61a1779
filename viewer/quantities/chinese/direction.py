"""Where a change goes, by the Chinese words around its number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum

from viewer.quantities.reasons import PREVIOUS, note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.sentence import Breaks
from viewer.quantities.vocabulary import Found, any_of, matcher, words_of

CATEGORIES = ("change.idiom", "change.turn", "change.zero", "change.rate", "change.verb")
_ADJACENT = ("change.close", "change.measured", "change.size")
"""Words that count only right before the number."""
_HEDGE = (
    rf"(?:{any_of('zh', 'hedge')}|"
    "每(?:公斤|千克|[吨斤桶股升亩克])|[ :“”「」])*"
)
_CLOSE = rf"^{_HEDGE}$"
_DENIED = r"(?:不|未|没有?|勿)[得应能会可宜许准该]?$"
_REACHED = r"^(?:幅度?)?[^，]{0,6}?(?:至(?![少多])|(?<![不达])到|为|成)(?!今)(?:了)?[^，]{0,10}$"
_DONE_MORE = r"[\u4e00-\u9fff]{1,2}(?:了|出)?"
_DOING = f"[{''.join(words_of('zh', 'change.doing'))}][\u4e00-\u9fff]?(?:了|出)?"
MORE_DONE = rf"[多少]{_DOING}"
"""Source of an expression for more or less of something done: 多签, 少流出."""
_POINTS = r"[0-9.]+ ?个?(?:百分点|基点)"
_COMPARES = "[比较]|同期"
_OWNED = r"的(?![^，]{0,6}(?:幅度|速度|水平|比例|比率))[^，的]*[\u4e00-\u9fff]{2}"
_BASE = (
    r"(?:[高低快慢大小强弱优逊]于|不及|超过)"
    rf"(?:{any_of('zh', 'relation.earlier')}|前值|前期|同期)(?:全年|同期|末|底)?(?:创下|录得|"
    rf"报出)?的$"
)
"""What a rate is held beside: 增速4.1%，低于上年的5.3%."""
_LEANS = (
    r"^(?:但|而|且)?(?:仍旧?|还|也|依然|依旧)?"
    r"[\s为达约近是至到在录得仅只有报则：:升]*(?:达到|达|高居|高企|停留在|维持在|保持在|处于)?$"
)
RATE_LEVEL = (
    r"[，,]?(?:但|而|却)?(?:仍旧?|仅|只|还|依然|依旧)?"
    r"(?:为|至|到|达到?|降至|升至|收于|高居|高企于|停留在|维持在|保持在|处于)"
)
"""What leads from how a rate moved to the rate: 跌幅扩大2.2个百分点至9.8%."""
_REACHES = "为|达|至|在|有|居|于"
_JOINS = r"^[\s、和及与或至到\-~,，/]*(?:分别)?[\s为达]*$"


class Way(Enum):
    """What the words say of a number: it went up or down, stood still, is a level, or nothing."""

    UP = 1
    DOWN = -1
    LEVEL = 0
    UNSAID = 2

    @property
    def sign(self) -> int:
        """1 for up, -1 for down."""
        return -1 if self is Way.DOWN else 1

    def turned(self) -> Way:
        """The other way."""
        return {Way.UP: Way.DOWN, Way.DOWN: Way.UP}.get(self, self)


_SENSES = {"up": Way.UP, "down": Way.DOWN, "none": Way.UNSAID}


class Chinese:
    """The words of change of a folded Chinese text."""

    def __init__(self, folded: str, breaks: Breaks | None = None) -> None:
        self._text = folded
        self._breaks = breaks or Breaks(folded, "zh")
        self._found = matcher("zh", *CATEGORIES, *_ADJACENT).found(folded)
        self._ends = [one.end for one in self._found]

    def way(self, start: int, end: int, floor: int, before: Way | None) -> Way:
        """Where the change in `start:end` goes; the number before it ends at `floor`.

        `before` is the way of that number, None where it is no change or carries its own sign.
        """
        head = max(floor, self._breaks.clause(start))
        told = self._behind(end) or self._of_base(head, start, before)
        if told is not None:
            return told
        if pattern(RATE_LEVEL).fullmatch(self._text, floor, start):
            rate = self._of_rate(floor - 1, floor - 1)
            if rate is not None:
                return rate
        own = self._governor(head, start)
        if own is Way.LEVEL and head == floor:
            return self._of_rate(head, start) or own
        if own is not None:
            return own
        if before is not None and pattern(_JOINS).match(self._text[floor:start]):
            note("direction", PREVIOUS)
            return before
        return self._leaning(head, start, floor, before)

    def _of_base(self, head: int, start: int, before: Way | None) -> Way | None:
        """The way of what a rate is held beside, which is that of the rate: 低于上年的5.3%."""
        if pattern(_BASE).search(self._text, head, start) is None:
            return None
        note("direction", PREVIOUS)
        return before or self._of_rate(head - 1, head - 1) or Way.LEVEL

    def stands(self, start: int) -> bool:
        """Whether the words right before a number say that nothing moved: 持平（0.0%）."""
        words = self._within(max(0, start - 8), start)
        last = words[-1] if words else None
        if last is None or last.entry.category != "change.zero":
            return False
        return pattern("[，为于（]?").fullmatch(self._text, last.end, start) is not None

    def _leaning(self, head: int, start: int, floor: int, before: Way | None) -> Way:
        """A clause without a word of change (跌幅最大，为3.09%): the one before it says it."""
        sentence = max(floor, self._breaks.sentence(start))
        if head > sentence and pattern(_LEANS).match(self._text[head:start]):
            earlier = max(sentence, self._breaks.clause(head - 1))
            led = self._of_level(earlier, head, start) or self._governor(earlier, head - 1)
            if led is not None and led is not Way.LEVEL:
                return led
        same = sentence == floor and before is not None
        note("direction", PREVIOUS)
        return before if before is not None and same and start - floor < 24 else Way.UNSAID

    def _of_rate(self, floor: int, start: int) -> Way | None:
        """降幅由3.3%扩大到4.7%: the second number is the rate that the clause names first."""
        clause = self._breaks.clause(start)
        named = [one for one in self._within(clause, floor) if one.entry.category == "change.rate"]
        return _noted(named[-1:])

    def _of_level(self, earlier: int, head: int, start: int) -> Way | None:
        """降幅虽比上季度收窄，但仍达22.6%: the level of the rate that the clause before names."""
        if pattern(_REACHES).search(self._text, head, start) is None:
            return None
        words = self._governing(earlier, head - 1)
        rates = [one for one in words if one.entry.category == "change.rate"]
        return _noted(rates[-1:])

    def _behind(self, end: int) -> Way | None:
        """3.2%的降幅, 4%左右的负增长: the noun behind the number."""
        found = pattern(r"^\s?(?:左右|以上|以内|上下)?\s?的").match(self._text[end : end + 6])
        if found is None:
            return None
        at = end + found.end()
        stop = min(len(self._text), at + 10)
        for one in self._within(at, stop):
            between = self._text[at : one.start]
            if one.entry.category in ("change.rate", "change.verb") and len(between) <= 4:
                return _noted([one])
            break
        return None

    def _governor(self, head: int, start: int) -> Way | None:
        """What the words between `head` and the number at `start` make of it; None without any."""
        words = self._governing(head, start)
        if not words:
            return None
        last = words[-1]
        tail = self._text[last.end : start]
        way = _SENSES.get(last.entry.sense, Way.UNSAID)
        rate = self._rate(words[:-1], last)
        _noted([last] if rate is None else [rate, last])
        if last.entry.category in ("change.rate", "change.turn"):
            return self._of_points(words, start, way)
        if last.entry.category == "change.zero":
            return Way.LEVEL
        if pattern(_REACHED).match(tail):
            return Way.LEVEL if rate is None else _SENSES[rate.entry.sense]
        if pattern(_OWNED).search(tail):
            return Way.LEVEL
        falls = rate is not None and rate.entry.sense == "down"
        return way.turned() if falls else way

    def _of_points(self, words: Sequence[Found], start: int, way: Way) -> Way:
        """The way of a rate, or of the verb that moves it by the points: 拖累增速0.3个百分点."""
        rate = words[-1]
        verbs = [one for one in words[:-1] if one.entry.category == "change.verb"]
        points = rate.end == start and pattern(_POINTS).match(self._text, start) is not None
        if points and verbs and rate.entry.category == "change.rate":
            return _SENSES.get(verbs[-1].entry.sense, Way.UNSAID)
        return way.turned() if self._text[rate.start - 1 : rate.start] == "负" else way

    def _rate(self, words: Sequence[Found], last: Found) -> Found | None:
        """The rate that the last verb changes: 降幅 in 降幅比上月收窄."""
        for one in reversed(words):
            if one.entry.category == "change.rate":
                return one
            if one.entry.category == "change.verb" and one.end == last.start:
                continue
        return None

    def _governing(self, head: int, start: int) -> list[Found]:
        """The words of change in the clause; single characters right before the number only."""
        found = self._within(head, start)
        return [one for one in found if self._counts(one, start)]

    def _counts(self, one: Found, start: int) -> bool:
        category = one.entry.category
        if category == "change.idiom":
            return False
        tail = self._text[one.end : start]
        if one.entry.word in ("多", "少") and pattern(_DONE_MORE).fullmatch(tail):
            if pattern(_DOING).fullmatch(tail):
                return True
            return (
                pattern(_COMPARES).search(self._text, max(0, one.start - 20), one.start) is not None
            )
        if self._is_denied(one):
            return False
        reached = pattern(r"^(?:至(?![少多])|到|为)").match(tail) is not None
        loose = category not in _ADJACENT
        return loose or reached or pattern(_CLOSE).match(tail) is not None

    def _is_denied(self, one: Found) -> bool:
        """Whether a comparison is a bound: 增长不低于5%."""
        if one.entry.category != "change.close" and one.entry.word[-1:] != "于":
            return False
        before = self._text[max(0, one.start - 3) : one.start]
        return pattern(_DENIED).search(before) is not None

    def _within(self, head: int, stop: int) -> list[Found]:
        at = bisect_left(self._ends, head)
        found = []
        while at < len(self._found) and self._found[at].end <= stop:
            if self._found[at].start >= head:
                found.append(self._found[at])
            at += 1
        return found


def _noted(words: Sequence[Found]) -> Way | None:
    """What the first of the words says, which are noted for who asks why; None for no words."""
    if not words:
        return None
    note("direction", " ".join(one.entry.word for one in words))
    return _SENSES.get(words[0].entry.sense)
