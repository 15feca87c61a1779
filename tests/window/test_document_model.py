from pathlib import Path

import pytest

from viewer import pipeline
from viewer.model import ViewerError
from viewer.window.document_model import Workspace, is_good
from viewer.window.selection import NOTHING


@pytest.fixture
def workspace(qapp, small):
    workspace = Workspace(pipeline)
    workspace.take(small)
    return workspace


def test_a_file_is_read_in_the_background_and_laid_on_the_desk(qtbot, small_file):
    workspace = Workspace(pipeline)
    with qtbot.waitSignal(workspace.arrived):
        workspace.open(small_file)
    assert workspace.briefing.title == "小报"
    assert workspace.number == 0


def test_a_file_opens_where_it_was_left(qtbot, small_file):
    workspace = Workspace(pipeline)
    with qtbot.waitSignal(workspace.arrived):
        workspace.open(small_file, "two")
    assert workspace.section.id == "two"


def test_a_file_with_an_error_leaves_the_good_one_on_the_desk(
    qtbot, workspace, tmp_path, small_file
):
    bad = tmp_path / "bad.yaml"
    bad.write_text(small_file.read_text("utf-8").replace("value: 203", "value: 204"), "utf-8")
    with qtbot.waitSignal(workspace.arrived) as told:
        workspace.open(bad)
    assert workspace.opened.path == small_file
    assert workspace.refused is told.args[0]
    assert not is_good(workspace.refused)


def test_a_refused_file_can_be_opened_with_only_what_is_proven(
    qtbot, workspace, tmp_path, small_file
):
    bad = tmp_path / "bad.yaml"
    bad.write_text(small_file.read_text("utf-8").replace("value: 203", "value: 204"), "utf-8")
    with qtbot.waitSignal(workspace.arrived):
        workspace.open(bad)
    workspace.take_refused()
    ids = [metric.id for section in workspace.briefing.sections for metric in section.metrics]
    assert ids == ["papers", "rate", "caught"]


def test_a_file_of_which_nothing_can_be_read_is_never_shown(qtbot, workspace, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("briefing: 1\n", "utf-8")
    with qtbot.waitSignal(workspace.arrived):
        workspace.open(bad)
    before = workspace.opened
    workspace.take_refused()
    assert workspace.opened is before


def test_a_file_that_is_not_there_is_told_and_nothing_else_changes(qtbot, workspace):
    before = workspace.opened
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.open(Path("nowhere.yaml"))
    assert isinstance(told.args[0], ViewerError)
    assert workspace.opened is before


def test_a_figure_of_another_section_opens_that_section(workspace):
    workspace.show_figure("centres")
    assert workspace.section.id == "two"
    assert workspace.selection.key == "centres"


def test_another_section_lets_go_of_the_selection(workspace):
    workspace.selection.select("papers")
    workspace.show_section(1)
    assert workspace.selection.key == NOTHING


def test_stepping_goes_through_the_figures_and_on_into_the_next_section(workspace):
    seen = []
    for _ in range(4):
        workspace.step_figure(1)
        seen.append(workspace.selection.key)
    assert seen == ["papers", "rate", "caught", "centres"]
    workspace.step_figure(1)
    assert workspace.selection.key == "centres"
    workspace.step_figure(-1)
    assert workspace.selection.key == "caught"


def test_stepping_leaves_no_section_whose_figures_are_still_being_proven(workspace):
    proven = workspace.opened
    nothing = proven.proof._replace(figures={})
    workspace.take(proven._replace(proof=nothing, complete=False))
    workspace.step_figure(1)
    assert workspace.number == 0
    workspace.take(proven)
    workspace.step_figure(1)
    assert workspace.selection.key == "papers"


def test_a_newer_state_of_the_file_keeps_section_and_selection(qtbot, workspace, small_file):
    workspace.show_figure("centres")
    small_file.write_text(
        small_file.read_text("utf-8").replace("title: 小报", "title: 新报"), "utf-8"
    )
    with qtbot.waitSignal(workspace.renewed):
        workspace.renew(small_file)
    assert workspace.briefing.title == "新报"
    assert workspace.section.id == "two"
    assert workspace.selection.key == "centres"


def test_a_newer_state_without_the_selected_figure_lets_go(qtbot, workspace, small_file):
    workspace.show_figure("centres")
    kept = small_file.read_text("utf-8").replace("id: centres", "id: houses")
    small_file.write_text(kept, "utf-8")
    with qtbot.waitSignal(workspace.renewed):
        workspace.renew(small_file)
    assert workspace.selection.key == NOTHING


def test_the_section_stays_within_what_there_is(workspace):
    workspace.show_section(99)
    assert workspace.number == 1
    workspace.show_section(-5)
    assert workspace.number == 0
