"""`export`: a briefing as a file for others, or its charts as a folder of pictures."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.commands.terminal import is_standard_output, is_terminal, tell, write_stdout
from viewer.export.chart_images import LARGEST
from viewer.export.context import Options, Watch, takeaway_of
from viewer.export.save import Job, existing, make_all, plan, save
from viewer.export.table import EXPORTS, Export, by_name, by_suffix
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.pipeline import open_briefing

SCALES = (1, 2, 4)
TOLD = {
    "charts": "--chart",
    "scale": "--scale",
    "width": "--width",
    "slides": "--slides",
    "notes": "--notes",
}
"""The options that not every format takes, as they are typed."""


def run(argv: Sequence[str], words: Words) -> int:
    """Export one briefing; 0 when it was written. What stands in the way is a ViewerError."""
    given = _parser(words).parse_args(argv)
    source, target = Path(given.file), Path(given.output)
    to_output = is_standard_output(given.output)
    if to_output and not given.to:
        raise ViewerError("export-output-kind", kinds=_kinds())
    row = by_name(given.to) if given.to else by_suffix(target)
    options = _options(given, row)
    takeaway = takeaway_of(open_briefing(source), words)
    if takeaway.errors and not given.force:
        raise ViewerError("export-errors", n=len(takeaway.errors))
    jobs = plan(takeaway, row, target, options)
    if not jobs:
        raise ViewerError("export-no-charts")
    notes: list[str] = []
    watch = Watch(_Line(words).tell if sys.stderr.isatty() else _nothing, note=notes.append)
    if to_output:
        _write_output(make_all(takeaway, row, _one(jobs), watch)[0], row)
    else:
        _refuse(jobs, source, overwrite=given.overwrite)
        save(takeaway, row, jobs, watch)
        for job in jobs:
            tell(words("export.written", path=job.path))
    for note in notes:
        print(words(note), file=sys.stderr)
    return 0


def _one(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """ViewerError where several files would stand behind each other on standard output."""
    if len(jobs) > 1:
        raise ViewerError("export-output-several", n=len(jobs))
    return jobs


def _write_output(data: bytes, row: Export) -> None:
    """The file on standard output; ViewerError rather than show a terminal what is no text."""
    if is_terminal() and not _is_text(data):
        raise ViewerError("export-output-binary", format=row.name)
    write_stdout(data)


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _kinds() -> str:
    return " ".join(row.name for row in EXPORTS)


def _parser(words: Words) -> Arguments:
    def told(name: str, **params: object) -> str:
        return words(f"command.export.{name}", **params)

    kinds = _kinds()
    parser = Arguments("export", words)
    parser.add_argument("file", metavar="FILE", help=told("file"))
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=told("output"))
    parser.add_argument("--to", metavar="KIND", help=told("to", kinds=kinds))
    parser.add_argument("--chart", action="append", default=[], metavar="ID", help=told("chart"))
    parser.add_argument(
        "--section", action="append", default=[], metavar="ID", help=told("section")
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--scale", type=int, choices=SCALES, default=1, help=told("scale"))
    size.add_argument("--width", type=int, metavar="PIXELS", help=told("width"))
    parser.add_argument("--slides", action="store_true", help=told("slides"))
    spoken = parser.add_mutually_exclusive_group()
    spoken.add_argument("--notes", action="store_true", default=None, help=told("notes"))
    spoken.add_argument(
        "--no-notes", dest="notes", action="store_false", default=None, help=told("no-notes")
    )
    parser.add_argument("--force", action="store_true", help=told("force"))
    parser.add_argument("--overwrite", action="store_true", help=told("overwrite"))
    return parser


def _options(given: Namespace, row: Export) -> Options:
    """The options; ViewerError for one that means nothing to the format."""
    if given.width is not None and not 64 <= given.width <= LARGEST:
        raise ViewerError("export-width", width=given.width, least=64, most=LARGEST)
    options = Options(
        charts=tuple(given.chart),
        sections=tuple(given.section),
        scale=given.scale,
        width=given.width,
        slides=given.slides,
        notes=given.notes,
    )
    for name, told in TOLD.items():
        if name not in row.takes and getattr(options, name) != getattr(Options(), name):
            raise ViewerError("export-option", option=told, format=row.name)
    return options


def _refuse(jobs: tuple[Job, ...], source: Path, *, overwrite: bool) -> None:
    """Never replace a file unasked, and never the data file itself."""
    there = existing(jobs)
    if any(path.samefile(source) for path in there):
        raise ViewerError("export-onto-source", path=str(source))
    if there and not overwrite:
        raise ViewerError("export-exists", path=str(there[0]))


def _nothing(done: int, total: int) -> None:
    del done, total


class _Line:
    """Progress on one line of the terminal."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._shown = -1

    def tell(self, done: int, total: int) -> None:
        """Show the percentage when it has changed; the line is cleared at the end."""
        percent = 100 * done // max(1, total)
        if percent == self._shown:
            return
        self._shown = percent
        line = "" if percent >= 100 else self._words("export.progress", percent=percent)
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
