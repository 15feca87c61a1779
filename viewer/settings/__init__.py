"""What the program remembers, and the one way in which it writes any file."""

from viewer.settings.atomic import atomic_write, remove_litter
from viewer.settings.folder import log_file, settings_file
from viewer.settings.settings import Settings, load_settings
from viewer.settings.table import SETTINGS, Setting, Value

__all__ = [
    "SETTINGS",
    "Setting",
    "Settings",
    "Value",
    "atomic_write",
    "load_settings",
    "log_file",
    "remove_litter",
    "settings_file",
]
