"""How much a test tries: little in the suite, more in `pytest --hypothesis-profile=deep`."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

_T = TypeVar("_T")

QUICK = 60
"""Examples of a property in the suite, unless it names fewer."""
DEEP = 500


def is_deep() -> bool:
    """Whether the tests run beside the suite, with time for everything."""
    return settings().max_examples >= DEEP


def examples(quick: int, deep: int = DEEP) -> settings:
    """So many examples of a property that is slow to try."""
    return settings(max_examples=deep if is_deep() else quick)


def some(rows: Sequence[_T], quick: int) -> Sequence[_T]:
    """About `quick` of the rows, spread evenly over them; all of them beside the suite."""
    return rows if is_deep() else rows[:: max(1, len(rows) // quick)]
