"""Where the settings and the log of this person live on this platform."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from viewer.resources import bundle_folder

NAME = "briefing-viewer"


PORTABLE = "portable"
"""The folder in a bundle that takes settings and log, where a person has made it."""


def portable_folder() -> Path | None:
    """Where settings and log stay with the program instead of the person; None where they do not.

    So a bundle on a stick, or on a machine where nothing may be written into the home folder,
    leaves nothing behind.
    """
    bundle = bundle_folder()
    if bundle is None or not os.path.isdir(bundle / PORTABLE):  # noqa: PTH112
        return None
    return bundle / PORTABLE


def settings_file(env: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """The settings file: in the roaming folder, Application Support or XDG_CONFIG_HOME.

    In a portable bundle it is in the bundle.
    """
    portable = portable_folder()
    if portable is not None:
        return portable / "settings.json"
    if system == "win32":
        return _folder(env, "APPDATA", "AppData/Roaming") / NAME / "settings.json"
    if system == "darwin":
        return Path.home() / "Library/Application Support" / NAME / "settings.json"
    return _folder(env, "XDG_CONFIG_HOME", ".config") / NAME / "settings.json"


def site_settings_files(
    env: Mapping[str, str] = os.environ, system: str = sys.platform
) -> tuple[Path, ...]:
    """Where an administrator may put defaults for everybody on a machine, the first one counts:
    in XDG_CONFIG_DIRS, ProgramData or the Application Support of the machine.

    None for a portable bundle, whose own settings are everybody's.
    """
    if portable_folder() is not None:
        return ()
    if system == "win32":
        folders = [Path(env.get("PROGRAMDATA", ""))]
    elif system == "darwin":
        folders = [Path("/Library/Application Support")]
    else:
        named = env.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
        folders = [Path(one) for one in named.split(":")]
    return tuple(one / NAME / "settings.json" for one in folders if one.is_absolute())


def log_file(env: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """The log of our own bugs: local to the machine, never with words of a passage."""
    portable = portable_folder()
    if portable is not None:
        return portable / "briefing-viewer.log"
    if system == "win32":
        return _folder(env, "LOCALAPPDATA", "AppData/Local") / NAME / "briefing-viewer.log"
    if system == "darwin":
        return Path.home() / "Library/Logs" / NAME / "briefing-viewer.log"
    return _folder(env, "XDG_STATE_HOME", ".local/state") / NAME / "briefing-viewer.log"


def data_folder(env: Mapping[str, str] = os.environ) -> Path:
    """Where a Linux desktop looks for the menu entries, icons and file types of this person."""
    return _folder(env, "XDG_DATA_HOME", ".local/share")


def _folder(env: Mapping[str, str], name: str, otherwise: str) -> Path:
    """The folder that the environment names; the rule of XDG is to pass over a relative one."""
    named = Path(env.get(name, ""))
    return named if named.is_absolute() else Path.home() / otherwise


def channel_file(env: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Where the first window of this person on this display listens for later starts.

    A socket in a folder of the person's own; on Windows a named pipe, whose name is no path. Its
    name tells displays and settings apart, so that a start on another display, or with settings of
    its own, never speaks to this one.
    """
    state = log_file(env, system).parent
    display = env.get("WAYLAND_DISPLAY") or env.get("DISPLAY") or ""
    told = "\0".join((str(state), display, env.get("QT_QPA_PLATFORM", "")))
    name = hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    if system == "win32":
        return Path(f"{NAME}-{name}")
    runtime = Path(env.get("XDG_RUNTIME_DIR", ""))
    folder = runtime / NAME if system == "linux" and runtime.is_absolute() else state
    return folder / f"window-{name}"
