"""A second start speaks to the window that is there, and to no other person's."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.settings import channel_file
from viewer.start_options import Start
from viewer.startup.handing_over import hand_over
from viewer.startup.single_instance import Instance, read_request

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets with paths")


@pytest.fixture
def channel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("c") / "own" / "window"


ASK = """
import sys
from pathlib import Path
from viewer.start_options import Start
from viewer.startup.handing_over import hand_over
print(hand_over(Path(sys.argv[1]), Start(Path(sys.argv[2]), section="2")))
"""


def handed(channel: Path, file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ASK, str(channel), str(file)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ended(end: socket.socket) -> bool:
    try:
        return end.recv(10) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_the_window_that_is_there_gets_the_file_by_its_canonical_path(
    qtbot, qapp, channel: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    instance = Instance(channel, lambda: True, qapp)
    with qtbot.waitSignal(instance.asked) as asked:
        asking = handed(channel, tmp_path / "link" / "a.yaml")
    assert asked.args == [tmp_path.resolve() / "a.yaml", "2"]
    assert asking.communicate(timeout=30)[0] == "True\n"
    assert stat.S_IMODE(channel.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(channel.stat().st_mode) & 0o077 == 0
    instance.deleteLater()


def test_a_window_before_a_room_takes_nothing(qtbot, qapp, channel: Path) -> None:
    instance = Instance(channel, lambda: False, qapp)
    with qtbot.assertNotEmitted(instance.asked):
        asking = handed(channel, channel)
        qtbot.waitUntil(lambda: asking.poll() is not None, timeout=30_000)
    assert asking.communicate()[0] == "False\n"
    instance.deleteLater()


def test_where_nobody_listens_the_start_goes_on_alone(channel: Path) -> None:
    assert not hand_over(channel, Start())


def test_a_channel_that_a_dead_window_left_is_taken_over(qapp, channel: Path) -> None:
    channel.parent.mkdir(parents=True)
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(channel))
    left.close()
    instance = Instance(channel, lambda: True, qapp)
    assert instance.listening
    instance.deleteLater()


def test_a_message_that_is_too_long_ends_its_connection(qtbot, qapp, channel: Path) -> None:
    instance = Instance(channel, lambda: True, qapp)
    with socket.socket(socket.AF_UNIX) as end, qtbot.assertNotEmitted(instance.asked):
        end.connect(str(channel))
        end.setblocking(False)
        end.send(b"x" * 60_000)
        qtbot.waitUntil(lambda: ended(end))
    instance.deleteLater()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"file": 3, "section": ""}',
        b'{"file": "relative.yaml", "section": ""}',
        b'{"file": "/a\\u0000b", "section": ""}',
        b'{"file": "/a"}',
    ],
)
def test_what_is_no_request_is_none(line: bytes) -> None:
    assert read_request(line) is None


def test_a_token_of_the_desktop_is_passed_on_and_nothing_else(monkeypatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "before")
    told = {"file": "", "section": "", "tokens": {"XDG_ACTIVATION_TOKEN": "t1", "PATH": "/x"}}
    before = os.environ["PATH"]
    assert read_request(json.dumps(told).encode()) == (None, "")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "t1"
    assert os.environ["PATH"] == before


def test_displays_and_settings_have_channels_of_their_own() -> None:
    base = {"HOME": "/h", "XDG_RUNTIME_DIR": "/run/user/7", "DISPLAY": ":0"}
    one = channel_file(base, "linux")
    assert one.parent == Path("/run/user/7/briefing-viewer")
    others = (
        {**base, "DISPLAY": ":1"},
        {**base, "XDG_STATE_HOME": "/elsewhere"},
        {**base, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert len({one, *(channel_file(env, "linux") for env in others)}) == 4
    assert channel_file({"XDG_STATE_HOME": "/s"}, "linux").parent == Path("/s/briefing-viewer")


@pytest.mark.parametrize(
    ("start", "shared"),
    [
        (Start(), True),
        (Start(Path("a"), section="2"), True),
        (Start(new_window=True), False),
        (Start(present=True), False),
        (Start(safe=True), False),
        (Start(theme="dark"), False),
        (Start(language="en"), False),
    ],
)
def test_a_start_with_wishes_of_its_own_gets_a_window_of_its_own(start: Start, shared) -> None:
    assert start.shareable is shared
