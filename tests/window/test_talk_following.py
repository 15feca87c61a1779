"""The file of a talk is saved while the talk runs: good, broken, or with nothing left to show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.conftest import SMALL
from tests.window.whole import wire_whole
from viewer.i18n import load
from viewer.present.records.rehearsal_dialog import RehearsalDialog
from viewer.present.session import Session
from viewer.settings import Settings
from viewer.start_options import Start
from viewer.startup.rest import bring_in
from viewer.startup.talking import Talking
from viewer.talk import Act, Command
from viewer.window.appearance import WindowAppearance
from viewer.window.editing.edit_controller import Editing
from viewer.window.wiring import Wired

WORDS = load("zh_CN")
BROKEN = SMALL.replace("value: 80", "value: 81")
EMPTIED = SMALL.replace("    passage: |", "    present: false\n    passage: |")


@pytest.fixture
def wired(
    qtbot, appearance: WindowAppearance, settings: Settings, tmp_path: Path
) -> Iterator[Wired]:
    made = wire_whole(appearance, settings)
    made.filing._following._every = 0.02
    qtbot.addWidget(made.window)
    bring_in(made, settings, Start(tmp_path / "none.yaml"))
    yield made
    made.filing._following.stop()


@pytest.fixture
def session(wired: Wired, qtbot, small_file: Path) -> Iterator[Session]:
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    talking = wired.window.findChild(Talking)
    talking.as_asked(Start(small_file, present=True, screen="window"))
    session = talking.presentation.session
    session.press("Right")
    session.press("Right")
    yield session
    if not session.state.ended:
        session.end()


def notice(session: Session) -> str:
    return session.windows.console.signs.notice


def test_a_broken_save_changes_nothing_and_says_file_line_and_what_to_do(
    wired: Wired, session: Session, small_file: Path, qtbot
) -> None:
    before, shown = session.state, session.windows.audience.grab().toImage()
    with qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(BROKEN, encoding="utf-8")
    line = 1 + SMALL.splitlines().index(next(x for x in SMALL.splitlines() if "80," in x))
    assert notice(session) == WORDS("window.talk-refused", file="small.yaml", line=line)
    assert session.state == before
    assert session.windows.audience.grab().toImage() == shown


def test_a_good_save_after_a_broken_one_is_shown_where_the_talk_is(
    wired: Wired, session: Session, small_file: Path, qtbot
) -> None:
    before = session.state
    with qtbot.waitSignal(wired.workspace.arrived):
        small_file.write_text(BROKEN, encoding="utf-8")
    with qtbot.waitSignal(wired.workspace.renewed):
        small_file.write_text(SMALL.replace("label: 上案率", "label: 同步率"), encoding="utf-8")
    assert session.state == before
    labels = [step.metric.label for step in session.room.talk.steps if step.metric]
    place = session.room.talk.steps.index(
        next(
            step
            for step in session.room.talk.steps
            if step.metric and step.metric.label == "同步率"
        )
    )
    assert "上案率" not in labels
    session.act(Act(Command.JUMP, place=place))
    assert "同步率" in session.windows.console.accessibleDescription()


def test_a_save_with_no_section_left_to_present_changes_nothing_and_says_so(
    wired: Wired, session: Session, small_file: Path, qtbot
) -> None:
    room = session.room
    with qtbot.waitSignal(wired.workspace.renewed):
        small_file.write_text(EMPTIED, encoding="utf-8")
    assert notice(session) == WORDS("window.talk-emptied", file="small.yaml")
    assert session.room is room


def test_another_file_opened_beside_the_talk_is_none_of_its_business(
    wired: Wired, session: Session, small_file: Path, qtbot
) -> None:
    room, other = session.room, small_file.with_name("other.yaml")
    other.write_text(SMALL.replace("小报", "别的报"), encoding="utf-8")
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(other)
    with qtbot.waitSignal(wired.workspace.renewed):
        other.write_text(SMALL.replace("小报", "又一个报"), encoding="utf-8")
    assert session.room is room
    with qtbot.waitSignal(wired.workspace.arrived):
        other.write_text(BROKEN, encoding="utf-8")
    with qtbot.waitSignal(wired.filing.gone):
        other.unlink()
    assert "other.yaml" not in notice(session)


def test_a_talk_that_begins_elsewhere_than_was_asked_says_so(
    wired: Wired, small_file: Path, qtbot
) -> None:
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.open(small_file)
    talking = wired.window.findChild(Talking)
    talking.as_asked(Start(small_file, present=True, screen="window", section="nosuch"))
    session = talking.presentation.session
    assert session.state.place == 0
    assert notice(session) == WORDS("window.talk-no-section", name="nosuch")
    session.end()


def test_the_minutes_of_a_rehearsal_go_into_the_file_on_request_and_can_be_undone(
    wired: Wired, session: Session, small_file: Path, qtbot
) -> None:
    wired.window.show()
    before = small_file.read_text("utf-8")
    session.press("Ctrl+R")
    session.timing.clock = session.timing.clock.at(1, time.monotonic() - 90)
    session.end()
    dialog = wired.window.findChild(RehearsalDialog)
    with qtbot.waitSignal(wired.workspace.arrived):
        dialog.write.click()
    after = small_file.read_text("utf-8")
    assert wired.workspace.briefing.sections[0].minutes is not None
    new = [line for line in after.splitlines() if line not in before.splitlines()]
    assert len(new) == 1 and "minutes:" in new[0]
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.window.actions_by_id["undo"].trigger()
    assert small_file.read_text("utf-8") == before


def test_the_minutes_of_a_rehearsal_are_not_written_into_a_file_that_may_not_be_changed(
    wired: Wired, session: Session
) -> None:
    wired.window.show()
    wired.window.findChild(Editing).allow(False)
    session.press("Ctrl+R")
    session.timing.clock = session.timing.clock.at(1, time.monotonic() - 90)
    session.end()
    dialog = wired.window.findChild(RehearsalDialog)
    assert not dialog.write.isEnabled()
    assert "只读" in dialog.said.text()
    dialog.reject()
