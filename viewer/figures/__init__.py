"""Quantities in Chinese and English prose: found, read, written, compared and searched for."""

from viewer.figures.agree import agrees
from viewer.figures.labels import labelled
from viewer.figures.record import as_record
from viewer.figures.scan import scan
from viewer.figures.seek import find
from viewer.figures.written import format_value, parse_value

__all__ = ["agrees", "as_record", "find", "format_value", "labelled", "parse_value", "scan"]
