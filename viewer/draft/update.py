"""A changed report drafted again: what its author wrote stays, what moved is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from viewer.datafile.fields import RECORDS
from viewer.draft.charts import MOST_CHARTS, pruned
from viewer.draft.drafting import Draft
from viewer.draft.matching import Matches, matched
from viewer.draft.notes import Note
from viewer.draft.relations import closed
from viewer.draft.repair import proven
from viewer.draft.slugs import Ids
from viewer.i18n import Words, load
from viewer.model import (
    Briefing,
    Chart,
    Key,
    Metric,
    PlannedStep,
    Relation,
    Section,
    Source,
    ViewerError,
)
from viewer.proof.checks.check_talk import idle_steps
from viewer.proof.values import Known

_KEYS = "|".join(sorted({row.key for rows in RECORDS.values() for row in rows}))
_FIELD = re.compile(rf"\s*(?:-\s+)*(?:\{{\s*)?(?:(?:{_KEYS})\s*:(?:\s|$)|#)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Update:
    """A draft with its author's work in it, and notes of what is new, changed, moved and gone."""

    draft: Draft
    notes: tuple[Note, ...]


def updated(old: Briefing, draft: Draft) -> Update:
    """The draft of a changed report with the labels, groupings and notes of `old`.

    A metric whose quote still stands is kept as it is; one whose figure changed takes value and
    quote from the draft, and says so in `review`; one whose figure is gone is left out and told. A
    figure that the old report had without a metric stays without: its author left it out.
    """
    new = draft.briefing
    words = load(new.language)
    found = matched(old, new)
    sections = tuple(_section(section, old, found, words) for section in new.sections)
    merged = replace(
        old,
        language=new.language,
        period=new.period or old.period,
        source=_source(old.source, new.source),
        sections=sections,
    )
    sound, repairs, _ = proven(_linked(merged, found), words)
    idle = idle_steps(Known.of(sound))
    gone = [step for step in sound.talk if step.path in idle]
    sound = replace(sound, talk=tuple(step for step in sound.talk if step.path not in idle))
    notes = (
        *_moves(old, new, found),
        *repairs,
        *(Note("step-gone", _step_record(step)) for step in gone),
        *_unproven(old, sound, found),
        *_texts_gone(old, sound),
    )
    return Update(replace(draft, briefing=sound), notes)


def _step_record(step: PlannedStep) -> Mapping[str, object]:
    subject = step.section or step.chart or ", ".join(step.figures)
    return {"step": step.kind.value, "subject": subject}


def _metrics(briefing: Briefing) -> Iterator[Metric]:
    return (metric for section in briefing.sections for metric in section.metrics)


def _source(old: Source, new: Source) -> Source:
    """The author's source, with what it lacks from the report."""
    return replace(
        old,
        publication=old.publication or new.publication,
        page=old.page or new.page,
        date=new.date or old.date,
        authors=old.authors or new.authors,
    )


def _section(new: Section, old: Briefing, found: Matches, words: Words) -> Section:
    """A section of the new report with the author's title, notes, metrics and charts."""
    kept = [metric for metric in _metrics(old) if found.place.get(metric.id) == new.id]
    changed = [_changed(metric, found.change.get(metric.id), words) for metric in kept]
    fresh = [
        _renamed(metric, found.names[metric.id]) for metric in new.metrics if metric.id in found.new
    ]
    metrics = tuple(sorted([*changed, *fresh], key=lambda metric: _position_of(metric, new)))
    home = found.homes.get(new.id)
    mine = frozenset(metric.id for metric in metrics)
    charts = _charts(home, new, old, found, mine)
    related = _relations(home, new, found)
    if home is None:
        return replace(
            new,
            id=found.section_ids[new.id],
            metrics=metrics,
            charts=charts,
            relations=related,
        )
    title = new.title if _is_renamed(home, new) else home.title
    return replace(
        home,
        title=title,
        passage=new.passage,
        metrics=metrics,
        charts=charts,
        relations=related,
    )


