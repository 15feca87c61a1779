"""Results that an English sentence holds beside an aim, a plan or a forecast: achieved 8%."""

from __future__ import annotations

from functools import cache

from viewer.quantities.english.words import HEDGES
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of, lowered, words_in

_REACH = 60
_HEDGED = rf"(?: (?:{HEDGES}|a total of|a|an|the|all|of))* ?[(+$€£¥]?$"
_VERB_BEFORE = (
    rf"(?P<lead>\b[a-z']+ )?\b(?P<verb>[a-z]+)"
    rf"(?: (?:in|into|out|up|off|for|to|at|by|on|home|away|back|with|through)"
    rf"){{0,2}}{_HEDGED}"
)
_NOT_FINITE = frozenset(
    ("to", "be", "been", "being", "is", "are", "was", "were", "have", "has", "a", "an", "the",
     "its", "their", "newly", "of")
)  # fmt: skip
"""Words before a participle that is not the verb of its clause."""
_NO_SUBJECT = _NOT_FINITE | frozenset(
    ("", "will", "would", "could", "may", "might", "should", "shall", "can", "must", "total",
     "likely", "final", "at", "and")
)  # fmt: skip
"""Words before cost where it is no verb that tells what something took."""
_PERFECT = (
    r"\b(?:has|have) (?:already |since |so far |only |now )?"
    r"(?!to |been |had |be |it |a |an |the |no )[a-z]+(?: (?:up|out|in))?"
    rf"{_HEDGED}|"
    r"\b(?:but|yet|now|today)(?: it)?(?: now| still)? [a-z]+s (?:only |just |about )?[$€£¥]?$|"
    r"(?:\band|[:;]|[:;,] (?:it|they))(?: now| still| currently)? "
    r"(?:stands|sits|runs|holds|employs|serves|carries|houses|operates|owns|flies|uses|leases|"
    r"manages|sells|has)"
    r"(?: at)?(?: only| just| about| around| some)? [$€£¥]?$|"
    r"\b(?:is|are) (?:already |now |currently |running )?(?:up|down|ahead|behind)(?: by)?"
    r"(?: about| around| some)? [$€£¥]?$"
)
"""Has cost £85 million; but holds 4,800."""
_VERB_BEHIND = (
    r"(?:%| percent| per cent)?(?: of (?:them|those|these|which|whom|it)(?= ))?"
    r"(?: (?:of (?:its|the|these|those) )?(?:(?!and\b|but\b|or\b|which\b|that\b|who\b|will\b|to\b|"
    r"by\b|in\b|at\b)[a-z-]+)){0,3}? "
    r"(?:(?:was|were|has|have|had|did)\b(?! (?:to|due|likely|set|meant|supposed)\b)"
    r"(?! (?:expected|planned|forecast|projected|scheduled|budgeted|proposed)\b)|"
    r"(?:is|are) (?:now |already )?(?:finished|complete|completed|done|open|built|in use|"
    r"in (?:place|service|operation))\b|(?P<verb>[a-z]+)\b)"
)
_STILL_BEHIND = (
    r"(?: (?!and\b|but\b|or\b|which\b|that\b|who\b|will\b|to\b|by\b|in\b|at\b)[a-z-]+){0,2} "
    r"(?:still|already) "
    r"(?!to\b|expected\b|planned\b|due\b|needed\b|required\b|sought\b|wanted\b)"
)
"""How things are now: with 412 patients still on the list."""
_ON_RECORD = (
    r"(?: [a-z]+)? (?:reached|recorded|seen|registered|posted|observed|measured) "
    r"(?:in|at|on|during|last|a|two|three|earlier)\b"
)
"""What was measured at a time: below the peak of 5.25% reached in August."""
_PART_DONE_EN = (
    r"(?: per ?cent)? (?:complete|completed|finished|done|built|funded|full|sold|booked|raised|"
    r"spent|achieved|delivered|subscribed|met|covered|committed|occupied|let|leased|through)\b"
)
_BEING = r"\b(?:is|are|was|were|now|only|already|just|than) $"
_TOLD_BEHIND = (
    r"(?: (?!and\b|but\b|or\b|to\b|by\b|in\b)[a-z-]+)?(?: [a-z-]+)? "
    r"(?:reported|recorded|posted|seen|earned|booked|logged|registered|spent|paid|achieved|made|sold|built|raised|delivered|generated|produced|"
    r"shipped|carried|treated|counted) (?:last|in|a year|on|during|over|at|this time|previously|"
    r"earlier|before|for)\b"
)
_ENDED_WITH = (
    r"\b(?:ended|closed|finished|concluded|stopped|halted|wound up|wrapped up|folded)"
    r"(?: (?!with\b)[a-z-]+){0,5} with (?:only |just |about |some )?[$€£¥]?$"
)
"""What an undertaking came to: the trial closed early with 268 patients."""
_BEAT_BY = (
    r"\b(?:beat|missed|exceeded|topped|surpassed|overshot|undershot|outdid|outstripped|cleared|"
    r"fell short of|came in (?:above|below|over|under)) (?:it|that|this|them|those|its|their|the)"
    r"(?: [a-z-]+){0,3} by (?:about |around |some )?[$£€¥]?$"
)
"""By how much a result missed or beat what was aimed at."""
_CONTRAST = r"\b(?:but|yet|while|whereas|although|though|however|instead)\b"
_LATELY = (
    r"\b(?:last (?:week|month|year|night|spring|summer|autumn|winter|[a-z]+day)|yesterday|"
    r"(?:days|weeks|months|years) (?:ago|later)|so far|to date|since then)\b"
)
_CLAUSE_BEGINS = (
    r"(?:[,(:;]|\b(?:and|but|though|although|yet|while|whereas|only|of which|of whom|"
    r"(?:said|says|heard|told|reported|noted|found|learned)(?: [a-z]+)?(?: that)?|that))(?: with)? "
    r"(?:only |just |some |about )?[$€£¥]?$"
)
_WITH = r"\bwith (?:only |just |some |about )?[$€£¥]?$"
_ENDS = r"\s?(?:[.;)]|, (?:and|but|while|or)\b|$)"


