"""Labels of English quantities: the subject of the clause, or the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from viewer.model import Kind, Quantity, Standing
from viewer.quantities.english.aims import aimed, is_part_of_aim, level_by_name, reached_of_it
from viewer.quantities.english.clauses import (
    counted_subject,
    dealt,
    for_phrase,
    goes_with_last,
    goods_after,
    is_bare_count,
    is_beside_time,
    is_predicate,
    joined_subject,
    leans_back,
    listed_with,
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
from viewer.quantities.english.naming.comparisons import compared
from viewer.quantities.english.naming.complements import without_apposition
from viewer.quantities.english.naming.deeds import (
    by_agent,
    goods_done,
    shared_deed,
    where_done,
    with_deed,
)
from viewer.quantities.english.naming.doers import doing, left_over, opens_predicate, things_of
from viewer.quantities.english.naming.enumerations import (
    MADE_UP,
    as_share,
    contribution,
    is_repeat,
    listed_subject,
    member,
    rest_of,
    some_of,
    summed,
)
from viewer.quantities.english.naming.label_cleanup import clean
from viewer.quantities.english.naming.move_nouns import like_last, with_move, with_standing
from viewer.quantities.english.naming.noun_phrases import first_name, heading_over, is_name
from viewer.quantities.english.naming.objects import object_of, tells_of_itself
from viewer.quantities.english.naming.references import of_last, told_again, with_rate
from viewer.quantities.english.naming.shares import of_total, share_of
from viewer.quantities.english.naming.verbs import PARTICIPLE
from viewer.quantities.english.parenthetical import bracketed
from viewer.quantities.english.phrases import (
    GENERAL,
    Sentence,
    ends_sentence,
    goes_on,
    is_new_statement,
    last_clause,
    matter_of,
    measured,
    spoken_of,
    with_owner,
)
from viewer.quantities.english.predicates import acted, predicated
from viewer.quantities.english.purpose import of_every
from viewer.quantities.english.times import (
    is_bracketed_time,
    of_next_year,
    time_behind,
    time_foreseen,
)
from viewer.quantities.english.verb_labels import deed, done_with, given_in, planned_money, priced
from viewer.quantities.english.words import HEDGES, SAME
from viewer.quantities.json_record import with_label
from viewer.quantities.regex_cache import pattern
from viewer.quantities.tables.flattened import Cell, period_free
from viewer.quantities.tables.measured_titles import with_measure
from viewer.quantities.vocabulary import words_in

_REACH = 240
_AHEAD = 120
_NEAR = 60
_QUOTE = "’"
_EACH = (
    r" (?:per|for each|for every) (?:[a-z]+ )?(?:share|passenger|customer|head|person|unit|user|"
    r"household|pupil|patient|home|dwelling|property|child|bed|worker|resident|vehicle|employee|"
    r"trip|visit|visitor|member|employee|subscriber|room|seat|student|resident|capita)"
)
_PER_SHARE = rf"^{_EACH}\b"
_CHANGES = r"^(?:% )?(?:change|growth|difference|variance)\b"
_MOVED_TO = (
    r"\b(?:rose|fell|grew|shrank|increased|decreased|declined|dropped|climbed|shortened|lengthened|"
    r"stood|slipped|eased|came down|went up|swelled|expanded|doubled|halved|improved|was cut|"
    r"(?:was|were) (?:reduced|raised|lowered)) (?:by [^,;]{1,24}? )?(?:to|at)"
    rf"(?: (?:{HEDGES}|an?|record|total of))* $|[0-9](?:%| per ?cent) to(?: (?:{HEDGES}))* $"
)
"""A level that its subject names, whatever it counts: the waiting list fell to 41,200 patients."""
_LEVEL_VERB = (
    r"\b(?:amounted to|was|were|is|are|stood at|came to|reached|totall?ed|averaged|"
    rf"(?:rose|fell|grew|increased|declined|dropped)[^,;]{{0,30}} to)(?: (?:{HEDGES}|a record))* $"
)
_OVER = r"^ (?:over|under|above|below) (?:budget|target|plan|forecast)\b"
_PREDICATE = (
    r"^(?: of (?:this|that|it))? (?:is|are|was|were|has been|have been|had been|came from|went|"
    r"goes)\b"
)
_EQUAL = rf", (?:{SAME}|the equivalent of|amounting to)(?: (?:{HEDGES}))* ?$"
_REFERS = (
    r"^\W*(?:(?:a year|one year|a (?:month|quarter|decade)) (?:earlier|ago|before),? |last year,? |"
    r"in (?:19|20)[0-9]{2},? |(?:in )?the (?:same|previous|prior|preceding) (?:year|quarter|month|"
    r"period|week)(?: last year| a year earlier)?,? |by contrast,? )?"
    r"(?:it|this|that(?= (?:is|was) $)|(?:that|this|the(?: same| exact| actual| comparable|"
    r" corresponding| equivalent)?) "
    r"(?:figure|rate|share|number|ratio|proportion|percentage|total|amount|sum|level|count))"
    r"(?: (?:a year|one year) (?:earlier|ago|before)| (?:then|last year))? "
    r"(?:was|were|is|had been|has been|had|has|stood|stands|came|reached|amounted|averaged|rose|"
    r"fell|gained|climbed|dropped|grew)\b"
)
_DOES = r" (?:were|are|was|is|had|gained|took|responded) "
_NAMED_BOUND = r"\b(?:the|its|our|their) (?:ceiling|cap|limit|floor|threshold) of $"
"""A bound that its number names: inside the ceiling of 80."""
_PART_BEHIND = (" for ", " on ", " to ", " from ")
_PERSONAL = r"(?:[Ww]e|[Tt]hey|[Ii]t|I|[Yy]ou) [a-z]"
_WAS_THE = rf"\b(?:was|were|is|are) the(?: (?:{HEDGES}))* $"
_DONE_THEN = rf"^ {PARTICIPLE} (?:in|during|at|by|last) "
"""A level that is its subject's: the previous record was the £5.7bn invested in 2020."""
_OF_WHAT = r"^(?:%| per ?cent)? of (what (?:we|they|it|is|was) [a-z]+)"
_MOVED_TO_LEVEL = (
    r" (?:increase|rise|fall|drop|decline|decrease|growth|jump|gain|reduction|cut) in "
    r"[^,;.]{2,60}? to"
    rf"(?: (?:{HEDGES}|just under|just over))* "
)
"""What stands between a move and the level it leads to: a 13% increase in revenue to."""
_PACE = r" (?:an?|per) (?:second|minute|hour|day|week|month|year)$"
_LEAVING = r"\b(?:leaving|giving|producing|resulting in|yielding)\b[^,;]*$"
"""What leads to a balance with a name of its own: leaving a surplus of."""
_FORESEEN = ("expected ", "planned ", "projected ", "forecast ")
_SOME_OF_LAST = (" of whom ", " of which ", " of them ")
_OF_LAST = (" of them", " of these", " of those", " of it ", " of this ", " of that ")
_OF_SOME = (" of them", " of these", " of whom", " of which", " of its", " of their", " of all")


