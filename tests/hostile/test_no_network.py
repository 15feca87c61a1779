"""The program works whole where there is no network at all: in a network namespace of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.resources import bundled

INTERFACES = "import socket; print(*(name for _, name in socket.if_nameindex()))"
REACH = """
import socket
for address in ("192.0.2.1", "127.0.0.1"):
    try:
        socket.create_connection((address, 9), 2)
    except OSError as error:
        print(error.errno)
"""
OUT_OF_REACH = "101\n101\n"
"""Network is unreachable, this machine's own address too."""
EXPORTS = (".pdf", ".html", ".pptx", ".xlsx", ".csv", ".md", ".json", ".png", ".svg")


@pytest.fixture(scope="session")
def alone() -> list[str]:
    """The words before a command that leave it no network but an unused loopback."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        pytest.skip("there is no unshare here")
    for flags in (["-n"], ["-r", "-n"]):
        probe = subprocess.run([unshare, *flags, "true"], capture_output=True, check=False)
        if probe.returncode == 0:
            return [unshare, *flags]
    pytest.skip("no network namespace may be made here")


def run(words: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    env.pop("DISPLAY", None)
    return subprocess.run(words, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_there_is_nothing_to_reach_in_the_namespace(alone: list[str], root: Path) -> None:
    assert run([*alone, sys.executable, "-c", INTERFACES], root).stdout == "lo\n"
    assert run([*alone, sys.executable, "-c", REACH], root).stdout == OUT_OF_REACH


def test_the_window_and_a_talk_work_whole_without_a_network(alone: list[str], root: Path) -> None:
    deed = ["-m", "tests.driven", "everything", str(bundled("shandong-2020.yaml"))]
    done = run([*alone, sys.executable, *deed], root)
    told = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, told) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        ("check", "shandong-2020.yaml"),
        ("check", "--format", "sarif", "gallery.yaml"),
        ("figures", "shandong-2020.txt"),
        ("draft", "shandong-2020.txt", "-o", "-"),
        ("schema",),
        ("doctor", "--json"),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same_without_a_network(
    alone: list[str], root: Path, words: tuple[str, ...]
) -> None:
    named = [str(bundled(word)) if "2020" in word or "gallery" in word else word for word in words]
    command = [sys.executable, "-m", "viewer.cli", *named]
    with_one, without = run(command, root), run([*alone, *command], root)
    assert without.returncode == with_one.returncode == 0
    assert without.stdout == with_one.stdout != ""
    assert without.stderr == with_one.stderr


@pytest.mark.parametrize("suffix", EXPORTS)
def test_every_export_is_made_without_a_network(
    alone: list[str], root: Path, tmp_path: Path, suffix: str
) -> None:
    pictures = suffix in (".png", ".svg")
    out = tmp_path / ("out" if pictures else f"out{suffix}")
    more = ["--to", suffix[1:]] if pictures else []
    export = ["export", str(bundled("gallery.yaml")), "-o", str(out), *more]
    done = run([*alone, sys.executable, "-m", "viewer.cli", *export], root)
    assert done.returncode == 0, done.stderr
    made = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(made) > 20 if pictures else made == [out]
    assert all(one.stat().st_size > 100 for one in made)
