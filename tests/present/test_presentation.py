from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from viewer.model import ViewerError
from viewer.present.displays.display_chooser import StartOptions
from viewer.present.displays.screen_layout import Placement
from viewer.present.presentation import Presentation
from viewer.settings import Settings, load_settings


@pytest.fixture
def settings() -> Settings:
    return load_settings(safe=True)


@pytest.fixture
def present(fake_screens, settings, world, sample, style):
    held: list[Presentation] = []

    def start(*names: str, mirrored: bool = False, **asked: Any) -> Presentation:
        screens = fake_screens(*names, mirrored=mirrored)
        presentation = Presentation(screens, settings, world)
        held.append(presentation)
        presentation.start(sample.briefing, sample.proof.figures, style, **asked)
        return presentation

    yield start
    for presentation in held:
        if presentation.session is not None:
            presentation.session.end()


def remember(settings: Settings, display: str, *among: str) -> None:
    settings.put("display", display)
    settings.put("displays", among)


def test_on_one_display_a_talk_starts_at_once(present) -> None:
    presentation = present("Only")
    assert presentation.chooser is None
    assert presentation.session.state.place == 0
    assert presentation.session.windows.audience.isVisible()


def test_before_the_first_talk_on_two_displays_each_shows_its_number(present, settings) -> None:
    presentation = present("Laptop", "Beamer")
    assert not presentation.session
    assert len(presentation.chooser.windows) == 2
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_1)
    assert presentation.session.windows.placement == Placement("Laptop", "Beamer")
    assert settings.text("display") == "Laptop"


def test_the_display_chosen_once_is_taken_the_next_time(present, settings) -> None:
    remember(settings, "Laptop", "Laptop", "Beamer")
    presentation = present("Laptop", "Beamer")
    assert presentation.chooser is None
    assert presentation.session.windows.placement == Placement("Laptop", "Beamer")


@pytest.mark.parametrize("among", [("Old", "Laptop"), ("Laptop",), ()])
def test_a_choice_among_other_displays_is_asked_for_again(
    present,
    settings,
    among: tuple[str, ...],
) -> None:
    remember(settings, "Laptop", *among)
    chooser = present("Laptop", "Beamer").chooser
    assert chooser is not None
    assert chooser.offered == "Beamer"


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_choice_is_not_remembered_where_there_was_nothing_to_choose(
    present, settings, mirrored: bool
) -> None:
    names = ("Laptop", "Beamer") if mirrored else ("Laptop",)
    presentation = present(*names, mirrored=mirrored, wishes=StartOptions(asked=True))
    assert len(presentation.chooser.windows) == 1
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_Return)
    assert presentation.session.windows.alone
    assert settings.text("display") == ""


def test_on_mirrored_displays_a_talk_starts_at_once(present) -> None:
    presentation = present("Laptop", "Beamer", mirrored=True)
    assert presentation.chooser is None
    assert presentation.session.windows.alone


def test_a_click_on_a_display_chooses_it(present) -> None:
    presentation = present("Laptop", "Beamer", "Third")
    QTest.mouseClick(presentation.chooser.windows[2], Qt.MouseButton.LeftButton)
    assert presentation.session.windows.placement.audience == "Third"


def test_enter_chooses_the_first_display_that_is_not_ours(present) -> None:
    presentation = present("Laptop", "Beamer")
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_Return)
    assert presentation.session.windows.placement.audience == "Beamer"


def test_the_display_that_was_remembered_is_what_enter_takes(present, settings) -> None:
    remember(settings, "Laptop", "Laptop", "Beamer")
    presentation = present("Laptop", "Beamer", wishes=StartOptions(asked=True))
    QTest.keyClick(presentation.chooser.windows[1], Qt.Key.Key_Return)
    assert presentation.session.windows.placement.audience == "Laptop"


def test_a_key_that_still_comes_to_the_window_before_is_heard_by_the_chooser(
    present, qtbot
) -> None:
    workspace = QWidget()
    qtbot.addWidget(workspace)
    workspace.show()
    presentation = present("Laptop", "Beamer")
    QTest.keyClick(workspace, Qt.Key.Key_Return)
    assert presentation.session is not None
    assert presentation.chooser is None


def planned(presentation: Presentation) -> int:
    plan = presentation.session.timing.plan
    return round(sum(plan) / 60)


@pytest.mark.parametrize("names", [("Only",), ("Laptop", "Beamer")])
def test_the_minutes_are_set_before_the_start(present, names: tuple[str, ...]) -> None:
    presentation = present(*names, wishes=StartOptions(asked=True))
    assert presentation.chooser.minutes == 10  # the briefing's own
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(presentation.chooser.windows[0], key)
    assert planned(presentation) == 12


def test_a_briefing_without_minutes_gets_some_with_the_first_arrow(
    fake_screens, settings, world, sample, style
) -> None:
    presentation = Presentation(fake_screens("Only"), settings, world)
    sections = tuple(replace(one, minutes=None) for one in sample.briefing.sections)
    timeless = replace(sample.briefing, minutes=None, sections=sections)
    presentation.start(timeless, sample.proof.figures, style, wishes=StartOptions(asked=True))
    assert presentation.chooser.minutes is None
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_Up)
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_Return)
    assert planned(presentation) > 0
    presentation.session.end()


def test_the_minutes_of_the_command_line_are_planned(present) -> None:
    assert planned(present("Only", wishes=StartOptions(minutes=25))) == 25


def test_a_talk_is_planned_until_a_time_of_day(present, world) -> None:
    end = world.today() + timedelta(minutes=25)
    session = present("Only", wishes=StartOptions(until=end.time())).session
    session.timing.begin()
    assert round(sum(session.timing.plan) / 60) == 25
    assert session.timing.until == end


