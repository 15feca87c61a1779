"""`-o -` is standard output, and so is `/dev/stdout`, be it a pipe or a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import Server
from viewer.resources import bundled
from viewer.start_options import SAMPLE


def exported(programs: Server, *more: str) -> subprocess.CompletedProcess[bytes]:
    """An export whose standard output is a pipe."""
    process = programs.begin("export", str(bundled(SAMPLE)), *more)
    assert process.stdout is not None
    written = bytes(process.stdout.buffer.read())
    _, errors = process.communicate(60)
    assert process.returncode is not None
    return subprocess.CompletedProcess(more, process.returncode, written, errors.encode())


@pytest.mark.parametrize("kind", ["csv", "json", "markdown"])
def test_a_text_goes_to_standard_output_and_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: Server, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "whole"
    assert exported(programs, "-o", str(file), "--to", kind).returncode == 0
    done = exported(programs, "-o", "-", "--to", kind)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == file.read_bytes()
    assert not (tmp_path / "-").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="devices of Linux")
def test_the_device_of_standard_output_is_a_pipe_or_a_file_alike(
    tmp_path: Path, programs: Server
) -> None:
    piped = exported(programs, "-o", "/dev/stdout", "--to", "csv")
    assert piped.returncode == 0
    with (tmp_path / "to").open("wb") as into:
        ask = ("export", str(bundled(SAMPLE)), "-o", "/dev/stdout", "--to", "csv")
        assert programs.run(*ask, stdout=into.fileno()).returncode == 0
    assert (tmp_path / "to").read_bytes() == piped.stdout != b""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_what_is_no_text_is_not_shown_on_a_terminal(programs: Server) -> None:
    import os
    import pty

    shown, terminal = pty.openpty()
    try:
        ask = ("export", str(bundled(SAMPLE)), "-o", "-", "--to", "xlsx")
        done = programs.run(*ask, stdout=terminal)
    finally:
        os.close(terminal)
        os.close(shown)
    assert done.returncode == 2
    assert b"xlsx" in done.stderr


@pytest.mark.parametrize("more", [[], ["--to", "svg"]], ids=["no kind", "several files"])
def test_what_does_not_fit_standard_output_is_refused(programs: Server, more: list[str]) -> None:
    done = exported(programs, "-o", "-", *more)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
