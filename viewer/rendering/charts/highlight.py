"""What the reader lights: selected, hovered, focused; all else steps back. Colours follow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from viewer.chart import Scene
from viewer.design import Palette, Role, contrast, luminance, mix
from viewer.model import Key

BACK = 0.55
"""How far a bar steps back towards its card while another figure is selected, at most."""
SEEN, WASHED_OUT = 3.0, 2.0
"""The contrast with its ground that it keeps, in the dark and in a lit room."""
AMBIENT = 0.1
"""The light of such a room on a screen, as a part of white."""
TEXT_BACK = 0.3


@dataclass(frozen=True, slots=True)
class Highlight:
    """The keys that are lit, each empty for none; `before` was selected, `part` of the way ago.

    `together` are the terms of one calculation. `against` stands out as the selected figure does,
    with which it is compared.
    """

    selected: Key = ""
    hovered: Key = ""
    focused: Key = ""
    before: Key = ""
    part: float = 1.0
    together: frozenset[Key] = frozenset()
    against: Key = ""

    @property
    def chosen(self) -> tuple[Key, ...]:
        """The figures that stand out: the selected one, and the one that it is compared with."""
        return tuple(filter(None, (self.selected, self.against))) if self.selected else ()


NOTHING = Highlight()
ELSEWHERE: Key = "\0"
"""A figure of another chart, whichever it is; no key of a file holds this character."""


def visible_in(scene: Scene, lit: Highlight) -> Highlight:
    """What of `lit` can be seen in one chart: equal for two lights that look the same in it."""
    selected, before = (_known_to(scene, key, ELSEWHERE) for key in (lit.selected, lit.before))
    against = _known_to(scene, lit.against, "")
    done = lit.part == 1.0 or (selected == before and not against)
    return Highlight(
        selected,
        _known_to(scene, lit.hovered, ""),
        _known_to(scene, lit.focused, ""),
        "" if done else before,
        1.0 if done else lit.part,
        frozenset(key for key in lit.together if scene.holds(key)),
        against,
    )


def _known_to(scene: Scene, key: Key, otherwise: Key) -> Key:
    return key if not key or scene.holds(key) else otherwise


def drawn_colour(palette: Palette, role: Role, key: Key, lit: Highlight) -> str:
    """The colour of a bar, a line or a dot."""
    now = _drawn(palette, role, key, lit.chosen)
    if lit.part == 1.0:
        return now
    return mix(_drawn(palette, role, key, _only(lit.before)), now, lit.part)


def _only(key: Key) -> tuple[Key, ...]:
    return (key,) if key else ()


def _drawn(palette: Palette, role: Role, key: Key, chosen: tuple[Key, ...]) -> str:
    if key in chosen:
        return palette.selected
    own = palette.of(role)
    return stepped_back(own, palette) if chosen else own


@lru_cache(maxsize=256)
def stepped_back(own: str, palette: Palette) -> str:
    """A colour nearer to the card's, as far as it is still seen well: one compares with it."""
    for part in (BACK, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1):
        back = mix(own, palette.card, part)
        grounds = (palette.card, palette.page)
        if all(
            contrast(back, ground) >= SEEN and washed_out(back, ground) >= WASHED_OUT
            for ground in grounds
        ):
            return back
    return own


def washed_out(one: str, other: str) -> float:
    """The contrast of two colours on a screen that the room's own light falls on."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + AMBIENT + 0.05) / (dark + AMBIENT + 0.05)


def text_colour(palette: Palette, role: Role, key: Key, lit: Highlight, here: bool) -> str:
    """The colour of a text; `here` says that the selected figure is of the same chart, whose
    title then stays as it is."""
    now = _written(palette, role, key, lit.chosen, here)
    if lit.part == 1.0:
        return now
    return mix(_written(palette, role, key, _only(lit.before), here), now, lit.part)


def _written(palette: Palette, role: Role, key: Key, chosen: tuple[Key, ...], here: bool) -> str:
    own = palette.of(role)
    if not chosen or (here and not key):
        return own
    if key in chosen:
        return palette.ink
    return mix(own, palette.card, TEXT_BACK)
