"""What a draft tells its maker beside the file: what was dropped, repaired, or moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from viewer.i18n import Words

REMOVED = frozenset({"section-gone", "metric-gone", "text-gone", "step-gone", "comment-gone"})
"""The codes of what an update takes out of a file."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know: `draft.note.<code>` is its sentence, `params` fill it."""

    code: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def removed(self) -> bool:
        """Whether it tells of something that the author's file loses."""
        return self.code in REMOVED

    def said(self, words: Words) -> str:
        """The sentence of this note."""
        return words(f"draft.note.{self.code}", **self.params)
