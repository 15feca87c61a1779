import pytest
from PySide6.QtCore import QPoint, Qt

from tests.pixels import count
from tests.window.whole import wire_whole
from viewer.loading import LateProver
from viewer.resources import bundled
from viewer.settings import load_settings
from viewer.start_options import Start
from viewer.startup import charts, figures
from viewer.window.actions import ACTIONS
from viewer.window.figures.charts import ChartsPane
from viewer.window.figures.table import FigureTable
from viewer.window.navigation.searching import Searching
from viewer.window.wiring import wire


@pytest.fixture
def wired(qtbot, appearance, settings, sample):
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.workspace.take(sample)
    wired.window.show()
    qtbot.waitExposed(wired.window)
    return wired


def charts_of(wired):
    return wired.window.findChild(ChartsPane, "charts")


def ask(wired, name):
    wired.window.actions_by_id[name].trigger()


def test_every_action_of_the_window_does_something(wired):
    above = {"present", "present-here", "export", "new", "print"}
    for row in ACTIONS:
        action = wired.window.actions_by_id[row.id]
        heard = action.receivers("2triggered(bool)") > 0
        assert heard or row.id in above, row.id


def test_no_two_actions_share_a_key():
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_what_needs_a_briefing_waits_for_one(qtbot, appearance, settings):
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    qtbot.addWidget(wired.window)
    assert not wired.window.actions_by_id["export"].isEnabled()
    talks = [row.id for row in ACTIONS if row.menu == "talk"]
    assert not any(wired.window.actions_by_id[name].isEnabled() for name in talks)
    assert not wired.window.topbar.present.isEnabled()
    assert wired.window.windowTitle() == "简报阅览"


def test_a_figure_selected_in_the_words_is_selected_in_every_pane(wired, qtbot):
    ask(wired, "next-section")
    pane = wired.window.passage
    figure = wired.workspace.figures()[0]
    places = pane._marks.places(figure.quantity.words)
    pane.verticalScrollBar().setValue(0)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=places[0].center().toPoint())
    assert wired.workspace.selection.key == figure.key
    table = wired.window.findChild(FigureTable)
    ask(wired, "table")
    assert table.selectionModel().hasSelection()
    assert figure.quantity.words.of(wired.workspace.section.passage.text) in (
        wired.window.status.selection.accessibleName()
    )


def test_a_mark_selected_in_the_charts_is_selected_in_the_words(wired):
    key = wired.workspace.figures()[2].key
    charts_of(wired).selected.emit(key)
    assert wired.workspace.selection.key == key
    assert wired.window.passage._marks.selected == key


def test_esc_lets_go_everywhere(wired):
    ask(wired, "next-figure")
    assert wired.workspace.selection.key
    ask(wired, "let-go")
    assert wired.workspace.selection.key == ""
    assert wired.window.passage._marks.selected == ""
    assert wired.window.status.selection.accessibleName() == ""


def test_every_section_and_figure_can_be_reached_by_keys(wired, sample):
    seen = set()
    for _ in range(200):
        before = wired.workspace.selection.key
        ask(wired, "next-figure")
        if wired.workspace.selection.key == before:
            break
        seen.add(wired.workspace.selection.key)
    assert seen == set(sample.proof.figures)


def test_the_window_says_everything_in_english_at_once(wired, appearance):
    ask(wired, "language-en")
    window = wired.window
    assert window.sidebar.proof.said.text() == "● 43 / 43 figures agree with the original"
    assert window.topbar.charts.text() == "Charts"
    assert window.status.place.text() == "Section 1 / 4"
    assert window.windowTitle().endswith("Briefing Viewer")
    ask(wired, "language-zh_CN")
    assert (
        "43 / 43" in window.sidebar.proof.said.text() and "原文" in window.sidebar.proof.said.text()
    )


