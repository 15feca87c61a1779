"""Labels of English quantities: the subject of the clause, or the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from viewer.model import Kind, Quantity
from viewer.quantities.english.aims import AIMS, aimed, is_part_of_aim
from viewer.quantities.english.clauses import (
    counted_subject,
    dealt,
    for_phrase,
    goods_after,
    is_bare_count,
    joined_subject,
    leans_back,
    moved_object,
    of_all,
    of_them,
    on_line,
    parenthetical_subject,
)
from viewer.quantities.english.following_nouns import (
    counted,
    moved_in,
    named_after,
    of_counted,
    of_whom,
    part_of,
    things_after,
)
from viewer.quantities.english.parenthetical import bracketed
from viewer.quantities.english.phrases import (
    GENERAL,
    Sentence,
    ends_sentence,
    goes_on,
    is_new_statement,
    last_clause,
    measured,
    noun,
)
from viewer.quantities.english.predicates import acted, predicated
from viewer.quantities.english.times import of_next_year, time_behind
from viewer.quantities.english.verb_labels import deed, done_with
from viewer.quantities.english.words import HEDGES, SAME
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.flattened import Cell, period_free
from viewer.quantities.tables.measured_titles import with_measure

_REACH = 240
_AHEAD = 90
_QUOTE = "’"
_PER_SHARE = r"^ per (?:[a-z]+ )?share"
_CHANGES = r"^(?:% )?(?:change|growth|difference|variance)\b"
_MAKES_UP = (
    r"\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|ma[dk](?:e|es|ing) up|compris(?:e|es|ed|"
    r"ing)|constitut(?:e|es|ed|ing)|br(?:ing|ings|ought) in|h(?:old|olds|eld)|owns?|owned|"
    r"occup(?:y|ies|ied)|cover(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|generat(?:e|"
    r"es|ed|ing)|equals?|equivalent to)"
    r"(?: (?:about|around|nearly|almost|some|over|more than|just|only|roughly|up to))* ?$"
)
_MOVED_TO = (
    r"\b(?:rose|fell|grew|shrank|increased|decreased|declined|dropped|climbed|shortened|lengthened|"
    r"stood|slipped|eased|came down|went up|swelled|expanded|doubled|halved|improved|was cut|"
    r"(?:was|were) (?:reduced|raised|lowered)) (?:by [^,;]{1,24}? )?(?:to|at)"
    rf"(?: (?:{HEDGES}|an?|record|total of))* $"
)
"""A level that its subject names, whatever it counts: the waiting list fell to 41,200 patients."""
_IS_AT = (
    rf"\b(?:was|were|is|are|be|at|to|from|reached|reach|averaged|totall?ed|equalled|of|than|,)"
    rf"(?: (?:{HEDGES}|an estimated))* ?$"
)
_OF_SIZE = (
    r"^(?: per cent| percent)? of (?:its |the |their |total |all )?"
    r"((?:[a-z]+ )?(?:GDP|GNP|GNI|gross domestic product|"
    r"(?:disposable|national|net|operating) income|output|turnover|revenues?|net sales|"
    r"total assets|assets|exports|imports|capacity|equity|expenditure|"
    r"total spending|lending|loans))\b(?! (?:from|of|in the))"
)
"""The size that a level is told in: debt of 43.5 percent of GDP."""
_OVER = r"^ (?:over|under|above|below) (?:budget|target|plan|forecast)\b"
_PREDICATE = (
    r"^(?: of (?:this|that|it))? (?:is|are|was|were|has been|have been|had been|came from|went|"
    r"goes)\b"
)
_LIKE_SHARE = (
    r"^ of ([a-z][a-z -]{2,30}?),? and ((?:[A-Za-z][\w'-]* ){1,4})(?:for|made up|accounted for) $"
)
_EQUAL = rf", (?:{SAME}|the equivalent of|amounting to)(?: (?:{HEDGES}))* ?$"
_REFERS = (
    r"^\W*(?:(?:a year|one year|a (?:month|quarter|decade)) (?:earlier|ago|before),? |last year,? |"
    r"in (?:19|20)[0-9]{2},? |(?:in )?the (?:same|previous|prior|preceding) (?:year|quarter|month|"
    r"period|week)(?: last year| a year earlier)?,? |by contrast,? )?"
    r"(?:it|this|(?:that|this|the(?: same| comparable| corresponding| equivalent)?) "
    r"(?:figure|rate|share|number|ratio|proportion|percentage|total|amount|sum|level|count))"
    r"(?: (?:a year|one year) (?:earlier|ago|before)| (?:then|last year))? "
    r"(?:was|were|is|had been|has been|had|has|stood|stands|came|reached|amounted|averaged|rose|"
    r"fell|gained|climbed|dropped|grew)\b"
)
_OF_SOME = (" of them", " of these", " of whom", " of which", " of its", " of their", " of all")


class _Before(NamedTuple):
    """What the number before leaves behind: its label and the subject of its sentence."""

    label: str = ""
    subject: str = ""
    end: int = 0
    unit: str = ""


def labelled(
    folded: str, quantities: Sequence[Quantity], cells: Mapping[int, Cell]
) -> tuple[Quantity, ...]:
    """The quantities with labels; a number without subject takes that of the one before it."""
    if _QUOTE in folded:
        found = labelled(folded.replace(_QUOTE, "'"), quantities, cells)
        return tuple(with_label(one, one.label.replace("'", _QUOTE)) for one in found)
    done: list[Quantity] = []
    before, last, level = _Before(), "", ""
    told: set[str] = set()
    for quantity in quantities:
        if not quantity.is_metric:
            done.append(quantity)
            continue
        cell = cells.get(quantity.span.start)
        if cell is not None:
            before = _Before(_of_cell(cell, quantity.kind), "", quantity.span.end)
        elif _is_new(folded, quantity, before):
            before = _label(folded, quantity, before)
        elif _opens_with_bound(folded, quantity, before):
            named = _label(folded, quantity, before)
            before = named if named.label else before
        label = before.label
        ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
        lead = folded[max(0, quantity.words.start - 60) : quantity.words.start]
        moved = quantity.kind is Kind.CHANGE
        same = label == (last if moved else level)
        label += time_behind(lead, ahead, quantity.kind, same=same, told=label in told)
        last = before.label
        if not moved:
            level = last
            told.add(level)
        before = before._replace(end=quantity.span.end, unit=quantity.unit)
        done.append(with_label(quantity, label))
    return dealt(folded, done)


def _of_cell(cell: Cell, kind: Kind) -> str:
    """Row, what the table measures, and column; a change is called so in one word."""
    changed = kind is Kind.CHANGE and pattern(_CHANGES).match(cell.column.lower())
    column = "change" if changed else period_free(cell.column)
    share = kind is Kind.SHARE and cell.derived
    return f"{cell.row if share else with_measure(cell.row, cell.measure)} {column}".strip()


def _is_new(folded: str, quantity: Quantity, before: _Before) -> bool:
    """Whether the number has a label of its own, and is not the last one's other level."""
    gap = folded[before.end : quantity.words.start]
    if not before.label or (is_new_statement(gap) and not of_next_year(gap)):
        return True
    end = quantity.span.end
    if quantity.kind is Kind.SHARE and folded.startswith(_OF_SOME, end):
        return True
    if pattern(_OVER).match(folded[end : end + _AHEAD]):
        return True
    listed = gap.endswith("and ") and folded.startswith((" of ", " were ", " are "), end)
    same = gap.endswith(", or ") and folded.startswith(" of ", end)
    aimed_at = is_part_of_aim(folded[end : end + _AHEAD])
    if quantity.kind is Kind.SHARE and (listed or same or aimed_at):
        return True
    if quantity.kind is Kind.AMOUNT and pattern(_PER_SHARE).match(folded[end : end + _AHEAD]):
        return True
    named = quantity.unit[:1].isalpha() and quantity.kind in (Kind.COUNT, Kind.AMOUNT)
    return named and quantity.unit != before.unit


