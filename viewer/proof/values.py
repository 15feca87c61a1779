"""What a proof is made of: the figure found for a point, the trial that found it, the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from viewer.model import (
    Briefing,
    Chart,
    Figure,
    Issue,
    Key,
    Metric,
    Place,
    Point,
    Quantity,
    Section,
    Severity,
    Span,
)
from viewer.proof.chart_rules import ChartProposal
from viewer.proof.supported import Unsupported

NOTHING: Mapping[str, object] = MappingProxyType({})


class Near(NamedTuple):
    """The passage words nearest to a quote that is missing, and in what they differ.

    `differs` is `space`, `width`, `punctuation` or `words`.
    """

    span: Span
    differs: str


class Trial(NamedTuple):
    """What came of looking for one cited point in its passage; all spans are of the passage.

    `quotes` are the places of the cite (two at most are looked for); where there is none, `near`
    are the closest words, or `elsewhere` is another section that has the cite. `inside` are the
    quantities within a quote found once, `cut` those that it cuts, `agreeing` those that equal the
    point; `wrong` says in what `rival`, the closest, differs.
    """

    metric: Metric
    point: Point
    quotes: tuple[Span, ...] = ()
    near: Near | None = None
    elsewhere: Section | None = None
    inside: tuple[Quantity, ...] = ()
    cut: tuple[Quantity, ...] = ()
    agreeing: tuple[Quantity, ...] = ()
    rival: Quantity | None = None
    wrong: frozenset[str] = frozenset()

    @property
    def quantity(self) -> Quantity | None:
        """The one quantity that proves the point."""
        return self.agreeing[0] if len(self.agreeing) == 1 else None


class Patience:
    """How many slow searches of one kind a proof may still make.

    They look through the whole file for what an author may have meant: a file of a hundred thousand
    mistakes would take minutes, and nobody reads beyond the first hundreds.
    """

    def __init__(self, searches: int = 200) -> None:
        self._left = searches

    def spend(self) -> bool:
        """Whether one more search may be made."""
        self._left -= 1
        return self._left >= 0


class Known(NamedTuple):
    """Where every metric of a briefing lives, so that a section can be proven by itself.

    `quotes` and `ids` count the searches for what was meant by missing ones.
    """

    briefing: Briefing
    metrics: Mapping[str, Metric]
    homes: Mapping[str, Section]
    quotes: Patience
    ids: Patience

    @staticmethod
    def of(briefing: Briefing) -> Known:
        """The index of a briefing; of two metrics with one id the first counts."""
        metrics: dict[str, Metric] = {}
        homes: dict[str, Section] = {}
        for section in briefing.sections:
            for metric in section.metrics:
                metrics.setdefault(metric.id, metric)
                homes.setdefault(metric.id, section)
        indexed = MappingProxyType(metrics), MappingProxyType(homes)
        return Known(briefing, *indexed, quotes=Patience(), ids=Patience())


class Tried(NamedTuple):
    """One section after its trials: what the checks of a section look at."""

    section: Section
    trials: tuple[Trial, ...]
    known: Known
    proposals: tuple[tuple[Chart, ChartProposal], ...] = ()
    """The author's charts as the rules of honest charts read them."""
    unsupported: tuple[tuple[Chart, Unsupported], ...] = ()
    """What the findings of charts claim and their figures do not carry."""


class Breach(NamedTuple):
    """What a check found: its place and the parameters of its sentence."""

    place: Place
    path: str
    params: Mapping[str, object] = NOTHING


Subject = TypeVar("Subject")


class Check(NamedTuple, Generic[Subject]):
    """One row of the table of checks; `seeks` says in English what it looks for."""

    code: str
    severity: Severity
    seeks: str
    find: Callable[[Subject], Iterable[Breach]]

    def issues(self, subject: Subject) -> Iterable[Issue]:
        """What is wrong with the subject, as issues of this row."""
        for found in self.find(subject):
            yield Issue(self.code, self.severity, found.place, found.path, found.params)


class SectionProof(NamedTuple):
    """What one section proves: its figures by key, its issues, and how many points it cites."""

    section_id: str
    figures: Mapping[Key, Figure]
    issues: tuple[Issue, ...]
    cited: int


class Unused(NamedTuple):
    """A quantity of a section's passage that no metric uses."""

    section: Section
    quantity: Quantity


class Covered(NamedTuple):
    """How many figures of the words are used, and the quantities that are not, in text order."""

    used: int
    unused: tuple[Unused, ...]

    @property
    def figures(self) -> tuple[Unused, ...]:
        """The unused quantities that could have been metrics."""
        return tuple(one for one in self.unused if one.quantity.is_metric)

    @property
    def asides(self) -> tuple[Unused, ...]:
        """The unused quantities that are dates, durations, ordinals, names and slogans."""
        return tuple(one for one in self.unused if not one.quantity.is_metric)
