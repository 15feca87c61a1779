"""Digits of English prose that are no figures: years, dates, ranks and names."""

from __future__ import annotations

import re

from viewer.model import Kind
from viewer.quantities.english.named import named, names_measure
from viewer.quantities.english.words import MONTHS
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import words_in, words_of

_MONTH = "|".join(MONTHS)
_YEARS = r"(?:1[0-9]|20|21)[0-9]{2}(?:\s?[-/]\s?(?:[0-9]{4}|[0-9]{2}))?(?![0-9,.]?[0-9])s?"
_AFTER_DATE = (
    rf"(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTH})\b|(?::[0-5][0-9]){{1,2}}(?:\.[0-9]{{1,3}})?|"
    r"\s?(?:a\.m\.|p\.m\.|am\b|pm\b|"
    r"o'clock|(?:GMT|UTC|[ECP][SD]T|BST|CET)\b)|/[0-9]+/[0-9]+"
)
_BEFORE_DATE = rf"\b(?:{_MONTH})\.? $|(?:fiscal|FY) ?$"
_MONTH_ALONE = (
    rf"(?:\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil)|\b[0-9]{{1,2}}) (?:{_MONTH})\.? $"
)
_LAST_DAY, _FIRST_YEAR = 31, 1000
_AGED = r"\b(?:[Aa]ge[ds]?|(?:the )?ages? of) (?:between )?(?:[0-9]{1,3} ?(?:to|and|or|-) ?)?$"
_WORD_LAST = r"[A-Za-z][A-Za-z&]*(?:-[A-Za-z]+)?"
_LISTED = ("and", "or", "to", "through", "thru", "&")
_NUMBER_WORDS = frozenset(("No", "no", "Nos", "ID", "number", "code", "EN", "ISO"))
_CODE = (
    r"(?:[A-Z]{1,2}(?![a-z]))?"
    r"(?:[-/.][0-9]{1,8}[A-Za-z]?(?![0-9%]|,[0-9]))*(?:\([0-9a-zA-Z]{1,4}\))*"
)
_RANKS = frozenset(
    ("no", "nos", "article", "articles", "chapter", "chapters", "table", "figure", "fig", "section",
     "sections", "page", "pages", "phase", "volume", "vol", "rule", "step", "grade", "type",
     "tier", "part", "form", "class", "level", "group", "act", "clause", "paragraph")
)  # fmt: skip
_COUNTS = (
    r" (?:[a-z]+[- ]){0,2}?[a-z]{2,}[a-rt-z]s\b|%|"
    r" ?(?:per ?cent|percent|million|billion)\b|,[0-9]{3}"
)
_COUNTED_THINGS = (
    rf"{_COUNTS}| (?:that|who|which|were|are|have|people|men|women|children)\b|[.,][0-9]"
)
_PAGE_OF = r" of [0-9]{1,4}(?![0-9,.])"
_NAMED_PLACE = r"\b(?:at|near|on|to|from|the|via|with|of|by) [A-Z][a-z]+ $"
_ENDS_NAME = r"[.,;)](?![0-9])|$| (?:of|and|is|was|has|met|will)\b"
_ALL_CAPITALS = r"(?<![A-Za-z0-9&-])[A-Z]{2,5} $"
_DIALLED = (
    r"(?:\+[0-9]{1,3} )?\(?0[0-9]{2,4}\)?(?: [0-9]{3,6}){1,3}(?![0-9,])|"
    r"\+?[0-9]{1,4}(?: [0-9]{2,4}){2,5}(?![0-9,%])"
)
_PHONE = r"(?:\(?\+?[0-9]{1,5}\)?[- ])?[0-9]{3,5}-[0-9]{3,4}(?:-[0-9]{3,4})?(?![0-9%-]|[.,][0-9])"
_CALLED = r"\b(?:call|phone|tel|hotline|helpline|dial|number|fax|line|text)s?\b[^.;]{0,14}$"
_NUMBERED_ACT = r"[12][0-9]{3}/[0-9]{2,4}(?![0-9/%])"
_SCORE = (
    r"[0-9]{1,3}-[0-9]{1,3}(?![0-9%.-]|,[0-9])(?! (?:percent|per cent|million|billion|points?))"
)
_PLAYED = rf"\b(?:{'|'.join(words_of('en', 'name.played'))})\b[^.;]{{0,28}}$"
_SETS = (
    r"[0-9]{1,2}-[0-9]{1,2}(?:,? (?:and )?[0-9]{1,2}-[0-9]{1,2})+(?![0-9%.-])|"
    r"[0-9]{1,2}(?:-[0-9]{1,2}){2,}(?![0-9%.-])"
)
"""A score by sets or rounds: 6-3, 7-5; 67-70-68."""
_LISTED_NEXT = (
    r",? ?(?:and|or|to|through|thru|&|-|,) ?[0-9]{1,4}"
    r"(?![0-9%.]|,[0-9]| ?(?:million|billion|per ?cent))"
)
_LISTING = ", and |, | and | or | to | through | thru | & |-"
_LISTED_BEFORE = rf"([A-Za-z][A-Za-z-]+) (?:[0-9]{{1,4}}[A-Za-z]?(?:{_LISTING}))*$"
_RESULT = (
    r" (?:[a-z]+ )?(?:win|victory|defeat|loss|draw|triumph|scoreline|vote|ruling|decision|"
    r"majority|thrashing)\b"
)
"""What a score is called: the 2-1 win."""
_STREET = (
    r"(?:[A-Z]|-[0-9]+[A-Z]?)? (?:[A-Z][a-z]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Court|Place|Terrace|Close|Crescent|Parkway|Highway|Quay|Wharf)\b"
)
_IDIOM = (
    r"(?:24/7|50[-/]50|9[- ]to[- ]5|20/20|9/11|7/7|40[13]\([bk]\)|501\(c\)|"
    r"(?:4|8|16)K(?= (?:screens?|televisions?|tvs?|videos?|displays?|cameras?|monitors?|footage|"
    r"projectors?|resolution|streams?)\b)|"
    r"(?:911|999|988|112|111|311|000)(?= (?:lifeline|hotline|helpline|calls?|callers?|operators?|"
    r"dispatch|dispatchers?|responders?|handlers?|"
    r"services?|systems?|cent(?:re|er)s?|lines?)\b)|"
    r"[0-9]{1,2}K(?= (?:run|race|walk|course|event|runners|time)\b)|"
    r"3M(?= (?:said|cut|has|had|will|is|was|plans?|agreed|reported|posted|sold|expects?|makes?)\b)|"
    r"[0-9] ?[x×] ?[0-9]{1,3} ?m?(?: |-)(?:met(?:re|er)s? )?"
    r"(?:relay|medley|team|hurdles|freestyle)\b|"
    r"[0-9]{5}(?= (?:residents|area|zip|neighbo)|-[0-9]{4}\b)|"
    r"[0-9]{1,3}(?:\.[0-9]+)? ?°(?: ?[0-9]{1,2}(?:\.[0-9]+)?['′])? ?[NSEW]\b)"
    r"(?![0-9/-])"
)
_ISO_DATE = r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9-])"
_TIMED = (
    r"(?:1?[0-9]|2[0-3])\.[0-5][0-9]"
    r"(?= at [A-Z]| (?:to|from|race|train|service|departure|bus|ferry|flight)\b)"
)
_LONGEST_LISTED = 4
_GROUP_OF = r"\b(?:Group|Rule|Gang|Council|Committee) of $"
_NAMED_GROUP = r"\b(?:Big|Magnificent|Famous|Fab|Final|Elite|the big) $"
"""What makes the name of a group of the number behind it: the Big Four firms."""
_GROUP_SIZE = (
    r"(?:[A-Z][a-z]+|(?<=the big )(?:three|four|five|six)|(?<=Big )[0-9]{1,2})\b"
    r"(?!%|[.,][0-9]| (?:%|per ?cent|million|billion))"
)
"""Its number: a word with a capital, or a small one behind Big."""
_CALLS_TO = (
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ling)?|rang|ring|phoned|text(?:s|ed|ing)?)(?: to| the)? $"
)
_SHORT_NUMBER = r"(?:[0-9]{3}|[0-9]{5})(?![0-9%]|[.,][0-9]| (?:people|[a-z]+s|[0-9]+)\b)"
_VERB_LED = r"\b(?:to|will|would|can|could|may|might|should|must|cannot|not|now|they|we) [a-z]+ $"
_THEY_NUMBER = r"\b[a-z]{3,}s (?:now |currently )?number $"
_LOCAL = r"[0-9]{3}-[0-9]{4}(?![0-9%-]|[.,][0-9]| ?(?:per ?cent|[a-z]{2,}s\b|[kmc]?[mg]\b))"
"""A local telephone number: 555-0142; not a range, which counts or measures something."""
_ONE_OF = (
    r"\b(?:first|second|third|fourth|fifth|last|final|next|same|this|that|each|every|per|one|whole|entire|"
    r"opening|closing|initial|previous|[0-9]{4}(?:[-/][0-9]{2,4})?) [a-z]+ $"
)
"""A word that one of several is told by, whose number is another's: in the first phase 33 left."""
_LED_STRAIGHT = (
    r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]rom|[Ss]ince|[Uu]ntil|[Dd]uring) "
    r"(?:week|day|round|stage|level|lap|block|camp|sector|lesson|question|exercise|unit) $"
)
"""A preposition that leads to one of several without an article: in week 14 sales reached."""
_PERCENT = r"(?:\.[0-9]+)? ?(?:%|per ?cent\b)"
_MARK = r"[.)]\s"
_SCALED = r"(?:[.,][0-9]+)* ?(?:thousand|million|billion|trillion|bn|mn)\b"
"""A scale behind a number, which no name has: tram 22.7 million and ferry 10.2 million."""


