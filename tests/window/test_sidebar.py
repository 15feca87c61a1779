import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from viewer.model import ProofLine
from viewer.window.sidebar import Sidebar, SidebarRow
from viewer.window.sidebar_row import HITS, NUMBER, SUBTITLE
from viewer.window.view_models import proof_line, sidebar_rows


@pytest.fixture
def sidebar(qtbot, style, small):
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(270, 600)
    sidebar.apply_style(style)
    sidebar.show_sections(sidebar_rows(small.briefing), "数字报")
    return sidebar


def test_each_section_has_number_title_and_count(sidebar):
    rows = [sidebar.sections.index(row) for row in range(2)]
    assert [row.data() for row in rows] == ["第一节", "第二节"]
    assert [row.data(NUMBER) for row in rows] == ["1", "2"]
    assert [row.data(SUBTITLE) for row in rows] == ["3 项指标", "1 项指标"]


def test_a_section_that_is_chosen_is_told(sidebar, qtbot):
    sidebar.go_to(0)
    with qtbot.waitSignal(sidebar.chosen) as told:
        qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    assert told.args == [1]


def test_hits_are_counted_beside_the_sections(sidebar):
    sidebar.sections.show_hits((0, 3))
    assert sidebar.sections.index(1).data(HITS) == 3
    assert "3 处" in sidebar.sections.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    sidebar.sections.show_hits(None)
    assert sidebar.sections.index(1).data(HITS) is None


def test_the_proof_line_says_that_every_figure_agrees(sidebar, small):
    sidebar.show_proof(proof_line(small))
    assert sidebar.proof.said.text() == "● 4 / 4 项数字与原文一致"
    assert sidebar.proof.property("state") == "good"
    assert sidebar.proof.toolTip() == "问题列表"


def test_the_proof_line_says_what_does_not_agree(sidebar):
    sidebar.show_proof(ProofLine(3, 4))
    assert "1 项与原文不符" in sidebar.proof.said.text()
    assert sidebar.proof.property("state") == "bad"
    assert sidebar.proof.toolTip() == "点击查看第一处"


def test_errors_elsewhere_in_the_file_keep_the_line_from_looking_whole(sidebar):
    sidebar.show_proof(ProofLine(4, 4, errors=2))
    assert "2 处错误" in sidebar.proof.said.text()
    assert sidebar.proof.property("state") == "bad"


def test_what_is_open_is_counted_and_keeps_the_line_from_being_green(sidebar):
    sidebar.show_proof(ProofLine(4, 4, warnings=2, doubts=1))
    said = sidebar.proof.said.text()
    assert said == "▲ 4 / 4 项一致，3 处待核对（存疑 1，提醒 2）"
    assert sidebar.proof.property("state") == "warn"
    assert sidebar.proof.accessibleName() == said.removeprefix("▲ ")
    assert sidebar.proof.toolTip()


def test_a_file_without_figures_is_not_called_proven(sidebar):
    sidebar.show_proof(ProofLine(0, 0))
    assert "没有可以核对的数字" in sidebar.proof.said.text()
    assert sidebar.proof.property("state") not in ("good", "bad")


@pytest.mark.parametrize(("title", "lines"), [("短标题", 1), ("很长的标题" * 9, 2)])
def test_rows_of_many_sections_are_as_high_as_their_longest_title(sidebar, qtbot, title, lines):
    sidebar.show()
    qtbot.waitExposed(sidebar)
    few = tuple(SidebarRow("短标题", 1) for _ in range(3))
    sidebar.show_sections(few, "")
    single = sidebar.list.sizeHintForRow(0)
    sidebar.show_sections((*few * 60, SidebarRow(title, 1)), "")
    high = sidebar.list.sizeHintForRow(0)
    assert (high == single) if lines == 1 else (high > single)


def test_the_proof_line_waits_for_a_proof_under_way(sidebar):
    sidebar.show_proof(ProofLine(None, 4))
    assert sidebar.proof.property("state") == "working"


def test_a_click_on_the_proof_line_asks_for_the_issues(sidebar, qtbot):
    with qtbot.waitSignal(sidebar.proof_asked):
        qtbot.mouseClick(sidebar.proof, Qt.MouseButton.LeftButton)


def test_a_long_title_takes_two_lines_and_is_elided_in_the_second(sidebar):
    first, second = sidebar.row.title_lines("做强综合战斗实体打牢基层治理基础" * 5, 260)
    assert first.startswith("做强") and second.endswith("…")


def test_a_title_leaves_no_single_letter_in_its_second_line(sidebar):
    title = "做强综合战斗实体,打牢基层治理基础"
    assert sidebar.row.title_lines(title, 272) == ("做强综合战斗实体,", "打牢基层治理基础")


def test_a_title_that_is_cut_can_be_had_whole(sidebar):
    long = "很长的一节标题" * 20
    sidebar.show_sections((SidebarRow("短", 1), SidebarRow(long, 1)), "")
    first, second = (sidebar.sections.index(at) for at in (0, 1))
    assert sidebar.row.whole_title(first) == ""
    assert sidebar.row.whole_title(second) == long
    sidebar.list.setCurrentIndex(second)
    QApplication.sendEvent(
        sidebar.list, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    )
    assert "".join(sidebar.tips.hint.text().split()) == long