def _relations(home: Section | None, new: Section, found: Matches) -> tuple[Relation[Key], ...]:
    """The author's relations, and those of the draft in which a new figure plays a role."""
    fresh = (
        replace(one, roles=tuple((role, _now(key, found)) for role, key in one.roles))
        for one in new.relations
        if home is None or any(key.partition("@")[0] in found.new for key in one.members)
    )
    return (*(home.relations if home else ()), *fresh)


def _now(key: Key, found: Matches) -> Key:
    """The key of a drafted figure in the updated file."""
    id_, at, period = key.partition("@")
    return f"{found.names.get(id_, id_)}{at}{period}"


def _is_renamed(home: Section, new: Section) -> bool:
    """Whether the report has another heading where the author kept the one that it had."""
    return home.title != new.title and Ids().section(home.title) == home.id


def _position_of(metric: Metric, section: Section) -> int:
    cite = metric.points[0].cite
    return section.passage.text.find(cite) if cite else len(section.passage.text)


def _changed(old: Metric, new: Metric | None, words: Words) -> Metric:
    """The author's metric with the figure of the new report, marked to be looked at."""
    if new is None:
        return old
    points = _renamed(new, old.id).points
    if not _value_differs(old, new):  # the same figure in other words
        return replace(old, points=points)
    return replace(
        old,
        points=points,
        unit=new.unit,
        kind=new.kind,
        qualifier=new.qualifier,
        series=new.series,
        versus=old.versus or new.versus,
        review=words("draft.doubt.changed", old=f"{old.point.written}{old.unit}"),
    )


def _value_differs(old: Metric, new: Metric) -> bool:
    """Whether the figures themselves differ, not only the words that they are quoted from."""
    said = [
        ([(point.value, point.high) for point in each.points], each.qualifier)
        for each in (old, new)
    ]
    return said[0] != said[1]


def _renamed(metric: Metric, id_: str) -> Metric:
    points = tuple(
        replace(point, key=f"{id_}@{point.period}" if metric.series else id_)
        for point in metric.points
    )
    return replace(metric, id=id_, points=points)


def _charts(
    home: Section | None, new: Section, old: Briefing, found: Matches, mine: frozenset[str]
) -> tuple[Chart, ...]:
    """The author's charts without what is gone, those whose figures all moved here, then those of
    the draft that show only news."""
    kept = [left for chart in (home.charts if home else ()) if (left := pruned(chart, mine))]
    moved = [
        chart
        for section in old.sections
        if section is not home
        for chart in section.charts
        if chart.metrics and mine.issuperset(chart.metrics)
    ]
    fresh = [
        replace(chart, metrics=tuple(found.names[id_] for id_ in chart.metrics))
        for chart in new.charts
        if all(id_ in found.new for id_ in chart.metrics)
    ]
    room = max(0, MOST_CHARTS - len(kept))
    return (*kept, *[*moved, *fresh][:room])


def _linked(briefing: Briefing, found: Matches) -> Briefing:
    """Wholes by the names that they have now; a whole that is gone leaves its parts free."""
    known = {metric.id for metric in _metrics(briefing)}
    sections = []
    for section in briefing.sections:
        metrics = []
        for metric in section.metrics:
            whole = metric.of if metric.of in known else found.names.get(metric.of or "")
            metrics.append(replace(metric, of=whole if whole in known else None))
        related = tuple(closed(section.relations, frozenset(known)))
        sections.append(replace(section, metrics=tuple(metrics), relations=related))
    return replace(briefing, sections=tuple(sections))


