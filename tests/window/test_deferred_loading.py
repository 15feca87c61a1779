"""What comes after the first paint, in a whole window."""

import sys
from functools import partial
from types import SimpleNamespace

import pytest

from viewer.desktop import PATIENCE
from viewer.loading import LateProver, LoadTask
from viewer.resources import bundled
from viewer.settings import load_settings
from viewer.start_options import Start
from viewer.startup import deferred_imports
from viewer.startup.deferred_imports import ON_DEMAND, STAGES, Staging
from viewer.window.actions import connect_actions
from viewer.window.figures.charts import ChartsPane
from viewer.window.navigation.searching import Searching
from viewer.window.wiring import wire

SAMPLE = bundled("shandong-2020.yaml")
TWO = """briefing: 1
title: 简报
sections:
  - {id: s1, title: 甲, passage: 共有3 个。}
  - {id: s2, title: 乙, passage: 共有4 个。}
"""


@pytest.fixture
def wired(qtbot, appearance, settings):
    wired = wire(appearance, settings, LateProver())
    qtbot.addWidget(wired.window)
    appearance.changed.emit(appearance.style)
    return wired


def staged(wired, tmp_path):
    return Staging(wired, load_settings(tmp_path / "other.json"), Start(SAMPLE))


@pytest.fixture
def asked(monkeypatch):
    """The names of actions done by a stage that stands in for the real ones."""
    done = []

    def bring_in(wired, settings, start):
        handlers = {name: partial(lambda told, *_: done.append(told), name) for name in ON_DEMAND}
        connect_actions(wired.window.actions_by_id, handlers)

    monkeypatch.setitem(sys.modules, "stand_in", SimpleNamespace(bring_in=bring_in))
    monkeypatch.setattr(deferred_imports, "ON_DEMAND", dict.fromkeys(ON_DEMAND, "stand_in"))
    return done


def test_words_are_on_the_screen_first_and_then_figures_and_charts(wired, qtbot, tmp_path):
    reading = LoadTask(SAMPLE, wired.prover).start()
    reading.wait_for_something(30)
    wired.filing.await_reading(reading)
    assert "39 份指导文件" in wired.window.passage.toPlainText()
    assert not wired.workspace.opened.complete
    assert wired.window.findChild(ChartsPane) is None
    stages = staged(wired, tmp_path)
    complete: list[bool] = []
    stages.complete.connect(partial(complete.append, True))
    wired.window.show()
    qtbot.waitUntil(wired.prover.quiet.is_set, timeout=30_000)
    assert complete == [True]
    qtbot.waitUntil(lambda: wired.workspace.opened.complete, timeout=30_000)
    assert len(wired.workspace.opened.proof.figures) == 43
    assert list(wired.window.findChild(ChartsPane).column.keys())
    assert stages.parent() is wired.window


def test_a_file_whose_words_are_not_shown_is_proven_all_the_same(wired, qtbot, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text(SAMPLE.read_text("utf-8").replace("value: 39\n", "value: 40\n"), "utf-8")
    bad.write_text(bad.read_text("utf-8").replace("briefing: 1", "briefing: 9"), "utf-8")
    reading = LoadTask(bad, wired.prover).start()
    reading.wait_for_something(PATIENCE)  # as at a start: nothing of it is to be shown
    wired.filing.await_reading(reading)
    staged(wired, tmp_path)
    wired.window.show()
    qtbot.waitUntil(lambda: wired.workspace.refused is not None, timeout=30_000)
    assert {"value-disagrees"} < {issue.code for issue in wired.workspace.refused.issues}


@pytest.mark.parametrize("wanted", ["2", "s2"])
def test_a_section_is_opened_by_its_number_or_its_name(wired, qtbot, tmp_path, wanted):
    file = tmp_path / "two.yaml"
    file.write_text(TWO, "utf-8")
    wired.filing.await_reading(LoadTask(file, wired.prover).start(), wanted)
    staged(wired, tmp_path)
    wired.window.show()
    qtbot.waitUntil(
        lambda: bool(wired.workspace.opened and wired.workspace.opened.complete), timeout=30_000
    )
    assert wired.workspace.section.id == "s2"


def test_what_is_seldom_used_is_imported_when_it_is_asked_for(wired, asked, tmp_path):
    staged(wired, tmp_path)
    wired.window.actions_by_id["export"].setEnabled(True)
    for name in ("new", "export", "new"):
        wired.window.actions_by_id[name].trigger()
    assert asked == ["new", "export", "new"]


def test_what_is_asked_for_while_a_stage_is_imported_waits_for_its_end(
    wired, asked, qtbot, tmp_path, monkeypatch
):
    during = []
    actions = wired.window.actions_by_id
    for name in ("export", "print"):
        actions[name].setEnabled(True)

    def import_while_keys_are_pressed(*_):
        for name in ("new", "export", "print", "new"):
            actions[name].trigger()
        during.extend(asked)
        return SimpleNamespace(bring_in=lambda *_: None)

    monkeypatch.setattr(deferred_imports, "import_breathing", import_while_keys_are_pressed)
    monkeypatch.setattr(deferred_imports, "STAGES", ("a stage",))
    staged(wired, tmp_path)
    wired.window.show()
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
    assert during == []
    assert asked == ["new", "export", "print"]


def test_what_is_typed_before_the_search_is_there_is_searched(wired, qtbot, tmp_path):
    reading = LoadTask(SAMPLE, wired.prover).start()
    reading.wait_for_something(30)
    wired.filing.await_reading(reading)
    stages = staged(wired, tmp_path)
    wired.window.show()
    wired.window.actions_by_id["find"].trigger()
    line = wired.window.topbar.find_box.line
    assert wired.window.focusWidget() is line
    line.insert("39")
    line.textEdited.emit(line.text())
    with qtbot.waitSignal(stages.complete, timeout=30_000):
        pass
    qtbot.waitUntil(lambda: wired.workspace.opened.complete, timeout=30_000)
    assert wired.window.findChild(Searching).finder.query == "39"
    assert not line.hasSelectedText()


def test_every_stage_can_be_brought_in():
    for name in (*STAGES, *ON_DEMAND.values()):
        assert callable(deferred_imports.import_breathing(name, lambda: None).bring_in)
