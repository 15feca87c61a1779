"""A newer version of the briefing under a running talk: taken over where nothing would jump."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from viewer.talk.state import Stroke, TalkState
from viewer.talk.steps import Part, Talk


def carried(before: Talk, after: Talk, state: TalkState) -> TalkState | None:
    """The state of a talk in a newer version of it; None while that cannot be shown.

    It can when the step that is shown stands in it too, the room's picture is not frozen, and
    nothing is being chosen or typed that counts the places of the talk. Places to go back to that
    are no more are forgotten.
    """
    place = _same(before, after, state.place)
    comparing = state.pinned is not None or state.against is not None
    if place is None or state.held is not None or state.panel or state.typed or comparing:
        return None
    step = before.steps[state.left]
    left = _same(before, after, state.left)
    if left is None:
        left = after.place_of(before.parts[step.part].section.id, step.key)
    return replace(
        state,
        place=place,
        left=left if after.in_run(left) else 0,
        back=_all(before, after, state.back),
        forward=_all(before, after, state.forward),
        stroke=None,
        strokes=tuple(_strokes(before, after, state)),
    )


def homes(before: Talk, after: Talk) -> tuple[int, ...]:
    """For each part of a talk its part in a newer version; of one that is no more, the part of the
    section before it."""
    now = {_name(after, part): number for number, part in reversed(list(enumerate(after.parts)))}
    found: list[int] = []
    for part in before.parts:
        found.append(now.get(_name(before, part), found[-1] if found else 0))
    return tuple(found)


def _name(talk: Talk, part: Part) -> str:
    """What tells a part from others: its section, or what its page is."""
    return part.section.id or f"/{talk.steps[part.first].kind}"


def _same(before: Talk, after: Talk, place: int) -> int | None:
    """The place of the same step in the newer version, or of its figure in another chart."""
    step = before.steps[place]
    section = before.parts[step.part].section.id
    own = [
        at
        for part in after.parts
        if part.section.id == section
        for at in range(part.first, part.end)
    ]
    same = next((at for at in own if after.steps[at].identity == step.identity), None)
    if same is None and step.key is not None:
        same = next((at for at in own if after.steps[at].key == step.key), None)
    return same


def _strokes(before: Talk, after: Talk, state: TalkState) -> Iterator[Stroke]:
    """The strokes whose step stands in the newer version."""
    for stroke in state.strokes:
        place = _same(before, after, stroke.shown.place)
        if place is not None:
            yield replace(stroke, shown=replace(stroke.shown, place=place))


def _all(before: Talk, after: Talk, places: Iterable[int]) -> tuple[int, ...]:
    found = (_same(before, after, place) for place in places)
    return tuple(place for place in found if place is not None)
