"""Digits of English prose that are no figures: years, dates, ranks and names."""

from __future__ import annotations

import re

from viewer.model import Kind
from viewer.quantities.english_words import MONTHS
from viewer.quantities.regex_cache import pattern

_MONTH = "|".join(MONTHS)
_YEARS = r"(?:1[0-9]|20|21)[0-9]{2}(?:\s?[-/]\s?(?:[0-9]{4}|[0-9]{2}))?(?![0-9,.]?[0-9])s?"
_AFTER_DATE = (
    rf"(?:st|nd|rd|th)?,? (?:of )?(?:{_MONTH})\b|:[0-5][0-9]|\s?(?:a\.m\.|p\.m\.|am\b|pm\b|"
    rf"o'clock|(?:GMT|UTC|[ECP][SD]T|BST|CET)\b)|/[0-9]+/[0-9]+"
)
BEFORE_DATE = rf"\b(?:{_MONTH})\.? $|(?:fiscal|FY) ?$"
_RANKED = (
    r"(?:\b(?:No|Nos|[Aa]rticle|[Cc]hapter|[Tt]able|[Ff]igure|Fig|[Ss]ection|[Pp]age|[Pp]hase|"
    r"Type|Group|Part|Volume|Vol|Act|Rule|Form|Class|Grade|Level|Step|Route|Highway|Tier)\.? ?|#|"
    r"\b(?:[Aa]ged?|ages|ages of) (?:[0-9]{1,3} ?(?:to|and|or|-) ?)?)$"
)
_INDEXES = (
    r"(?:\b(?:FTSE|S&P|CSI|CAC|DAX|Nikkei|Dow|[Ss][Tt][Oo][Xx][Xx]|Russell|Fortune|Nasdaq|Ibex|AEX|"
    r"ASX|TSX|ISO|IFRS|IAS|Scopes?|Windows|Boeing|Airbus|Top|Agenda|Pillar)"
    r"(?: [0-9] and)? ?)$"
)
_IDIOM = r"(?:24/7|50[-/]50|9[- ]to[- ]5|20/20)(?![0-9/-])"
_MARK = r"[.)]\s"


def told_apart(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """A date, rank or name, and where it ends; None for a number that may be a figure."""
    before = folded[max(0, start - 16) : start]
    idiom = pattern(_IDIOM).match(folded, start)
    if idiom is not None:
        return Kind.NAME, idiom.end()
    years = pattern(_YEARS).match(folded, start)
    if years is not None and years.end() > end:
        return Kind.DATE, years.end()
    date = pattern(_AFTER_DATE).match(folded, end)
    if date is not None:
        return Kind.DATE, date.end()
    if pattern(BEFORE_DATE).search(before) is not None and end - start <= 4:
        return Kind.DATE, end
    return _ranked(folded, before, end)


def _ranked(folded: str, before: str, end: int) -> tuple[Kind, int] | None:
    ordinal = pattern(r"(?:st|nd|rd|th)\b", re.IGNORECASE).match(folded, end)
    if ordinal is not None:
        return Kind.RANK, ordinal.end()
    marked = (not before or before.endswith("\n")) and pattern(_MARK).match(folded, end)
    if marked or pattern(_RANKED).search(before) is not None:
        return Kind.RANK, end
    if pattern(_INDEXES).search(before) is not None:
        return Kind.NAME, end
    if before[-1:].isalpha() or (before[-1:] == "-" and before[-2:-1].isalpha()):
        return Kind.NAME, end
    return None


def is_year(folded: str, start: int, end: int) -> bool:
    """Whether four digits alone read as a year."""
    return (
        end - start == 4 and folded[start:end].isdigit() and 1800 <= int(folded[start:end]) < 2100
    )
