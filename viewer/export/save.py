"""Making an export and writing it: everything is made first, then each file whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.export.context import Options, Takeaway, Watch
from viewer.export.scenes import chart_id, check_chosen, chosen_scenes
from viewer.export.table import Export
from viewer.model import ViewerError
from viewer.settings import atomic_write, is_file, is_folder

_WORD = re.compile(r"\w+")
_LONGEST = 40
"""Characters of an id in a file name; a system takes 255 bytes, and a hanzi is three."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made; with `foldered` its folder is made too, if it is not there."""

    path: Path
    options: Options
    foldered: bool = False


def plan(takeaway: Takeaway, row: Export, target: Path, options: Options) -> tuple[Job, ...]:
    """What files an export makes: one, or of pictures into a folder one for each chart.

    ViewerError for a chart or section that is not there.
    """
    check_chosen(takeaway, options)
    if not row.pictures or (target.suffix and not is_folder(target)):
        return (Job(target, options),)
    return tuple(_a_file_each(takeaway, row, target, options))


def existing(jobs: tuple[Job, ...]) -> tuple[Path, ...]:
    """The files that would be replaced; nobody replaces them silently."""
    return tuple(job.path for job in jobs if is_file(job.path))


def save(takeaway: Takeaway, row: Export, jobs: tuple[Job, ...], watch: Watch) -> None:
    """Make all files, then write them; a cancelled or failed making writes nothing.

    Raises CancelledError, or ViewerError with what stands in the way; old files then stay.
    """
    made = make_all(takeaway, row, jobs, watch)
    if jobs[0].foldered:
        _make_folder(jobs[0].path.parent)
    for job, data in zip(jobs, made, strict=True):
        atomic_write(job.path, data)


def make_all(
    takeaway: Takeaway, row: Export, jobs: tuple[Job, ...], watch: Watch
) -> tuple[bytes, ...]:
    """The bytes of each file. Raises CancelledError or ViewerError."""
    make = row.load()
    made = [
        make(takeaway, job.options, _part(watch, number, len(jobs)))
        for number, job in enumerate(jobs)
    ]
    watch.step(1, 1)
    return tuple(made)


def _a_file_each(takeaway: Takeaway, row: Export, folder: Path, options: Options) -> Iterator[Job]:
    for number, (section, scene) in enumerate(chosen_scenes(takeaway, options), start=1):
        name = f"{number:02d}-{_plain(section.id)}-{_plain(scene.id)}{row.suffixes[0]}"
        one = replace(options, charts=(chart_id(section, scene),), sections=())
        yield Job(folder / name, one, foldered=True)


def _plain(said: str) -> str:
    """What of an id can stand in a file name: one may hold a unit, and a unit any words at all, a
    way to another folder among them."""
    return "-".join(_WORD.findall(said))[:_LONGEST]


def _part(watch: Watch, number: int, total: int) -> Watch:
    """The watch of one file among several: its steps are a part of the whole."""
    if total == 1:
        return watch

    def tell(done: int, of: int) -> None:
        watch.progress(number * 100 + 100 * done // max(1, of), total * 100)

    return replace(watch, progress=tell)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ViewerError("export-folder", path=str(folder), why=error.strerror or "") from error
