"""Keeps the screens from going to sleep while a talk runs, where the system lets us ask."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import subprocess
import sys
from typing import Protocol

from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusInterface

from viewer.present.session_bus import answer, service


class Hold(Protocol):
    """Something that keeps the screens awake until it is let go."""

    def let_go(self) -> None:
        """Let the screens sleep again."""


def keep_awake(name: str, reason: str) -> Hold | None:
    """Ask the system to keep its screens on; None when nothing here can be asked."""
    if sys.platform == "win32":
        return _Windows()
    if sys.platform == "darwin":
        return _Process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
    return _ScreenSaver.ask(name, reason) or _X11.ask()


class _ScreenSaver:
    """The freedesktop.org screen saver; the hold ends with our connection at the latest."""

    _SERVICE = (
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
    )
    _WAITS = 200  # a talk does not wait for a desktop that does not answer

    def __init__(self, bus: QDBusInterface, cookie: int) -> None:
        self._bus, self._cookie = bus, cookie

    @classmethod
    def ask(cls, name: str, reason: str) -> _ScreenSaver | None:
        bus = service(*cls._SERVICE, cls._WAITS)
        if bus is None:
            return None
        cookie = answer(bus, "Inhibit", name, reason)
        return None if cookie is None else cls(bus, int(cookie))

    def let_go(self) -> None:
        self._bus.call("UnInhibit", self._cookie)


class _X11:
    """The X server's own screen saver, switched off and put back as it was.

    That is done by a process of its own when its input ends, so it is done too when this one is
    killed.
    """

    def __init__(self, guard: subprocess.Popen[bytes]) -> None:
        self._guard = guard

    @classmethod
    def ask(cls) -> _X11 | None:
        command = shutil.which("xset")
        told = _output(command, "q") if command else ""
        times = re.search(r"timeout:\s*(\d+)\s+cycle:\s*(\d+)", told)
        if command is None or times is None:
            return None
        power = "+dpms" if "DPMS is Enabled" in told else "-dpms"
        guard = _at_our_end(command, "s", times[1], times[2], power)
        if guard is None:
            return None
        _output(command, "s", "off", "-dpms")
        return cls(guard)

    def let_go(self) -> None:
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            self._guard.communicate(timeout=1)


class _Process:
    """A process of the system that keeps it awake as long as it runs."""

    def __init__(self, process: QProcess) -> None:
        self._process = process

    @classmethod
    def start(cls, program: str, arguments: list[str]) -> _Process | None:
        process = QProcess()
        process.start(program, arguments)
        return cls(process) if process.waitForStarted(500) else None

    def let_go(self) -> None:
        self._process.terminate()
        self._process.waitForFinished(500)


class _Windows:
    """The execution state of Windows: continuous, system and display required."""

    _CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002

    def __init__(self) -> None:
        self._set(self._CONTINUOUS | self._SYSTEM | self._DISPLAY)

    def let_go(self) -> None:
        self._set(self._CONTINUOUS)

    @staticmethod
    def _set(state: int) -> None:
        library = getattr(ctypes, "windll", None)
        if library is not None:
            library.kernel32.SetThreadExecutionState(state)


def _at_our_end(*command: str) -> subprocess.Popen[bytes] | None:
    """A process that waits until we close its input, or are no more, and then runs a command; None
    if there is no shell.

    It has a session of its own: what stops all processes of a terminal does not stop it.
    """
    waits = ("/bin/sh", "-c", 'read -r _; exec "$@"', "sh", *command)
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            waits, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:
        return None


def _output(*command: str) -> str:
    """What a command says; nothing if it cannot be run or fails."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=1, check=False, text=True)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
