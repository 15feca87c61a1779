"""A comparison of two figures in words, for the room."""

from __future__ import annotations

from decimal import Decimal

from viewer.i18n import Words
from viewer.model import Metric, Point
from viewer.proof.comparison import Comparison, compare, value_of
from viewer.quantities.wording import Sourced, digits
from viewer.talk.steps import Compared, Said, Step, Talk

_SCALES = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
}


def figures_of(talk: Talk, step: Step) -> tuple[Sourced, Sourced] | None:
    """The two figures of a comparison; None for a step that compares nothing."""
    against = step.against
    if step.metric is None or step.point is None or against is None:
        return None
    text = talk.parts[step.part].section.passage.text
    other = against.section.passage.text
    return (
        _sourced(step.metric, step.point, text, step.said),
        _sourced(against.metric, against.point, other, against.said),
    )


def _sourced(metric: Metric, point: Point, text: str, said: Said | None) -> Sourced:
    return Sourced(metric, point, text, said.quantity if said is not None else None)


def compared_with(talk: Talk, place: int) -> Compared | None:
    """The figure of a step as the second one of a comparison; None for a step without one."""
    step = talk.steps[place]
    if step.metric is None or step.point is None:
        return None
    return Compared(talk.part_at(place).section, step.metric, step.point, step.said)


def comparison_line(one: Sourced, other: Sourced, words: Words) -> str:
    """What follows from two figures, marked as computed; the reason where nothing does."""
    found = compare(one, other)
    if found.reason is not None:
        return words(f"compare.no.{found.reason}")
    return " · ".join([*_lines(one, other, found, words), words("compare.computed")])


def _lines(one: Sourced, other: Sourced, found: Comparison, words: Words) -> list[str]:
    lines: list[str] = []
    about = words("compare.about") if found.approximate else ""
    unit = words("compare.points") if found.points else one.metric.unit
    large, small = sorted((one, other), key=_value, reverse=True)
    if found.times is not None and found.difference:
        lines.append(
            words(
                "compare.times",
                large=_printed(large, words),
                small=_printed(small, words),
                times=digits(found.times),
                sign="≈" if about else _sign(large, small, found.times),
            )
        )
    if found.share is not None:
        lines.append(words("compare.share", share=f"{about}{digits(found.share)}"))
    if found.difference:
        size = scaled(found.difference.copy_abs(), words)
        gap = "" if not size[-1].isascii() or unit in "%％" else " "
        lines.append(words("compare.difference", difference=f"{about}{size}{gap}{unit}"))
    else:
        lines.append(words("compare.same"))
    return lines


def _sign(large: Sourced, small: Sourced, times: Decimal) -> str:
    return "=" if _value(small) * times == _value(large) else "≈"


def _value(figure: Sourced) -> Decimal:
    return value_of(figure) or Decimal(0)


def _printed(figure: Sourced, words: Words) -> str:
    return scaled(_value(figure), words)


def scaled(value: Decimal, words: Words) -> str:
    """A number by 万 or 亿, or by millions, where that leaves few digits and loses none."""
    for size, name in _SCALES["zh" if words.language.startswith("zh") else "en"]:
        if abs(value) >= size:
            part = value / size
            if part == part.quantize(Decimal("0.0001")):
                return f"{digits(part.normalize())}{name}"
    return digits(value)
