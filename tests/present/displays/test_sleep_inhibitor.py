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
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusObjectPath, QDBusVirtualObject

TOLD = '''
<interface name="org.freedesktop.portal.Inhibit"><method name="Inhibit">
<arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface>
<interface name="org.freedesktop.portal.Request"><method name="Close"/></interface>'''

class Portal(QDBusVirtualObject):
    def introspect(self, path):
        return TOLD

    def handleMessage(self, message, connection):
        said = message.arguments()
        if message.member() == "Inhibit" and message.signature() == "sua{sv}":
            print("inhibit", said[1], "the talk runs" in str(message), flush=True)
            handle = f"/org/freedesktop/portal/desktop/request/{said[1]}"
            connection.send(message.createReply(QDBusObjectPath(handle)))
        elif message.member() == "Close":
            print("close", message.path()[-1], flush=True)
            connection.send(message.createReply())
        else:
            return False
        return True

app, bus, portal = QCoreApplication([]), QDBusConnection.sessionBus(), Portal()
below = QDBusConnection.VirtualObjectRegisterOption.SubPath
bus.registerVirtualObject("/org/freedesktop/portal/desktop", portal, below)
bus.registerService("org.freedesktop.portal.Desktop")
print("there", flush=True)
app.exec()
"""
"""A portal that tells, as real ones do, no types of Qt."""
ASKING = """
import atexit, subprocess, sys
from PySide6.QtCore import QCoreApplication
from viewer.present.displays import sleep_inhibitor
from viewer.rendering.less_motion import less_motion
app = QCoreApplication([])
portal = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
atexit.register(portal.kill)
assert portal.stdout.readline() == "there\\n"
assert not less_motion()
hold = sleep_inhibitor.keep_awake("viewer", "the talk runs")
for _ in range(2):
    print(portal.stdout.readline(), end="")
hold.let_go()
for _ in range(2):
    print(portal.stdout.readline(), end="")
"""
"""A portal and a program that asks it, in a session that has no screen saver; of motion first, as a
talk does."""
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


def test_the_saver_of_the_server_is_switched_off_also_where_a_portal_answers(
    bus_is_away: None, xset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []

    class Portal:
        def let_go(self) -> None:
            closed.append("portal")

    monkeypatch.setattr(sleep_inhibitor._Portal, "ask", classmethod(lambda *_: Portal()))
    hold = sleep_inhibitor.keep_awake("viewer", "talk")
    assert hold is not None
    assert "s off -dpms" in xset.read_text()
    hold.let_go()
    assert closed == ["portal"]
    assert xset.read_text().splitlines()[-1].startswith("s 600 300")


@pytest.mark.parametrize(
    ("granted", "asked", "closed"),
    [({8: "idle", 4: "sleep"}, [8, 4], 2), ({8: "idle"}, [8, 4], 1), ({4: "sleep"}, [8], 0)],
)
def test_a_portal_that_holds_no_screen_is_asked_to_hold_nothing_else(
    granted: dict[int, str], asked: list[int], closed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags: list[int] = []
    calls: list[str] = []

    def answer(_: object, _method: str, *arguments: tuple[str, int]) -> str:
        flags.append(arguments[1][1])
        return granted.get(flags[-1], "")

    class Bus:
        call = calls.append

    monkeypatch.setattr(sleep_inhibitor, "service", lambda *_: Bus)
    monkeypatch.setattr(sleep_inhibitor, "answer_typed", answer)
    hold = sleep_inhibitor._Portal.ask("a talk")
    assert flags == asked
    if hold is not None:
        hold.let_go()
    assert calls == ["Close"] * closed


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus to be had here")
def test_a_portal_is_asked_where_there_is_no_saver_and_told_when_the_talk_ends() -> None:
    command = ("dbus-run-session", "--", sys.executable, "-c", ASKING, PORTAL)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    held = ["inhibit 8 True", "inhibit 4 True"]
    assert done.stdout.splitlines() == [*held, "close 8", "close 4"], done.stderr
