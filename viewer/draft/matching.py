"""Which section and metric of an old briefing is which of a new draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from viewer.draft.slugs import Ids
from viewer.model import Briefing, Metric, Section

_ALIKE = 0.3
"""The least share of paragraphs or of three-letter groups that makes two sections one."""

_NUMBER = re.compile(r"[\d０-９.,，．]*[\d０-９]")
_GRAM = 3


@dataclass(frozen=True, slots=True)
class Matches:
    """What belongs to what; ids of sections and metrics are those of the new draft where not said.

    `homes` has the author's section for a new one; `place` the new section of an author's metric;
    `change` the new metric that an author's has become; `new` those that no author's metric is;
    `names` and `section_ids` how new ones are called in the merged file.
    """

    homes: Mapping[str, Section]
    place: Mapping[str, str]
    change: Mapping[str, Metric]
    new: frozenset[str]
    names: Mapping[str, str]
    section_ids: Mapping[str, str]


def matched(old: Briefing, new: Briefing) -> Matches:
    """Match an author's briefing with a draft of the changed report."""
    homes = _homes(old.sections, new.sections)
    place: dict[str, str] = {}
    change: dict[str, Metric] = {}
    taken: set[str] = set()
    for metric, home in _with_homes(old, homes):
        found = _still(metric, home, new)
        if found is not None:
            place[metric.id] = found.id
    _mark(new, old, place, taken)
    for metric, home in _with_homes(old, homes):
        if metric.id not in place:
            become = _become(metric, home, new, taken)
            if become is not None:
                section, change[metric.id] = become
                place[metric.id] = section.id
                taken.add(change[metric.id].id)
    fresh = _fresh(old, new, taken)
    names = {new_metric.id: id_ for id_, new_metric in change.items()} | fresh
    return Matches(homes, place, change, frozenset(fresh), names, _section_ids(old, new))


def _homes(old: Sequence[Section], new: Sequence[Section]) -> dict[str, Section]:
    """For each new section the author's: by title, by id, else by the words that they share."""
    homes: dict[str, Section] = {}
    left = list(old)
    for same in (_same_title, _same_id):
        for section in new:
            home = next((each for each in left if same(each, section)), None)
            if home is not None and section.id not in homes:
                homes[section.id] = home
                left.remove(home)
    for section in new:
        if section.id not in homes and left:
            home = max(left, key=lambda each: _shared(each, section))
            if _shared(home, section) >= _ALIKE:
                homes[section.id] = home
                left.remove(home)
    return homes


def _same_title(one: Section, other: Section) -> bool:
    return "".join(one.title.split()) == "".join(other.title.split())


def _same_id(one: Section, other: Section) -> bool:
    return one.id == other.id


def _shared(one: Section, other: Section) -> float:
    """The share of three-letter groups of the shorter passage that the other has too."""
    grams = [_grams(section.passage.text) for section in (one, other)]
    least = min(map(len, grams))
    return len(grams[0] & grams[1]) / least if least else 0.0


def _grams(text: str) -> set[str]:
    plain = "".join(text[:20_000].split())
    return {plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1)}


def _with_homes(old: Briefing, homes: Mapping[str, Section]) -> Iterable[tuple[Metric, str | None]]:
    """Every metric of the author with the new section that its own has become."""
    new_of = {home.id: id_ for id_, home in homes.items()}
    return [
        (metric, new_of.get(section.id)) for section in old.sections for metric in section.metrics
    ]


def _nearest_first(new: Briefing, home: str | None) -> list[Section]:
    return sorted(new.sections, key=lambda section: section.id != home)


def _still(metric: Metric, home: str | None, new: Briefing) -> Section | None:
    """The new section in which every quote of a metric stands once, its own first."""
    cites = [point.cite for point in metric.points if point.cite]
    if not cites:
        return next((section for section in new.sections if section.id == home), None)
    for section in _nearest_first(new, home):
        if all(section.passage.text.count(cite) == 1 for cite in cites):
            return section
    return None


def _mark(new: Briefing, old: Briefing, place: Mapping[str, str], taken: set[str]) -> None:
    """Mark the figures of the draft that the author's metrics have already."""
    values = {
        (place[metric.id], point.value, point.cite or "")
        for section in old.sections
        for metric in section.metrics
        for point in metric.points
        if metric.id in place
    }
    for section in new.sections:
        here = [(value, cite) for at, value, cite in values if at == section.id]
        for metric in section.metrics:
            if any(
                abs(value) == abs(point.value) and _overlap(section, cite, point.cite or "")
                for value, cite in here
                for point in metric.points
            ):
                taken.add(metric.id)


def _overlap(section: Section, one: str, other: str) -> bool:
    """Whether two quotes of one passage share words."""
    if not one or not other:
        return False
    text = section.passage.text
    first, second = text.find(one), text.find(other)
    return first < second + len(other) and second < first + len(one)


def _become(
    metric: Metric, home: str | None, new: Briefing, taken: set[str]
) -> tuple[Section, Metric] | None:
    """The new metric that is an old one with another figure: the same words around the number,
    else the same label; in the same unit and kind, in its own section first."""
    for alike in (_same_words, _same_label):
        for section in _nearest_first(new, home):
            for other in section.metrics:
                if other.id not in taken and _same_measure(metric, other) and alike(metric, other):
                    return section, other
    return None


def _same_measure(one: Metric, other: Metric) -> bool:
    return (one.unit, one.kind, one.series) == (other.unit, other.kind, other.series)


def _same_words(one: Metric, other: Metric) -> bool:
    skeletons = [_NUMBER.sub("#", "".join((m.point.cite or "").split())) for m in (one, other)]
    if not all(skeletons):
        return False
    return skeletons[0] in skeletons[1] or skeletons[1] in skeletons[0]


def _same_label(one: Metric, other: Metric) -> bool:
    return "".join(one.label.split()) == "".join(other.label.split())


def _fresh(old: Briefing, new: Briefing, taken: set[str]) -> dict[str, str]:
    """The metrics of the draft that are new in the report, with free ids."""
    words = "\n".join(section.passage.text for section in old.sections)
    ids = Ids(frozenset(metric.id for section in old.sections for metric in section.metrics))
    return {
        metric.id: ids.free(metric.id)
        for section in new.sections
        for metric in section.metrics
        if metric.id not in taken
        and (metric.points[0].cite or "") not in words
        and not any(_is_left_out(metric, section, home) for home in old.sections)
    }


def _is_left_out(metric: Metric, section: Section, home: Section) -> bool:
    """Whether a figure of the draft is one of those that an author's section leaves out."""
    point = metric.points[0]
    return any(
        _overlap(section, words, point.cite or "") and point.written in "".join(words.split())
        for words in home.left_out
        if words in section.passage.text
    )


def _section_ids(old: Briefing, new: Briefing) -> dict[str, str]:
    ids = Ids(frozenset(section.id for section in old.sections))
    return {section.id: ids.free(section.id) for section in new.sections}
