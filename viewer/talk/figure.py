"""A figure as the room reads it: the number as the report writes it, its unit and its bound."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from viewer.briefing import Kind, Metric, Qualifier
from viewer.talk.steps import Step, Talk


@dataclass(frozen=True, slots=True)
class Written:
    """A number large, its unit smaller, and how firmly it is said."""

    number: str
    unit: str
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def whole(self) -> str:
        """Number and unit as one would type them."""
        scaled = self.number[-1:] > "\u2e80"  # 1.48亿元: a scale of hanzi and its unit are one word
        tight = scaled or self.unit in ("", "%", "％", "‰")
        return f"{self.number}{self.unit}" if tight else f"{self.number} {self.unit}"


@dataclass(frozen=True, slots=True)
class Share:
    """A share that the viewer computes: `part` of `whole` in `unit`, in percent."""

    part: str
    whole: str
    unit: str
    percent: str


def written(step: Step) -> Written:
    """How the passage prints the figure of a step; as the file writes it where no passage does.

    Nothing is written for a title step.
    """
    if step.metric is None or step.point is None:
        return Written("", "")
    unit, number = step.metric.unit, step.point.written
    if step.said is not None:
        printed = step.said.quantity
        unit = printed.unit or unit
        number = _without_unit(printed.surface, printed.unit) or number
    return Written(number, unit, step.metric.qualifier)


def bounds(talk: Talk, step: Step) -> tuple[str, str]:
    """The words before and after the number that say how firmly it is said (超过, 以上)."""
    if step.said is None:
        return "", ""
    text = talk.parts[step.part].section.passage.text
    span, words = step.said.quantity.span, step.said.quantity.words
    return text[words.start : span.start].strip(), text[span.end : words.end].strip()


def label_of(step: Step) -> str:
    """What a figure measures, with its period where it is one of a series."""
    if step.metric is None or step.point is None:
        return ""
    period = step.point.period if step.metric.series else ""
    return f"{step.metric.label} · {period}" if period else step.metric.label


def share_of(talk: Talk, step: Step) -> Share | None:
    """The share of its whole, where the file names the whole and both numbers are exact."""
    whole = _whole(talk, step)
    if step.metric is None or step.point is None or whole is None:
        return None
    total, part = whole.point.value, step.point.value
    firm = {step.metric.qualifier, whole.qualifier} == {Qualifier.EXACT}
    range_ = step.point.high is not None or whole.point.high is not None
    if not firm or range_ or whole.unit != step.metric.unit or not 0 <= part <= total or not total:
        return None
    percent = (part / total * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Share(written(step).number, _number(talk, whole), whole.unit, f"{percent.normalize():f}")


def _whole(talk: Talk, step: Step) -> Metric | None:
    if step.metric is None or step.metric.of is None or step.metric.kind is Kind.CHANGE:
        return None
    wanted = step.metric.of
    metrics = (metric for section in talk.briefing.sections for metric in section.metrics)
    return next((metric for metric in metrics if metric.id == wanted), None)


def _number(talk: Talk, metric: Metric) -> str:
    """The whole's number as printed, if it is a step of the talk, else as the file writes it."""
    steps = (step for step in talk.steps if step.key == metric.point.key)
    return next((written(step).number for step in steps), metric.point.written)


def _without_unit(surface: str, unit: str) -> str:
    """The number alone of what is printed; empty when nothing is left beside the unit."""
    printed = surface.strip()
    if unit:
        printed = printed.removesuffix(unit).removeprefix(unit).strip()
    return printed if any(c.isalnum() for c in printed) else ""
