from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.forked import Server
from viewer.present.displays import sleep_inhibitor

PORTAL = """
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusObjectPath

HANDLE = "/org/freedesktop/portal/desktop/request/1"

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Inhibit"})
class Inhibit(QObject):
    @Slot(str, "uint", "QVariantMap", result="QDBusObjectPath")
    def Inhibit(self, window, flags, options):
        print("inhibit", flags, options["reason"], flush=True)
        return QDBusObjectPath(HANDLE)

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Request"})
class Request(QObject):
    @Slot()
    def Close(self):
        print("close", flush=True)

app, bus = QCoreApplication([]), QDBusConnection.sessionBus()
inhibit, request = Inhibit(), Request()
slots = QDBusConnection.RegisterOption.ExportAllSlots
bus.registerObject("/org/freedesktop/portal/desktop", inhibit, slots)
bus.registerObject(HANDLE, request, slots)
bus.registerService("org.freedesktop.portal.Desktop")
print("there", flush=True)
app.exec()
"""
ASKING = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from tests.forked import Server
from viewer.present.displays import sleep_inhibitor
app = QCoreApplication([])
portal = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
assert portal.stdout.readline() == "there\\n"
hold = sleep_inhibitor.keep_awake("viewer", "the talk runs")
print(portal.stdout.readline(), end="")
hold.let_go()
print(portal.stdout.readline(), end="")
portal.kill()
"""
"""A portal and a program that asks it, in a session that has no screen saver."""
QUERY = """Screen Saver:
  prefer blanking:  yes    allow exposures:  yes
  timeout:  600    cycle:  300
DPMS (Display Power Management Signaling):
  DPMS is Enabled
"""


@pytest.fixture
def bus_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for service in (sleep_inhibitor._ScreenSaver, sleep_inhibitor._Portal):
        monkeypatch.setattr(service, "ask", classmethod(lambda *_: None))
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def xset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    told = tmp_path / "told"
    script = tmp_path / "xset"
    script.write_text(f'#!/bin/sh\n[ "$1" = q ] && cat <<END\n{QUERY}END\necho "$@" >> {told}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return told


def test_the_x_servers_saver_is_switched_off_and_put_back_as_it_was(
    bus_is_away: None, xset: Path
) -> None:
    hold = sleep_inhibitor.keep_awake("viewer", "talk")
    assert hold is not None
    assert xset.read_text().splitlines() == ["q", "s off -dpms"]
    hold.let_go()
    assert xset.read_text().splitlines()[-1] == "s 600 300 +dpms"


def test_the_saver_is_put_back_when_the_program_is_killed(xset: Path, programs: Server) -> None:
    child = programs.begin("screen", module="tests.present.holding")
    assert child.stdout is not None and child.stdout.readline() == "held\n"
    assert xset.read_text().splitlines() == ["q", "s off -dpms"]
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=60)
    until = time.monotonic() + 30
    while len(xset.read_text().splitlines()) < 3 and time.monotonic() < until:
        time.sleep(0.01)
    assert xset.read_text().splitlines()[-1] == "s 600 300 +dpms"


def test_where_nothing_can_be_asked_that_is_known(
    bus_is_away: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sleep_inhibitor.keep_awake("viewer", "talk") is None


def test_a_saver_that_does_not_answer_is_none(
    bus_is_away: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "xset"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sleep_inhibitor.keep_awake("viewer", "talk") is None


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus to be had here")
def test_a_portal_is_asked_where_there_is_no_saver_and_told_when_the_talk_ends() -> None:
    command = ("dbus-run-session", "--", sys.executable, "-c", ASKING, PORTAL)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.splitlines() == ["inhibit 12 the talk runs", "close"], done.stderr
