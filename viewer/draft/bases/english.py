"""What an English change is measured against, by the words behind it."""

from __future__ import annotations

import re

from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of

YEAR_BEFORE = "the year before"
_CENTURY = r"(?:19|20)[0-9]{2}"
_EARLIER = f"(?:{any_of('en', 'relation.earlier')})"
_MONTH = f"(?:{any_of('en', 'month', senses=('full',))})"
_SPAN = "(?:year|half|quarter|month|week)"
_TIME = (
    rf"(?:{_EARLIER}(?:[ -](?:period|quarter|month|week|half))?"
    rf"(?: (?:of|in) (?:the (?:previous|prior|preceding) year|last year|{_CENTURY}))?|"
    r"[0-9a-z]+ (?:years|quarters|months|weeks|days) (?:earlier|ago|before)|"
    r"last (?:spring|summer|autumn|winter)|"
    rf"(?:the |its )?(?:end|start|beginning|middle|first half|second half) of (?:the |last )?"
    rf"(?:{_SPAN}|{_MONTH}(?: {_CENTURY})?|{_CENTURY})|"
    rf"(?:the |its |their )?(?:(?:previous|prior|last|preceding|initial|early|{_MONTH}) )?"
    rf"(?:{any_of('en', 'report.edition')})|"
    rf"(?:early |late |mid-)?(?:(?:fiscal|fy) ?)?{_CENTURY}(?:[/-](?:20)?[0-9]{{2}}(?![0-9]))?|"
    rf"[qh][1-4](?: (?:fy)?(?:20)?[0-9]{{2}})?|{_MONTH}(?: {_CENTURY})?)(?![a-z0-9])"
)
"""A time before the one that a report is about, or an earlier report."""
_VALUE = (
    r"(?:(?:the|a|an|its|their|about|around|some|just|only|nearly|almost) )*"
    r"(?:(?:peak|high|low|level|rate|figure|total|average) (?:of )?)?"
    r"-?(?:(?:us|a|c|hk)?[$£€₹¥])? ?[0-9](?:[0-9,]|\.[0-9])*"
)
"""The earlier value itself, as printed."""
_WITHIN = r"(?:in|at|by|during|for|on) "
_HELD = (
    rf"(?:{_WITHIN})?|{_VALUE}(?P<rate>%| per ?cent\b)?[^.;,()0-9]{{0,40}}? (?:{_WITHIN})?|"
    r"(?:where )?(?:it|they) (?:was|were|stood) |"
    rf"(?:that|those) (?:[a-z]+ )?{_WITHIN}|the [a-z]+ {_WITHIN}|(?:the |its )?levels? (?:of|in) "
)
_AGAINST = r"(?:from|than|compared (?:with|to)|versus|vs\.?|against|over|on|above|below|following)"
_NO_OTHER = r"(?!\b(?:and|but|while|whereas|which|that|who|after|as|when|because|before|or)\b)"
"""The words behind which another matter is spoken of."""
_GAP = rf"(?:{_NO_OTHER}(?:[^.;()\n0-9]|\.(?=[0-9])|{_CENTURY})){{0,45}}?"
_TO_LEVEL = rf"(?:\b(?:to|at) {_VALUE}{_GAP})?"
"""What a change led to: rose 3% to $4.2 billion from."""
_BEHIND = rf"^{_GAP}{_TO_LEVEL}\b{_AGAINST} (?:{_HELD})(?P<time>{_TIME})"
_WHOLE_YEAR = (
    r"^[^.;,()0-9]{0,12}?\b(?:in|for|during|over) (?:(?:the )?(?:(?:full|whole|financial|fiscal) )*"
    rf"year|this year|(?:(?:fiscal|fy) ?)?{_CENTURY}(?:[/-](?:20)?[0-9]{{2}}(?![0-9]))?)"
    r"(?! (?:to|ended|ending|earlier|before|ago)\b)(?![a-z0-9])"
)


def named_behind(after: str, *, rate: bool) -> str:
    """The time that the words behind a change name as its base; '' where they name none.

    Of a change in percent (`rate`) an earlier percentage is the rate that it is compared with, not
    what it was measured against: 1.6% this year against 1.8% in the January projection.
    """
    found = pattern(_BEHIND, re.IGNORECASE).match(after)
    if found is None or (rate and found["rate"]):
        return ""
    return found["time"]


def is_time(base: str) -> bool:
    """Whether a base is a time, or an earlier report, and no value."""
    return base == YEAR_BEFORE or pattern(_TIME, re.IGNORECASE).fullmatch(base) is not None


def over_year(after: str) -> str:
    """What a rise over a whole year is measured against: grew by 1.2% in 2025; '' for another."""
    return YEAR_BEFORE if pattern(_WHOLE_YEAR, re.IGNORECASE).match(after) else ""
