"""Scores the scanner on the annotated sentences of this folder: `python -m tests.score`.

Each line of `direction.tsv` and `standing.tsv` holds a language, a sentence and its figures with
value, signed change and standing. A figure that is not found as a metric is wrong in all three.
"""

from __future__ import annotations

import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from viewer.model import Quantity
from viewer.quantities import scan

FILES = tuple(Path(__file__).with_name(name) for name in ("direction.tsv", "standing.tsv"))


class Figure(NamedTuple):
    """What is right for one figure of a sentence; several readings may be."""

    surface: str
    value: Decimal
    changes: tuple[Decimal | None, ...]
    standings: tuple[str, ...]


def sentences() -> list[tuple[str, tuple[Figure, ...]]]:
    """The sentences with their figures."""
    lines = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(text, tuple(map(_figure, figures.split(" ; ")))) for _, text, figures in rows]


def _figure(source: str) -> Figure:
    *surface, value, change, standing = source.rsplit(" | ", 3)
    changes = tuple(None if one == "-" else Decimal(one) for one in _readings(change))
    return Figure("".join(surface), Decimal(value), changes, tuple(standing.split("/")))


def _readings(source: str) -> list[str]:
    return source.strip().split("/")


def faults(text: str, figure: Figure, found: tuple[Quantity, ...]) -> list[str]:
    """Which of value, change and standing are read wrongly."""
    start = text.index(figure.surface)
    end = start + len(figure.surface)
    over = [one for one in found if one.span.start < end and one.span.end > start]
    if not over or not over[0].is_metric:
        return ["value", "change", "standing"]
    one = over[0]
    wrong = [] if one.value in (figure.value, *figure.changes) else ["value"]
    wrong += [] if one.change in figure.changes else ["change"]
    return wrong + ([] if str(one.standing) in figure.standings else ["standing"])


def main() -> int:
    """Print what is wrong, then the share that is right."""
    wrong: Counter[str] = Counter()
    total = 0
    for text, figures in sentences():
        found = scan(text)
        for figure in figures:
            total += 1
            for fault in faults(text, figure, found):
                wrong[fault] += 1
                sys.stdout.write(f"{fault:9} {figure.surface}  {text}\n")
    for kind in ("value", "change", "standing"):
        sys.stdout.write(f"{kind:9} {total - wrong[kind]} / {total}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
