"""Labels that a colon ends: what they say of the figures behind them, up to the full stop."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from viewer.model import Standing
from viewer.quantities.reasons import note
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import matcher

_LABEL = {
    "zh": r"(?<![^。！？\n])(?P<label>[^，。；:：！？\n]{2,24})[:：](?=[^。！？\n]*[0-9])"
    "[^。！？\n]*",
    "en": r"(?=[A-Z])(?:(?<![^\n])|(?<=[.?!] ))(?P<label>[A-Z][^.;:?!\n]{2,60}):(?= [^\n]*[0-9])"
    "(?:[^.?!\n]|"
    "[.](?! [A-Z]))*",
}
"""A label and what it is the label of: Projected outturn: receipts €18.2bn, deficit €0.8bn."""
_VERBS = (
    r"\b(?:is|are|was|were|has|have|had|do|does|did|not|will|would|can|could|may|might|came|went|"
    r"said|says|met|missed|beat|hit|exceeded|cut|raised|lifted|set|proved|proves|turned|fell|rose|"
    r"stood|remained|held|looked|seemed|failed)\b|[是了已没未被把]"
)
"""What makes a sentence of the words before a colon."""


_SPOKEN = r",(?! [a-z-]+(?: [a-z-]+)?$)"
"""A comma that is not before the last words of a label, as in: Spring round, projections."""


class Labels:
    """The labels of a folded text whose words say what the figures behind them are."""

    def __init__(self, folded: str, language: str) -> None:
        self._text = folded
        self._found = list(_read(folded, language))

    def of(self, start: int) -> Standing | None:
        """What the label says of the figure at `start`: Projected outturn: receipts 18."""
        at = bisect_right(self._found, start, key=itemgetter(0)) - 1
        if at < 0 or start >= self._found[at][1]:
            return None
        begins, _, said = self._found[at]
        note("standing", self._text[begins:start].partition(":")[0])
        return said


def _read(text: str, language: str) -> Iterator[tuple[int, int, Standing]]:
    """Where each label stands, how far it reaches, and what it says."""
    words, mixed = (matcher(language, f"standing.{one}") for one in ("label", "mixed"))
    if ":" not in text and "：" not in text:
        return
    for one in pattern(_LABEL[language]).finditer(text):
        label = one.group("label")
        said = words.found(label)
        if said and language == "en" and pattern(_SPOKEN).search(label):
            continue
        told = mixed.found(label) or pattern(_VERBS).search(label)
        if said and not told:
            yield one.start("label"), one.end(), Standing(said[-1].entry.sense)
