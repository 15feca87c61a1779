"""A figure corrected, taken out and added with keys alone, and every step undone."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.window.conftest import SMALL
from tests.window.whole import wire_whole
from viewer.model import Severity, Span
from viewer.window.comparing import Comparing
from viewer.window.editing.edit_controller import Editing
from viewer.window.editing.edit_relations import Relating
from viewer.window.editing.edit_review import Reviews
from viewer.window.editing.edit_sheet import EditSheet
from viewer.window.figures.charts import ChartsPane

KEYS = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier

DOUBTED = """\
briefing: 1
title: 街道月报
sections:
  - id: one
    title: 服务
    passage: |
      本月受理热线 412 件，办结率 97.5%，比上月提高 1.5 个百分点。走访居民超过 260 户。第 2 页
    metrics:
      - id: calls   # 热线
        label: 本月
        value: 412
        unit: 件
        cite: 受理热线 412 件
        review: 名称存疑
      - {id: rate, label: 办结率, value: 97.5, unit: "%", cite: 办结率 97.5%, review: 没有说基数}
      - {id: page, label: 页, value: 2, unit: 页, cite: 第 2 页, review: 没有说基数}
"""


GROWN = """\
briefing: 1
title: 街道月报
sections:
  - id: one
    title: 服务
    passage: 受理热线 412 件，增长 7.5%。走访 260 次，下降 3.1%。发放手册 900 册。
    metrics:
      - {id: calls, label: 受理热线, value: 412, unit: 件, cite: 受理热线 412 件}
      - {id: more, label: 受理热线, value: 7.5, unit: "%", kind: change, cite: 增长 7.5%}
      - {id: walks, label: 走访, value: 260, unit: 次, cite: 走访 260 次}
      - {id: fewer, label: 走访, value: 3.1, unit: "%", kind: change, cite: 下降 3.1%}
    charts:
      - {title: 热线和走访, kind: cards, metrics: [calls, more, fewer]}
      - {title: 走访, kind: cards, metrics: [walks]}
    relations:
      - {kind: change, level: calls, change: more}
