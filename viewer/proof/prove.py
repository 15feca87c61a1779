"""Proves a briefing: every cite against its passage, section by section, then the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from viewer.model import Briefing, Figure, Issue, Key, Metric, Proof, Section
from viewer.proof.checks.check_charts import with_proposals
from viewer.proof.checks.table import OF_FILE, OF_RELATIONS, OF_SECTION
from viewer.proof.matching import Judge
from viewer.proof.related import Related
from viewer.proof.values import Known, SectionProof, Trial, Tried


def prove(briefing: Briefing) -> Proof:
    """Every figure of a briefing that agrees with the words, and everything that is wrong.

    Never raises for what an author may write. Scans only the sentences that are quoted.
    """
    known = Known.of(briefing)
    return finish_proof(known, [prove_section(section, known) for section in briefing.sections])


def prove_section(
    section: Section, known: Known, step: Callable[[], None] = lambda: None
) -> SectionProof:
    """What one section proves, so that a window can go on between two of them.

    `step` is called before each metric; what it raises ends the proof.
    """
    judge = Judge(section, known)
    trials = tuple(
        judge.trial(metric, point)
        for metric in _each(section.metrics, step)
        for point in metric.points
        if point.cite is not None
    )
    tried = with_proposals(Tried(section, trials, known))
    issues = tuple(issue for check in OF_SECTION for issue in check.issues(tried))
    return SectionProof(
        section.id, MappingProxyType(_figures(section, trials)), issues, len(trials)
    )


def finish_proof(known: Known, sections: Iterable[SectionProof]) -> Proof:
    """The proof of a file from those of its sections, with what only the whole file shows."""
    figures: dict[Key, Figure] = {}
    issues: list[Issue] = []
    cited = 0
    for section in sections:
        figures.update(section.figures)
        issues += section.issues
        cited += section.cited
    issues += (issue for check in OF_FILE for issue in check.issues(known))
    related = Related.of(known, figures)
    issues += (issue for check in OF_RELATIONS for issue in check.issues(related))
    issues.sort(key=lambda issue: issue.place)
    return Proof(MappingProxyType(figures), tuple(issues), cited, related.recomputed)


def _each(metrics: Iterable[Metric], step: Callable[[], None]) -> Iterator[Metric]:
    for metric in metrics:
        step()
        yield metric


def _figures(section: Section, trials: Iterable[Trial]) -> dict[Key, Figure]:
    return {
        trial.point.key: Figure(trial.point.key, section.id, trial.quantity, trial.quotes[0])
        for trial in trials
        if trial.quantity is not None
    }