def _opens_with_bound(folded: str, quantity: Quantity, before: _Before) -> bool:
    """Whether a sentence opens with the number and its bound (Some 48 buses, At least 94% of stops)
    or its predicate (£120,000 is still owed).

    It may name what it counts, or go on with what the sentence before named.
    """
    bounded = quantity.words.start < quantity.span.start
    ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
    bounded = bounded or quantity.surface[:1].isupper()  # Three in five managers
    bounded = bounded or pattern(_PREDICATE).match(ahead) is not None
    return bounded and ends_sentence(folded[before.end : quantity.words.start])


def _label(folded: str, quantity: Quantity, before: _Before) -> _Before:
    """The label before where the sentence refers to it, else what the sentence itself names."""
    start = quantity.words.start
    gap = folded[max(before.end, start - _REACH) : start]
    ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
    fresh = not before.end or ends_sentence(folded[before.end : start])
    near = _Near(last_clause(folded[max(0, start - _REACH) : start]), ahead, gap, fresh)
    if before.label and fresh and pattern(_REFERS, re.IGNORECASE).match(near.sentence.lead):
        return before
    return _own_label(quantity, near, before)


def _own_label(quantity: Quantity, near: _Near, before: _Before) -> _Before:
    sentence, ahead, gap, fresh = near
    if fresh:
        behind = ahead.startswith((" of them", " of these", " of those"))
        leans = bool(before.label) and (behind or leans_back(sentence.lead))
        before = before._replace(subject=before.subject or before.label) if leans else _Before()
    subject = sentence.subject(before.subject)
    if not fresh:
        subject = joined_subject(gap, before.subject) or subject
    if special := _special(quantity, sentence.lead, ahead, (subject, before.label)):
        return _Before(special, special)
    if told := predicated(quantity, sentence.lead, gap, ahead, before.label):
        return _Before(told, subject or told)
    if not fresh and before.label and (again := _again(quantity, near, before, subject)):
        return again
    if own := parenthetical_subject(sentence.lead) or on_line(sentence.lead, before.label):
        return _Before(own, own)
    if done := _by_verb(quantity, near, before, subject):
        return _Before(done, subject or done)
    return _plain(quantity, near, before, subject)


