"""Measures the charts of the bundled files, and prints a table: `python -m tests.bench.charts`.

Compile, repaint and switches of sections in a whole window of 1440x900; each by the clock on the
wall and by the time that the processor gave to this process, which other jobs disturb less.
Without a display it measures on the offscreen platform.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.bench.measure import p95, rss
from tests.pictures import FILES, settled, whole_window
from viewer.chart import compile_section
from viewer.desktop import make_application
from viewer.i18n import load
from viewer.loading import Opened
from viewer.pipeline import open_briefing
from viewer.rendering.faces import choose_faces
from viewer.resources import bundled
from viewer.settings import load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.figures.charts import ChartsPane
from viewer.window.wiring import Wired

RUNS = 21
"""Each median is of so many runs."""
COMPILES = 20
"""A run of the compile is so many in a row, for one is shorter than a clock can tell."""
SWITCHES = 120
WARM = 200
"""So many switches go before memory is counted: caches fill, and are bounded."""
MANY = 2000


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds by the wall and by the processor, one a run."""

    wall: tuple[float, ...]
    processor: tuple[float, ...]


def timed(runs: int, work: Callable[[], object], of: int = 1) -> Took:
    """Time `work`, which does a thing `of` times, `runs` times over."""
    wall, processor = [], []
    for _ in range(runs):
        begun, begun_here = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begun) * 1e3 / of)
        processor.append((time.process_time() - begun_here) * 1e3 / of)
    return Took(tuple(wall), tuple(processor))


def compiles(opened: Opened, number: int) -> Took:
    """The compile of a section."""
    assert opened.briefing is not None
    briefing, figures, words = opened.briefing, opened.proof.figures, load("zh_CN")
    section = briefing.sections[number]

    def work() -> None:
        for _ in range(COMPILES):
            compile_section(section, briefing, figures, words)

    return timed(RUNS, work, COMPILES)


def largest() -> tuple[Opened, int]:
    """The bundled section whose compile takes longest, among those with the most figures."""
    found = [open_briefing(bundled(file)) for file in FILES]
    sections = [
        (sum(len(metric.points) for metric in section.metrics), opened, number)
        for opened in found
        if opened.briefing is not None
        for number, section in enumerate(opened.briefing.sections)
    ]
    most = max(count for count, _, _ in sections)
    candidates = [(opened, number) for count, opened, number in sections if count == most]
    return max(candidates, key=lambda one: statistics.median(compiles(*one).processor))


def switcher(wired: Wired, application: QApplication) -> Callable[[], None]:
    """Shows the next section at every call, until both panes are painted."""
    charts = wired.window.findChild(ChartsPane)
    panes = (wired.window.passage.viewport(), charts.viewport(), charts.column.viewport())
    briefing = wired.workspace.briefing
    assert briefing is not None
    sections = len(briefing.sections)
    at = [0]

    def switch() -> None:
        at[0] = (at[0] + 1) % sections
        wired.workspace.show_section(at[0])
        for pane in panes:
            pane.repaint()
        application.processEvents()

    return switch


def counts(wired: Wired) -> tuple[int, int]:
    """How many widgets there are, and how many items of charts."""
    column = wired.window.findChild(ChartsPane).column
    return len(QApplication.allWidgets()), len(column.scene().items())


def main(application: QApplication) -> None:
    opened, number = largest()
    rows = [_row("compile of the largest section, median", compiles(opened, number), 2)]
    with tempfile.TemporaryDirectory() as person:
        settings = load_settings(Path(person) / "settings.json")
        appearance = WindowAppearance(application, settings, choose_faces(), load("zh_CN"), "light")
        wired = whole_window(appearance, settings)
        wired.window.resize(1440, 900)
        wired.workspace.take(opened)
        wired.workspace.show_section(number)
        settled(application)
        charts = wired.window.findChild(ChartsPane).column.viewport()
        rows.append(_row("repaint of its charts, median", timed(RUNS, charts.repaint), 16))
        switch = switcher(wired, application)
        rows.append(_row("section switch with repaint, p95", timed(SWITCHES, switch), 33, p95))
        rows += growth(wired, switch)
        wired.window.close()
    print(
        f"{os.cpu_count()} cores, drawn on {application.platformName()}; largest section: ", end=""
    )
    assert opened.briefing is not None
    print(f"{opened.briefing.sections[number].id}; medians of {RUNS} runs\n")
    print("| what | wall | processor | goal |\n| --- | --- | --- | --- |")
    print("\n".join(rows))


def growth(wired: Wired, switch: Callable[[], None]) -> list[str]:
    """What many switches leave behind."""
    for _ in range(WARM):
        switch()
    before, there = rss(), counts(wired)
    for _ in range(MANY):
        switch()
    grown, now = rss() - before, counts(wired)
    return [
        f"| {MANY} switches: memory | {grown:+.1f} MB | | < 20 MB |",
        f"| {MANY} switches: widgets | {there[0]} → {now[0]} | | the same |",
        f"| {MANY} switches: items of charts | {there[1]} → {now[1]} | | the same |",
    ]


def _row(
    what: str,
    took: Took,
    goal: float,
    of: Callable[[tuple[float, ...]], float] = statistics.median,
) -> str:
    return f"| {what} | {of(took.wall):.2f} ms | {of(took.processor):.2f} ms | < {goal} ms |"


if __name__ == "__main__":
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(make_application())
