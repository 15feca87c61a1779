"""The proof of a draft: what does not prove is read again by itself, or left out with a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from viewer.draft.charts import pruned
from viewer.draft.notes import Note
from viewer.draft.relations import closed
from viewer.draft.value_syntax import written_value
from viewer.i18n import Words
from viewer.model import Briefing, Figure, Issue, Key, Metric, Point, Quantity, Section, Severity
from viewer.proof import Known, SectionProof, finish_proof, prove_section
from viewer.quantities import scan

Figures = Mapping[Key, Figure]
_ROUNDS = 4
_PATH = re.compile(r"sections\[(\d+)\]\.(metrics|charts|relations)\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What the errors of one round name: metrics to mend, parts to free, charts, findings of charts
    and relations to drop."""

    metrics: frozenset[str]
    parts: frozenset[str]
    charts: frozenset[tuple[int, int]]
    findings: frozenset[tuple[int, int]]
    relations: frozenset[tuple[int, int]]

    def __bool__(self) -> bool:
        """Whether there is anything."""
        sets = (self.metrics, self.parts, self.charts, self.findings, self.relations)
        return any(sets)


def unproven(repairs: Iterable[Note]) -> int:
    """How many figures were left out, since no quote proves them."""
    return sum(note.code == "figure-unproven" for note in repairs)


def proven(
    briefing: Briefing, words: Words, step: Callable[[], None] = lambda: None
) -> tuple[Briefing, tuple[Note, ...], Figures]:
    """The briefing with every figure proven and no error left, notes of what had to change, and
    what proves its figures.

    A figure that reads otherwise by itself than in the whole passage takes the reading that the
    proof will find, with a doubt; one that cannot be proven is left out. `step` is called before
    each figure that is proven; what it raises ends the work.
    """
    prover = _Prover(step)
    notes: list[Note] = []
    mended: set[str] = set()
    for _ in range(_ROUNDS):
        wrong = prover.wrong(briefing)
        if not wrong:
            return briefing, tuple(notes), prover.figures
        alone = _Alone(briefing.language)
        sections = [
            _mended(section, at, wrong, mended, alone, words)
            for at, section in enumerate(briefing.sections)
        ]
        notes += _gone(briefing, sections)
        mended |= wrong.metrics
        briefing = _linked(replace(briefing, sections=tuple(sections)))
    return _without_unproven(briefing, prover), tuple(notes), {}


class _Prover:
    """Proves one version of a briefing after the other; a section that is as it was is not read
    again.
    """

    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step
        self.figures: Figures = {}
        self._before: dict[str, tuple[Section, SectionProof]] = {}

    def wrong(self, briefing: Briefing) -> _Wrong:
        """What the errors of a version name."""
        placed = _with_paths(briefing)
        known = Known.of(placed)
        for section in placed.sections:
            if section.path not in self._before or self._before[section.path][0] != section:
                proof = prove_section(section, known, self._step)
                self._before[section.path] = section, proof
        done = [self._before[section.path][1] for section in placed.sections]
        whole = finish_proof(known, done)
        self.figures = whole.figures
        errors = [each for each in whole.issues if each.severity is Severity.ERROR]
        return _wrong(placed, errors)


def _with_paths(briefing: Briefing) -> Briefing:
    """The briefing with the path of every metric and chart, so that issues can name them."""
    sections = []
    for at, section in enumerate(briefing.sections):
        path = f"sections[{at}]"
        metrics = tuple(
            replace(
                metric,
                path=f"{path}.metrics[{number}]",
                points=tuple(
                    replace(point, path=f"{path}.metrics[{number}]") for point in metric.points
                ),
            )
            for number, metric in enumerate(section.metrics)
        )
        charts = tuple(
            replace(chart, path=f"{path}.charts[{number}]")
            for number, chart in enumerate(section.charts)
        )
        related = tuple(
            replace(relation, path=f"{path}.relations[{number}]")
            for number, relation in enumerate(section.relations)
        )
        sections.append(
            replace(section, path=path, metrics=metrics, charts=charts, relations=related)
        )
    return replace(briefing, sections=tuple(sections))


def _wrong(briefing: Briefing, errors: list[Issue]) -> _Wrong:
    metrics: set[str] = set()
    parts: set[str] = set()
    charts: set[tuple[int, int]] = set()
    findings: set[tuple[int, int]] = set()
    related: set[tuple[int, int]] = set()
    for error in errors:
        found = _PATH.match(error.path)
        if found is None:
            continue
        at, number = int(found[1]), int(found[3])
        if found[2] == "charts":
            (findings if found[4] == "finding" else charts).add((at, number))
            continue
        if found[2] == "relations":
            related.add((at, number))
            continue
        metric = briefing.sections[at].metrics[number]
        of_part = error.code.startswith(("of-", "part-"))
        (parts if of_part else metrics).add(metric.id)
    return _Wrong(
        frozenset(metrics),
        frozenset(parts),
        frozenset(charts),
        frozenset(findings),
        frozenset(related),
    )


