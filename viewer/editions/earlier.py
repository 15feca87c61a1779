"""The earlier edition that a data file names: read, proven, and paired with the file's figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from viewer.datafile import read_briefing, read_bytes
from viewer.editions.comparison import compare_editions
from viewer.editions.difference import difference
from viewer.editions.entries import Edition
from viewer.editions.match import Pair
from viewer.editions.period import Period
from viewer.editions.wording import edition_name
from viewer.model import Briefing, Earlier, Issue, Place, Proof, Severity, ViewerError
from viewer.proof import prove
from viewer.proof.comparison import Incomparable

_ELSEWHERE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:|\\")
"""What a path begins with that leads out of the folder: a drive, an address; or another's slash."""
_SUFFIXES = (".yaml", ".yml")
_PATH = "previous"

Found = tuple[tuple[Earlier, ...], tuple[Issue, ...]]


def earlier_of(briefing: Briefing, proof: Proof, file: Path) -> Found:
    """The figures of the earlier edition that surely are the same measure, in the order of the
    file; warnings where there are none to be had. The file is read as any other, within limits."""
    name = briefing.previous
    if not _is_beside(name):
        return (), (_warning("previous-path", {"file": name}),)
    try:
        data = read_bytes(file.parent / name)
    except ViewerError:
        return (), (_warning("previous-unread", {"file": name}),)
    old = _proven(data)
    if old is None:
        return (), (_warning("previous-unsound", {"file": name}),)
    if old[0].sections == briefing.sections:
        return (), (_warning("previous-same", {"file": name}),)
    found = compare_editions(old, (briefing, proof))
    if _is_later(found.old.period, found.new.period):
        return (), (_warning("previous-later", {"file": name}),)
    told = tuple(_earlier(pair, found.old, found.new) for pair in found.sure)
    return told, () if told else (_warning("previous-unlike", {"file": name}),)


def _is_later(old: Period | None, new: Period | None) -> bool:
    """Whether the edition that should be the earlier one surely is about a later time."""
    if old is None or new is None or old.year is None or new.year is None:
        return False
    return (old.year, old.last) > (new.year, new.last)


def _is_beside(name: str) -> bool:
    """Whether a path is that of a data file in the folder of the file or below it."""
    path = PurePosixPath(name)
    leads_out = path.is_absolute() or ".." in path.parts or _ELSEWHERE.search(name)
    return not leads_out and "\0" not in name and path.suffix.lower() in _SUFFIXES


@lru_cache(maxsize=1)
def _proven(data: bytes) -> tuple[Briefing, Proof] | None:
    """The earlier edition with its proof; None where anything in it is wrong. Kept for the edits
    of the file that names it."""
    reading = read_briefing(data)
    if reading.briefing is None:
        return None
    proof = prove(reading.briefing)
    wrong = (one.severity is Severity.ERROR for one in (*reading.issues, *proof.issues))
    return None if any(wrong) else (reading.briefing, proof)


def _earlier(pair: Pair, old: Edition, new: Edition) -> Earlier:
    entry = pair.old
    return Earlier(
        pair.new.key,
        entry.section,
        entry.metric,
        entry.point,
        entry.figure,
        edition=edition_name(old.briefing),
        comparable=difference(pair, old, new).reason is not Incomparable.PERIODS,
    )


def _warning(code: str, params: Mapping[str, object]) -> Issue:
    return Issue(code, Severity.WARNING, Place(), _PATH, params)
