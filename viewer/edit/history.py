"""What was done to a file, to be undone and done again without end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.edit.merging import merged
from viewer.model import ViewerError

OUTSIDE = "outside"
"""The name of a change that another program made to the file."""


@dataclass(frozen=True, slots=True)
class ByteChange:
    """One change of the bytes of a file: `old` at `start` became `new`. `name` is its operation."""

    name: str
    start: int
    old: bytes
    new: bytes

    @staticmethod
    def between(name: str, before: bytes, after: bytes) -> ByteChange:
        """The step from one version to another."""
        start = _common(before, after)
        end = _common(before[start:][::-1], after[start:][::-1])
        return ByteChange(
            name, start, before[start : len(before) - end], after[start : len(after) - end]
        )

    def forward(self, data: bytes) -> bytes:
        """The version after, of the one before."""
        return data[: self.start] + self.new + data[self.start + len(self.old) :]

    def back(self, data: bytes) -> bytes:
        """The version before, of the one after."""
        return data[: self.start] + self.old + data[self.start + len(self.new) :]


@dataclass(frozen=True, slots=True)
class History:
    """The newest version that is known of a file, and the steps that lead to it and on from it.

    Changes from outside are steps too, but undo passes over them: they are nobody's to take back.
    """

    head: bytes
    done: tuple[ByteChange, ...] = ()
    undone: tuple[ByteChange, ...] = ()

    @property
    def undo_name(self) -> str:
        """What would be undone; empty where nothing can be."""
        return next((step.name for step in reversed(self.done) if step.name != OUTSIDE), "")

    @property
    def redo_name(self) -> str:
        """What would be done again; empty where nothing can be."""
        return self.undone[-1].name if self.undone else ""

    def after(self, name: str, data: bytes) -> History:
        """With one step more; what was undone before is forgotten."""
        if data == self.head:
            return self
        return History(data, (*self.done, ByteChange.between(name, self.head, data)))

    def met(self, disk: bytes) -> History:
        """With the version on the disk as the newest: what others changed becomes a step.

        What was undone stays as far as it can still be done to that version.
        """
        if disk == self.head:
            return self
        before, after, kept = self.head, disk, list[ByteChange]()
        for step in reversed(self.undone):
            try:
                ours = step.forward(before)
                both = merged(before, ours, after)
            except ViewerError:
                break
            kept.insert(0, ByteChange.between(step.name, after, both))
            before, after = ours, both
        outside = ByteChange.between(OUTSIDE, self.head, disk)
        return History(disk, (*self.done, outside), tuple(kept))

    def undo(self) -> History:
        """With the last own step undone, later changes from outside kept.

        ViewerError `edit-conflict` where those changed the same lines.
        """
        done, after = list(self.done), self.head
        passed: list[ByteChange] = []
        while done and done[-1].name == OUTSIDE:
            passed.append(done.pop())
            after = passed[-1].back(after)
        if not done:
            return self
        step = done.pop()
        before = step.back(after)
        for one in reversed(passed):
            theirs = one.forward(after)
            both = merged(after, before, theirs)
            done.append(ByteChange.between(OUTSIDE, before, both))
            after, before = theirs, both
        again = ByteChange.between(step.name, before, self.head)
        return History(before, tuple(done), (*self.undone, again))

    def redo(self) -> History:
        """With the step done again that was undone last."""
        if not self.undone:
            return self
        step = self.undone[-1]
        again = replace(self, head=step.forward(self.head), undone=self.undone[:-1])
        return replace(again, done=(*self.done, step))


def _common(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
