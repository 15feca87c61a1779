"""The second proof: relations computed anew from the printed numbers, within their rounding.

Each rule computes what the printed terms lead one to expect as an interval and asks whether the
printed result meets it. What cannot be computed (constant prices, mean rates, a missing role, an
unknown direction) is neither confirmed nor denied.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from viewer.model import Kind, Qualifier, Quantity
from viewer.model.relation import Basis, Relation, RelationKind, Unjudged
from viewer.quantities.agree import (
    PERSONS,
    is_basis_points,
    is_percent,
    is_points,
    is_points_in_short,
    kind_of_unit,
    names_points,
)
from viewer.relations.interval import (
    ONE,
    ZERO,
    Interval,
    is_multiple,
    is_worded_fraction,
    printed,
    printed_number,
    roughly,
    with_number,
)

Ref = TypeVar("Ref")
_AGREES, _DIFFERS = "≈", "≠"
_SIZES = 20
"""How many times larger than its base a level may be that is in the scale of it."""
_OF_A_POINT = 0.01
"""A basis point, as a part of a percentage point."""


class Term(NamedTuple):
    """A figure as a term of a calculation; `change` is the signed value of a change."""

    surface: str
    value: Decimal | None
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    high: Decimal | None = None
    change: Decimal | None = None
    is_change: bool = False

    @property
    def interval(self) -> Interval | None:
        """The values it may stand for, signed; None where they cannot be said."""
        value = self.change if self.is_change else self.value
        if value is None:
            return None
        if self.is_fraction:
            return roughly(value)
        if self.high is not None and value < 0 <= self.high:
            return None
        return printed(self.surface, value, self.high, self.qualifier)

    @property
    def is_fraction(self) -> bool:
        """Whether it is a change told as a part in words, which is no exact one: by a third."""
        return self.is_change and is_worded_fraction(self.surface, self.unit, self.value)

    @property
    def is_multiple(self) -> bool:
        """Whether it tells how many times larger the level is than its base: 1.3倍, twice."""
        return is_multiple(self.surface, self.unit)

    @property
    def rate(self) -> bool:
        """Whether it is printed in percent."""
        return is_percent(self.unit)

    @property
    def signed(self) -> str:
        """As printed, with the sign that its words give it."""
        falls = self.is_change and self.change is not None and self.change < 0
        marked = self.surface.lstrip().startswith(("-", "−", "－", "负"))
        return f"−{self.surface}" if falls and not marked else self.surface


class Check(NamedTuple):
    """What recomputing a relation gave: `agrees` is None where it cannot be said, for a reason.

    `formula` is the calculation with the numbers as printed, the result last: `3 ÷ 12 = 25% ≈ 25%`.
    """

    agrees: bool | None
    formula: str = ""
    unjudged: Unjudged | None = None


def _unjudged(why: Unjudged) -> Check:
    return Check(None, unjudged=why)


MISSING, UNITS, OPEN = map(_unjudged, (Unjudged.MISSING, Unjudged.UNITS, Unjudged.OPEN))


def term_of(quantity: Quantity) -> Term:
    """A quantity of a text as a term."""
    return Term(
        " ".join(quantity.surface.split()),
        quantity.value,
        quantity.unit,
        quantity.qualifier,
        quantity.high,
        quantity.change,
        quantity.kind is Kind.CHANGE,
    )


def recompute(relations: Sequence[Relation[Ref]], terms: Mapping[Ref, Term]) -> tuple[Check, ...]:
    """A check for each relation, in order; never raises, linear in the number of roles.

    Two changes of one level against one unprinted base (下跌17元, 跌幅3.8%) check each other.
    """
    twins = _twins(relations, terms)
    return tuple(_check(one, terms, twins.get(at)) for at, one in enumerate(relations))


def _check(relation: Relation[Ref], terms: Mapping[Ref, Term], twin: Term | None) -> Check:
    present = {role: terms[ref] for role, ref in relation.roles if ref in terms}
    if len(present) < len(dict(relation.roles)):
        return MISSING
    if relation.kind is RelationKind.CHANGE:
        if relation.constant_prices:
            return _unjudged(Unjudged.CONSTANT_PRICES)
        if relation.basis is Basis.AVERAGE:
            return _unjudged(Unjudged.AVERAGE)
        return _change(present, twin)
    if relation.kind in (RelationKind.SUM, RelationKind.REPEAT):
        members = [terms[ref] for role, ref in relation.roles if role != "total"]
        return _sum(present.get("total"), members) if "total" in present else _repeat(members)
    return _RATIOS[relation.kind](present)


def _change(present: Mapping[str, Term], twin: Term | None) -> Check:
    level, base, change = (present.get(role) for role in ("level", "base", "change"))
    if level is None or change is None:
        return MISSING
    if base is None:
        return MISSING if twin is None else _two_changes(level, change, twin)
    base = _in_scale_of(level, base)
    change = _towards(change, level, base)
    if is_relative(level, change):
        return _growth(level, base, change)
    sized = base if level.is_change else base._replace(is_change=False)
    return _difference(level, _as_size(sized), change)


def _difference(level: Term, base: Term, change: Term) -> Check:
    """A change in the unit of its level, in percentage points or in hundredths of them."""
    scale = _OF_A_POINT if is_basis_points(change.unit) and level.rate and base.rate else 1
    moved = change.interval
    ends = (level.interval, base.interval, moved if moved is None else moved.times(scale))
    unit_of_level = (
        change.rate
        or scale < 1
        or is_points(change.unit)
        or (level.rate and base.rate and is_points_in_short(change.unit))
        or "" in (change.unit, level.unit)
        or change.unit == level.unit
    )
    if not unit_of_level:
        return UNITS
    if ends[0] is None or ends[1] is None or ends[2] is None:
        return OPEN
    difference = ends[0] - ends[1]
    agrees = difference.meets(ends[2])
    formula = f"{level.surface} − {base.surface}"
    return _check_of(formula, difference.times(1 / scale), change, agrees=agrees)


def _in_scale_of(level: Term, base: Term) -> Term:
    """A base without unit in the scale of its level, which it leaves out: SEK 612 million (551)."""
    sizes = [one.value for one in (level, base)]
    if base.unit or not level.unit or sizes[0] is None or sizes[1] is None:
        return base
    if sizes[1] and abs(sizes[1]) * _SIZES >= abs(sizes[0]):
        return base  # `1.28 million people, up from 1,121,000`: as large as it stands there
    numbers = [printed_number(one.surface) for one in (level, base)]
    if not numbers[0] or not numbers[1] or float(abs(sizes[1])) != numbers[1]:
        return base
    scale = Decimal(round(float(abs(sizes[0])) / numbers[0]))
    return base._replace(value=sizes[1] * scale) if scale > 1 else base


def _towards(change: Term, level: Term, base: Term) -> Term:
    """A change whose direction is not printed (`7.6` in a column) in that of base to level."""
    if change.is_change and change.change is not None:
        return change
    ends = level.value, base.value
    if change.value is None or ends[0] is None or ends[1] is None:
        return change
    falls = Decimal(-1 if ends[0] < ends[1] else 1)
    return change._replace(change=abs(change.value).copy_sign(falls), is_change=True)


def is_relative(level: Term, change: Term) -> bool:
    """Whether a change is measured by its base (percent, times), not in its level's unit."""
    return change.is_multiple or change.is_fraction or (change.rate and not level.rate)