def english_result(text: str, start: int, end: int) -> bool:
    """Whether a verb of the past beside the number `start:end` says that it is a result."""
    lower = lowered(text)
    lead = lower[max(0, start - _REACH) : start]
    found = pattern(_VERB_BEFORE).search(lead)
    if found is not None and found.group("verb") == "cost":
        before = (found.group("lead") or "").strip()
        return before not in _NO_SUBJECT and before not in words_in("standing.undone")
    if found is not None and is_past(found.group("verb")):
        before = (found.group("lead") or "").strip()
        voted = before in ("was", "were", "been") and " by " in found.group()
        if before not in _NOT_FINITE or voted:
            return True
    if _goes_on_past(lead) or pattern(_BEAT_BY).search(lead) or pattern(_ENDED_WITH).search(lead):
        return True
    return pattern(_PERFECT).search(lead) is not None or _is_done_behind(lower, lead, end)


_OPENS_PAST = (
    r"(?:^|[,;] )(?:(?:but|and|yet) )?(?:[a-z]+ly |only |just |also |then )?(?P<verb>[a-z]+) "
    r"(?:$|(?<=[hw]as )|(?<=had )|(?<=have )|(?<=were )|(?=[$£€¥(+0-9]|"
    r"(?:to|by|at|in|into|up|down|out|off|back|over|for|from|with|a|an|the|its|"
    r"their|his|her|our|all|only|just|about|around|nearly|some|almost|more|less|fewer|another|"
    r"[a-z]+ly)\b))[^,;]*$"
)
"""The finite verb of the past that goes on with a sentence behind a participle between commas."""


def _goes_on_past(lead: str) -> bool:
    """Whether a clause opens with a verb of the past: sales, forecast at 5, came to 4."""
    found = pattern(_OPENS_PAST).search(lead)
    return found is not None and ", " in lead and is_past(found.group("verb"))


def _is_done_behind(lower: str, lead: str, end: int) -> bool:
    """Whether a number opens its clause and did something: and 340 turned up, 180 are finished."""
    known = pattern(_STILL_BEHIND).match(lower, end) or pattern(_ON_RECORD).match(lower, end)
    if known or _is_so_far(lower, lead, end):
        return True
    if pattern(_CLAUSE_BEGINS).search(lead) is None:
        return False
    behind = pattern(_VERB_BEHIND).match(lower, end)
    if behind is None:
        return False
    verb = behind.group("verb")
    if ":" in lead and not (verb is None and lead.rstrip().endswith(":")):
        return False
    if verb is not None and pattern(_WITH).search(lead) and is_past(verb):
        return pattern(_ENDS).match(lower, behind.end()) is not None
    closed = verb is not None and pattern(r"\s?(?:[,.;)]|$)").match(lower, behind.end())
    return verb is None or verb in words_in("standing.came") or (is_past(verb) and not closed)