def _moves(old: Briefing, new: Briefing, found: Matches) -> Iterator[Note]:
    """What is new, changed, moved and gone, in the order of the new report, then of the old."""
    titles: Mapping[str, str] = {section.id: section.title for section in new.sections}
    for section in new.sections:
        home = found.homes.get(section.id)
        if home is None:
            yield Note("section-new", {"section": section.title})
        elif _is_renamed(home, section):
            yield Note("section-renamed", {"section": home.title, "new": section.title})
        for metric in section.metrics:
            if metric.id in found.new:
                yield Note(
                    "metric-new", {"label": _written_value(metric), "section": section.title}
                )
    yield from _section_moves(old, new, found)
    housed = {section.id for section in found.homes.values()}
    homes = {home.id: new_id for new_id, home in found.homes.items()}
    for section in old.sections:
        if section.id not in housed:
            yield Note("section-gone", {"section": section.title})
        for metric in section.metrics:
            place = found.place.get(metric.id)
            change = found.change.get(metric.id)
            if place is None:
                yield Note(
                    "metric-gone", {"label": _written_value(metric), "section": section.title}
                )
                continue
            if place != homes.get(section.id):
                yield Note("metric-moved", {"label": metric.label, "section": titles[place]})
            if change is not None and _value_differs(metric, change):
                written = f"{change.point.written}{change.unit}"
                yield Note("metric-changed", {"label": _written_value(metric), "new": written})


def _unproven(old: Briefing, new: Briefing, found: Matches) -> Iterator[Note]:
    """The author's metrics that have a place in the new report, and no proof there."""
    left = {metric.id for metric in _metrics(new)}
    for section in old.sections:
        for metric in section.metrics:
            if metric.id in found.place and metric.id not in left:
                yield Note(
                    "metric-gone", {"label": _written_value(metric), "section": section.title}
                )


def _texts_gone(old: Briefing, new: Briefing) -> Iterator[Note]:
    """What the author wrote beside the figures that stands nowhere in the new version."""
    left = Counter(text for _, _, text in _texts(new))
    for field, owner, text in _texts(old):
        if left[text]:
            left[text] -= 1
        else:
            yield Note("text-gone", {"field": field, "owner": owner, "text": text})


def _texts(briefing: Briefing) -> Iterator[tuple[str, str, str]]:
    """The author's own texts: the name of the field, whose it is, and what it says."""
    for section in briefing.sections:
        yield from _filled(section.id, notes=section.notes)
        for metric in section.metrics:
            yield from _filled(metric.id, notes=metric.notes, review=metric.review)
        for chart in section.charts:
            yield from _filled(section.id, title=chart.title)
    for step in briefing.talk:
        yield from _filled(f"talk: {step.kind.value}", notes=step.notes)


def _filled(owner: str, **texts: str) -> Iterator[tuple[str, str, str]]:
    return ((field, owner, text) for field, text in texts.items() if text)


def require_plain_passages(path: Path, old: Briefing, new: Briefing) -> None:
    """Refuse a file one of whose passages holds what looks like a field or a comment of the file.

    Such a line is most often the author's, put one space too far to the right: the passage would
    be replaced, and the line with it. One that the report itself has is a line of the passage.
    ViewerError `passage-field` with the section and the line.
    """
    words = {line.strip() for each in new.sections for line in each.passage.text.splitlines()}
    for section in old.sections:
        for line in section.passage.text.splitlines():
            if line.strip() not in words and _FIELD.match(line):
                said = {"section": section.title, "text": line.strip()[:_LONGEST]}
                raise ViewerError("passage-field", file=str(path), **said)


def _section_moves(old: Briefing, new: Briefing, found: Matches) -> Iterator[Note]:
    """The sections that stand elsewhere among those of both: fewest that tell the new order."""
    both = [section for section in new.sections if section.id in found.homes]
    now = [found.homes[section.id].id for section in both]
    was = [section.id for section in old.sections if section.id in now]
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    still = {at for block in blocks for at in range(block.b, block.b + block.size)}
    for at, section in enumerate(both):
        if at not in still:
            place = new.sections.index(section) + 1
            yield Note("section-moved", {"section": section.title, "at": place})


def _written_value(metric: Metric) -> str:
    return f"{metric.label} {metric.point.written}{metric.unit}"