def _growth(level: Term, base: Term, change: Term) -> Check:
    """A relative change: in percent, or in multiples, which may count the base in or out."""
    ends, growth = (level.interval, base.interval), change.interval
    quotient = None if ends[0] is None or ends[1] is None else ends[0].over(ends[1])
    if quotient is None or growth is None:
        return OPEN
    more = quotient - ONE
    if change.is_multiple:
        agrees = growth.meets(quotient) or (bool(change.unit) and growth.meets(more))
        return _check_of(f"{level.surface} ÷ {base.surface}", quotient, change, agrees=agrees)
    formula = f"({level.surface} − {base.surface}) ÷ {base.surface}"
    return _compare(formula, more.times(1 if change.is_fraction else 100), growth, change)


def _two_changes(level: Term, change: Term, twin: Term) -> Check:
    """`amount ÷ (level − amount)` against the rate: both are measured from the same base."""
    rate, amount = (change, twin) if change.rate else (twin, change)
    known = next((one.change for one in (rate, amount) if one.is_change and one.change), None)
    if known is not None:
        return _of_one_base(level, _signed(rate, known), _signed(amount, known))
    ways = (
        _of_one_base(level, _signed(rate, sign), _signed(amount, sign))
        for sign in (Decimal(1), Decimal(-1))
    )
    first, second = ways
    return second if second.agrees else first