def test_the_end_is_set_before_the_start(present, world) -> None:
    presentation = present("Laptop", "Beamer", wishes=StartOptions(asked=True, minutes=10))
    for key in (Qt.Key.Key_T, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(presentation.chooser.windows[0], key)
    until = presentation.chooser.until
    assert until.minute % 5 == 0
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_Return)
    left = presentation.session.timing.until - world.today()
    assert timedelta(minutes=15) <= left < timedelta(minutes=20)


def test_a_second_t_plans_minutes_again(present) -> None:
    chooser = present("Laptop", "Beamer", wishes=StartOptions(asked=True, minutes=12)).chooser
    for _ in range(2):
        QTest.keyClick(chooser.windows[0], Qt.Key.Key_T)
    assert chooser.until is None
    assert chooser.minutes == 12


@pytest.mark.parametrize("how", ["escape", "close"])
def test_thinking_better_of_it_starts_nothing(present, qtbot, how: str) -> None:
    presentation = present("Laptop", "Beamer")
    window = presentation.chooser.windows[1]
    with qtbot.waitSignal(presentation.ended) as ended:
        if how == "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        else:
            window.close()
    assert ended.args == ["", ""]
    assert not presentation.running


def test_a_number_that_no_display_has_is_passed_over(present) -> None:
    presentation = present("Laptop", "Beamer")
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_9)
    assert presentation.session is None


def test_a_display_that_is_named_is_not_asked_for(present) -> None:
    presentation = present("Laptop", "Beamer", wishes=StartOptions("Laptop"))
    assert presentation.session.windows.placement.audience == "Laptop"


def test_for_sharing_the_audience_gets_a_window(present) -> None:
    presentation = present("Laptop", "Beamer", wishes=StartOptions("window"))
    assert presentation.session.windows.windowed
    assert not presentation.session.windows.audience.isFullScreen()


def test_a_talk_starts_where_the_reader_is(present, sample) -> None:
    section = sample.briefing.sections[2]
    key = section.metrics[1].point.key
    presentation = present("Only", place=(section.id, key))
    session = presentation.session
    assert session.room.talk.steps[session.state.place].key == key


def test_ending_says_where_the_talk_was(present, qtbot, sample) -> None:
    section = sample.briefing.sections[1]
    presentation = present("Only", place=(section.id, ""))
    with qtbot.waitSignal(presentation.ended) as ended:
        presentation.session.press("Esc")
        presentation.session.press("Esc")
    assert ended.args == [section.id, ""]
    assert not presentation.running


def test_a_talk_that_runs_is_not_started_twice(present, sample, style) -> None:
    presentation = present("Only")
    session = presentation.session
    presentation.start(sample.briefing, sample.proof.figures, style)
    assert presentation.session is session


def test_nothing_to_present_is_said(fake_screens, settings, world, sample, style) -> None:
    sections = tuple(replace(s, present=False) for s in sample.briefing.sections)
    presentation = Presentation(fake_screens("Only"), settings, world)
    with pytest.raises(ViewerError, match="talk-empty"):
        presentation.start(replace(sample.briefing, sections=sections), {}, style)
    assert not presentation.running


def test_the_size_of_the_notes_is_remembered(present, settings) -> None:
    present("Only").session.press("Ctrl++")
    assert settings.number("notes-size") == pytest.approx(1.1)


def test_a_notice_without_a_talk_goes_nowhere(fake_screens, settings, world) -> None:
    presentation = Presentation(fake_screens("Only"), settings, world)
    presentation.notice("文件已更改")
    assert not presentation.running
    assert presentation.session is None


def test_a_briefing_without_text_or_proof_can_be_presented(present, sample, style) -> None:
    presentation = present("Only")
    presentation.session.end()
    presentation.start(sample.briefing, {}, style)
    session = presentation.session
    for _ in range(session.room.talk.run):
        session.press("PgDown")
        session.windows.audience.grab()


def test_a_newer_version_waits_with_the_chooser_and_without_a_talk_goes_nowhere(
    present, fake_screens, settings, world, sample, style
) -> None:
    newer = replace(sample.briefing, title="新题")
    here = (sample.briefing.sections[1].id, "")
    presentation = present("Laptop", "Beamer", place=here)
    presentation.renew(newer, sample.proof.figures, style)
    QTest.keyClick(presentation.chooser.windows[0], Qt.Key.Key_1)
    session = presentation.session
    assert session.room.talk.briefing.title == "新题"
    assert session.room.talk.part_at(session.state.place).section.id == here[0]
    idle = Presentation(fake_screens("Only"), settings, world)
    idle.renew(newer, sample.proof.figures, style)
    assert not idle.running


def test_with_three_displays_the_audience_can_have_two_and_that_is_remembered(
    present, settings
) -> None:
    presentation = present("Laptop", "Hall", "Foyer")
    presentation.chooser.hear("a")
    presentation.chooser.hear("2")
    windows = presentation.session.windows
    assert (windows.placement.audience, windows.copies.names) == ("Hall", ("Foyer",))
    presentation.session.end()
    again = present("Laptop", "Hall", "Foyer")
    assert again.session.windows.copies.names == ("Foyer",)


def test_with_two_displays_there_is_nothing_more_to_give(present) -> None:
    presentation = present("Laptop", "Hall")
    presentation.chooser.hear("A")
    assert not presentation.chooser.everywhere


def test_f5_in_the_window_shows_a_hidden_talk_again(present, sample, style) -> None:
    presentation = present("Only")
    presentation.session.press("H")
    presentation.start(sample.briefing, sample.proof.figures, style)
    assert presentation.session.windows.audience.isVisible()