"""


@pytest.fixture
def opened(qtbot, appearance, settings, tmp_path):
    """Opens a text in a whole window; gives what was wired."""
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)

    def open_(text):
        file = tmp_path / "mine.yaml"
        file.write_text(text, encoding="utf-8")
        wired.filing.open(file)
        wired.window.show()
        wired.window.activateWindow()
        read = wired.workspace
        qtbot.waitUntil(lambda: read.opened is not None and read.opened.complete)
        return wired

    return open_


def text_of(wired):
    return (wired.workspace.refused or wired.workspace.opened).path.read_text("utf-8")


def to_the_words(wired, qtbot):
    wired.window.activateWindow()
    wired.window.passage.setFocus()
    qtbot.waitUntil(wired.window.passage.hasFocus)


def press(wired, qtbot, key, modifier=NO):
    """A key in the passage; whatever it wrote is read again."""
    before = text_of(wired)
    to_the_words(wired, qtbot)
    QTest.keyClick(wired.window.passage, key, modifier)
    if text_of(wired) != before:
        written = hash(text_of(wired).encode())
        qtbot.waitUntil(lambda: wired.workspace.opened.digest == written)
        qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def sheet_of(wired, qtbot):
    qtbot.waitUntil(lambda: bool(wired.window.findChildren(EditSheet)))
    return wired.window.findChildren(EditSheet)[-1]


def confirm(wired, qtbot, sheet):
    QTest.keyClick(sheet.fields["label"], KEYS.Key_Return)
    written = hash(text_of(wired).encode())
    qtbot.waitUntil(lambda: wired.workspace.opened.digest == written)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def select_words(wired, qtbot, words):
    to_the_words(wired, qtbot)
    pane, text = wired.window.passage, wired.workspace.section.passage.text
    start = text.index(words)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane._offsets.position(start))
    end = pane._offsets.position(start + len(words))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_a_label_is_corrected_by_two_keys_and_undone_by_one(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    assert sheet.fields["label"].selectedText() == "本月"
    sheet.fields["label"].insert("受理热线")  # an input method does
    confirm(wired, qtbot, sheet)
    assert text_of(wired) == DOUBTED.replace("label: 本月", "label: 受理热线")
    assert wired.workspace.selection.key == "calls"
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == DOUBTED
    press(wired, qtbot, KEYS.Key_Z, CTRL_SHIFT)
    assert "label: 受理热线" in text_of(wired)


def test_the_sheet_refuses_what_check_would_refuse_in_its_words(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    sheet.fields["value"].setText("421")
    QTest.keyClick(sheet.fields["label"], KEYS.Key_Return)
    assert sheet.isVisible()
    assert "421件" in sheet.verdict.text().replace(" ", "")
    assert not sheet.agree.isEnabled()
    assert text_of(wired) == DOUBTED
    sheet.reject()


def test_what_is_no_figure_leaves_the_file_and_is_remembered(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("page")
    press(wired, qtbot, KEYS.Key_Delete)
    section = wired.workspace.section
    assert [metric.id for metric in section.metrics] == ["calls", "rate"]
    assert section.left_out == ("2 页",)
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == DOUBTED


def test_selected_words_become_a_figure_as_the_scanner_reads_them(opened, qtbot):
    wired = opened(DOUBTED)
    select_words(wired, qtbot, "超过 260 户")
    press(wired, qtbot, KEYS.Key_Return)
    sheet = sheet_of(wired, qtbot)
    told = dict(sheet.texts())
    assert (told["value"], told["unit"], told["qualifier"]) == ("260", "户", "at_least")
    assert DOUBTED.count(told["cite"]) == 1
    assert sheet.agree.isEnabled()
    sheet.fields["label"].insert("走访户数")  # an input method does
    confirm(wired, qtbot, sheet)
    added = wired.workspace.section.metrics[-1]
    assert (added.label, added.qualifier) == ("走访户数", "at_least")
    assert wired.workspace.figure(added.id) is not None


def test_a_chip_beside_selected_words_adds_them_and_esc_puts_it_away(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("calls")
    chip = wired.window.passage.findChild(QPushButton, "add-chip")
    select_words(wired, qtbot, "超过 260 户")
    qtbot.waitUntil(chip.isVisible)
    words = wired.window.passage.places(wired.window.passage.chosen())
    assert not any(one.intersects(QRectF(chip.geometry())) for one in words)
    QTest.keyClick(wired.window.passage, KEYS.Key_Escape)
    assert not chip.isVisible()
    assert wired.workspace.selection.key == "calls"  # the key went to the chip alone
    select_words(wired, qtbot, "260 户")
    qtbot.waitUntil(chip.isVisible)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert dict(sheet_of(wired, qtbot).texts())["value"] == "260"
    assert not chip.isVisible()
    sheet_of(wired, qtbot).reject()
    select_words(wired, qtbot, "超过 260 户")
    qtbot.waitUntil(chip.isVisible)
    wired.window.findChild(Editing).hold(True)  # a talk began
    assert not chip.isVisible()
    qtbot.wait(200)
    assert not chip.isVisible()


def test_words_without_a_number_are_told(opened, qtbot):
    wired = opened(DOUBTED)
    select_words(wired, qtbot, "受理热线")
    press(wired, qtbot, KEYS.Key_Return)
    assert not wired.window.findChildren(EditSheet)
    assert "受理热线" in wired.window.issues.heading.text()


def test_doubts_come_rare_ones_first_and_one_answer_settles_those_alike(opened, qtbot):
    wired = opened(DOUBTED)
    bar = wired.window.findChild(Reviews).bar
    press(wired, qtbot, KEYS.Key_F4)
    assert wired.workspace.selection.key == "calls"
    assert "1/3" in bar.said.text()
    assert "名称存疑" in bar.said.text()
    press(wired, qtbot, KEYS.Key_A, CTRL_SHIFT)
    assert wired.workspace.selection.key == "rate"
    assert bar.buttons["accept-alike"].isVisible()
    assert bar.buttons["accept-alike"].isEnabled()
    bar.buttons["accept-alike"].click()
    qtbot.waitUntil(lambda: "review" not in text_of(wired))
    qtbot.waitUntil(bar.isHidden)


def test_nothing_can_be_edited_where_editing_is_off(opened, qtbot):
    wired = opened(DOUBTED)
    wired.window.findChild(Editing).allow(False)
    wired.workspace.selection.select("page")
    press(wired, qtbot, KEYS.Key_Delete)
    press(wired, qtbot, KEYS.Key_F2)
    assert text_of(wired) == DOUBTED
    assert not wired.window.findChildren(EditSheet)
    assert not wired.window.actions_by_id["accept-review"].isEnabled()


def test_what_another_program_saved_meanwhile_is_kept(opened, qtbot):
    wired = opened(SMALL)
    wired.workspace.selection.select("papers")
    press(wired, qtbot, KEYS.Key_Delete)
    path = wired.workspace.opened.path
    path.write_text(text_of(wired).replace("小报", "大报"), encoding="utf-8")
    qtbot.waitUntil(lambda: wired.workspace.briefing.title == "大报")
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert text_of(wired) == SMALL.replace("小报", "大报")


def written_by_another(wired, qtbot, old, new):
    """Another program saves the file, and the window reads it."""
    path = wired.workspace.opened.path
    text = path.read_text("utf-8").replace(old, new)
    assert new in text
    path.write_text(text, encoding="utf-8")
    wired.filing.reload()
    qtbot.waitUntil(lambda: wired.workspace.opened.digest == hash(text.encode()))


def test_what_another_program_saves_while_a_sheet_is_open_is_merged(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    written_by_another(wired, qtbot, "title: 服务", "title: 便民服务")
    sheet.fields["label"].setText("受理热线")
    confirm(wired, qtbot, sheet)
    merged = DOUBTED.replace("label: 本月", "label: 受理热线")
    assert text_of(wired) == merged.replace("title: 服务", "title: 便民服务")
    written_by_another(wired, qtbot, "title: 街道月报", "title: 街道简报")
    press(wired, qtbot, KEYS.Key_Z, CTRL)  # takes back its own edit alone
    others = DOUBTED.replace("title: 服务", "title: 便民服务")
    assert text_of(wired) == others.replace("title: 街道月报", "title: 街道简报")


def test_of_two_hands_on_one_field_the_sheet_asks_which_counts(opened, qtbot):
    wired = opened(DOUBTED)
    wired.workspace.selection.select("calls")
    press(wired, qtbot, KEYS.Key_F2)
    sheet = sheet_of(wired, qtbot)
    sheet.fields["label"].setText("受理热线")
    written_by_another(wired, qtbot, "label: 本月", "label: 来电")
    theirs = text_of(wired)
    sheet.agree.click()
    assert sheet.isVisible()
    assert "再按一次" in sheet.verdict.text()
    assert sheet.fields["label"].text() == "受理热线"
    assert text_of(wired) == theirs
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    confirm(wired, qtbot, sheet)
    assert text_of(wired) == theirs.replace("label: 来电", "label: 受理热线")
    written_by_another(wired, qtbot, "label: 受理热线", "label: 电话")
    press(wired, qtbot, KEYS.Key_Z, CTRL)
    assert "label: 电话" in text_of(wired)  # told, not undone over what another wrote
    assert wired.window.issues.isVisible()


COMPARED = """briefing: 1
title: 码头
sections:
  - id: quay
    title: 码头
    passage: 夏季停靠船舶640艘，冬季停靠船舶160艘。
    metrics:
      - {id: summer, label: 夏季停靠船舶, value: 640, unit: 艘, cite: 夏季停靠船舶640艘}
      - {id: winter, label: 冬季停靠船舶, value: 160, unit: 艘, cite: 冬季停靠船舶160艘}
