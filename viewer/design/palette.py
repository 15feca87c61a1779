"""The palette: one table of colours by role, in four themes.

Held by tests that read the table: text on page, side, pane and card at 4.5:1 (7:1 in the
themes of high contrast), bars and lines at 3:1 against card and track, and series that stay apart
for colour-blind readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.design.colour import luminance


class Role(StrEnum):
    """What a colour is for."""

    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"
    LINE = "line"
    PAGE = "page"
    SIDE = "side"
    PANE = "pane"
    CARD = "card"
    TRACK = "track"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    SELECTED = "selected"
    ON_SELECTED = "on_selected"
    TINT = "tint"
    TINT_LIGHT = "tint_light"
    HIT = "hit"
    HIT_CURRENT = "hit_current"
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"
    SERIES_1 = "series_1"
    SERIES_2 = "series_2"
    SERIES_3 = "series_3"
    SERIES_4 = "series_4"
    SERIES_5 = "series_5"
    SERIES_6 = "series_6"


SERIES = tuple(role for role in Role if role.value.startswith("series_"))


def series_role(place: int) -> Role:
    """The colour role of the chart or line at `place`, counted from 0; six, then from the start."""
    return SERIES[place % len(SERIES)]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as `#rrggbb`, by role.

    ink, muted and faint are for text, from strong to quiet; line parts areas; page carries the
    passage, side the list of sections, pane the cards of the charts, card a chart; track is the
    whole that a share is drawn against; accent is the program's own colour (buttons, the current
    section), selected the colour of what the reader chose, tint and tint_light lie behind chosen
    and hovered words, hit and hit_current behind what find found; good, bad and warn are text.
    """

    theme: str
    ink: str
    muted: str
    faint: str
    line: str
    page: str
    side: str
    pane: str
    card: str
    track: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    tint: str
    tint_light: str
    hit: str
    hit_current: str
    good: str
    bad: str
    warn: str
    series: tuple[str, str, str, str, str, str]

    def of(self, role: Role) -> str:
        """The colour of `role`."""
        if role in SERIES:
            return self.series[SERIES.index(role)]
        return str(getattr(self, role.value))


_LIGHT = Palette(
    theme="light",
    ink="#1a202c",
    muted="#4f5b6b",
    faint="#636d7b",
    line="#dfe3e8",
    page="#ffffff",
    side="#f7f8fa",
    pane="#eef0f3",
    card="#ffffff",
    track="#e6eaef",
    accent="#1f4e9e",
    on_accent="#ffffff",
    selected="#ce672e",
    on_selected="#140a02",
    tint="#fdeccb",
    tint_light="#fdf6e7",
    hit="#fff3a8",
    hit_current="#ffd84d",
    good="#24734b",
    bad="#b3261e",
    warn="#8a5a00",
    series=("#0971d8", "#239167", "#8a5802", "#5a41a1", "#127085", "#942755"),
)

_CONTRAST = Palette(
    theme="contrast",
    ink="#000000",
    muted="#1e252e",
    faint="#39424e",
    line="#5c6672",
    page="#ffffff",
    side="#ffffff",
    pane="#f3f4f6",
    card="#ffffff",
    track="#e6eaef",
    accent="#00358a",
    on_accent="#ffffff",
    selected="#8b0000",
    on_selected="#ffffff",
    tint="#fde7bd",
    tint_light="#fdf4e0",
    hit="#fff07a",
    hit_current="#ffd02b",
    good="#00542a",
    bad="#8c0f0a",
    warn="#5e3b00",
    series=("#0971d8", "#239167", "#8a5802", "#5a41a1", "#127085", "#942755"),
)

_DARK = Palette(
    theme="dark",
    ink="#eef2f7",
    muted="#aab5c4",
    faint="#93a0b1",
    line="#2b3746",
    page="#0f141b",
    side="#131a22",
    pane="#0b1016",
    card="#18202a",
    track="#243040",
    accent="#7fb2f5",
    on_accent="#0b1220",
    selected="#ffab2a",
    on_selected="#1a1206",
    tint="#4a3413",
    tint_light="#2c2414",
    hit="#45430f",
    hit_current="#6b5f00",
    good="#5fc992",
    bad="#ff8f87",
    warn="#e8bb5a",
    series=("#2a86fc", "#4fb487", "#d9c57e", "#959cdd", "#59d0dd", "#e974a8"),
)

_PROJECTOR = Palette(
    theme="projector",
    ink="#ffffff",
    muted="#d5dce5",
    faint="#bcc6d2",
    line="#4a5563",
    page="#000000",
    side="#07090c",
    pane="#000000",
    card="#0b0e12",
    track="#2a323d",
    accent="#9cc8ff",
    on_accent="#04101f",
    selected="#faaf4b",
    on_selected="#1a1000",
    tint="#4d3300",
    tint_light="#2b1f06",
    hit="#3d3b00",
    hit_current="#5c5200",
    good="#7be0ab",
    bad="#ffaaa3",
    warn="#ffd27a",
    series=("#2c98ff", "#58d29b", "#fff080", "#bab2f8", "#76f2fe", "#ff7fb8"),
)

_TABLE = (_LIGHT, _CONTRAST, _DARK, _PROJECTOR)

THEMES = tuple(row.theme for row in _TABLE)


@dataclass(frozen=True, slots=True)
class StrokeColours:
    """What the presenter draws with on one kind of page, as `#rrggbb`.

    pen is seen at 3:1 on the page, frame goes around marks at 3:1. highlighter is multiplied with a
    light page and screened onto a dark one, words included, which stay legible at 4.5:1.
    """

    pen: str
    highlighter: str
    frame: str


_ON_LIGHT = StrokeColours(pen="#ff4030", highlighter="#ffe228", frame="#8a6d00")
_ON_DARK = StrokeColours(pen="#ff4030", highlighter="#5c4f00", frame="#ffe228")


def stroke_colours(page: str) -> StrokeColours:
    """What is drawn with on a page of this colour."""
    return _ON_DARK if is_dark(page) else _ON_LIGHT


def is_dark(page: str) -> bool:
    """Whether light words stand on a page of this colour."""
    return luminance(page) < DARK


DARK = 0.18
"""The luminance below which white is seen better than black."""


def palette(theme: str) -> Palette:
    """The palette of a theme; that of light for any other name."""
    return next((row for row in _TABLE if row.theme == theme), _LIGHT)
