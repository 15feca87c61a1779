"""An author accepts what a draft doubted: one `review:` leaves the file, every other byte stays."""

from __future__ import annotations

import re
from dataclasses import replace

from viewer.datafile.reading import read_briefing
from viewer.datafile.write import write_briefing
from viewer.model import Briefing, ViewerError

_BLOCK = re.compile(rb":[ ]*[|>][-+0-9]*[ ]*(?:#.*)?\r?\n?$")
_REVIEW = re.compile(rb"^[ ]*review[ ]*:(?=[ \r\n]|$)")


def without_review(data: bytes, metric: str) -> bytes:
    """The bytes of a data file less the lines of the `review` of the metric `metric`.

    Raises ViewerError `review-gone` where there is no such doubt, `review-not-alone` where it does
    not stand on lines of its own; what is given back reads as before but for that doubt.
    """
    before = read_briefing(data)
    path = _path_of(before.briefing, metric)
    place = before.locate(f"{path}.review") if path else None
    if before.briefing is None or place is None:
        raise ViewerError("review-gone", id=metric)
    lines = data.splitlines(keepends=True)
    start = _start(lines, place.line - 1)
    if start is None:
        raise ViewerError("review-not-alone", line=place.line)
    kept = b"".join([*lines[:start], *lines[_end(lines, start) :]])
    after = read_briefing(kept)
    same = after.briefing is not None and len(after.issues) <= len(before.issues)
    if not same or _said(after.briefing) != _said(_accepted(before.briefing, metric)):
        raise ViewerError("review-not-alone", line=place.line)
    return kept


def _start(lines: list[bytes], at: int) -> int | None:
    """The line that the field begins on: its value may stand on the line below its name."""
    for line in (at, at - 1):
        if 0 <= line < len(lines) and _REVIEW.match(lines[line]):
            return line
    return None


def _end(lines: list[bytes], start: int) -> int:
    """Where the lines end that belong to the field: those further in, and blank ones between.

    A line of comment ends it too, unless it is one of the lines of a block.
    """
    depth = _depth(lines[start])
    end = at = start + 1
    inner = next((_depth(line) for line in lines[end:] if line.strip()), 0)
    block = _BLOCK.search(lines[start]) is not None
    while at < len(lines) and (not lines[at].strip() or _depth(lines[at]) > depth):
        if lines[at].lstrip().startswith(b"#") and not (block and _depth(lines[at]) >= inner):
            break
        at += 1
        end = at if lines[at - 1].strip() else end
    return end


def _depth(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _path_of(briefing: Briefing | None, metric: str) -> str:
    sections = briefing.sections if briefing is not None else ()
    found = (m.path for s in sections for m in s.metrics if m.id == metric and m.review)
    return next(found, "")


def _accepted(briefing: Briefing, metric: str) -> Briefing:
    sections = tuple(
        replace(
            section,
            metrics=tuple(replace(m, review="") if m.id == metric else m for m in section.metrics),
        )
        for section in briefing.sections
    )
    return replace(briefing, sections=sections)


def _said(briefing: Briefing | None) -> str:
    return "" if briefing is None else write_briefing(briefing)
