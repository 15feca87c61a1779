"""Aims of the past, and the next size of the same thing, which is what came of them.

Where other modules read how an aim and its result are worded, this one asks what the figures are:
one that was aimed at, as its standing says, and a fact of its unit right behind it. An aim that is
still to come is held against nothing.
"""

from __future__ import annotations

import re

from viewer.model import Standing
from viewer.relations.context import Context
from viewer.relations.labels import beginnings, core, likeness, same_subject
from viewer.relations.then_and_now import is_near
from viewer.relations.wording import aim_words_cut

COMING = re.compile(
    r"\b(?:will|shall|next|coming|plans? to|aims? (?:to|for|at)|intends? to|hopes? to|wants? to|"
    r"expects? to|going to|(?:is|are|am) (?:to|now to|meant to|set to|due to)|(?:is|are) \w+ing|"
    r"more|another|further|a further)\b|"
    r"(?:将|明年|后年|下一?年|下半年|未来|今后|力争|拟(?!定)|到“|争取|再)",
    re.IGNORECASE,
)
"""Words of an aim whose time is still to come."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]+ed|sought|set|meant|foresaw|undertook|took on|thought|said|bid|"
    r"gave|told|went|began|chose|drew up|made|laid)\b",
    re.IGNORECASE,
)
"""A verb of the past, by which an English aim is one that should be reached by now."""
_SHOULD = re.compile(
    r"\b(?:should have|would have|ought to have|(?:said|told [a-z ]{2,30}|promised|thought)"
    r" (?:that )?[a-z ]{1,30} would)\b",
    re.IGNORECASE,
)
"""The words by which an English report tells what it expected of itself."""
_IN_THE_END = re.compile(
    r"\b(?:the|its|our|their) (?:final|actual|eventual|real|true) [a-z]+ [a-z ]{2,20}[$£€]?$",
    re.IGNORECASE,
)
"""The words before what came of an aim, whatever it is called."""
_DUTY = re.compile(r"\b(?:obliges?|requires?|demands?|commits?|binds?)\b", re.IGNORECASE)
"""An English duty that holds today."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CLAUSE_END = re.compile(r"[,;，；。]|\.(?![0-9])")
TURNED_OUT = re.compile(
    r"实际|最终|结果|决算|竣工|结算|截至|目前|已|年底|年末|全年|月末|季度末|期末|到[岗位账]|报到|完工|建成"
)
"""Words of a Chinese clause that tells what came of an aim."""
_GOES_ON = re.compile(
    r"[^.;]{0,60}(?:[;,.]| and| but| yet)(?: but| and| yet| by [A-Z]\w+| in the (?:event|end)|"
    r" at the end,?| so far,?)*,?"
    r"(?: (?:it|they|we|he|she|there|its [a-z]+|the (?:actual|final|result|outcome|average|figure"
    r"|year|[a-z]+)))? ?(?:[a-z]+ ?){0,5}[$£€]?",
    re.IGNORECASE,
)
"""The words between an English aim and its result, whose clause has no thing of its own."""
_LEAD = 80
_SHORT = 12
_ALIKE = 0.5


def answers(context: Context, aim: int, actual: int) -> bool:
    """Whether the size behind an aim of the past is what came of it."""
    standing = context.figures[aim].standing
    facts = context.figures[actual].standing is Standing.FACT and actual not in context.aims
    aimed = standing in (Standing.TARGET, Standing.PLAN) or (
        standing is Standing.FORECAST and _SHOULD.search(context.before(aim, _LEAD)) is not None
    )
    if not aimed or not facts:
        return False
    steps = context.full_sentence(actual) - context.full_sentence(aim)
    if steps > 1 or context.paragraph(actual) != context.paragraph(aim):
        return False
    if context.is_row(aim) or context.is_row(actual) or not is_near(context, aim, actual):
        return False
    if of_other_years(context, aim, actual):
        return False
    lead, gap = context.before(aim, _LEAD), context.gap(aim, actual)
    if lead.isascii() and gap.isascii():
        return _answers_in_english(context, aim, actual)
    return _answers_in_chinese(context, aim, actual)


def _answers_in_english(context: Context, aim: int, actual: int) -> bool:
    lead, gap = context.before(aim, _LEAD), context.gap(aim, actual)
    if COMING.search(lead) or COMING.search(gap):
        return False
    if _is_duty_done(context, aim, actual):
        return True
    if not _PAST.search(lead + gap[:24]):
        return False
    if actual in context.without_noun and aim not in context.without_noun:
        return _GOES_ON.fullmatch(gap) is not None  # a bare number counts what the aim counted
    if _GOES_ON.fullmatch(gap) is None:
        return False
    return _of_one_thing(context, aim, actual) or _IN_THE_END.search(gap) is not None


def _is_duty_done(context: Context, aim: int, actual: int) -> bool:
    """Whether a verb of a duty comes again with what is done: `obliges us to cover …; we cover`."""
    if not _DUTY.search(context.before(aim, _LEAD)):
        return False
    asked = beginnings(context.before(aim, _SHORT))
    return bool(asked & beginnings(context.before(actual, _SHORT)))


def _answers_in_chinese(context: Context, aim: int, actual: int) -> bool:
    lead, gap = context.before(aim, _LEAD), context.gap(aim, actual)
    if COMING.search(lead) or COMING.search(gap):
        return False
    bare = len(gap) <= _SHORT and "、" not in gap  # 截至3月末到岗389名: no thing of its own
    return TURNED_OUT.search(gap) is not None and (bare or _of_one_thing(context, aim, actual))


def of_other_years(context: Context, aim: int, actual: int) -> bool:
    """Whether an aim and a level name their years and share none: `the plan for 2026`, `In 2025`.

    A year behind the aim is that of the aim until its clause ends.
    """
    gap = context.gap(aim, actual)
    ends = _CLAUSE_END.search(gap)
    cut = ends.start() if ends else len(gap)
    aimed = set(_YEAR.findall(context.before(aim, _LEAD) + gap[:cut]))
    reached = set(_YEAR.findall(gap[cut:] + context.after(actual, 12)))
    return bool(aimed and reached and not aimed & reached)


def _of_one_thing(context: Context, aim: int, actual: int) -> bool:
    labels = [context.figures[at].label for at in (aim, actual)]
    if all(context.is_change(at) for at in (aim, actual)):
        labels = [core(label) for label in labels]  # that both rose makes them no one thing
    labels = [aim_words_cut(label) for label in labels]
    if not all(labels):
        return True
    return same_subject(*labels) or likeness(*labels) >= _ALIKE
