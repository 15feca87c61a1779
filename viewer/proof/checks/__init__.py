"""Checks of a briefing: one table of all, and a file for each kind of thing that is checked."""
