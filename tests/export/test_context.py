from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from viewer.export.context import CancelledError, Watch, stamp_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data.yaml"
    path.touch()
    os.utime(path, (1_600_000_000.7, 1_600_000_000.7))
    return path


@pytest.mark.parametrize("asked", ["", "soon", "-5", "9" * 30])
def test_the_stamp_is_the_files_own_time_unless_a_sound_one_is_asked_for(
    file: Path, asked: str
) -> None:
    found = stamp_of(file, {"SOURCE_DATE_EPOCH": asked})
    assert found == datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)


def test_the_environment_may_ask_for_a_time(file: Path) -> None:
    assert stamp_of(file, {"SOURCE_DATE_EPOCH": "0"}) == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_step_tells_and_a_cancelled_one_stops() -> None:
    told: list[tuple[int, int]] = []
    Watch(lambda done, total: told.append((done, total))).step(1, 3)
    assert told == [(1, 3)]
    with pytest.raises(CancelledError):
        Watch(cancelled=lambda: True).step(2, 3)
