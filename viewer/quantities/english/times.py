"""The time behind an English number that tells it from another of the same label."""

from __future__ import annotations

from viewer.model import Kind
from viewer.quantities.english.naming.verbs import PARTICIPLE
from viewer.quantities.english.phrases import against_level
from viewer.quantities.english.words import FULL_MONTHS, HEDGES
from viewer.quantities.regex_cache import pattern

_PERCENT = "(?: per cent| percent)?"
_CENTURY = "(?:19|20)[0-9]{2}(?:/[0-9]{2,4}(?![0-9]))?"
_SKIPPED = (
    rf"^{_PERCENT}(?:,? or [$£€]?[0-9][0-9.,]*(?: (?:million|billion))?{_PERCENT}%?)?"
    r"(?: per (?:[a-z]+ )?share)?,?"
    r"(?: [a-z]{3,15})?(?: (?:who|that|which) (?:had )?(?:been )?[a-z]+)?"
    rf"(?: {PARTICIPLE})?"
)
"""What may stand between a level and its time: $52 million, or $1.31 per share, a year ago."""
_SEASON = "(?:spring|summer|autumn|winter)"
_EARLIER = (
    rf"{_SKIPPED} (?:of )?((?:a|one) (?:year|quarter|month) (?:earlier|ago|before)|"
    r"(?:two|three|six|nine|twelve|eighteen|a few) (?:months|years) (?:earlier|ago|before)|"
    r"at the (?:turn|start|beginning) of the (?:year|quarter|period)|"
    rf"last (?:year|{_SEASON}|month|quarter|week)|at present|"
    rf"(?:at|in|by) the (?:end|start) of (?:{_CENTURY}|last year|{FULL_MONTHS})|"
    r"(?:in )?the (?:year|month|quarter) before|previously|"
    r"in the (?:(?:same|previous|prior|preceding|last|latest|year-ago|year-earlier|prior-year) )?"
    r"(?:corresponding |comparable |year-earlier )?(?:quarter|period|month|half|year|week|survey|"
    r"report)"
    rf"(?: (?:last year|a year (?:ago|earlier)|of (?:{_CENTURY}|last year|(?:the previous|"
    rf"the prior) "
    r"(?:financial |fiscal )?year)))?|"
    r"in the [A-Z][a-z]+ (?:quarter|projections?|forecasts?|report|survey|statement)|"
    rf"at (?:the end of )?(?:(?:{FULL_MONTHS}) [0-9]{{1,2}}|[0-9]{{1,2}} (?:{FULL_MONTHS}))"
    rf"(?:,? {_CENTURY})?|"
    rf"in the (?:first|second|third|fourth|last)(?: (?:half|quarter|(?:three|six|nine) months))?"
    rf"(?: of (?:{_CENTURY}|last year))?|"
    rf"in the {_SEASON}|"
    rf"(?:in|at the end of) (?:(?:{FULL_MONTHS})(?: {_CENTURY})?|{_CENTURY})|"
    rf"by the end of (?:the year|next year|{_CENTURY}))\b(?!-)"
)
_SURELY = (
    r"^(?!.*\b(?:in (?:[A-Z]|19|20)|by the end|in the (?:first|second|third|fourth|last|"
    r"quarter|period|month|half|year)))"
)
"""A time that is not the report's own, whatever number it follows."""
_SPAN = (
    rf"^{_PERCENT} (sequentially|over the (?:year|quarter|month|week)|year[- ]on[- ]year|"
    r"quarter[- ]on[- ]quarter|month[- ]on[- ]month|on the (?:year|quarter|month|"
    r"week)(?! (?:before|earlier))|"
    r"from the (?:previous|prior|preceding) (?:year|quarter|month|week))\b"
)
"""The span that tells a second change from the first: up 10.3% and 5% sequentially."""
_OF_YEAR = rf"^{_PERCENT} (?:in|for) ({_CENTURY})\b"
_AND_ANOTHER = (
    rf"^{_PERCENT} (?:in|for) {_CENTURY}(?:, | and | before |, followed by )"
    rf"(?:[^.;\n]|\.(?=[0-9])){{0,40}}?[0-9](?:%|{_PERCENT}) (?:in|for) {_CENTURY}\b"
)
"""The first of several years: 2.1% in 2026 and 2.3% in 2027."""
_FROM = (
    rf"\b(?:from|after|following|against|peaked at|(?:peak|low|high|trough) of)(?: (?:{HEDGES}))* $"
)
_IN_BRACKET = (
    rf"\((?:(?P<month>{FULL_MONTHS})(?: (?P<year>{_CENTURY}))?|"
    rf"(?P<part>(?:[HQ][1-4] ?)?(?:FY ?)?{_CENTURY}|[HQ][1-4]|previously|(?:the )?(?:previous|"
    rf"prior|last) "
    rf"(?:year|quarter|month|week|period)|(?:a|one) (?:year|month|quarter) (?:ago|earlier|"
    rf"before))|from):? ?"
    rf"(?:(?:{HEDGES}) )?$"
)
"""The other time, told in a bracket before its level: 2.8% in August (July: 2.9%)."""
_OWNED = (
    r"\b(?:(?:the |its |their )?(?P<which>previous|prior|preceding|last) "
    rf"(?P<span>year|quarter|month|week|season)|(?P<year>{_CENTURY}))'s(?: (?:{HEDGES}))* $"
)
"""The other time, told as owner of its level: the previous year's 15 million, 2023's 12%."""
_SPAN_OF_TIME = (
    r"(?:the (?:full|current|coming|next|financial|fiscal) (?:financial |fiscal )?(?:year|quarter)|"
    rf"the (?:first|second|third|fourth) (?:quarter|half)(?: of {_CENTURY})?)"
)
_FORESEEN_FIRST = (
    r"^\W*(?:In|For|During|Over) (?:(?P<span>"
    + _SPAN_OF_TIME
    + r")|(?:the (?:whole|rest|remainder|"
    rf"course) of |fiscal (?:year )?|the year )?(?P<year>{_CENTURY}))(?:,| as a whole)? "
)
_FORESEEN_BEHIND = (
    rf"^{_PERCENT}(?: or so)? ((?:in|for|by)(?: fiscal| the end of| late| early)? {_CENTURY}|"
    r"this year|next year|over the next [a-z0-9]+ (?:months|years)|"
    rf"(?:in|for|over|during) {_SPAN_OF_TIME})\b"
)
_TIMED = rf"\b(?:{_CENTURY}|(?:year|quarter|month|survey|projections?|report)(?:$| before))"
_CLOSE = 24
_BASE = (
    r"^ (?:than )?(?:the )?[$£€]?[0-9][0-9.,]*(?: (?:thousand|million|"
    r"billion))?(?P<rest>%?(?: .*|$))"
)
"""A level that a change is told from: more than the 1,188 a year before."""
_NEXT_YEAR = rf"{_PERCENT} (?:in|for) {_CENTURY}(?:, and|,| and)? (?:(?:{HEDGES}) )*"
_AFTER_ANOTHER = rf"\b(?:in|for) {_CENTURY},? (?:and |but |before )?(?:[a-z]+ ){{0,3}}$"


