"""What a talk leaves for the next one: private, whole, and held while the talk runs."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

import pytest

from tests.forked import Server
from viewer.present.records.state_files import StateFile


def test_a_file_of_each_data_file_and_kind(tmp_path: Path) -> None:
    one, other = (StateFile(tmp_path, "talk", tmp_path / name) for name in ("a", "b"))
    assert one.write({"a": 1}) and other.write({"b": 2})
    assert StateFile(tmp_path, "talk", tmp_path / "a").read() == {"a": 1}
    assert StateFile(tmp_path, "rehearsal", tmp_path / "a").read() == {}
    one.remove()
    assert (one.read(), other.read()) == ({}, {"b": 2})


@pytest.mark.skipif(os.name == "nt", reason="modes and locks of POSIX")
def test_what_a_running_talk_holds_is_left_by_nobody_until_it_is_killed(
    tmp_path: Path, programs: Server
) -> None:
    child = programs.begin("file", str(tmp_path), module="tests.present.holding")
    assert child.stdout is not None and child.stdout.readline() == "held\n"
    mine = StateFile(tmp_path, "talk", Path("/a"))
    assert mine.left() == {}
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=60)
    assert mine.left() == {"n": 2}
    assert mine.path is not None and stat.S_IMODE(mine.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_such_file_is_read_as_nothing(tmp_path: Path, content: bytes) -> None:
    file = StateFile(tmp_path, "talk", tmp_path / "a")
    assert file.path is not None
    file.path.write_bytes(content)
    assert file.read() == file.left() == {}


def test_a_place_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the place of the folder")
    for folder in (tmp_path / "file", None):
        file = StateFile(folder, "talk", tmp_path / "a")
        assert not file.write({}) and not file.hold({})
        file.remove()
        assert file.left() == {}
