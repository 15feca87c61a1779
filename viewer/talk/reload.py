"""A newer version of the briefing under a running talk: taken over where nothing would jump."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from viewer.talk.state import TalkState
from viewer.talk.steps import Talk


def carried(before: Talk, after: Talk, state: TalkState) -> TalkState | None:
    """The state of a talk in a newer version of it; None while that cannot be shown.

    It can when the step that is shown stands in it too, the room's picture is not frozen, and
    nothing is being chosen or typed that counts the places of the talk. Places to go back to that
    are no more are forgotten.
    """
    place = _same(before, after, state.place)
    if place is None or state.held is not None or state.panel or state.typed:
        return None
    step = before.steps[state.left]
    left = after.place_of(before.parts[step.part].section.id, step.key)
    return replace(
        state,
        place=place,
        left=left if after.in_run(left) else 0,
        back=_all(before, after, state.back),
        forward=_all(before, after, state.forward),
    )


def homes(before: Talk, after: Talk) -> tuple[int, ...]:
    """For each part of a talk its part in a newer version; of one that is no more, the part of the
    section before it."""
    now = {part.section.id: number for number, part in enumerate(after.parts)}
    found: list[int] = []
    for part in before.parts:
        found.append(now.get(part.section.id, found[-1] if found else 0))
    return tuple(found)


def _same(before: Talk, after: Talk, place: int) -> int | None:
    """The place of the same section and figure in the newer version."""
    step = before.steps[place]
    section = before.parts[step.part].section.id
    for part in after.parts:
        if part.section.id == section:
            keyed = (at for at in range(part.first, part.end) if after.steps[at].key == step.key)
            return next(keyed, None)
    return None


def _all(before: Talk, after: Talk, places: Iterable[int]) -> tuple[int, ...]:
    found = (_same(before, after, place) for place in places)
    return tuple(place for place in found if place is not None)
