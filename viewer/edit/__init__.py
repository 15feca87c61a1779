"""Corrections of a briefing: what can be done to its file, done to the nodes meant, and undone."""
