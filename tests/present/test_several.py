from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DISPLAYS = {
    "A": {"x": 0, "y": 0, "width": 1280, "height": 800},
    "B": {"x": 1280, "y": 0, "width": 1920, "height": 1080},
    "C": {"x": 3200, "y": 0, "width": 1024, "height": 768},
}
SCALES = "A=1;B=2;C=1"


@pytest.mark.parametrize(("scene", "names"), [("one", "A"), ("two", "AB"), ("three", "ABC")])
def test_a_talk_is_held_on_so_many_displays(scene: str, names: str, tmp_path: Path) -> None:
    screens = [
        {"name": name, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **DISPLAYS[name]}
        for name in names
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={config}"
    env = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCREEN_SCALE_FACTORS": SCALES}
    script = Path(__file__).with_name("several.py")
    played = subprocess.run(
        [sys.executable, script, scene],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    assert played.stdout == "played\n"
    assert played.stderr == ""
