"""Whether a figure is a fact, or what somebody aims at, plans or expects."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from viewer.language import is_english, run_at, runs
from viewer.model import Quantity, Standing
from viewer.quantities.json_record import moved
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.regex_cache import pattern
from viewer.quantities.sentence import Breaks
from viewer.quantities.vocabulary import Found, matcher

_REACH = 160
_SUBJECT = 30
_VERBS = ("is ", "are ", "has ", "have ", "was ", "were ", "will ")
_NOUNS = r" (?:of )?(?:the )?(?:(?!and |but |which |that |who )[a-z-]+ ){1,3}"
"""What may stand between a number and its verb: 40% of buses are to be electric."""
_HEADING = {"zh": 30, "en": 70}
_BY_YEAR = {
    "zh": (
        r"到(?:20[0-9]{2} ?年|[“”十四五六]{3,6}|[明后]年|本世纪中叶)(?:年?[底末])?(?:，|前|时)|"
        r"(?:今后|未来)(?:[一二两三四五六七八九十][年]|几年)|"
        r"[一二两三四五六七八九十][年](?:之?内|左右)"
    ),
    "en": r"\bby (?:the end of )?(?:20[2-9][0-9]|next year|mid-century)\b",
}
_PAST = r"(?:已|了|共有|累计|为|是|仍|增至|降至|增加到|下降到|现有)$|(?:已|共有|累计|现有|仍)"


class Standings:
    """The standing of the figures of one folded text."""

    def __init__(self, folded: str, language: str, breaks: Breaks | None = None) -> None:
        self._text, self._language = folded, language
        self._breaks = breaks or Breaks(folded, language)
        self._found = matcher(language, "standing.trap", "standing.fact", "standing.word").found(
            folded
        )
        self._starts = [one.start for one in self._found]
        self._behind = matcher(language, "standing.behind").found(folded)
        self._behind_starts = [one.start for one in self._behind]
        self._years = [one.start() for one in pattern(_BY_YEAR[language]).finditer(folded)]
        self._headings = self._read_headings()
        self._heads = [at for at, _ in self._headings]

    def of(self, quantity: Quantity) -> Standing:
        """What the words around a figure, else the heading above it, say."""
        start, end = quantity.words.start, quantity.words.end
        if behind := self._said_behind(end) or self._said_behind(quantity.span.end):
            return behind
        first = bisect_left(self._starts, max(0, start - _REACH))
        last = bisect_left(self._starts, start)
        years = bisect_left(self._years, start - _REACH) < bisect_left(self._years, start)
        if first < last or years:
            sentence = self._breaks.sentence(start)
            said = self._said_before(first, last, sentence, start)
            said = said or (self._of_year(sentence, start) if years else None)
            if said is not None:
                return said
        return self._of_heading(start)

    def _said_before(self, first: int, last: int, sentence: int, start: int) -> Standing | None:
        """What the nearest word of `first:last` in the sentence says."""
        clause = self._breaks.clause(start)
        for one in reversed(self._found[first:last]):
            if one.start < sentence:
                break
            if one.entry.category == "standing.word" and one.end <= start:
                return Standing(one.entry.sense)
            if self._is_fact(one, clause):
                return Standing.FACT
        return None

    def _is_fact(self, one: Found, clause: int) -> bool:
        if one.start < clause:
            return False
        return one.entry.category in ("standing.trap", "standing.fact")

    def _said_behind(self, end: int) -> Standing | None:
        at = bisect_left(self._behind_starts, end)
        if at == len(self._behind):
            return None
        one = self._behind[at]
        between = self._text[end : one.start] if one.start - end <= _SUBJECT else "."
        led = one.entry.word.startswith(_VERBS) and pattern(_NOUNS).fullmatch(between)
        return Standing(one.entry.sense) if led or not between.strip() else None

    def _of_year(self, sentence: int, start: int) -> Standing | None:
        lead = self._text[sentence:start]
        found = pattern(_BY_YEAR[self._language]).search(lead)
        if found is None or pattern(_PAST).search(lead, found.end()):
            return None
        return Standing.TARGET

    def _of_heading(self, start: int) -> Standing:
        at = bisect_right(self._heads, start) - 1
        return self._headings[at][1] if at >= 0 else Standing.FACT

    def _read_headings(self) -> list[tuple[int, Standing]]:
        """Where each heading stands, and what it says that the figures below it are."""
        found: list[tuple[int, Standing]] = []
        words = matcher(self._language, "standing.heading")
        longest = _HEADING[self._language]
        for line in pattern(r"(?m)^[#\s]*([^\n]{2,80})$").finditer(self._text):
            prose = pattern(r"[。；，,.;：:、]\s*$|[，。]").search(line.group(1)) is not None
            if len(line.group(1)) > longest or prose:
                continue
            said = words.found(line.group(1))
            found.append((line.start(), Standing(said[-1].entry.sense) if said else Standing.FACT))
        return found


class StandingsByRun:
    """The standing of the figures of one text, each read in the language of its paragraph.

    `lead` characters of the text are no part of what its figures are counted in.
    """

    def __init__(self, text: str, language: str, lead: int = 0) -> None:
        self._lead = lead
        self._runs = runs(text, language)
        self._read = {one: _standings(one.span.of(text), one.language) for one in self._runs}

    def of(self, quantity: Quantity) -> Standing:
        """What the words around a figure of the text, else the heading above it, say."""
        run = run_at(self._runs, quantity.span.start + self._lead)
        return self._read[run].of(moved(quantity, self._lead - run.span.start))


def standings_of(text: str, language: str, heading: str = "") -> StandingsByRun:
    """What a text and the heading that it stands under say of the standing of its figures."""
    lead = led_by(heading)
    return StandingsByRun(lead + text, language, len(lead))


def led_by(heading: str) -> str:
    """A heading as the first line of the text below it; nothing for no heading."""
    line = " ".join(heading.split())
    return f"{line}\n" if line else ""


def _standings(text: str, language: str) -> Standings:
    folded = fold(text)
    if is_english(language):
        return Standings(folded, "en")
    return Standings(fold_chinese(folded), "zh")
