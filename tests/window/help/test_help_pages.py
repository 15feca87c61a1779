"""The pages that explain: help by the focus, settings that hold at once, about, what is new."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextTable
from PySide6.QtWidgets import QCheckBox, QComboBox

import viewer
from viewer.datafile.fields import RECORDS
from viewer.export.table import EXPORTS
from viewer.i18n import load
from viewer.loading import LateProver
from viewer.settings import Settings
from viewer.talk import face
from viewer.talk.keys import KEYS
from viewer.window.actions import ACTIONS
from viewer.window.appearance import WindowAppearance
from viewer.window.help.about_dialog import AboutDialog
from viewer.window.help.help_pages import HelpPages
from viewer.window.help.help_text import PAGES, Shape, found_in, page
from viewer.window.help.help_window import HelpWindow
from viewer.window.settings_dialog import CHOICES, OFFERS, ROWS, SettingsDialog
from viewer.window.wiring import Wired, wire


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings) -> Wired:
    appearance.dress_application()
    wired = wire(appearance, settings, LateProver())
    appearance.changed.emit(appearance.style)
    pages = HelpPages(wired.window, appearance, settings)
    qtbot.addWidget(wired.window)
    for name, done in pages.handlers().items():
        wired.window.actions_by_id[name].triggered.connect(done)
    wired.window.show()
    return wired


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_page_has_a_title_and_no_field_is_left_open(language: str) -> None:
    for name in PAGES:
        blocks = page(name, load(language))
        assert blocks[0].shape is Shape.TITLE
        assert not any("{" in block.text for block in blocks if block.shape is not Shape.ROW)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_tables_of_the_program_are_shown_as_they_stand(language: str) -> None:
    words = load(language)
    terms = {name: {b.term for b in page(name, words) if b.shape is Shape.ROW} for name in PAGES}
    assert terms["data-file"] == {field.key for rows in RECORDS.values() for field in rows}
    assert {face(row.keys[0]) for row in ACTIONS if row.keys} <= {
        key for term in terms["keys"] for key in term.split(" / ")
    }
    assert len(terms["presenting"]) == len(KEYS)
    assert len(terms["exports"]) == len(EXPORTS)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_page_on_editing_names_the_key_of_every_correction(language: str) -> None:
    said = " ".join(block.text for block in page("editing", load(language)))
    for name in ("edit-figure", "add-figure", "remove-figure", "undo", "redo", "review-next"):
        (row,) = (row for row in ACTIONS if row.id == name)
        assert face(row.keys[0]) in said


def test_a_search_finds_the_pages_that_hold_every_word(qtbot, style) -> None:
    assert found_in(page("presenting", style.words), "控制台 时长")
    assert not found_in(page("exports", style.words), "控制台 时长")
    window = HelpWindow(None, style, "keys")
    qtbot.addWidget(window)
    assert window.list.currentItem().data(Qt.ItemDataRole.UserRole) == "keys"
    window.query.setText("存疑")
    names = [window.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(window.list.count())]
    assert "drafting" in names and "exports" not in names


@pytest.mark.parametrize(
    ("pane", "title"),
    [("passage", "原文与图表的对应"), ("issues", "数据文件"), ("start", "第一步")],
)
def test_f1_opens_the_page_of_what_has_the_focus(wired: Wired, pane: str, title: str) -> None:
    wired.window.show_briefing(pane != "start")
    if pane == "issues":
        wired.window.issues.show()
    widget = {
        "passage": wired.window.passage,
        "issues": wired.window.issues.close_button,
        "start": wired.window.start.open,
    }[pane]
    widget.setFocus()
    wired.window.actions_by_id["help"].trigger()
    window = wired.window.findChild(HelpWindow)
    assert window is not None
    assert window.reader.accessibleName() == title
    assert title in window.reader.toPlainText()


def test_f1_in_a_dialog_opens_the_page_of_that_dialog(wired: Wired, qtbot) -> None:
    wired.window.actions_by_id["settings"].trigger()
    dialog = wired.window.findChild(SettingsDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.query, Qt.Key.Key_F1)
    assert dialog.findChild(HelpWindow) is not None


def test_a_setting_holds_at_once_and_all_are_reset(
    wired: Wired, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(OFFERS, "editor", lambda: ("kate -l {line} {file}",))
    wired.window.actions_by_id["settings"].trigger()
    dialog = wired.window.findChild(SettingsDialog)
    assert dialog is not None
    theme, language = dialog.fields["theme"], dialog.fields["language"]
    assert isinstance(theme, QComboBox) and isinstance(language, QComboBox)
    theme.setCurrentIndex(theme.findData("contrast"))
    assert wired.appearance.style.palette.theme == "contrast"
    language.setCurrentIndex(language.findData("en"))
    assert wired.appearance.style.words.language == "en"
    motion, remember = dialog.fields["window-motion"], dialog.fields["remember"]
    assert isinstance(motion, QComboBox) and isinstance(remember, QCheckBox)
    motion.setCurrentIndex(motion.findData("reduced"))
    assert wired.appearance.style.motion is False
    remember.setChecked(False)
    editor = dialog.fields["editor"]
    assert isinstance(editor, QComboBox)
    assert [editor.itemText(at) for at in range(editor.count())] == ["", "kate -l {line} {file}"]
    editor.setEditText("gedit")
    editor.lineEdit().editingFinished.emit()
    assert (settings.text("editor"), settings.flag("remember")) == ("gedit", False)
    dialog.reset()
    assert all(settings_value(settings, one.key) == ROWS[one.key].default for one in CHOICES)
    assert (editor.currentText(), remember.isChecked()) == ("", True)
    assert wired.appearance.style.motion is True
    assert wired.appearance.style.words.language == "zh_CN"


def settings_value(settings: Settings, key: str) -> object:
    return settings.flag(key) if isinstance(ROWS[key].default, bool) else settings.text(key)


def test_settings_are_found_by_their_explanations(qtbot, style, settings: Settings) -> None:
    dialog = SettingsDialog(None, style, settings)
    qtbot.addWidget(dialog)
    dialog.query.setText("VISUAL")
    shown = [key for key, field in dialog.fields.items() if not field.isHidden()]
    assert shown == ["editor"]
    dialog.query.setText("")
    assert all(not field.isHidden() for field in dialog.fields.values())


def test_about_names_every_licence_and_its_diagnostics_can_be_copied(
    qtbot, style, monkeypatch
) -> None:
    monkeypatch.setattr("viewer.window.help.about_dialog.examine", lambda *_: iter(()))
    dialog = AboutDialog(None, style)
    qtbot.addWidget(dialog)
    said = dialog.licences.toPlainText()
    for part in ("LGPL", "PySide6-Essentials", "pyqtgraph", "SIL OPEN FONT LICENSE", "MIT"):
        assert part in said
    assert "—\n" not in said  # each part has a licence, those too that name it by class only
    dialog.show()
    dialog.tabs.setCurrentWidget(dialog.licences)
    assert dialog.licences.verticalScrollBar().value() == 0
    qtbot.waitUntil(dialog.copy.isEnabled)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == style.words("doctor.sound")


def test_the_words_of_all_tables_of_a_page_begin_at_one_place(qtbot, style) -> None:
    window = HelpWindow(None, style, "keys")
    qtbot.addWidget(window)
    window.show()
    document = window.reader.document()
    tables = [t for t in document.rootFrame().childFrames() if isinstance(t, QTextTable)]
    places = document.documentLayout().blockBoundingRect
    firsts = {round(places(t.cellAt(0, 1).firstCursorPosition().block()).left()) for t in tables}
    assert len(tables) > 3 and len(firsts) == 1


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_is_new_speaks_of_this_version_in_the_language_of_the_interface(language) -> None:
    title, *rest = page("whats-new", load(language))
    assert title.shape is Shape.TITLE and viewer.__version__ in title.text
    assert sum(block.shape is Shape.ITEM for block in rest) > 10
    assert any("\u4e00" <= letter <= "\u9fff" for letter in rest[1].text) is (language == "zh_CN")


def test_what_is_new_says_the_same_in_both_languages() -> None:
    shapes = [[one.shape for one in page("whats-new", load(code))] for code in ("zh_CN", "en")]
    assert shapes[0] == shapes[1]
