"""The real program reaches for no network, and opens no file that its data names."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.hostile.markup import PNG, markup_file, strings

CALLS = "trace=socket,connect,sendto,openat,open"
OWN = re.compile(r"AF_(UNIX|LOCAL|NETLINK)")


def traced(log: Path, command: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("there is no strace here")
    line = [strace, *_flags(strace), "-s", "400", "-e", CALLS, "-o", str(log), *command]
    return subprocess.run(line, env=env, capture_output=True, text=True, timeout=120, check=False)


@cache
def _flags(strace: str) -> tuple[str, ...]:
    """How children are traced: the kernel stops them at the calls that are asked for, if it can."""
    for flags in (("-f", "-qq", "--seccomp-bpf"), ("-f", "-qq")):
        probe = [strace, *flags, "-e", CALLS, "-o", os.devnull, "true"]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return flags
    pytest.skip("strace may not trace here")


def test_a_whole_session_opens_no_socket_to_a_network_and_nothing_that_the_file_names(
    tmp_path, root
):
    bait = tmp_path / "bait" / "x.png"
    bait.parent.mkdir()
    bait.write_bytes(PNG)
    file = tmp_path / "markup.yaml"
    file.write_bytes(markup_file(strings(bait)[:8]))
    log = tmp_path / "calls"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    done = traced(log, [sys.executable, "-m", "tests.driven", "everything", str(file)], env)
    assert done.returncode == 0, done.stderr
    held_to_itself(log, file)


def held_to_itself(log: Path, file: Path) -> None:
    """No socket to a network, and of all that the file names nothing was opened."""
    calls = log.read_text("utf-8", "replace").splitlines()
    sockets = [call for call in calls if "socket(" in call or "connect(" in call]
    assert [call for call in sockets if not OWN.search(call)] == []
    opened = [call for call in calls if f'"{file}"' in call]
    assert opened
    assert [call for call in opened if "O_RDONLY" not in call] == []  # never to be written
    assert [call for call in calls if "bait" in call or "192.0.2.1" in call] == []


COMMANDS = (
    ("check", "IN"),
    *(("export", "IN", "-o", f"OUT{suffix}") for suffix in (".pdf", ".html", ".pptx", ".md")),
    ("export", "IN", "-o", "OUT", "--to", "svg", "--section", "s0"),
)
IN_TURN = """
import json, sys
from viewer.cli import main
for words in json.loads(sys.argv[1]):
    code = main(words)
    if code:
        sys.exit(f"{words}: {code}")
"""


def test_no_command_opens_a_socket_to_a_network_or_anything_that_the_file_names(tmp_path, root):
    """In one process, as the trace of a start is the dearer part."""
    bait = tmp_path / "bait" / "x.png"
    bait.parent.mkdir()
    bait.write_bytes(PNG)
    file = tmp_path / "markup.yaml"
    file.write_bytes(markup_file(strings(bait)[:4]))
    log, out = tmp_path / "calls", tmp_path / "out"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    lines = [
        [str(file) if one == "IN" else one.replace("OUT", str(out)) for one in words]
        for words in COMMANDS
    ]
    done = traced(log, [sys.executable, "-c", IN_TURN, json.dumps(lines)], env)
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("out*"))) == len(COMMANDS) - 1
    held_to_itself(log, file)


def test_the_trace_sees_a_socket_that_reaches_for_a_network(tmp_path, root):
    log = tmp_path / "calls"
    said = "import socket; socket.socket(socket.AF_INET6).close()"
    assert traced(log, [sys.executable, "-c", said], dict(os.environ)).returncode == 0
    with pytest.raises(AssertionError):
        held_to_itself(log, tmp_path)
