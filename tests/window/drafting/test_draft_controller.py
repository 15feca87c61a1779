from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from tests.draft.locked import locked_pdf
from tests.window.whole import wire_whole
from viewer.datafile import read_briefing
from viewer.design import glued
from viewer.draft.drafting import pool_of
from viewer.draft.ranking import EVERY, Limit
from viewer.edit.draft_review import DraftReview
from viewer.resources import bundled
from viewer.window.drafting.draft_cells import COLUMNS
from viewer.window.drafting.draft_controller import Drafting, Work, reviewed
from viewer.window.drafting.draft_dialog import DraftDialog
from viewer.window.drafting.password_dialog import PasswordDialog
from viewer.window.editing.edit_sheet import EditSheet
from viewer.window.progress import progress_dialog

REPORT = """\
当前位置：首页 > 港口
海港上半年生产简报
来源：海港日报　作者：林珊　2021-07-05
上半年完成货物吞吐量120万吨，同比增长4.5%，码头工人由442人下降至294人，投资2.4亿元。
下半年将建成泊位两个，增长7%，装卸机械1793台，冷库占地3.5公顷，年产值$500万。
"""


KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def drafted(tmp_path: Path, text: str = REPORT, keep: Limit = EVERY) -> DraftReview:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return DraftReview.of(pool_of(path), keep=keep)


@pytest.fixture
def shown(qtbot, style, tmp_path):
    parents = []  # named: a parent that is let go takes its dialog with it

    def show(
        text: str = REPORT, width: int = 1440, height: int = 900, keep: Limit = EVERY
    ) -> DraftDialog:
        parent = QWidget()
        parent.resize(width, height)
        qtbot.addWidget(parent)
        made = DraftDialog(parent, drafted(tmp_path, text, keep), style)
        parents.append(parent)
        made.show()
        return made

    yield show
    parents.clear()


def rows(dialog: DraftDialog) -> list[QTreeWidgetItem]:
    tops = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    return [top.child(at) for top in tops for at in range(top.childCount())]


def text_of(dialog: DraftDialog, name: str) -> str:
    return dialog.findChild(QLabel, name).text()


def test_the_preview_says_what_the_briefing_is_called_and_where_it_comes_from(shown) -> None:
    dialog = shown()
    assert text_of(dialog, "draft-title") == "海港上半年生产简报"
    assert text_of(dialog, "draft-source") == "海港日报 · 港口 · 2021-07-05 · 林珊"


def test_each_figure_is_shown_with_its_value_and_the_words_of_the_report(shown) -> None:
    dialog = shown()
    said = {row.text(0): row for row in rows(dialog)}
    assert said["装卸机械"].text(1) == "1793 台"
    assert said["码头工人（此前）"].text(1) == "442 人"
    dialog.tree.setCurrentItem(said["装卸机械"])
    dialog._follow()
    marks = dialog.preview.passage._marks
    lit = marks.figure(marks.selected).quote.of(dialog.preview.passage._shown.passage.text)
    assert "装卸机械1793台" in lit


def test_a_share_in_words_has_no_sign_behind_it(shown) -> None:
    dialog = shown("简报\n\n秋粮已收八成，冷库占用率达83%。\n")
    assert {row.text(1) for row in rows(dialog)} == {"八成", "83%"}


def test_doubts_have_a_column_only_where_there_are_any(shown) -> None:
    doubt = COLUMNS.index("doubt")
    dialog = shown()
    assert not dialog.tree.isColumnHidden(doubt)
    assert any(row.text(doubt) for row in rows(dialog))
    sound = shown("简报\n\n全港共有码头工人442人，装卸机械1793台。\n")
    assert sound.tree.isColumnHidden(doubt)


