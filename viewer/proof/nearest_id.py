"""Names the metric that an author may have meant."""

from __future__ import annotations

from difflib import get_close_matches

from viewer.briefing import Section
from viewer.proof.shown import shown
from viewer.proof.values import Known

_MOST = 40
"""How many ids are compared closely: the comparison is slow, and a file may have thousands."""


def nearest_id(wrong: str, section: Section, known: Known) -> str:
    """The id most like `wrong`, of this section if possible; a dash where there is no metric."""
    here = [metric.id for metric in section.metrics]
    close = get_close_matches(wrong, here[:_MOST], 1, 0.6)
    if close:
        return shown(close[0])
    alike = [
        id_ for id_ in known.metrics if id_[:2] == wrong[:2] or abs(len(id_) - len(wrong)) <= 1
    ]
    nearest = get_close_matches(wrong, alike[:_MOST] or here[:_MOST], 1, 0.0)
    return shown(nearest[0]) if nearest else "—"
