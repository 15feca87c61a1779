"""Frozen values of a briefing: no Qt, no files, no arithmetic beyond their own shape."""

from viewer.briefing.issue import Issue, Place, Severity, ViewerError, disk_error
from viewer.briefing.proven import Figure, Proof
from viewer.briefing.quantity import Kind, Qualifier, Quantity
from viewer.briefing.span import Passage, Span
from viewer.briefing.values import Briefing, Chart, Key, Metric, Point, Section, Source

__all__ = [
    "Briefing",
    "Chart",
    "Figure",
    "Issue",
    "Key",
    "Kind",
    "Metric",
    "Passage",
    "Place",
    "Point",
    "Proof",
    "Qualifier",
    "Quantity",
    "Section",
    "Severity",
    "Source",
    "Span",
    "ViewerError",
    "disk_error",
]
