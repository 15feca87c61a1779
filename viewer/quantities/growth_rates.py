"""Labels that name a rate of growth: what it is measured against is part of its name."""

from __future__ import annotations

import re

from viewer.quantities.agree import is_percent
from viewer.quantities.regex_cache import pattern
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import any_of

_TIME = r"(?:（[^）]*）| ?\([^)]*\))?$"
_CHINESE = rf"(?:{any_of('zh', 'change.rate', but='.*[额量]')}){_TIME}"
_ENGLISH = f"{any_of('en', 'change.rate')}"


def names_growth_rate(label: str, unit: str) -> bool:
    """Whether a label is the name of a rate of growth: 投资增速, inflation in December.

    Its percentages need no base of their own. `unit` is that of the figure.
    """
    if not is_percent(unit):
        return False
    return bool(
        pattern(_CHINESE).search(simplified(label))
        or pattern(_ENGLISH, re.IGNORECASE).search(label)
    )
