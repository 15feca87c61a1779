from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.forked import Server

DISPLAYS = {
    "A": {"x": 0, "y": 0, "width": 1280, "height": 800},
    "B": {"x": 1280, "y": 0, "width": 1920, "height": 1080},
    "C": {"x": 3200, "y": 0, "width": 1024, "height": 768},
}
SCALES = "A=1;B=2;C=1"


SCENES = {"one": "A", "two": "AB", "three": "ABC"}


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("scene", SCENES)
def test_a_talk_is_held_on_so_many_displays(scene: str, programs: Server, tmp_path: Path) -> None:
    screens = [
        {"name": name, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **DISPLAYS[name]}
        for name in SCENES[scene]
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={config}"
    env = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCREEN_SCALE_FACTORS": SCALES}
    done = programs.run(scene, module="tests.present.several", env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"played\n", b"")
