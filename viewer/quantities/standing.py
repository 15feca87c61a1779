"""Whether a figure is a fact, or what somebody aims at, plans or expects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from viewer.language import is_english, paragraph_language, run_at, runs
from viewer.model import Quantity, Standing
from viewer.quantities.chinese.held_against import held_against as chinese_held_against
from viewer.quantities.chinese.standing_frames import names_act
from viewer.quantities.chinese.standing_results import (
    chinese_result,
    continued,
    is_completion,
    set_against,
)
from viewer.quantities.english.held_against import held_against, is_done_of_it
from viewer.quantities.english.standing_frames import (
    REVISES,
    effect_behind,
    is_told_ahead,
    modal_behind,
)
from viewer.quantities.english.standing_results import (
    contrasted,
    english_result,
    has_past_verb,
    tells_past,
    told_apart,
)
from viewer.quantities.json_record import moved
from viewer.quantities.normalize import fold, fold_chinese
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.sentence import Breaks
from viewer.quantities.standing_ahead import AHEAD, DONE, PAST, TimesAhead, sets_level
from viewer.quantities.standing_behind import (
    SUBJECT,
    aim_behind,
    chinese_behind,
    upper_end,
    word_behind,
)
from viewer.quantities.standing_clauses import Cue, said_by
from viewer.quantities.standing_cues import cues
from viewer.quantities.standing_labels import Labels
from viewer.quantities.vocabulary import any_of, matcher

_REACH = 160
_ESTIMATED = r"(?<![0-9])20[0-9]{2}年? ?[EF](?![A-Za-z])"
"""How tables mark the years that are estimated: 2026E, 2027F."""
_HEADING = {"zh": 30, "en": 70}
_NUMBERED = (
    "第?[一二三四五六七八九十]{1,3}(?:、|[章节部篇])",
    "[（(][一二三四五六七八九十]{1,3}[）)]",
    r"[0-9]{1,2}[.、．](?![0-9])",
    "[（(][0-9]{1,2}[）)]",
)
"""How Chinese headings are numbered, from the highest level down."""
_BY_YEAR = {
    "zh": (
        r"(?=[到至2今未往接再一二两三四五六七八九十])(?:"
        r"(?<![截止0-9年月])[到至](?:20[0-9]{2} ?年|[“”十四五六]{3,6}|[明后]年|本世纪中叶)"
        r"(?:年?[底末])?(?:，|前|时)|"
        r"20[2-9][0-9] ?年[底末]?前(?!后|[0-9一二两三四五六七八九十]{1,2}个?[季月周天]|半)|"
        r"(?<![截止0-9年月])[到至]20[2-9][0-9] ?年(?:年?[底末])?"
        rf"(?=[^，。；0-9]{{0,16}}(?:{any_of('zh', 'standing.by_year')}))|"
        r"(?P<onward>今后|未来|往后|接下来的?|再过|再用|再花)(?:[一二两三四五六七八九十0-9]{1,2}[年]|几年)|"
        r"[一二两三四五六七八九十][年](?:之?内|左右))"
    ),
    "en": (
        r"\bby (?:the (?:end|close|middle) of )?"
        r"(?:20[2-9][0-9]|next year|mid-century|the (?:next )?(?:decade|century))\b"
    ),
}
_PREVIOUSLY = (
    r" (?:about |around )?[A-Z]{0,3}[$£€¥]?[0-9]\S*(?: [a-z]+){0,2}? "
    r"(?:(?:to|and|-) [A-Z]{0,3}[$£€¥]?[0-9]\S*(?: [a-z]+){0,2}? )?"
    r"(?:previously|before|earlier|in (?:its|the) (?:previous|earlier|last|prior))\b"
)
_LAYS_DOWN = r"[》”]?(?:中|草案|纲要)?(?:明确|提出|要求|规定|确定|指出|设定)"
_COMES = "(?<![社协议大机都不])会(?![议员场展计])|恐|(?<=[，、])料(?!理)"
"""What the years to come will bring about, not what somebody does in them."""
_BY_PAPER = (
    r"(?:按照?|根据|依照?|依据|据)[^，。；0-9]{0,12}"
    r"(?:规划|计划|方案|目标|纲要|部署|意见|要求|蓝图|路线图)[》”]?[^，。；0-9]{0,4}，"
)
"""What a paper lays down, in whatever words it is told: 按照规划，到2030年将达25%."""
_INFINITIVE = r" to [a-z]+ "
"""What goes on behind a level that is only compared: losses from the storm to exceed 9bn."""
_BEFORE_NOW = ("此前", "先前", "之前", "早前", "原先", "前次")
_REVISES = f"(?:{any_of('zh', 'standing.revised')})"
_REVISED = (
    rf"{_REVISES}[^，。；0-9]{{0,10}}(?:指引|预期|预测|预估|目标|展望|财测)|"
    rf"(?:指引|预期|预测|预估|目标|展望|财测)[^，。；]{{0,12}}{_REVISES}"
)
"""A forecast that the sentence revises: 下调营收指引."""
_BESIDE_OWN = (
    r"[0-9][^，。；的]{0,8}的[^，。；]{1,14}?(?:只|仅|才|却|实际|如今|现)"
    r"[^，。；0-9要将拟可会]{0,4}$"
)
"""What is told of a thing whose plan the clause names: 原计划容纳800辆的车场每天只停230辆."""
_RELATIVE = (
    r"\b(?:that|which|who|what)(?: (?:was|were|is|are|has|had|have|been|once|originally|first))* $"
)
"""What leads a cue within a relative clause, whose sentence goes on with a verb of its own."""
_SO_FAR = r"\b(?:so far|to date|until now|up to now)\b.*\b(?:has|have|had)(?: [a-z]+ly)? $"
"""What leads a participle that tells what has come about until now."""
_DECIDED = "[经]?[定明列批提公发通锁下启开获报]"
"""What was done with an aim that is still open: 目标已定, 方案已获批."""
_PAST = {
    "zh": r"(?:已|了|共有|累计|为|是|仍|增至|降至|增加到|下降到|现有)$|(?:已|共有|累计|现有|仍)",
    "en": PAST,
}

_SETS_BOUND = (
    r"(?:不低于|不少于|不高于|不超过|控制在|不得[^，。；]{0,4}于)(?=[0-9约一二三四五六七八九两十])"
)
_REACHED = r"已(?!定|知)|现有|截[至止]"
"""What has come about, whatever the heading announces: 已建成3座."""


class Standings:
    """The standing of the figures of one folded text."""

    def __init__(self, folded: str, language: str, breaks: Breaks | None = None) -> None:
        self._text, self._language = folded, language
        self._breaks = breaks or Breaks(folded, language)
        self._cues = cues(folded, language)
        self._starts = [one.start for one in self._cues]
        self._behind = matcher(language, "standing.behind").found(folded)
        self._behind_starts = [one.start for one in self._behind]
        years = pattern(_BY_YEAR[language], re.IGNORECASE).finditer(folded)
        self._years = [one.start() for one in years]
        self._ahead = TimesAhead(folded, language, self._breaks)
        self._headings, self._labels = self._read_headings(), Labels(folded, language)
        self._heads = [at for at, _ in self._headings]

    def of(self, quantity: Quantity) -> Standing:
        """What the words around a figure, else the heading above it, say."""
        start, end = quantity.words.start, quantity.words.end
        behind = self._cue_behind(start, end)
        if behind is None and end != quantity.span.end:
            behind = self._cue_behind(start, quantity.span.end)
        if behind is None and self._language == "en":
            upper = upper_end(self._text, quantity.span.end)
            behind = self._cue_behind(start, upper) if upper != quantity.span.end else None
        if behind is not None:
            return behind
        first = bisect_left(self._starts, max(0, start - _REACH))
        last = bisect_left(self._starts, quantity.span.start)
        years = bisect_left(self._years, start - _REACH) < bisect_left(self._years, start)
        if first < last or years:
            sentence = self._breaks.sentence(start)
            said = self._cue_before(first, last, sentence, quantity)
            said = said or (self._of_year(sentence, quantity) if years else None)
            if said is not None:
                return said
            note("standing", "")
        label = self._labels.of(start)
        if label is not None:
            return Standing.FACT if self._is_behind_label(quantity) else label
        reported = self._language == "en" and self._has_result(quantity)
        ahead = self._ahead.of(quantity, reported=reported)
        if ahead is None and self._language == "en" and not self._is_told(start):
            ahead = Standing.FORECAST if is_told_ahead(self._text, start, end) else None
        return ahead or self._of_heading(quantity)

    def _cue_before(
        self, first: int, last: int, sentence: int, quantity: Quantity
    ) -> Standing | None:
        """What the nearest cue of `first:last` in the sentence says."""
        start = quantity.words.start
        clause, past, acted = self._breaks.clause(start), False, False
        done: Cue | None = None
        for one in reversed(self._cues[first:last]):
            if one.start < sentence:
                break
            if one.end > quantity.span.start:
                continue
            note("standing", self._text[one.start : one.end])
            if one.reach in ("past", "often"):
                acted = acted or one.start >= clause
                past = past or (one.start >= clause and one.reach == "past")
            elif one.reach == "adjective" and (
                acted or one.start < clause or self._has_result(quantity)
            ):
                return self._labels.of(start) or Standing.FACT
            elif one.said is Standing.FACT:
                revised = self._revised_from(one)
                if revised or self._is_fact(one, clause, quantity):
                    return revised or Standing.FACT
                done = one if _fulfils(self._text, one, clause) else done
            elif one.reach == "value":
                if not _numbers_between(self._text, one.end, start):
                    return one.said
            elif (
                (past and one.start < clause)
                or self._is_result(one, clause, quantity)
                or self._is_done_so_far(one)
            ):
                return Standing.FACT
            else:
                fulfilled = done is not None and self._breaks.clause(done.start) <= one.start
                return Standing.FACT if fulfilled else self._said(one, start)
        return None

    def _is_bounded(self, one: Cue, start: int) -> bool:
        """Whether a clause behind that of a forecast sets a bound: 预计演出40场，票价不高于30元."""
        clause = self._breaks.clause(start)
        if self._language == "en" or one.said is not Standing.FORECAST or one.start >= clause:
            return False
        return pattern(_SETS_BOUND).search(self._text[clause : start + 8]) is not None

    def _said(self, one: Cue, start: int) -> Standing:
        """What a cue says, of a level that a paper sets for a year that it is aimed at:
        《规划》明确，到2030年占比达25%."""
        if self._is_bounded(one, start):
            return Standing.TARGET
        lead = self._text[self._breaks.sentence(start) : start]
        paper = pattern(_BY_PAPER).search(lead) if one.said is not Standing.TARGET else None
        if paper and pattern(_BY_YEAR["zh"]).search(lead, paper.end()):
            return Standing.TARGET
        if one.said is Standing.PLAN and pattern(_LAYS_DOWN).match(self._text, one.end):
            by_year = pattern(_BY_YEAR["zh"]).search(self._text, one.end, start)
            return one.said if by_year is None else Standing.TARGET
        return one.said

    def _is_result(self, one: Cue, clause: int, quantity: Quantity) -> bool:
        """Whether the words beside a number tell what became of the aim of `one`."""
        start = quantity.words.start
        if self._language == "en":
            return self._is_english_result(one, clause, quantity)
        if is_completion(self._text, one.start, self._breaks.sentence(start), start):
            return True
        if one.start >= clause:
            return pattern(_BESIDE_OWN).search(self._text[one.end : start]) is not None
        aim = one.said is not Standing.FORECAST
        if not aim and set_against(self._text, one.start, clause, start):
            return True
        return self._is_told_apart((one.start, one.end), quantity, aim=aim)

    def _is_told_apart(self, cue: tuple[int, int], quantity: Quantity, *, aim: bool) -> bool:
        """Whether a clause behind that of a cue tells what came of what the cue looks ahead to."""
        start, end = quantity.words.start, quantity.words.end
        clause = self._breaks.clause(start)
        ahead = pattern(AHEAD).search(self._text, clause, start) is not None
        if not ahead and continued(self._text, cue, clause, start, aim=aim):
            return True
        return chinese_result(self._text, cue[0], clause, (start, end), aim=aim)

    def _is_english_result(self, one: Cue, clause: int, quantity: Quantity) -> bool:
        start = quantity.words.start
        lead = self._text[max(0, one.start - 24) : one.start]
        told = _numbers_between(self._text, one.end, start) or one.start < clause
        if told and told_apart(self._text, one.end, start, quantity.words.end):
            return True
        if not told and pattern(_RELATIVE).search(lead) is None:
            return False
        if one.start < clause and is_done_of_it(self._text, quantity.span.end):
            return True
        return self._has_result(quantity) or contrasted(self._text, one.end, start)

    def _is_behind_label(self, quantity: Quantity) -> bool:
        """Whether an English clause behind that of a label tells the past: Outlook: sales of 12; in
        2024 they were 11."""
        start, end = quantity.words.start, quantity.words.end
        sentence = self._breaks.sentence(start)
        return self._language == "en" and told_apart(self._text, sentence - 1, start, end)

    def _is_done_so_far(self, one: Cue) -> bool:
        """Whether a cue in the perfect tells what has come in: so far donors have pledged $31m."""
        clause = self._text[self._breaks.clause(one.start) : one.start]
        return self._language == "en" and pattern(_SO_FAR, re.IGNORECASE).search(clause) is not None

    def _is_told(self, start: int) -> bool:
        """Whether the clause before a number has a verb of the past."""
        lead = self._text[self._breaks.clause(start) : start].lower()
        return has_past_verb(lead)

    def _has_result(self, quantity: Quantity) -> bool:
        return english_result(self._text, quantity.span.start, quantity.span.end)

    def _is_fact(self, one: Cue, clause: int, quantity: Quantity) -> bool:
        if one.reach == "next" and self._is_revised(one):
            return False
        if one.reach == "sentence":
            return True
        if one.start < clause:
            return False
        if one.reach == "clause":
            return True
        goes_on = pattern(_INFINITIVE).search(self._text, one.end, quantity.span.start)
        if self._language == "en" and goes_on is not None:
            return False
        return not _numbers_between(self._text, one.end, quantity.words.start)

    def _is_revised(self, one: Cue) -> bool:
        """Whether a word of an earlier time speaks of a forecast that the sentence revises:
        下调营收指引至9亿元，此前为12亿元."""
        if not self._text.startswith(_BEFORE_NOW, one.start):
            return False
        lead = self._text[self._breaks.sentence(one.start) : one.start]
        return pattern(_REVISED).search(lead) is not None

    def _revised_from(self, one: Cue) -> Standing | None:
        """What an English forecast is that one is held beside which takes its place: cut its
        outlook to 3.2bn, compared with 3.5bn previously."""
        if self._language == "zh" or pattern(_PREVIOUSLY).match(self._text, one.end) is None:
            return None
        lead = self._text[self._breaks.sentence(one.start) : one.start]
        found = pattern(REVISES).search(lead.lower())
        return None if found is None else said_by("en", "standing.revised")[found["noun"]]

    def _cue_behind(self, start: int, end: int) -> Standing | None:
        """What the words right behind a number say of it: 300万吨的目标, are to be electric."""
        at = bisect_left(self._behind_starts, end)
        one = self._behind[at] if at < len(self._behind) else None
        if one is not None and one.start - end <= SUBJECT:
            said = word_behind(self._text, end, one, self._language)
            if said is not None:
                return said
        if self._language == "zh":
            said = chinese_behind(self._text, end)
            return said or chinese_held_against(self._text, start, end)
        said = aim_behind(self._text, end) or effect_behind(self._text, end)
        said = said or held_against(self._text, start, end)
        at = bisect_left(self._starts, end)
        near = at < len(self._starts) and self._starts[at] - end <= SUBJECT
        near = near or self._text.find(" should ", end, end + SUBJECT) >= 0
        return modal_behind(self._text, start, end) if near and said is None else said

    def _of_year(self, sentence: int, quantity: Quantity) -> Standing | None:
        start = quantity.words.start
        lead = self._text[sentence:start]
        found = pattern(_BY_YEAR[self._language], re.IGNORECASE).search(lead)
        if found is None:
            return None
        past = DONE if found.groupdict().get("onward") else _PAST[self._language]
        if pattern(past).search(lead, found.end()):
            return None
        named = (sentence + found.start(), sentence + found.end())
        apart = self._language == "zh" and named[1] < self._breaks.clause(start)
        if apart and self._is_told_apart(named, quantity, aim=True):
            return None
        note("standing", found.group())
        if not found.groupdict().get("onward"):
            return Standing.TARGET
        behind = lead[found.end() :]
        if pattern(_COMES).search(behind):
            return Standing.FORECAST
        return Standing.PLAN if names_act(behind) else Standing.TARGET

    def _of_heading(self, quantity: Quantity) -> Standing:
        """What the heading above a figure says, unless its own clause tells a result."""
        start = quantity.words.start
        at = bisect_right(self._heads, start) - 1
        if at < 0 or self._headings[at][1] is Standing.FACT or self._is_reported(quantity):
            return Standing.FACT
        note("standing", self._text[self._heads[at] :].lstrip("#\n ").partition("\n")[0])
        said, clause = self._headings[at][1], self._breaks.clause(start)
        zh = self._language == "zh"
        aimed = zh and sets_level(self._text, clause, start, quantity.words.end)
        return Standing.TARGET if said is Standing.PLAN and aimed else said

    def _is_reported(self, quantity: Quantity) -> bool:
        """Whether what leads to a figure says that it came about: debt stood at 9m, 已建成3座."""
        start = quantity.words.start
        if self._language == "en":
            begin, stop = self._breaks.sentence(start), self._breaks.end(quantity.span.end)
            return self._has_result(quantity) or tells_past(self._text[begin:stop].lower())
        return pattern(_REACHED).search(self._text, self._breaks.clause(start), start) is not None

    def _read_headings(self) -> list[tuple[int, Standing]]:
        """Where each heading stands, and what it, else one above it, says of the figures below."""
        found: list[tuple[int, Standing]] = []
        over: list[tuple[int, Standing]] = []
        words = matcher(self._language, "standing.heading", "standing.mixed")
        longest = _HEADING[self._language]
        for line in pattern(r"(?m)^[#\s]*([^\n]{2,80})$").finditer(self._text):
            prose = pattern(r"[。；，,.;：:、]\s*$|[，。]").search(line.group(1)) is not None
            if len(line.group(1)) > longest or prose:
                continue
            said = [one.entry for one in words.found(line.group(1))]
            level = _level(self._text[line.start() : line.start(1)], line.group(1))
            while over and over[-1][0] >= level:
                over.pop()
            own = over[-1][1] if over and not said else Standing.FACT
            if said and all(one.category != "standing.mixed" for one in said):
                own = Standing(said[-1].sense)
            found.append((line.start(), own))
            over += [(level, own)] if level > 1 else []
        return found


def _level(marks: str, heading: str) -> int:
    """How deep a heading is: 2 for 一、, 3 for （一）, 1 for one that nothing shows it of."""
    for level, shape in enumerate(_NUMBERED, 2):
        if pattern(shape).match(heading):
            return level
    return max(1, marks.count("#"))


def _numbers_between(text: str, start: int, end: int) -> bool:
    return pattern("[0-9]").search(text, start, end) is not None


def _fulfils(text: str, one: Cue, clause: int) -> bool:
    """Whether a cue of an earlier clause says that something was done: 承诺已兑现，共8亿元."""
    if one.reach != "clause" or one.start >= clause:
        return False
    return pattern(_DECIDED).match(text, one.end) is None


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


def standing_in(header: str) -> Standing | None:
    """What the header of a column says that its figures are (2026年目标, 2027E), if anything."""
    language = "en" if is_english(paragraph_language(header)) else "zh"
    folded = fold(header) if language == "en" else fold_chinese(fold(header))
    if pattern(_ESTIMATED).search(folded):
        return Standing.FORECAST
    found = matcher(language, "standing.trap", "standing.aim", "standing.heading").found(folded)
    said = [one.entry.sense for one in found if one.entry.sense]
    return Standing(said[-1]) if said else None


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