def time_behind(lead: str, ahead: str, kind: Kind, *, same: bool, told: bool) -> str:
    """What tells a number from another level of its name, with a space before it; '' for nothing.

    `same` says that the number before it has the same name, `told` that one before has. A change
    is told by its time only where it stands against another or in a list of years.
    """
    if year := _of_years(lead, ahead, same=same):
        return year
    if bracketed := _in_bracket(lead):
        return bracketed
    if owned := _of_owner(lead):
        return owned
    against = against_level(lead) or pattern(_FROM).search(lead) is not None
    if kind is Kind.CHANGE and not against:
        span = pattern(_SPAN).match(ahead) if same else None
        return "" if span is None else f" {span.group(1)}"
    found = pattern(_EARLIER).match(ahead)
    if found is not None and (against or same or (told and pattern(_SURELY).match(found.group()))):
        return f" {found.group(1)}"
    return ""


def time_foreseen(lead: str, ahead: str, label: str) -> str:
    """The time for which something is foreseen, with a space before it; '' where none is told.

    It opens the sentence (For the whole of 2025 we expect) or stands behind (3% in 2026).
    """
    behind = pattern(_FORESEEN_BEHIND).match(ahead)
    if behind is not None:
        return "" if behind.group(1) in label else f" {behind.group(1)}"
    if pattern(_TIMED).search(label):
        return ""
    opened = pattern(_FORESEEN_FIRST).match(lead)
    if opened is None:
        return ""
    led = "for" if opened["span"] else "in"
    time = opened["span"] or opened["year"]
    return "" if time in label else f" {led} {time}"


def time_of_base(ahead: str) -> str:
    """The time of the level that a comparison names: than the 1,188 a year before; '' for none."""
    base = pattern(_BASE).match(ahead)
    found = None if base is None else pattern(_EARLIER).match(base["rest"])
    return "" if found is None else found.group(1)


def _of_owner(lead: str) -> str:
    """The time that owns a level: the previous year's 15 million."""
    found = pattern(_OWNED).search(lead) if "'s " in lead[-_CLOSE:] else None
    if found is None:
        return ""
    if found["year"]:
        return f" in {found['year']}"
    led = "" if found["which"] == "last" else "in the "
    return f" {led}{found['which']} {found['span']}"


def _in_bracket(lead: str) -> str:
    found = pattern(_IN_BRACKET).search(lead)
    part = "" if found is None else found["part"]
    if found is None or not (part or found["month"]):
        return ""
    if part:
        led = "in the " if part.startswith(("previous", "prior")) else ""
        return f" in {part}" if part[:1].isdecimal() else f" {led}{part}"
    return f" in {found['month']}" + (f" {found['year']}" if found["year"] else "")


def is_bracketed_time(gap: str) -> bool:
    """Whether a bracket that names a time opens before a number: 61% (2021: 58%)."""
    return gap.startswith((" (", " per")) and bool(_in_bracket(gap))


def of_next_year(gap: str) -> bool:
    """Whether only a year stands between two numbers: (2.1%) in 2026 and (2.3%) in 2027."""
    return pattern(_NEXT_YEAR).fullmatch(gap) is not None


def _of_years(lead: str, ahead: str, *, same: bool) -> str:
    year = pattern(_OF_YEAR).match(ahead)
    if year is None:
        return ""
    later = same and pattern(_AFTER_ANOTHER).search(lead) is not None
    listed = later or pattern(_AND_ANOTHER).match(ahead) is not None
    return f" in {year.group(1)}" if listed else ""
