"""Whether words can be the name of a number: a noun phrase, no fragment of a clause."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from viewer.quantities.regex_cache import pattern
from viewer.quantities.units import listed

_PERSONAL = frozenset(listed("i we you he she they us me him"))
_JOINING = frozenset(
    listed("so because although though unless until if when while whereas and but or nor yet than")
)
_PLACING = frozenset(
    listed("""
on in at by of to from with within without into onto upon through during since per via towards
despite beneath beyond except
""")
)
_RELATIVE = frozenset(listed("who which that whom whose"))
_FINITE = frozenset(
    listed("""
is are was were has have had does did do will would could should might may must can shall
""")
)
_LONE = frozenset(
    listed("""
worse better more less fewer higher lower most least even also just only still then thus there here
however instead indeed again almost nearly about around roughly overall together respectively
meanwhile altogether not never always often further otherwise therefore moreover nonetheless too
very away ahead behind above below apart event way fact addition particular turn place
""")
)
_HALF = frozenset(
    listed("""
the a an our its their your his her my own this these those every each such which whose
and or but so because although than that who not very been being
""")
)
_BARE_PASTS = frozenset(listed("got went took gave did said came"))
"""Pasts that are no participles, so that no noun before them is what was done: way there got."""
_HEADING = r"(?:^|\n)[ \t#*]*([A-Z][A-Za-z][A-Za-z ,'&-]{1,48})[ \t]*\n"
_CLAUSE = r" (?:that|who|which|where|whom|what|how|whether|if)\b"


@lru_cache(maxsize=2048)
def is_name(words: str) -> bool:
    """Whether words are a noun phrase: with no person who speaks, no joining word at its
    beginning, no verb without its noun, no bare adverb or preposition, no article at its end."""
    outside = pattern(_CLAUSE).split(words, maxsplit=1)[0]
    plain = [word.strip(",'’:").lower() for word in outside.split()]
    if not plain:
        return False
    if plain == ["those"]:
        return outside != words
    if len(plain) == 1:
        return plain[0] not in _LONE | _PLACING | _JOINING | _FINITE | _PERSONAL | _HALF | _RELATIVE
    if plain[0] in _JOINING | _FINITE | _PLACING | _RELATIVE or plain[-1] in _HALF | _BARE_PASTS:
        return False
    return not any(word in _PERSONAL and not _is_capital(outside) for word in plain)


def _is_capital(words: str) -> bool:
    """Whether a pronoun by its letters is an abbreviation: US exports, Phase I."""
    return pattern(r"\b(?:US|ME|HE|I)\b").search(words) is not None


def first_name(candidates: Iterable[str]) -> str:
    """The first of some words that can be a name; '' for none."""
    return next((words for words in candidates if words and is_name(words)), "")


def heading_over(folded: str, start: int) -> str:
    """The heading that the words at `start` stand under; '' for none."""
    found = list(pattern(_HEADING).finditer(folded, 0, start))
    return found[-1].group(1).strip() if found else ""