"""


def test_a_comparison_is_the_first_edit_of_a_file(opened, appearance, qtbot):
    wired = opened(COMPARED)
    comparing = Comparing(
        wired.window, wired.workspace, appearance, wired.window.findChild(Editing)
    )
    comparing.offer([("summer", "winter")])
    comparing.handlers()["keep-comparison"]()
    confirm(wired, qtbot, sheet_of(wired, qtbot))
    assert "computed: 640 ÷ 160" in text_of(wired)


def test_a_section_is_renamed_and_left_out_of_the_talk_on_one_sheet(opened, qtbot):
    wired = opened(SMALL)
    wired.window.actions_by_id["edit-section"].trigger()
    sheet = sheet_of(wired, qtbot)
    sheet.fields["title"].setText("第一节：文件")
    sheet.fields["present"].setCurrentIndex(1)
    sheet.agree.click()
    written = SMALL.replace("title: 第一节", "title: 第一节：文件\n    present: false")
    assert text_of(wired) == written


def test_a_section_is_parted_at_the_paragraph_of_the_selected_figure_and_joined(opened, qtbot):
    wired = opened(SMALL)
    assert not wired.window.actions_by_id["split-section"].isEnabled()
    wired.workspace.selection.select("caught")
    wired.window.actions_by_id["split-section"].trigger()
    sheet = sheet_of(wired, qtbot)
    sheet.fields["title"].setText("抓获")
    sheet.agree.click()
    qtbot.waitUntil(lambda: len(wired.workspace.briefing.sections) == 3)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    first, second = wired.workspace.briefing.sections[:2]
    assert [len(first.metrics), second.title, second.metrics[0].id] == [2, "抓获", "caught"]
    wired.workspace.show_section(1)
    wired.window.actions_by_id["join-section"].trigger()
    qtbot.waitUntil(lambda: len(wired.workspace.briefing.sections) == 2)
    assert len(wired.workspace.briefing.sections[0].metrics) == 3


@pytest.mark.qt_log_ignore("does not support")  # menus, off screen
def test_the_menu_of_the_passage_parts_a_section_at_the_paragraph_under_the_pointer(opened, qtbot):
    wired = opened(SMALL)
    pane, section = wired.window.passage, wired.workspace.section
    entry = wired.window.actions_by_id["split-section"].text()

    def offered(words):
        """The entry of the menu that is opened over these words."""
        at = section.passage.text.index(words)
        place = pane.places(Span(at, at + len(words)))[0].center().toPoint()
        pane.customContextMenuRequested.emit(place)
        menu = QApplication.activePopupWidget()
        return next(action for action in menu.actions() if action.text() == entry)

    wired.workspace.selection.select("total")
    first, last = section.passage.paragraphs[0], section.passage.paragraphs[-1]
    assert not offered(section.passage.text[first.start : first.start + 2]).isEnabled()
    QApplication.activePopupWidget().close()
    offered(section.passage.text[last.start : last.start + 2]).trigger()
    sheet = sheet_of(wired, qtbot)
    assert section.passage.text[last.start :].startswith(sheet.fields["title"].text().rstrip("…"))


def chart_menu(wired, entry):
    pane = wired.window.findChild(ChartsPane)
    menu = pane.menu.of(pane.column.scenes[0], wired.appearance.style)
    wanted = wired.appearance.style.words(entry)
    next(action for action in menu.actions() if action.text() == wanted).trigger()


def test_the_menu_of_a_chart_speaks_of_the_figure_it_is_opened_on(opened, qtbot):
    wired = opened(SMALL)
    scene = wired.window.findChild(ChartsPane).column.scenes[0]
    selected, other = list(scene.by_key)[:2]
    wired.workspace.selection.select(selected)
    style = wired.appearance.style

    def lead(key):
        menu = wired.window.findChild(ChartsPane).menu.of(scene, style, key)
        texts = {action.text() for action in menu.actions()}
        menu.close()
        marks = (scene.by_key[selected], scene.by_key[other])
        said = {mark.label: style.words("edit.figure-lead", label=mark.label) for mark in marks}
        return [label for label, text in said.items() if text in texts]

    assert lead(other) == [scene.by_key[other].label]
    assert lead("") == [scene.by_key[selected].label]


def test_the_base_of_a_chart_is_that_of_its_changes_alone(opened, qtbot):
    wired = opened(GROWN)
    chart_menu(wired, "edit.chart-versus")
    sheet = sheet_of(wired, qtbot)
    sheet.fields["versus"].setText("上月")
    sheet.agree.click()
    settled = wired.window.findChild(Editing)
    qtbot.waitUntil(lambda: text_of(wired) != GROWN)
    qtbot.waitUntil(settled.can_edit)
    based = {metric.id: metric.versus for metric in wired.workspace.section.metrics}
    assert based == {"calls": None, "more": "上月", "walks": None, "fewer": "上月"}
    chart = wired.window.findChild(ChartsPane).column.scenes[-1]
    menu = wired.window.findChild(ChartsPane).menu.of(chart, wired.appearance.style)
    said = wired.appearance.style.words("edit.chart-versus")
    assert not next(action for action in menu.actions() if action.text() == said).isEnabled()
    menu.close()


def test_a_figure_leads_its_section_until_it_does_not(opened, qtbot):
    wired = opened(GROWN)
    scene = wired.window.findChild(ChartsPane).column.scenes[0]
    for entry, lead in (("edit.figure-lead", "calls"), ("edit.figure-lead-not", "")):
        menu = wired.window.findChild(ChartsPane).menu.of(scene, wired.appearance.style, "calls")
        said = wired.appearance.style.words(entry, label="受理热线")
        next(action for action in menu.actions() if action.text() == said).trigger()
        qtbot.waitUntil(lambda lead=lead: wired.workspace.section.lead == lead)
        qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    assert text_of(wired) == GROWN


def test_a_chart_is_made_ones_own_and_offers_only_kinds_that_are_honest(opened, qtbot):
    wired = opened(SMALL)
    chart_menu(wired, "edit.chart-change")
    sheet = sheet_of(wired, qtbot)
    sheet.fields["title"].setText("成果")
    sheet.agree.click()
    qtbot.waitUntil(lambda: bool(wired.workspace.section.charts))
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    qtbot.waitUntil(lambda: not wired.window.findChildren(EditSheet))
    chart_menu(wired, "edit.chart-change")
    box = sheet_of(wired, qtbot).fields["chart-kind"]
    kinds = [box.itemData(at) for at in range(box.count())]
    line = kinds.index("line")
    assert box.model().item(kinds.index("cards")).isEnabled()
    assert not box.model().item(line).isEnabled()
    assert box.itemData(line, Qt.ItemDataRole.ToolTipRole)
    assert wired.workspace.section.charts[0].title == "成果"


def test_a_number_that_is_marked_as_unused_is_one_click_from_being_used(opened, qtbot):
    wired = opened(SMALL)
    wired.workspace.show_section(1)
    wired.window.actions_by_id["coverage"].trigger()
    pane = wired.window.passage
    marked = pane._marks.unused[0]
    place = pane._marks.places(marked)[0].center().toPoint()
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sheet = sheet_of(wired, qtbot)
    assert dict(sheet.texts())["value"] == "八成"
    sheet.reject()


FAULTY = """\
briefing: 1
title: 草稿
sections:
  - id: one
    title: 导语
    passage: |
      一季度接待游客 38 万人次，同比增长 6.2%，旅游收入 2.4 亿元，其中门票 0.9 亿元。第 1 页

      新开民宿 57 家，退出不超过 3 家。
    metrics:
      - {id: guests, label: 一季度, value: 83万, unit: 人次, cite: 接待游客 38 万人次}
      - {id: growth, label: 增长, value: 6.2, unit: "%", kind: change, review: 没有说与什么相比,
         cite: 同比增长 6.2%}
      - {id: income, label: 旅游收入, value: 2.4亿, unit: 元, review: 单位存疑,
         cite: 旅游收入 2.4 亿元}
      - {id: tickets, label: 门票, value: 0.9亿, unit: 元, cite: 门票 0.9 亿元}
      - {id: page, label: 页, value: 1, unit: 页, cite: 第 1 页}
      - {id: left, label: 退出, value: 3, unit: 家, qualifier: at_most, cite: 不超过 3 家}
    charts:
      - {title: 图, metrics: [income, left]}
      - {title: 其他, metrics: [tickets]}
