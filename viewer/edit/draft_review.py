"""A draft while its maker looks at it: what is kept, what was corrected, what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from viewer.datafile import write_briefing
from viewer.draft.conclusions import with_findings
from viewer.draft.drafting import Draft, drafted_of
from viewer.draft.pool import Pool
from viewer.draft.ranking import FOR_A_MEETING, Limit
from viewer.draft.repair import proven, unproven
from viewer.edit.applying import tried
from viewer.edit.figure_fields import Proposal, proposal_of
from viewer.edit.lookup import point_in
from viewer.edit.operations import ChangeFigure, Fields
from viewer.edit.version import Version
from viewer.i18n import load
from viewer.model import Briefing, Figure, Issue, Key, Metric, Passage, Section


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure as a correction reads, with what proves it, and what `check` would refuse of it."""

    metric: Metric
    figures: Mapping[Key, Figure]
    errors: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class DraftReview:
    """Every figure of a report, proven by `figures`; `kept` are the ids of those that the briefing
    will have, `proposed` those that the program chose, `changed` those that were corrected.
    """

    pool: Pool
    figures: Mapping[Key, Figure]
    proposed: frozenset[str]
    kept: frozenset[str]
    changed: frozenset[str] = frozenset()

    @staticmethod
    def of(
        pool: Pool, step: Callable[[], None] = lambda: None, keep: Limit = FOR_A_MEETING
    ) -> DraftReview:
        """Prove every figure and choose among them; `step` is called before each, what it raises
        ends the work."""
        best, every = pool.best(keep), frozenset(metric.id for metric in pool.metrics)
        words = load(pool.outline.language)
        briefing, repairs, figures = proven(pool.briefing(every), words, step)
        sound = {m.id: m for section in briefing.sections for m in section.metrics}
        notes, left = (*pool.notes, *repairs), pool.left + unproven(repairs)
        whole = replace(pool.corrected(sound), notes=notes, left=left)
        best &= frozenset(sound)
        return DraftReview(whole, MappingProxyType(dict(figures)), best, best)

    @property
    def touched(self) -> bool:
        """Whether its maker decided anything that would be lost."""
        return bool(self.changed) or self.kept != self.proposed

    @property
    def doubted(self) -> int:
        """How many of the figures that are kept should be looked at."""
        return sum(metric.id in self.kept for metric in self.pool.metrics if metric.review)

    @property
    def disagreeing(self) -> int:
        """How many calculations between the figures that are kept do not agree."""
        return sum(bool(one.review) for one in self.pool.related(self.kept))

    def ticked(self, metrics: Iterable[str], on: bool) -> DraftReview:
        """With some figures kept, or not."""
        some = frozenset(metrics)
        return replace(self, kept=self.kept | some if on else self.kept - some)

    def metric(self, id_: str) -> Metric:
        """A figure as it stands; StopIteration where there is none of this id."""
        return next(metric for metric in self.pool.metrics if metric.id == id_)

    def number(self, metric: str) -> int:
        """The number of the section that a figure stands in."""
        parts = enumerate(self.pool.parts)
        return next(at for at, part in parts if any(p.metric.id == metric for p in part.placed))

    def proposal(self, key: Key, metric: str) -> Proposal:
        """A figure as a sheet shows it."""
        one = self.metric(metric)
        return proposal_of(one, next(point for point in one.points if point.key == key))

    def corrected(self, key: Key, metric: str, fields: Fields) -> Corrected:
        """What would come of other fields of a figure, as `check` would say it of the file."""
        before = self._alone(metric)
        trial = tried(before, [ChangeFigure(key, fields)])
        if trial.errors:
            return Corrected(self.metric(metric), {}, trial.errors)
        found, _ = point_in(trial.version.briefing, key)
        now = replace(found, of=self.metric(metric).of)
        return Corrected(now, trial.version.figures, ())

    def with_corrected(self, corrected: Corrected) -> DraftReview:
        """With a figure as it was corrected; who corrects one wants it kept."""
        one = corrected.metric
        metrics = {metric.id: metric for metric in self.pool.metrics} | {one.id: one}
        figures = MappingProxyType({**self.figures, **corrected.figures})
        pool, changed = self.pool.corrected(metrics), self.changed | {one.id}
        kept = self.kept | {one.id}
        return replace(self, pool=pool, figures=figures, changed=changed, kept=kept)

    def accepted(self, id_: str) -> DraftReview:
        """With a figure that is doubted no more: its maker looked at it."""
        sure = replace(self.metric(id_), review="")
        metrics = {metric.id: metric for metric in self.pool.metrics} | {id_: sure}
        return replace(self, pool=self.pool.corrected(metrics), changed=self.changed | {id_})

    def differing(self, other: DraftReview) -> tuple[Metric, ...]:
        """The figures that read otherwise than in another state of this review, or are kept in one
        of both only."""
        before = {metric.id: metric for metric in other.pool.metrics}
        ticked = self.kept ^ other.kept
        return tuple(
            metric
            for metric in self.pool.metrics
            if metric is not before.get(metric.id) or metric.id in ticked
        )

    def passage(self, number: int) -> Passage:
        """The words of one section."""
        return Passage(self.pool.outline.parts[number].passage)

    def figures_of(self, number: int) -> tuple[Figure, ...]:
        """What proves the figures of one section, kept or not."""
        keys = (p.key for each in self.pool.parts[number].placed for p in each.metric.points)
        return tuple(self.figures[key] for key in keys if key in self.figures)

    def preview(self, number: int) -> tuple[Briefing, Section]:
        """One section as the briefing will have it, with its charts and their findings."""
        section = self.pool.section(number, self.kept)
        language = self.pool.outline.language
        one = Briefing(self.pool.title, language=language, sections=(section,))
        made = with_findings(one, self.figures, load(language))
        return made, made.sections[0]

    def draft(self, step: Callable[[], None] = lambda: None) -> Draft:
        """The briefing of the figures that are kept."""
        return drafted_of(self.pool, self.kept, step)[0]

    def _alone(self, metric: str) -> Version:
        """A file of one figure in its passage: quick to prove, however many there are."""
        number, language = self.number(metric), self.pool.outline.language
        passage = self.passage(number)
        one = replace(self.metric(metric), of=None)
        section = Section(self.pool.ids[number], "-", passage, (one,))
        briefing = Briefing("-", language=language, sections=(section,))
        return Version.of(write_briefing(briefing, load(language)).encode())


@dataclass(frozen=True, slots=True)
class DraftHistory:
    """The states of a review, to go back to without end."""

    now: DraftReview
    before: tuple[DraftReview, ...] = ()
    after: tuple[DraftReview, ...] = ()

    def then(self, review: DraftReview) -> DraftHistory:
        """With a state more; what was undone before is forgotten."""
        return DraftHistory(review, (*self.before, self.now))

    def undo(self) -> DraftHistory:
        """At the state before."""
        if not self.before:
            return self
        return DraftHistory(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> DraftHistory:
        """At the state that was undone last."""
        if not self.after:
            return self
        return DraftHistory(self.after[0], (*self.before, self.now), self.after[1:])