def classify_number(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """A date, rank or name, and where it ends; None for a number that may be a figure."""
    before = folded[max(0, start - 16) : start]
    timed = pattern(_TIMED).match(folded, start) if before.lower().endswith("the ") else None
    if timed is not None or is_group(folded, start) or _is_called_short(folded, before, start):
        return Kind.NAME, end if timed is None else timed.end()
    idiom = pattern(_CODE).match(folded, end) if _is_model(folded, start, end) else None
    idiom = idiom or pattern(_IDIOM).match(folded, start)
    if idiom is not None:
        return Kind.NAME, idiom.end()
    years = pattern(_ISO_DATE).match(folded, start) or pattern(_YEARS).match(folded, start)
    if years is not None and years.end() > end:
        return Kind.DATE, years.end()
    date = pattern(_AFTER_DATE).match(folded, end)
    if date is not None:
        return Kind.DATE, date.end()
    if pattern(_BEFORE_DATE).search(before) is not None and end - start <= 4:
        return None if _is_no_day(folded, start, end) else (Kind.DATE, end)
    return (
        _designated(folded, start, end) or _ranked(folded, before, end) or named(folded, start, end)
    )


def _is_no_day(folded: str, start: int, end: int) -> bool:
    """Whether a number behind a month counts what follows: at the end of March 386 people."""
    digits = folded[start:end]
    high = digits.isdecimal() and _LAST_DAY < int(digits) < _FIRST_YEAR
    return high and pattern(_COUNTED_THINGS).match(folded, end) is not None


def dated(folded: str, start: int, digits: str) -> bool:
    """Whether the first of digits parted by blanks is a day: on March 12 500 people came.

    No day is higher than 31, none follows a day (3 May 1 200) or a month alone (in March 12 500).
    """
    lead = folded[max(0, start - 24) : start]
    if pattern(_BEFORE_DATE).search(lead) is None:
        return False
    return int(digits.split(" ", maxsplit=1)[0]) <= _LAST_DAY and not pattern(_MONTH_ALONE).search(
        lead
    )


def is_group(folded: str, start: int) -> bool:
    """Whether the number at `start` ends the name of a group: the Big Four firms, the big 4."""
    led = pattern(_NAMED_GROUP).search(folded[max(0, start - 20) : start])
    return led is not None and pattern(_GROUP_SIZE).match(folded, start) is not None


def _is_called_short(folded: str, before: str, start: int) -> bool:
    """The number of a service: calls to 101, dialled 999."""
    called = pattern(_CALLS_TO).search(before.lower()) is not None
    return called and pattern(_SHORT_NUMBER).match(folded, start) is not None


def _is_model(folded: str, start: int, end: int) -> bool:
    """A thing by the number of its model: deliveries of the 787; not the 787 that were sold."""
    if folded[start:end] not in words_in("name.model"):
        return False
    led = pattern(r"\b(?:[Tt]he|[Aa]|[Aa]n|Boeing) $").search(folded[max(0, start - 8) : start])
    return led is not None and pattern(_COUNTED_THINGS).match(folded, end) is None


def _designated(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """A telephone number, an act, a score, an address or the number in a name."""
    mark = folded[end : end + 1]
    lead = folded[max(0, start - 40) : start]
    if mark == "-":
        phone = pattern(_PHONE).match(folded, start)
        local = pattern(_LOCAL).match(folded, start)
        grouped = local or (
            phone is not None and phone.group().count("-") + phone.group().count(" ") > 1
        )
        if phone is not None and (grouped or pattern(_CALLED).search(lead.lower())):
            return Kind.NAME, phone.end()
        score = pattern(_SCORE).match(folded, start)
        led = pattern(_PLAYED).search(lead.lower()) is not None
        if score is not None and (led or pattern(_RESULT).match(folded, score.end())):
            return Kind.NAME, score.end()
    joined = {"-": _SETS, "/": _NUMBERED_ACT}.get(mark)
    if joined is not None and (whole := pattern(joined).match(folded, start)):
        return Kind.NAME, whole.end()
    dialled = pattern(_DIALLED).match(folded, start) if mark in (" ", ")") else None
    if dialled and (
        folded[start] == "0" or lead.endswith("+") or pattern(_CALLED).search(lead.lower())
    ):
        return Kind.NAME, dialled.end()
    if pattern(_STREET).match(folded, end) or pattern(_GROUP_OF).search(lead):
        return Kind.NAME, end
    return _numbered(folded, start, end, lead) if lead[-1:] in tuple(" #.-") else None


def _numbered(folded: str, start: int, end: int, lead: str) -> tuple[Kind, int] | None:
    """The number of a thing that is told by number: Platform 4, paragraph 57, BA 117."""
    word = "#" if lead[-1] == "#" else _named_before(lead[-28:])
    if plural := _listed(folded, start, end, lead):
        return (Kind.RANK if plural in _RANKS else Kind.NAME), end
    if (
        not word
        or pattern(_SCALED).match(folded, end)
        or (word.islower() and _is_verb(folded, end, lead))
    ):
        return None
    lower = word.lower()
    if word.islower() and pattern(_ONE_OF).search(lead) and pattern(_COUNTS).match(folded, end):
        return None
    capital = word != lower and lower in words_in("name.capital")
    graded = lower in words_in("name.graded") and end - start == 1
    if word == "#" or capital or graded or lower in words_in("name.numbered"):
        named = True
    elif lower in words_in("name.ordered"):
        straight = pattern(_LED_STRAIGHT).search(lead) is not None
        named = straight or pattern(_COUNTS).match(folded, end) is None
    else:
        named = _coded(folded, end, lead) or _is_placed(folded, end, lead)
    if not named:
        return None
    last = pattern(_CODE).match(folded, end)
    end = last.end() if last is not None else end
    if lower in ("page", "pages") and (paged := pattern(_PAGE_OF).match(folded, end)):
        end = paged.end()
    return Kind.RANK if lower in _RANKS else Kind.NAME, end


def _listed(folded: str, start: int, end: int, lead: str) -> str:
    """One of the things that a list of numbers tells apart: Tables 4 and 5; '' for none."""
    found = pattern(_LISTED_BEFORE).search(lead)
    if found is None or end - start > _LONGEST_LISTED:
        return ""
    alone = found.end(1) + 1 == len(lead)
    if alone and pattern(_LISTED_NEXT).match(folded, end) is None:
        return ""
    if not alone and (pattern(_COUNTS).match(folded, end) or folded[end : end + 1] == "%"):
        return ""
    plural = found.group(1).lower()
    for one in (plural.removesuffix("s"), plural.removesuffix("es")):
        capital = found.group(1)[0].isupper() and one in words_in("name.capital")
        known = one in words_in("name.numbered") or one in words_in("name.ordered")
        if plural != one and (known or capital):
            return one
    return ""


def _is_verb(folded: str, end: int, lead: str) -> bool:
    """Whether a verb is before a number (will number 60), or it is too large: train 9,000."""
    if pattern(r"[0-9]{1,3},[0-9]{3}").search(folded[max(0, end - 7) : end]):
        return True
    return pattern(_VERB_LED).search(lead) is not None or _are_numbered(lead)


def _are_numbered(lead: str) -> bool:
    """Whether things number so many: nurses number 340."""
    return pattern(_THEY_NUMBER).search(lead.lower()) is not None


def _named_before(lead: str) -> str:
    """The word that the number behind `lead` belongs to: Platforms 4 and 5, Case No. 12."""
    words = lead.replace("(", " ").split()
    if len(words) > 2 and words[-1] in _LISTED and words[-2].isdecimal():
        words = words[:-2]
    if not words:
        return ""
    last = words[-1].rstrip(".")
    if last in _NUMBER_WORDS and len(words) > 1:
        before = words[-2].rstrip(".")
        if before.lower() in words_in("name.capital") and before != before.lower():
            return before
    return last if pattern(_WORD_LAST).fullmatch(last) else ""


def _coded(folded: str, end: int, lead: str) -> bool:
    """A bare number behind capitals (flight BA 117), unless they name what it measures (PMI 52)."""
    found = pattern(_ALL_CAPITALS).search(lead[-8:])
    if found is None or pattern(_COUNTS).match(folded, end) or folded[end : end + 1] == ".":
        return False
    return not names_measure(found.group().strip())


def _is_placed(folded: str, end: int, lead: str) -> bool:
    """A bare number behind a name in the middle of a sentence: built at Fab 21, to Gate Lodge 3."""
    return bool(pattern(_NAMED_PLACE).search(lead)) and bool(pattern(_ENDS_NAME).match(folded, end))


def _ranked(folded: str, before: str, end: int) -> tuple[Kind, int] | None:
    ordinal = pattern(r"(?:st|nd|rd|th)\b", re.IGNORECASE).match(folded, end)
    if ordinal is not None:
        return Kind.RANK, ordinal.end()
    marked = (not before or before.endswith("\n")) and pattern(_MARK).match(folded, end)
    framed = folded[end : end + 1] == ")" and (before == "(" or before.endswith("\n("))
    if marked or framed or pattern(_AGED).search(before) is not None:
        clause = pattern(r"\([0-9a-z]{1,3}\)").match(folded, end)
        return Kind.RANK, end if clause is None else clause.end()
    hyphened = before[-1:] == "-" and before[-2:-1].isalpha()
    if hyphened and pattern(_PERCENT).match(folded, end):
        return None
    if before[-1:].isalpha() or hyphened:
        last = pattern(_CODE).match(folded, end)
        return Kind.NAME, end if last is None else last.end()
    return None


def is_year(folded: str, start: int, end: int) -> bool:
    """Whether four digits alone read as a year."""
    return (
        end - start == 4 and folded[start:end].isdigit() and 1800 <= int(folded[start:end]) < 2100
    )
