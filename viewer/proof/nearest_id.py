"""Names what an author may have meant by an id that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice

from viewer.model import Section
from viewer.proof.message_format import shown
from viewer.proof.values import Known

_MOST = 60
"""How many ids are compared closely: the comparison is slow, and a file may have thousands."""
_LOOKED = 500
"""How many ids are looked at."""
_LOOKED_LETTERS, _COMPARED_LETTERS = 20_000, 1_500
"""How many letters of ids are looked at, and compared closely, at most: what either costs goes by
letters, and the ids of a hostile file are long."""
_LISTED = 6
_LIKE = 0.6


def nearest_id(wrong: str, section: Section, known: Known) -> str:
    """The id most like `wrong`, of this section if possible.

    Where none is like it, the first ids of the section; a dash where there is no metric.
    """
    looked = _LOOKED if known.ids.spend() else 0
    here = (metric.id for metric in islice(section.metrics, looked))
    for ids in (here, islice(known.metrics, looked)):
        close = get_close_matches(wrong, _most_shared_letters(wrong, ids), 1, _LIKE)
        if close:
            return shown(close[0])
    listed = [metric.id for metric in section.metrics[: _LISTED + 1]]
    return _listed(listed or list(islice(known.metrics, _LISTED + 1)))


def nearest(wrong: str, ids: Sequence[str]) -> str:
    """The id most like `wrong`; where none is, the first ones; a dash where there is none."""
    close = get_close_matches(wrong, _most_shared_letters(wrong, islice(ids, _LOOKED)), 1, _LIKE)
    return shown(close[0]) if close else _listed(list(ids[: _LISTED + 1]))


def _listed(ids: list[str]) -> str:
    return shown(" / ".join(ids[:_LISTED] + ["…"] * (len(ids) > _LISTED))) or "—"


def _most_shared_letters(wrong: str, ids: Iterable[str]) -> list[str]:
    """So many ids that share the most letters with `wrong`, which is quickly seen."""
    letters = set(wrong)
    seen = [
        (len(letters ^ set(id_)) + abs(len(id_) - len(wrong)), id_)
        for id_ in _within(_LOOKED_LETTERS, ids)
    ]
    closest = (id_ for _, id_ in sorted(seen)[:_MOST])
    return list(_within(_COMPARED_LETTERS, closest, beside=len(wrong)))


def _within(letters: int, ids: Iterable[str], beside: int = 0) -> Iterator[str]:
    """The first ids that have no more letters than these together, each with `beside` more."""
    for id_ in ids:
        letters -= len(id_) + beside
        if letters < 0:
            return
        yield id_
