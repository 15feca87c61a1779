from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from viewer.i18n import load
from viewer.model import PlannedStep, StepKind
from viewer.pipeline import Opened
from viewer.present.presentation_model import room_of
from viewer.present.records.rehearsal import Rehearsal, title_of
from viewer.present.records.rehearsal_dialog import RehearsalDialog
from viewer.rendering.style import Style
from viewer.talk import Minutes, Timed

ROWS = (Timed(0, 60.0, None, 75.0), Timed(2, 30.0, 20.0, 25.0))
MINUTES = Minutes(sections=(("stations", Decimal("1.7")),))


@pytest.mark.parametrize(
    ("minutes", "refusal", "can"),
    [(MINUTES, "", True), (Minutes(), "", False), (MINUTES, "只读", False)],
)
def test_the_table_shows_each_step_and_is_written_where_that_is_possible(
    qtbot, minutes: Minutes, refusal: str, can: bool
) -> None:
    rehearsal = Rehearsal(("开场", "警力"), ROWS, minutes)
    dialog = RehearsalDialog(None, load("zh_CN"), rehearsal, refusal)
    qtbot.addWidget(dialog)
    table = dialog.table
    cells = [[table.item(row, column).text() for column in range(4)] for row in range(3)]
    assert cells == [
        ["开场", "01:00", "", "01:15"],
        ["警力", "00:30", "00:20", "00:25"],
        ["合计", "01:30", "00:20", "01:40"],
    ]
    assert dialog.write.isEnabled() == can
    assert (refusal or "minutes") in dialog.said.text()
    agreed: list[bool] = []
    dialog.agreed.connect(lambda: agreed.append(True))
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert agreed == [True] * can


def test_the_table_can_be_copied(qtbot) -> None:
    dialog = RehearsalDialog(None, load("zh_CN"), Rehearsal(("开场", "警力"), ROWS, MINUTES), "")
    qtbot.addWidget(dialog)
    copy = next(b for b in dialog.findChildren(QPushButton) if "复制" in b.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "警力\t00:30\t00:20\t00:25\n" in QApplication.clipboard().text()


def test_steps_of_one_section_are_told_apart_by_their_words_and_figures(
    sample: Opened, style: Style
) -> None:
    assert sample.briefing is not None
    first = sample.briefing.sections[0]
    one, other = (metric.id for metric in first.metrics[:2])
    plan = (
        PlannedStep(StepKind.TEXT, section=first.id),
        PlannedStep(StepKind.FIGURE, figures=(one,)),
        PlannedStep(StepKind.COMPARE, figures=(one, other)),
    )
    room = room_of(replace(sample.briefing, talk=plan), sample.proof.figures, style)
    titles = [title_of(room, place) for place in range(room.talk.run)]
    assert len(set(titles)) == len(titles) > len(plan)
    assert titles[0].startswith(f"{first.title} · {first.passage.text[:9]}")
    assert titles[-1] == f"{first.metrics[0].label} / {first.metrics[1].label}"
