"""Turns of an English sentence that tell a standing: will open, is due to, lifted its forecast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from viewer.model import Standing
from viewer.quantities.english.words import FULL_MONTHS, HEDGES, MONTHS_BEGIN, ONES
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.standing_clauses import Cue, said_by
from viewer.quantities.vocabulary import any_of, lowered, words_in

_MODAL = (
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
REVISES = (
    r"\b(?:lift|rais|cut|trimm?|lower|upgrad|downgrad|revis|nudg|slash|bump|hik|shav)"
    r"(?:s|e|es|ed|t?ing)? (?:up |down )?(?:its|their|the|his|her|our|[a-z]+'s?)"
    r"(?: [a-z0-9-]+){0,4}? "
    rf"(?P<noun>{any_of('en', 'standing.revised')})"
    r"(?: (?:for|of|on) (?:[a-z0-9-]+ ?){1,5}?)?(?= ?(?:to|by|from) )"
    r"(?P<from>[^;\n]{1,30}?\bfrom )?"
)
"""A forecast that is revised, from an earlier one: lifted its GDP call to 2.3% from 1.9%."""
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
    r"signed off(?: on)?|backed|endorsed)(?: (?:an?|the|its|another|plans for an?|new|further))?"
    r"(?: [a-z$£€-]+){0,3}? "
    r"(?:borrowing|spending|purchase|issue|transfer|buyback|buy-back|repurchase|programme|program|package|offering|placing|levy|rise|increase|"
    r"cut|hike|scheme|fund|grant|loan|expansion|investment|budget|dividend|payout|extension)s?"
    r"(?: (?:of|worth|totalling))(?: up to)? (?=[a-z]{0,3}[$£€¥]?[0-9])"
)
"""What somebody has decided to do: approved a buyback of up to $2 billion."""
_REQUIRED = (
    rf"(?:{any_of('en', 'standing.binds')}) (?!by\b|on\b|in\b|to\b)(?:[a-z'-]+ ){{1,5}}?"
    r"(?:to|with) (?:[a-z]+ing\b(?<!according)|(?:reach|hit|meet|achieve|hold|keep|maintain|cut|"
    r"reduce|raise|"
    r"lift|halve|double|find|save|win|build|plant|install|deliver|spend|recruit|supply|source|provide)\b)|"
    r"\b(?:task|challenge|mission|job|duty) of [a-z]+ing\b|"
    r"\b(?:demand(?:s|ed|ing)|(?:to|they|we|[a-z]+(?:ers|ors|ees|ions)) demand|"
    r"(?:laws?|rules?|regulations?|directives?|standards?|guidelines?|"
    r"codes?|contracts?|licences?|licenses?) (?:now )?(?:requires?|demands?|calls? for)) "
    r"(?=[$£€¥]?[0-9])"
)
"""What somebody is told to reach: requires banks to hold 10.5%."""
_IF = (
    r"\bif(?= (?:the|an?|no|this|that|his|her|its|their|it|they|we) "
    r"(?:(?!was |were |had |[a-z]+ed )[a-z'-]+ ){1,7}[a-z'-]+, )"
)
"""What would come about: if the vote passes, each member gets £4,500."""
_MUST_BE = (
    r"\bmust (?:by then |then |still )?be (?:(?:at (?:least|most)|"
    r"no (?:more|less|fewer|higher|lower|longer) than|not (?:more|less) than|more than|less than|"
    r"under|over|above|below|within|between|from) )?(?=[$£€¥]?[0-9])"
)
"""What has to be so: water losses must be under 12%."""
_TO_REACH = (
    r"to(?<![a-z0-9,)%\]] to) (?:hit|reach|meet|achieve|attain|get to) (?=[a-z ]{0,20}[$£€¥]?[0-9])"
)
"""What an opening clause says is to be reached: To hit 1.5 million homes, builders must."""
_PART_OF = (
    r"(?:\b(?:half|(?:a|one|two|three) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?)|"
    r"[0-9](?:%| per ?cent)) of (?:its|their|the|our|his|her)(?: (?:current|existing|present))?"
    rf" (?!(?:[a-z]+ )?(?:{any_of('en', 'relation.aim')}))[a-z]+(?: [a-z]+)? of (?=[$£€¥]?[0-9])|"
    rf"(?:(?<![\w.,])[0-9][0-9.,]*|\b(?:{'|'.join(ONES)}|half|most|some|many|a few|several)) of "
    r"(?:its|their|the|our|his|her) (?=[0-9])"
)
"""The whole of which a part is told: a third of its fleet of 91."""
_CAME_IN = (
    rf"(?:{any_of('en', 'standing.reached')})(?: [a-z'’-]+){{0,4}}? (?:consensus|expectations?|"
    rf"(?:{any_of('en', 'relation.aim')})),? (?:(?:coming|came|finishing|ending|closing) (?:in )?)?"
    rf"(?:at|with|totalling|reaching)(?: (?:{HEDGES}))? (?=[$£€¥]?[0-9])"
)
"""What a result was that is held beside an aim: short of the consensus, at $208 million."""
_RESOLVED = r"\b(?:resolved|agreed|moved|recommended|decided):? to\b(?! disagree| differ)"
_REVISED = (
    rf"(?P<noun>{any_of('en', 'standing.revised')})(?: (?:for|of|on) "
    rf"(?:[a-z0-9-]+ ?){{1,4}}?)? ?"
    r"(?:was|were|is|are|has been|have been|had been|being) (?:[a-z]+ly )?(?:raised|lifted|cut|"
    r"trimmed|lowered|"
    r"reduced|increased|revised|nudged|slashed|halved|doubled|moved)(?: up| down)? "
    r"(?P<to>to [^.;,]{0,12}[0-9](?:[^.;,]|[.,][0-9]){0,30}?,? )?from "
)
"""An aim that was revised from an earlier one: the target was raised from 10 to 12."""
_SETS_RATE = (
    r"\b(?:decid|vot|agree|resolv|opt|elect|choos|chose|mov)[a-z]*"
    r"(?: [a-z]+ly| by [a-z0-9 -]{3,20}?)? to "
    r"(?:cut|lower|raise|increase|reduce|hike|lift|trim|keep|hold|leave|maintain) "
    rf"(?:(?:the|its|their|key|main|short-term|[a-z]+'s) ){{0,3}}"
    rf"(?:{any_of('en', 'standing.set_rate')})"
)
"""A decision of those who set a rate, which holds at once: decided to lower its policy rate."""
_VOTED = r"[0-9] (?:votes|members|councillors) (?:to|against) (?=[0-9])"
"""By how many votes something was decided, whatever it was: by 31 votes to 9."""
_SUBJUNCTIVE = (
    r"\bthat (?:(?!(?:will|would|to|may|might|can|could|should|must|shall|not|it|is|was)\b)"
    r"[a-z'-]+ )"
    r"{1,6}be (?:[a-z]+ly )?(?:[a-z]+ed|[a-z]+n|made|paid|spent|built|cut|set|put|held|sold|kept)\b"
)
"""What is moved or ordered: that dues be raised to $45."""
_THINKS_IT_CAN = (
    rf"(?:{any_of('en', 'standing.says', senses=('forecast',))}) (?:that )?[a-z' ]{{2,40}}?\bcan "
    rf"(?=[a-z])"
)
"""What somebody thinks can be: we believe sales can reach $5 billion."""
_TARGETED = r"\btarget(?:ed)? at (?=[$£€¥]?[0-9])"
_PUT_AT = (
    r"\bputs? (?:the |its |their )?(?:eventual|final|ultimate|likely|future|potential|probable|"
    r"coming|full) [a-z ]{2,30}? at |"
    r"\bputs? (?:the )?(?:(?:fiscal |calendar )?20[2-9][0-9](?:-[0-9]{2})?|next year|this year|"
    r"full[- ]year|the coming year|year[- ]end)(?:'s)? [a-z][a-z -]{2,40}? (?:at|in) "
)
"""What somebody expects of a year: now put 2027 growth at 2.3%."""
_HAD_PUT_AT = (
    r"\b(?:which|that|whom?) (?:(?:the|its|most|many|some) )?[a-z-]+s (?:had |have )?put at "
    r"(?=[$£€¥]?[0-9])"
)
"""What those who foretell had put a number at: turnout, which pollsters had put at 55%."""
_EFFECT = (
    rf"(?: (?:(?!and |but |which |that |will )[a-z-]+ ){{0,5}}?|, )"
    rf"(?:{any_of('en', 'standing.effect')}) "
    r"(?:(?:in|on|from|by|at|during|early|late|mid) |)(?:early |late |mid-|the (?:start|end|"
    r"middle) of )?"
    rf"(?:(?:{MONTHS_BEGIN})[a-z]*\b|next\b|this\b|tomorrow\b|spring\b|summer\b|autumn\b|winter\b|"
    r"the (?:new|spring|summer|autumn|winter|fall|coming)\b|20[2-9][0-9]\b|[0-9]{1,2} "
    r"[A-Za-z]{3,9}\b)"
)
"""What comes about in the present at a time to come: a rise of 6% takes effect in January."""
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
_HOPED = rf"(?:{any_of('en', 'standing.says', senses=('target',))}) that [^.;,]*$"
"""Who wishes that it will be done: it is hoped that the appeal will bring in £20,000."""
_THOUGHT = rf"(?:{any_of('en', 'standing.says', senses=('forecast',))})[^.;,]*$"
"""Who only expects what will be done: engineers reckon the fix will take 18 months."""
_NOUN_BEHIND = (
    r"(?:,(?= will\b)|) (?:(?!and |but |or |which |that |who |in |at |on |by )[a-z-]+ ){0,3}?"
    r"(?=(?:will|shall|would|could|may|might|should)\b)"
)
_PROPOSED = (
    r"\b(?:proposed|planned|budgeted)(?: [a-z'-]+){1,4} of (?:about |around |some |up to )?$"
)
"""What is proposed beside what it would do: a proposed levy of 1.5% would raise 90m."""
_SAID = (
    rf"(?P<said>{any_of('en', 'standing.says')}) (?:that )?"
    rf"(?:(?:{HEDGES}|all|the|a|an|its|their|at least|up to|more than|fewer than|less than) "
    rf")*[$£€¥]?$"
)
_SAID_REACH = 40
"""Who says what would be done: pledged that 20,000 homes would be ready, hopes that 8,000 will."""
_MIGHT = frozenset(("may", "might", "could"))
_INTENDS = frozenset(("will", "shall", "'ll"))

_PLAIN = (
    (_EARLIER, Standing.FACT, "clause"),
    (_RESTATED, Standing.FACT, "next"),
    (_APPROVED, Standing.PLAN, "value"),
    (_REQUIRED, Standing.TARGET, "sentence"),
    (_TO_REACH, Standing.TARGET, "sentence"),
    (_MUST_BE, Standing.TARGET, "sentence"),
    (_IF, Standing.FORECAST, "sentence"),
    (_SUPPOSED, Standing.FORECAST, "sentence"),
    (_PUT_AT, Standing.FORECAST, "sentence"),
    (_HAD_PUT_AT, Standing.FORECAST, "value"),
    (_TARGETED, Standing.TARGET, "value"),
    (_PART_OF, Standing.FACT, "next"),
    (_CAME_IN, Standing.FACT, "next"),
    (_SETS_RATE, Standing.FACT, "sentence"),
    (_VOTED, Standing.FACT, "next"),
    (_RESOLVED, Standing.PLAN, "sentence"),
    (_SUBJUNCTIVE, Standing.PLAN, "sentence"),
    (_THINKS_IT_CAN, Standing.FORECAST, "sentence"),
)
"""Turns of which every one says the same, with how far it reaches."""


def english_frames(text: str, lower: str) -> Iterator[Cue]:
    """A modal verb and what it says will happen or will be done; what is due to be done."""
    for one in pattern(_MODAL).finditer(lower):
        said = None if _is_name(text, lower, one) else _of_modal(one)
        if said is not None:
            yield Cue(one.start(), one.end(), _proposed(lower, one.start(), said))
    says = said_by("en", "standing.revised")
    for one in pattern(REVISES).finditer(lower):
        said = says[one.group("noun")]
        yield Cue(one.start(), one.end("noun"), said)
        if one.group("from"):
            yield Cue(one.end() - 1, one.end(), said, "value")
    for one in pattern(_REVISED).finditer(lower):
        said = says[one.group("noun")]
        yield Cue(one.start(), one.end("noun"), said)
        yield Cue(one.end() - 1, one.end(), said)
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


_NEXT_TIME = (
    r"(?: (?:a|an|the|per|of) [a-z]+| (?!(?:and|or|but|than|as|was|were|had)\b)[a-z-]+){0,3}? "
    r"(?:for|in|over|from|during|this)? ?(?:the )?(?:next|coming) (?:year|month|week|quarter|"
    r"season|term|"
    rf"spring|summer|autumn|winter|decade|{FULL_MONTHS})\b"
)
"""A time to come behind a number: put at 61 GW for the coming winter."""
_MOVES = rf"(?:\bput at|\b{any_of('en', 'change.verb')}(?: (?:by|to))?)(?: (?:{HEDGES}))* ?[$£€¥]?$"
_BE_DONE = (
    r"(?: (?!(?:will|would|to|may|might|can|could|should|must|shall|is|was|and|that)\b)"
    r"[a-z'-]+){0,3}"
    r" be (?:[a-z]+ly )?(?:[a-z]+ed|made|paid|spent|built|cut|set|put|held|sold|kept|given|"
    r"lent|bought|let)\b"
)
"""What is moved of the number that is the subject: agreed that £12,000 be spent."""


def is_told_ahead(text: str, start: int, end: int) -> bool:
    """Whether a time to come stands behind a number that moves or is put at so much:
    fees go up by £10 next April."""
    found = pattern(_NEXT_TIME).match(text, end)
    if found is None or pattern(_MOVES).search(text[max(0, start - 30) : start].lower()) is None:
        return False
    note("standing", found.group())
    return True


def effect_behind(text: str, end: int) -> Standing | None:
    """What is told in the present of a number that comes about at a time to come."""
    found = pattern(_EFFECT, re.IGNORECASE).match(text, end) or pattern(_BE_DONE).match(text, end)
    if found is None:
        return None
    note("standing", found.group())
    return Standing.PLAN


def modal_behind(text: str, start: int, end: int) -> Standing | None:
    """What a modal verb behind a number and its noun says: the first 90 will open theirs."""
    if not text.startswith(" ", end):
        return None
    if pattern(_PROPOSED).search(text[max(0, start - _MODAL_REACH) : start].lower()):
        return Standing.PLAN
    lower = text[end : end + _MODAL_REACH].lower()
    noun = pattern(_NOUN_BEHIND).match(lower)
    found = None if noun is None else pattern(_MODAL).match(lower, noun.end())
    if found is None:
        return None
    governed = pattern(_SAID).search(text[max(0, start - _SAID_REACH) : start].lower())
    says = said_by("en", "standing.says")
    said = _of_modal(found) if governed is None else says[governed.group("said").strip()]
    if said is None:
        return None
    note("standing", found.group())
    return said if governed is not None else _proposed(lowered(text), start, said)


def _is_name(text: str, lower: str, modal: re.Match[str]) -> bool:
    """Whether a modal is a name or a noun: Will Parry scored, the will left, in May that closed."""
    at, verb = modal.start(), modal.start("verb")
    if text[at].isupper() and text[verb].isupper():
        return True
    if text[at:verb].startswith("May ") and text[at - 1 : at] == " " and text[at - 2].islower():
        return True
    return lower[:at].endswith(_DETERMINERS)


def _proposed(lower: str, at: int, said: Standing) -> Standing:
    """What a modal says under a plan, which is planned, or once something is built, expected."""
    lead = lower[max(0, at - _MODAL_REACH) : at]
    if pattern(_HOPED).search(lead):
        return Standing.TARGET
    if said is Standing.FORECAST and pattern(_UNDER_PLAN).search(lead):
        return Standing.PLAN
    if said is Standing.PLAN and any(pattern(x).search(lead) for x in (_CONDITION, _THOUGHT)):
        return Standing.FORECAST
    return said


def _is_being_done(verb: str) -> bool:
    """Whether a word in -ing is of what somebody does on purpose: shall be spending, planting."""
    stem = verb.removesuffix("ing")
    forms = {stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem}
    return stem != verb and not forms.isdisjoint(words_in("standing.base"))


def _of_modal(found: re.Match[str]) -> Standing | None:
    verb, intends = found.group("verb"), found.group("modal") in _INTENDS
    if verb in _NO_VERB:
        return None
    if found.group("be"):
        done = verb in words_in("standing.done") or _is_being_done(verb)
        return Standing.PLAN if intends and done else Standing.FORECAST
    if verb in words_in("standing.move") or verb in words_in("change.verb"):
        return Standing.FORECAST
    if not intends and verb in words_in("standing.serve"):
        return Standing.FORECAST
    if found.group("modal") in _MIGHT and verb not in words_in("standing.able"):
        return Standing.FORECAST
    return Standing.PLAN if intends or found.group("modal") == "would" else None
