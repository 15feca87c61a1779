from PySide6.QtCore import Qt

from viewer.window.navigation.find import FindBox, Finder


def searched(qtbot, small, query, start=0, now=None):
    finder = Finder(None, now) if now else Finder(None)
    finder.search(small.briefing, query, start)
    qtbot.waitUntil(lambda: not finder.busy)
    return finder


def test_words_are_found_in_every_section_with_counts(qtbot, small):
    finder = searched(qtbot, small, "，")
    assert finder.counts() == (1, 1)


def test_a_number_is_found_however_it_is_written(qtbot, small):
    assert searched(qtbot, small, "80%").counts() == (1, 1)
    assert searched(qtbot, small, "16000").counts() == (1, 0)


def test_the_first_hit_is_the_one_at_or_after_the_open_section(qtbot, small):
    finder = searched(qtbot, small, "，", start=1)
    assert finder.current.section == 1


def test_steps_go_round_the_ends(qtbot, small):
    finder = searched(qtbot, small, "，")
    first = finder.current
    finder.step(1)
    assert finder.current != first
    finder.step(1)
    assert finder.current == first
    finder.step(-1)
    assert finder.current == finder.hits[-1]


def test_nothing_found_is_no_hit(qtbot, small):
    finder = searched(qtbot, small, "没有这个词")
    assert finder.counts() == (0, 0)
    assert finder.current is None
    finder.step(1)
    assert finder.current is None


def test_an_empty_query_ends_the_search(qtbot, small):
    finder = searched(qtbot, small, "，")
    finder.search(small.briefing, "")
    assert finder.counts() is None


def test_a_long_search_is_worked_off_in_slices(qtbot, small):
    ticks = iter(range(1_000))
    finder = Finder(None, lambda: float(next(ticks)))
    finder.search(small.briefing, "，")
    assert finder.busy
    qtbot.waitUntil(lambda: not finder.busy)
    assert finder.counts() == (1, 1)


def test_enter_asks_then_steps_and_escape_leaves(qtbot, style):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    box = FindBox(parent)
    box.apply_style(style)
    box.line.setText("80%")
    with qtbot.waitSignal(box.asked) as asked:
        qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert asked.args == ["80%"]
    with qtbot.waitSignal(box.stepped) as stepped:
        qtbot.keyClick(box.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert stepped.args == [-1]
    parent.show()
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.line.text() == ""


def test_a_number_is_not_found_within_a_longer_one_of_a_chart(qtbot, small):
    finder = Finder(None)
    finder.search(small.briefing, "35", 0, lambda number: [("a", "服务 1,350 人", None)])
    qtbot.waitUntil(lambda: not finder.busy)
    assert finder.hits == []
