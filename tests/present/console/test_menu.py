from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from viewer.present.console.menu import key_menu
from viewer.talk import KEYS, Command


def menu_of(group: QAction) -> QMenu:
    menu = group.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_has_every_command_of_the_table_with_its_keys(opened) -> None:
    session = opened()
    groups = key_menu(session.windows.console, session.room.console).actions()
    actions = [action for group in groups for action in menu_of(group).actions()]
    wanted = {row.command.value for row in KEYS if row.command is not Command.STAY}
    assert len(actions) == len(wanted)
    assert {action.data() for action in actions} == wanted
    assert actions[0].text() == "下一步\t→、PgDn"


def test_the_menu_is_short_enough_to_be_read_at_a_glance(opened) -> None:
    session = opened()
    groups = key_menu(session.windows.console, session.room.console).actions()
    assert len(groups) <= 7
    assert all(1 < len(menu_of(group).actions()) <= 10 for group in groups)


def test_a_command_chosen_from_the_menu_is_done(opened) -> None:
    session = opened()
    session.windows.console.asked.emit("last")
    assert session.state.place == session.room.talk.run - 1
    session.windows.console.asked.emit("clock")
    assert not session.timing.clock.running
