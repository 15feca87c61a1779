"""The language of a section's own words: what joins them on the drawing is said in it.

Title and drawing (labels, values, the words of a bound, what is said beside a value) are the
section's words, so the viewer completes them in their language. The line below the title, the
hint, the sentences for a voice and every menu are the viewer's, in the language of the reader.
"""

from __future__ import annotations

from functools import lru_cache

from viewer.i18n import Words, load
from viewer.language import language_of
from viewer.model import Briefing, Section, ViewerError

_ENOUGH = 2000
"""So many characters of a passage tell its language."""
_known = lru_cache(maxsize=64)(language_of)


def own_words(section: Section, briefing: Briefing | None, words: Words) -> Words:
    """The catalogue of the section's language: that of the passage, else that of the briefing.

    Where it cannot be read the reader's own language has to do.
    """
    language = _known(section.passage.text[:_ENOUGH])
    language = language or (briefing.language if briefing else words.language)
    try:
        own = _loaded(language)
    except ViewerError:
        return words
    return words if words.language == own.language else own


@lru_cache(maxsize=8)
def _loaded(language: str) -> Words:
    return load(language)
