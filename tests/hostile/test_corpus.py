"""Every file of the corpus is opened by the command, in a process that has little of anything."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.budget import is_deep
from tests.hostile.expected import EXPECTED
from tests.hostile.make import LARGE, Large

resource = pytest.importorskip("resource", reason="limits of a process are set on POSIX only")

FILES = Path(__file__).with_name("files")
STACK = 2**20
MEMORY = 400 * 10**6
LOOPS = 60
"""Reference loops that a process which checks one heavy file or several light ones may take of the
processor: a measure that a slow machine stretches with all it measures. In the suite, where what
is only many is fewer, half of them."""
LOOP = "seen = {}\nfor n in range(400_000): seen[n % 977] = str(n) + chr(n % 977 + 32)"

_BATCH = 90
_LIGHT_BATCH = 12
_BATCHES = [EXPECTED[at : at + _BATCH] for at in range(0, len(EXPECTED), _BATCH)]
_LIGHT = [large for large in LARGE if not large.heavy]
_LARGE_BATCHES = [
    *([large] for large in LARGE if large.heavy),
    *(_LIGHT[at : at + _LIGHT_BATCH] for at in range(0, len(_LIGHT), _LIGHT_BATCH)),
]


@pytest.fixture(scope="module")
def seconds() -> int:
    """What one process may take of the processor, by the loop as it runs on this machine now."""
    spent = []
    for _ in range(3):
        before = time.process_time()
        exec(LOOP, {})
        spent.append(time.process_time() - before)
    return math.ceil(loops() * statistics.median(spent))


def loops() -> int:
    return LOOPS if is_deep() else LOOPS // 2


def _limited(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _check(paths: Sequence[Path], seconds: int) -> list[dict[str, object]]:
    """What `check --json` says of the files; it must end by itself and say it in JSON."""
    command = [sys.executable, "-m", "viewer.cli", "check", "--json", *map(str, paths)]
    done = subprocess.run(
        command,
        capture_output=True,
        preexec_fn=partial(_limited, seconds),
        timeout=20 * seconds,
        check=False,
        env={**os.environ, "COVERAGE_PROCESS_START": ""},
    )
    names = ", ".join(path.name for path in paths)
    killed = done.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
    assert not killed, (
        f"{names}: more than {seconds} s of the processor ({loops()} reference loops)"
    )
    assert done.returncode in (0, 1, 2), f"{names}: {done.stderr.decode()[-2000:]}"
    assert b"Traceback" not in done.stderr
    told = json.loads(done.stdout)
    return told if isinstance(told, list) else [told]


def _problem(told: dict[str, object], code: str, line: int) -> str:
    """How the issues of a file differ from what is expected; '' when they do not."""
    issues = told["issues"]
    assert isinstance(issues, list)
    errors = [(issue["code"], issue["line"]) for issue in issues if issue["severity"] == "error"]
    found = [(issue["code"], issue["line"]) for issue in issues]
    untold = [i for i in issues if re.search(r"^issue\.|\{[a-z_]+\}", str(i["message"]))]
    if untold:
        return f"{told['file']}: a sentence is missing or unfilled: {untold[0]}"
    told_so = any(c == code and line in (0, at) for c, at in found)
    fine = told_so if code else not errors
    return "" if fine else f"{told['file']}: {code or 'no error'}:{line}, not {found[:5]}"


@pytest.mark.parametrize("batch", _BATCHES, ids=[rows[0][0] for rows in _BATCHES])
def test_small_files_tell_their_mistake_at_its_line(batch, seconds: int):
    told = _check([FILES / name for name, _, _ in batch], seconds)
    problems = [_problem(one, *row[1:]) for one, row in zip(told, batch, strict=True)]
    assert not any(problems), "\n".join(filter(None, problems))


@pytest.mark.parametrize("batch", _LARGE_BATCHES, ids=[rows[0].name for rows in _LARGE_BATCHES])
def test_large_files_end_in_time_and_memory(batch: Sequence[Large], seconds: int, tmp_path):
    paths = [tmp_path / f"{large.name}.yaml" for large in batch]
    for path, large in zip(paths, batch, strict=True):
        made = large.make()
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
    told = _check(paths, seconds)
    rows = zip(told, batch, strict=True)
    problems = [_problem(one, large.code, large.line) for one, large in rows]
    assert not any(problems), "\n".join(filter(None, problems))


def test_every_committed_file_is_expected_and_there_are_enough():
    assert sorted(path.name for path in FILES.iterdir()) == sorted(row[0] for row in EXPECTED)
    assert len(EXPECTED) + len(LARGE) >= 80
