from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DISPLAYS = {
    "A": {"x": 0, "y": 0, "width": 1280, "height": 800},
    "B": {"x": 1280, "y": 0, "width": 1920, "height": 1080},
    "C": {"x": 3200, "y": 0, "width": 1024, "height": 768},
}
SCALES = "A=1;B=2;C=1"


SCENES = {"one": "A", "two": "AB", "three": "ABC"}


@pytest.fixture(scope="module")
def playing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, subprocess.Popen[str]]]:
    """All scenes at once: a process of each takes seconds to import what it plays."""
    started = {name: play(name, tmp_path_factory.mktemp(name)) for name in SCENES}
    yield started
    for process in started.values():
        process.kill()
        process.communicate()


def play(scene: str, folder: Path) -> subprocess.Popen[str]:
    screens = [
        {"name": name, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **DISPLAYS[name]}
        for name in SCENES[scene]
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={config}"
    env = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCREEN_SCALE_FACTORS": SCALES}
    script = Path(__file__).with_name("several.py")
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, script, scene], env=env, stdout=pipe, stderr=pipe, text=True
    )


@pytest.mark.parametrize("scene", SCENES)
def test_a_talk_is_held_on_so_many_displays(
    scene: str, playing: dict[str, subprocess.Popen[str]]
) -> None:
    said, wrong = playing[scene].communicate(timeout=60)
    assert playing[scene].returncode == 0, wrong
    assert said == "played\n"
    assert wrong == ""
