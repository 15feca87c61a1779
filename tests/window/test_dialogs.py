"""Dialogs of a whole window: each can be opened again and again, and none is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.window.whole import wire_whole
from viewer.commands import doctor
from viewer.commands.qt_census import Census
from viewer.draft.drafting import pool_of
from viewer.edit.draft_review import DraftReview
from viewer.loading import Opened
from viewer.resources import bundled
from viewer.settings import Settings
from viewer.start_options import Start
from viewer.startup import reports, rest, takeaway
from viewer.window.actions import ACTIONS
from viewer.window.appearance import WindowAppearance
from viewer.window.drafting.draft_controller import Drafting
from viewer.window.wiring import Wired

ENDS = {"quit", "present", "present-here", "present-set-up", "rehearse"}
"""Actions that end the window or put something before a room: `tests.soak` holds talks."""
OTHERS = {"sample", "gallery", "reload", "open-in-editor", "new-window"}
"""Actions that read another file, or start another program."""


@pytest.fixture(autouse=True)
def _examined(monkeypatch: pytest.MonkeyPatch) -> None:
    """What About starts two interpreters for, which make no widgets here, is told at once."""
    monkeypatch.setattr(doctor, "ask_qt", lambda *_: Census())
    monkeypatch.setattr(doctor, "ask_modules", lambda: "")


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings, small: Opened) -> Wired:
    wired = wire_whole(appearance, settings)
    for stage in (rest, takeaway, reports):
        stage.bring_in(wired, settings, Start(bundled("shandong-2020.yaml")))
    qtbot.addWidget(wired.window)
    wired.window.show()
    wired.workspace.take(small)
    return wired


def close_dialogs() -> None:
    """Close whatever menu or dialog stands open, also one that is waited for."""
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def settle(qtbot) -> int:
    """Let what comes later come, and what is to be deleted go; how many widgets are left."""
    seen: list[int] = []
    while len(seen) < 3 or len(set(seen[-3:])) > 1:
        qtbot.wait(20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        seen.append(len(QApplication.allWidgets()))
    return seen[-1]


def once(wired: Wired, name: str, qtbot) -> None:
    QTimer.singleShot(0, close_dialogs)  # for one that is waited for
    wired.window.actions_by_id[name].trigger()
    qtbot.wait(1)
    close_dialogs()


def uses(wired: Wired, name: str) -> int:
    """How often an action is used until all stands as before: a switch is turned back."""
    return 2 if wired.window.actions_by_id[name].isCheckable() else 1


NAMES = [action.id for action in ACTIONS if action.id not in ENDS | OTHERS]
AT_ONCE = 12
"""How many actions are tried in one window: to make one takes longer than most of them."""
GROUPS = [NAMES[at : at + AT_ONCE] for at in range(0, len(NAMES), AT_ONCE)]


@pytest.mark.qt_log_ignore("does not support")  # menus, off screen
@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
def test_an_action_leaves_no_widget_behind(wired: Wired, names: list[str], qtbot) -> None:
    for name in names:
        for _ in range(6 if name.startswith("zoom") else uses(wired, name)):
            once(wired, name, qtbot)  # what comes with the first use
    before = settle(qtbot)
    for name in names:
        for _ in range(uses(wired, name)):
            once(wired, name, qtbot)
    assert settle(qtbot) == before, {name: left_by(wired, name, qtbot) for name in names}


def left_by(wired: Wired, name: str, qtbot) -> int:
    """How many widgets an action leaves behind at each use."""
    before = settle(qtbot)
    once(wired, name, qtbot)
    return settle(qtbot) - before


def test_a_draft_that_is_looked_at_leaves_no_widget_behind(
    wired: Wired, tmp_path: Path, qtbot
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("全年出口12台，增长3.5%。\n", encoding="utf-8")
    review, drafting = DraftReview.of(pool_of(report)), wired.window.findChild(Drafting)
    before = settle(qtbot)
    for _ in range(5):
        drafting._show(report, review)
        assert any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
        close_dialogs()
    assert settle(qtbot) == before
