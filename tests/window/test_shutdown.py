"""The program ends well when the system asks: in real processes, by real signals."""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import product

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.budget import some
from tests.forked import DRIVEN, Forked, Server
from viewer.loading import LateProver
from viewer.pipeline import open_briefing
from viewer.resources import bundled
from viewer.settings import log_file, settings_file
from viewer.start_options import SAMPLE
from viewer.window.shutdown import ENDS, Ending
from viewer.window.wiring import wire

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


DISPLAY = {
    "name": "A",
    **{"x": 0, "y": 0, "width": 1280, "height": 800},
    **{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
}


def until_here(
    programs: Server, deed: str, platform: str = "offscreen", ignored: int = 0
) -> Forked:
    """The real program, brought somewhere by a deed."""
    env = {**os.environ, "QT_QPA_PLATFORM": platform}
    asked = (deed, str(bundled(SAMPLE)))
    process = programs.begin(*asked, module=DRIVEN, env=env, ignored=ignored)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    return process


def ended(process: Forked, number: int) -> str:
    """Ask it to end, and wait; what it said on the way."""
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told
    return "".join(line for line in told.splitlines() if "propagateSizeHints" not in line)


def second_section() -> dict[str, str]:
    file = bundled(SAMPLE)
    return {str(file): open_briefing(file).briefing.sections[1].id}


@posix
@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_a_signal_that_asks_for_the_end_saves_what_a_closing_window_saves(programs, number):
    assert ended(until_here(programs, "stay"), number) == ""
    saved = json.loads(settings_file().read_text("utf-8"))
    assert saved["sections"] == second_section()
    assert saved["table"] is True
    assert [one.name for one in settings_file().parent.iterdir()] == ["settings.json"]
    assert log_file().with_name("briefing-viewer-crash.log").read_text("utf-8") == ""
    assert not log_file().exists()


@posix
@pytest.mark.parametrize("deed", ["talk", "blocked"])
def test_neither_a_talk_nor_a_question_holds_the_end_up(programs, deed):
    assert ended(until_here(programs, deed), signal.SIGTERM) == ""
    saved = json.loads(settings_file().read_text("utf-8"))
    assert saved["sections"] == second_section()


@posix
@pytest.mark.parametrize(
    ("deed", "number"), some(list(product(["stuck-in-python", "stuck-in-a-call"], ENDS)), 3)
)
def test_a_window_that_is_stuck_ends_all_the_same(programs, deed, number):
    process = until_here(programs, deed)
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == 128 + number


@posix
def test_a_talk_whose_window_was_closed_under_it_ends_the_program_with_its_end(programs, tmp_path):
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [DISPLAY]}))
    process = until_here(programs, "left-talking", f"offscreen:configfile={config}")
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_question_without_a_file_outlives_the_end_and_is_told_at_the_next_start(programs, number):
    process = until_here(programs, "asked")
    process.send_signal(number)
    process.communicate(timeout=60)
    (kept,) = log_file().parent.glob("unsaved-questions-*.txt")
    assert "从哪里来的？" in kept.read_text("utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = programs.run("told-of-questions", str(bundled(SAMPLE)), module=DRIVEN, env=env)
    assert done.returncode == 0, done.stderr
    assert [one.name.split("-")[0] for one in log_file().parent.glob("*.txt")] == ["questions"]


@posix
def test_a_signal_that_the_parent_wants_ignored_stays_ignored(programs):
    process = until_here(programs, "stay", ignored=signal.SIGHUP)  # as nohup does
    process.send_signal(signal.SIGHUP)
    assert process.poll() is None
    ended(process, signal.SIGTERM)


def test_the_end_of_the_session_saves_and_asks_nothing(qtbot, qapp, appearance, settings, tmp_path):
    file = tmp_path / "settings.json"
    wired = wire(appearance, settings, LateProver())
    qtbot.addWidget(wired.window)
    ending = Ending(qapp, wired.window)
    try:
        wired.window.actions_by_id["table"].setChecked(True)
        qapp.commitDataRequest.emit(None)
        assert json.loads(file.read_text("utf-8"))["table"] is True
        assert wired.window.findChildren(QMessageBox) == []
    finally:
        ending.stop()
