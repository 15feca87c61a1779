"""Which display each window of a talk goes to, decided over plain geometries.

The rule that everything here serves: the console, which shows the presenter's notes, is never put
where the room may look unless the presenter asked for it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Display:
    """A display by name, with its place and size on the desktop in logical pixels."""

    name: str
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0

    def overlaps(self, other: Display) -> bool:
        """Whether some part of the desktop is on both: what one shows the other shows too."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        down = self.top < other.top + other.height and other.top < self.top + self.height
        return across and down


@dataclass(frozen=True, slots=True)
class Placement:
    """The display of each window by name; None where a window is not shown full screen.

    The console has a display only while the audience has another one.
    """

    audience: str | None
    console: str | None


BUILT_IN = ("eDP", "LVDS", "DSI", "Built-in")
"""How the names of displays begin that are part of a machine, on Linux and macOS."""

NOWHERE = Placement(None, None)
Group = tuple[Display, ...]


def separate(displays: Sequence[Display]) -> tuple[Group, ...]:
    """The displays that show the same, in groups; a group counts as one display.

    Overlap is transitive here: of three in a chain, a window on the first may reach the last.
    """
    groups: list[list[Display]] = []
    for display in displays:
        touching = [group for group in groups if any(display.overlaps(one) for one in group)]
        apart = [group for group in groups if group not in touching]
        merged = sorted((one for group in touching for one in group), key=displays.index)
        groups = [*apart, [*merged, display]]
    groups.sort(key=lambda group: displays.index(group[0]))
    return tuple(tuple(group) for group in groups)


def choices(displays: Sequence[Display], primary: str) -> tuple[str, ...]:
    """The displays to choose the audience's among: of those that show the same, one."""
    return tuple(_face(group, primary) for group in separate(displays))


def placed(displays: Sequence[Display], primary: str, wanted: str = "") -> Placement:
    """Where a talk starts: the audience on `wanted`, else on what is not the primary display."""
    groups = separate(displays)
    if len(groups) < 2:
        return Placement(_face(groups[0], wanted), None) if groups else NOWHERE
    audience = _holding(groups, wanted) or _first_without(groups, primary)
    alone = [group for group in groups if group != audience and len(group) == 1]
    console = _holding(alone, primary) or (alone[0] if alone else None)
    return Placement(_face(audience, wanted), console[0].name if console else None)


def own_display(displays: Sequence[Display], primary: str, placement: Placement) -> str:
    """The presenter's own display when a talk starts: the one that may have the console.

    Where the audience's window is the only one it is the display the talk is on, and of those that
    show the same the panel of a laptop, else the primary one: a desktop that mirrors may call the
    projector its primary display.
    """
    if placement.console is not None:
        return placement.console
    group = _holding(separate(displays), placement.audience or "") or ()
    names = [display.name for display in group]
    panels = [name for name in names if name.startswith(BUILT_IN)]
    return next(iter([*panels, *(one for one in names if one == primary), *names]), "")


def swapped(placement: Placement) -> Placement:
    """Audience and console exchanged, if both are shown."""
    if placement.audience is None or placement.console is None:
        return placement
    return Placement(placement.console, placement.audience)


def replaced(
    before: Placement, displays: Sequence[Display], primary: str, wanted: str, own: str
) -> Placement:
    """Where the windows go after displays came, went or moved in mid-talk; what can stay stays.

    `wanted` is the display that the audience had when there were several, `own` the presenter's.
    The console goes to `own` and to no other display, and not there either while another display
    shows the same. So one that joins gets the audience. With a single display the audience has it,
    even where it is `own`: some systems report mirrored displays as one.
    """
    groups = separate(displays)
    if len(groups) < 2:
        likely = before.audience if before.audience != own else wanted
        return Placement(_face(groups[0], likely or wanted), None) if groups else NOWHERE
    private = next((group for group in groups if [one.name for one in group] == [own]), None)
    public = [group for group in groups if group != private]
    audience = (
        _holding(public, before.audience or "")
        or _holding(public, wanted)
        or _first_without(public, primary)
    )
    name = before.audience if before.audience in _names(audience) else wanted
    return Placement(_face(audience, name or ""), own if private else None)


def further(displays: Sequence[Display], primary: str, placement: Placement) -> tuple[str, ...]:
    """The displays that can show the audience's picture beside the placement's, one of each group
    that shows the same: all that show neither that one nor the console."""
    taken = {placement.audience, placement.console}
    free = (group for group in separate(displays) if not taken & set(_names(group)))
    return tuple(_face(group, primary) for group in free)


def change_of(before: Placement, now: Placement, there: Container[str]) -> tuple[str, str, str]:
    """What a change of displays means for the presenter: the key of its words, with the display
    that they name and the presenter's own. `there` holds the names of the displays there are."""
    if now.console is not None:
        key = "present.found" if before.console else "present.both-found"
        return key, now.audience or "", now.console
    if before.console is None:
        return "present.found", now.audience or "", ""
    if before.audience not in there:
        return "present.lost", before.audience or "", ""
    if before.console not in there:
        return "present.console-lost", before.console, ""
    return "present.mirrored", "", ""


def with_console(placement: Placement, displays: Sequence[Display], primary: str) -> Placement:
    """The console on a display that the audience does not have, as the presenter asked for it.

    The same placement where there is none.
    """
    free = [group for group in separate(displays) if placement.audience not in _names(group)]
    if placement.audience is None or placement.console is not None or not free:
        return placement
    group = _holding(free, primary) or free[0]
    return Placement(placement.audience, _face(group, primary))


def _names(group: Group) -> list[str]:
    return [display.name for display in group]


def _holding(groups: Sequence[Group], name: str) -> Group | None:
    """The group that the display called `name` is in."""
    return next((group for group in groups if name in _names(group)), None)


def _first_without(groups: Sequence[Group], primary: str) -> Group:
    return next((group for group in groups if primary not in _names(group)), groups[0])


def _face(group: Group, name: str) -> str:
    """The display that stands for a group: `name`, else the smallest: all of it is on each."""
    if name in _names(group):
        return name
    return min(group, key=lambda one: one.width * one.height).name


Strip = tuple[float, float]
"""A strip of a display from top to bottom: its left and right edge as parts of the width."""
CONSOLES = 0.57
"""What a console takes of a display's width beside a shared window, where it needs no more."""
SHAREDS = 0.3
"""What a shared window has at least; below 800 pixels it lies over a part of the console."""
EDGE = 0.005


def side_by_side(width: int, least: int) -> tuple[Strip, Strip]:
    """Strips for a console that is at least so many pixels wide, and for a shared window."""
    wanted = max(CONSOLES, least / max(1, width) + 2 * EDGE)
    start = min(wanted, 1 - SHAREDS)
    return (EDGE, min(wanted, 1.0) - EDGE), (start + EDGE, 1 - EDGE)
