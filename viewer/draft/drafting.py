"""A report drafted as a briefing that opens: read, parted, figured, charted, proven."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from viewer.draft.conclusions import with_findings
from viewer.draft.notes import Note
from viewer.draft.outline import Outline, outline
from viewer.draft.pool import Pool, Progress
from viewer.draft.ranking import EVERY, Limit
from viewer.draft.readers import read_report
from viewer.draft.repair import proven, unproven
from viewer.i18n import load
from viewer.model import Briefing, Figure, Key, Metric, ViewerError

Advance = Callable[[], None]


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

    @property
    def to_check(self) -> int:
        """How many metrics and relations the file marks for its author to look at."""
        related = (one for section in self.briefing.sections for one in section.relations)
        return len(self.doubted) + sum(bool(one.review) for one in related)


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
    pool = pool_of(path, encoding, progress, cancelled, password)
    return _drafted(pool, progress, cancelled, keep)


def draft_outline(
    made: Outline,
    name: str,
    progress: Progress = lambda _step, _done: None,
    cancelled: Callable[[], bool] = lambda: False,
    keep: Limit = EVERY,
) -> Draft:
    """Draft a report that is parted already; `name` is its title where it has none, `keep` how
    many figures it may have."""
    return _drafted(Pool.of(made, name, progress, cancelled), progress, cancelled, keep)


def pool_of(
    path: Path,
    encoding: str = "",
    progress: Progress = lambda _step, _done: None,
    cancelled: Callable[[], bool] = lambda: False,
    password: str = "",
) -> Pool:
    """Every figure of the report at `path`, for its maker to choose from; stops as
    `draft_report`."""
    progress("read", 0.0)
    report = read_report(path, encoding, cancelled, password)
    made = outline(report)
    return Pool.of(made, path.stem, progress, cancelled, report)


def drafted_of(
    pool: Pool, kept: frozenset[str], step: Advance = lambda: None
) -> tuple[Draft, Mapping[Key, Figure]]:
    """The draft of the figures that are kept, and what proves them.

    `step` is called before each figure that is proven; what it raises ends the work.
    """
    words, notes = load(pool.outline.language), list(pool.notes)
    sound, repairs, figures = proven(pool.briefing(kept), words, step)
    unchosen = len(pool.metrics) - len(kept)
    if unchosen:
        notes.append(Note("figures-chosen", {"kept": len(kept), "left": unchosen}))
    left = pool.left + unproven(repairs)
    told = (*replace(pool, left=left).account, *notes, *repairs)
    return Draft(with_findings(sound, figures, words), told, left), figures


def _drafted(pool: Pool, progress: Progress, cancelled: Callable[[], bool], keep: Limit) -> Draft:
    def step() -> None:
        if cancelled():
            raise ViewerError("draft-cancelled")

    progress("prove", 1.0)
    draft, _ = drafted_of(pool, pool.best(keep), step)
    progress("done", 1.0)
    return draft


def _all(briefing: Briefing) -> list[Metric]:
    return [metric for section in briefing.sections for metric in section.metrics]