def test_zoom_scales_words_and_comes_back(wired):
    before = wired.window.passage.document().defaultFont().pixelSize()
    ask(wired, "zoom-in")
    assert wired.window.passage.document().defaultFont().pixelSize() > before
    assert "110%" in wired.window.status.state.text()
    ask(wired, "zoom-reset")
    assert wired.window.passage.document().defaultFont().pixelSize() == before


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_link_works_in_every_theme(wired, appearance, theme):
    ask(wired, f"theme-{theme}")
    assert appearance.style.palette.theme == theme
    ask(wired, "next-figure")
    image = wired.window.passage.viewport().grab().toImage()
    assert count(image, appearance.style.palette.selected)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_lane_of_the_scroll_bar_has_the_colour_of_its_pane(wired, appearance, theme):
    ask(wired, f"theme-{theme}")
    bar = wired.window.charts.verticalScrollBar()
    corner = wired.window.grab(bar.rect().translated(bar.mapTo(wired.window, QPoint())))
    at = round(bar.width() * corner.devicePixelRatio()) - 1, 2
    assert corner.toImage().pixelColor(*at).name() == appearance.style.palette.pane


def test_the_table_takes_the_place_of_the_charts(wired):
    ask(wired, "table")
    assert wired.window.charts_place.currentWidget() is wired.window.findChild(FigureTable)
    ask(wired, "table")
    assert wired.window.charts_place.currentWidget() is charts_of(wired)


def test_a_table_asked_for_before_there_is_one_comes_with_it(qtbot, appearance, settings, sample):
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    qtbot.addWidget(wired.window)
    wired.workspace.take(sample)
    ask(wired, "table")
    for stage in (figures, charts):
        stage.bring_in(wired, settings, Start(bundled("shandong-2020.yaml")))
    assert isinstance(wired.window.charts_place.currentWidget(), FigureTable)


def test_numbers_that_no_figure_uses_can_be_marked(wired):
    assert wired.window.passage._marks.unused == ()
    ask(wired, "coverage")
    text = wired.workspace.section.passage.text
    marks = wired.window.passage._marks
    assert "2020年" in [span.of(text) for span in marks.asides]
    assert "2020年" not in [span.of(text) for span in marks.unused]


def test_find_marks_words_and_counts_in_the_sidebar(wired, qtbot):
    box = wired.window.topbar.find_box
    box.asked.emit("80%")
    qtbot.waitUntil(lambda: not wired.window.findChild(Searching).finder.busy)
    assert wired.window.findChild(Searching).finder.counts() == (0, 0, 0, 1)
    assert wired.workspace.number == 3
    assert box.count.text() == "1 / 1"


def test_what_was_chosen_is_there_at_the_next_start(wired, settings, tmp_path):
    ask(wired, "theme-dark")
    ask(wired, "zoom-in")
    ask(wired, "next-section")
    wired.window.close()
    again = load_settings(tmp_path / "settings.json")
    assert again.text("theme") == "dark"
    assert again.number("zoom") == 1.1
    assert again.section_of(wired.workspace.opened.path) == wired.workspace.section.id
    assert again.text("geometry")


def test_every_pane_and_control_has_a_name_for_a_screen_reader(wired):
    window = wired.window
    panes = (window.sidebar, window.passage, window.findChild(FigureTable), charts_of(wired))
    assert [pane.objectName() for pane in panes] == ["sidebar", "passage", "table", "charts"]
    controls = (window.topbar.find_box.line, window.topbar.menu, window.sidebar.list)
    assert all(one.accessibleName() for one in (*panes, *controls))
    buttons = (window.topbar.charts, window.topbar.table, window.topbar.present)
    assert all(button.text() for button in buttons)


def test_many_sections_later_there_are_no_more_widgets(wired, qapp):
    def widgets():
        return len(qapp.allWidgets())

    for _ in range(8):
        ask(wired, "next-section")
    before = widgets()
    for number in range(40):
        wired.workspace.show_section(number % 4)
    assert widgets() == before


def test_an_english_title_keeps_its_weight_with_its_marks_narrow(wired):
    label = wired.window.topbar.title
    plain = label.font()
    label.show_title("The harbour’s “quiet” year")
    assert label.font().families()[0] == "Briefing Sans Latin"
    assert (label.font().weight(), label.font().pixelSize()) == (plain.weight(), plain.pixelSize())
    label.show_title("“一号工程”")
    assert label.font().families() == plain.families()
    assert label.font().weight() == plain.weight()
