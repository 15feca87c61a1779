"""A comparison of two figures in words, for the room."""

from __future__ import annotations

from decimal import Decimal

from viewer.i18n import Words
from viewer.proof.comparison import Comparison, attain, compare, value_of
from viewer.quantities.wording import Sourced, digits, scaled, sized
from viewer.talk.figure import figure_of, sourced
from viewer.talk.steps import Compared, Step, Talk


def compared_figures(talk: Talk, step: Step) -> tuple[Sourced, Sourced] | None:
    """The two figures of a comparison; None for a step that compares nothing."""
    one, against = sourced(talk, step), step.against
    return None if one is None or against is None else (one, figure_of(against))


def compared_with(talk: Talk, place: int) -> Compared | None:
    """The figure of a step as the second one of a comparison; None for a step without one."""
    step = talk.steps[place]
    if step.metric is None or step.point is None:
        return None
    return Compared(talk.part_at(place).section, step.metric, step.point, step.said, step.period)


def comparison_line(one: Sourced, other: Sourced, words: Words) -> str:
    """What follows from two figures, marked as computed; the reason where nothing does."""
    found = compare(one, other)
    if found.reason is not None:
        return words(f"compare.no.{found.reason}")
    return " · ".join([*_lines(one, other, found, words), words("compare.computed")])


def attainment_line(result: Sourced, goal: Sourced, words: Words) -> str:
    """How far a result is from its target, marked as computed; the reason where nobody knows."""
    found = attain(result, goal)
    if found.reason is not None:
        return words(f"compare.no.{found.reason}")
    about = words("compare.about") if found.approximate else ""
    unit = words("compare.points") if found.points else result.metric.unit
    size = f"{about}{sized(found.difference.copy_abs(), unit, words)}"
    if not found.difference:
        return " · ".join([words("compare.as-aimed"), words("compare.computed")])
    below = found.difference.is_signed()
    lines = [words("compare.below-target" if below else "compare.above-target", difference=size)]
    if found.share is not None:
        lines.insert(0, words("compare.of-target", share=f"{about}{digits(found.share)}"))
    return " · ".join([*lines, words("compare.computed")])


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
        difference = f"{about}{sized(found.difference.copy_abs(), unit, words)}"
        lines.append(words("compare.difference", difference=difference))
    else:
        lines.append(words("compare.same"))
    return lines


def _sign(large: Sourced, small: Sourced, times: Decimal) -> str:
    return "=" if _value(small) * times == _value(large) else "≈"


def _value(figure: Sourced) -> Decimal:
    return value_of(figure) or Decimal(0)


def _printed(figure: Sourced, words: Words) -> str:
    return scaled(_value(figure), words)