def _again(quantity: Quantity, near: _Near, before: _Before, subject: str) -> _Before | None:
    """What the number before named, where this one is the same: as a part, or at another time."""
    sentence, ahead, _, _ = near
    if part := _same_as_part(quantity, sentence.lead, ahead, before.label):
        return _Before(part, subject)
    beside = quantity.kind is Kind.CHANGE and not sentence.clause.strip()
    of_a_share = quantity.kind is Kind.AMOUNT and pattern(_PER_SHARE).match(ahead)
    return before if not of_a_share and (beside or goes_on(sentence)) else None


def _by_verb(quantity: Quantity, near: _Near, before: _Before, subject: str) -> str:
    """The label that the verb by the number, or what it is a part or share of, gives."""
    sentence, ahead, gap, fresh = near
    whole = subject if fresh else before.label or subject
    return (
        deed(quantity, sentence.lead, ahead)
        or _per_share(quantity, sentence, ahead, whole)
        or _share_of(quantity, (sentence.lead, gap, ahead), subject)
        or acted(quantity, sentence.lead, ahead)
    )


def _per_share(quantity: Quantity, sentence: Sentence, ahead: str, subject: str) -> str:
    """Earnings per diluted share, where the number is followed by these words."""
    share = pattern(_PER_SHARE).match(ahead) if quantity.kind is Kind.AMOUNT else None
    named = "" if share is None else measured(sentence.lead, subject) or subject
    return named + share.group() if share is not None and named and "per" not in named else ""


def _share_of(quantity: Quantity, around: tuple[str, str, str], subject: str) -> str:
    """What a part is, and of what: False alarms accounted for 38% of all calls."""
    lead, gap, ahead = around
    if quantity.kind is Kind.SHARE and (like := pattern(_LIKE_SHARE).match(gap)) is not None:
        return f"{noun(like.group(2))} share of {like.group(1)}"
    if subject and (size := pattern(_OF_SIZE).match(ahead)) and pattern(_IS_AT).search(lead):
        return f"{subject} share of {size.group(1)}"
    if quantity.kind is not Kind.SHARE or not subject or not pattern(_MAKES_UP).search(lead):
        return ""
    size = pattern(_OF_SIZE).match(ahead)
    whole = part_of(ahead).partition(" and ")[0] if size is None else size.group(1)
    return f"{subject} share of {whole}" if whole else ""


