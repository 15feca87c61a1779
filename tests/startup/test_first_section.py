"""What is in memory once the first section is shown with its charts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.resources import bundled

HUNG = 120
"""Seconds after which the program has not shown what is waited for."""
PLOTS = {"pyqtgraph", "numpy"}
PROGRAM = """
import sys
from viewer import app

load_qt = app.load_qt

def load_and_watch():
    load_qt()
    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtWidgets import QApplication

    def look():
        for window in QApplication.topLevelWidgets():
            pane = window.findChild(QObject, "charts")
            proven = pane and window.sidebar.proof.property("state") != "working"
            if proven and pane.accessibleDescription():
                print(*sorted({"pyqtgraph", "numpy", "PySide6"} & set(sys.modules)))
                window.close()

    plain_exec = QApplication.exec

    def watched_exec(*_):
        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(20)
        return plain_exec()

    QApplication.exec = watched_exec

app.load_qt = load_and_watch
sys.exit(app.run(sys.argv[1:]))
"""


def loaded_for(file: Path, root: Path) -> set[str]:
    """Which of the heavy libraries the program has loaded once its charts are there."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
        timeout=HUNG,
    )
    return set(done.stdout.splitlines()[0].split())


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
    text: str, plots: set[str], root: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, "utf-8")
    assert loaded_for(file, root) == plots | {"PySide6"}


def test_the_bundled_report_starts_without_what_draws_plots(root: Path) -> None:
    assert loaded_for(bundled("shandong-2020.yaml"), root) == {"PySide6"}
