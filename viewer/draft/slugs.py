"""Short ASCII ids that stay the same when a report is drafted again after small edits."""

from __future__ import annotations

import base64
import hashlib
import re

from viewer.model import Kind

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{1,}")
_SMALL = frozenset({
    "the", "and", "of", "in", "on", "at", "to", "for", "by", "with", "from", "its", "their", "was",
    "were", "has", "have", "an", "is", "are",
})  # fmt: skip
_MOST_WORDS = 3
_HASH = 4

_BY_UNIT = {
    "人": "people", "名": "people", "位": "people", "人次": "visits", "户": "households",
    "元": "yuan", "美元": "dollars", "港元": "hk-dollars", "欧元": "euros", "%": "share",
    "％": "share", "‰": "per-mille", "个百分点": "points", "百分点": "points", "件": "cases",
    "起": "cases", "项": "projects", "家": "firms", "吨": "tonnes", "亩": "mu",
    "公顷": "hectares", "公里": "km", "千米": "km", "平方米": "sq-m", "平方公里": "sq-km",
    "千瓦时": "kwh", "千瓦": "kw", "次": "times", "条": "records", "份": "copies",
    "辆": "vehicles", "台": "machines", "套": "sets", "所": "schools", "处": "sites",
    "倍": "times", "株": "plants", "公斤": "kg", "元/吨": "yuan-per-tonne", "岁": "years",
}  # fmt: skip
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
        name = words or _BY_UNIT.get(unit.strip(), _BY_KIND.get(kind, "figure"))
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
