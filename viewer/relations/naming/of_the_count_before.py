"""Numbers without a noun of their own that go on with those an English sentence has counted.

`The fleet counts 62 tugs. Nineteen run on gas`, `It received 318 applications. It refused 41`. What
they count is said before them; a number that is larger, that is of another time, that was aimed at
or that is held beside another is no part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from viewer.model import Kind, Standing
from viewer.relations.context import Context, is_part_in_words, is_size, is_whole_share
from viewer.relations.wording import ENGLISH_EARLIER, ENGLISH_MONTH

_HEDGE = r"(?:(?:about|some|only|just|nearly|almost|over|around|roughly|barely|fully|as many as) )?"
_OPENS = re.compile(
    rf"^ ?(?:(?:and|but|yet|of these|of them|of those),? )?{_HEDGE}$", re.IGNORECASE
)
_VERB = re.compile(
    r" (?:is|are|was|were|ha[sd]|have|do|did|came|come|went|go|took|take|said|say|live|work|run|"
    r"gave|give|got|get|left|chose|paid|pay|drew|lost|lose|won|fell|rose|met|made|make|speak|spoke|"
    r"stand|stood|lie|lay|began|need|use|still|now|never|also|[a-z]{2,}ed)\b"
)
"""What tells of a number without a noun what became of those it counts."""
_DONE_TO = re.compile(
    r"^ ?(?:They|It|We|He|She|and|and (?:they|it|we|he|she)) (?P<verb>[a-z]+)(?: [a-z]+){0,2} "
    rf"{_HEDGE}$",
    re.IGNORECASE,
)
"""A pronoun and a verb right before the number of those it was done to."""
_LED = re.compile(
    rf"\b(?:of|among) (?:them|these|those)\b(?: [a-z]+){{0,6}}, {_HEDGE}$", re.IGNORECASE
)
"""`So many of them were strays, 806,`: a number between commas says how many of them."""
_NOT_OF_THEM = re.compile(
    rf"\b(?:{ENGLISH_EARLIER}|last|previous|next|before|earlier|later|ago|since|than|from|against|"
    r"compared|averag\w*|more|another|further|additional|extra|new|each|every|per|instead|rose|fell|"
    r"grew|hop\w*|want\w*|need\w*|aim\w*|plan\w*|will|would|should|must|also|too|target|goal|by|"
    r"turned away|g[ai]ve away|sold|bought|added|hired|order\w*|lack\w*|miss\w*|short|"
    rf"(?:in|for|to) (?:19|20)[0-9]{{2}}|in {ENGLISH_MONTH})\b",
    re.IGNORECASE,
)
"""Words of a clause whose number is no part of the one before."""
_WENT = re.compile(
    r" (?:went|goes|came|comes|flowed|flows) (?P<way>on|to|from|in|into|for|towards)\b"
)
"""What tells of an amount where it went, which is one of the amount before it."""
_AND_SO_MUCH = re.compile(r"[^.;0-9]{0,40}(?:,| and|, and) [$£€]")
_HAS = frozenset({"ha", "be", "ar", "is", "wa", "we", "di", "av"})
_REACH = 60
_SIGNS = ("", "£", "$", "€")
_LETTERS = 4
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def of_the_count_before(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, part) of a count and a number without a noun that goes on with it."""
    for part in context.measures:
        if context.figures[part].unit or not is_size(context, part) or context.is_share(part):
            continue
        whole = _spoken_of(context, part)
        if whole is None or not 0 < context.values[part] < context.values[whole]:
            continue
        lead, behind = context.before(part, _REACH), context.after(part, _REACH)
        if (_LED.search(lead) and behind[:1] == ",") or (
            not _NOT_OF_THEM.search(lead + " - " + behind)
            and (_goes_on(context, whole, part) or _is_done_to(context, whole, part))
        ):
            yield whole, part


def shared_out(context: Context) -> Iterator[tuple[int, int]]:
    """`We spent £9.3 million. £7.1 million went on hostels and £0.9 million on advice`."""
    for place, first in enumerate(context.measures[1:], 1):
        went = (
            _WENT.match(context.after(first)) if context.lead(first).strip(" ") in _SIGNS else None
        )
        whole = context.measures[place - 1]
        if went is None or context.full_sentence(first) - context.full_sentence(whole) != 1:
            continue
        if context.paragraph(first) != context.paragraph(whole) or whole in context.aims:
            continue
        left = context.values[whole]
        for last, at in zip(context.measures[place - 1 :], context.measures[place:], strict=False):
            listed = at == first or (
                _AND_SO_MUCH.fullmatch(context.gap(last, at) + context.figures[at].surface[:1])
                and context.after(at, 12).startswith(f" {went['way']} ")
            )
            left -= context.values[at]
            if not listed or left < 0 or not _is_money_of(context, whole, at):
                break
            yield whole, at


def _is_money_of(context: Context, whole: int, part: int) -> bool:
    sizes = is_size(context, whole) and is_size(context, part)
    amount = context.figures[whole].kind is Kind.AMOUNT and context.same_unit(whole, part)
    return sizes and amount and context.values[part] < context.values[whole]


def shares_of_the_count_before(context: Context) -> Iterator[tuple[int, int]]:
    """Pairs (whole, share) of a count and a share that opens the next clause without a noun."""
    for share in context.measures:
        if not (is_whole_share(context, share) or is_part_in_words(context, share)):
            continue
        whole = _spoken_of(context, share)
        if whole is not None and context.values[share] <= 100 and _goes_on(context, whole, share):
            yield whole, share


def _spoken_of(context: Context, at: int) -> int | None:
    """The only size that the clause before counts, where `at` is the first figure of its clause."""
    place = bisect_left(context.measures, at)
    if not place or context.is_row(at) or context.figures[at].standing is not Standing.FACT:
        return None
    whole = context.measures[place - 1]
    one = context.figures[whole]
    counted = one.kind is Kind.COUNT and bool(one.unit) and one.unit.isascii()
    if not counted or not is_size(context, whole) or whole in context.aims:
        return None
    if context.sentence(at) - context.sentence(whole) != 1 or context.is_row(whole):
        return None
    if context.paragraph(at) != context.paragraph(whole):
        return None
    before = context.measures[place - 2] if place > 1 else None
    alone = before is None or context.sentence(before) != context.sentence(whole)
    return whole if alone else None


def _goes_on(context: Context, whole: int, at: int) -> bool:
    """Whether a number opens its clause and is named after what the one before it counts."""
    if not _OPENS.match(context.before(at, _REACH)) or not _VERB.match(context.after(at)):
        return False
    noun = context.figures[whole].unit.split()[-1].casefold()
    label = context.figures[at].label.casefold()
    return not label or noun in label.split()


def _is_done_to(context: Context, whole: int, part: int) -> bool:
    """Whether those who are spoken of did something to so many: `It refused 41`.

    What they did to all of them before, they did to others now.
    """
    told = _DONE_TO.match(context.before(part, _REACH))
    if told is None or part not in context.without_noun:
        return False
    before = {each.casefold()[:_LETTERS] for each in _WORD.findall(context.before(whole, _REACH))}
    verb = told["verb"].casefold()
    return verb[:2] not in _HAS and verb[:_LETTERS] not in before
