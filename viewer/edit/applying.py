"""An operation applied to the bytes of a file, and looked at before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import NamedTuple

from viewer.datafile.patch import patched
from viewer.draft.charts import title_of
from viewer.edit.one_section import within
from viewer.edit.operations import ChangeChart, Operation
from viewer.edit.references import renamed
from viewer.edit.version import Version
from viewer.i18n import Words, load
from viewer.model import (
    Briefing,
    Chart,
    Issue,
    Metric,
    Point,
    Relation,
    Section,
    Severity,
    ViewerError,
)
from viewer.proof import Known, Proof, SectionProof, finish_proof, prove_section
from viewer.proof.chart_rules import RULES
from viewer.proof.checks.table import OF_SECTION

_OF_SECTION = frozenset(check.code for check in OF_SECTION)
_OF_KINDS = frozenset(rule.code for rule in RULES if rule.cards)


class Dropped(NamedTuple):
    """What an edit took off a chart since its figures carry it no longer: its `finding` or its
    `kind`, and how that read."""

    field: str
    chart: str
    said: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What would come of an operation: the new version, what `check` would newly refuse, and what
    was taken off charts."""

    version: Version
    errors: tuple[Issue, ...]
    dropped: tuple[Dropped, ...] = ()


_Lost = tuple[str, str, Dropped]
"""The section and the id of a chart, and what it lost."""


def tried(before: Version, operations: Sequence[Operation]) -> Attempt:
    """Operations done one after the other to a version in memory; nothing is written.

    A finding that was true and that the figures carry no longer goes with them, and so does the
    kind of a chart, unless it is what the operations write. ViewerError where one of them names
    what is not there, or cannot be written by itself.
    """
    after = before
    for operation in operations:
        try:
            after = _done(after, operation)
        except ViewerError:
            spoilt = _new(before.reading.issues, after.reading.issues)  # by one before it
            if spoilt:
                return Attempt(after, tuple(spoilt))
            raise
    for renaming in _retitled(before, after):
        after = _done(after, renaming)
    made = compared(before, after)
    lost = [*_lost_findings(before, made), *_lost_kinds(before, made)]
    if not lost:
        return made
    for section, chart, what in lost:
        after = _done(after, ChangeChart(section, chart, ((what.field, None),)))
    return replace(compared(before, after), dropped=tuple(what for _, _, what in lost))


def _retitled(before: Version, after: Version) -> list[ChangeChart]:
    """New titles for the charts that are called by the labels of their figures, where these are
    others now."""
    if after.reading.briefing is None:
        return []
    words = load(before.briefing.language)
    was = _called_by_labels(before.briefing, words)
    found: list[ChangeChart] = []
    for section in after.briefing.sections:
        for id_, chart in zip(section.chart_ids, section.charts, strict=True):
            title = _labels_of(section, chart, words)
            if was.get((section.id, id_)) == chart.title and title not in ("", chart.title):
                found.append(ChangeChart(section.id, id_, (("title", title),)))
    return found


def _called_by_labels(briefing: Briefing, words: Words) -> dict[tuple[str, str], str]:
    """The titles that are the labels of their charts' figures, by section and chart."""
    return {
        (section.id, id_): chart.title
        for section in briefing.sections
        for id_, chart in zip(section.chart_ids, section.charts, strict=True)
        if chart.title and chart.title == _labels_of(section, chart, words)
    }


def _labels_of(section: Section, chart: Chart, words: Words) -> str:
    known = {metric.id: metric for metric in section.metrics}
    shown = [known[id_] for id_ in chart.metrics if id_ in known]
    return title_of(chart.kind, shown, words) if shown else ""


def _lost_findings(before: Version, made: Attempt) -> list[_Lost]:
    """The findings that stood before and are refused now."""
    refused = {one.path for one in made.errors if one.code.startswith("finding-")}
    stood = {chart.finding for one in before.briefing.sections for chart in one.charts}
    return [
        (section, id_, Dropped("finding", chart.title, chart.finding))
        for section, id_, chart in _charts_at(refused, made)
        if chart.finding in stood
    ]


def _lost_kinds(before: Version, made: Attempt) -> list[_Lost]:
    """The kinds that charts of these figures had before, and that are refused now."""
    refused = {one.path for one in made.errors if one.code in _OF_KINDS}
    had = [(one.kind, {*one.metrics}) for each in before.briefing.sections for one in each.charts]
    return [
        (section, id_, Dropped("kind", chart.title, chart.kind))
        for section, id_, chart in _charts_at(refused, made)
        if any(chart.kind == kind and metrics.issuperset(chart.metrics) for kind, metrics in had)
    ]


def _charts_at(paths: Collection[str], made: Attempt) -> Iterator[tuple[str, str, Chart]]:
    """The charts in which these places are: section, id, chart."""
    if not paths or made.version.reading.briefing is None:
        return
    for section in made.version.briefing.sections:
        for id_, chart in zip(section.chart_ids, section.charts, strict=True):
            if any(f"{path}.".startswith(f"{chart.path}.") for path in paths):
                yield section.id, id_, chart


