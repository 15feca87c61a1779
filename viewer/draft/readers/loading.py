"""Runs the reader of one kind over bytes: the one boundary for whatever a library raises."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace

from viewer.datafile.report_kinds import ReportKind
from viewer.draft.readers.radicals import restored
from viewer.draft.readers.report import Block, Report, Shape, clean
from viewer.model import Source, ViewerError

Cancelled = Callable[[], bool]
Load = Callable[..., Report]
"""A reader: of the bytes, the encoding, and what says whether it is cancelled; of a kind that is
`lockable` also of the password."""

MAX_CHARACTERS = 6_000_000
"""The longest text a draft is made of: some thousand pages, still a file that opens."""


_NO_MEMORY = ("failed to map segment", "annot allocate memory")
"""What the system's loader says of a library that finds no room, which Python raises as it is."""


def load_report(
    kind: ReportKind, data: bytes, encoding: str, cancelled: Cancelled, password: str = ""
) -> Report:
    """The report in `data`, its characters cleaned; `password` opens a file that asks for one.

    Raises nothing but ViewerError: what the reader says, `draft-over-memory`, `part-missing` for a
    library that is not installed, or `draft-broken` for anything else that was raised.
    """
    module, _, function = kind.reader.partition(":")
    try:
        load: Load = getattr(importlib.import_module(module), function)
        opening = (password,) if kind.lockable else ()
        return _sized(_cleaned(load(data, encoding, cancelled, *opening)))
    except ViewerError:
        raise
    except MemoryError:
        raise ViewerError("draft-over-memory") from None
    except ModuleNotFoundError as error:
        raise ViewerError("part-missing", part=(error.name or "").partition(".")[0]) from error
    except Exception as error:  # the readers' libraries promise nothing about damaged files
        if any(words in str(error) for words in _NO_MEMORY):
            raise ViewerError("draft-over-memory") from error
        reason = f"{type(error).__name__}: {error}"[:200]
        raise ViewerError("draft-broken", kind=kind.label, reason=reason) from error


def _cleaned(report: Report) -> Report:
    """The report without characters that no file can carry, which entities spell out after the
    bytes were cleaned, and with characters for radicals: what is copied from a PDF has them.
    """
    return replace(
        report,
        blocks=tuple(made for block in report.blocks if (made := _cleaned_block(block)).text),
        title=_line(report.title),
        source=_cleaned_source(report.source),
        dropped=tuple(map(_line, report.dropped)),
        margin=tuple(map(_line, report.margin)),
        site=_line(report.site),
    )


def _cleaned_block(block: Block) -> Block:
    text = restored(clean(block.text))
    if text == block.text:
        return block
    if block.shape is Shape.TABLE:
        lines = (line.rstrip() for line in text.split("\n"))
        return replace(block, text="\n".join(line for line in lines if line.strip()))
    return replace(block, text=" ".join(text.split("\n")).strip())


def _cleaned_source(source: Source) -> Source:
    authors = tuple(filter(None, map(_line, source.authors)))
    publication, date = _line(source.publication), _line(source.date)
    return replace(source, publication=publication, date=date, authors=authors)


def _line(text: str) -> str:
    return " ".join(restored(clean(text)).split("\n")).strip()


def _sized(report: Report) -> Report:
    length = sum(len(block.text) for block in report.blocks)
    if not length:
        raise ViewerError("draft-empty")
    if length > MAX_CHARACTERS:
        raise ViewerError("draft-too-long", length=length, most=MAX_CHARACTERS)
    return report
