"""Which figures of the words no metric uses; dates, ordinals and slogans are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from viewer.model import (
    Briefing,
    Figure,
    Issue,
    Key,
    Kind,
    Place,
    Quantity,
    Section,
    Severity,
    Span,
)
from viewer.proof.message_format import shown
from viewer.proof.passages import place_in
from viewer.proof.values import Breach, Check, Covered, Unused
from viewer.quantities import scan

_MOST_NAMED = 12


def coverage(
    section: Section, figures: Mapping[Key, Figure], language: str = "zh-CN"
) -> tuple[Quantity, ...]:
    """The quantities of a section's passage that no figure uses, in text order.

    Those with `is_metric` are figures; the kind of the others says what they are (a date, a
    duration, a rank or ordinal, a name or slogan). What the author left out is not among them.
    Scans the whole passage.
    """
    used = [figure.quantity.span for figure in figures.values() if figure.section_id == section.id]
    used += left_out(section)
    taken = {at for span in used for at in range(span.start, span.end)}
    return tuple(
        quantity
        for quantity in scan(section.passage.text, language)
        if taken.isdisjoint(range(quantity.span.start, quantity.span.end))
    )


def left_out(section: Section) -> list[Span]:
    """Where the words stand whose numbers the author wants to be no figures."""
    text = section.passage.text
    found = ((text.find(words), len(words)) for words in section.left_out)
    return [Span(start, start + size) for start, size in found if size and start >= 0]


def covered(briefing: Briefing, figures: Mapping[Key, Figure]) -> Covered:
    """What of a whole briefing is used and what is not. Scans every passage: seconds for 5 MB."""
    by_section: dict[str, dict[Key, Figure]] = {}
    for key, figure in figures.items():
        by_section.setdefault(figure.section_id, {})[key] = figure
    unused = tuple(
        Unused(section, quantity)
        for section in briefing.sections
        for quantity in coverage(section, by_section.get(section.id, {}), briefing.language)
    )
    used = {(figure.section_id, figure.quantity.span) for figure in figures.values()}
    return Covered(len(used), unused)


def coverage_issues(briefing: Briefing, figures: Mapping[Key, Figure]) -> tuple[Issue, ...]:
    """A note for each figure that no metric uses, and one that sums them up; none if all are."""
    found = covered(briefing, figures)
    return tuple(issue for check in COVERAGE_CHECKS for issue in check.issues(found))


def _summary(found: Covered) -> Iterator[Breach]:
    if found.figures:
        names = [shown(one.quantity.surface) for one in found.figures]
        named = " / ".join(names[:_MOST_NAMED] + ["…"] * (len(names) > _MOST_NAMED))
        total = found.used + len(found.figures)
        counts = _counts(found.asides)
        yield Breach(
            Place(), "sections", {"used": found.used, "total": total, "unused": named, **counts}
        )


def _each(found: Covered) -> Iterator[Breach]:
    for one in found.figures:
        place = place_in(one.section, one.quantity.span.start)
        told = {"text": shown(one.quantity.surface), "section": shown(one.section.title)}
        yield Breach(place, f"{one.section.path}.passage", told)


def _counts(asides: Iterable[Unused]) -> dict[str, int]:
    kinds = Counter(one.quantity.kind for one in asides)
    return {
        "dates": kinds[Kind.DATE],
        "durations": kinds[Kind.DURATION],
        "ordinals": kinds[Kind.RANK],
        "names": kinds[Kind.NAME],
    }


COVERAGE_CHECKS: tuple[Check[Covered], ...] = (
    Check("coverage", Severity.NOTE, "how many figures of the words no metric uses", _summary),
    Check("figure-unused", Severity.NOTE, "a figure of the words that no metric uses", _each),
)