"""


def fill(wired, qtbot, **texts):
    sheet = sheet_of(wired, qtbot)
    for key, text in texts.items():
        sheet.fields[key].setText(text)
    confirm(wired, qtbot, sheet)
    qtbot.waitUntil(lambda: not wired.window.findChildren(EditSheet))


def say(wired, qtbot, action, **texts):
    """An action, and the texts of the sheet that it opens."""
    wired.window.actions_by_id[action].trigger()
    sheet = sheet_of(wired, qtbot)
    for key, text in texts.items():
        sheet.fields[key].setText(text)
    sheet.agree.click()
    qtbot.waitUntil(lambda: not wired.window.findChildren(EditSheet))
    settled(wired, qtbot)


def settled(wired, qtbot):
    """What was written is shown."""
    written = hash(text_of(wired).encode())
    qtbot.waitUntil(lambda: wired.workspace.opened.digest == written)
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)


def choose(wired, qtbot, title, said):
    """An entry of the menu of a chart."""
    pane = wired.window.findChild(ChartsPane)
    scene = next(one for one in pane.column.scenes if one.title == title)
    menu = pane.menu.of(scene, wired.window.findChild(Editing)._appearance.style)
    entries = [*menu.actions(), *(a for sub in menu.findChildren(QMenu) for a in sub.actions())]
    next(entry for entry in entries if entry.text() == said).trigger()
    menu.close()


def mend_the_figures(wired, qtbot):
    """Value and label by the list of issues, the others where the reader stands."""
    wired.filing.show_issues(True)
    rows = wired.window.issues.list
    rows.setCurrentRow(0)
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    QTest.keyClick(rows, KEYS.Key_F2)
    fill(wired, qtbot, label="接待游客", value="38万")
    qtbot.waitUntil(lambda: wired.workspace.refused is None)
    wired.workspace.selection.select("page")
    press(wired, qtbot, KEYS.Key_Delete)
    wired.workspace.selection.select("growth")
    press(wired, qtbot, KEYS.Key_F2)
    fill(wired, qtbot, label="游客增速", versus="上年同期")
    press(wired, qtbot, KEYS.Key_A, CTRL_SHIFT)
    wired.workspace.selection.select("income")
    press(wired, qtbot, KEYS.Key_A, CTRL_SHIFT)
    select_words(wired, qtbot, "57 家")
    press(wired, qtbot, KEYS.Key_Return)
    fill(wired, qtbot, label="新开民宿")
    wired.window.findChild(Relating).begin("whole", "tickets")
    wired.workspace.selection.select("income", "passage")
    settled(wired, qtbot)


def test_a_first_draft_is_mended_in_the_window_alone(opened, qtbot):
    """Twelve faults: a value, two labels, a base, two doubts, a page number, a number that is
    missing, a part without its whole, a figure in the wrong chart, the titles of chart, section and
    report, and two subjects in one section."""
    wired = opened(SMALL)
    wired.workspace.opened.path.write_text(FAULTY, encoding="utf-8")
    qtbot.waitUntil(lambda: wired.workspace.refused is not None)  # 83 is not what the report says
    wired.window.issues.anyway.click()
    qtbot.waitUntil(wired.window.findChild(Editing).can_edit)
    mend_the_figures(wired, qtbot)
    wired.workspace.selection.select("income")
    qtbot.waitUntil(
        lambda: any(s.title == "图" for s in wired.window.findChild(ChartsPane).column.scenes)
    )
    choose(wired, qtbot, "图", "其他")  # the figure goes to its part
    settled(wired, qtbot)
    choose(wired, qtbot, "其他", "改图表…")
    sheet = sheet_of(wired, qtbot)
    sheet.fields["title"].setText("收入")
    sheet.agree.click()
    settled(wired, qtbot)
    say(wired, qtbot, "edit-section", title="旅游")
    wired.workspace.selection.select("left")
    say(wired, qtbot, "split-section", title="民宿")
    say(wired, qtbot, "edit-report", title="一季度旅游简报")
    made = wired.workspace.opened
    assert [issue for issue in made.issues if issue.severity is not Severity.NOTE] == []
    first, second = made.briefing.sections
    assert [(m.label, m.point.written, m.versus, m.of, m.review) for m in first.metrics] == [
        ("接待游客", "38万", None, None, ""),
        ("游客增速", "6.2", "上年同期", None, ""),
        ("旅游收入", "2.4亿", None, None, ""),
        ("门票", "0.9亿", None, "income", ""),
    ]
    assert [(one.title, one.metrics) for one in first.charts] == [("收入", ("tickets", "income"))]
    assert {metric.label for metric in second.metrics} == {"退出", "新开民宿"}
    assert (made.briefing.title, first.title, second.title) == ("一季度旅游简报", "旅游", "民宿")


def test_nothing_is_edited_while_a_room_looks_on(opened):
    wired = opened(SMALL)
    editing = wired.window.findChild(Editing)
    wired.workspace.selection.select("papers")
    editing.hold(True)
    assert not wired.window.actions_by_id["edit-figure"].isEnabled()
    editing.hold(False)
    assert wired.window.actions_by_id["edit-figure"].isEnabled()
