from __future__ import annotations

import os
import random
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.budget import is_deep
from viewer.present.audience import FOOT, STEP
from viewer.present.console.menu import key_menu
from viewer.present.displays.display_chooser import StartOptions
from viewer.present.presentation import Presentation
from viewer.present.presentation_model import room_of
from viewer.present.records.rehearsal import Rehearsal
from viewer.present.session import Session
from viewer.settings import load_settings
from viewer.talk import KEYS, Act, Blank, Command, Light, Panel, TalkState, command_of, upcoming

QT_KEYS = {
    "Right": Qt.Key.Key_Right,
    "Left": Qt.Key.Key_Left,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "PgDown": Qt.Key.Key_PageDown,
    "PgUp": Qt.Key.Key_PageUp,
    "Space": Qt.Key.Key_Space,
    "Return": Qt.Key.Key_Return,
    "Backspace": Qt.Key.Key_Backspace,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "F1": Qt.Key.Key_F1,
    "F5": Qt.Key.Key_F5,
    "+": Qt.Key.Key_Plus,
}
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


PLAIN = Qt.KeyboardModifier.NoModifier


def press(widget, *names: str) -> None:
    """Press keys by the names of the table, as a keyboard would send them to a window."""
    for name in names:
        head, _, tail = name.rpartition("+") if len(name) > 1 else ("", "", name)
        if name.endswith("++"):
            head, tail = name[:-2], "+"
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in filter(None, head.split("+")):
            modifiers |= MODIFIERS[modifier]
        if tail in QT_KEYS and tail != "+":
            QTest.keyClick(widget, QT_KEYS[tail], modifiers)
        else:
            QTest.keyClick(widget, ord(tail.lower()), modifiers)


def agree(session: Session) -> None:
    """Both windows show the one state."""
    state, windows = session.state, session.windows
    assert windows.audience.stage.shown == state.shown
    assert windows.console.stage.shown == state.picture
    assert windows.audience.stage.blank == state.blank
    assert windows.console.stage.light == state.light
    assert windows.audience.stage.light == (Light.NOTHING if state.frozen else state.light)
    if state.frozen:
        assert windows.console.next.kept.shown == state.shown
    open_panels = [w.panels.isVisible() for w in (windows.audience, windows.console)]
    open_panels.append(windows.console.questions.line.isVisible())
    assert any(open_panels) == bool(state.panel)


OF_WINDOWS = {"screens", "end"}
"""Groups of keys that change more than the state of a talk: its windows, or what they are for."""


def listened(session: Session) -> list[Command]:
    """The commands that a talk carries out from here on."""
    heard: list[Command] = []
    plain = session.act

    def spy(act: Act) -> None:
        heard.append(act.command)
        plain(act)

    session.act = spy
    return heard


@pytest.mark.parametrize("window", ["audience", "console"])
@pytest.mark.parametrize("group", dict.fromkeys(row.group for row in KEYS))
def test_every_key_of_the_table_works_from_both_windows(opened, group: str, window: str) -> None:
    """From the same place each time: the windows are made anew where a key does more than move."""
    session = heard = None
    for row in KEYS:
        for key in row.keys if row.group == group else ():
            if session is None or group in OF_WINDOWS:
                session = opened(place=3)
                heard, begun = listened(session), session.state
            session.state = begun
            session._show()
            press(getattr(session.windows, window), key)
            assert heard == [row.command], key
            heard.clear()
            agree(session)


def test_a_step_shows_in_both_windows(opened) -> None:
    session = opened()
    press(session.windows.audience, "PgDown", "PgDown")
    assert session.state.place == session.room.talk.beats[2]
    agree(session)


def test_hundreds_of_random_keys_leave_both_windows_agreeing(opened) -> None:
    chance = random.Random(4)
    keys = [key for row in KEYS for key in row.keys] + list("0123456789aehy")
    session = opened()
    for number in range(4_000 if is_deep() else 400):
        key = chance.choice(keys)
        # ending is tried elsewhere; a dialog for a file has no place among random keys
        if command_of(key) is Command.QUESTION_FILE or (key == "Esc" and session.state.asking):
            continue
        press(chance.choice([session.windows.audience, session.windows.console]), key)
        agree(session)
        if number % 100 == 0:
            session.screens.become(*chance.choice([("A",), ("A", "B"), ("A", "B", "C"), ("B",)]))
            session.windows.audience.grab()
            session.windows.console.grab()


