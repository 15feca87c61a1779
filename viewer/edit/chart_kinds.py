"""The kinds that a chart can be, and the reason for each that it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from viewer.edit.lookup import chart_in
from viewer.model import CHART_KINDS, Briefing, Figure, Issue, Key, Place, Section
from viewer.proof import Known
from viewer.proof.chart_rules import breaches
from viewer.proof.drawn import Stock


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind of chart; `refused` says what it would make wrong, None where it may be."""

    kind: str
    refused: Issue | None


def kind_choices(
    briefing: Briefing, section: Section, chart: str, figures: Mapping[Key, Figure]
) -> tuple[KindChoice, ...]:
    """Every kind for one of the author's charts, in the order of the format."""
    found = chart_in(section, chart)
    quantities = {key: figure.quantity for key, figure in figures.items()}
    stock = Stock.of(section, quantities, Known.of(briefing))
    made = []
    for kind in CHART_KINDS:
        broken = breaches(stock.proposal(replace(found, kind=kind.name)))
        told = next(((rule, params) for rule, params in broken if rule.cards), None)
        issue = None
        if told is not None:
            params = {"chart": found.title, **told[1]}
            issue = Issue(told[0].code, told[0].severity, Place(), found.path, params)
        made.append(KindChoice(kind.name, issue))
    return tuple(made)
