"""The margin of the passage: where figures do not agree together, and what is lit with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip

from tests.pixels import count
from tests.proof.checks.test_check_relations import SOUND, file_with
from viewer.i18n import load
from viewer.pipeline import Opened, open_briefing
from viewer.window.passage.passage_pane import PassagePane, ShownPassage
from viewer.window.view_models import margin_notes, proof_line

WORDS = load("zh_CN")
WRONG = "kind: sum, total: now, parts: [one, before]"


def opened_with(folder: Path, *relations: str) -> Opened:
    file = folder / "related.yaml"
    file.write_text(file_with(*relations), encoding="utf-8")
    return open_briefing(file)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return opened_with(tmp_path, *SOUND, WRONG)


@pytest.fixture
def pane(qtbot, style, opened):
    pane = PassagePane()
    qtbot.addWidget(pane)
    pane.resize(560, 700)
    pane.apply_style(style)
    section = opened.briefing.sections[0]
    figures = tuple(sorted(opened.proof.figures.values(), key=lambda f: f.quantity.span))
    notes = margin_notes(opened, section, WORDS)
    pane.show_passage(ShownPassage(section.title, section.passage, figures, {}, notes=notes))
    pane.show()
    qtbot.waitExposed(pane)
    pane.setFocus()
    return pane


def test_the_proof_line_counts_the_recomputed_relations(opened):
    line = proof_line(opened)
    assert (line.relations.judged, line.relations.disagreeing) == (5, 1)


def test_only_what_does_not_agree_has_a_mark_at_its_paragraph(pane, opened):
    (note,) = margin_notes(opened, opened.briefing.sections[0], WORDS)
    assert note.paragraph == opened.briefing.sections[0].passage.paragraphs[0]
    assert note.keys == {"now", "one", "before"}
    (mark,) = pane.margin.marks
    assert mark.text() == "≠"
    first = pane._marks.places(note.paragraph)[0]
    assert first.top() <= mark.geometry().center().y() <= first.bottom()
    assert mark.geometry().right() < first.left()


def test_an_explained_or_confirmed_relation_has_none(tmp_path):
    opened = opened_with(tmp_path, *SOUND, f"{WRONG}, known: 口径不同")
    assert margin_notes(opened, opened.briefing.sections[0], WORDS) == ()


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_focus_of_a_mark_lights_all_terms_and_shows_the_calculation(pane, qtbot):
    pane.window().activateWindow()  # on a display another window may be the active one
    qtbot.waitUntil(pane.isActiveWindow)
    (mark,) = pane.margin.marks
    with qtbot.waitSignal(pane.margin.shown) as told:
        mark.setFocus(Qt.FocusReason.TabFocusReason)
    assert told.args[0] == mark.note
    shown = QToolTip.text().replace("\u2060", "").replace("\u00a0", " ")
    assert "700人 + 1000人 = 1,700人 ≠ 1200人" in shown
    assert mark.note.said in mark.accessibleName()
    with qtbot.waitSignal(pane.margin.shown) as told:
        qtbot.keyClick(mark, Qt.Key.Key_Escape)
    assert told.args == [None]


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_click_gives_a_mark_the_focus(pane, qtbot):
    pane.window().activateWindow()  # on a display another window may be the active one
    qtbot.waitUntil(pane.isActiveWindow)
    (mark,) = pane.margin.marks
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert mark.hasFocus()


def test_lit_words_are_tinted_and_let_go_again(pane):
    def tinted() -> int:
        return count(pane.viewport().grab().toImage(), pane._style.palette.tint)

    assert tinted() == 0
    pane.light(frozenset({"now", "one", "before"}))
    three = tinted()
    pane.light(frozenset({"now"}))
    assert 0 < tinted() < three
    pane.light(frozenset())
    assert tinted() == 0


def test_the_mark_goes_with_the_passage(pane):
    section = ShownPassage("空", pane._shown.passage, (), {})
    pane.show_passage(section)
    assert pane.margin.marks == ()