def test_escape_asks_on_the_console_and_ends_when_pressed_again(opened, qtbot) -> None:
    session = opened(place=8)
    press(session.windows.audience, "Esc")
    assert session.windows.console.signs.signs[0].role == "bad"
    assert session.windows.audience.stage.shown.place == 8
    with qtbot.waitSignal(session.ended) as ended:
        press(session.windows.audience, "Esc")
    part, step = session.room.talk.part_at(8), session.room.talk.steps[8]
    assert ended.args == [part.section.id, step.key or ""]


def test_the_question_whether_to_end_is_taken_back_by_itself(opened) -> None:
    session = opened()
    press(session.windows.console, "Esc")
    session._unasking.timeout.emit()
    assert not session.state.asking
    press(session.windows.console, "Esc")
    assert not session.state.ended


def test_a_held_key_does_not_run_on(opened) -> None:
    session = opened()
    session.press("PgDown", repeated=True)
    assert session.state.place == 0


def test_freezing_keeps_the_audience_and_shows_its_picture_beside_the_presenters(opened) -> None:
    session = opened(place=4)
    press(session.windows.console, "F", "Right")
    windows = session.windows
    assert windows.audience.stage.shown.place == 4
    assert windows.console.stage.shown.place == 5
    assert windows.console.next.kept.isVisible()
    assert windows.console.next.coming.shown.place == upcoming(session.room.talk, session.state)
    assert any("定格" in sign.text for sign in windows.console.signs.signs)


def test_freezing_takes_no_room_from_the_notes(opened) -> None:
    session = opened(place=4)
    console = session.windows.console
    console.resize(1440, 900)
    QApplication.processEvents()
    before = console.notes.text.viewport().height()
    press(console, "F")
    QApplication.processEvents()
    assert console.next.kept.isVisible()
    assert console.notes.text.viewport().height() >= 0.9 * before


@pytest.mark.parametrize("key", ["V", "Z"])
def test_a_page_that_nothing_is_enlarged_on_has_no_sign_of_it(opened, key: str) -> None:
    session = opened()
    press(session.windows.console, key)
    assert session.windows.console.signs.signs == ()
    press(session.windows.console, "PgDown", "PgDown")
    assert [sign.role for sign in session.windows.console.signs.signs] == ["accent"]


def test_black_is_loud_on_the_console_and_moving_on_takes_it_away(opened) -> None:
    session = opened()
    press(session.windows.console, ".")
    assert session.windows.audience.stage.blank is Blank.BLACK
    assert [sign.role for sign in session.windows.console.signs.signs] == ["bad"]
    press(session.windows.console, "PgDown")
    assert session.windows.audience.stage.blank is Blank.NOTHING
    assert session.windows.console.signs.signs == ()


def test_the_mouse_on_the_consoles_picture_points_for_the_audience(opened) -> None:
    session = opened()
    press(session.windows.console, "L")
    session.windows.console.stage.pointed.emit(0.25, 0.75)
    stage = session.windows.audience.stage
    assert (stage.light, stage.mouse) == (Light.POINTER, (0.25, 0.75))


def test_a_click_on_the_audiences_picture_does_nothing(opened) -> None:
    session = opened()
    QTest.mouseClick(session.windows.audience.stage, Qt.MouseButton.LeftButton)
    assert session.state.place == 0


def test_a_click_on_the_audiences_picture_is_the_next_step_where_that_is_wished(
    room, world, fake_screens
) -> None:
    screens = fake_screens("Laptop", "Beamer")
    session = Session(room, screens, 0, 1.0, replace(world, audience_click=True))
    session.open()
    QTest.mouseClick(session.windows.audience.stage, Qt.MouseButton.LeftButton)
    assert session.state.place == 1
    session.end()


def test_a_clock_that_waits_starts_with_the_first_move(room, world, fake_screens, clock) -> None:
    session = Session(room, fake_screens("Laptop"), 0, 1.0, replace(world, clock_waits=True))
    session.open()
    clock.seconds = 40
    assert session.timing.clock.elapsed(40) == 0
    session.press("B")
    assert not session.timing.clock.running
    session.press("Right")
    assert session.timing.clock.running
    assert session.timing.clock.elapsed(50) == 10
    session.end()


