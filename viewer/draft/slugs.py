"""Short ASCII ids that stay the same when a report is drafted again after small edits."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache

from viewer.model import Kind
from viewer.quantities.normalize import fold
from viewer.quantities.vocabulary import entries

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{1,}")
_SMALL = frozenset({
    "the", "and", "of", "in", "on", "at", "to", "for", "by", "with", "from", "its", "their", "was",
    "were", "has", "have", "an", "is", "are",
})  # fmt: skip
_MOST_WORDS = 3
_HASH = 4

_BY_KIND = {Kind.COUNT: "count", Kind.AMOUNT: "amount", Kind.SHARE: "share", Kind.CHANGE: "change"}


def slug(text: str) -> str:
    """The first English words of a text, joined by hyphens; empty where it has none."""
    words = [word.lower() for word in _WORD.findall(text)]
    return "-".join([word for word in words if word not in _SMALL][:_MOST_WORDS])[:40].strip("-")


def digest(*parts: str) -> str:
    """A few letters and digits that these words, white space aside, always come to."""
    said = "\x1f".join("".join(part.split()) for part in parts)
    made = hashlib.blake2s(said.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    return base64.b32encode(made).decode().lower()[:_HASH]


@cache
def _by_unit() -> Mapping[str, str]:
    """What an id calls each unit."""
    return {one.word: one.sense for one in entries("zh", "unit.id")}


class Ids:
    """Hands out ids of one file; the second of one name takes a number."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def section(self, title: str) -> str:
        """The id of a section, from its title: the lead has none and is `lead`."""
        if not title:
            return self.free("lead")
        words = slug(title) if title.isascii() else ""
        return self.free(words or f"part-{digest(title)}")

    def metric(self, label: str, unit: str, kind: Kind) -> str:
        """The id of a metric, from what it measures, never from its value or its place."""
        words = slug(label) if label.replace("’", "'").isascii() else ""
        name = words or _by_unit().get(fold(unit.strip()), _BY_KIND.get(kind, "figure"))
        if kind is Kind.CHANGE and not words:
            name = "change" if name == "share" else f"{name}-change"
        return self.free(f"{name}-{digest(label, unit, kind.value)}")

    def free(self, name: str) -> str:
        """A name that is not taken, which it is from now on."""
        number, free = self._last.get(name, 1), name
        while free in self._taken:
            number += 1
            free = f"{name}-{number}"
        self._last[name] = number
        self._taken.add(free)
        return free