def _signed(term: Term, sign: Decimal) -> Term:
    """A change with its own direction, or where none is printed with that of another."""
    if term.value is None or (term.is_change and term.change is not None):
        return term
    return term._replace(change=abs(term.value).copy_sign(sign), is_change=True)


def _of_one_base(level: Term, rate: Term, amount: Term) -> Check:
    ends = (level.interval, amount.interval, rate.interval)
    if level.rate:
        return UNITS
    if ends[0] is None or ends[1] is None or ends[2] is None:
        return OPEN
    ratio = ends[0].over(ends[1])
    if ratio is None or ratio.low <= 1 <= ratio.high:
        return OPEN
    inverse = ONE.over(ratio - ONE)
    if inverse is None:
        return OPEN
    shown = amount.signed
    formula = f"{shown} ÷ ({level.surface} − {f'({shown})' if shown[0] == '−' else shown})"
    return _compare(formula, inverse.times(100), ends[2], rate)


def _as_size(term: Term) -> Term:
    """A term as a size where it was taken for a change without direction."""
    return term._replace(is_change=False) if term.is_change and term.change is None else term


def _ratio(
    part: str, whole: str, share: str, *, aimed: bool = False
) -> Callable[[Mapping[str, Term]], Check]:
    def check(present: Mapping[str, Term]) -> Check:
        if len(present) < 3:
            return MISSING
        goal = present[whole]._replace(qualifier=Qualifier.EXACT) if aimed else present[whole]
        members = (present[part], goal, present[share])
        ends = tuple(one._replace(is_change=False).interval for one in members)
        if ends[0] is None or ends[1] is None or ends[2] is None:
            return OPEN
        reach = ends[0].over(ends[1])
        if reach is None:
            return OPEN
        printed_share = present[share]
        percent = printed_share.rate or (printed_share.value or 0) > 1
        scale = 1000 if printed_share.unit == "‰" else 100 if percent else 1
        formula = f"{present[part].surface} ÷ {present[whole].surface}"
        return _compare(formula, reach.times(scale), ends[2], printed_share)

    return check


_RATIOS: Mapping[RelationKind, Callable[[Mapping[str, Term]], Check]] = MappingProxyType(
    {
        RelationKind.PART: _ratio("part", "whole", "share"),
        RelationKind.TARGET: _ratio("actual", "target", "completion", aimed=True),
    }
)


def _sum(total: Term | None, parts: Sequence[Term]) -> Check:
    if total is None or len(parts) < 2:
        return MISSING
    if total.rate and all(names_points(part.unit) for part in parts):
        return _sum_of_points(total, parts)
    if not _of_one_unit((total, *parts)):
        return UNITS
    if not total.is_change:
        parts = [part._replace(is_change=False) for part in parts]
    return _added_up(total, parts)


