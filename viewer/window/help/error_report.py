"""What a report of our own bug says: where in the code, what kind, and no words of a briefing."""

from __future__ import annotations

import sys
import traceback

from viewer import __version__

_OF_CODE = (
    ArithmeticError,
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    RuntimeError,
    TypeError,
)
"""Errors whose messages speak of the code. Those of others can hold a value, and so a passage."""
_LONGEST = 300


def report_of(error: BaseException) -> str:
    """Versions, and for the error and each that led to it the places in the code and its kind."""
    told = [_one(each) for each in _chain(error)]
    joined = "\nand then:\n".join(reversed(told))
    return f"briefing-viewer {__version__}, Python {sys.version.split()[0]}\n{joined}\n"


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in found:
        found.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return found


def _one(error: BaseException) -> str:
    places = "".join(traceback.format_tb(error.__traceback__))
    kind = type(error)
    said = str(error)
    if not isinstance(error, _OF_CODE) or len(said) > _LONGEST:
        said = f"({len(said)} characters)"
    return f"{places}{kind.__module__}.{kind.__qualname__}: {said}"
