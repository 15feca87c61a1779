"""The program works whole where there is no network at all: in a network namespace of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.forked import DRIVEN, NEW_NETWORK, NEW_USER, Server
from tests.hostile.exporting import PICTURES
from viewer.resources import bundled

OUT_OF_REACH = ["101", "101"]
"""Network is unreachable, this machine's own address too."""
EXPORTS = (".pdf", ".html", ".pptx", ".xlsx", ".csv", ".md", ".json", ".png", ".svg")
SMALL = """\
briefing: 1
title: 简报
sections:
  - id: a
    title: 甲
    passage: 前年受理3件，去年5件，今年4件，办结90%。
    metrics:
      - id: cases
        label: 受理
        unit: 件
        series:
          - {period: "2021", value: 3, cite: 前年受理3件}
          - {period: "2022", value: 5, cite: 去年5件}
          - {period: "2023", value: 4, cite: 今年4件}
      - {id: done, label: 办结率, value: 90, unit: "%", kind: share, cite: 办结90%}
    charts:
      - {title: 受理, metrics: [cases], kind: line}
      - {title: 办结, metrics: [done]}
"""


@pytest.fixture(scope="session")
def namespaces() -> int:
    """The namespaces that leave a process no network but an unused loopback."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        pytest.skip("there is no unshare here")
    for flags, found in (("-n", NEW_NETWORK), ("-rn", NEW_USER | NEW_NETWORK)):
        probe = subprocess.run([unshare, flags, "true"], capture_output=True, check=False)
        if probe.returncode == 0:
            return found
    pytest.skip("no network namespace may be made here")


@pytest.fixture(scope="session")
def apart(programs: Server, namespaces: int) -> partial[subprocess.CompletedProcess[bytes]]:
    """Starts the program where there is no network."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    env.pop("DISPLAY", None)
    return partial(programs.run, namespaces=namespaces, env=env)


def test_there_is_nothing_to_reach_in_the_namespace(apart) -> None:
    done = apart(module="tests.hostile.reach")
    assert done.stdout.decode().split() == ["lo", *OUT_OF_REACH]


def test_the_window_and_a_talk_work_whole_without_a_network(apart) -> None:
    done = apart("everything", str(bundled("shandong-2020.yaml")), module=DRIVEN)
    told = [line for line in done.stderr.splitlines() if b"propagateSizeHints" not in line]
    assert (done.returncode, told) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        ("check", "shandong-2020.yaml"),
        ("check", "--format", "sarif", "gallery.yaml"),
        ("figures", "shandong-2020.txt"),
        ("draft", "shandong-2020.txt", "-o", "-"),
        ("schema",),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same_without_a_network(
    programs: Server, apart, words: tuple[str, ...]
) -> None:
    named = [str(bundled(word)) if "2020" in word or "gallery" in word else word for word in words]
    with_one, without = programs.run(*named), apart(*named)
    assert without.returncode == with_one.returncode == 0
    assert without.stdout == with_one.stdout != b""
    assert without.stderr == with_one.stderr


def test_the_doctor_finds_all_in_order_without_a_network(apart) -> None:
    done = apart("doctor", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["works"]


@pytest.fixture(scope="module")
def made(apart, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all exports, made by one process without a network."""
    folder = tmp_path_factory.mktemp("made")
    file = folder / "small.yaml"
    file.write_text(SMALL, "utf-8")
    done = apart(str(file), str(folder), *EXPORTS, module="tests.hostile.exporting")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("suffix", EXPORTS)
def test_every_export_is_made_without_a_network(made: Path, suffix: str) -> None:
    found = [one for one in (made / suffix[1:]).rglob("*") if one.is_file()]
    whole = made / suffix[1:] / f"out{suffix}"
    assert len(found) == 2 if suffix in PICTURES else found == [whole]
    assert all(one.stat().st_size > 100 for one in found)
