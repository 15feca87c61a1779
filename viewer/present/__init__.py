"""Presenting: audience and console on their screens, both readers of one talk."""
