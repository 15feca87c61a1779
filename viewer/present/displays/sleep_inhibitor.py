"""Keeps the screens from going to sleep while a talk runs, where the system lets us ask."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusInterface

from viewer.rendering.session_bus import answer, answer_typed, service


class Inhibition(Protocol):
    """Something that keeps the screens awake until it is let go."""

    def let_go(self) -> None:
        """Let the screens sleep again."""


def keep_awake(name: str, reason: str) -> Inhibition | None:
    """Ask the system to keep its screens on; None when nothing here can be asked."""
    if sys.platform == "win32":
        return _Windows()
    if sys.platform == "darwin":
        return _Process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
    return _ScreenSaver.ask(name, reason) or _Both.ask(reason)


class _Both:
    """The desktop portal and the X server's own screen saver: a portal answers at once, and does
    not tell that the desktop behind it has nothing to hold."""

    def __init__(self, holds: Sequence[Inhibition]) -> None:
        self._holds = holds

    @classmethod
    def ask(cls, reason: str) -> _Both | None:
        asked: tuple[Inhibition | None, ...] = (_Portal.ask(reason), _X11.ask())
        holds = [hold for hold in asked if hold is not None]
        return cls(holds) if holds else None

    def let_go(self) -> None:
        for hold in self._holds:
            hold.let_go()


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


class _Portal:
    """The desktop portal, which a sandbox and Wayland desktops without a saver have.

    The hold ends with our connection at the latest, so also when the program is killed.
    """

    _SERVICE = "org.freedesktop.portal.Desktop"
    _INHIBIT = ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit")
    _REQUEST = "org.freedesktop.portal.Request"
    _IDLE, _SUSPEND = 8, 4
    """Asked for one by one: a desktop that knows only of idle screens refuses both at once."""
    _WAITS = 200

    def __init__(self, handles: Sequence[str]) -> None:
        self._handles = handles

    @classmethod
    def ask(cls, reason: str) -> _Portal | None:
        bus = service(cls._SERVICE, *cls._INHIBIT, cls._WAITS)
        if bus is None:
            return None
        options = ("QVariantMap", {"reason": reason})

        def hold(flag: int) -> str:
            return answer_typed(bus, "Inhibit", ("QString", ""), ("uint", flag), options)

        idle = hold(cls._IDLE)  # without it nothing else is held: nobody would let it go
        return cls([idle, *filter(None, [hold(cls._SUSPEND)])]) if idle else None

    def let_go(self) -> None:
        for handle in self._handles:
            request = service(self._SERVICE, handle, self._REQUEST, self._WAITS)
            if request is not None:
                request.call("Close")


class _X11:
    """The X server's own screen saver, switched off and put back as it was.

    A process of its own puts it back when this one is no more without having done so.
    """

    def __init__(self, restore: tuple[str, ...], guard: int) -> None:
        self._restore, self._guard = restore, guard

    @classmethod
    def ask(cls) -> _X11 | None:
        command = shutil.which("xset")
        told = _output(command, "q") if command else ""
        times = re.search(r"timeout:\s*(\d+)\s+cycle:\s*(\d+)", told)
        if command is None or times is None:
            return None
        power = "+dpms" if "DPMS is Enabled" in told else "-dpms"
        restore = (command, "s", times[1], times[2], power)
        guard = _at_our_end(*restore)
        if guard is None:
            return None
        _output(command, "s", "off", "-dpms")
        return cls(restore, guard)

    def let_go(self) -> None:
        with contextlib.suppress(OSError):
            os.write(self._guard, b"\n")  # it has nothing to do any more
        os.close(self._guard)
        _output(*self._restore)


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


def _at_our_end(*command: str) -> int | None:
    """The input of a process that runs a command when that ends without a line, as it does when we
    are no more; None if there is no shell.

    It has a session of its own, and no parent to wait for it: what stops all processes of a
    terminal does not stop it.
    """
    waits = 'exec 3<&0; { read -r _ <&3 || exec "$@"; } &'  # in the background 0 is nothing
    quiet = subprocess.DEVNULL
    reader, writer = os.pipe()
    try:
        subprocess.run(
            ("/bin/sh", "-c", waits, "sh", *command),
            stdin=reader,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
            timeout=1,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        os.close(writer)
        return None
    finally:
        os.close(reader)
    return writer


def _output(*command: str) -> str:
    """What a command says; nothing if it cannot be run or fails."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=1, check=False, text=True)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
