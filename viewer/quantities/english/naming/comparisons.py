"""What an English change is held against, where its label should say so: 0.2 points lower than in
December, 14 more than a year ago, 1.4 points above the target."""

from __future__ import annotations

from viewer.quantities.english.times import time_of_base
from viewer.quantities.regex_cache import pattern

_COMPARED = (
    r"^(?:%| per ?cent| percent)? (?P<how>(?:higher|lower|more|less|fewer|better|worse|longer|"
    r"shorter|"
    r"faster|slower|cheaper|dearer|larger|smaller|greater|above|below|short of|ahead of))"
    r"(?P<than> than)?(?P<base>(?: (?!(?:which|while|but|and|after|as|because|when|to)\b)"
    r"[A-Za-z][\w'-]*){0,7}(?: (?:19|20)[0-9]{2}\b(?: (?:level|figure|total|peak|average))?)?)"
)
_ALONE = ("above", "below", "short of", "ahead of")
_LOOSE = (
    r"(?: (?:the|a|an|its|their|our|of|in|at|by|for|from|to|with|than|recorded|reported|seen|"
    r"posted|"
    r"charged|shipped|set|reached|that|about|around))+$"
)
_MOST = 6


def compared(ahead: str) -> str:
    """The words of a comparison behind a change, with a space before them; '' for none."""
    found = pattern(_COMPARED).match(ahead)
    if found is None:
        return ""
    how, base = found["how"], pattern(_LOOSE).sub("", found["base"])
    if how in _ALONE:
        return f" {how}{base}" if base and not found["than"] and _is_short(base) else ""
    if not found["than"]:
        return ""
    if not base and (time := time_of_base(ahead[found.end("than") - len(" than") :])):
        return f" {how} than {time}"
    if base and _is_short(base):
        return f" {how} than{base}"
    return "" if how in ("more", "less", "fewer") else f" {how}"


def _is_short(base: str) -> bool:
    return len(base.split()) <= _MOST
