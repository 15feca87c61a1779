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
_NAMED = (
    r"(?:\b(?:Wi-?Fi|iPhone|iPad|Galaxy|Model|Mark|Xbox|PlayStation|Android|iOS|Bluetooth|USB|HDMI|PCIe|DDR|"
    r"Terminal|Gate|Platform|Pier|Hall|Room|Suite|Floor|Flight|Train|Unit|Lot|Block|Zone|District|Ward|Bay|"
    r"Channel|Studio|Euro|Formula|Apollo|Ariane|Version|Release|Appendix|Annex|Schedule|Exhibit|Clause|"
    r"Paragraph|Stage|Round|Game|Season|Episode|Book|Box|Ref|Invoice|Order|Docket|Case|Bill|Patent|Serial|"
    r"Licence|License|Permit|Passport|Account|Regulation|Directive|Resolution|Decision|Standard|Interstate|"
    r"BS|EN|IEC|ASTM|IEEE|ANSI|DIN|NFPA|UL|RFC|MIL-STD|Hotline|PIN|ISBN|ISSN|Amendment|Protocol|Proposition)"
    r"(?: (?:EN|No|ID|number|code|ISO))?\.? ?#?|\b[Vv]ersion )$"
)
_PHONE = r"(?:\(?\+?[0-9]{1,5}\)?[- ])?[0-9]{3,5}-[0-9]{3,4}(?:-[0-9]{3,4})?(?![0-9%.,-]|\.[0-9])"
_CALLED = r"\b(?:call|phone|tel|hotline|helpline|dial|number|fax|line|text)s?\b[^.;]{0,14}$"
_NUMBERED_ACT = r"[12][0-9]{3}/[0-9]{2,4}(?![0-9/%])"
_SCORE = (
    r"[0-9]{1,3}-[0-9]{1,3}(?![0-9%.-]|,[0-9])(?! (?:percent|per cent|million|billion|points?))"
)
_PLAYED = (
    r"\b(?:won|win|wins|beat|beats|lost|drew|draw|victory|defeat|defeated|leading|led|trailed|score|edged|"
    r"thrashed|winning|losing|vote|voted|ruled|passed|approved)\b[^.;]{0,28}$"
)
_STREET = (
    r"(?:[A-Z]|-[0-9]+[A-Z]?)? (?:[A-Z][a-z]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Court|Place|Terrace|Close|Crescent|Parkway|Highway|Quay|Wharf)\b"
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
    return _designated(folded, start, end) or _ranked(folded, before, end)


def _designated(folded: str, start: int, end: int) -> tuple[Kind, int] | None:
    """A telephone number, an act, a score, an address or the number in a name."""
    mark = folded[end : end + 1]
    lead = folded[max(0, start - 40) : start]
    if mark == "-":
        phone = pattern(_PHONE).match(folded, start)
        grouped = phone is not None and phone.group().count("-") + phone.group().count(" ") > 1
        if phone is not None and (grouped or pattern(_CALLED).search(lead.lower())):
            return Kind.NAME, phone.end()
        score = pattern(_SCORE).match(folded, start)
        if score is not None and pattern(_PLAYED).search(lead):
            return Kind.NAME, score.end()
    if mark == "/" and (act := pattern(_NUMBERED_ACT).match(folded, start)):
        return Kind.NAME, act.end()
    if pattern(_STREET).match(folded, end):
        return Kind.NAME, end
    if lead[-1:] in tuple(" #.") and pattern(_NAMED).search(lead[-24:]):
        return Kind.NAME, end
    return None


def _ranked(folded: str, before: str, end: int) -> tuple[Kind, int] | None:
    ordinal = pattern(r"(?:st|nd|rd|th)\b", re.IGNORECASE).match(folded, end)
    if ordinal is not None:
        return Kind.RANK, ordinal.end()
    marked = (not before or before.endswith("\n")) and pattern(_MARK).match(folded, end)
    if marked or pattern(_RANKED).search(before) is not None:
        clause = pattern(r"\([0-9a-z]{1,3}\)").match(folded, end)
        return Kind.RANK, end if clause is None else clause.end()
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