def _done(before: Version, operation: Operation) -> Version:
    """A version with one operation done, and with every reference naming what it named before."""
    changes = operation.changes(before.briefing)
    quick = within(before, changes)
    if quick is not None:
        return quick
    after = Version.of(patched(before.data, changes), before.figures)
    if after.reading.briefing is None:
        return after
    follow = tuple(renamed(before.briefing, changes, after.reading.briefing))
    return Version.of(patched(after.data, follow), before.figures) if follow else after


def compared(before: Version, after: Version) -> Attempt:
    """What is newly wrong with a version against the one before; only sections that read
    otherwise are proven again, with those that name figures of theirs."""
    told = _new(before.reading.issues, after.reading.issues)
    if after.reading.briefing is None:
        return Attempt(after, tuple(told))
    was, now = _changed(before.briefing, after.briefing)
    moved = {metric.id for section in (*was, *now) for metric in section.metrics}
    ids = {section.id for section in (*was, *now)}
    was += _naming(before, moved, ids)
    now += _naming(after, moved, ids)
    first = before.proof or _proven(before, was)
    gone = {section.id for section in was}
    kept = {key: one for key, one in before.figures.items() if one.section_id not in gone}
    second = _proven(replace(after, figures=kept), now, _unchanged(before, after, now))
    known = before.proof is not None and after.shift is not None
    version = replace(
        after, figures=dict(second.figures), proof=second if known else None, shift=None
    )
    return Attempt(version, tuple(told + _new(first.issues, second.issues)))


def _changed(before: Briefing, after: Briefing) -> tuple[list[Section], list[Section]]:
    """The sections of either version that read otherwise in the other, or are not there."""
    same = {id(one) for one in before.sections} & {id(one) for one in after.sections}
    old = {_without_places(one): one for one in before.sections if id(one) not in same}
    new = {_without_places(one): one for one in after.sections if id(one) not in same}
    was = [section for said, section in old.items() if said not in new]
    return was, [section for said, section in new.items() if said not in old]


def _naming(version: Version, metrics: set[str], but: set[str]) -> list[Section]:
    """The sections that name figures of others among `metrics`."""
    return [
        section
        for section in version.briefing.sections
        if section.id not in but
        and (
            any(metric.of in metrics for metric in section.metrics)
            or any(not metrics.isdisjoint(chart.metrics) for chart in section.charts)
        )
    ]


def _unchanged(before: Version, after: Version, now: Sequence[Section]) -> tuple[Issue, ...]:
    """What is known to be wrong with the sections that are not proven again, where it is now."""
    if before.proof is None or after.shift is None:
        return ()
    proven = tuple(f"{section.path}." for section in now)
    return tuple(
        after.shift.issue(issue)
        for issue in before.proof.issues
        if issue.code in _OF_SECTION and not issue.path.startswith(proven)
    )


def _without_places(section: Section) -> object:
    """All that a section says, to tell whether two read the same."""
    figures = tuple((_METRIC(m), *map(_POINT, m.points)) for m in section.metrics)
    relations = tuple(map(_RELATION, section.relations))
    return _SECTION(section), figures, tuple(map(_CHART, section.charts)), relations


def _field_values(of: type, *but: str) -> Callable[[object], tuple[object, ...]]:
    """What a value says in each of its fields, places aside."""
    away = {"place", "path", "passage_place", *but}
    return attrgetter(*(one.name for one in fields(of) if one.name not in away))


_SECTION = _field_values(Section, "metrics", "charts", "relations")
_METRIC, _POINT = _field_values(Metric, "points"), _field_values(Point)
_CHART, _RELATION = _field_values(Chart), _field_values(Relation)


def _proven(version: Version, sections: Sequence[Section], issues: tuple[Issue, ...] = ()) -> Proof:
    """The proof of a version of which only `sections` are proven anew: of the others the figures
    and the `issues` are known."""
    known = Known.of(version.briefing)
    anew = {section.id for section in sections}
    rest = [section for section in version.briefing.sections if section.id not in anew]
    cited = sum(p.cite is not None for one in rest for m in one.metrics for p in m.points)
    figures = {key: one for key, one in version.figures.items() if one.section_id not in anew}
    others = SectionProof("", figures, issues, cited)
    return finish_proof(known, [others, *(prove_section(section, known) for section in sections)])


def _new(before: Iterable[Issue], after: Iterable[Issue]) -> list[Issue]:
    """The errors that were not there before, wherever they stand now."""
    left = Counter(_kind(issue) for issue in before)
    told = []
    for issue in after:
        if issue.severity is not Severity.ERROR:
            continue
        kind = _kind(issue)
        if left[kind]:
            left[kind] -= 1
        else:
            told.append(issue)
    return told


def _kind(issue: Issue) -> tuple[str, str]:
    """An issue without its place: lines move when a file changes above them."""
    params = {key: value for key, value in issue.params.items() if key != "line"}
    return issue.code, repr(sorted(params.items(), key=str))
