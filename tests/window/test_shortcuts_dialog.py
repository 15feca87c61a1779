from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from viewer.window.actions import ACTIONS, MENUS
from viewer.window.shortcuts_dialog import PANE_KEYS, KeysPage, rows_of


def test_every_key_of_the_window_is_listed_once_as_it_is_printed_on_the_keys(style) -> None:  # type: ignore[no-untyped-def]
    rows = [row for menu in MENUS for row in rows_of(menu, style)]
    with_keys = [action for action in ACTIONS if action.keys]
    assert len(rows) == len(with_keys) + len(PANE_KEYS)
    keys = [keys for keys, _ in rows]
    assert len(set(keys)) == len(keys)
    assert "Ctrl →" in keys and "Ctrl PgDn / Alt ↓" in keys


def test_the_page_shows_them_all_by_menu_and_names_the_page_of_a_talk(qtbot, style) -> None:  # type: ignore[no-untyped-def]
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1440, 900)
    page = KeysPage(parent, style)
    said = [label.text() for label in page.findChildren(QLabel)]
    for menu in MENUS:
        assert style.words(f"menu.{menu}") in said
        assert {text for row in rows_of(menu, style) for text in row} <= set(said)
    assert style.words("keys.talk") in said
