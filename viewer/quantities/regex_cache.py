"""Regular expressions compiled when first used, so that importing the scanner stays cheap.

A source may hold `vocabulary.any_of(...)`; the words are put in when it is compiled.
"""

from __future__ import annotations

import re
from functools import cache

from viewer.expressions import compiled
from viewer.quantities import lexicon
from viewer.quantities.vocabulary import with_words


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled form of `source`; the program's own sources only, so the cache stays small."""
    return compiled(source, flags, with_words, lexicon.DIGEST)
