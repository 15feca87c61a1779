"""Figures that only measure others: an average, a limit, a norm that a level is held against."""

from __future__ import annotations

import re

from viewer.relations.wording import HELD_AGAINST

_HOLDS_AGAINST = re.compile(
    r"\b(?:above|below|over|under|than|against|from|exceed\w*|short of|compared with)\b[^.;,0-9]*$",
    re.IGNORECASE,
)


def is_standard(clause: str) -> bool:
    """Whether the words before a figure hold another against it: below its long-term average of."""
    found = HELD_AGAINST.search(clause)
    return found is not None and _HOLDS_AGAINST.search(clause[: found.start()]) is not None