class _Before(NamedTuple):
    """What the number before leaves behind: its label and the subject of its sentence, and the
    things that were counted last, and the whole whose parts are told."""

    label: str = ""
    subject: str = ""
    end: int = 0
    unit: str = ""
    things: str = ""
    whole: str = ""


def labelled(
    folded: str, quantities: Sequence[Quantity], cells: Mapping[int, Cell]
) -> tuple[Quantity, ...]:
    """The quantities with labels; a number without subject takes that of the one before it."""
    if _QUOTE in folded:
        return _with_quotes(labelled(folded.replace(_QUOTE, "'"), quantities, cells))
    done: list[Quantity] = []
    before, memory, untimed, told = _Before(), _Memory(), "", set[str]()
    for quantity in quantities:
        if not quantity.is_metric:
            done.append(quantity)
            continue
        end, known_name = before.end, before.label
        fresh = pattern(r"[.!?]\s|\n").search(folded, end, quantity.words.start) is not None
        known = things_of(quantity, "") if fresh else before.label or before.things
        cell = cells.get(quantity.span.start)
        before = _next(folded, quantity, before, cell)
        ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
        gap, last = folded[end : quantity.words.start], done[-1] if done else None
        matter = matter_of(quantity.unit, gap) if fresh else ""
        name = clean(before.label, known) if cell is None else before.label
        name = _instead(folded, quantity, (name, known_name, before.things), gap)
        name = with_rate(quantity, _of_matter(name, quantity.unit, matter), ahead)
        label = _told_apart(folded, quantity, name, memory, told=name in told)
        if last is not None and cell is None:
            name, label = _as_part(quantity, (gap, ahead), (name, label, known_name), last.kind)
        if quantity.kind is Kind.CHANGE:
            label = like_last(quantity, label, gap, untimed, name)
        memory = memory._replace(last=name)
        if quantity.kind is not Kind.CHANGE:
            memory = _Memory(name, name)
            told.add(name)
        untimed = label
        label += _time_foreseen(folded, quantity, label)
        things = _of_matter(things_of(quantity, ahead), quantity.unit, matter) or before.things
        before = before._replace(label=name, things=things)
        before = before._replace(end=quantity.span.end, unit=quantity.unit)
        done.append(with_label(quantity, label))
    return dealt(folded, of_total(folded, done, cells))


