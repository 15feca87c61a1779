"""The windows that ours is measured against: Qt and a text; Qt, a text and one bar chart.

Run as `python -m tests.bench.bare text|chart FILE`: prints one line of JSON with the moments of
the first paint, of the chart's, and the memory then.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit

from tests.bench.measure import rss


class FirstPaint(QObject):
    """Notes when a widget was painted first, and what to do then."""

    def __init__(self, then):
        super().__init__()
        self.moment = 0.0
        self._then = then

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and not self.moment:
            QTimer.singleShot(0, self._done)
        return False

    def _done(self):
        if not self.moment:
            self.moment = time.monotonic()
            self._then()


def main(kind: str, file: str) -> None:
    app = QApplication([])
    window, split = QMainWindow(), QSplitter()
    text = QTextEdit()
    text.setReadOnly(True)
    text.setPlainText(Path(file).read_text("utf-8"))
    split.addWidget(text)
    window.setCentralWidget(split)
    window.resize(1440, 900)
    noted: dict[str, float] = {}

    def text_painted() -> None:
        noted["text"] = first.moment
        if kind == "text":
            finish()
        else:
            add_chart()

    def add_chart() -> None:
        import pyqtgraph as pg

        plot = pg.PlotWidget()
        plot.addItem(pg.BarGraphItem(x0=[0] * 4, y=range(4), width=[5, 6, 7, 8], height=0.6))
        split.addWidget(plot)
        charts.plot = plot  # type: ignore[attr-defined]  # kept alive with the window
        plot.viewport().installEventFilter(charts)

    def chart_painted() -> None:
        noted["charts"] = charts.moment
        QTimer.singleShot(300, finish)

    def finish() -> None:
        print(json.dumps({**noted, "rss": rss()}), flush=True)
        app.quit()

    first, charts = FirstPaint(text_painted), FirstPaint(chart_painted)
    text.viewport().installEventFilter(first)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