def test_the_lights_change_the_audiences_picture_and_are_remembered(opened, qtbot) -> None:
    session = opened()
    with qtbot.waitSignal(session.theme_chosen) as chosen:
        press(session.windows.console, "M")
    assert chosen.args == ["Beamer", "light"]
    picture = session.windows.audience.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 3).lightness() > 200
    agree(session)


def test_a_clicker_goes_on_while_the_menu_of_the_console_is_open(opened, qtbot) -> None:
    session = opened()
    menu = key_menu(session.windows.console, session.room.console)
    QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, PLAIN))
    qtbot.waitUntil(lambda: session.state.place == 1)
    QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, PLAIN))
    assert not session.state.asking


def test_the_notes_are_turned_by_keys(opened) -> None:
    session = opened(place=1)
    first, *others = session.room.talk.briefing.sections
    sections = (replace(first, notes="一行\n" * 200), *others)
    briefing = replace(session.room.talk.briefing, sections=sections)
    said = {step.key: step.said for step in session.room.talk.steps if step.said}
    session.renew(room_of(briefing, said, session.room.console))
    bar = session.windows.console.notes.text.verticalScrollBar()
    press(session.windows.console, "Shift+Down")
    there = bar.value()
    assert there > 0
    press(session.windows.console, "Shift+Up")
    assert bar.value() < there


def test_a_click_on_the_row_of_steps_goes_there(opened) -> None:
    session = opened()
    segments = session.windows.console.segments
    at = (segments.rects()[9].center() * segments.growth).toPoint()  # units to pixels
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=at)
    assert session.state.place == session.room.talk.beats[9]


def test_typed_digits_and_enter_go_to_the_figure(opened) -> None:
    session = opened()
    press(session.windows.audience, "1", "2", "4")
    assert "124" in session.windows.console.signs.signs[0].text
    press(session.windows.audience, "Return")
    step = session.room.talk.steps[session.state.place]
    assert step.said is not None
    assert step.said.quantity.value == 124


def test_words_typed_into_either_window_reach_the_line_of_the_go_to_panel(opened) -> None:
    session = opened()
    press(session.windows.audience, "G", "1", "2", "4")
    assert session.windows.console.panels.line.text() == "124"
    assert session.state.found
    press(session.windows.audience, "Return")
    assert session.state.panel is Panel.NOTHING
    assert session.state.place != 0


def test_a_row_of_the_overview_can_be_clicked(opened) -> None:
    session = opened()
    press(session.windows.console, "O")
    session.windows.console.panels.chose.emit(2)
    assert session.state.place == session.room.talk.parts[2].first
    agree(session)


def test_a_question_is_stamped_and_saved_to_the_file_chosen(
    opened, asked: list[str], text_file: Path
) -> None:
    asked.append(str(text_file))
    session = opened()
    press(session.windows.console, *"1793", "Return", "Q", "Ctrl+S")
    session.windows.console.questions.line.setText("从哪里来的？")
    press(session.windows.console, "Return")
    saved = text_file.read_text(encoding="utf-8")
    assert "2021-03-04 12:30" in saved
    assert "1793 名\n从哪里来的？" in saved
    assert str(text_file) in session.windows.console.signs.notice


def test_questions_without_a_file_are_asked_about_at_the_end(
    opened, asked: list[str], text_file: Path
) -> None:
    session = opened()
    press(session.windows.console, "Q")
    session.windows.console.questions.line.setText("为什么？")
    press(session.windows.console, "Return")
    assert not text_file.exists()
    asked.append(str(text_file))
    press(session.windows.console, "Esc", "Esc")
    assert "为什么？" in text_file.read_text(encoding="utf-8")


def test_a_question_that_cannot_be_saved_is_said_and_kept(
    opened, asked: list[str], tmp_path: Path
) -> None:
    asked.append(str(tmp_path / "no-such-folder" / "q.txt"))
    session = opened()
    press(session.windows.console, "Q", "Ctrl+S", "Esc", "Q")
    session.windows.console.questions.line.setText("为什么？")
    press(session.windows.console, "Return")
    assert "no-such-folder" in session.windows.console.signs.notice
    assert session.leaving.unsaved


