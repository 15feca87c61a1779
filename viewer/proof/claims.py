"""What a finding claims: its numbers, directions, orders and superlatives, read from its words.

A finding is the sentence that an author sets over a chart. This module reads it; whether the
figures of the chart carry what it claims is for `viewer.proof.supported` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.language import is_english, paragraph_language
from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.proof.charted import ChartedPoint
from viewer.quantities import scan
from viewer.quantities.normalize import fold
from viewer.quantities.vocabulary import Found, Matcher

_CLAUSE = compiled(r"[，,；;。]\s*|\.\s+")
SINCE = compiled(r"(?:\bsince\s+(\d{4}))|(?:(\d{4})\s*年?(?:以来|来|之后))", re.IGNORECASE)
"""The year from which on periods are compared."""
_CHANGES = {
    "zh": ("change.idiom", "change.rate", "change.verb", "change.close"),
    "en": ("change.idiom", "change.noun", "change.verb", "change.after", "change.beside"),
}
_COMPARISONS = ("superlative", "order")


class Drawn(NamedTuple):
    """A figure that a chart shows, as the claims of a finding are held against it.

    `names` are its label and, in a series, its period; `level` the key of the figure at whose end
    it stands; `whole` is whether it is there only as the whole of others; `span` is where the
    passage proves it, None where nothing does.
    """

    figure: ChartedPoint
    names: tuple[str, ...]
    level: str = ""
    whole: bool = False
    span: Span | None = None

    @property
    def key(self) -> str:
        """The key of the figure."""
        return self.figure.point.key

    @property
    def is_change(self) -> bool:
        """Whether it is a change."""
        return self.figure.metric.kind is Kind.CHANGE


class Name(NamedTuple):
    """A label or a period of figures, where a finding names it."""

    span: Span
    keys: frozenset[str]
    period: bool


class Claims(NamedTuple):
    """The words of a finding that claim something, each with its place in `text`.

    `directions` are words of change, `superlatives` and `orders` words of comparison; none lies
    within a name.
    """

    text: str
    language: str
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    directions: tuple[Found, ...]
    superlatives: tuple[Found, ...]
    orders: tuple[Found, ...]

    def clause(self, at: int) -> Span:
        """The clause around a place."""
        start = 0
        for stop in _CLAUSE.finditer(self.text):
            if stop.start() >= at:
                return Span(start, stop.start())
            start = stop.end()
        return Span(start, len(self.text))

    def before(self, at: int, period: bool = False) -> Name | None:
        """The last name of a figure, or of a period, before a place.

        The year from which on periods are compared (2017年以来) is that of no figure.
        """
        found = [n for n in self.names if n.span.end <= at and n.period is period]
        since = SINCE.search(self.text) if period else None
        if since is not None:
            found = [n for n in found if not since.start() <= n.span.start < since.end()]
        return found[-1] if found else None

    def after(self, at: int) -> Name | None:
        """The first name of a figure behind a place."""
        return next((n for n in self.names if n.span.start >= at and not n.period), None)


def claims_of(text: str, drawn: Sequence[Drawn], language: str) -> Claims:
    """What `text` claims of the figures that a chart shows."""
    spoken = "en" if is_english(paragraph_language(text)) else "zh"
    names = tuple(_names(text, drawn))
    found = [one for one in _words(spoken).found(fold(text)) if not _within(one, names)]
    orders = [one for one in found if one.entry.category == "order"]
    said = [
        _without_bound(q, text, orders) for q in scan(text, language) if not _inside(q.span, names)
    ]
    return Claims(
        text,
        spoken,
        names,
        tuple(said),
        tuple(one for one in found if _is_direction(one)),
        tuple(one for one in found if one.entry.category == "superlative"),
        tuple(orders),
    )


def _is_direction(one: Found) -> bool:
    """Whether a word says where a change goes; a single 多 or 高 is a word of order."""
    if one.entry.category == "change.close" and one.entry.word in "多高快低少慢":
        return False
    return one.entry.sense in ("up", "down")


def _without_bound(quantity: Quantity, text: str, orders: Iterable[Found]) -> Quantity:
    """A quantity without the bound that is none: 超过 and 多 here compare it with another."""
    ahead = any(quantity.words.start <= one.start < quantity.span.start for one in orders)
    behind = text[quantity.span.end : quantity.words.end].strip() == "多"
    more = behind and text[quantity.words.end :].lstrip()[:1].isdigit()
    return replace(quantity, qualifier=Qualifier.EXACT) if ahead or more else quantity


@lru_cache(maxsize=2)
def _words(language: str) -> Matcher:
    """Words of comparison go before words of change that are spelt alike (高于)."""
    return Matcher(language, (*_COMPARISONS, *_CHANGES[language]))


def _names(text: str, drawn: Sequence[Drawn]) -> Iterable[Name]:
    keys: dict[tuple[str, bool], set[str]] = {}
    for one in drawn:
        for at, name in enumerate(one.names):
            if name:
                keys.setdefault((name, at > 0), set()).add(one.key)
    if not keys:
        return
    longest = sorted(keys, key=lambda named: (-len(named[0]), named[1]))
    known = dict(reversed(longest))
    for found in re.finditer("|".join(re.escape(name) for name, _ in longest), text):
        period = known[found.group()]
        named = frozenset(keys[found.group(), period])
        yield Name(Span(found.start(), found.end()), named, period)


def _within(one: Found, names: Iterable[Name]) -> bool:
    return _inside(Span(one.start, one.end), names)


def _inside(span: Span, names: Iterable[Name]) -> bool:
    return any(name.span.start < span.end and span.start < name.span.end for name in names)
