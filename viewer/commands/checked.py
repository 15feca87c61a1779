"""A file that was checked: what the forms of output print."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.datafile import read_stream
from viewer.loading import opened_from
from viewer.model import Issue, Metric, Recomputed, Severity, ViewerError
from viewer.pipeline import Opened, open_briefing, prove
from viewer.proof import Figure, coverage_issues

FINE, ERRORS, CANNOT = 0, 1, 2
INPUT = "-"
"""Stands for standard input in the place of a file: the text of an editor that is not saved yet."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file by the name it was given, with its issues, or with what stopped the reading."""

    file: str
    opened: Opened | None = None
    issues: tuple[Issue, ...] = ()
    stop: ViewerError | None = None

    @property
    def code(self) -> int:
        """The exit code that this file deserves."""
        if self.stop is not None:
            return CANNOT
        return ERRORS if self.count(Severity.ERROR) else FINE

    @property
    def proven(self) -> int:
        """How many figures agree with their words."""
        return len(self.opened.proof.figures) if self.opened else 0

    @property
    def cited(self) -> int:
        """How many figures quote their words."""
        return self.opened.proof.cited if self.opened else 0

    @property
    def recomputed(self) -> tuple[Recomputed, ...]:
        """The relations, computed anew."""
        return self.opened.proof.recomputed if self.opened else ()

    def count(self, severity: Severity) -> int:
        """How many issues there are of one severity."""
        return sum(issue.severity is severity for issue in self.issues)

    def figures(self) -> Iterator[tuple[Metric, Figure]]:
        """The proven figures with their metrics, section by section in text order."""
        briefing = self.opened.briefing if self.opened else None
        if self.opened is None or briefing is None:
            return
        found = self.opened.proof.figures
        for section in briefing.sections:
            here = [
                (metric, found[point.key])
                for metric in section.metrics
                for point in metric.points
                if point.key in found
            ]
            yield from sorted(here, key=lambda pair: pair[1].quantity.span)


def check_file(file: str) -> Checked:
    """Read and prove one file, or standard input for a dash; never raises for what may be wrong."""
    try:
        opened = _from_input() if file == INPUT else open_briefing(Path(file))
    except ViewerError as stop:
        return Checked(file, stop=stop)
    checked = Checked(file, opened, opened.issues)
    if opened.briefing is None or checked.count(Severity.ERROR):
        return checked  # what a mistake kept from being used is not left out
    notes = coverage_issues(opened.briefing, opened.proof.figures)
    return replace(checked, issues=(*opened.issues, *notes))


def _from_input() -> Opened:
    stream = sys.stdin.buffer if sys.stdin is not None else None
    return prove(opened_from(Path(INPUT), read_stream(stream)))


def exit_code(checked: Iterable[Checked]) -> int:
    """The exit code of all files: that of the worst."""
    return max((one.code for one in checked), default=FINE)
