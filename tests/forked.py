"""Programs started as processes of their own without importing all of it each time.

A server imports the program and its libraries once, with no window and no thread, and forks for
each start: what a test sees is a process of its own, with its own environment, folder, streams,
limits and exit code. Where the start itself is tested (which modules are loaded, what the
environment or the locale of the interpreter does), a test starts the interpreter instead.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = (
    *("yaml", "chardet", "lxml.html", "markdown_it", "docx", "pptx", "xlsxwriter", "pypdfium2"),
    *("argparse", "json", "html", "zipfile", "xml.etree.ElementTree"),
)
"""What the program loads only when it is asked for; what draws plots stays out, see PLOTTING."""
PLOTTING = "viewer.rendering.charts.plotting"
"""The module that loads pyqtgraph: tests ask whether a process has loaded it."""
MAIN = "viewer.cli"
"""The program; another module to be run has a `main` too, that takes the words."""
DRIVEN = "tests.driven"
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
"""Namespaces of the Linux kernel that a process may be started in."""
Streams = tuple[int, int, int]


class Forked:
    """A process that was started by the server; as much of `subprocess.Popen` as tests ask for."""

    def __init__(self, status: int, stdout: TextIOWrapper | None, stderr: IO[bytes] | None) -> None:
        self._status, self.stdout, self._stderr = status, stdout, stderr
        self._told = b""
        self.returncode: int | None = None
        self.pid = int(self._line(300) or 0)  # a busy machine imports for a while

    def _line(self, timeout: float) -> bytes | None:
        """The next line of what the server says of it; None when there is none in time."""
        until = time.monotonic() + timeout
        while b"\n" not in self._told:
            if not select.select([self._status], [], [], max(0, until - time.monotonic()))[0]:
                return None
            part = os.read(self._status, 64)
            if not part:
                raise ConnectionError("the server of the tests ended")
            self._told += part
        line, _, self._told = self._told.partition(b"\n")
        return line

    def poll(self) -> int | None:
        """Its exit code, the negative number of the signal that ended it, or None."""
        if self.returncode is None:
            line = self._line(0)
            if line is not None:
                self.returncode = int(line)
                os.close(self._status)
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Until it has ended; its exit code. `subprocess.TimeoutExpired` kills it."""
        line = None if self.returncode is not None else self._line(timeout)
        if line is not None:
            self.returncode = int(line)
            os.close(self._status)
        if self.returncode is None:
            self.send_signal(signal.SIGKILL)
            raise subprocess.TimeoutExpired("forked", timeout)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """A signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """What it wrote after what was read, and to the stream of errors, once it has ended."""
        self.wait(timeout)
        assert self.stdout is not None and self._stderr is not None
        with self.stdout as out, self._stderr as err:
            err.seek(0)
            return out.read(), err.read().decode()


class Server:
    """The process that forks."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        command = [sys.executable, "-m", "tests.forked", str(theirs.fileno())]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(command, env=env, cwd=ROOT, pass_fds=[theirs.fileno()])
        theirs.close()

    def stop(self) -> None:
        """End the server; what it started has ended before."""
        self._socket.close()
        self._process.wait(60)

    def _start(
        self,
        words: Sequence[str],
        module: str,
        streams: Streams,
        env: Mapping[str, str] | None,
        cwd: Path | None,
        namespaces: int = 0,
        ignored: int = 0,
    ) -> int:
        """The descriptor from which the number of the process and its exit code come."""
        ours, theirs = os.pipe()
        asked = {
            "words": list(words),
            "module": module,
            "env": dict(os.environ if env is None else env),
            "cwd": str(cwd or Path.cwd()),
            "namespaces": namespaces,
            "ignored": ignored,
        }
        said = json.dumps(asked).encode()
        with contextlib.closing(socket.socket(fileno=os.dup(self._socket.fileno()))) as line:
            socket.send_fds(line, [len(said).to_bytes(4, "big")], [*streams, theirs])
            line.sendall(said)
        os.close(theirs)
        return ours

    def run(
        self,
        *words: str,
        module: str = MAIN,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        given: bytes = b"",
        stdout: int | None = None,
        namespaces: int = 0,
    ) -> subprocess.CompletedProcess[bytes]:
        """A command to its end, what it wrote included; in new `namespaces` of the kernel."""
        with (
            tempfile.TemporaryFile() as into,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            into.write(given)
            into.seek(0)
            streams = (into.fileno(), out.fileno() if stdout is None else stdout, err.fileno())
            started = self._start(words, module, streams, env, cwd, namespaces)
            process = Forked(started, None, None)
            process.wait(120)
            out.seek(0)
            err.seek(0)
            code = process.returncode or 0
            return subprocess.CompletedProcess([*words], code, out.read(), err.read())

    def begin(
        self,
        *words: str,
        module: str = MAIN,
        env: Mapping[str, str] | None = None,
        ignored: int = 0,
    ) -> Forked:
        """A command that goes on; its output can be read line by line. Like one that is started by
        `nohup` it finds a signal `ignored`."""
        ours, theirs = os.pipe()
        err = tempfile.TemporaryFile()  # noqa: SIM115
        with open(os.devnull, "rb") as nothing:  # noqa: PTH123
            streams = (nothing.fileno(), theirs, err.fileno())
            status = self._start(words, module, streams, env, None, ignored=ignored)
        os.close(theirs)
        return Forked(status, open(ours, encoding="utf-8"), err)  # noqa: PTH123


def imported() -> None:
    """Bring in the whole program and what it loads later, and read each of its tables once."""
    import viewer
    from viewer.resources import bundled

    for name in LIBRARIES:
        importlib.import_module(name)
    for found in pkgutil.walk_packages(viewer.__path__, "viewer."):
        if not found.name.endswith("__main__") and found.name != PLOTTING:
            importlib.import_module(found.name)
    importlib.import_module(DRIVEN)
    with contextlib.redirect_stdout(StringIO()):
        importlib.import_module(MAIN).main(["check", str(bundled("shandong-2020.yaml"))])


def serve(line: socket.socket) -> Callable[[], int]:
    """Fork for each request until the tests close the line; in a child, what it is to do."""
    woken, wake = os.pipe()
    for end in (woken, wake):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.set_wakeup_fd(wake)
    running: dict[int, int] = {}
    while True:
        ready = select.select([line.fileno(), woken], [], [])[0]
        if woken in ready:
            os.read(woken, 1024)
            _reap(running)
        if line.fileno() not in ready:
            continue
        head, fds, _, _ = socket.recv_fds(line, 4, 4)
        if not head:
            sys.exit()
        asked = json.loads(line.recv(int.from_bytes(head, "big"), socket.MSG_WAITALL))
        child = os.fork()
        if not child:
            return _become(asked, fds)
        running[child] = fds[3]
        os.write(fds[3], b"%d\n" % child)
        for one in fds[:3]:
            os.close(one)


def _reap(running: dict[int, int]) -> None:
    while running:
        child, status = os.waitpid(-1, os.WNOHANG)
        if not child:
            return
        with contextlib.suppress(BrokenPipeError):  # nobody waits for it
            os.write(running[child], b"%d\n" % os.waitstatus_to_exitcode(status))
        os.close(running.pop(child))


def _become(asked: dict[str, Any], fds: list[int]) -> Callable[[], int]:
    """Make this copy of the server the process that was asked for."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if asked["ignored"]:
        signal.signal(asked["ignored"], signal.SIG_IGN)
    for number, fd in enumerate(fds[:3]):
        os.dup2(fd, number)
    os.closerange(3, 256)
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8")
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    os.chdir(asked["cwd"])
    if asked["namespaces"]:
        _go_apart(asked["namespaces"])
    words = asked["words"]
    sys.argv = [asked["module"], *words]
    if asked["module"] == MAIN:
        return partial(_command, words)
    return partial(importlib.import_module(asked["module"]).main, words)


def _go_apart(namespaces: int) -> None:
    """Take this process into new namespaces, as the same user."""
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None, use_errno=True).unshare(namespaces):
        raise OSError(ctypes.get_errno(), "no such namespace may be made here")
    if namespaces & NEW_USER:
        for file, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            Path("/proc/self", file).write_text(line, "ascii")


def _command(words: list[str]) -> int:
    """A command to its end, without taking the imported modules apart after it."""
    from viewer.cli import main

    code = main(words)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    imported()
    gc.collect()
    gc.freeze()
    sys.exit(serve(socket.socket(fileno=int(sys.argv[1])))())
