"""Sections of a long file by themselves: a change that stays within them is made and read there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from viewer.datafile.nodes import item_at, moved_down, with_item
from viewer.datafile.patch import Change, InsertItem, SetField, patched
from viewer.datafile.reading import FileReading
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
        starts = _starts(version)
        return Slice(version.data[: starts[0]], starts[number], starts[number + 1])


def focused(version: Version, section: str) -> Version:
    """A version of one section alone, to try an edit of it quickly in a long file; the version
    itself where its lines cannot be told apart. Nothing of it is to be written.
    """
    sections = version.briefing.sections
    number = next((at for at, one in enumerate(sections) if one.id == section), 0)
    return _alone(version, number) or version


def within(before: Version, changes: Sequence[Change]) -> Version | None:
    """The version after changes that stay within sections of a long file, of which only those are
    read; None where they do not stay there, or more of the file has to be looked at.
    """
    made = before
    for number, own in sorted(_by_section(before, changes).items()):
        alone = _alone(made, number)
        if alone is None:
            return None
        data = patched(alone.data, [_moved(change, number) for change in own])
        one = _spliced(made, number, alone, data)
        if one is None:
            return None
        made = _after(made, one)
    return None if made is before else made


def reread(before: Version, data: bytes) -> Version:
    """The version of `data`, of which only those sections are read that differ from `before`,
    where nothing else does."""
    made = before
    for number, lines in _differing(before, data):
        alone = _alone(made, number)
        if alone is None:
            break
        one = _spliced(made, number, alone, Slice.of(made, number).head + lines)
        if one is None:
            break
        made = _after(made, one)
    whole = made is before or made.data != data
    return Version.of(data, before.figures) if whole else made


def _after(made: Version, one: Version) -> Version:
    """A version one section further on, with how lines moved until then."""
    if one.shift is None or made.shift is None:
        return one
    return replace(one, shift=replace(one.shift, earlier=made.shift))


def _differing(before: Version, data: bytes) -> Iterator[tuple[int, bytes]]:
    """The sections of a long file that read otherwise in `data`, with their lines there."""
    if len(before.data) < _LONG or before.reading.briefing is None:
        return
    starts, step = _starts(before), ByteChange.between("", before.data, data)
    first = bisect_right(starts, step.start) - 1
    last = bisect_right(starts, max(step.start, step.start + len(step.old) - 1)) - 1
    end = starts[min(last + 1, len(starts) - 1)] + len(data) - len(before.data)
    at = starts[first]
    for number in range(first, min(last + 1, len(starts) - 1)) if first >= 0 else ():
        old = before.data[starts[number] : starts[number + 1]]
        if number == last:
            stop = end
        elif data.startswith(old, at):
            stop = at + len(old)
        else:
            stop = data.find(_opening(before.data, starts[number + 1]), at + 1, end)
        if stop < 0:
            return
        if data[at:stop] != old:
            yield number, data[at:stop]
        at = stop


def _starts(version: Version) -> list[int]:
    """The bytes at which sections begin, and the end of the file."""
    lines = [0, *accumulate(map(len, version.data.splitlines(keepends=True)))]
    return [*(lines[one.place.line - 1] for one in version.briefing.sections), lines[-1]]


def _opening(data: bytes, start: int) -> bytes:
    """The line that begins at a byte."""
    return data[start : data.find(b"\n", start) + 1]


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


def _by_section(before: Version, changes: Sequence[Change]) -> dict[int, list[Change]]:
    """The changes by the number of the section that they stay in; none where one does not."""
    parted: dict[int, list[Change]] = {}
    for change in changes:
        paths = [change.path]
        if isinstance(change, InsertItem) and isinstance(change.value, tuple):
            paths.append(change.value)
        if before.briefing.talk and not isinstance(change, SetField):
            return {}  # what the talk names may be gone, or be called otherwise
        numbers = {path[1] if len(path) > 1 and path[0] == "sections" else None for path in paths}
        number = numbers.pop()
        if numbers or not isinstance(number, int):
            return {}
        parted.setdefault(number, []).append(change)
    return parted


def _moved(change: Change, number: int) -> Change:
    """A change of section `number`, in the file of that section alone."""
    moved: Change = replace(change, path=_first(change.path, number))
    if isinstance(moved, InsertItem) and isinstance(moved.value, tuple):
        moved = replace(moved, value=_first(moved.value, number))
    return moved


def _first(path: Path, number: int) -> Path:
    assert path[:2] == ("sections", number)
    return ("sections", 0, *path[2:])


def _spliced(before: Version, number: int, alone: Version, data: bytes) -> Version | None:
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


def _reading(
    before: Version, number: int, made: FileReading, shifts: tuple[Shift, Shift]
) -> FileReading:
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
    return FileReading(replace(briefing, sections=tuple(sections), talk=talk), (), root=root)


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
