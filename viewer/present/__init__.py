"""Presenting: audience and console on their screens, both readers of one talk."""

from viewer.present.presentation import Presentation
from viewer.present.screen_monitor import Screens

__all__ = ["Presentation", "Screens"]
