from pathlib import Path

import pytest

from viewer import pipeline
from viewer.model import ViewerError
from viewer.window.document_model import Desk, is_good
from viewer.window.selection import NOTHING


@pytest.fixture
def desk(qapp, small):
    desk = Desk(pipeline)
    desk.take(small)
    return desk


def test_a_file_is_read_in_the_background_and_laid_on_the_desk(qtbot, small_file):
    desk = Desk(pipeline)
    with qtbot.waitSignal(desk.arrived):
        desk.open(small_file)
    assert desk.briefing.title == "小报"
    assert desk.number == 0


def test_a_file_opens_where_it_was_left(qtbot, small_file):
    desk = Desk(pipeline)
    with qtbot.waitSignal(desk.arrived):
        desk.open(small_file, "two")
    assert desk.section.id == "two"


def test_a_file_with_an_error_leaves_the_good_one_on_the_desk(qtbot, desk, tmp_path, small_file):
    bad = tmp_path / "bad.yaml"
    bad.write_text(small_file.read_text("utf-8").replace("value: 203", "value: 204"), "utf-8")
    with qtbot.waitSignal(desk.arrived) as told:
        desk.open(bad)
    assert desk.opened.path == small_file
    assert desk.refused is told.args[0]
    assert not is_good(desk.refused)


def test_a_refused_file_can_be_opened_with_only_what_is_proven(qtbot, desk, tmp_path, small_file):
    bad = tmp_path / "bad.yaml"
    bad.write_text(small_file.read_text("utf-8").replace("value: 203", "value: 204"), "utf-8")
    with qtbot.waitSignal(desk.arrived):
        desk.open(bad)
    desk.take_refused()
    ids = [metric.id for section in desk.briefing.sections for metric in section.metrics]
    assert ids == ["papers", "rate", "caught"]


def test_a_file_of_which_nothing_can_be_read_is_never_shown(qtbot, desk, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("briefing: 1\n", "utf-8")
    with qtbot.waitSignal(desk.arrived):
        desk.open(bad)
    before = desk.opened
    desk.take_refused()
    assert desk.opened is before


def test_a_file_that_is_not_there_is_told_and_nothing_else_changes(qtbot, desk):
    before = desk.opened
    with qtbot.waitSignal(desk.failed) as told:
        desk.open(Path("nowhere.yaml"))
    assert isinstance(told.args[0], ViewerError)
    assert desk.opened is before


def test_a_figure_of_another_section_opens_that_section(desk):
    desk.show_figure("centres")
    assert desk.section.id == "two"
    assert desk.selection.key == "centres"


def test_another_section_lets_go_of_the_selection(desk):
    desk.selection.select("papers")
    desk.show_section(1)
    assert desk.selection.key == NOTHING


def test_stepping_goes_through_the_figures_and_on_into_the_next_section(desk):
    seen = []
    for _ in range(4):
        desk.step_figure(1)
        seen.append(desk.selection.key)
    assert seen == ["papers", "rate", "caught", "centres"]
    desk.step_figure(1)
    assert desk.selection.key == "centres"
    desk.step_figure(-1)
    assert desk.selection.key == "caught"


def test_a_newer_state_of_the_file_keeps_section_and_selection(qtbot, desk, small_file):
    desk.show_figure("centres")
    small_file.write_text(
        small_file.read_text("utf-8").replace("title: 小报", "title: 新报"), "utf-8"
    )
    with qtbot.waitSignal(desk.renewed):
        desk.renew(small_file)
    assert desk.briefing.title == "新报"
    assert desk.section.id == "two"
    assert desk.selection.key == "centres"


def test_a_newer_state_without_the_selected_figure_lets_go(qtbot, desk, small_file):
    desk.show_figure("centres")
    kept = small_file.read_text("utf-8").replace("id: centres", "id: houses")
    small_file.write_text(kept, "utf-8")
    with qtbot.waitSignal(desk.renewed):
        desk.renew(small_file)
    assert desk.selection.key == NOTHING


def test_the_section_stays_within_what_there_is(desk):
    desk.show_section(99)
    assert desk.number == 1
    desk.show_section(-5)
    assert desk.number == 0
