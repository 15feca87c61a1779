import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from viewer.model import Issue, Place, Severity
from viewer.window.issues import MOST_ROWS, IssuesPane, ShownIssues


@pytest.fixture
def broken(small_file):
    from viewer.pipeline import open_briefing

    bad = small_file.with_name("bad.yaml")
    bad.write_text(small_file.read_text("utf-8").replace("value: 203", "value: 204"), "utf-8")
    return open_briefing(bad)


@pytest.fixture
def pane(qtbot, style):
    parent = QWidget()
    qtbot.addWidget(parent)
    pane = IssuesPane(parent)
    pane.apply_style(style)
    yield pane
    parent.close()


def test_each_issue_is_a_line_with_its_place(pane, broken):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True))
    issue = broken.issues[0]
    said = pane.list.item(0).text()
    assert said.startswith(f"bad.yaml:{issue.place.line}:{issue.place.column}")
    assert "204" in said and "203" in said


def test_a_new_version_with_errors_is_told_from_a_file_that_was_never_opened(pane, broken):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True))
    assert "尚未打开" in pane.heading.text()
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True, kept=True))
    assert "改动前的内容" in pane.heading.text()


def test_that_nothing_is_wrong_is_said_as_such(pane):
    pane.show_issues(ShownIssues("good.yaml", ()))
    assert pane.heading.text() == "good.yaml：没有问题"


def test_an_issue_that_is_clicked_is_told(pane, broken, qtbot):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues))
    with qtbot.waitSignal(pane.chosen) as told:
        pane.list.itemClicked.emit(pane.list.item(0))
    assert told.args == [broken.issues[0]]


def test_all_issues_can_be_copied(pane, broken, qtbot):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True))
    qtbot.mouseClick(pane.copy, Qt.MouseButton.LeftButton)
    assert "bad.yaml" in QGuiApplication.clipboard().text()
    assert "204" in QGuiApplication.clipboard().text()


def test_what_is_said_of_one_issue_leaves_the_list_as_it_is(pane, broken):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True))
    rows, last = pane.list.count(), pane.list.count() - 1
    pane.list.setCurrentRow(last)
    pane.say_above("没有编辑器")
    assert (pane.heading.text(), pane.list.count(), pane.list.currentRow()) == (
        "没有编辑器",
        rows,
        last,
    )


def test_a_refused_file_can_be_opened_all_the_same_but_an_unreadable_one_not(pane, broken):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues, refused=True, showable=True))
    assert not pane.anyway.isHidden()
    pane.show_issues(ShownIssues("bad.yaml", (), stop="没有这个文件", refused=True))
    assert pane.anyway.isHidden()
    assert pane.heading.text() == "没有这个文件"


def test_markup_in_a_message_stays_text(pane):
    pane.show_issues(ShownIssues("<b>x</b>", (), refused=True))
    assert "<b>x</b>" in pane.heading.text()
    assert pane.heading.textFormat() == Qt.TextFormat.PlainText


def test_of_thousands_of_issues_the_errors_are_listed_and_the_rest_is_counted(pane, qtbot):
    notes = [Issue("figure-unused", Severity.NOTE, Place(n + 1)) for n in range(2_000)]
    errors = [Issue("key-twice", Severity.ERROR, Place(n * 100 + 1)) for n in range(20)]
    every = tuple(sorted((*notes, *errors), key=lambda issue: issue.place))
    pane.show_issues(ShownIssues("many.yaml", every, refused=True))
    rows = [pane.list.item(at) for at in range(pane.list.count())]
    listed = [row.data(Qt.ItemDataRole.UserRole) for row in rows[:-1]]
    assert len(listed) == MOST_ROWS
    assert [one for one in listed if one.severity is Severity.ERROR] == errors
    assert listed == sorted(listed, key=lambda issue: issue.place)
    assert "1020" in rows[-1].text()
    with qtbot.assertNotEmitted(pane.chosen):
        pane.list.scrollToItem(rows[-1])
        place = pane.list.visualItemRect(rows[-1]).center()
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    pane.copy.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2_021


def test_the_list_begins_at_the_first_error_however_many_notes_stand_before_it(pane):
    notes = [Issue("figure-unused", Severity.NOTE, Place(line)) for line in range(1, 200)]
    errors = [Issue("key-twice", Severity.ERROR, Place(line)) for line in (200, 201)]
    pane.resize(600, 200)
    pane.parentWidget().show()
    pane.show_issues(ShownIssues("bad.yaml", (*notes, *errors), refused=True))
    QApplication.processEvents()
    rows = [pane.list.visualItemRect(pane.list.item(at)) for at in (0, 199)]
    assert [pane.list.viewport().rect().intersects(row) for row in rows] == [False, True]
    assert pane.list.currentItem() is None  # nobody chose it, so it is not what is mended


def test_enter_and_a_double_click_ask_to_mend_and_esc_closes(pane, broken, qtbot):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues))
    pane.parentWidget().show()
    pane.list.setCurrentRow(0)
    with qtbot.waitSignal(pane.mending) as told:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert told.args == [broken.issues[0]]
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.list, Qt.Key.Key_Escape)


def test_the_list_is_no_higher_than_its_rows_need(pane, broken):
    pane.show_issues(ShownIssues("bad.yaml", broken.issues[:1]))
    one = pane.sizeHint().height()
    pane.show_issues(ShownIssues("bad.yaml", broken.issues[:1] * 3))
    assert one < pane.sizeHint().height()


def test_a_long_issue_takes_the_lines_it_needs_and_never_scrolls_sideways(pane, broken):
    pane.parentWidget().resize(420, 600)
    pane.resize(420, 300)
    pane.show_issues(ShownIssues("bad.yaml", broken.issues))
    pane.parentWidget().show()
    assert pane.list.horizontalScrollBar().maximum() == 0
    room, line = pane.list.viewport().width(), pane.list.fontMetrics().height()
    longest = max(range(pane.list.count()), key=lambda at: len(pane.list.item(at).text()))
    box = pane.list.visualItemRect(pane.list.item(longest))
    assert box.width() <= room and box.height() >= 2 * line
