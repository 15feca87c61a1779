"""What the reader lights: selected, hovered, focused; all else steps back. Colours follow."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.chart import Scene
from viewer.design import Palette, Role, mix
from viewer.model import Key

BACK = 0.55
"""How far a bar steps back towards its card while another figure is selected."""
TEXT_BACK = 0.3


@dataclass(frozen=True, slots=True)
class Lit:
    """The keys that are lit, each empty for none; `before` was selected, `part` of the way ago.

    `together` are the terms of one calculation.
    """

    selected: Key = ""
    hovered: Key = ""
    focused: Key = ""
    before: Key = ""
    part: float = 1.0
    together: frozenset[Key] = frozenset()


NOTHING = Lit()
ELSEWHERE: Key = "\0"
"""A figure of another chart, whichever it is; no key of a file holds this character."""


def seen_by(scene: Scene, lit: Lit) -> Lit:
    """What of `lit` can be seen in one chart: equal for two lights that look the same in it."""
    selected, before = (_known_to(scene, key, ELSEWHERE) for key in (lit.selected, lit.before))
    done = lit.part == 1.0 or selected == before
    return Lit(
        selected,
        _known_to(scene, lit.hovered, ""),
        _known_to(scene, lit.focused, ""),
        "" if done else before,
        1.0 if done else lit.part,
        frozenset(key for key in lit.together if scene.holds(key)),
    )


def _known_to(scene: Scene, key: Key, otherwise: Key) -> Key:
    return key if not key or scene.holds(key) else otherwise


def drawn_colour(palette: Palette, role: Role, key: Key, lit: Lit) -> str:
    """The colour of a bar, a line or a dot."""
    now = _drawn(palette, role, key, lit.selected)
    return now if lit.part == 1.0 else mix(_drawn(palette, role, key, lit.before), now, lit.part)


def _drawn(palette: Palette, role: Role, key: Key, selected: Key) -> str:
    if selected and key == selected:
        return palette.selected
    own = palette.of(role)
    return mix(own, palette.card, BACK) if selected else own


def text_colour(palette: Palette, role: Role, key: Key, lit: Lit, here: bool) -> str:
    """The colour of a text; `here` says that the selected figure is of the same chart, whose
    title then stays as it is."""
    now = _written(palette, role, key, lit.selected, here)
    if lit.part == 1.0:
        return now
    return mix(_written(palette, role, key, lit.before, here), now, lit.part)


def _written(palette: Palette, role: Role, key: Key, selected: Key, here: bool) -> str:
    own = palette.of(role)
    if not selected or (here and not key):
        return own
    if key == selected:
        return palette.ink
    return mix(own, palette.card, TEXT_BACK)