def test_questions_that_could_not_be_saved_at_the_end_are_shown_until_a_place_takes_them(
    opened, asked: list[str], asked_again: list[tuple[str, str]], tmp_path: Path, text_file: Path
) -> None:
    session = opened()
    saved: list[str] = []
    session.saved.connect(saved.append)
    press(session.windows.console, "Q")
    session.windows.console.questions.line.setText("为什么？")
    press(session.windows.console, "Return")
    asked.extend([str(tmp_path / "no-such-folder" / "q.txt"), str(text_file)])
    press(session.windows.console, "Esc", "Esc")
    ((said, text),) = asked_again
    assert "no-such-folder" in said
    assert "为什么？" in text
    assert "为什么？" in text_file.read_text(encoding="utf-8")
    assert len(saved) == 1 and str(text_file) in saved[0]


def test_questions_kept_nowhere_are_not_given_up_unasked(
    opened, asked_again: list[tuple[str, str]]
) -> None:
    session = opened()
    press(session.windows.console, "Q")
    session.windows.console.questions.line.setText("为什么？")
    press(session.windows.console, "Return", "Esc", "Esc")
    ((said, text),) = asked_again
    assert "没有写进任何文件" in said
    assert "为什么？" in text
    assert session.state.ended


def test_where_questions_are_held_is_said_when_no_file_is_chosen(
    room, world, fake_screens, tmp_path: Path
) -> None:
    session = Session(room, fake_screens("Laptop", "Hall"), 0, 1.0, replace(world, folder=tmp_path))
    said: list[str] = []
    session.saved.connect(said.append)
    session.open()
    noted(session, "为什么？")
    session.end()
    (held,) = tmp_path.glob("unsaved-questions-*.txt")
    assert len(said) == 1 and str(held) in said[0]


def noted(session: Session, text: str) -> None:
    press(session.windows.console, "Q")
    session.windows.console.questions.line.setText(text)
    press(session.windows.console, "Return")


def test_a_noted_question_leads_back_to_its_figure_and_is_ticked_beside_the_pictures(
    opened, asked: list[str], text_file: Path
) -> None:
    session = opened()
    console = session.windows.console
    press(console, *"1793", "Return")
    place = session.state.place
    noted(session, "从哪里来的？")
    press(console, "Home", "Q", "PgDown")  # a clicker goes on beside the list
    assert session.state.place == session.room.talk.beats[1]
    assert console.questions.line.isVisible() and not console.panels.isVisible()
    assert console.stage.isVisible() and console.notes.isVisible() and console.bar.isVisible()
    press(console, "Down", "Space", "Return")
    assert session.state.place == place
    assert [one.answered for one in session.state.questions] == [True]
    asked.append(str(text_file))
    press(console, "Esc", "Esc")
    assert "（已回答）" in text_file.read_text("utf-8")


def test_questions_are_handed_out_as_markdown_with_the_words_of_the_report(
    opened, asked: list[str], tmp_path: Path
) -> None:
    session = opened()
    press(session.windows.console, *"1793", "Return")
    noted(session, "# 从哪里来的？")
    asked.append(str(tmp_path / "q.md"))
    press(session.windows.console, "Esc", "Esc")
    text = (tmp_path / "q.md").read_text("utf-8")
    assert "## 1. \\# 从哪里来的？\n" in text
    assert "1793 名" in text.split("\n> ")[1]


def test_on_a_single_display_nothing_private_is_shown_unasked(opened) -> None:
    session = opened("Laptop")
    audience = session.windows.audience
    press(audience, "Q")
    assert session.state.panel is Panel.NOTHING and not audience.panels.isVisible()
    assert "全场" in audience._line.text
    press(audience, "PgDown")  # another key was no consent, and takes the question back
    assert audience._line.text == ""
    press(audience, "Q")
    assert session.state.panel is Panel.NOTHING
    press(audience, "Q")
    assert session.state.panel is Panel.QUESTION and audience.panels.isVisible()
    assert audience._line.text == ""


def test_on_a_single_display_a_key_that_no_picture_shows_is_answered_below_it(opened) -> None:
    session = opened("Laptop")
    audience = session.windows.audience
    for key, said in (
        ("PgDown", ""),
        ("T", "计时已暂停；再按 T 继续"),
        ("T", "计时继续"),
        ("Ctrl+T", "计时已归零；再按 Ctrl T 找回"),
    ):
        press(audience, key)
        assert audience._line.text == said


