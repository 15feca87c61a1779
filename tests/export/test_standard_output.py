"""`-o -` is standard output, and so is `/dev/stdout`, be it a pipe or a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from viewer.resources import bundled
from viewer.start_options import SAMPLE


def exported(root: Path, *more: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    ask = [sys.executable, "-m", "viewer", "export", str(bundled(SAMPLE)), *more]
    kinds: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(ask, check=False, cwd=root, **kinds)


@pytest.mark.parametrize("kind", ["csv", "json", "markdown"])
def test_a_text_goes_to_standard_output_and_nothing_with_it(
    tmp_path: Path, root: Path, kind: str
) -> None:
    file = tmp_path / "whole"
    assert exported(root, "-o", str(file), "--to", kind).returncode == 0
    done = exported(root, "-o", "-", "--to", kind)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == file.read_bytes()
    assert not (root / "-").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="devices of Linux")
def test_the_device_of_standard_output_is_a_pipe_or_a_file_alike(
    tmp_path: Path, root: Path
) -> None:
    piped = exported(root, "-o", "/dev/stdout", "--to", "csv")
    assert piped.returncode == 0
    with (tmp_path / "to").open("wb") as into:
        assert exported(root, "-o", "/dev/stdout", "--to", "csv", stdout=into).returncode == 0
    assert (tmp_path / "to").read_bytes() == piped.stdout != b""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_what_is_no_text_is_not_shown_on_a_terminal(root: Path) -> None:
    import os
    import pty

    shown, terminal = pty.openpty()
    try:
        done = exported(root, "-o", "-", "--to", "xlsx", stdout=terminal)
    finally:
        os.close(terminal)
        os.close(shown)
    assert done.returncode == 2
    assert b"xlsx" in done.stderr


@pytest.mark.parametrize("more", [[], ["--to", "svg"]], ids=["no kind", "several files"])
def test_what_does_not_fit_standard_output_is_refused(root: Path, more: list[str]) -> None:
    done = exported(root, "-o", "-", *more)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
