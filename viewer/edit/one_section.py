"""One section of a long file by itself: a change that stays within it is made and read there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.datafile.nodes import item_at, moved_down, with_item
from viewer.datafile.patch import Change, InsertItem, SetField, patched
from viewer.datafile.reading import Reading
from viewer.datafile.source_tree import Path
from viewer.edit.history import ByteChange
from viewer.edit.version import Shift, Version
from viewer.model import Metric, Point, Section

_LONG = 2**16
"""Bytes from which a file is long: to read all of it takes longer than a key stroke."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Where a section stands in a file: the bytes of what comes before all sections, and of it."""

    head: bytes
    start: int
    end: int

    @staticmethod
    def of(version: Version, number: int) -> Slice:
        """By the places of the sections; whether these tell them apart shows in the reading."""
        sections = version.briefing.sections
        lines = version.data.splitlines(keepends=True)
        starts = [one.place.line - 1 for one in sections]
        head = b"".join(lines[: starts[0]])
        start = sum(map(len, lines[: starts[number]]))
        last = starts[number + 1] if number + 1 < len(starts) else len(lines)
        return Slice(head, start, sum(map(len, lines[:last])))


def focused(version: Version, section: str) -> Version:
    """A version of one section alone, to try an edit of it quickly in a long file; the version
    itself where its lines cannot be told apart. Nothing of it is to be written.
    """
    sections = version.briefing.sections
    number = next((at for at, one in enumerate(sections) if one.id == section), 0)
    return _alone(version, number) or version


def within(before: Version, changes: Sequence[Change]) -> Version | None:
    """The version after changes that stay within one section of a long file, of which only that
    section is read; None where they do not stay there, or more of the file has to be looked at.
    """
    number = _section_of(before, changes)
    alone = None if number is None else _alone(before, number)
    if number is None or alone is None:
        return None
    data = patched(alone.data, [_moved(change, number) for change in changes])
    return _put_back(before, number, alone, data)


def reread(before: Version, data: bytes) -> Version:
    """The version of `data`, of which only one section is read where it differs from `before`
    within one."""
    number = _section_at(before, data)
    alone = None if number is None else _alone(before, number)
    if number is not None and alone is not None:
        place = Slice.of(before, number)
        end = place.end + len(data) - len(before.data)
        made = _put_back(before, number, alone, place.head + data[place.start : end])
        if made is not None:
            return made
    return Version.of(data, before.figures)


def _section_at(before: Version, data: bytes) -> int | None:
    """The section that holds all in which a version differs from `data`."""
    if len(before.data) < _LONG or before.reading.briefing is None:
        return None
    step = ByteChange.between("", before.data, data)
    line = before.data.count(b"\n", 0, step.start) + 1
    sections = before.briefing.sections
    number = max((at for at, one in enumerate(sections) if one.place.line <= line), default=None)
    if number is None:
        return None
    place = Slice.of(before, number)
    inside = place.start <= step.start and step.start + len(step.old) <= place.end
    return number if inside else None


def _alone(version: Version, number: int) -> Version | None:
    """The version of one section alone; None for a short file, one with mistakes, or one whose
    lines do not part the sections."""
    if len(version.data) < _LONG or version.reading.issues:
        return None
    section, place = version.briefing.sections[number], Slice.of(version, number)
    data = place.head + version.data[place.start : place.end]
    figures = {key: one for key, one in version.figures.items() if one.section_id == section.id}
    alone = Version.of(data, figures)
    found = alone.reading.briefing
    same = found is not None and [one.id for one in found.sections] == [section.id]
    return alone if same and not alone.reading.issues else None