@pytest.mark.parametrize("width", [480, 820, 1440])
def test_words_to_the_presenter_below_the_picture_are_whole(opened, width: int) -> None:
    session = opened("Laptop")
    audience = session.windows.audience
    audience.resize(width, 600)
    press(audience, "Q")
    line = audience._line
    assert "".join("".join(line._lines()).split()) == "".join(line.text.split())
    assert line.geometry().bottom() == audience.rect().bottom()
    assert line.height() == FOOT + (len(line._lines()) - 1) * STEP


def test_the_times_of_the_sections_are_saved_when_asked_for(
    opened, asked: list[str], text_file: Path, clock
) -> None:
    session = opened()
    clock.seconds = 65
    press(session.windows.console, "Ctrl+PgDown")
    clock.seconds = 75
    asked.append(str(text_file))
    press(session.windows.console, "R", "Esc", "Esc")
    report = text_file.read_text(encoding="utf-8")
    assert "01:05" in report
    assert "00:10" in report


def test_times_that_cannot_be_saved_are_said_to_the_window_that_the_talk_was_begun_from(
    opened, asked: list[str], tmp_path: Path
) -> None:
    session = opened()
    told: list[str] = []
    session.told.connect(told.append)
    asked.append(str(tmp_path / "no-such-folder" / "times.txt"))
    press(session.windows.console, "R", "Esc", "Esc")
    assert len(told) == 1 and "no-such-folder" in told[0]


def test_figures_compared_on_the_spot_are_told_when_the_talk_is_over(opened) -> None:
    session = opened()
    told: list[tuple[tuple[str, str], ...]] = []
    session.compared.connect(told.append)
    at_once: list[tuple[str, str]] = []
    session.comparing.connect(at_once.append)
    steps = session.room.talk.steps
    figures = [at for at, step in enumerate(steps) if step.key is not None][:2]
    for at in figures:
        session.act(Act(Command.JUMP, place=at))
        press(session.windows.console, "D")
    assert session.state.against == figures[0]
    pair = (steps[figures[0]].key, steps[figures[1]].key)
    assert at_once == [pair]
    press(session.windows.console, "Esc", "Esc", "Esc")
    assert told == [(pair,)]


def test_a_rehearsal_tells_the_time_of_the_step_and_is_compared_with_the_run_before(
    room, world, fake_screens, clock, tmp_path: Path
) -> None:
    world = replace(world, folder=tmp_path / "state", file=tmp_path / "a.yaml")
    over: list[Rehearsal] = []
    for seconds in (40, 60):
        session = Session(room, fake_screens("Laptop"), 0, 1.0, world)
        session.rehearsed.connect(over.append)
        session.rehearse()
        session.open()
        assert session.windows.console.isVisible()  # nobody looks on
        session.press("Right")
        clock.seconds += seconds
        session.timing.tell()
        step = session.windows.console.bar.times.step
        session.end()
    assert step is not None
    assert (step[0], step[2]) == (60, 40)
    rows = {row.place: row for row in over[1].rows}
    assert (rows[1].spent, rows[1].last) == (60, 40)
    assert rows[1].planned is not None
    (file,) = (tmp_path / "state").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 or os.name == "nt"


def test_the_next_talk_of_a_killed_one_goes_on_at_its_step_and_a_clean_end_leaves_nothing(
    sample, style, world, fake_screens, clock, tmp_path: Path
) -> None:
    asked: list[str] = []
    settings = load_settings(safe=True)

    def ask(parent: object, words: object, said: str) -> bool:
        asked.append(said)
        return True

    world = replace(world, folder=tmp_path, ask_resume=ask)
    wishes = StartOptions(display="Laptop", file=tmp_path / "a.yaml")
    held = (sample.briefing, sample.proof.figures, style, ("", ""), wishes)
    first = Presentation(fake_screens("Laptop"), settings, world)
    first.start(*held)
    for key in ("Right", "Right", "Right"):
        first.session.press(key)
    clock.seconds = 95
    first.session._marking.timeout.emit()
    place = first.session.state.place
    (mark,) = tmp_path.glob("talk-*.json")
    left = mark.read_bytes()
    first.session.end()
    assert not mark.exists() and asked == []
    mark.write_bytes(left)  # as a talk leaves it that is killed
    second = Presentation(fake_screens("Laptop"), settings, world)
    second.start(*held)
    assert "第 4 步" in asked[0] and "01:35" in asked[0]
    assert second.session.state.place == place
    assert second.session.timing.clock.elapsed(clock.seconds) == 95
    second.session.windows.audience.close()  # by its frame: that may have been a mistake
    third = Presentation(fake_screens("Laptop"), settings, world)
    third.start(*held)
    assert len(asked) == 2 and third.session.state.place == place
    third.session.end()
    assert not mark.exists()


