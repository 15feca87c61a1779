"""Frozen values of a briefing: no Qt, no files, no arithmetic beyond their own shape."""

from viewer.model.chart_kind import CHART_KINDS, ChartKind
from viewer.model.issue import Issue, Place, Severity, ViewerError, disk_error
from viewer.model.proof import Proof, Recomputed, RelationTerm, Tally, Verdict
from viewer.model.proof_line import PROOF_STATES, OnDisk, ProofLine, ProofState, Tone
from viewer.model.quantity import Kind, Qualifier, Quantity, Reason, Standing
from viewer.model.relation import LIST_ROLES, ROLES, Basis, Relation, RelationKind, Unjudged
from viewer.model.span import Passage, Span
from viewer.model.talk_plan import PlannedStep, StepKind
from viewer.model.values import (
    Briefing,
    Chart,
    Earlier,
    Figure,
    Key,
    Metric,
    Point,
    Section,
    Source,
)

__all__ = [
    "CHART_KINDS",
    "LIST_ROLES",
    "PROOF_STATES",
    "ROLES",
    "Basis",
    "Briefing",
    "Chart",
    "ChartKind",
    "Earlier",
    "Figure",
    "Issue",
    "Key",
    "Kind",
    "Metric",
    "OnDisk",
    "Passage",
    "Place",
    "PlannedStep",
    "Point",
    "Proof",
    "ProofLine",
    "ProofState",
    "Qualifier",
    "Quantity",
    "Reason",
    "Recomputed",
    "Relation",
    "RelationKind",
    "RelationTerm",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "StepKind",
    "Tally",
    "Tone",
    "Unjudged",
    "Verdict",
    "ViewerError",
    "disk_error",
]
