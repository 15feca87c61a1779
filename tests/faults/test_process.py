"""Faults of the process itself: killed, crashed, started in safety, with nowhere to write to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.budget import is_deep
from tests.forked import DRIVEN, Server
from viewer.resources import bundled
from viewer.settings import log_file, settings_file
from viewer.start_options import SAMPLE

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")


def driven(programs: Server, *deed: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return programs.run(*deed, module=DRIVEN, env=env)


@posix
def test_killed_at_random_moments_every_file_is_old_or_new_and_nothing_of_an_author_is_lost(
    programs,
):
    """Settings, exports, updates and acceptances; in a process of its own, which is copied."""
    times = "60" if is_deep() else "6"
    killing = programs.begin("--times", times, module="tests.faults.kills")
    told, _ = killing.communicate(timeout=1_200)
    assert (killing.returncode, told.count(f"{times} kills")) == (0, 3), told


@posix
def test_a_crash_is_told_at_the_next_start_once(programs):
    sample = str(bundled(SAMPLE))
    crashed = driven(programs, "crash", sample)
    assert crashed.returncode < 0
    left = log_file().with_name("briefing-viewer-crash.log").read_text("utf-8")
    assert "Segmentation fault" in left
    assert "公安" not in left
    told = driven(programs, "told-of-crash", sample)
    assert told.returncode == 0, told.stderr
    assert driven(programs, "told-nothing", sample).returncode == 0


@posix
def test_in_safe_mode_nothing_is_restored_and_nothing_written(programs):
    file = settings_file()
    file.parent.mkdir(parents=True)
    sample = bundled(SAMPLE)
    kept = {"theme": "dark", "zoom": 2.0, "table": True, "sections": {str(sample): "stations"}}
    file.write_text(json.dumps(kept), "utf-8")
    done = driven(programs, "safe", str(sample), "--safe-mode")
    assert done.returncode == 0, done.stderr
    assert json.loads(file.read_text("utf-8")) == kept


@posix
def test_output_that_cannot_be_written_is_one_line(root):
    command = [sys.executable, "-m", "viewer.cli", "check", str(bundled(SAMPLE))]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=root
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
