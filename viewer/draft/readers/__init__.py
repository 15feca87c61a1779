"""Reads a report file of any kind into plain blocks of text; each reader loads what it needs."""

from viewer.draft.readers.registry import needs_password, read_report
from viewer.draft.readers.report import Block, Report, Shape

__all__ = ["Block", "Report", "Shape", "needs_password", "read_report"]
