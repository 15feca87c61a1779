"""What a screen reader meets in the windows of a talk."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.accessible import unnamed
from viewer.present.audience import Audience
from viewer.present.console.console_window import Console
from viewer.present.console.status_strip import Times
from viewer.present.displays.display_chooser import Chooser, StartOptions
from viewer.present.presentation_model import Room
from viewer.rendering import announce as announcing
from viewer.rendering.spots import install_spots
from viewer.rendering.style import Style
from viewer.talk import Blank, Panel, TalkState, name_of


def parts_of(widget: QWidget) -> list[QAccessibleInterface]:
    install_spots()
    node = QAccessible.queryAccessibleInterface(widget)
    assert node is not None
    return [node.child(at) for at in range(node.childCount())]


def names_of(widget: QWidget) -> list[str]:
    return [part.text(QAccessible.Text.Name) for part in parts_of(widget)]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    class Heard:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Heard)
    return said


@pytest.fixture
def console(room: Room, qtbot) -> Console:
    install_spots()  # as at the start of the program: Qt may keep how a widget was read before
    console = Console(room)
    qtbot.addWidget(console)
    console.resize(1280, 800)
    return console


def test_the_console_reads_its_times_steps_and_keys(console: Console, room: Room) -> None:
    console.show_state(TalkState(), audience=True)
    console.bar.show_times(Times(now="10:05", elapsed=65, planned=600, behind=90))
    assert any("10:05" in name for name in names_of(console.bar))
    assert any("1:05" in name and "10:00" in name for name in names_of(console.bar))
    assert len(names_of(console.segments)) == len(room.talk.beats)
    assert all(names_of(console.hints))
    assert console.notes.text.accessibleName() == "备注"
    assert console.next.accessibleName() == "下一步"
    assert console.next.accessibleDescription()
    assert all(part.accessibleName() for part in (console.bar, console.signs, console.segments))


def test_times_are_told_as_seen_though_each_word_has_no_place_of_its_own(console: Console) -> None:
    console.show()
    console.show_state(TalkState(), audience=True)
    console.bar.show_times(Times(now="10:05", elapsed=65, planned=600, behind=90))
    states = [part.state() for part in parts_of(console.bar)]
    assert states and not any(state.offscreen or state.invisible for state in states)


def test_each_step_is_announced_once_and_selected_in_the_run(
    console: Console, announced: list[str]
) -> None:
    console.show_state(TalkState(place=0), audience=True)
    console.show_state(TalkState(place=0), audience=True)
    assert len(announced) == 1
    place = console._room.talk.beats[2]
    console.show_state(TalkState(place=place), audience=True)
    assert len(announced) == 2
    assert announced[1] == " ".join(console.accessibleDescription().split())
    chosen = [bool(part.state().selected) for part in parts_of(console.segments)]
    assert chosen.index(True) == 2
    assert chosen.count(True) == 1


def test_the_chooser_reads_each_display_and_tells_of_the_plan(
    fake_screens, style: Style, announced: list[str], qtbot
) -> None:
    chooser = Chooser(fake_screens("laptop", "hall"), style, StartOptions(minutes=10))
    for window in chooser.windows:
        qtbot.addWidget(window)
    for number, name in enumerate(("laptop", "hall"), start=1):
        first, *others = names_of(chooser.windows[number - 1])
        assert first.startswith(f"{number} ")
        assert name in first
        assert any("10" in other for other in others)
    chooser.hear("Up")
    assert "11" in announced[-1]
    chooser.hear("Esc")


def test_everything_in_the_windows_of_a_talk_has_a_name(
    console: Console, room: Room, fake_screens, style: Style, qtbot
) -> None:
    install_spots()
    console.show_state(TalkState(), audience=True)
    chooser = Chooser(fake_screens("laptop", "hall"), style, StartOptions(minutes=10))
    audience = Audience(room)
    for window in (audience, *chooser.windows):
        qtbot.addWidget(window)
    for window in (console, audience, *chooser.windows):
        window.show()
        assert unnamed(window) == []
    chooser.hear("Esc")


def test_the_console_says_what_is_switched_on_and_when_it_is_off_again(
    console: Console, room: Room, announced: list[str]
) -> None:
    console.show_state(TalkState(), audience=True)
    for state, said in (
        (TalkState(blank=Blank.BLACK), "present.sign.black"),
        (TalkState(), "present.audience-picture"),
        (TalkState(rehearsing=True), "present.sign.rehearsing"),
    ):
        announced.clear()
        console.show_state(state, audience=True)
        assert announced == [room.console.words(said)]
        console.show_state(state, audience=True)
        assert len(announced) == 1


def test_a_panel_over_the_console_is_a_list_that_says_which_row_is_chosen(
    console: Console, room: Room, announced: list[str]
) -> None:
    words = room.console.words
    console.show_state(TalkState(), audience=True)
    console.show_state(TalkState(panel=Panel.OVERVIEW), audience=True)
    first = name_of(room.talk, room.talk.stops[0], words)
    second = name_of(room.talk, room.talk.stops[1], words)
    assert announced[-1] == f"{words('present.panel.overview')} · {first}"
    console.show_state(TalkState(panel=Panel.OVERVIEW, chosen=1), audience=True)
    assert announced[-1] == second
    rows = [part for part in parts_of(console.panels) if part.role() == QAccessible.Role.ListItem]
    assert [row.text(QAccessible.Text.Name) for row in rows if row.state().selected] == [second]
    console.show_state(TalkState(panel=Panel.HELP), audience=True)
    assert words("present.panel.help") in names_of(console.panels)
    assert unnamed(console) == []
    console.show_state(TalkState(panel=Panel.QUESTION), audience=True)
    assert console.line_of(Panel.QUESTION).accessibleName()
