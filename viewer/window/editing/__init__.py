"""Corrections made in the window: sheets, menus, the review of doubts, undo."""
