"""The language of a section's own words: what joins them on the drawing is said in it.

Title and drawing (labels, values, the words of a bound, what is said beside a value) are the
section's words, so the viewer completes them in their language. The line below the title, the
hint, the sentences for a voice and every menu are the viewer's, in the language of the reader.
"""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.i18n import Words, load
from viewer.model import Briefing, Section, ViewerError

_HAN = re.compile("[㐀-鿿]")
_LATIN = re.compile("[A-Za-z]+")
_ENOUGH = 2000
"""So many characters of a passage tell its language."""


def own_words(section: Section, briefing: Briefing | None, words: Words) -> Words:
    """The catalogue of the section's language: that of the passage, else that of the briefing.

    Where it cannot be read the reader's own language has to do.
    """
    language = language_of(section.passage.text[:_ENOUGH])
    language = language or (briefing.language if briefing else words.language)
    try:
        own = _loaded("en" if language.lower().startswith("en") else "zh_CN")
    except ViewerError:
        return words
    return words if words.language == own.language else own


@lru_cache(maxsize=64)
def language_of(text: str) -> str:
    """`zh_CN` where hanzi are as many as Latin words or more, else `en`; empty for neither."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if not han and not latin:
        return ""
    return "zh_CN" if han >= latin else "en"


@lru_cache(maxsize=2)
def _loaded(language: str) -> Words:
    return load(language)