def _sum_of_points(total: Term, parts: Sequence[Term]) -> Check:
    """What the parts of a growth add to it; none of a fall, whose parts print no direction."""
    if total.is_change and (total.change is None or total.change < 0):
        return OPEN
    if any(part.is_change and part.change is not None and part.change < 0 for part in parts):
        return OPEN
    return _added_up(total, [part._replace(is_change=False) for part in parts])


def _added_up(total: Term, parts: Sequence[Term]) -> Check:
    goal, ends = total.interval, [part.interval for part in parts]
    known = [end for end in ends if end is not None]
    if goal is None or len(known) < len(ends):
        return OPEN
    reach = sum(known, ZERO)
    return _compare(" + ".join(part.surface for part in parts), reach, goal, total)


def _of_one_unit(terms: Sequence[Term]) -> bool:
    """Whether no two terms print unlike units; a noun that one leaves out says nothing."""
    units = {kind_of_unit(one.unit) for one in terms if one.unit}
    return len(units) < 2 or units <= PERSONS


def _repeat(figures: Sequence[Term]) -> Check:
    if len(figures) < 2:
        return MISSING
    if any(one.is_change and one.change is None for one in figures):
        figures = [one._replace(is_change=False) for one in figures]
    qualifiers = {one.qualifier for one in figures}
    if len(qualifiers) == 1 and qualifiers != {Qualifier.EXACT}:
        figures = [one._replace(qualifier=Qualifier.EXACT) for one in figures]
    first, ends = figures[0], [figure.interval for figure in figures]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return OPEN
    agrees = all(known[0].meets(end) for end in known[1:])
    if not agrees and len({one.surface for one in figures}) == 1:
        return OPEN  # one number in print: which way it went only the words around it say
    sign = f" {_AGREES if agrees else _DIFFERS} "
    return Check(agrees, sign.join([first.surface, *(one.surface for one in figures[1:])]))


def _compare(formula: str, reach: Interval, printed_result: Interval, result: Term) -> Check:
    return _check_of(formula, reach, result, agrees=reach.meets(printed_result))


def _check_of(formula: str, reach: Interval, result: Term, *, agrees: bool) -> Check:
    sign = _AGREES if agrees else _DIFFERS
    return Check(agrees, f"{formula} = {_rounded(reach.middle, result)} {sign} {result.signed}")


def _rounded(value: float, like: Term) -> str:
    """A computed value with one digit more than `like` prints, in its scale and unit."""
    base = like.change if like.is_change and like.change is not None else like.value
    shown = with_number(like.surface, base or Decimal(1), value)
    if shown is None:
        shown = f"{abs(value):,.6g} {like.unit}".rstrip()
    return f"−{shown}" if value < 0 else shown


def _twins(relations: Sequence[Relation[Ref]], terms: Mapping[Ref, Term]) -> dict[int, Term]:
    """For a change without base: the other change of the same level and basis, in another unit."""
    alike: dict[tuple[Ref | None, Basis], list[tuple[int, Term]]] = {}
    for at, one in enumerate(relations):
        change = one.get("change")
        if one.kind is not RelationKind.CHANGE or one.get("base") is not None or change is None:
            continue
        if change in terms:
            alike.setdefault((one.get("level"), one.basis), []).append((at, terms[change]))
    for (level, basis), group in tuple(alike.items()):
        if basis not in (Basis.OTHER, Basis.AVERAGE) and len(group) == 1:
            alike[level, basis] = [*group, *alike.pop((level, Basis.OTHER), ())]
    found: dict[int, Term] = {}
    for group in alike.values():
        rates = [one for one in group if one[1].rate]
        amounts = [
            one
            for one in group
            if not (names_points(one[1].unit) or one[1].rate or one[1].is_multiple)
        ]
        if len(rates) == len(amounts) == 1:
            found[rates[0][0]], found[amounts[0][0]] = amounts[0][1], rates[0][1]
    return found
