"""What the program remembers, and the one way in which it writes any file."""

from viewer.settings.atomic import (
    BACKUP,
    atomic_write,
    close_quietly,
    lock,
    opened_plain,
    private_folder,
    private_opener,
    read_plain,
    remove_litter,
    write_locked,
)
from viewer.settings.folder import channel_file, log_file, settings_file
from viewer.settings.path_status import is_file, is_folder, is_same_file, is_there
from viewer.settings.settings import Settings, load_settings
from viewer.settings.table import SETTINGS, SettingRow, Value

__all__ = [
    "BACKUP",
    "SETTINGS",
    "SettingRow",
    "Settings",
    "Value",
    "atomic_write",
    "channel_file",
    "close_quietly",
    "is_file",
    "is_folder",
    "is_same_file",
    "is_there",
    "load_settings",
    "lock",
    "log_file",
    "opened_plain",
    "private_folder",
    "private_opener",
    "read_plain",
    "remove_litter",
    "settings_file",
    "write_locked",
]