@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_a_doubt_is_read_whole_in_its_row_and_heard_with_its_figure(shown, width) -> None:
    tree = shown(width=width).tree
    doubt = COLUMNS.index("doubt")
    doubted = [row for row in rows(tree.window()) if row.text(doubt)]
    assert doubted
    for row in doubted:
        room = QRect(0, 0, tree.columnWidth(doubt) - 6, 10_000)
        wrap = Qt.TextFlag.TextWordWrap.value
        needed = tree.fontMetrics().boundingRect(room, wrap, glued(row.text(doubt)))
        assert needed.width() <= room.width()
        assert needed.height() <= tree.visualItemRect(row).height()
        heard = row.data(0, Qt.ItemDataRole.AccessibleTextRole)
        assert heard == f"{row.text(0)}, {row.text(1)}, {row.text(doubt)}"


def test_a_calculation_that_does_not_agree_is_said_while_its_figures_are_kept(shown) -> None:
    dialog = shown("简报\n\n货物吞吐量3120万吨，其中外贸1250万吨，占比45.0%。\n")
    assert "1 处计算对不上" in dialog.summary.text()
    row = next(row for row in rows(dialog) if row.text(1) == "45.0%")
    row.setCheckState(0, Qt.CheckState.Unchecked)
    dialog._follow()
    assert "对不上" not in dialog.summary.text()


def test_a_report_without_figures_says_so(shown) -> None:
    dialog = shown("简报\n\n今天没有数字。\n")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("没有可以放进简报的数字" in each for each in said)


def test_what_was_put_aside_is_listed(shown) -> None:
    notes = shown().findChild(QListWidget, "draft-notes")
    assert any("首页 > 港口" in notes.item(at).text() for at in range(notes.count()))


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (1920, 1080)])
def test_the_preview_fits_into_its_window(shown, size) -> None:
    dialog = shown(width=size[0], height=size[1])
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    widths = [dialog.tree.columnWidth(at) for at in range(len(COLUMNS) - 1)]
    assert sum(widths) < 0.85 * dialog.width()


def row_of(dialog: DraftDialog, label: str) -> QTreeWidgetItem:
    return next(row for row in rows(dialog) if row.text(0) == label)


def ticked(dialog: DraftDialog) -> list[str]:
    return [row.text(0) for row in rows(dialog) if row.checkState(0) == Qt.CheckState.Checked]


def test_space_ticks_a_figure_and_all_of_a_section_and_count_and_charts_follow(shown) -> None:
    dialog = shown(keep=Limit(3))
    every = [row.text(0) for row in rows(dialog)]
    assert len(ticked(dialog)) == 3
    assert f"选用 3／{len(every)} 项" in dialog.summary.text()
    top = dialog.tree.topLevelItem(0)
    dialog.tree.setCurrentItem(top, 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    dialog._follow()
    assert ticked(dialog) == [row.text(0) for row in rows(dialog)]
    assert f"选用 {len(every)}／{len(every)} 项" in dialog.summary.text()
    dialog.tree.setCurrentItem(row_of(dialog, "装卸机械"), 0)
    shown_keys = {key for scene in dialog.preview.charts.column.scenes for key in scene.by_key}
    assert len(shown_keys) == len(every)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    dialog._follow()
    left = {key for scene in dialog.preview.charts.column.scenes for key in scene.by_key}
    gone = dialog.tree.named(row_of(dialog, "装卸机械"))
    assert shown_keys - left == {gone[1]}
    made = dialog.review.draft().briefing
    assert gone[0] not in {m.id for section in made.sections for m in section.metrics}
    assert "装卸机械1793台" in made.sections[0].passage.text


def type_over(dialog: DraftDialog, label: str, column: int, text: str) -> None:
    dialog.tree.setCurrentItem(row_of(dialog, label), column)
    QTest.keyClick(dialog.tree, KEYS.Key_F2)
    line = next(one for one in dialog.tree.findChildren(QLineEdit) if one.isVisible())
    line.setText(text)
    QTest.keyClick(line, KEYS.Key_Return)
    QApplication.processEvents()  # what was typed is taken once the key was dealt with
    assert not dialog.findChildren(EditSheet)


def test_f2_corrects_label_and_value_as_far_as_the_words_agree(shown) -> None:
    dialog = shown()
    type_over(dialog, "装卸机械", 0, "港口机械")
    assert row_of(dialog, "港口机械").text(1) == "1793 台"
    type_over(dialog, "港口机械", 1, "1,793")
    assert (
        dialog.review.metric(dialog.tree.named(row_of(dialog, "港口机械"))[0]).label == "港口机械"
    )
    type_over(dialog, "港口机械", 1, "1800")
    assert "1793" in dialog.told.text()  # in the words of the check
    made = dialog.review.draft().briefing
    found = [m for section in made.sections for m in section.metrics if m.label == "港口机械"]
    assert [int(metric.point.value) for metric in found] == [1793]


def test_enter_opens_all_fields_of_a_figure(shown, qtbot) -> None:
    dialog = shown()
    dialog.tree.setCurrentItem(row_of(dialog, "冷库占地"), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Return)
    (sheet,) = dialog.findChildren(EditSheet)
    sheet.fields["label"].setText("冷库面积")
    sheet.agree.click()
    assert row_of(dialog, "冷库面积").text(1) == "3.5 公顷"
    dialog.tree.setCurrentItem(row_of(dialog, "冷库面积"), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Return)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(EditSheet)))
    next(one for one in dialog.findChildren(EditSheet) if one.isVisible()).refuse.click()
    assert "冷库面积" not in ticked(dialog)


