"""The language of a section's own words: what is said of them is said in it.

A chart is in one language, that of its section: its title and labels are the section's words, so
what the viewer adds to them (bounds, the line below the title, the hint, the sentences for a voice,
its copies and its caption) is said in their language. An exported file is in the language of the
whole briefing, the heads of its tables too. Menus, heads of tables in the window and messages are
the viewer's, in the language of the reader.
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
    return words_in(language or (briefing.language if briefing else ""), words)


def briefing_words(briefing: Briefing, words: Words) -> Words:
    """The catalogue of a whole briefing's language: that of its passages, else the one it names."""
    passages = "".join(section.passage.text[:_ENOUGH] for section in briefing.sections)
    return words_in(_known(passages[:_ENOUGH]) or briefing.language, words)


def words_in(language: str, words: Words) -> Words:
    """The catalogue of a language; `words` where there is none, or where they are in it."""
    try:
        own = load(language or words.language)
    except ViewerError:
        return words
    return words if words.language == own.language else own
