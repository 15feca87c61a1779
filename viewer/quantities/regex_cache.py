"""Regular expressions compiled when first used, so that importing the scanner stays cheap."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled form of `source`; the program's own sources only, so the cache stays small."""
    return re.compile(source, flags)
