from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsScene

from viewer.present.presentation_model import Room
from viewer.present.slides import charts
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.talk import Shown

LABEL = 28
"""Pixels of a label in a chart that is drawn at its own size."""


@pytest.mark.parametrize("shape", [16 / 9, 16 / 10, 4 / 3])
def test_the_back_row_reads_the_labels_of_every_chart(
    room: Room, shape: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales: list[float] = []

    class Measured(QGraphicsScene):
        def render(self, painter, target, source):  # type: ignore[override]
            scales.append(target.width() / source.width())

    monkeypatch.setattr(charts, "QGraphicsScene", Measured)
    slide = Slide(room, round(HEIGHT * shape))
    speck = QPixmap(1, 1)
    painter = QPainter(speck)
    for place in range(room.talk.run):
        slide.paint(painter, Shown(place))
    painter.end()
    assert len(scales) >= sum(bool(step.chart) for step in room.talk.steps)
    assert min(scales) * LABEL > LABEL - 0.5
