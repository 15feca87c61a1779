"""Briefing Viewer: a written report, shown by its figures, each proven against its words."""

__version__ = "0.1.0"