def test_a_doubt_is_accepted_by_one_key_and_the_next_one_comes(shown, qtbot) -> None:
    dialog, doubt = shown(), COLUMNS.index("doubt")
    dialog.activateWindow()  # on a display another window may be the active one
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.tree, KEYS.Key_F4)
    first, doubted = dialog.tree.currentItem(), dialog.review.doubted
    QTest.keyClick(dialog.tree, KEYS.Key_A, CTRL_SHIFT)
    assert first.text(doubt) == ""
    assert dialog.review.doubted == doubted - 1
    assert dialog.tree.currentItem() is not first or doubted == 1
    made = dialog.review.draft().briefing
    assert sum(bool(m.review) for s in made.sections for m in s.metrics) == doubted - 1
    QTest.keyClick(dialog.tree, KEYS.Key_Z, CTRL)
    assert first.text(doubt)
    assert dialog.review.doubted == doubted


def test_every_decision_is_undone_and_done_again(shown, qtbot) -> None:
    dialog = shown()
    dialog.activateWindow()  # on a display another window may be the active one
    qtbot.waitUntil(dialog.isActiveWindow)
    before, whole = dialog.review, ticked(dialog)
    type_over(dialog, "装卸机械", 0, "港口机械")
    dialog.tree.setCurrentItem(row_of(dialog, "冷库占地"), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    after, left = dialog.review, ticked(dialog)
    for _ in range(9):
        QTest.keyClick(dialog.tree, KEYS.Key_Z, CTRL)
    assert dialog.review == before
    assert ticked(dialog) == whole
    assert row_of(dialog, "装卸机械")
    for _ in range(9):
        QTest.keyClick(dialog.tree, KEYS.Key_Z, CTRL_SHIFT)
    assert dialog.review == after
    assert ticked(dialog) == left
    assert row_of(dialog, "港口机械")


def press_in_the_question(name: str) -> None:
    """Press a button of the message box that will open."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found = box.findChild(QPushButton, name) if name else box.defaultButton()
        found.click()

    QTimer.singleShot(0, press)


def test_what_was_decided_is_not_lost_without_a_question(shown) -> None:
    untouched = shown()
    untouched.reject()
    assert not untouched.isVisible()
    dialog = shown()
    dialog.tree.setCurrentItem(row_of(dialog, "装卸机械"), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    press_in_the_question("")
    QTest.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.isVisible()
    press_in_the_question("draft-drop")
    dialog.close()
    assert not dialog.isVisible()


def test_a_report_is_drafted_beside_the_window(qtbot, tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    work = Work(path, partial(reviewed, path))
    qtbot.waitUntil(lambda: work.over)
    assert isinstance(work.outcome, DraftReview)
    assert work.outcome.pool.title == "海港上半年生产简报"


def test_a_cancelled_report_ends_soon(qtbot, tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("".join(f"第{at}段完成{at + 2}项，增长{at}.5%。\n" for at in range(20_000)))
    work = Work(path, partial(reviewed, path))
    work.cancel()
    qtbot.waitUntil(lambda: work.over, timeout=60_000)
    assert not isinstance(work.outcome, DraftReview)


def test_a_progress_box_appears_long_before_qts_own_four_seconds(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = progress_dialog(parent, "bar", "题", "在读")
    running = [one.interval() for one in bar.findChildren(QTimer) if one.isActive()]
    assert running == [300]


@pytest.fixture
def wired(qtbot, appearance, settings):
    made = wire_whole(appearance, settings)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def long_report(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    lines = (f"第{at}段完成检修{at + 2}项，产值增长{at}.5%。" for at in range(4_000))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_drafted_report_is_shown_over_the_window(qtbot, wired, tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    Drafting(wired).draft(path)
    qtbot.waitUntil(lambda: wired.window.findChild(DraftDialog) is not None)
    dialog = wired.window.findChild(DraftDialog)
    assert text_of(dialog, "draft-title") == "海港上半年生产简报"
    dialog.reject()


def test_the_review_stays_until_it_is_saved_and_the_file_has_what_was_kept(
    qtbot, wired, tmp_path, monkeypatch
) -> None:
    path, out = tmp_path / "report.txt", tmp_path / "out.yaml"
    path.write_text(REPORT, encoding="utf-8")
    Drafting(wired).draft(path)
    qtbot.waitUntil(lambda: wired.window.findChild(DraftDialog) is not None)
    dialog = wired.window.findChild(DraftDialog)
    type_over(dialog, "装卸机械", 0, "港口机械")
    dialog.tree.setCurrentItem(row_of(dialog, "冷库占地"), 0)
    QTest.keyClick(dialog.tree, KEYS.Key_Space)
    answers = ["", str(out)]
    monkeypatch.setattr(
        "viewer.window.drafting.draft_controller.saving",
        lambda *_: type("A", (), {"ask": lambda _: answers.pop(0)})(),
    )
    dialog.wanted.emit()
    assert dialog.isVisible()
    dialog.wanted.emit()
    opened = wired.workspace
    qtbot.waitUntil(lambda: opened.opened is not None and opened.opened.path == out)
    labels = {m.label for s in read_briefing(out.read_bytes()).briefing.sections for m in s.metrics}
    assert "港口机械" in labels
    assert "冷库占地" not in labels
    assert wired.window.actions_by_id["coverage"].isChecked()


def test_a_report_by_the_name_of_a_briefing_is_told_and_drafted(qtbot, wired, tmp_path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text("海港简报\n\n全港共有码头工人442人，装卸机械1793台。\n", encoding="utf-8")
    asked = []
    new = wired.window.actions_by_id["new"]
    new.triggered.connect(lambda: asked.append(new.data()))
    wired.filing.open(path)
    qtbot.waitUntil(lambda: asked == [path])
    assert "report.yaml" in wired.window.issues.heading.text()
    with qtbot.waitSignal(wired.workspace.arrived):
        wired.filing.reload()
    QApplication.processEvents()
    assert asked == [path]


def test_a_report_is_never_replaced_by_its_draft(qtbot, wired, tmp_path, monkeypatch) -> None:
    path, asked = tmp_path / "report.yaml", []
    path.write_text(REPORT, encoding="utf-8")
    Drafting(wired).draft(path)
    qtbot.waitUntil(lambda: wired.window.findChild(DraftDialog) is not None)
    dialog = wired.window.findChild(DraftDialog)

    def saving(*told):
        asked.append(told[3])
        return type("A", (), {"ask": lambda _: str(path)})()

    monkeypatch.setattr("viewer.window.drafting.draft_controller.saving", saving)
    dialog.wanted.emit()
    assert asked == [str(tmp_path / "report-briefing.yaml")]
    assert "report.yaml" in dialog.told.text()
    assert path.read_text("utf-8") == REPORT
    dialog.reject()


def test_a_locked_report_asks_for_its_password_until_it_opens(qtbot, wired, tmp_path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(locked_pdf("The port handled 52 million tonnes of goods.", "quay 7"))
    Drafting(wired).draft(path)
    for typed in ("quay 8", "quay 7"):
        qtbot.waitUntil(lambda: asked(wired) is not None, timeout=60_000)
        dialog = asked(wired)
        assert not dialog.open_button.isEnabled()
        dialog.line.setText(typed)
        dialog.open_button.click()
        qtbot.waitUntil(lambda: asked(wired) is None or asked(wired).line.text() == "")
    qtbot.waitUntil(lambda: wired.window.findChild(DraftDialog) is not None, timeout=60_000)
    wired.window.findChild(DraftDialog).reject()


def asked(wired) -> PasswordDialog | None:
    found: list[PasswordDialog] = wired.window.findChildren(PasswordDialog)
    return next((dialog for dialog in found if dialog.isVisible()), None)


def test_the_sentences_that_ask_for_a_password_are_read_whole(qtbot, style) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PasswordDialog(parent, style.words, f"{'年度报告' * 12}.pdf", wrong=True)
    dialog.show()
    qtbot.waitExposed(dialog)
    labels = [one for one in dialog.findChildren(QLabel) if one.text()]
    assert len(labels) == 2
    assert all(one.height() >= one.heightForWidth(one.width()) for one in labels)


def test_what_is_being_done_is_said_and_can_be_cancelled(qtbot, wired, tmp_path) -> None:
    Drafting(wired).draft(long_report(tmp_path))
    bar = wired.window.findChild(QProgressDialog, "draft-progress")
    qtbot.waitUntil(lambda: "找数字" in bar.labelText(), timeout=60_000)
    assert "long.txt" in bar.labelText()
    bar.cancel()
    with qtbot.waitSignal(bar.destroyed, timeout=60_000):
        pass
    assert wired.window.findChild(DraftDialog) is None
    assert not wired.window.issues.isVisible()


def test_a_report_that_cannot_be_read_is_told_in_the_window(qtbot, wired, tmp_path) -> None:
    path = tmp_path / "scan.txt"
    path.write_bytes(b"%PDF-1.7\n")
    Drafting(wired).draft(path)
    qtbot.waitUntil(wired.window.issues.isVisible)
    assert wired.window.findChild(DraftDialog) is None


def test_after_a_cancelled_report_the_next_one_is_read(qtbot, wired, tmp_path) -> None:
    drafting = Drafting(wired)
    drafting.draft(long_report(tmp_path))
    wired.window.findChild(QProgressDialog, "draft-progress").cancel()
    qtbot.waitUntil(lambda: drafting._work is None)
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    drafting.draft(path)
    qtbot.waitUntil(lambda: wired.window.findChild(DraftDialog) is not None)
    dialog = wired.window.findChild(DraftDialog)
    assert text_of(dialog, "draft-title") == "海港上半年生产简报"
    dialog.reject()


def test_on_a_low_display_the_list_and_the_buttons_stay(shown) -> None:
    report = bundled("shandong-2020.txt").read_text(encoding="utf-8")
    dialog = shown(report, 640, 360)
    assert dialog.minimumSizeHint().height() <= 360 - 44
    assert dialog.tree.isVisible() and dialog.tree.height() > 60


def test_a_draft_is_saved_by_the_key_of_saving(shown, qtbot) -> None:
    dialog = shown()
    (saves,) = (one for one in dialog.findChildren(QShortcut) if one.key().toString() == "Ctrl+S")
    with qtbot.waitSignal(dialog.wanted):
        saves.activated.emit()
