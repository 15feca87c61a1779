"""Names the metric that an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from viewer.model import Section
from viewer.proof.message_format import shown
from viewer.proof.values import Known

_MOST = 60
"""How many ids are compared closely: the comparison is slow, and a file may have thousands."""
_LOOKED = 2_000
_LISTED = 6
_LIKE = 0.6


def nearest_id(wrong: str, section: Section, known: Known) -> str:
    """The id most like `wrong`, of this section if possible.

    Where none is like it, the first ids of the section; a dash where there is no metric.
    """
    looked = _LOOKED if known.ids.spend() else 0
    here = [metric.id for metric in section.metrics[:looked]]
    for ids in (here, list(islice(known.metrics, looked))):
        close = get_close_matches(wrong, _alike(wrong, ids), 1, _LIKE)
        if close:
            return shown(close[0])
    listed = [metric.id for metric in section.metrics[: _LISTED + 1]]
    listed = listed or list(islice(known.metrics, _LISTED + 1))
    return shown(" / ".join(listed[:_LISTED] + ["…"] * (len(listed) > _LISTED))) or "—"


def _alike(wrong: str, ids: Iterable[str]) -> list[str]:
    """So many ids that share the most letters with `wrong`, which is quickly seen."""
    letters = set(wrong)
    seen = [(len(letters ^ set(id_)) + abs(len(id_) - len(wrong)), id_) for id_ in ids]
    return [id_ for _, id_ in sorted(seen)[:_MOST]]
