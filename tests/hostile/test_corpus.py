"""Every file of the corpus is opened by the command, in a process that has little of anything."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile.expected import EXPECTED
from tests.hostile.make import LARGE, Large

resource = pytest.importorskip("resource", reason="limits of a process are set on POSIX only")

FILES = Path(__file__).with_name("files")
STACK = 2**20
MEMORY = 400 * 10**6
SECONDS = 2
"""Seconds of the processor for a process that checks one heavy file or several light ones."""

_BATCH = 22
_BATCHES = [EXPECTED[at : at + _BATCH] for at in range(0, len(EXPECTED), _BATCH)]
_LIGHT = [large for large in LARGE if not large.heavy]
_LARGE_BATCHES = [
    *([large] for large in LARGE if large.heavy),
    *(_LIGHT[at : at + 6] for at in range(0, len(_LIGHT), 6)),
]


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _check(paths: Sequence[Path]) -> list[dict[str, object]]:
    """What `check --json` says of the files; it must end by itself and say it in JSON."""
    command = [sys.executable, "-m", "viewer.cli", "check", "--json", *map(str, paths)]
    done = subprocess.run(
        command,
        capture_output=True,
        preexec_fn=_limited,
        timeout=60,
        check=False,
        env={**os.environ, "COVERAGE_PROCESS_START": ""},
    )
    assert done.returncode in (0, 1, 2), done.stderr.decode()[-2000:]
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
def test_small_files_tell_their_mistake_at_its_line(batch):
    told = _check([FILES / name for name, _, _ in batch])
    problems = [_problem(one, *row[1:]) for one, row in zip(told, batch, strict=True)]
    assert not any(problems), "\n".join(filter(None, problems))


@pytest.mark.parametrize("batch", _LARGE_BATCHES, ids=[rows[0].name for rows in _LARGE_BATCHES])
def test_large_files_end_in_time_and_memory(batch: Sequence[Large], tmp_path):
    paths = [tmp_path / f"{large.name}.yaml" for large in batch]
    for path, large in zip(paths, batch, strict=True):
        made = large.make()
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
    told = _check(paths)
    rows = zip(told, batch, strict=True)
    problems = [_problem(one, large.code, large.line) for one, large in rows]
    assert not any(problems), "\n".join(filter(None, problems))


def test_every_committed_file_is_expected_and_there_are_enough():
    assert sorted(path.name for path in FILES.iterdir()) == sorted(row[0] for row in EXPECTED)
    assert len(EXPECTED) + len(LARGE) >= 80
