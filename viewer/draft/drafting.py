"""A report drafted as a briefing that opens: read, parted, figured, charted, proven."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from viewer.draft.account import account, put_aside
from viewer.draft.candidates import Left, finds
from viewer.draft.charts import Placed, charts
from viewer.draft.conclusions import with_findings
from viewer.draft.metrics import metrics
from viewer.draft.notes import Note
from viewer.draft.outline import Outline, Part, outline
from viewer.draft.ranking import EVERY, Candidates, Limit, worth_keeping
from viewer.draft.readers import read_report
from viewer.draft.readers.report import Extent
from viewer.draft.relations import Drafted, across, closed, relations
from viewer.draft.repair import proven
from viewer.draft.slugs import Ids
from viewer.i18n import Words, load
from viewer.model import Briefing, Metric, Passage, Section, ViewerError

_MOST_NOTES = 20
MOST_FIGURES = 5_000
"""How many figures a draft takes in all, so that the file stays one that opens."""

Progress = Callable[[str, float], None]
"""Hears what is being done (`read`, `figures`, `prove`, `done`) and how far it is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing made of a report, with what its maker should know.

    What is doubted of a figure is said in its metric's `review`. `notes` tell first how much of
    the report stands in the briefing (where it was read from a file), then what was left out, in
    the order of the report. `left` counts the figures that stand in the words alone, since no
    metric could be made of them; those not chosen for a shorter draft are not among them.
    """

    briefing: Briefing
    notes: tuple[Note, ...]
    left: int = 0

    @property
    def figures(self) -> int:
        """How many figures of the report stand in the briefing."""
        return sum(len(metric.points) for metric in _all(self.briefing))

    @property
    def doubted(self) -> tuple[Metric, ...]:
        """The metrics that the author should look at."""
        return tuple(metric for metric in _all(self.briefing) if metric.review)


def draft_report(
    path: Path,
    encoding: str = "",
    progress: Progress = lambda _step, _done: None,
    cancelled: Callable[[], bool] = lambda: False,
    keep: Limit = EVERY,
    password: str = "",
) -> Draft:
    """Draft the report at `path`; `encoding` empty means detect, `password` opens a locked file.

    `keep` limits the figures to those worth a place in charts and talk. The briefing passes every
    check without an error. Raises ViewerError where the report cannot be read, and
    `draft-cancelled` soon after `cancelled` says so.
    """
    progress("read", 0.0)
    report = read_report(path, encoding, cancelled, password)
    made = outline(report)
    draft = draft_outline(made, path.stem, progress, cancelled, keep)
    return replace(draft, notes=(account(report, made, draft.left), *draft.notes))


def draft_outline(
    made: Outline,
    name: str,
    progress: Progress = lambda _step, _done: None,
    cancelled: Callable[[], bool] = lambda: False,
    keep: Limit = EVERY,
) -> Draft:
    """Draft a report that is parted already; `name` is its title where it has none, `keep` how
    many figures it may have."""
    words = load(made.language)

    def step() -> None:
        if cancelled():
            raise ViewerError("draft-cancelled")

    maker = _Maker(made.language, words)
    found: list[Candidates] = []
    for number, part in enumerate(made.parts):
        step()
        progress("figures", number / len(made.parts))
        found.append(maker.candidates(part, whole=len(made.parts) == 1))
    found = maker.chosen(found, made.title or name, keep)
    sections = [maker.section(*each) for each in zip(made.parts, found, strict=True)]
    briefing = Briefing(
        title=made.title or name,
        language=made.language,
        period=made.period,
        source=replace(made.source, headline=made.title),
        sections=maker.related(sections),
    )
    progress("prove", 1.0)
    sound, repairs, figures = proven(briefing, words, step)
    sound = with_findings(sound, figures, words)
    progress("done", 1.0)
    unproven = sum(note.code == "figure-unproven" for note in repairs)
    notes = (*put_aside(made.dropped), *maker.notes, *repairs)
    return Draft(sound, notes, maker.left + unproven)


@dataclass(slots=True)
class _Maker:
    """Makes the sections of one briefing, whose ids must differ."""

    language: str
    words: Words
    ids: Ids = field(default_factory=Ids)
    section_ids: Ids = field(default_factory=Ids)
    notes: list[Note] = field(default_factory=list)
    drafted: list[Drafted] = field(default_factory=list)
    figures: int = 0
    left: int = 0

    def candidates(self, part: Part, whole: bool) -> Candidates:
        """The figures of one part of the report, its only one where `whole`, as many as the file
        has room for, and how they relate."""
        untitled = "draft.section.whole" if whole else "draft.section.lead"
        title = part.title or self.words(untitled)
        if self.figures >= MOST_FIGURES:
            self.left += Extent.of([part.passage]).number_count
            return Candidates(title, (), ())
        found = finds(part.passage, self.language, part.title)
        self.notes += _left(found.left, title)
        made = metrics(found, self.ids, self.words)
        placed = made.placed[: MOST_FIGURES - self.figures]
        if len(placed) + self.figures == MOST_FIGURES:
            self.notes.append(Note("figures-many", {"section": title, "most": MOST_FIGURES}))
        self.figures += len(placed)
        self.left += len(found.left) + len(made.placed) - len(placed)
        self.drafted.append(Drafted(found, made.keys))
        return Candidates(title, placed, relations(found, made.keys, self.words))

    def chosen(self, found: list[Candidates], title: str, keep: Limit) -> list[Candidates]:
        """The figures that are kept of all, told where some are not."""
        if keep.most is None or self.figures <= max(keep.few, keep.most):
            return found
        ids = worth_keeping(found, title, keep.most)
        kept = [
            replace(part, placed=tuple(each for each in part.placed if each.metric.id in ids))
            for part in found
        ]
        left = self.figures - sum(len(part.placed) for part in kept)
        self.notes.append(Note("figures-chosen", {"kept": self.figures - left, "left": left}))
        return kept

    def section(self, part: Part, found: Candidates) -> Section:
        """One part of the report with its metrics and charts."""
        placed = _closed(found.placed)
        known = frozenset(each.metric.id for each in placed)
        related = tuple(closed(found.relations, known))
        return Section(
            id=self.section_ids.section(part.title),
            title=found.title,
            passage=Passage(part.passage),
            metrics=tuple(each.metric for each in placed),
            charts=charts(placed, self.words, related),
            relations=related,
        )

    def related(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """The sections with the relations between figures of different sections."""
        between = across(self.drafted, self.words)
        known = frozenset(metric.id for each in sections for metric in each.metrics)
        return tuple(
            replace(
                section,
                relations=(
                    *section.relations,
                    *closed(tuple(between.get(number, ())), known),
                ),
            )
            for number, section in enumerate(sections)
        )


def _closed(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
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


def _all(briefing: Briefing) -> list[Metric]:
    return [metric for section in briefing.sections for metric in section.metrics]