def _section_of(before: Version, changes: Sequence[Change]) -> int | None:
    """The one section that all changes stay in; None where there is no such."""
    numbers: set[object] = set()
    for change in changes:
        paths = [change.path]
        if isinstance(change, InsertItem) and isinstance(change.value, tuple):
            paths.append(change.value)
        for path in paths:
            inside = len(path) > 1 and path[0] == "sections"
            numbers.add(path[1] if inside else None)
        if before.briefing.talk and not isinstance(change, SetField):
            numbers.add(None)  # what the talk names may be gone, or be called otherwise
    number = numbers.pop() if len(numbers) == 1 else None
    return number if isinstance(number, int) else None


def _moved(change: Change, number: int) -> Change:
    """A change of section `number`, in the file of that section alone."""
    moved: Change = replace(change, path=_first(change.path, number))
    if isinstance(moved, InsertItem) and isinstance(moved.value, tuple):
        moved = replace(moved, value=_first(moved.value, number))
    return moved


def _first(path: Path, number: int) -> Path:
    assert path[:2] == ("sections", number)
    return ("sections", 0, *path[2:])


def _put_back(before: Version, number: int, alone: Version, data: bytes) -> Version | None:
    """The whole file with a section as it is read alone in `data`, the others as they were; None
    where `data` is more than one sound section, or says what only the whole file can judge."""
    made, place = Version.of(data, alone.figures), Slice.of(before, number)
    found, briefing = made.reading.briefing, before.briefing
    sound = found is not None and len(found.sections) == 1 and not made.reading.issues
    if not sound or not data.startswith(place.head) or not data.endswith(b"\n"):
        return None
    assert found is not None
    section, lines = found.sections[0], data[len(place.head) :]
    known = {m.id for at, one in enumerate(briefing.sections) if at != number for m in one.metrics}
    renamed = section.id != briefing.sections[number].id
    if renamed or any(metric.id in known for metric in section.metrics):
        return None
    start = before.data.count(b"\n", 0, place.start)
    end = start + before.data.count(b"\n", place.start, place.end)
    shift = Shift(end, start + lines.count(b"\n") - end)
    down = Shift(0, start - place.head.count(b"\n"))
    return Version(
        before.data[: place.start] + lines + before.data[place.end :],
        _reading(before, number, made.reading, (shift, down)),
        before.figures,
        shift=shift,
    )


def _reading(before: Version, number: int, made: Reading, shifts: tuple[Shift, Shift]) -> Reading:
    """The reading of the whole file with a section that was read alone: what stands below it is
    moved by the first shift, the section by the second."""
    (shift, down), briefing = shifts, before.briefing
    assert made.briefing is not None
    sections = [
        one if at < number or not shift.lines else _placed(one, shift, one.path)
        for at, one in enumerate(briefing.sections)
    ]
    sections[number] = _placed(made.briefing.sections[0], down, f"sections[{number}]")
    talk = tuple(replace(step, place=shift.place(step.place)) for step in briefing.talk)
    root, section = before.reading.root, item_at(made.root, "sections", 0)
    if root is not None and shift.lines:
        root = moved_down(root, shift.after, shift.lines)
    if section is not None:
        root = with_item(root, "sections", number, moved_down(section, down.after, down.lines))
    return Reading(replace(briefing, sections=tuple(sections), talk=talk), (), root=root)


def _placed(section: Section, shift: Shift, path: str) -> Section:
    """A section at another place of its file, under another path."""
    cut = len(section.path)
    place = shift.place

    def at(old: str) -> str:
        return path + old[cut:]

    def points(metric: Metric) -> tuple[Point, ...]:
        return tuple(replace(p, place=place(p.place), path=at(p.path)) for p in metric.points)

    return replace(
        section,
        metrics=tuple(
            replace(one, points=points(one), place=place(one.place), path=at(one.path))
            for one in section.metrics
        ),
        charts=tuple(
            replace(one, place=place(one.place), path=at(one.path)) for one in section.charts
        ),
        relations=tuple(
            replace(one, place=place(one.place), path=at(one.path)) for one in section.relations
        ),
        place=place(section.place),
        passage_place=place(section.passage_place),
        path=path,
    )
