"""A figure as the room reads it: the number as the report writes it, its unit and its bound."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.i18n import Words
from viewer.model import Qualifier
from viewer.quantities import change_of, with_sign
from viewer.talk.steps import Step, Talk


@dataclass(frozen=True, slots=True)
class Written:
    """A number large with its sign, its unit smaller, and around them how firmly it is said."""

    number: str
    unit: str
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """All of it as one would type it: 168 个, 1.48亿元, +27%, 80% 以上."""
        scaled = _is_hanzi(self.number)  # 1.48亿元: a scale of hanzi and its unit are one word
        tight = scaled or self.unit in ("", "%", "％", "‰")
        core = f"{self.number}{self.unit}" if tight else f"{self.number} {self.unit}"
        after = f"{'' if _is_hanzi(core) else ' '}{self.after}" if self.after else ""
        return f"{self.before} {core}{after}".strip()


def written(talk: Talk, step: Step, words: Words) -> Written:
    """The figure of a step as the passage prints it; as the file writes it where no passage does.

    A change carries its sign. What bounds the number is said as printed (超过, 以上), and in
    `words` where nothing printed does. Nothing is written for a title step.
    """
    if step.metric is None or step.point is None:
        return Written("", "")
    unit, number = step.metric.unit, step.point.written
    if step.said is not None:
        printed = step.said.quantity
        unit = printed.unit or unit
        number = _without_unit(printed.surface, printed.unit) or number
    found = step.said.quantity if step.said else None
    number = with_sign(number, change_of(step.metric, step.point, found))
    return Written(number, unit, *_bounds(talk, step, words))


def _bounds(talk: Talk, step: Step, words: Words) -> tuple[str, str]:
    """What stands before and after the number and says how firmly it is meant."""
    assert step.metric is not None
    before = after = ""
    if step.said is not None:
        text, quantity = talk.parts[step.part].section.passage.text, step.said.quantity
        before = text[quantity.words.start : quantity.span.start].strip()
        after = text[quantity.span.end : quantity.words.end].strip()
    if before or after or step.metric.qualifier is Qualifier.EXACT:
        return before, after
    said, _, rest = words(f"chart.{step.metric.qualifier.value}", value="\n").partition("\n")
    return said.strip(), rest.strip()


def label_of(step: Step) -> str:
    """What a figure measures, with its period where it is one of a series."""
    if step.metric is None or step.point is None:
        return ""
    period = step.point.period if step.metric.series else ""
    return f"{step.metric.label} · {period}" if period else step.metric.label


def _without_unit(surface: str, unit: str) -> str:
    """The number alone of what is printed; empty when nothing is left beside the unit."""
    printed = surface.strip()
    if unit:
        printed = printed.removesuffix(unit).removeprefix(unit).strip()
    return printed if any(c.isalnum() for c in printed) else ""


def _is_hanzi(text: str) -> bool:
    """Whether `text` ends with a hanzi, which a unit or 以上 follows without a space."""
    return text[-1:] > "\u2e80"
