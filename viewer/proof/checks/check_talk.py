"""Checks of the planned talk: what its steps name must be there."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model import PlannedStep, Severity, StepKind
from viewer.proof.comparison import is_aim
from viewer.proof.message_format import shown
from viewer.proof.nearest_id import nearest, nearest_id
from viewer.proof.related import key_of, metric_of, named_figures, resolves
from viewer.proof.values import Breach, Check, Known


def _no_section(known: Known) -> Iterator[Breach]:
    sections = [section.id for section in known.briefing.sections]
    for step in known.briefing.talk:
        if step.section and step.section not in sections:
            told = {"id": shown(step.section), "nearest": nearest(step.section, sections)}
            yield Breach(step.place, f"{step.path}.section", told)


def _no_chart(known: Known) -> Iterator[Breach]:
    charts = [
        f"{section.id}/{chart}"
        for section in known.briefing.sections
        for chart in section.chart_ids
    ]
    plain = {chart.rpartition("/")[2] for chart in charts}
    for step in known.briefing.talk:
        if step.chart and step.chart not in charts and step.chart not in plain:
            told = {"id": shown(step.chart), "nearest": nearest(step.chart, charts)}
            yield Breach(step.place, f"{step.path}.chart", told)


def _no_figure(known: Known) -> Iterator[Breach]:
    if not any(step.figures for step in known.briefing.talk):
        return
    named = named_figures(known.briefing)
    for step in known.briefing.talk:
        for name in step.figures:
            if not resolves(name, named):
                near = nearest_id(metric_of(name), known.briefing.sections[0], known)
                told = {"id": shown(name), "nearest": near}
                yield Breach(step.place, f"{step.path}.{_key(step)}", told)


def _no_target(known: Known) -> Iterator[Breach]:
    """The second figure of a `target` step is the target, the first the result."""
    steps = [step for step in known.briefing.talk if step.kind is StepKind.TARGET]
    named = named_figures(known.briefing) if steps else {}
    for step in steps:
        if not all(resolves(name, named) for name in step.figures):
            continue
        result, goal = (named[key_of(name)] for name in step.figures)
        if is_aim(result.metric, result.point) or not is_aim(goal.metric, goal.point):
            told = {"result": shown(step.figures[0]), "target": shown(step.figures[1])}
            yield Breach(step.place, f"{step.path}.figures", told)


def _no_previous(known: Known) -> Iterator[Breach]:
    """A step of the earlier edition in a file that names none."""
    for step in known.briefing.talk:
        if step.kind is StepKind.EDITION and not known.briefing.previous:
            yield Breach(step.place, f"{step.path}.step")


def _key(step: PlannedStep) -> str:
    return "figures" if len(step.figures) > 1 else "figure"


TALK_CHECKS: tuple[Check[Known], ...] = (
    Check("talk-no-section", Severity.ERROR, "a step of the talk of no section", _no_section),
    Check("talk-no-chart", Severity.ERROR, "a step of the talk of no chart", _no_chart),
    Check("talk-no-figure", Severity.ERROR, "a step of the talk of no figure", _no_figure),
    Check("talk-no-previous", Severity.WARNING, "a step of no earlier edition", _no_previous),
    Check("talk-no-target", Severity.ERROR, "a step of a target that is none", _no_target),
)


def idle_steps(known: Known) -> frozenset[str]:
    """The paths of the steps that name what is not there."""
    wrong = [check for check in TALK_CHECKS if check.severity is Severity.ERROR]
    found = (one for check in wrong for one in check.find(known))
    return frozenset(one.path.rpartition(".")[0] for one in found)
