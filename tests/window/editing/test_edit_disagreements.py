"""A calculation that does not agree is shown by F4, and explained, untied or corrected there."""

import pytest
from PySide6.QtCore import Qt

from tests.edit.test_reviews import UNSOUND
from tests.window.editing.test_edit_controller import (
    CTRL,
    CTRL_SHIFT,
    KEYS,
    opened,
    press,
    sheet_of,
    text_of,
)
from viewer.model import Issue
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_review import Reviews

SHIFT = Qt.KeyboardModifier.ShiftModifier
__all__ = ["opened"]


@pytest.fixture
def at_the_first(opened, qtbot):
    """The window where F4 stands at the first calculation that does not agree."""
    wired = opened(UNSOUND)
    for _ in range(2):
        press(wired, qtbot, KEYS.Key_F4)
    return wired


def bar_of(wired):
    return wired.window.findChild(Reviews).bar


def visible(wired):
    return [name for name, button in bar_of(wired).buttons.items() if button.isVisible()]


def settled(wired, qtbot):
    written = hash(text_of(wired).encode())
    qtbot.waitUntil(lambda: wired.workspace.opened.digest == written)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def test_the_calculation_is_told_and_all_its_figures_are_lit(at_the_first):
    assert at_the_first.workspace.selection.key == "rise"
    told = bar_of(at_the_first).said
    assert "2/5" in told.text()
    assert "(412 人次 − 350 人次) ÷ 350 人次 = 17.71% ≠ 20.7%" in told.text()
    assert "上月读者" in told.toolTip().replace("\u2060", "")
    assert at_the_first.window.passage._marks.lit == {"now", "then", "rise"}
    assert visible(at_the_first) == [
        "accept-review",
        "edit-figure",
        "remove-relation",
        "review-next",
    ]


def test_one_key_and_a_reason_settle_it_and_the_next_comes(at_the_first, qtbot):
    press(at_the_first, qtbot, KEYS.Key_A, CTRL_SHIFT)
    sheet = sheet_of(at_the_first, qtbot)
    assert sheet.fields["known"].selectedText() == "原文如此"
    assert "17.71%" in sheet.verdict.text()
    sheet.fields["known"].insert("上月闭馆十天")
    qtbot.keyClick(sheet.fields["known"], KEYS.Key_Return)
    settled(at_the_first, qtbot)
    assert text_of(at_the_first) == UNSOUND.replace("review: 对不上", "known: 上月闭馆十天")
    assert at_the_first.workspace.selection.key == "racks"
    assert "2/4" in bar_of(at_the_first).said.text()
    press(at_the_first, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(at_the_first) == UNSOUND


def test_one_key_unties_what_is_not_related_and_keeps_its_figures(at_the_first, qtbot):
    press(at_the_first, qtbot, KEYS.Key_F4)
    press(at_the_first, qtbot, KEYS.Key_Delete, SHIFT)
    section = at_the_first.workspace.section
    assert len(section.metrics) == 11
    assert "sum" not in {relation.kind.value for relation in section.relations}
    assert at_the_first.workspace.selection.key == "done"


def test_at_another_figure_it_says_how_many_are_left_and_goes_on_from_there(at_the_first, qtbot):
    at_the_first.workspace.selection.select("aim")
    assert "5" in bar_of(at_the_first).said.text()
    assert at_the_first.window.passage._marks.lit == frozenset()
    assert not at_the_first.window.actions_by_id["remove-relation"].isEnabled()
    press(at_the_first, qtbot, KEYS.Key_F4)
    assert at_the_first.workspace.selection.key == "racks"


def test_the_issue_of_a_calculation_leads_to_its_figure_and_can_be_explained(opened, qtbot):
    wired = opened(UNSOUND)
    wired.filing.show_issues(True)
    rows = wired.window.issues.list
    row = next(
        rows.item(at)
        for at in range(rows.count())
        if isinstance(issue := rows.item(at).data(Qt.ItemDataRole.UserRole), Issue)
        and issue.code == "completion-disagrees"
    )
    wired.window.issues.go_to(row.data(Qt.ItemDataRole.UserRole))
    assert wired.workspace.selection.key == "done"
    assert wired.window.actions_by_id["accept-review"].isEnabled()
    wired.window.actions_by_id["accept-review"].trigger()
    assert "52%" in sheet_of(wired, qtbot).verdict.text()


def test_what_an_edit_took_off_a_chart_stays_said_when_the_file_is_read_again(opened, qtbot):
    wired = opened(UNSOUND)
    wired.workspace.selection.select("rate")
    press(wired, qtbot, KEYS.Key_Delete, SHIFT)
    said = wired.window.issues.heading.text()
    assert "童书" in said
    assert "占比" in said
    wired.filing._saved(wired.workspace.opened.path)  # as the watch of the file does
    with qtbot.waitSignal(wired.workspace.arrived):
        pass
    assert wired.window.issues.heading.text() == said
    assert not wired.window.issues.isHidden()
    wired.window.issues.closed.emit()
    assert wired.window.issues.list.count()
