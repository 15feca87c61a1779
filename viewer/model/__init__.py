"""Frozen values of a briefing: no Qt, no files, no arithmetic beyond their own shape."""

from viewer.model.issue import Issue, Place, Severity, ViewerError, disk_error
from viewer.model.proof import Figure, Proof
from viewer.model.proof_line import PROOF_STATES, OnDisk, ProofLine, ProofState, Tone
from viewer.model.quantity import Kind, Qualifier, Quantity, Standing
from viewer.model.span import Passage, Span
from viewer.model.values import Briefing, Chart, Key, Metric, Point, Section, Source

__all__ = [
    "PROOF_STATES",
    "Briefing",
    "Chart",
    "Figure",
    "Issue",
    "Key",
    "Kind",
    "Metric",
    "OnDisk",
    "Passage",
    "Place",
    "Point",
    "Proof",
    "ProofLine",
    "ProofState",
    "Qualifier",
    "Quantity",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Tone",
    "ViewerError",
    "disk_error",
]
