"""What a metric measures when its author does not say: its unit and what it is compared with."""

from __future__ import annotations

from viewer.model import Kind
from viewer.quantities.units import Sort, sort_of

_BY_SORT = {
    Sort.PART: Kind.SHARE,
    Sort.POINTS: Kind.CHANGE,
    Sort.TIMES: Kind.CHANGE,
    Sort.MONEY: Kind.AMOUNT,
    Sort.MEASURE: Kind.AMOUNT,
    Sort.SPAN: Kind.DURATION,
}
_ENGLISH = {
    "percent": Kind.SHARE,
    "per cent": Kind.SHARE,
    "pc": Kind.SHARE,
    "percentage points": Kind.CHANGE,
    "percentage point": Kind.CHANGE,
    "days": Kind.DURATION,
    "hours": Kind.DURATION,
    "minutes": Kind.DURATION,
    "months": Kind.DURATION,
    "years": Kind.DURATION,
    "dollars": Kind.AMOUNT,
    "$": Kind.AMOUNT,
}


def default_kind(unit: str, versus: str | None, *, computed: bool = False) -> Kind:
    """The kind that goes without saying: what has a base is a change, `%` alone a share.

    A figure that is `computed` is the change of nothing: 8 times is how many.
    """
    kind = Kind.CHANGE if versus else _of_unit(unit)
    return Kind.COUNT if computed and kind is Kind.CHANGE else kind


def _of_unit(unit: str) -> Kind:
    plain = unit.strip()
    sort = sort_of(plain)
    if sort is not None:
        return _BY_SORT.get(sort, Kind.COUNT)
    return _ENGLISH.get(plain.lower(), Kind.COUNT)