def test_a_talk_becomes_a_rehearsal_by_key_and_is_none_without(opened) -> None:
    session = opened()
    over: list[Rehearsal] = []
    session.rehearsed.connect(over.append)
    press(session.windows.console, "Ctrl+R")
    assert [sign.text for sign in session.windows.console.signs.signs] == ["排练"]
    press(session.windows.console, "Ctrl+R")
    session.end()
    assert over == []


def test_the_clock_is_paused_reset_and_measured_against_the_plan(opened, clock) -> None:
    session = opened()
    times = session.windows.console.bar
    clock.seconds = 100
    session.timing.tell()
    assert (times.times.elapsed, times.times.planned) == (100, 600)
    assert times.times.behind > 0
    press(session.windows.console, "T")
    clock.seconds = 200
    session.timing.tell()
    assert (times.times.elapsed, times.times.running) == (100, False)
    press(session.windows.console, "Ctrl+T", "Ctrl+Up")
    assert (times.times.elapsed, times.times.planned) == (0, 660)


def test_a_clock_reset_by_mistake_is_taken_back_by_the_same_key(opened, clock) -> None:
    session = opened()
    times, signs = session.windows.console.bar, session.windows.console.signs
    clock.seconds = 100
    press(session.windows.console, "Ctrl+T")
    assert times.times.elapsed == 0 and "找回" in signs.notice
    clock.seconds = 110
    press(session.windows.console, "Ctrl+T")
    assert times.times.elapsed == 110 and signs.notice == "计时已找回"
    press(session.windows.console, "Ctrl+T")
    clock.seconds = 200
    press(session.windows.console, "Ctrl+T")
    assert times.times.elapsed == 0


def test_notes_grow_and_say_their_size(opened, qtbot) -> None:
    session = opened()
    with qtbot.waitSignal(session.notes_resized) as resized:
        press(session.windows.console, "Ctrl++")
    assert resized.args[0] > 1


def test_the_notes_of_figure_and_section_are_on_the_console(opened) -> None:
    session = opened()
    talk = session.room.talk
    place = next(p for p, s in enumerate(talk.steps) if s.metric and s.metric.notes)
    session.act(Act(Command.JUMP, place=place))
    text = session.windows.console.notes.text.toPlainText()
    assert talk.steps[place].metric.notes.strip() in text
    assert talk.part_at(place).section.notes.strip() in text
    assert text.startswith("这个数字\n") and "\n\n本节\n" in text


def test_notes_end_with_a_whole_line(opened) -> None:
    text = opened().windows.console.notes.text
    lines = text.document().firstBlock().layout()
    assert lines.lineCount()
    room = text.viewport().height() - round(text.document().documentMargin())
    assert room % round(lines.lineAt(0).height()) == 0


def test_what_looks_like_a_button_on_the_console_is_one(opened, qtbot) -> None:
    session = opened()
    console = session.windows.console
    places = {row.command: place for row, place in console.hints.places()}
    left = Qt.MouseButton.LeftButton

    def click(command: Command) -> None:
        at = places[command].center() * console.hints.growth
        qtbot.mouseClick(console.hints, left, pos=at.toPoint())

    click(Command.NEXT)
    assert session.state.place == 1
    click(Command.BLACK)
    assert session.state.blank is Blank.BLACK
    click(Command.BLACK)
    qtbot.mouseClick(console.next.coming, left)
    assert session.state.place == session.room.talk.beats[2]


def test_a_notice_is_for_the_console_only(opened) -> None:
    session = opened()
    before = session.windows.audience.grab().toImage()
    session.notice("数据文件已更改")
    assert session.windows.console.signs.notice == "数据文件已更改"
    assert session.windows.audience.grab().toImage() == before


def test_screens_are_kept_awake_until_the_talk_ends(opened, hold, qtbot) -> None:
    session = opened()
    qtbot.waitUntil(lambda: hold.held == 1)
    session.end()
    assert hold.held == 0


