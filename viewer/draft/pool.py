"""All figures that were found in a report, and the briefing that some of them make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from viewer.draft.account import account, dropped_notes
from viewer.draft.bases.shared import with_common_base
from viewer.draft.candidates import finds
from viewer.draft.charts import PlacedMetric, charts
from viewer.draft.finds import Finds, Left
from viewer.draft.metrics import metrics
from viewer.draft.notes import Note
from viewer.draft.outline import Outline, OutlinePart
from viewer.draft.ranking import EVERY, Candidates, Limit, worth_keeping
from viewer.draft.readers.report import Report, TextExtent
from viewer.draft.relations import Drafted, across, closed, relations_between
from viewer.draft.slugs import Ids
from viewer.i18n import Words, load
from viewer.model import Briefing, Key, Metric, Passage, Relation, Section, ViewerError

_MOST_NOTES = 20
MOST_FIGURES = 5_000
"""How many figures a draft takes in all, so that the file stays one that opens."""

Progress = Callable[[str, float], None]
"""Hears what is being done (`read`, `figures`, `prove`, `done`) and how far it is, 0 to 1."""
Between = Mapping[int, Sequence[Relation[Key]]]
"""Relations between figures of different sections, by the number of the section that has them."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The figures of each part of an outline, none of them chosen yet.

    `ids` are the ids of the sections, `notes` tell what was left out, `left` counts the figures
    that no metric could be made of, `worded` those that are written without a digit. `report` is
    the file that all was read from, if it was one.
    """

    outline: Outline
    title: str
    ids: tuple[str, ...]
    parts: tuple[Candidates, ...]
    between: Between
    notes: tuple[Note, ...]
    left: int = 0
    report: Report | None = None
    worded: int = 0

    @staticmethod
    def of(
        made: Outline,
        name: str,
        progress: Progress,
        cancelled: Callable[[], bool],
        report: Report | None = None,
    ) -> Pool:
        """Find the figures of a report; `name` is its title where it has none.

        ViewerError `draft-cancelled` soon after `cancelled` says so.
        """
        words = load(made.language)
        maker, every, ids = _Maker(words), list[Finds | None](), Ids()
        room = MOST_FIGURES
        for number, part in enumerate(made.parts):
            if cancelled():
                raise ViewerError("draft-cancelled")
            progress("figures", number / len(made.parts))
            one = finds(part.passage, made.language, part.title) if room > 0 else None
            room -= len(one.found) if one is not None else 0
            every.append(one)
        whole = len(made.parts) == 1
        found = [
            maker.candidates(part, one, whole=whole)
            for part, one in zip(made.parts, with_common_base(every), strict=True)
        ]
        return Pool(
            made,
            made.title or name,
            tuple(ids.section(part.title) for part in made.parts),
            tuple(found),
            across(maker.drafted, words),
            (*dropped_notes(made.dropped), *maker.notes),
            maker.left,
            report,
            maker.worded,
        )

    @property
    def account(self) -> tuple[Note, ...]:
        """How much of the file stands in the draft; empty for what was read from none."""
        if self.report is None:
            return ()
        return (account(self.report, self.outline, self.left, self.worded),)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Every figure, in the order of the report."""
        return tuple(each.metric for part in self.parts for each in part.placed)

    def best(self, keep: Limit = EVERY) -> frozenset[str]:
        """The ids of the figures that are worth a place in charts and talk."""
        every = frozenset(metric.id for metric in self.metrics)
        if keep.most is None or len(every) <= max(keep.few, keep.most):
            return every
        return every & worth_keeping(self.parts, self.title, keep.most)

    def corrected(self, metrics: Mapping[str, Metric]) -> Pool:
        """With figures as they stand in `metrics`, by their ids, and without those that do not."""
        parts = tuple(
            replace(
                part,
                placed=tuple(
                    replace(each, metric=metrics[each.metric.id])
                    for each in part.placed
                    if each.metric.id in metrics
                ),
            )
            for part in self.parts
        )
        return replace(self, parts=parts)

    def briefing(self, kept: frozenset[str]) -> Briefing:
        """The briefing of the figures with the ids `kept`, as yet unproven."""
        made = self.outline
        sections = tuple(self.section(at, kept) for at in range(len(self.parts)))
        known = frozenset(metric.id for each in sections for metric in each.metrics)
        return Briefing(
            title=self.title,
            language=made.language,
            period=made.period,
            source=replace(made.source, headline=made.title),
            sections=tuple(self._related(at, one, known) for at, one in enumerate(sections)),
        )

    def related(self, kept: frozenset[str]) -> tuple[Relation[Key], ...]:
        """The relations whose figures are all among the ids `kept`."""
        between = (one for found in self.between.values() for one in found)
        own = (one for part in self.parts for one in part.relations)
        return tuple(closed((*own, *between), kept))

    def section(self, number: int, kept: frozenset[str]) -> Section:
        """One part of the report with the metrics that are kept, and their charts."""
        found = self.parts[number]
        placed = _closed(tuple(each for each in found.placed if each.metric.id in kept))
        known = frozenset(each.metric.id for each in placed)
        related = tuple(closed(found.relations, known))
        return Section(
            id=self.ids[number],
            title=found.title,
            passage=Passage(self.outline.parts[number].passage),
            metrics=tuple(each.metric for each in placed),
            charts=charts(placed, load(self.outline.language), related),
            relations=related,
        )

    def _related(self, number: int, section: Section, known: frozenset[str]) -> Section:
        """A section with the relations that lead from it to others."""
        between = closed(tuple(self.between.get(number, ())), known)
        return replace(section, relations=(*section.relations, *between))


