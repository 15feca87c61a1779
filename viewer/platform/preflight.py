"""The look before Qt is started: what would abort the process becomes one plain line instead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from viewer.model import ViewerError
from viewer.platform.display import Display, display_of
from viewer.platform.libraries import Library, install_line, missing_libraries
from viewer.platform.versions import FLOOR, is_sound_pair, numbers, pyside_version


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked of the machine; a test answers in its place."""

    system: str = sys.platform
    python: tuple[int, ...] = sys.version_info[:3]
    pyside: Callable[[], str | None] = pyside_version
    display: Callable[[Mapping[str, str], str], Display] = display_of
    missing: Callable[[str], tuple[Library, ...]] = missing_libraries


def preflight(env: Mapping[str, str], machine: Machine | None = None) -> ViewerError | None:
    """Why the window could not open, or None; the codes are `preflight-*`.

    Ask it before the first import of Qt. Where it returns an error the program says that line and
    ends with exit code 3.
    """
    here = machine or Machine()
    return _versions(here) or (_display(env, here) if here.system == "linux" else None)


def _versions(here: Machine) -> ViewerError | None:
    pyside = here.pyside()
    if pyside is None:
        return ViewerError("preflight-no-qt", python=sys.executable)
    return unsound_pair(here.python, pyside)


def unsound_pair(python: tuple[int, ...], pyside: str) -> ViewerError | None:
    """Why this PySide6 is not started on this Python, or None."""
    if is_sound_pair(python, pyside):
        return None
    if numbers(pyside) < numbers(FLOOR):
        return ViewerError("preflight-old-qt", pyside=pyside, floor=FLOOR)
    return ViewerError("preflight-bad-pair", pyside=pyside, python=".".join(map(str, python)))


def _display(env: Mapping[str, str], here: Machine) -> ViewerError | None:
    display = here.display(env, here.system)
    # Without a display the libraries of X are named too: one line then mends both.
    platform = "xcb" if display is Display.NONE else display.value
    absent = here.missing(platform)
    line, names = install_line(absent), ", ".join(row.soname for row in absent)
    if display is Display.NONE:
        code = "preflight-no-display-no-libraries" if absent else "preflight-no-display"
        shown = env.get("DISPLAY") or env.get("WAYLAND_DISPLAY") or "-"
        return ViewerError(code, display=shown, line=line, libraries=names)
    if absent:
        return ViewerError("preflight-no-libraries", line=line, libraries=names)
    return None
