"""Parts with their shares in brackets: `150 (60 percent) were tankers …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from viewer.model import Relation, RelationKind
from viewer.relations.context import Context
from viewer.relations.included import earlier_levels

_OPENS = re.compile(
    r"(?: [a-z-]+){0,4}\s*(?:of (?:it|this|that|these|those|them|all|the total)\s)?[（(]\s*"
    r"(?:约|占|about|approximately|some|nearly|or)?\s*",
    re.IGNORECASE,
)
OR_TOLD = re.compile(
    r"\s*,?\s*(?:or|i\.e\.,?|that is,?|\()\s*(?:about|some|nearly)?\s*", re.IGNORECASE
)
TAKING = re.compile(r"[，,（(]\s*(?:约|仅)?占[^，。；、0-9]{0,12}")
_WHICH_IS = re.compile(
    r",? (?:which|that) (?:is|was|makes?|made|equals|represent\w*|account\w*)[a-z ]{0,16} ",
    re.IGNORECASE,
)
"""What stands between a part and its share besides brackets: `$15.2 billion, which is 42%`."""
_OF_WHOM = re.compile(r"(?: [a-z-]+){0,3},? of (?:whom|which) (?:about |some )?", re.IGNORECASE)
_PARAGRAPHS = 2
"""How many paragraphs before a share in brackets a whole may stand that makes it."""


def shares_in_brackets(context: Context) -> Iterator[Relation[int]]:
    """`Of these, 150 (60 percent) were tankers and 100 (40 percent) ferries`: part and share.

    The whole is the figure of the unit before the first of them that has none in brackets.
    """
    parts_found: dict[int, int] = {}
    for part, share in pairwise(context.measures):
        rates = context.is_rate(share) and context.is_share(share)
        opened = rates and _OPENS.fullmatch(context.gap(part, share)) is not None
        levels = context.is_level(part) and not context.is_rate(part)
        if opened and levels and context.behind(share).lstrip()[:1] in (")", "）"):
            parts_found[part] = share
    of_list = _wholes_of_lists(context, parts_found)
    for part, share in parts_found.items():
        wholes = [
            at
            for at in earlier_levels(context, share)
            if at < part
            and at not in parts_found
            and context.values[at] > context.values[part]
            and context.paragraph(part) - context.paragraph(at) <= _PARAGRAPHS
            and (context.same_unit(at, part) or not context.figures[part].unit)
        ]
        making = (at for at in wholes if context.makes(part, at, share))
        unshared = (
            at
            for at in wholes
            if context.paragraph(at) == context.paragraph(part)
            and not has_share(context, at)
            and bool(context.figures[at].unit) >= bool(context.figures[part].unit)
        )
        whole = of_list.get(part)
        if whole is None:
            whole = next(making, next(unshared, _right_before(context, part)))
        if whole is not None:
            roles = (("whole", whole), ("part", part), ("share", share))
            yield Relation(RelationKind.PART, roles)


def _right_before(context: Context, part: int) -> int | None:
    """The size whose part `of whom` opens, though the part is printed as larger than it."""
    whole = part - 1
    if whole < 0 or context.sentence(whole) != context.sentence(part):
        return None
    opened = _OF_WHOM.fullmatch(context.gap(whole, part)) is not None
    sized = context.is_level(whole) and not context.is_rate(whole)
    return whole if opened and sized and context.same_unit(whole, part) else None


def _wholes_of_lists(context: Context, shares: Mapping[int, int]) -> Mapping[int, int]:
    """The whole of the parts of each list that most of its shares confirm, two at least."""
    found: dict[int, int] = {}
    for _, group in groupby(shares, context.full_sentence):
        members = list(group)
        most = max(context.values[at] for at in members)
        best = (1, -1)
        for at in earlier_levels(context, members[0]):
            fits = at not in shares and context.values[at] > most
            if fits and context.same_unit(at, members[0]):
                holding = sum(context.makes(part, at, shares[part]) for part in members)
                best = max(best, (holding, -1 if holding < 2 else at))
        if best[1] >= 0:
            found |= dict.fromkeys(members, best[1])
    return found


def has_share(context: Context, at: int) -> bool:
    """Whether a printed share stands right behind a level: it is a part, no whole of others."""
    share = at + 1
    if share == len(context.figures) or not context.is_rate(share) or not context.is_share(share):
        return False
    gap = context.gap(at, share)
    told = (OR_TOLD, _WHICH_IS, TAKING)
    return any(words.fullmatch(gap) is not None for words in told)