def _mended(
    section: Section, at: int, wrong: _Wrong, mended: set[str], alone: _Alone, words: Words
) -> Section:
    metrics: list[Metric] = []
    for metric in section.metrics:
        kept: Metric | None = metric
        if metric.id in wrong.parts:
            kept = replace(metric, of=None)
        if metric.id in wrong.metrics:
            again = None if metric.id in mended or metric.series else metric
            kept = _read_alone(again, section.passage.text, alone, words) if again else None
        metrics += [kept] if kept else []
    charts = tuple(
        replace(chart, finding="") if (at, number) in wrong.findings else chart
        for number, chart in enumerate(section.charts)
        if (at, number) not in wrong.charts
    )
    related = tuple(
        one for number, one in enumerate(section.relations) if (at, number) not in wrong.relations
    )
    return replace(section, metrics=tuple(metrics), charts=charts, relations=related)


class _Alone:
    """How each paragraph reads by itself: scanned once, however many of its figures are asked."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._read: dict[str, dict[Decimal, list[Quantity]]] = {}

    def of_value(self, paragraph: str, value: Decimal) -> list[Quantity]:
        """The metrics of a paragraph with a value, its sign left aside."""
        if paragraph not in self._read:
            by_value: dict[Decimal, list[Quantity]] = {}
            for quantity in scan(paragraph, self._language):
                if quantity.is_metric and quantity.value is not None:
                    by_value.setdefault(abs(quantity.value), []).append(quantity)
            self._read[paragraph] = by_value
        return self._read[paragraph].get(abs(value), [])


def _read_alone(metric: Metric, text: str, alone: _Alone, words: Words) -> Metric | None:
    """The metric as its sentence alone reads, which is what a proof reads."""
    point = metric.point
    cite = point.cite or ""
    start = text.find(cite)
    sentence = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0] if start >= 0 else ""
    inside = sentence.find(cite)
    for quantity in alone.of_value(sentence, point.value):
        within = inside <= quantity.span.start and quantity.span.end <= inside + len(cite)
        value = written_value(quantity) if within else None
        if value is None or quantity.value is None:
            continue
        read = replace(point, written=value, value=quantity.value, high=quantity.high)
        doubt = words("draft.doubt.read-alone")
        return replace(
            metric,
            unit=quantity.unit.strip(),
            kind=quantity.kind,
            qualifier=quantity.qualifier,
            points=(read,),
            review=words("draft.doubt.comma").join(filter(None, (metric.review, doubt))),
        )
    return None


def _gone(briefing: Briefing, sections: list[Section]) -> Iterator[Note]:
    left = {metric.id for section in sections for metric in section.metrics}
    for section in briefing.sections:
        for metric in section.metrics:
            if metric.id not in left:
                params = {"text": _shown(metric.point, metric.unit), "section": section.title}
                yield Note("figure-unproven", params)


def _shown(point: Point, unit: str) -> str:
    return f"{point.written}{unit}"


def _linked(briefing: Briefing) -> Briefing:
    """Without references to metrics that are gone."""
    known = frozenset(metric.id for section in briefing.sections for metric in section.metrics)
    sections = []
    for section in briefing.sections:
        metrics = tuple(
            metric if metric.of in known else replace(metric, of=None) for metric in section.metrics
        )
        charts = tuple(left for left in (pruned(each, known) for each in section.charts) if left)
        related = tuple(closed(section.relations, known))
        lead = section.lead if section.lead in {metric.id for metric in metrics} else ""
        sections.append(
            replace(section, metrics=metrics, charts=charts, relations=related, lead=lead)
        )
    return replace(briefing, sections=tuple(sections))


def _without_unproven(briefing: Briefing, prover: _Prover) -> Briefing:
    """What still does not prove after every round is left out: a draft never has an error."""
    wrong = prover.wrong(briefing)
    sections = tuple(
        replace(
            section,
            metrics=tuple(
                replace(metric, of=None)
                for metric in section.metrics
                if metric.id not in wrong.metrics
            ),
            charts=(),
            relations=(),
        )
        for section in briefing.sections
    )
    return _linked(replace(briefing, sections=sections))
