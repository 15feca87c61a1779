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
class SettingRow:
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
    SettingRow("language", "", choices=("", "zh_CN", "en")),  # "" follows the system
    SettingRow("theme", "system", choices=("system", "light", "contrast", "dark", "projector")),
    SettingRow("touch", False),  # large targets, for fingers
    SettingRow("window-motion", "system", choices=("system", "reduced")),
    SettingRow("zoom", 1.0, low=0.5, high=4.0),
    SettingRow("geometry", ""),  # of the window: Qt's own bytes, in base 64
    SettingRow("split", (), low=0, high=100_000, most=8),  # widths of the panes
    SettingRow("table", False),  # the table of figures instead of the charts
    SettingRow("report-table", False),  # the table covers the report instead of one section
    SettingRow("coverage", False),  # marks at figures that no metric uses
    SettingRow("scroll-together", False),  # words and charts, by paragraph
    SettingRow("sidebar", True),  # the list of sections beside the passage
    SettingRow("remember", True),  # recent files, and the place in each
    SettingRow("recent", (), most=RECENT),  # files, the latest first
    SettingRow("pinned", (), most=PINNED),  # files that stay on the start page
    SettingRow("titles", _NONE, most=SECTIONS),  # file -> the title of its briefing
    SettingRow("sections", _NONE, most=SECTIONS),  # file -> the section that was open last
    SettingRow("places", _NONE, most=SECTIONS),  # file -> scroll, selection and zoom, as JSON
    SettingRow("bookmarks", _NONE, most=SECTIONS),  # file -> sections and figures, as JSON
    SettingRow("autosave", True),  # edits are written at once; otherwise they wait for Ctrl+S
    SettingRow("editor", ""),  # the command that opens a data file; "" finds one
    SettingRow("display", ""),  # the audience's screen, by its name
    SettingRow("displays", (), most=16),  # the screens that it was chosen among
    SettingRow("audience-everywhere", False),  # on all displays but the presenter's
    SettingRow("notes-size", 1.0, low=0.5, high=4.0),  # of the presenter's notes
    SettingRow("room-themes", _NONE, most=16),  # display -> theme of the audience's picture on it
    SettingRow("talk-motion", True),  # between the pictures of a talk
    SettingRow("clock-starts", "move", choices=("move", "open")),  # the clock of a talk
    SettingRow("audience-click", False),  # a click on the audience's picture goes on a step
    SettingRow("export-folder", ""),
)
PERSONAL = frozenset(
    {
        "geometry",
        "split",
        "recent",
        "pinned",
        "titles",
        "sections",
        "places",
        "bookmarks",
        "display",
        "displays",
        "room-themes",
    }
)
"""Settings that have no default of the site: files, places and screens are a person's own."""
