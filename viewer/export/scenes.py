"""The scenes of a takeaway: which charts there are, and which of them were asked for."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise
from math import ceil

from viewer.chart import MarkRole, Scene, compile_section
from viewer.export.context import Options, Takeaway
from viewer.export.rows import Agreement, rows_of
from viewer.model import Section, ViewerError

_UNQUOTED = frozenset({Agreement.OUTSIDE, Agreement.COMPUTED})
"""Of these figures no words of the passage could agree."""


def scenes_of(takeaway: Takeaway, section: Section) -> tuple[Scene, ...]:
    """The charts of one section, as every window and export shows them; compiled once."""
    known = takeaway.compiled.get(section.id)
    if known is None or known[0] is not section:
        made = compile_section(section, takeaway.briefing, takeaway.figures, takeaway.words)
        takeaway.compiled[section.id] = known = section, made
    return known[1]


def chart_id(section: Section, scene: Scene) -> str:
    """What `--chart` calls a chart: section and chart, since a chart's id is its section's own."""
    return f"{section.id}/{scene.id}"


def chosen_scenes(takeaway: Takeaway, options: Options) -> tuple[tuple[Section, Scene], ...]:
    """The charts asked for, in the briefing's order; all of them when none is named."""
    found = tuple(
        (section, scene)
        for section in options.chosen(takeaway.briefing)
        for scene in scenes_of(takeaway, section)
    )
    if not options.charts:
        return found
    return tuple(
        (section, scene)
        for section, scene in found
        if not {chart_id(section, scene), scene.id}.isdisjoint(options.charts)
    )


def parts_of(scene: Scene, most: int) -> tuple[Scene, ...]:
    """A chart of more than `most` figures as several of about as many, all on its one scale.

    What stands beneath a card stays with it; the note is said under the last part.
    """
    count = len(scene.marks)
    if count <= most:
        return (scene,)
    size = ceil(count / ceil(count / most))
    cuts = [0]
    for at in range(1, count):
        if at - cuts[-1] >= size and scene.marks[at].place is not MarkRole.UNDER:
            cuts.append(at)
    total = len(cuts)
    return tuple(
        replace(
            scene,
            title=f"{scene.title} ({number} / {total})" if total > 1 else scene.title,
            marks=scene.marks[start:end],
            note=scene.note if number == total else "",
            spoken=scene.spoken if number == 1 else scene.title,
            by_key={},
        )
        for number, (start, end) in enumerate(pairwise((*cuts, count)), start=1)
    )


def check_chosen(takeaway: Takeaway, options: Options) -> None:
    """ViewerError for a section or chart that is not there, with the nearest that is."""
    sections = [section.id for section in takeaway.briefing.sections]
    for name in options.sections:
        _known(name, sections, "export-section")
    if options.charts:
        found = chosen_scenes(takeaway, Options())
        both = [chart_id(section, scene) for section, scene in found]
        for name in options.charts:
            if name not in {scene.id for _, scene in found}:
                _known(name, both, "export-chart")


def agreement_line(takeaway: Takeaway) -> str:
    """How many figures agree with the original, out of those that quote it."""
    rows = rows_of(takeaway)
    cited = [row for row in rows if row.agreement not in _UNQUOTED]
    agree = sum(row.agreement is Agreement.AGREES for row in cited)
    return takeaway.words("export.proof", agree=agree, all=len(cited))


def _known(name: str, names: list[str], code: str) -> None:
    if name in names:
        return
    near = get_close_matches(name, names, 3, 0.4) or names[:12]
    raise ViewerError(code, name=name, known=" ".join(near))
