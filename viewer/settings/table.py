"""The table of settings: each key with its default and what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Value = str | bool | float | tuple[int, ...] | tuple[str, ...] | Mapping[str, str]

RECENT = 10
SECTIONS = 200
PINNED = 20
LONGEST = 4_096
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its default says its type; `low` and `high` bound a number, `most` a list.

    `choices` lists all that a text may be, where it is not free.
    """

    key: str
    default: Value
    low: float = 0
    high: float = 0
    choices: tuple[str, ...] = ()
    most: int = 0

    def read(self, raw: object) -> Value | None:
        """The value of this setting that `raw` (from JSON) stands for; None when it is none."""
        if isinstance(self.default, bool):
            return raw if isinstance(raw, bool) else None
        if isinstance(self.default, float):
            return self._number(raw)
        if isinstance(self.default, str):
            return self._text(raw)
        if isinstance(self.default, tuple):
            return self._list(raw)
        return self._table(raw)

    def _number(self, raw: object) -> float | None:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            return None
        return float(raw) if self.low <= raw <= self.high else None

    def _text(self, raw: object) -> str | None:
        if not isinstance(raw, str) or len(raw) > LONGEST:
            return None
        return raw if not self.choices or raw in self.choices else None

    def _list(self, raw: object) -> tuple[int, ...] | tuple[str, ...] | None:
        if not isinstance(raw, list | tuple):
            return None
        if self.high:  # a list of numbers
            sizes = [one for one in raw if type(one) is int and self.low <= one <= self.high]
            return tuple(sizes) if len(sizes) == len(raw) <= self.most else None
        texts = [one for one in raw if isinstance(one, str) and len(one) <= LONGEST]
        return tuple(dict.fromkeys(texts))[: self.most]  # files: one that stands twice is one

    def _table(self, raw: object) -> Mapping[str, str] | None:
        if not isinstance(raw, Mapping):
            return None
        good = {k: v for k, v in raw.items() if isinstance(k, str) and isinstance(v, str)}
        return MappingProxyType(dict(list(good.items())[-self.most :]))


SETTINGS = (
    Setting("language", "", choices=("", "zh_CN", "en")),  # "" follows the system
    Setting("theme", "system", choices=("system", "light", "contrast", "dark", "projector")),
    Setting("touch", False),  # large targets, for fingers
    Setting("window-motion", "system", choices=("system", "reduced")),
    Setting("zoom", 1.0, low=0.5, high=4.0),
    Setting("geometry", ""),  # of the window: Qt's own bytes, in base 64
    Setting("split", (), low=0, high=100_000, most=8),  # widths of the panes
    Setting("table", False),  # the table of figures instead of the charts
    Setting("report-table", False),  # the table covers the report instead of one section
    Setting("coverage", False),  # marks at figures that no metric uses
    Setting("sidebar", True),  # the list of sections beside the passage
    Setting("remember", True),  # recent files, and the place in each
    Setting("recent", (), most=RECENT),  # files, the latest first
    Setting("pinned", (), most=PINNED),  # files that stay on the start page
    Setting("titles", _NONE, most=SECTIONS),  # file -> the title of its briefing
    Setting("sections", _NONE, most=SECTIONS),  # file -> the section that was open last
    Setting("places", _NONE, most=SECTIONS),  # file -> scroll, selection and zoom, as JSON
    Setting("bookmarks", _NONE, most=SECTIONS),  # file -> sections and figures, as JSON
    Setting("editor", ""),  # the command that opens a data file; "" finds one
    Setting("display", ""),  # the audience's screen, by its name
    Setting("displays", (), most=16),  # the screens that it was chosen among
    Setting("audience-everywhere", False),  # on all displays but the presenter's
    Setting("notes-size", 1.0, low=0.5, high=4.0),  # of the presenter's notes
    Setting("room-themes", _NONE, most=16),  # display -> theme of the audience's picture on it
    Setting("talk-motion", True),  # between the pictures of a talk
    Setting("clock-starts", "move", choices=("move", "open")),  # the clock of a talk
    Setting("audience-click", False),  # a click on the audience's picture goes on a step
    Setting("export-folder", ""),
)
