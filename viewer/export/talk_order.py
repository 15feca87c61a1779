"""The order in which a talk comes to the charts of a briefing: slides stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.chart import Form, Scene
from viewer.export.context import Takeaway
from viewer.model import Section, ViewerError
from viewer.pipeline import compile_talk


def in_talk_order(
    takeaway: Takeaway, chosen: Sequence[tuple[Section, Scene]]
) -> tuple[tuple[Section, Scene], ...]:
    """Charts as the talk comes to them; rows of cards with the page of their section, and what
    the talk does not show behind the rest."""
    places = _places(takeaway)
    last = len(places)

    def place(one: tuple[Section, Scene]) -> tuple[int, bool]:
        section, scene = one
        page = places.get((section.id, ""), last)
        cards = scene.form is Form.CARDS
        return places.get((section.id, "" if cards else scene.id), page), not cards

    return tuple(sorted(chosen, key=place))


def sections_in_talk_order(takeaway: Takeaway, chosen: Sequence[Section]) -> tuple[Section, ...]:
    """Sections as the talk comes to them first; those that it leaves out behind the rest."""
    places = _places(takeaway)
    first: dict[str, int] = {}
    for (section, _), place in places.items():
        first.setdefault(section, place)
    return tuple(sorted(chosen, key=lambda section: first.get(section.id, len(places))))


def _places(takeaway: Takeaway) -> dict[tuple[str, str], int]:
    """Section and chart of each step, the chart empty where it shows none, in order."""
    try:
        talk, _ = compile_talk(takeaway.briefing, takeaway.figures, takeaway.words)
    except ViewerError:  # no section is to be presented: the file's own order then
        return {}
    found = ((talk.parts[step.part].section.id, step.chart) for step in talk.steps)
    return {pair: at for at, pair in enumerate(dict.fromkeys(found))}
