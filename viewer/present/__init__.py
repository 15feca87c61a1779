"""Presenting: audience and console on their screens, both readers of one talk."""

from viewer.present.displays.screen_monitor import Screens
from viewer.present.presentation import Presentation

__all__ = ["Presentation", "Screens"]
