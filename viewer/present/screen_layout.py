"""Which display each window of a talk goes to, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """The display of each window by name; None where a window is not shown full screen.

    With a single display either the audience has it and the console opens in a window on request,
    or, where the other display went away in mid-talk, the console keeps it and carries the
    audience's picture with it.
    """

    audience: str | None
    console: str | None


def placed(names: Sequence[str], primary: str, wanted: str = "") -> Placement:
    """Where a talk starts: the audience on `wanted`, else on what is not the primary display."""
    if not names:
        return Placement(None, None)
    others = [name for name in names if name != primary]
    audience = wanted if wanted in names else (others or list(names))[0]
    left = [name for name in names if name != audience]
    console = primary if primary in left else left[0] if left else None
    return Placement(audience, console)


def swapped(placement: Placement, names: Sequence[str]) -> Placement:
    """Audience and console exchanged, if both are shown."""
    if placement.audience is None or placement.console is None or len(names) < 2:
        return placement
    return Placement(placement.console, placement.audience)


def replaced(before: Placement, names: Sequence[str], primary: str, wanted: str) -> Placement:
    """Where the windows go after displays came or went; what can stay stays.

    `wanted` is the display that the audience had when there were several: when it comes back the
    audience goes back to it.
    """
    if not names:
        return Placement(None, None)
    audience = before.audience if before.audience in names else None
    console = before.console if before.console in names else None
    if len(names) == 1:
        had_console = console is not None and audience is None
        return Placement(None, names[0]) if had_console else Placement(names[0], None)
    if audience is not None and console is not None:
        return before
    if audience is not None:
        return Placement(audience, _other(names, audience, primary))
    if console is not None:
        free = [name for name in names if name != console]
        return Placement(wanted if wanted in free else free[0], console)
    return placed(names, primary, wanted)


def _other(names: Sequence[str], taken: str, primary: str) -> str:
    free = [name for name in names if name != taken]
    return primary if primary in free else free[0]
