"""The plan of a talk in seconds, and how far the talk is ahead of it or behind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from viewer.talk.steps import Part, Talk

Plan = tuple[float, ...]
"""Seconds planned for each part of the talk; zero for the parts behind the run."""


def plan_of(talk: Talk, minutes: Decimal | None = None) -> Plan | None:
    """The seconds planned for each part, None when nothing says how long the talk is to take.

    `minutes` is what the presenter set before the start, otherwise the briefing's count. Sections
    with minutes of their own keep them, the others share what is left by their number of steps;
    if nothing is left, or all have their own, all are scaled so that the whole is as planned.
    """
    total = minutes or talk.briefing.minutes
    own = [_own(talk, part) for part in talk.parts]
    steps = [part.end - part.first for part in talk.parts]
    known = sum((m for m in own if m is not None), Decimal(0))
    open_steps = sum(n for m, n in zip(own, steps, strict=True) if m is None)
    if total is None:
        if not known:
            return None
        total = known + known * open_steps / _stepped(own, steps)
    a_step = max(Decimal(0), total - known) / open_steps if open_steps else Decimal(0)
    if open_steps and not a_step:  # the sections' own minutes leave nothing: a fair share then
        a_step = total / sum(n for m, n in zip(own, steps, strict=True) if m is None or m)
    planned = [m if m is not None else a_step * n for m, n in zip(own, steps, strict=True)]
    scale = total / sum(planned) if any(planned) else total
    return tuple(float(m * scale * 60) for m in planned)


def behind(talk: Talk, plan: Sequence[float], place: int, elapsed: float) -> float:
    """Seconds that the talk is behind its plan; negative when it is ahead, 0 when it keeps it.

    A step has its own time, or its share of its section's; while that lasts the talk keeps its
    plan.
    """
    planned = planned_steps(talk, plan)
    due = sum(planned[:place])
    if elapsed < due:
        return elapsed - due
    return max(0.0, elapsed - due - planned[place])


def planned_steps(talk: Talk, plan: Sequence[float]) -> tuple[float, ...]:
    """The seconds planned for each place: a section's plan goes to its steps by their own minutes,
    and evenly where none has any."""
    planned: list[float] = []
    for part, seconds in zip(talk.parts, plan, strict=True):
        own = [step.minutes or Decimal(0) for step in talk.steps[part.first : part.end]]
        weights = own if any(own) else [Decimal(1)] * len(own)
        whole = float(sum(weights))
        planned += [seconds * float(weight) / whole for weight in weights]
    return tuple(planned)


def by_part(talk: Talk, spent: Sequence[float]) -> tuple[float, ...]:
    """Seconds of each place, summed for each part."""
    return tuple(sum(spent[part.first : part.end]) for part in talk.parts)


def _own(talk: Talk, part: Part) -> Decimal | None:
    """The minutes that a part has of its own; none for what is not walked through, or is no
    section."""
    if not talk.in_run(part.first):
        return Decimal(0)
    return part.minutes if part.number or part.minutes is not None else Decimal(0)


def _stepped(own: Sequence[Decimal | None], steps: Sequence[int]) -> int:
    return sum(n for m, n in zip(own, steps, strict=True) if m)