def _with_quotes(found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple(with_label(one, one.label.replace("'", _QUOTE)) for one in found)


def _instead(folded: str, quantity: Quantity, names: tuple[str, str, str], gap: str) -> str:
    """A name; for words that are none, what the number or the last counts, or the heading."""
    if is_name(names[0]):
        return names[0]
    start, end = quantity.words.start, quantity.span.end
    near = "" if "\n" in gap else names[1]
    counts = things_of(quantity, folded[end : end + _AHEAD])
    return first_name((counts, near, names[2], heading_over(folded, start))) or names[0]


def _of_matter(name: str, things: str, matter: str) -> str:
    return f"{matter} {name}" if matter and name.split(" ", maxsplit=1)[0] == things else name


def _as_part(
    quantity: Quantity, around: tuple[str, str], names: tuple[str, str, str], kind: Kind
) -> tuple[str, str]:
    """Name and label of a number that tells the one before again as a part of something.

    `names` are its own name and label and that of the number before, `kind` the other's kind.
    """
    (gap, ahead), (name, label, known) = around, names
    if again := told_again(quantity, gap, ahead, known, kind):
        return again, again
    return name, as_share(label, kind) if is_repeat(gap, ahead, quantity.kind) else label


def _time_foreseen(folded: str, quantity: Quantity, label: str) -> str:
    """The time for which a number is foreseen, where its label says that it is."""
    if quantity.standing is not Standing.FORECAST or not label.startswith(_FORESEEN):
        return ""
    start, end = quantity.words.start, quantity.span.end
    sentence = last_clause(folded[max(0, start - _REACH) : start]).lead
    return time_foreseen(sentence, folded[end : end + _AHEAD], label)


def _next(folded: str, quantity: Quantity, before: _Before, cell: Cell | None) -> _Before:
    """What the next number is called and leaves behind."""
    if cell is not None:
        return before._replace(label=_of_cell(cell, quantity.kind), subject="")
    if _is_new(folded, quantity, before):
        return _label(folded, quantity, before)._replace(things=before.things)
    if _opens_with_bound(folded, quantity, before):
        named = _label(folded, quantity, before)._replace(things=before.things)
        return named if named.label else before
    return before


class _Memory(NamedTuple):
    """The names of the last number and the last level before."""

    last: str = ""
    level: str = ""


def _told_apart(folded: str, quantity: Quantity, name: str, memory: _Memory, *, told: bool) -> str:
    """A name with what tells its number from others of that name: its move, its time, its base.

    `told` says that a level before has the name.
    """
    start, end = quantity.words.start, quantity.span.end
    ahead, lead = folded[end : end + _AHEAD], folded[max(0, start - _NEAR) : start]
    moved = quantity.kind is Kind.CHANGE
    label = with_move(quantity, name, lead, ahead) if moved else name
    label = with_standing(quantity, label, folded[max(0, start - _AHEAD) : start])
    if moved and label and (behind := compared(ahead)):
        return label if label.endswith(behind) else label + behind
    same = name == (memory.last if moved else memory.level)
    return label + time_behind(lead, ahead, quantity.kind, same=same, told=told)


def _of_cell(cell: Cell, kind: Kind) -> str:
    """Row, what the table measures, and column; a change is called so in one word."""
    changed = kind is Kind.CHANGE and pattern(_CHANGES).match(cell.column.lower())
    column = "change" if changed else period_free(cell.column)
    share = kind is Kind.SHARE and cell.derived
    return f"{cell.row if share else with_measure(cell.row, cell.measure)} {column}".strip()


def _is_new(folded: str, quantity: Quantity, before: _Before) -> bool:
    """Whether the number has a label of its own, and is not the last one's other level."""
    gap = folded[before.end : quantity.words.start]
    end = quantity.span.end
    ahead = folded[end : end + _AHEAD]
    if before.label and (is_repeat(gap, ahead, quantity.kind) or is_bracketed_time(gap)):
        return False
    if not before.label or (is_new_statement(gap) and not of_next_year(gap)):
        return True
    starts = ";" in gap and " in " in quantity.surface  # ; one in five vacancies
    starts = starts or (";" in gap and ahead.startswith((" of it ", " of this ", " of that ")))
    starts = starts or (gap == ": " and ahead.startswith(_PART_BEHIND))
    starts = starts or tells_of_itself(quantity, gap, ahead)
    predicate = opens_predicate(ahead) or ahead.startswith((" is ", " are ", " was ", " were "))
    starts = starts or (gap == ", " and quantity.kind is Kind.SHARE and predicate)
    starts = starts or (quantity.kind is Kind.COUNT and ahead.startswith(_SOME_OF_LAST))
    does = is_bare_count(quantity) and pattern(_DOES).match(ahead) is not None
    of_a_share = quantity.kind is Kind.AMOUNT and pattern(_PER_SHARE).match(ahead) is not None
    over = pattern(_OVER).match(ahead) is not None
    if starts or does or of_a_share or over or _is_own_part(quantity.kind, gap, ahead):
        return True
    if is_bare_count(quantity) and (things := things_after(ahead)):
        return things not in before.label
    named = quantity.unit[:1].isalpha() and quantity.kind in (Kind.COUNT, Kind.AMOUNT)
    return named and quantity.unit != before.unit


def _is_own_part(kind: Kind, gap: str, ahead: str) -> bool:
    """Whether a percentage says itself of what it is a part: , or 47% of the segment."""
    part = pattern(r" of (?:the |its |all |total |nominal )?[A-Za-z]").match(ahead) is not None
    if kind is Kind.CHANGE:
        return part and pattern(_EQUAL).search(gap) is not None
    listed = gap.endswith("and ") and ahead.startswith((" of ", " were ", " are "))
    same = gap.endswith((", or ", ", ")) and ahead.startswith(" of ")
    aimed_at = is_part_of_aim(ahead) or ahead.startswith(_OF_SOME)
    return kind is Kind.SHARE and (listed or same or aimed_at)


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
    if pattern(_NAMED_BOUND).search(folded, max(0, start - 8), quantity.span.start):
        start = quantity.span.start
    gap = folded[max(before.end, start - _REACH) : start]
    ahead = folded[quantity.span.end : quantity.span.end + _AHEAD]
    fresh = not before.end or ends_sentence(folded[before.end : start])
    near = _Near(
        last_clause(folded[max(0, start - _REACH) : start]), ahead, gap, fresh, before.things
    )
    own = quantity.unit[:1].isalpha() and quantity.kind is Kind.COUNT
    same = not own or quantity.unit == before.unit
    refers = pattern(_REFERS, re.IGNORECASE).match(near.sentence.lead) is not None
    if before.label and fresh and same and refers:
        return before
    if again := of_last(quantity, near.sentence.lead, ahead, (before.label, near.things)):
        return before._replace(label=again, subject=before.subject or again)
    return _own_label(quantity, near, before)


def _own_label(quantity: Quantity, near: _Near, before: _Before) -> _Before:
    sentence, ahead, gap, fresh, _ = near
    if fresh:
        behind = ahead.startswith(_OF_LAST)
        if spoken := spoken_of(gap):
            before = _Before(spoken, spoken, things=before.things)
        leans = bool(before.label) and bool(spoken or behind or leans_back(sentence.lead))
        before = before._replace(subject=before.subject or before.label) if leans else _Before()
    subject = sentence.subject(before.subject)
    if not fresh:
        aside = gap.startswith(",") and is_predicate(gap)
        subject = before.label if aside else _joined(gap, before.subject) or subject
    if told_of := _as_object_or_member(quantity, near, before, subject):
        return told_of
    if special := _special(quantity, sentence.lead, ahead, (subject, before.label, near.things)):
        return _Before(special, special)
    if told := _by_predicate(quantity, near, before):
        return _Before(told, subject or told)
    if not fresh and before.label and (again := _again(quantity, near, before, subject)):
        return again
    if (
        own := listed_with(gap)
        or parenthetical_subject(sentence.lead)
        or on_line(sentence.lead, before.label)
    ):
        return _Before(own, own)
    done = _by_verb(quantity, near, before, subject)
    return _Before(done, subject or done) if done else _plain(quantity, near, before, subject)


def _as_object_or_member(
    quantity: Quantity, near: _Near, before: _Before, subject: str
) -> _Before | None:
    """The label of what somebody's verb has for its object, or of a later member of a list."""
    sentence, ahead, gap, fresh, _ = near
    last = "" if fresh else before.label
    if done_to := object_of(quantity, (sentence.lead, gap, ahead), (last, near.things)):
        return _Before(done_to, done_to, whole=before.whole)
    known = before.label if gap == ": " or pattern(MADE_UP).search(gap) else before.whole
    listed = member(quantity, gap, ahead, (last, known))
    return _Before(listed, subject, whole=known) if listed else None


def _by_predicate(quantity: Quantity, near: _Near, before: _Before) -> str:
    """The label from what is said of a number that is itself the subject of its clause."""
    names = before.label, near.things
    return predicated(quantity, near.sentence.lead, near.gap, near.ahead, names) or doing(
        quantity, near.sentence.lead, near.ahead, _doer(quantity, near, before)
    )


def _doer(quantity: Quantity, near: _Near, before: _Before) -> str:
    """What a number without a noun counts: things counted last, of money what was named."""
    counts = quantity.kind in (Kind.COUNT, Kind.SHARE) and not near.ahead.startswith(" of it ")
    return (near.things if counts else "") or before.label


def _joined(gap: str, known: str) -> str:
    """The subject that a list brings between two numbers, with both of two joined nouns."""
    joined = joined_subject(gap, known)
    joined = pattern(r" the (?:remaining|other|rest)$").sub("", joined)
    listed = listed_subject(gap) if joined else ""
    return listed if listed.endswith(f" and {joined}") else joined


def _again(quantity: Quantity, near: _Near, before: _Before, subject: str) -> _Before | None:
    """What the number before named, where this one is the same: as a part, or at another time."""
    sentence, ahead, gap = near.sentence, near.ahead, near.gap
    if part := _same_as_part(quantity, sentence.lead, ahead, before.label):
        return _Before(part, subject)
    beside = quantity.kind is Kind.CHANGE and not sentence.clause.strip()
    if quantity.kind is Kind.CHANGE and gap.endswith(" and "):
        beside = beside or bool(compared(ahead))  # 0.6% more than in May and 2.1% more than in 2025
    of_a_share = quantity.kind is Kind.AMOUNT and pattern(_PER_SHARE).match(ahead)
    other = quantity.kind is Kind.COUNT and quantity.unit.isalpha() and quantity.unit != before.unit
    beside = beside or pattern(_MOVED_TO_LEVEL).fullmatch(gap) is not None
    again = (
        beside or goes_on(sentence) or is_beside_time(gap) or (goes_with_last(gap) and not other)
    )
    if again and not of_a_share and not pattern(_PER_SHARE).match(ahead):
        named_each = before.subject.endswith(before.label)
        whole = before.label if named_each else pattern(f"{_EACH}$").sub("", before.label)
        if quantity.kind not in (Kind.SHARE, Kind.CHANGE):
            whole = whole.partition(" share of ")[0]
        return before if whole == before.label else before._replace(label=whole)
    return None


def _by_verb(quantity: Quantity, near: _Near, before: _Before, subject: str) -> str:
    """The label that the verb by the number, or what it is a part or share of, gives."""
    sentence, ahead, gap, fresh, _ = near
    whole = subject if fresh else before.label or subject
    if subject and pattern(_WAS_THE).search(sentence.lead) and pattern(_DONE_THEN).match(ahead):
        return subject
    return (
        rest_of(sentence.lead, ahead)
        or priced(quantity, sentence.clause, subject)
        or given_in(quantity, sentence.clause, ahead)
        or planned_money(quantity, sentence.lead, ahead)
        or contribution(quantity, sentence.lead, ahead, subject)
        or shared_deed(quantity, sentence.clause, ahead)
        or deed(quantity, sentence.lead, ahead)
        or share_of(quantity, (sentence.lead, gap, ahead), subject, near.things)
        or with_deed(quantity, sentence.clause, ahead, near.things)
        or by_agent(quantity, sentence.clause, ahead, near.things)
        or where_done(quantity, sentence.clause, ahead)
        or _per_share(quantity, sentence, ahead, whole)
        or acted(quantity, sentence.lead, ahead)
    )


def _per_share(quantity: Quantity, sentence: Sentence, ahead: str, subject: str) -> str:
    """Earnings per diluted share, where the number is followed by these words."""
    share = pattern(_PER_SHARE).match(ahead) if quantity.kind is Kind.AMOUNT else None
    whole = pattern(f"{_EACH}$").sub("", subject)
    named = "" if share is None else measured(sentence.lead, whole) or whole
    return named + share.group() if share is not None and named and "per" not in named else ""


def _same_as_part(quantity: Quantity, lead: str, ahead: str, known: str) -> str:
    """A level told once more as a part: £38.2 million, equivalent to 62% of turnover."""
    part = quantity.kind in (Kind.SHARE, Kind.CHANGE)
    beside = quantity.kind is Kind.SHARE and lead.endswith(", ")
    same = part and (beside or pattern(_EQUAL).search(lead) is not None)
    used = pattern(_OF_WHAT).match(ahead)
    whole = part_of(ahead).partition(" and ")[0] if same and known else ""
    whole = used.group(1) if whole and used is not None else whole
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
    things: str = ""


def _plain(quantity: Quantity, near: _Near, before: _Before, subject: str) -> _Before:
    """The noun that is counted or measured, else the subject."""
    sentence, ahead, gap, fresh, _ = near
    if placed := _placed(sentence.lead, gap, ahead, _who(quantity, before, subject)):
        return _Before(placed, subject)
    paced = pattern(_PACE).search(quantity.unit) or pattern(_MOVED_TO).search(sentence.lead)
    if quantity.kind is Kind.COUNT and subject and paced:
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
    general = general or pattern(_PERSONAL).match(subject) is not None
    if quantity.kind is Kind.SHARE and not own and general:
        own = part_of(ahead)
    named = measured(sentence.lead if fresh else gap, subject)
    left = pattern(_LEAVING).search(sentence.lead) is not None
    own = own or (named if left else with_owner(named, subject))
    if own in words_in("label.aim") and before.label and not fresh:
        own = f"{before.label} {own}"
    if own:
        return _Before(own, subject or own)
    return _Before(subject or before.label or part_of(ahead), subject)


def _special(quantity: Quantity, lead: str, ahead: str, names: tuple[str, str, str]) -> str:
    """What the words right around a number name, whatever the subject of its sentence is.

    `names` are that subject, what the number before is called, and the things counted last.
    """
    subject, known, things = names
    over = pattern(_OVER).match(ahead) if known or subject else None
    bare = is_bare_count(quantity)
    counted_as = counted_subject(without_apposition(ahead)) if bare else ""
    if counted_as.endswith("ed") and things:
        counted_as = f"{things} {counted_as}"
    own = (
        aimed(quantity, lead, ahead, known or subject)
        or level_by_name(quantity, lead, known, things)
        or reached_of_it(quantity, lead, ahead, known)
        or of_every(ahead)
        or summed(lead, known, things)
        or left_over(quantity, ahead, things)
        or of_them(lead, ahead, known)
        or some_of(quantity, lead, ahead, subject)
        or of_counted(ahead)
        or ("" if over is None else f"{known or subject}{over.group()}")
        or counted_as
    )
    return own or _goods_or_moved(quantity, lead, ahead, subject)


def _of_goods(goods: str, lead: str, subject: str) -> str:
    """Goods that a measure is of: done something with, or what their subject is a level of."""
    if done := done_with(lead):
        return f"{goods} {done}"
    if subject and pattern(_LEVEL_VERB).search(lead):
        named = len(subject.split()) == 1 and not goods.endswith("equivalent")
        return f"{subject} of {goods}" if named and subject not in goods else subject
    return goods_done(last_clause(lead).clause, goods)


def _goods_or_moved(quantity: Quantity, lead: str, ahead: str, subject: str) -> str:
    """The goods that a measure is of, or what somebody moves by the number."""
    if (
        quantity.kind is Kind.AMOUNT
        and quantity.unit.replace(" ", "").isalpha()
        and (own := goods_after(ahead))
    ):
        return _of_goods(own, lead, subject)
    moved = moved_object(lead, subject)
    whole = part_of(ahead).partition(" and ")[0] if moved and quantity.kind is Kind.SHARE else ""
    return f"{moved} share of {whole}" if whole else moved
