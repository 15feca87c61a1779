"""A version of a file as it was read and proven."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from viewer.datafile.reading import FileReading, read_briefing
from viewer.model import Briefing, Figure, Issue, Key, Place, Proof, ViewerError
from viewer.proof import prove


@dataclass(frozen=True, slots=True)
class Shift:
    """What stands below the line `after` stands `lines` further down than in the version before;
    `earlier` moved it there already."""

    after: int
    lines: int
    earlier: Shift | None = None

    def place(self, place: Place) -> Place:
        """Where a place of the version before is now."""
        return Place(self.line(place.line), place.column)

    def line(self, line: int) -> int:
        """Where a line of the version before is now."""
        line = self.earlier.line(line) if self.earlier is not None else line
        return line if line <= self.after else line + self.lines

    def issue(self, issue: Issue) -> Issue:
        """An issue of the version before, with the lines that its sentence names."""
        params = {
            key: self.line(value) if key.endswith("line") and isinstance(value, int) else value
            for key, value in issue.params.items()
        }
        return issue._replace(place=self.place(issue.place), params=MappingProxyType(params))


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a file as it was read; `figures` are those that are proven in it.

    `proof` is all that the file proves, None where that is not known as a whole. `shift` tells how
    the lines moved against the version before, None where more than sections changed.
    """

    data: bytes
    reading: FileReading
    figures: dict[Key, Figure]
    proof: Proof | None = None
    shift: Shift | None = None

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
