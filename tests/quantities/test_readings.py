"""What is read of each figure of `tests/corpus/readings.txt`: sentences of the tests' own.

A figure stands there as `{surface|standing plan, change -3}`: its standing, signed change (`none`
for no change), bound, value, unit, or `figure no`; a `/` parts readings that are right alike.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from viewer.model import Quantity
from viewer.quantities import scan

_FILE = Path(__file__).parents[1] / "corpus" / "readings.txt"
_MARKED = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
SENTENCES = tuple(
    line for line in _FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
)
KINDS = ("standing", "change", "bound", "value", "unit", "figure")


def _at(found: tuple[Quantity, ...], start: int, end: int) -> Quantity | None:
    """The metric that lies over the place most."""
    over = [one for one in found if one.is_metric and one.span.start < end and one.span.end > start]
    return max(
        over, key=lambda one: min(one.span.end, end) - max(one.span.start, start), default=None
    )


def _is_right(kind: str, wanted: str, one: Quantity | None) -> bool:
    if kind == "figure":
        return (one is not None) is (wanted == "yes")
    if one is None:
        return False
    number = one.change if kind == "change" else one.value
    if kind in ("change", "value"):
        return number == (None if wanted == "none" else Decimal(wanted))
    return wanted == {"standing": one.standing, "bound": one.qualifier, "unit": one.unit}[kind]


@pytest.fixture(scope="module")
def read() -> Mapping[str, tuple[Quantity, ...]]:
    """What is found in each sentence without its marks."""
    return {one: scan(_MARKED.sub(r"\1", one)) for one in SENTENCES}


def _wrong(sentence: str, kind: str, found: tuple[Quantity, ...]) -> list[str]:
    """The figures of a sentence that are read wrongly in one respect."""
    wrong, shift = [], 0
    for marked in _MARKED.finditer(sentence):
        surface, start = marked.group(1), marked.start() - shift
        shift += len(marked.group()) - len(surface)
        one = _at(found, start, start + len(surface))
        for asked, _, wanted in (part.partition(" ") for part in marked.group(2).split(", ")):
            if asked == kind and not any(_is_right(kind, w, one) for w in wanted.split("/")):
                wrong.append(f"{surface} is no {kind} {wanted}: {sentence}")
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_is_read_as_its_sentence_says(
    kind: str, read: Mapping[str, tuple[Quantity, ...]]
) -> None:
    asked = [one for one in SENTENCES if f"{kind} " in one]
    assert asked
    assert [wrong for sentence in asked for wrong in _wrong(sentence, kind, read[sentence])] == []