@dataclass(slots=True)
class _Maker:
    """Makes the metrics of one report, whose ids must differ."""

    words: Words
    ids: Ids = field(default_factory=Ids)
    notes: list[Note] = field(default_factory=list)
    drafted: list[Drafted] = field(default_factory=list)
    figures: int = 0
    left: int = 0
    worded: int = 0

    def candidates(self, part: OutlinePart, found: Finds | None, whole: bool) -> Candidates:
        """The figures of one part of the report, its only one where `whole`, as many as the file
        has room for, and how they relate; `found` is None where there was no more room."""
        untitled = "draft.section.whole" if whole else "draft.section.lead"
        title = part.title or self.words(untitled)
        if found is None:
            self.left += TextExtent.of([part.passage]).number_count
            return Candidates(title, (), ())
        self.notes += _left(found.left, title)
        self.worded += sum(
            one.is_metric and not any(map(str.isdigit, one.surface)) for one in found.quantities
        )
        made = metrics(found, self.ids, self.words)
        placed = made.placed[: MOST_FIGURES - self.figures]
        if len(placed) + self.figures == MOST_FIGURES:
            self.notes.append(Note("figures-many", {"section": title, "most": MOST_FIGURES}))
        self.figures += len(placed)
        self.left += len(found.left) + len(made.placed) - len(placed)
        self.drafted.append(Drafted(found, made.keys))
        return Candidates(title, placed, relations_between(found, made.keys, self.words))


def _closed(placed: tuple[PlacedMetric, ...]) -> tuple[PlacedMetric, ...]:
    """The metrics without wholes that were cut off."""
    known = {each.metric.id for each in placed}
    return tuple(
        each
        if each.metric.of is None or each.metric.of in known
        else replace(each, metric=replace(each.metric, of=None))
        for each in placed
    )


def _left(left: Sequence[Left], title: str) -> Iterator[Note]:
    """A note for each figure left out, one for all those beyond a screenful."""
    for each in left[:_MOST_NOTES]:
        yield Note(f"figure-{each.why}", {"text": each.quantity.surface[:40], "section": title})
    if len(left) > _MOST_NOTES:
        yield Note("figures-left", {"section": title, "count": len(left) - _MOST_NOTES})
