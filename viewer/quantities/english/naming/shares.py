"""What a part is, and of what: False alarms accounted for 38% of all calls."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from viewer.model import Kind, Quantity
from viewer.quantities.english.clauses import parenthetical_subject
from viewer.quantities.english.following_nouns import part_of
from viewer.quantities.english.naming.label_cleanup import lowered
from viewer.quantities.english.phrases import noun
from viewer.quantities.english.words import HEDGES
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern

_MAKES_UP = (
    r"\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma[dk](?:e|es|ing) up|compris(?:e|es|ed|"
    r"ing)|constitut(?:e|es|ed|ing)|reaches|t(?:ake|akes|ook)|made|makes|carried|handled|produced|supplied|bought|used|won|"
    r"br(?:ing|ings|ought) in|h(?:old|olds|eld)|"
    r"owns?|owned|"
    r"occup(?:y|ies|ied)|cover(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|generat(?:e|"
    r"es|ed|ing)|equals?|equivalent to)"
    r"(?: (?:about|around|nearly|almost|some|over|more than|just|only|roughly|up to))* ?$"
)
_SUBJECT_VERB = (
    r" (?:(?!housing|lending|mining|farming|training|banking)[a-z]+ing|made|makes|carried|handled|"
    r"produced|supplied|bought|used|won|thus|therefore)$"
)
_OF_SIZE = (
    r"^(?: per cent| percent)? of (?:its |the |their |total |all )?"
    r"((?:[a-z]+ )?(?:GDP|GNP|GNI|gross domestic product|"
    r"(?:disposable|national|net|operating) income|output|turnover|revenues?|net sales|"
    r"total assets|assets|exports|imports|capacity|equity|expenditure|"
    r"total spending|lending|loans))\b(?! (?:from|of|in the))"
)
"""The size that a level is told in: debt of 43.5 percent of GDP."""
_LIKE_SHARE = (
    r"^ of ([a-z][a-z -]{2,30}?),? and ((?:[A-Za-z][\w'-]* ){1,4})(?:for|made up|accounted for) $"
)
_IS_AT = (
    rf"\b(?:was|were|is|are|be|at|to|from|reached|reach|averaged|totall?ed|equalled|of|than|,)"
    rf"(?: (?:{HEDGES}|an estimated))* ?$"
)


_OF_TOTAL = " share of total"
_TIMED = r"$| (?:a|one|in|at|last|previously|two|three|six|twelve)\b"
_LONGEST = 5


def of_total(folded: str, quantities: Sequence[Quantity], cells: Collection[int]) -> list[Quantity]:
    """The quantities, a share of the total with the name of the first level of its paragraph."""
    done: list[Quantity] = []
    first, end = "", 0
    for one in quantities:
        if not one.is_metric or one.span.start in cells:
            done.append(one)
            continue
        first = "" if "\n" in folded[end : one.words.start] else first
        if not first and one.kind in (Kind.COUNT, Kind.AMOUNT):
            first = one.label
        done.append(with_label(one, _of_first(one.label, first)))
        end = one.span.end
    return done


def _of_first(label: str, first: str) -> str:
    """A share of the total with the name of that total."""
    part, total, time = label.partition(_OF_TOTAL)
    told = total and pattern(_TIMED).match(time) is not None
    if not told or not first or len(first.split()) > _LONGEST:
        return label
    alike = first.lower() in part.lower() or part.lower() in first.lower()
    return label if alike else f"{part} share of {lowered(first)}{time}"


def share_of(quantity: Quantity, around: tuple[str, str, str], subject: str, things: str) -> str:
    """What a part is, and of what: False alarms accounted for 38% of all calls."""
    lead, gap, ahead = around
    if quantity.kind is Kind.SHARE and (like := pattern(_LIKE_SHARE).match(gap)) is not None:
        return f"{noun(like.group(2))} share of {like.group(1)}"
    if subject and (size := pattern(_OF_SIZE).match(ahead)) and pattern(_IS_AT).search(lead):
        return f"{subject} share of {size.group(1)}"
    if quantity.kind is not Kind.SHARE or not subject or not pattern(_MAKES_UP).search(lead):
        return ""
    subject = parenthetical_subject(lead) or subject
    subject = pattern(_SUBJECT_VERB).sub("", subject)
    subject = subject.removesuffix(" now")
    size = pattern(_OF_SIZE).match(ahead)
    whole = part_of(ahead).partition(" and ")[0] if size is None else size.group(1)
    whole = things if things and whole in ("them", "these", "those", "it") else whole
    return f"{subject} share of {whole}" if whole else ""
