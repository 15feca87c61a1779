"""An operation applied to the bytes of a file, and looked at before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from viewer.datafile.patch import patched
from viewer.datafile.reading import Reading, read_briefing
from viewer.edit.operations import Operation
from viewer.edit.references import renamed
from viewer.model import (
    Briefing,
    Chart,
    Figure,
    Issue,
    Key,
    Metric,
    Point,
    Relation,
    Section,
    Severity,
    ViewerError,
)
from viewer.proof import Known, Proof, SectionProof, finish, prove, prove_section

_LONG = 2**16
"""Bytes from which a file is long: to read all of it takes longer than a key stroke."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file as it was read; `figures` are those that are proven in it."""

    data: bytes
    reading: Reading
    figures: dict[Key, Figure]

    @staticmethod
    def of(data: bytes, figures: dict[Key, Figure] | None = None) -> Version:
        """Read bytes; without figures given, every section is proven."""
        reading = read_briefing(data)
        if figures is None:
            figures = dict(prove(reading.briefing).figures) if reading.briefing else {}
        return Version(data, reading, figures)

    @property
    def briefing(self) -> Briefing:
        """The briefing; ViewerError `edit-no-briefing` where there is none."""
        if self.reading.briefing is None:
            raise ViewerError("edit-no-briefing")
        return self.reading.briefing


@dataclass(frozen=True, slots=True)
class Trial:
    """What would come of an operation: the new version, and what `check` would newly refuse."""

    version: Version
    errors: tuple[Issue, ...]


def tried(before: Version, operations: Sequence[Operation]) -> Trial:
    """Operations done one after the other to a version in memory; nothing is written.

    ViewerError where one of them names what is not there, or cannot be written by itself.
    """
    after = before
    for operation in operations:
        after = _done(after, operation)
    return compared(before, after)


def _done(before: Version, operation: Operation) -> Version:
    """A version with one operation done, and with every reference naming what it named before."""
    changes = operation.changes(before.briefing)
    after = Version.of(patched(before.data, changes), before.figures)
    if after.reading.briefing is None:
        return after
    follow = tuple(renamed(before.briefing, changes, after.reading.briefing))
    return Version.of(patched(after.data, follow), before.figures) if follow else after


def compared(before: Version, after: Version) -> Trial:
    """What is newly wrong with a version against the one before; only sections that read
    otherwise are proven again."""
    told = _new(before.reading.issues, after.reading.issues)
    if after.reading.briefing is None:
        return Trial(after, tuple(told))
    old = {_without_places(section): section for section in before.briefing.sections}
    new = {_without_places(section): section for section in after.briefing.sections}
    was = [section for said, section in old.items() if said not in new]
    now = [section for said, section in new.items() if said not in old]
    first = _proven(before, was, before.figures)
    gone = {section.id for section in was}
    kept = {key: one for key, one in before.figures.items() if one.section_id not in gone}
    second = _proven(after, now, kept)
    told += _new(first.issues, second.issues)
    return Trial(replace(after, figures=dict(second.figures)), tuple(told))


def focused(version: Version, section: str) -> Version:
    """A version of one section alone, to try an edit of it quickly in a long file; the version
    itself where its lines cannot be told apart. Nothing of it is to be written.
    """
    sections = version.briefing.sections
    number = next((at for at, one in enumerate(sections) if one.id == section), 0)
    if len(version.data) < _LONG or version.reading.issues:
        return version
    lines = version.data.splitlines(keepends=True)
    starts = [one.place.line - 1 for one in sections]
    end = starts[number + 1] if number + 1 < len(starts) else len(lines)
    data = b"".join([*lines[: starts[0]], *lines[starts[number] : end]])
    figures = {key: one for key, one in version.figures.items() if one.section_id == section}
    alone = Version.of(data, figures)
    found = alone.reading.briefing
    return alone if found and [one.id for one in found.sections] == [section] else version


def _without_places(section: Section) -> object:
    """All that a section says, to tell whether two read the same."""
    figures = tuple((_METRIC(m), *map(_POINT, m.points)) for m in section.metrics)
    relations = tuple(map(_RELATION, section.relations))
    return _SECTION(section), figures, tuple(map(_CHART, section.charts)), relations


def _said(of: type, *but: str) -> Callable[[object], tuple[object, ...]]:
    """What a value says in each of its fields, places aside."""
    away = {"place", "path", "passage_place", *but}
    return attrgetter(*(one.name for one in fields(of) if one.name not in away))


_SECTION = _said(Section, "metrics", "charts", "relations")
_METRIC, _POINT = _said(Metric, "points"), _said(Point)
_CHART, _RELATION = _said(Chart), _said(Relation)


def _proven(version: Version, sections: Sequence[Section], kept: dict[Key, Figure]) -> Proof:
    """The proof of a version of which only `sections` are proven anew, the others `kept`."""
    known = Known.of(version.briefing)
    rest = SectionProof("", kept, (), 0)
    return finish(known, [rest, *(prove_section(section, known) for section in sections)])


def _new(before: Iterable[Issue], after: Iterable[Issue]) -> list[Issue]:
    """The errors that were not there before, wherever they stand now."""
    left = Counter(_kind(issue) for issue in before)
    told = []
    for issue in after:
        if issue.severity is not Severity.ERROR:
            continue
        kind = _kind(issue)
        if left[kind]:
            left[kind] -= 1
        else:
            told.append(issue)
    return told


def _kind(issue: Issue) -> tuple[str, str]:
    """An issue without its place: lines move when a file changes above them."""
    params = {key: value for key, value in issue.params.items() if key != "line"}
    return issue.code, repr(sorted(params.items(), key=str))
