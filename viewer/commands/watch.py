"""Waits for files to be saved, by looking: works on every disk and survives a replaced file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from viewer.datafile import read_bytes
from viewer.loading import FileState, mark_of
from viewer.model import ViewerError

LOOK_EVERY = 0.25
"""Seconds between two looks; a save counts when two looks see the same."""

Sleep = Callable[[float], None]


def saves(files: Sequence[str], sleep: Sleep) -> Iterator[None]:
    """Yields after each save that changed the content of a file since this call; endless.

    A file that is being written, or is away for a moment, is waited for; one that stays away is a
    change too, and so is its return.
    """
    settled = [mark_of(Path(file)) for file in files]
    contents = [_content(file) for file in files]
    return _from(files, settled, contents, sleep)


def _from(
    files: Sequence[str], settled: list[FileState | None], contents: list[int | None], sleep: Sleep
) -> Iterator[None]:
    before = settled
    while True:
        sleep(LOOK_EVERY)
        now = [mark_of(Path(file)) for file in files]
        if now != settled and now == before:
            settled = now
            fresh = [_content(file) for file in files]
            if fresh != contents:
                contents = fresh
                yield
        before = now


def _content(file: str) -> int | None:
    try:
        return hash(read_bytes(file))
    except ViewerError:
        return None
