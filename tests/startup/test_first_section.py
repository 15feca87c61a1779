"""What is in memory once the first section is shown with its charts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import DRIVEN, Server
from viewer.resources import bundled

PLOTS = {"pyqtgraph", "numpy"}


def loaded_for(file: Path, programs: Server) -> set[str]:
    """Which of the libraries that draw plots are loaded once the first charts are there."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = programs.run("loaded", str(file), module=DRIVEN, env=env)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.decode().splitlines()[0].split())


BARS = """\
briefing: 1
title: 简报
sections:
  - id: a
    title: 甲
    passage: 受理6件，办结90000件。
    metrics:
      - {id: in, label: 受理, value: 6, unit: 件, cite: 受理6件}
      - {id: out, label: 办结, value: 90000, unit: 件, cite: 办结90000件}
    charts:
      - {title: 办件, metrics: [in, out], kind: bar, scale: SCALE}
"""
LINE = """\
briefing: 1
title: 简报
sections:
  - id: a
    title: 甲
    passage: 前年3件，去年5件，今年4件。
    metrics:
      - id: cases
        label: 办件
        unit: 件
        series:
          - {period: "2021", value: 3, cite: 前年3件}
          - {period: "2022", value: 5, cite: 去年5件}
          - {period: "2023", value: 4, cite: 今年4件}
    charts:
      - {title: 办件, metrics: [cases], kind: KIND}
"""


@pytest.mark.parametrize(
    ("text", "plots"),
    [
        pytest.param(BARS.replace("SCALE", "log"), PLOTS, id="log axis"),
        pytest.param(LINE.replace("KIND", "line"), PLOTS, id="curve"),
        pytest.param(BARS.replace("SCALE", "linear").replace("90000", "90"), set(), id="bars"),
    ],
)
def test_plots_are_loaded_for_a_section_that_has_one_and_for_no_other(
    text: str, plots: set[str], programs: Server, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")
    assert loaded_for(file, programs) == plots


def test_the_bundled_report_starts_without_what_draws_plots(programs: Server) -> None:
    assert loaded_for(bundled("shandong-2020.yaml"), programs) == set()


AT_FIRST_PAINT = """
import sys
import viewer.app, viewer.desktop
from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers
unbreakable_numbers("\u65b0\u5efa\u7cae\u4ed312\u5ea7")  # the passage is laid out
print(*sorted(sys.modules))
"""
LATER = ("viewer.proof", "viewer.chart", "viewer.quantities.scanner", "viewer.rendering.charts")


def test_words_are_shown_before_what_proves_and_draws_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "viewer.window.wiring" in loaded
    assert loaded.isdisjoint(LATER)