def _same_as_part(quantity: Quantity, lead: str, ahead: str, known: str) -> str:
    """A level told once more as a part: £38.2 million, equivalent to 62% of turnover."""
    same = quantity.kind in (Kind.SHARE, Kind.CHANGE) and pattern(_EQUAL).search(lead) is not None
    whole = part_of(ahead).partition(" and ")[0] if same and known else ""
    return f"{known} share of {whole}" if whole and whole not in known else ""


def _who(quantity: Quantity, before: _Before, subject: str) -> str:
    """Who is counted: the things of the number or, where it has none, of the one before it."""
    if quantity.kind is not Kind.COUNT:
        return subject
    if quantity.unit[:1].isalpha():
        return quantity.unit
    return before.label if before.unit[:1].isalpha() and before.label else subject


def _placed(lead: str, gap: str, ahead: str, subject: str) -> str:
    """The subject with what this number is for, or the words that a bracket stands behind."""
    told = for_phrase(gap, ahead) if subject else ""
    return f"{subject} {told}" if told else bracketed(lead, subject)


class _Near(NamedTuple):
    """The words around a number: its sentence, what follows, what the last number left."""

    sentence: Sentence
    ahead: str
    gap: str
    fresh: bool


def _plain(quantity: Quantity, near: _Near, before: _Before, subject: str) -> _Before:
    """The noun that is counted or measured, else the subject."""
    sentence, ahead, gap, fresh = near
    if placed := _placed(sentence.lead, gap, ahead, _who(quantity, before, subject)):
        return _Before(placed, subject)
    if quantity.kind is Kind.COUNT and subject and pattern(_MOVED_TO).search(sentence.lead):
        return _Before(subject, subject)
    if quantity.kind is Kind.COUNT and quantity.unit[:1].isalpha():
        noun = of_all(counted(quantity.unit, sentence.lead, ahead), ahead)
        return _Before(noun, subject or noun)
    if quantity.kind is Kind.COUNT and (noun := things_after(ahead)):
        return _Before(noun, subject or noun)
    own = of_whom(sentence.lead, ahead)
    if quantity.kind is Kind.CHANGE:
        own = own or moved_in(ahead)
    if quantity.kind is not Kind.SHARE:
        own = own or named_after(sentence.lead, ahead)
    general = not sentence.clause.strip() or subject.lower() in GENERAL
    if quantity.kind is Kind.SHARE and not own and general:
        own = part_of(ahead)
    own = own or measured(sentence.lead if fresh else gap, subject)
    if own in AIMS and before.label and not fresh:
        own = f"{before.label} {own}"
    if own:
        return _Before(own, subject or own)
    return _Before(subject or before.label or part_of(ahead), subject)


def _special(quantity: Quantity, lead: str, ahead: str, names: tuple[str, str]) -> str:
    """What the words right around a number name, whatever the subject of its sentence is."""
    subject, known = names
    if aim := aimed(quantity, lead, ahead, known or subject):
        return aim
    if own := of_them(lead, ahead, known) or of_counted(ahead):
        return own
    over = pattern(_OVER).match(ahead)
    if over is not None and (known or subject):
        return f"{known or subject}{over.group()}"
    if is_bare_count(quantity) and (own := counted_subject(ahead)):
        return own
    if (
        quantity.kind is Kind.AMOUNT
        and quantity.unit.replace(" ", "").isalpha()
        and (own := goods_after(ahead))
    ):
        return f"{own} {done}" if (done := done_with(lead)) else own
    moved = moved_object(lead, subject)
    whole = part_of(ahead).partition(" and ")[0] if moved and quantity.kind is Kind.SHARE else ""
    return f"{moved} share of {whole}" if whole else moved