def test_an_ended_talk_has_no_windows_and_hears_nothing(opened) -> None:
    session = opened()
    windows = session.windows
    press(windows.console, "Esc", "Esc")
    assert not windows.audience.isVisible()
    assert not windows.console.isVisible()
    session.press("PgDown")
    assert session.state == TalkState(ended=True)


def test_closing_the_audiences_window_ends_the_talk(opened, qtbot) -> None:
    session = opened()
    with qtbot.waitSignal(session.ended):
        session.windows.audience.close()


def test_a_talk_can_be_told_that_the_screens_may_sleep(room, world, opened) -> None:
    session = opened()
    session._world = type(world)(world.steady, world.today, world.ask_path, lambda *_: None)
    session._keep_awake()
    assert session.windows.console.signs.notice


def newer(room, **changes):
    """A version of the briefing in which every section's title is another, and more if asked."""
    sections = [replace(s, title=f"新·{s.title}") for s in room.talk.briefing.sections]
    briefing = replace(room.talk.briefing, title="新题", sections=tuple(sections), **changes)
    said = {step.key: step.said for step in room.talk.steps if step.said}
    return room_of(briefing, said, room.console)


def test_a_newer_version_is_shown_at_once_where_the_talk_is(opened, room, clock) -> None:
    session = opened()
    press(session.windows.console, "Right", "Right")
    before, shown = session.state, session.windows.audience.grab().toImage()
    clock.seconds = 90
    session.renew(newer(room))
    assert session.state == before
    agree(session)
    assert session.windows.audience.grab().toImage() != shown
    assert "新题" in session.windows.audience.windowTitle()
    assert "新·" in session.windows.console.accessibleDescription()
    assert session.windows.console.signs.notice == room.console.words("present.renewed")
    assert session.timing.clock.elapsed(90) == 90
    press(session.windows.console, "Right")
    agree(session)


def test_a_frozen_picture_stays_and_the_newer_version_comes_when_it_is_let_go(opened, room) -> None:
    session = opened()
    press(session.windows.console, "Right", "f")
    shown = session.windows.audience.grab().toImage()
    session.renew(newer(room))
    assert session.windows.audience.grab().toImage() == shown
    assert session.windows.console.signs.notice == room.console.words("present.renewed-later")
    press(session.windows.console, "Right")
    assert session.windows.audience.grab().toImage() == shown
    press(session.windows.console, "f")
    assert session.room.talk.briefing.title == "新题"
    agree(session)


def test_a_step_that_is_no_more_stays_until_the_presenter_walks_on(opened, room) -> None:
    session = opened()
    press(session.windows.console, "Right")
    session.press("Down")
    gone = session.room.talk.steps[session.state.place].metric.id
    first, *others = room.talk.briefing.sections
    kept = tuple(metric for metric in first.metrics if metric.id != gone)
    sections = (replace(first, metrics=kept), *others)
    said = {step.key: step.said for step in room.talk.steps if step.said}
    later = room_of(replace(room.talk.briefing, sections=sections), said, room.console)
    session.renew(later)
    assert session.room is room
    wanted = room.talk.steps[session.state.place + 1].key
    press(session.windows.console, "Down")
    assert session.room is later
    assert later.talk.steps[session.state.place].key == wanted
    agree(session)


def test_of_two_newer_versions_the_last_is_taken(opened, room) -> None:
    session = opened()
    press(session.windows.console, "g")
    session.renew(newer(room))
    last = newer(room, period="2021")
    session.renew(last)
    press(session.windows.console, "Esc")
    assert session.room is last


def test_a_question_keeps_the_words_of_what_was_shown_when_it_was_asked(
    opened, room, asked, text_file
) -> None:
    session = opened(place=1)
    press(session.windows.console, "q")
    session.windows.console.questions.line.setText("为什么？")
    press(session.windows.console, "Return")
    session.renew(newer(room))
    asked.append(str(text_file))
    session.end()
    title = room.talk.parts[1].section.title
    assert title in text_file.read_text("utf-8")
    assert f"新·{title}" not in text_file.read_text("utf-8")


def test_minutes_that_the_presenter_planned_outlive_a_newer_version(opened, room) -> None:
    session = opened()
    session.act(Act(Command.PLAN_LONGER))
    planned = sum(session.timing.plan)
    session.renew(newer(room, minutes=None))
    assert sum(session.timing.plan) == pytest.approx(planned)
