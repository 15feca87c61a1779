"""Turns of an English sentence that tell a standing: will open, is due to, lifted its forecast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.model import Standing
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import Cue
from viewer.quantities.vocabulary import lowered, words_in

_MODAL = re.compile(
    r"\b(?P<modal>will|shall|would|could|may|might|should|'ll)"
    r"(?: (?:not|also|now|then|soon|only|again|even|still|likely|rather|first|have to|need to|"
    r"[a-z]+ly)){0,3} (?P<be>be )?(?:[a-z]+ly )?(?P<verb>[a-z]+)"
)
_EARLIER = (
    r"\b(?:after|since|despite|besides) (?:[a-z]+ly )?"
    r"(?!reaching|hitting|passing|peaking|completing|adding|including|being|during|demanding|"
    r"seeking|asking|aiming|hoping|planning|promising|pledging|targeting|expecting|predicting|"
    r"forecasting|budgeting|projecting|guiding|vowing|proposing)[a-z]{2,}ing\b|"
    r"\bhaving (?:already |[a-z]+ly )?(?!to\b)[a-z]+"
)
"""What happened before: after hiring 62, having already cut 17%."""
_REVISES = (
    r"\b(?:lift|rais|cut|trimm?|lower|upgrad|downgrad|revis|nudg|slash|bump|hik|shav)"
    r"(?:s|e|es|ed|t?ing)? (?:up |down )?(?:its|their|the|his|her|our|[a-z]+'s?)"
    r"(?: [a-z0-9-]+){0,4}? "
    r"(?P<noun>forecast|estimate|projection|outlook|guidance|call|view|prediction|expectation|"
    r"target|goal|ambition|objective|quota|budget)s?"
    r"(?: (?:for|of|on) (?:[a-z0-9-]+ ?){1,5}?)?(?= ?(?:to|by|from) )"
    r"(?P<from>[^;\n]{1,30}?\bfrom )?"
)
"""A forecast that is revised, from an earlier one: lifted its GDP call to 2.3% from 1.9%."""
_REVISED_SAYS = {
    **dict.fromkeys(("target", "goal", "ambition", "objective", "quota"), Standing.TARGET),
    "budget": Standing.PLAN,
}
_RESTATED = (
    r"\b(?:initial|first|preliminary|provisional|flash|advance|early|earlier|previous|original|"
    r"prior)(?:ly)? (?:estimate|reading|figure|print|count|reported|estimated)s?\b"
    r"(?:[^.;]|\.[0-9]){0,60}?\b(?:was|were|been|is|are|being)(?: later| since| then)? "
    r"(?:revised|corrected|restated|adjusted)(?: up| down| upwards?| downwards?| sharply)? to "
)
"""What was measured anew: the initial estimate of 2.1% was revised to 2.4%."""
_SUPPOSED = (
    r"(?:^|[.;:\n\"] ?|, |\band )(?:should|were) (?:(?:the|a|an|its|their|our) )?[a-z]+"
    r"(?: [a-z]+){0,3}? (?:to )?"
    r"(?:rise|fall|increase|decrease|drop|grow|climb|slip|go|move|change|strengthen|weaken|widen|"
    r"narrow|exceed|reach|decline|double|halve) (?:up |down )?(?:by |to |above |below )?"
    r"(?=[$£€¥]?[0-9])"
)
"""A case that is only supposed: should rates rise by 1%."""
_APPROVED = (
    r"\b(?:approved?|approves|authori[sz]e[sd]?|unveil(?:s|ed)|announce[sd]|green-?lit|"
    r"signed off(?: on)?|backed|endorsed) (?:an?|the|its|another|plans for an?)"
    r"(?: [a-z$£€-]+){0,3}? "
    r"(?:buyback|buy-back|repurchase|programme|program|package|offering|placing|levy|rise|increase|"
    r"cut|hike|scheme|fund|grant|loan|expansion|investment|budget|dividend|payout|extension)s?"
    r"(?: (?:of|worth|totalling))(?: up to)? (?=[$£€¥]?[0-9])"
)
"""What somebody has decided to do: approved a buyback of up to $2 billion."""
_REQUIRED = (
    r"\b(?:require|oblige|compel|order|instruct|task|challenge|urge)(?:s|d|ed)? "
    r"(?:[a-z'-]+ ){1,5}?(?:to|with) (?:reach|hit|meet|achieve|hold|keep|maintain|cut|reduce|raise|"
    r"lift|reaching|cutting|raising|finding|scoring|winning|delivering|halve|double|find|save|win)\b|"
    r"\b(?:task|challenge|mission|job|duty) of [a-z]+ing\b|"
    r"\b(?:demand(?:s|ed|ing)?|(?:laws?|rules?|regulations?|directives?|standards?|guidelines?|"
    r"codes?|contracts?|licences?|licenses?) (?:now )?(?:requires?|demands?|calls? for)) "
    r"(?=[$£€¥]?[0-9])"
)
"""What somebody is told to reach: requires banks to hold 10.5%."""
_IF = (
    r"\bif(?= (?:the|an?|no|this|that|his|her|its|their|it|they|we) "
    r"(?:(?!was |were |had |[a-z]+ed )[a-z'-]+ ){1,7}[a-z'-]+, )"
)
"""What would come about: if the vote passes, each member gets £4,500."""
_TO_REACH = (
    r"to(?<![a-z0-9,)%\]] to) (?:hit|reach|meet|achieve|attain|get to) (?=[a-z ]{0,20}[$£€¥]?[0-9])"
)
"""What an opening clause says is to be reached: To hit 1.5 million homes, builders must."""
_PUT_AT = (
    r"\bputs? (?:the )?(?:(?:fiscal |calendar )?20[2-9][0-9](?:-[0-9]{2})?|next year|this year|"
    r"full[- ]year|the coming year|year[- ]end)(?:'s)? [a-z][a-z -]{2,40}? (?:at|in) "
)
"""What somebody expects of a year: now put 2027 growth at 2.3%."""
_NO_VERB = frozenset(
    ("was", "is", "were", "of", "and", "to", "for", "had", "has", "allow", "the", "not")
)
_MODAL_REACH = 70
_DUE = (
    r"\b(?:is|are|was|were|be|been|being|also|now|both|all) due to (?:[a-z]+ly )?"
    r"(?P<verb>[a-z]+)\b"
)
_DETERMINERS = ("the ", "his ", "her ", "their ", "a ", "its ", "free ", "good ", "last ")
_UNDER_PLAN = (
    r"\bunder (?:the|its|their|this|his|her|a|an|new|these|those|that)(?: [a-z'-]+){0,3}? "
    r"(?:plans?|proposals?|schemes?|deal|agreement|bill|draft|blueprint|terms)\b[^.;]*$|"
    r"(?:^|, )to be (?:built|opened|launched|completed|finished|constructed|created|set up|held)\b"
    r"[^.;]*$"
)
_CONDITION = (
    r"\b(?:(?:once|when|after) (?:it |they |the [a-z]+ )?(?:is |are )?"
    r"(?:complete|completed|finished|built|ready|open|operational|running|commissioned|"
    r"comes? on ?(?:stream|line)|opens?|goes live|starts? (?:up|running)|switched on)|"
    r"unless|if|provided|assuming|on (?:present|current) trends|"
    r"at (?:the |this |its |their )?(?:present |current )?(?:pace|rates?|trends?))\b[^.;]*$"
)
"""What makes an expectation of what will be done: once built, the dam will generate 400 MW."""
_THOUGHT = (
    r"\b(?:reckons?|estimates?|expects?|expected|thinks?|believes?|predicts?|predicted|forecasts?|"
    r"fears?|feared|assumes?|calculates?|guess(?:es)?)\b[^.;,]*$"
)
"""Who only expects what will be done: engineers reckon the fix will take 18 months."""
_NOUN_BEHIND = (
    r" (?:(?!and |but |or |which |that |who |in |at |on |by )[a-z-]+ ){0,3}?"
    r"(?=(?:will|shall|would|could|may|might|should)\b)"
)
_PROPOSED = (
    r"\b(?:proposed|planned|budgeted)(?: [a-z'-]+){1,4} of (?:about |around |some |up to )?$"
)
"""What is proposed beside what it would do: a proposed levy of 1.5% would raise 90m."""
_PROMISED = (
    r"\b(?:pledge[sd]?|promise[sd]?|vow(?:ed|s)?|undertook) (?:that )?"
    r"(?:about |around |some |at least |all |the )*$"
)
_PROMISE_REACH = 40
"""Who promises that something would be done: pledged that 20,000 homes would be ready."""
_MIGHT = frozenset(("may", "might", "could"))
_INTENDS = frozenset(("will", "shall", "'ll"))

_PLAIN = (
    (_EARLIER, Standing.FACT, "clause"),
    (_RESTATED, Standing.FACT, "next"),
    (_APPROVED, Standing.PLAN, "value"),
    (_REQUIRED, Standing.TARGET, "sentence"),
    (_TO_REACH, Standing.TARGET, "sentence"),
    (_IF, Standing.FORECAST, "sentence"),
    (_SUPPOSED, Standing.FORECAST, "sentence"),
    (_PUT_AT, Standing.FORECAST, "sentence"),
)
"""Turns of which every one says the same, with how far it reaches."""


def english_frames(text: str, lower: str) -> Iterator[Cue]:
    """A modal verb and what it says will happen or will be done; what is due to be done."""
    for one in _MODAL.finditer(lower):
        said = None if _is_name(text, lower, one) else _of_modal(one)
        if said is not None:
            yield Cue(one.start(), one.end(), _proposed(lower, one.start(), said))
    for one in pattern(_REVISES).finditer(lower):
        said = _REVISED_SAYS.get(one.group("noun"), Standing.FORECAST)
        yield Cue(one.start(), one.end("noun"), said)
        if one.group("from"):
            yield Cue(one.end() - 1, one.end(), said, "value")
    for source, said, reach in _PLAIN:
        for one in pattern(source).finditer(lower):
            yield Cue(one.end() - 1 if reach == "next" else one.start(), one.end(), said, reach)
    for one in pattern(_DUE).finditer(lower):
        verb = one.group("verb")
        if verb in words_in("standing.move"):
            yield Cue(one.start(), one.end(), Standing.FORECAST)
        elif verb in words_in("standing.base") or verb in words_in("standing.serve"):
            yield Cue(one.start(), one.end(), Standing.PLAN)


def modal_behind(text: str, start: int, end: int) -> Standing | None:
    """What a modal verb behind a number and its noun says: the first 90 will open theirs."""
    if not text.startswith(" ", end):
        return None
    if pattern(_PROPOSED).search(text[max(0, start - _MODAL_REACH) : start].lower()):
        return Standing.PLAN
    if pattern(_PROMISED).search(text[max(0, start - _PROMISE_REACH) : start].lower()):
        return Standing.TARGET
    lower = text[end : end + _MODAL_REACH].lower()
    noun = pattern(_NOUN_BEHIND).match(lower)
    found = None if noun is None else _MODAL.match(lower, noun.end())
    if found is None or (said := _of_modal(found)) is None:
        return None
    note("standing", found.group())
    return _proposed(lowered(text), start, said)


def _is_name(text: str, lower: str, modal: re.Match[str]) -> bool:
    """Whether a modal is a name or a noun: Will Parry scored, the will left."""
    at, verb = modal.start(), modal.start("verb")
    if text[at].isupper() and text[verb].isupper():
        return True
    return lower[:at].endswith(_DETERMINERS)


def _proposed(lower: str, at: int, said: Standing) -> Standing:
    """What a modal says under a plan, which is planned, or once something is built, expected."""
    lead = lower[max(0, at - _MODAL_REACH) : at]
    if said is Standing.FORECAST and pattern(_UNDER_PLAN).search(lead):
        return Standing.PLAN
    if said is Standing.PLAN and any(pattern(x).search(lead) for x in (_CONDITION, _THOUGHT)):
        return Standing.FORECAST
    return said


def _of_modal(found: re.Match[str]) -> Standing | None:
    verb, intends = found.group("verb"), found.group("modal") in _INTENDS
    if verb in _NO_VERB:
        return None
    if found.group("be"):
        done = intends and verb in words_in("standing.done")
        return Standing.PLAN if done else Standing.FORECAST
    if verb in words_in("standing.move") or verb in words_in("change.verb"):
        return Standing.FORECAST
    if not intends and verb in words_in("standing.serve"):
        return Standing.FORECAST
    if found.group("modal") in _MIGHT and verb not in words_in("standing.able"):
        return Standing.FORECAST
    return Standing.PLAN if intends or found.group("modal") == "would" else None