def _is_so_far(lower: str, lead: str, end: int) -> bool:
    """Whether a part tells how far something is (is 62% complete), or the words behind a number
    that an article leads to tell that it was seen (above the 2.98 reported last year)."""
    if pattern(_PART_DONE_EN).match(lower, end) and pattern(_BEING).search(lead):
        return True
    return (
        pattern(_TOLD_BEHIND).match(lower, end) is not None
        and pattern(r"\b(?:the|its|their|our) (?:about |some )?[$£€¥]?$").search(lead) is not None
    )


_LOOKS_ON = rf"\b(?:will|would|could|may|might|should|shall)\b|{any_of('en', 'standing.looks_on')}"
_SAYS_THAT = r"\b(?:and|but) that (?=[a-z])"
_STATE_BEHIND = r"[^.;]{0,30}?, (?:was|were|had|stood|remained) (?!to\b|due\b|expected\b|likely\b)"
"""A state that is told of a number between commas: the waiting list, at 840, was shorter."""


def told_apart(text: str, since: int, start: int, end: int) -> bool:
    """Whether a clause of its own behind the words at `since` tells the past of the number
    `start:end`: ...; in 2026 sales were $598 million and the margin 13.2%."""
    lower = lowered(text)
    cut = lower.rfind(";", since, start)
    parts = list(pattern(_SAYS_THAT).finditer(lower, since, start))
    cut = max(cut, parts[-1].start() if parts else -1)
    if cut < 0:
        return False
    lead = lower[cut:start]
    if pattern(_LOOKS_ON).search(lead):
        return False
    if not _told().isdisjoint(pattern("[a-z]+").findall(lead)):
        return True
    return pattern(_STATE_BEHIND).match(lower, end) is not None


@cache
def _told() -> frozenset[str]:
    """Words that tell the past of a clause of its own."""
    finite = ("has", "have", "did", "came", "stood", "went")
    return words_in("standing.past") | words_in("standing.mixed") | set(finite)


_STATED = (
    r"\b(?:was|were|stood|totall?ed|amounted)\b"
    r"(?! (?:to(?! [$€£¥]?[0-9])|not|due|likely|set|meant|supposed|expected|planned|forecast|"
    r"projected|scheduled|budgeted|proposed))"
)
"""A state of the past: net debt stood at 9m, about twice the profit."""
_SAME_IN_PAST = frozenset(("did", "cost", "cut"))
"""Verbs that tell the past, beside those that `is_past` knows: it takes most of them for nouns."""
_PASTS = _SAME_IN_PAST | {"have", "set", "put"}
_PASTS_CONTRASTED = _SAME_IN_PAST | {"hit"}


def is_past(verb: str) -> bool:
    """Whether a verb in small letters tells what happened."""
    if verb in words_in("standing.undone"):
        return False
    past = words_in("standing.past") | words_in("standing.result")
    return verb.endswith("ed") or verb in past


def has_past_verb(words: str) -> bool:
    """Whether one of some words in small letters is a verb that tells the past."""
    return any(is_past(one) or one in _PASTS for one in pattern("[a-z]+").findall(words))


def tells_past(sentence: str) -> bool:
    """Whether a sentence in small letters tells what was done or was so, and nothing that was only
    decided."""
    if pattern(_STATED).search(sentence):
        return True
    words = pattern("[a-z]+").findall(sentence)
    return not words_in("standing.decided").intersection(words) and has_past_verb(sentence)


def contrasted(text: str, start: int, end: int) -> bool:
    """Whether a clause of `start:end` that opens with but or while tells the past up to its end."""
    parts = pattern(_CONTRAST).split(lowered(text)[start:end])
    if len(parts) > 1 and pattern(_LATELY).search(parts[-1]):
        return True
    verbs = pattern(r"(?<!to )\b[a-z]+\b").findall(parts[-1]) if len(parts) > 1 else []
    return any(is_past(one) or one in _PASTS_CONTRASTED for one in verbs)
