"""Shares of a part that another place of the paragraph gives: by its name, its count or its kind.

`Broadcasting thus accounted for 48.2% of turnover`, `零售业有231人，比例为66.0%`,
`41个行业中有29个增长，增长面70.7%`. Words alone decide; whether the numbers agree is asked later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from viewer.model import Relation, RelationKind
from viewer.relations.context import Context, is_size, is_whole_share
from viewer.relations.labels import beginnings, core, measure_of
from viewer.relations.naming.shares_of_names import named_shares
from viewer.relations.wording import NO_SHARE

_TAKES = re.compile(
    r"(?:^|[.;,])\s*(?:(?:while|and|but) )?(?P<part>[a-z][^.;,0-9]{1,60}?)"
    r"(?:, (?:the|an?|our|its|which|who) [^.;,0-9]{1,40},)?\s"
    r"(?:(?:thus|alone|together|therefore|now|still|again) ){0,2}"
    r"(?:account(?:s|ed)? for|ma[dk]e? up|makes up|took(?: up)?|takes(?: up)?|represent(?:s|ed)|"
    r"costs?|absorb(?:s|ed)|use[sd]?(?: up)?|swallow(?:s|ed)|g[eo]t|received|won|held|holds|"
    r"(?:was|were|is|are|came to|equalled|contributed|provided|brought in|formed)) "
    r"(?:about |some |nearly |almost |only |just |around |over |(?:more|less) than )?$",
    re.IGNORECASE,
)
"""A sentence that begins with a part and ends with its share: `Waste alone took`."""
_OF_WHOLE = re.compile(r" of (?:(?:the|all|its|their|our|total) )*(?P<whole>[a-z][a-z -]*)", re.I)
_ASIDE = re.compile(
    r"\b(?:the|a|an|all|of|in|thus|alone|together|therefore|now|still|its|their|our|and|total|"
    r"other|that|this)\b",
    re.IGNORECASE,
)
_TOTAL = frozenset({"total", "all", "whole", "sum", "overall", "these", "them", "it", "that"})
_RATIO = re.compile(
    r"[^，。；、0-9]{0,16}[，,（(]\s*(?:占比|比例|比重|比率|所占比[例重])(?:约|近|高|仅)?(?:为|是|达到?)?"
    r"(?:约|近)?\s*"
)
"""What stands between a part and the share that has no name of its own: 有289人…，比例达."""
_RATE_OF = re.compile(
    r"[^.;0-9]{0,40}, (?:an?|the) (?:[a-z]+ ){0,2}(?:rate|share|proportion|ratio) of (?:about )?|"
    r"[^.;0-9]{0,40},? (?:so|giving|making|and|which (?:gives|means|is)) "
    r"(?:an?|the) (?:[a-z]+ ){0,2}(?:rate|share|proportion|ratio) (?:of|was|is|stood at|came to) "
    r"(?:about )?",
    re.IGNORECASE,
)
_AND_SO_MANY = re.compile(r"(?: [a-z]+){0,2},? (?:and|but|of which|of whom) (?:only |just )?")
"""What stands between those that were asked and those that answered, before their rate."""
_RATE_BEHIND = re.compile(
    r"[^，。；0-9]{1,24}[，,（(][^，。；、0-9]{0,8}?(?P<name>[^，。；、0-9]{2}(?:率|比例|占比|比重))"
    r"(?:约|近)?(?:为|是|达到?)?(?:约|近)?\s*"
)
"""What stands between a part counted out of a whole and its rate: `有16个达标，优良比例为`."""
_OF_THE = re.compile(r"(?:^|[.;,] ?)(?:Of|Out of) (?:the|its|our|all|these)? ?$", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|them|those)\b", re.IGNORECASE)
_HAS = re.compile(
    r"(?:^|[，；。：\n])\s*(?P<whole>[^，。；：、0-9]{2,12}?)(?:中|里)?[，,]?有(?:约|近)?$"
)
_AMONG_THESE = re.compile(r"[^，。；、0-9]{0,6}(?:之?中|里|当中)[，,]")
_OUT_OF = re.compile(r"[^，。；、0-9]{0,10}(?:中|里|当中)[，,]?\s*(?:有|共有|已有)?(?:约|近)?\s*")
_SPREAD = re.compile(
    r"(?:实现|出现|呈现?|保持)?(?:同比|正|了)*(?P<what>[^，。；、0-9]{2,8})[，,（(]\s*"
    r"(?P<name>[^，。；、0-9]{2,6})[面率](?:约|近)?(?:为|是|达到?)?(?:约|近)?\s*"
)
_NAMED_BEHIND = re.compile(r" (?:for|on|of|from|in)\b|,? (?:went|came|was spent) ", re.IGNORECASE)
_BACK = 16
_SENTENCES = 4


def named_parts(context: Context) -> Iterator[Relation[int]]:
    """Whole, part and share of each such share; every part and share once."""
    taken: set[int] = set()
    for whole, part, share in (
        *_out_of(context),
        *_of_holder(context),
        *_of_subject(context),
        *_at_a_rate(context),
    ):
        if taken.isdisjoint((part, share)):
            taken |= {part, share}
            roles = (("whole", whole), ("part", part), ("share", share))
            yield Relation(RelationKind.PART, roles)
    for told in named_shares(context):
        if taken.isdisjoint(at for role, at in told if role != "whole"):
            yield Relation(RelationKind.PART, told)


def _before(context: Context, at: int) -> Iterator[int]:
    """The sizes before a figure in its paragraph, the nearest first."""
    place = bisect_left(context.measures, at)
    for each in reversed(context.measures[max(0, place - _BACK) : place]):
        if context.paragraph(each) != context.paragraph(at):
            return
        if is_size(context, each):
            yield each


def _out_of(context: Context) -> Iterator[tuple[int, int, int]]:
    """`41个大类行业中有29个实现增长，增长面70.7%`: the rate is named after what so many did."""
    for whole, part in pairwise(context.measures):
        share = part + 1
        if share >= len(context.figures) or not is_whole_share(context, share):
            continue
        here = context.sentence(whole) == context.sentence(share)
        sizes = is_size(context, whole) and is_size(context, part)
        if not (here and sizes) or not context.same_unit(whole, part):
            continue
        if context.values[part] > context.values[whole]:
            continue
        out_of = _OUT_OF.fullmatch(context.gap(whole, part)) is not None
        if out_of and _names_rate(context.gap(part, share)):
            yield whole, part, share


def _names_rate(gap: str) -> bool:
    """Whether the words behind a part name the rate that it is of those it is counted out of."""
    rate = _RATE_BEHIND.fullmatch(gap)
    if rate is not None and NO_SHARE.search(rate["name"]) is None:
        return True
    spread = _SPREAD.fullmatch(gap)
    if spread is None or spread["name"][-2:] not in spread["what"]:
        return False
    return NO_SHARE.search(spread["name"]) is None


def _of_holder(context: Context) -> Iterator[tuple[int, int, int]]:
    """`零售业有231人，比例为66.0%`, where the number of the 零售业 stands before it."""
    for part, share in pairwise(context.measures):
        if not is_whole_share(context, share) or not is_size(context, part):
            continue
        if context.sentence(part) != context.sentence(share):
            continue
        if not _RATIO.fullmatch(context.gap(part, share)):
            continue
        whole = _holder(context, part)
        if whole is not None:
            yield whole, part, share


def _at_a_rate(context: Context) -> Iterator[tuple[int, int, int]]:
    """`412 applications, of which 119 were successful, a success rate of 28.9%`."""
    for part, share in pairwise(context.measures):
        if not is_whole_share(context, share) or not is_size(context, part):
            continue
        here = context.sentence(part) == context.sentence(share)
        if not here or not _RATE_OF.fullmatch(context.gap(part, share)):
            continue
        larger = [at for at in _before(context, part) if context.same_unit(at, part)]
        making = (at for at in larger if context.makes(part, at, share))
        opened = larger[:1] if larger and _opens_with(context, larger[0], part) else []
        whole = next(making, next(iter(opened), None))
        if whole is not None:
            yield whole, part, share


def _opens_with(context: Context, whole: int, part: int) -> bool:
    """Whether a sentence counts its part out of a whole: `Of the 412 asked, 348 answered`."""
    here = context.sentence(whole) == context.sentence(part)
    gap = context.gap(whole, part)
    joined = whole == part - 1 and _AND_SO_MANY.fullmatch(gap)
    of = _OF_THE.search(context.before(whole)) or _OF_WHICH.search(gap) or joined
    return here and of is not None


def _holder(context: Context, part: int) -> int | None:
    """The size that a part is counted out of: the one before 中, or that of whoever 有 it."""
    larger = [
        at
        for at in _before(context, part)
        if context.same_unit(at, part) and context.values[at] > context.values[part]
    ]
    here = (at for at in larger if context.full_sentence(at) == context.full_sentence(part))
    within = next((at for at in here if _AMONG_THESE.match(context.after(at, 8))), None)
    held = _HAS.search(context.before(part))
    name = core(held["whole"]) if held else ""
    alike = (
        at
        for at in larger
        if core(context.figures[at].label).endswith(name) or name in context.lead(at)
    )
    return next(alike, within) if len(name) > 1 else within


def _of_subject(context: Context) -> Iterator[tuple[int, int, int]]:
    """`Broadcasting thus accounted for 48.2% of turnover`: part and whole by their names."""
    for share in context.measures:
        if not context.text.startswith(" of ", context.figures[share].span.end):
            continue
        if not is_whole_share(context, share):
            continue
        of = _OF_WHOLE.match(context.after(share))
        told = _TAKES.search(context.before(share, 90))
        if of is None or told is None or not told["part"].isascii():
            continue
        found = _by_name(context, share, _content(told["part"]), of["whole"])
        if found is not None:
            yield *found, share


def _content(words: str) -> frozenset[str]:
    return beginnings(_ASIDE.sub(" ", words))


def _by_name(
    context: Context, share: int, part_words: frozenset[str], whole_name: str
) -> tuple[int, int] | None:
    """The nearest size whose own words hold all words of a part, and the whole of that name."""
    if not part_words:
        return None
    sizes = [
        at
        for at in _before(context, share)
        if context.full_sentence(share) - context.full_sentence(at) <= _SENTENCES
    ]
    part = next((at for at in sizes if part_words <= _own_words(context, at)), None)
    if part is None:
        return _in_rows(context, share, part_words, _content(whole_name)) or _nearly_named(
            context, sizes, share, part_words, whole_name
        )
    if context.sentence(part) == context.sentence(share):
        return None
    larger = [
        at
        for at in _larger(context, part, share)
        if context.values[at] > context.values[part] and context.same_unit(at, part)
    ]
    whole = _called(context, larger, whole_name, part, share)
    if whole is None and set(whole_name.casefold().split()[:1]) & _TOTAL:
        near = [at for at in larger if context.paragraph(at) == context.paragraph(part)]
        whole = max(near, key=context.values.__getitem__, default=None)
    return None if whole is None else (whole, part)


def _nearly_named(
    context: Context, sizes: Sequence[int], share: int, part_words: frozenset[str], whole_name: str
) -> tuple[int, int] | None:
    """The part that has most words of a name, where it alone makes the share with its whole.

    `Individual supporters gave 18` for `individual giving accounted for 38% of income`.
    """
    shared = {at: len(part_words & _own_words(context, at)) for at in sizes}
    most = max(shared.values(), default=0)
    alike = [at for at in sizes if shared[at] == most > 0]
    if len(alike) != 1 or context.sentence(alike[0]) == context.sentence(share):
        return None
    larger = [at for at in _larger(context, alike[0], share) if context.same_unit(at, alike[0])]
    whole = _called(context, larger, whole_name, alike[0], share)
    return None if whole is None else (whole, alike[0])


def _in_rows(
    context: Context, share: int, part_words: frozenset[str], name: frozenset[str]
) -> tuple[int, int] | None:
    """The cells of two rows that bear the names of part and whole, in one column."""
    place = bisect_left(context.measures, share)
    cells = [
        at
        for at in context.measures[max(0, place - 3 * _BACK) : place]
        if context.is_row(at) and is_size(context, at)
    ]
    of_part = [at for at in cells if part_words <= _content(context.figures[at].label)]
    of_whole = [at for at in cells if name and name | {"total"} >= _content_of_row(context, at)]
    rows = {context.paragraph(at) for at in of_part}, {context.paragraph(at) for at in of_whole}
    if len(rows[0]) != 1 or len(rows[1]) != 1 or rows[0] == rows[1]:
        return None
    pairs = list(zip(of_whole, of_part, strict=False))
    making = (pair for pair in pairs if context.makes(pair[1], pair[0], share))
    return next(making, pairs[0])


def _content_of_row(context: Context, at: int) -> frozenset[str]:
    return beginnings(context.figures[at].label)


def _called(
    context: Context, sizes: Sequence[int], words: str, part: int, share: int
) -> int | None:
    """The size of a name: the one that makes the share, the only one, or the one called just so.

    Where none has the name it is the one of that measure: of spending, the expenditure.
    """
    name = _content(words)
    if not name:
        return None
    labels = {at: _content(context.figures[at].label) for at in sizes}
    called = [at for at in sizes if name <= labels[at] | _own_words(context, at)]
    if not called:
        measure = measure_of(words)
        labelled = ((at, measure_of(context.figures[at].label)) for at in sizes)
        called = [at for at, own in labelled if own == measure is not None]
    making = (at for at in called if context.makes(part, at, share))
    just_so = (at for at in called if labels[at] == name or len(called) == 1)
    return next(making, next(just_so, None))


def _larger(context: Context, part: int, share: int) -> Iterator[int]:
    place = bisect_left(context.measures, share)
    for at in reversed(context.measures[max(0, place - 2 * _BACK) : place]):
        if at != part and is_size(context, at):
            yield at


def _own_words(context: Context, at: int) -> frozenset[str]:
    """The words right before a figure back to the one before, and right behind up to a comma."""
    behind = re.split(r"(?<!^)[,.;]", context.behind(at))[0]
    if _NAMED_BEHIND.match(behind):
        return _content(behind)
    return _content(re.split(r"[.,;]", context.lead(at))[-1])
