"""The beginning of a briefing, as much of it as the preview of an export lays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viewer.export.context import Options, Takeaway
from viewer.model import Briefing, Key, Metric, Passage, Section, Source
from viewer.proof import proven_only

SECTIONS = 20
LETTERS = 9_000
"""Letters of the passages that are laid out: some six pages."""
FIGURES = 200
NOTES, NAMES, ISSUES = 1_000, 40, 40
"""Letters of a note, authors, and mistakes that are laid out."""


def excerpt(takeaway: Takeaway, options: Options, letters: int = LETTERS) -> tuple[Takeaway, bool]:
    """What a preview lays out of an export, and whether that is all of it.

    Passages end when `letters` of them are shown; figures whose words stand beyond are left out.
    """
    whole = takeaway.briefing
    chosen = options.chosen(whole)
    begun = _begun(chosen, letters)
    figures = {
        key: figure
        for key, figure in takeaway.figures.items()
        if figure.section_id in begun and figure.quantity.words.end <= begun[figure.section_id]
    }
    sections = tuple(_few(chosen[: len(begun)]))
    briefing = proven_only(replace(whole, sections=sections), figures)
    briefing = replace(
        briefing,
        source=_source(whole.source),
        sections=tuple(_section(one, begun[one.id]) for one in briefing.sections),
    )
    shown = replace(takeaway, briefing=briefing, figures=figures, issues=takeaway.issues[:ISSUES])
    return shown, _is_all(chosen, briefing)


def _begun(sections: tuple[Section, ...], left: int) -> dict[str, int]:
    """How many letters are shown of each section's passage; what does not begin is not there."""
    begun: dict[str, int] = {}
    for section in sections[:SECTIONS]:
        if left <= 0:
            break
        begun[section.id] = min(left, len(section.passage.text))
        left -= begun[section.id]
    return begun


def _few(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections with as many metrics as there may be figures in all."""
    left = FIGURES
    for section in sections:
        kept: list[Metric] = []
        for metric in section.metrics:
            left -= len(metric.points)
            if left < 0:
                break
            kept.append(metric)
        yield replace(section, metrics=tuple(kept))


def _section(section: Section, letters: int) -> Section:
    text = section.passage.text
    cut = text if letters >= len(text) else text[: letters - 1] + "…"
    return replace(section, passage=Passage(cut), notes=section.notes[:NOTES])


def _source(source: Source) -> Source:
    return replace(source, authors=source.authors[:NAMES], note=source.note[:NOTES])


def _is_all(chosen: tuple[Section, ...], briefing: Briefing) -> bool:
    def keys(sections: tuple[Section, ...]) -> list[Key]:
        return [p.key for s in sections for m in s.metrics for p in m.points]

    same = [len(s.passage.text) for s in chosen] == [len(s.passage.text) for s in briefing.sections]
    return same and len(keys(chosen)) == len(keys(briefing.sections))
