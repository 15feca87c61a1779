from __future__ import annotations

from viewer.present.menu import key_menu
from viewer.talk import KEYS, Command
from viewer.words import load


def test_the_menu_has_every_command_of_the_table_with_its_keys(opened) -> None:  # type: ignore[no-untyped-def]
    console = opened().windows.console
    actions = key_menu(console, load("zh_CN")).actions()
    assert [a.data() for a in actions] == [r.command for r in KEYS if r.command is not Command.STAY]
    assert actions[0].text() == "下一步\t→、↓"


def test_a_command_chosen_from_the_menu_is_done(opened) -> None:  # type: ignore[no-untyped-def]
    session = opened()
    session.windows.console.asked.emit("last")
    assert session.state.place == session.room.talk.run - 1
    session.windows.console.asked.emit("clock")
    assert not session.timing.clock.running
