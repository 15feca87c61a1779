"""Bases that stand elsewhere: in the head of a column, in a figure, in the words of a paragraph."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from viewer.draft.bases.english import is_time
from viewer.draft.clauses import Clauses
from viewer.draft.finds import Candidate, Finds
from viewer.model import Basis, Kind, Quantity, Standing
from viewer.quantities.agree import is_percent
from viewer.quantities.growth_rates import names_growth_rate
from viewer.quantities.normalize import fold
from viewer.quantities.tables.flattened import number_cells
from viewer.relations.wording import EARLIER, basis_of

_CHINESE_TIME = re.compile(rf"{EARLIER}(?:同[期季月])?")
_TIME_OF = re.compile(rf"({_CHINESE_TIME.pattern})的?[^，。；：0-9]{{0,8}}$")
_REACH = 30
_ANOTHER = re.compile(
    r"[比较]|于(?:约|近)?$|年均|平均|\b(?:than|from|above|below|against|versus|on average)\b"
)
"""The words of a clause that names a base of its own, whether or not it was read."""
_LEAST = 3
_NEARLY_ALL = 0.75
"""How many changes must name one base before the others of a report share it: so many at least, and
that part of all that name one."""


def with_bases_of_others(finds: Finds) -> Finds:
    """The figures of a passage with the bases that not their own clauses name.

    The cell of a table is measured against the column that its relation starts from, `由442万人
    下降至294万人，下降33%` against the figure before it. What names no base at all shares the one
    that the changes of its paragraph have in common: 同比 is said once.
    """
    found = finds.found
    starts = {relation.get("change"): relation.get("base") for relation, _ in finds.related}
    columns = number_cells(fold(finds.clauses.text)) if any(each.row for each in found) else {}
    spans = {one.span: at for at, one in enumerate(finds.quantities)}

    def start_of(each: Candidate) -> str | None:
        base = starts.get(spans.get(each.quantity.span))
        if base is None or not _lacks_base(each):
            return each.base
        start = finds.quantities[base]
        cell = columns.get(start.span.start)
        named = cell.column if each.row and cell is not None else ""
        return named or (None if each.row else _printed_time(finds.clauses.text, start))

    own = [replace(each, base=start_of(each)) for each in found]
    return replace(finds, found=tuple(_of_paragraphs(finds.clauses, own)))


def with_common_base(every: Sequence[Finds | None]) -> list[Finds | None]:
    """The figures of the parts of a report, facts that name no base with the one of all others.

    A report that says 比上年 wherever it says anything measures all its growth against that year.
    """
    base = _common_base([one for one in every if one is not None])
    return [one if one is None or base is None else _with_base(one, base) for one in every]


def _common_base(every: Sequence[Finds]) -> str | None:
    """The year before, as most percentages of a report name it: nearly all that name a base."""
    named = Counter(
        each.base
        for finds in every
        for each in finds.found
        if each.base and not each.row and is_percent(each.quantity.unit)
    )
    yearly = Counter({base: n for base, n in named.items() if basis_of(base) is Basis.YEAR})
    most = max(_LEAST, _NEARLY_ALL * named.total())
    return yearly.most_common(1)[0][0] if yearly.total() >= most else None


def _with_base(finds: Finds, base: str) -> Finds:
    found = tuple(
        replace(each, base=base)
        if _may_share(finds.clauses, each) and each.quantity.standing is Standing.FACT
        else each
        for each in finds.found
    )
    return replace(finds, found=found)


def _lacks_base(each: Candidate) -> bool:
    quantity = each.quantity
    rate = names_growth_rate(quantity.label, quantity.unit) and not each.row
    return quantity.kind is Kind.CHANGE and not each.base and not rate


def _printed_time(text: str, start: Quantity) -> str:
    """The time that stands before an earlier value (2024年同季的2,485元), else the value."""
    found = _TIME_OF.search(text[max(0, start.words.start - _REACH) : start.words.start])
    return found[1] if found is not None else start.surface


def _of_paragraphs(clauses: Clauses, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The figures, those without a base measured against the time that all changes like them before
    them in their paragraph name: percentages or sizes, facts or plans."""
    for _, line in groupby(found, key=lambda each: each.line):
        named: dict[object, set[str]] = defaultdict(set)
        for each in line:
            bases = named[is_percent(each.quantity.unit), each.quantity.standing]
            alone = len(bases) == 1 and _may_share(clauses, each)
            known = replace(each, base=next(iter(bases)) or None) if alone else each
            if known.base and known.quantity.kind is Kind.CHANGE:
                bases.add(_time_in(known.base))
            yield known


def _time_in(base: str) -> str:
    """The time of a base that others may share: 上年的44.5万吨 is 上年; '' for what is no time."""
    if not base.isascii():
        found = _CHINESE_TIME.match(base)
        return "" if found is None else found.group()
    return base if is_time(base) else ""


def _may_share(clauses: Clauses, each: Candidate) -> bool:
    """Whether a change in prose says nothing of what it is measured against."""
    if each.row or not _lacks_base(each):
        return False
    clause = clauses.clause(each.quantity.span)
    return _ANOTHER.search(clauses.text, clause.start, clause.end) is None
