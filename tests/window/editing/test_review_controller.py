import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from tests.window.conftest import SMALL
from tests.window.whole import wire_whole
from viewer.pipeline import open_briefing
from viewer.window.editing.review_controller import Reviewing
from viewer.window.view_models import DOUBT

DOUBTED = SMALL.replace(
    "      - {id: papers, label: 文件, value: 39, unit: 份, cite: 出台39 份文件}\n",
    "      - id: papers   # asked twice\n        label: 文件\n        value: 39\n        unit: 份\n"
    "        review: 单位存疑\n        cite: 出台39 份文件\n",
)


@pytest.fixture
def wired(qtbot, appearance, settings, tmp_path):
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    file = tmp_path / "doubted.yaml"
    file.write_text(DOUBTED, encoding="utf-8")
    wired.filing.open(file)
    wired.window.show()
    qtbot.waitUntil(lambda: wired.workspace.opened is not None and wired.workspace.opened.complete)
    return wired


def reviewing_of(wired):
    return wired.window.findChild(Reviewing)


def ask(wired, name):
    wired.window.actions_by_id[name].trigger()


def doubt_in_list(wired):
    rows = wired.window.issues.list
    return next(
        rows.item(n)
        for n in range(rows.count())
        if rows.item(n).data(Qt.ItemDataRole.UserRole).code == DOUBT
    )


def test_a_doubted_figure_is_marked_in_table_and_status_line_and_listed_as_a_note(wired):
    wired.workspace.selection.select("papers")
    ask(wired, "table")  # its rows are made when it is seen
    table = wired.window.findChild(object, "table")
    assert table.figures.rows[0].label == "[待核] 文件"
    assert "单位存疑" in wired.window.status.selection.accessibleName()
    assert "单位存疑" in doubt_in_list(wired).text()


def test_accepting_the_selected_figure_takes_the_doubt_out_of_the_file_alone(wired, qtbot):
    wired.workspace.selection.select("papers")
    ask(wired, "accept-review")
    assert wired.workspace.opened.path.read_text("utf-8") == DOUBTED.replace(
        "        review: 单位存疑\n", ""
    )
    qtbot.waitUntil(lambda: not wired.workspace.section.metrics[0].review)
    assert wired.workspace.selection.key == "papers"
    assert not wired.window.actions_by_id["accept-review"].isEnabled()


def test_accepting_from_the_list_keeps_the_list_open(wired, qtbot):
    wired.filing.show_issues(True)
    wired.window.issues.list.setCurrentItem(doubt_in_list(wired))
    ask(wired, "accept-review")
    qtbot.waitUntil(lambda: not wired.workspace.section.metrics[0].review)
    assert not wired.window.issues.isHidden()


def test_a_file_that_changed_meanwhile_is_left_alone_and_told(wired):
    wired.workspace.selection.select("papers")
    path = wired.workspace.opened.path
    changed = path.read_bytes() + b"# other hand\n"
    path.write_bytes(changed)
    ask(wired, "accept-review")
    assert path.read_bytes() == changed
    assert path.name in wired.window.issues.heading.text()


def test_nothing_is_accepted_where_nothing_is_doubted(wired):
    wired.workspace.selection.select("rate")
    assert not wired.window.actions_by_id["accept-review"].isEnabled()
    reviewing_of(wired).accept()
    assert wired.workspace.opened.path.read_text("utf-8") == DOUBTED


def test_the_editor_opens_at_the_line_of_what_is_meant(wired, monkeypatch):
    started = []
    reviewing_of(wired).launch = lambda command: bool(started.append(command)) or True
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setattr("viewer.window.editing.review_controller.shutil.which", lambda name: name)
    monkeypatch.setenv("VISUAL", "kate")
    wired.workspace.selection.select("papers")
    ask(wired, "open-in-editor")
    wired.filing.show_issues(True)
    wired.window.issues.list.setCurrentItem(doubt_in_list(wired))
    ask(wired, "open-in-editor")
    lines = DOUBTED.splitlines()
    assert [lines[int(command[2]) - 1].split(":")[0].strip() for command in started] == [
        "- id",
        "review",
    ]


def test_without_an_editor_no_other_program_is_started_and_the_line_is_told(wired, monkeypatch):
    monkeypatch.setattr("viewer.window.editing.review_controller.shutil.which", lambda name: None)
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url)))
    wired.workspace.selection.select("papers")
    ask(wired, "open-in-editor")
    assert asked == []
    assert "VISUAL" in wired.window.issues.heading.text()
    line = wired.workspace.section.metrics[0].place.line
    assert f" {line} " in wired.window.issues.heading.text()


def test_the_opened_file_still_agrees_with_its_words_after_all(wired, qtbot):
    wired.workspace.selection.select("papers")
    ask(wired, "accept-review")
    proven = open_briefing(wired.workspace.opened.path)
    assert "papers" in proven.proof.figures
