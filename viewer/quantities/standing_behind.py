"""What the words behind a number say of its standing: 300万吨的目标, the 750,000 it wanted."""

from __future__ import annotations

from viewer.model import Standing
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import Found, any_of, entries

SUBJECT = 30
"""How far behind a number the words may begin that say what it is."""
_VERBS = ("is ", "are ", "has ", "have ", "was ", "were ", "will ")
_NOUNS = r" (?:of )?(?:the )?(?:(?!and |but |which |that |who )[a-z-]+ ){1,3}"
"""What may stand between a number and its verb: 40% of buses are to be electric."""
_POSTPOSED = r"[,.;:)]|$|\n| (?:by|for|in|at|this|next|last|earlier|and|but|when|on)\b"
"""What follows a participle behind its number: the 2.9 billion expected, not 300 expected rises."""
_FOR_A_TIME = (
    r" (?:for|by|in|next|this) (?:the |early |late |mid-)?"
    r"(?:[0-9]{4}|next|this|end|coming|spring|summer|autumn|winter)"
)
"""A time behind a participle: the 70-bed ward planned for 2027."""
_DONE_NEXT = (
    r"[^.;,]{0,30}? (?:was|were|is|are|has been|have been) (?:now |already |actually |fully )?"
    r"(?:finished|complete|completed|delivered|built|opened|open|done|met|installed|carried out|"
    r"in place|in use|under ?way|achieved|reached|implemented)\b"
)
"""What came of a plan behind its number: 41% of the works planned for 2023 were finished."""
_WISHED = (
    r"(?: (?!(?:and|but|or|than|as|was|were|is|are|above|below|over|under|against|short|ahead|"
    r"behind|beyond|from|to|more|less|fewer|higher|lower) )[a-z-]+){0,3}? (?:that |which )?(?:"
    r"(?:it|they|we|he|she|[a-z]{3,}s|the [a-z]+|its [a-z]+|[A-Z][a-z]+) (?:had |have |has )?"
    r"(?:been )?(?:originally |initially |first |once |previously )?|"
    r"(?:originally |initially |first |once |previously )+)"
    r"(?P<verb>[a-z]+(?: for| at)?)(?=[,.;)]|$|\n| (?:by|in|this|next|last|and|but|when)\b)"
)
"""Who wanted or expected what a number says: the 750,000 it wanted."""
_WISHES = {entry.word: Standing(entry.sense) for entry in entries("en", "standing.relative")}
_LAID = (
    rf" (?:{any_of('en', 'standing.laid')}) "
    r"(?:in|by|under|for by|out in|out by) "
    r"(?:the|its|their|our|his|her|an?)(?: [a-z'-]+){0,3}? "
    rf"(?:{any_of('en', 'standing.charter')})"
)
"""What somebody has to reach: the 91.5% set in the franchise agreement."""
_AIM_BEHIND = (
    r"[^，。；、：0-9]{0,10}(?:这一|这个|的)(?:[^，。；、：0-9的]{0,4})(?:目标|指标(?=[，。；、！\n]|$))"
    r"(?!的|客|群|人|完|已|如期|提前|全面|顺利|未|没)"
)
_MOTION_BEHIND = (
    r"[^，。；、：0-9]{0,14}的"
    r"(?:议案|预案|提案|草案|建议|投资计划|建设计划|[^，。；0-9的]{0,4}方案)"
)
_INTEND_BEHIND = (
    r"[%成](?:的[^，。；、0-9]{0,8})?"
    r"(?:计划|打算|拟|准备|有意|考虑|希望|愿意|期望|倾向|认为|表示|预期|盼)"
)
"""A part of those who were asked: 12%计划裁员."""
_AHEAD_BEHIND = (
    r"[^，。；：、0-9的]{0,8}?(?:(?P<planned>将于|将在|拟于|拟在|计划于|定于)|"
    r"预计(?![^，。；]{0,2}的)|有望|料将|预料)"
)
"""What is told of the number that opens its clause: 30万吨产能将于明年释放."""


def word_behind(text: str, end: int, one: Found, language: str) -> Standing | None:
    """What a word of the lexicon says of the number that ends at `end`, if it belongs to it."""
    between = text[end : one.start]
    verb = one.entry.word.startswith(_VERBS) or pattern(_FOR_A_TIME).match(text, one.end)
    led = verb and pattern(_NOUNS).fullmatch(between)
    if led and pattern(_DONE_NEXT).match(text, one.end):
        return Standing.FACT
    postposed = (
        language == "zh"
        or one.entry.sense != "forecast"
        or pattern(_POSTPOSED).match(text, one.end)
    )
    if led or (not between.strip() and (postposed or " " in one.entry.word)):
        note("standing", one.entry.word)
        return Standing(one.entry.sense)
    return None


def aim_behind(text: str, end: int) -> Standing | None:
    """What somebody did with the number: the 750,000 it wanted, the 60 million first floated."""
    if pattern(_LAID).match(text, end):
        note("standing", text[end : end + SUBJECT])
        return Standing.TARGET
    wished = pattern(_WISHED).match(text, end)
    said = _WISHES.get(wished.group("verb")) if wished is not None else None
    if wished is not None and said is not None:
        note("standing", wished.group())
    return said


def chinese_behind(text: str, end: int) -> Standing | None:
    """What a Chinese clause goes on to say of its first number: 30万吨产能将于明年释放."""
    if pattern(_INTEND_BEHIND).match(text, max(0, end - 1)):
        note("standing", text[end : end + SUBJECT])
        return Standing.FACT
    ahead = pattern(_AHEAD_BEHIND).match(text, end)
    if ahead is not None:
        return Standing.PLAN if ahead.group("planned") else Standing.FORECAST
    near_by = text[end : end + SUBJECT]
    if "标" not in near_by and "案" not in near_by and "计划" not in near_by:
        return None
    aim = pattern(_AIM_BEHIND).match(text, end)
    called = aim or pattern(_MOTION_BEHIND).match(text, end)
    if called is None:
        return None
    note("standing", called.group())
    return Standing.PLAN if aim is None else Standing.TARGET
