from __future__ import annotations

from viewer.present.displays.screen_layout import Placement
from viewer.talk import Act, Command


def test_with_two_displays_the_audience_has_the_one_that_is_not_ours(opened) -> None:
    windows = opened("Laptop", "Beamer").windows
    assert windows.placement == Placement("Beamer", "Laptop")
    assert windows.audience.isFullScreen()
    assert windows.console.isFullScreen()


def test_with_one_display_the_audience_is_alone_and_the_console_comes_on_request(opened) -> None:
    session = opened("Only")
    assert session.windows.alone
    assert not session.windows.console.isVisible()
    session.press("Ctrl+Shift+C")
    assert session.windows.console.isVisible()
    assert not session.windows.console.isFullScreen()
    session.press("Ctrl+Shift+C")
    assert session.windows.alone


def test_a_console_with_a_display_of_its_own_stays_and_says_so(opened) -> None:
    session = opened("Laptop", "Beamer")
    session.press("Ctrl+Shift+C")
    assert session.windows.console.isVisible()
    assert "X" in session.windows.console.signs.notice


def test_a_console_that_was_asked_for_stays_while_the_displays_are_the_same(opened) -> None:
    session = opened("Only")
    session.press("Ctrl+Shift+C")
    session.windows._screens.changed.emit()
    assert session.windows.console.isVisible()


def test_a_console_opened_on_request_can_be_closed_without_ending_the_talk(opened) -> None:
    session = opened("Only")
    session.press("Ctrl+Shift+C")
    session.windows.console.close()
    assert session.windows.alone
    assert not session.state.ended


def test_alone_the_presenter_gets_help_and_the_question_whether_to_end_on_the_one_window(
    opened,
) -> None:
    session = opened("Only")
    session.press("F1")
    assert session.windows.audience.panels.isVisible()
    session.press("Esc")
    assert not session.windows.audience.panels.isVisible()
    session.press("Esc")
    assert session.windows.audience._line.isVisible()


def test_with_a_console_nothing_but_the_picture_shows_to_the_audience(opened) -> None:
    session = opened()
    session.press("F1")
    assert not session.windows.audience.panels.isVisible()
    session.press("Esc")
    session.press("Esc")
    assert not session.windows.audience._line.isVisible()


def test_swapping_exchanges_the_displays_and_keeps_the_place(opened) -> None:
    session = opened(place=5)
    session.press("X")
    assert session.windows.placement == Placement("Laptop", "Beamer")
    assert session.windows.audience.stage.shown.place == 5


def test_on_one_display_the_shared_window_makes_room_for_the_console(opened) -> None:
    session = opened("Only", windowed=True)
    audience, console = session.windows.audience, session.windows.console
    alone, free = audience.geometry(), audience.screen().availableGeometry()
    session.press("Ctrl+Shift+C")
    assert console.isVisible()
    assert console.geometry().left() - free.left() < 0.02 * free.width()
    assert free.right() - audience.geometry().right() < 0.02 * free.width()
    assert console.height() >= min(console.width(), 0.79 * free.height())  # the questions have room
    session.press("Ctrl+Shift+C")
    assert audience.geometry() == alone


def test_with_one_display_there_is_nothing_to_swap(opened) -> None:
    session = opened("Only")
    session.press("X")
    assert session.windows.placement == Placement("Only", None)
    assert session.windows.console.signs.notice == "只有一个显示器，没有可交换的"


def test_a_projector_pulled_out_and_put_back_never_loses_the_talk(opened) -> None:
    session = opened("Laptop", "Beamer", place=5)
    windows = session.windows
    session.screens.become("Laptop")
    assert windows.placement == Placement("Laptop", None)  # it may be mirrored by the system
    assert not windows.console.isVisible()
    assert "Beamer" in windows.audience._line.text
    session.press("PgDown")
    session.screens.become("Laptop", "Beamer")
    assert windows.placement == Placement("Beamer", "Laptop")
    assert windows.audience.isVisible()
    assert windows.audience.stage.shown.place == session.room.talk.inner_of(5).stop
    assert windows.console.signs.signs == ()
    assert not windows.audience._line.isVisible()
    assert "Beamer" in windows.console.signs.notice


def test_the_consoles_display_pulled_out_leaves_the_audience_in_peace(opened) -> None:
    session = opened("Laptop", "Beamer", place=5)
    session.screens.become("Beamer")
    assert session.windows.placement == Placement("Beamer", None)
    assert session.windows.audience.isVisible()
    assert not session.windows.console.isVisible()
    session.screens.become("Laptop", "Beamer")
    assert session.windows.placement == Placement("Beamer", "Laptop")
    assert session.windows.console.isVisible()


def test_a_display_plugged_in_during_a_talk_on_one_gets_the_audience(opened) -> None:
    session = opened("Only")
    session.screens.become("Only", "New")
    assert session.windows.placement == Placement("New", "Only")
    assert session.windows.console.isVisible()
    assert "New" in session.windows.console.signs.notice
    assert "Only" in session.windows.console.signs.notice


def test_on_mirrored_displays_the_console_is_not_shown(opened) -> None:
    session = opened("Laptop", "Beamer", mirrored=True)
    assert session.windows.placement.console is None
    assert session.windows.audience.isVisible()
    assert not session.windows.console.isVisible()


def test_mirroring_in_mid_talk_hides_the_console_until_it_ends(opened) -> None:
    session = opened("Laptop", "Beamer", place=5)
    session.screens.become("Laptop", "Beamer", mirrored=True)
    assert session.windows.placement == Placement("Beamer", None)
    assert session.windows.audience.isVisible()
    assert not session.windows.console.isVisible()
    assert "Ctrl+Shift+C" in session.windows.audience._line.text
    session.screens.become("Laptop", "Beamer")
    assert session.windows.placement == Placement("Beamer", "Laptop")
    assert session.windows.console.isVisible()
    assert session.state.place == 5


def test_a_console_asked_for_over_the_picture_goes_when_a_mirrored_display_joins(opened) -> None:
    session = opened("Only")
    session.press("Ctrl+Shift+C")
    session.screens.become("Only", "Beamer", mirrored=True)
    assert not session.windows.console.isVisible()
    assert session.windows.alone


def test_a_display_never_seen_before_gets_the_console_only_when_asked(opened) -> None:
    session = opened("Laptop", "Beamer")
    session.screens.become("Beamer", "New")
    assert session.windows.placement == Placement("Beamer", None)
    session.press("Ctrl+Shift+C")
    assert session.windows.placement == Placement("Beamer", "New")
    assert session.windows.console.isFullScreen()


def test_a_third_display_changes_nothing(opened) -> None:
    session = opened("Laptop", "Beamer")
    session.screens.become("Laptop", "Beamer", "Third")
    assert session.windows.placement == Placement("Beamer", "Laptop")
    session.screens.become("Laptop", "Third")
    assert session.windows.placement == Placement("Third", "Laptop")


def test_for_a_moment_without_any_display_the_windows_wait(opened) -> None:
    session = opened("Laptop", "Beamer", place=5)
    session.screens.become()
    session.screens.become("Laptop", "Beamer")
    assert session.windows.placement == Placement("Beamer", "Laptop")
    assert session.state.place == 5


def test_after_the_projector_is_gone_the_console_can_be_asked_for(opened) -> None:
    session = opened("Laptop", "Beamer")
    session.screens.become("Laptop")
    session.press("Ctrl+Shift+C")
    assert session.windows.placement == Placement("Laptop", None)
    assert session.windows.audience.isVisible()
    assert session.windows.console.isVisible()


def test_for_sharing_the_audience_is_a_window_of_a_fixed_shape(opened) -> None:
    session = opened("Only", windowed=True)
    audience = session.windows.audience
    assert not audience.isFullScreen()
    assert abs(audience.width() / audience.height() - 16 / 9) < 0.01
    audience.resize(700, 700)
    area = audience.stage.area
    assert abs(area.width() / area.height() - 16 / 9) < 0.01
    session.act(Act(Command.WINDOWED))
    assert audience.isFullScreen()


def test_the_display_that_was_asked_for_is_taken(opened) -> None:
    session = opened("Laptop", "Beamer", "Third", wanted="Third")
    assert session.windows.placement == Placement("Third", "Laptop")


def test_a_hidden_talk_shows_nothing_anywhere_and_its_clock_goes_on(opened, clock) -> None:
    session = opened("Laptop", "Beamer")
    windows = session.windows
    session.press("Right")
    session.press("F")
    session.press("H")
    assert not windows.audience.isVisible()
    assert not windows.console.isVisible()
    assert windows.bar.isVisible()
    clock.seconds += 65
    session.timing.tell()
    session.press("T")
    assert windows.bar.clock.text() == "01:05"
    session.press("H")
    assert (session.state.place, session.state.frozen, session.state.hidden) == (1, True, False)
    assert windows.audience.isFullScreen()
    assert windows.console.isFullScreen()
    assert not windows.bar.isVisible()


def test_displays_that_come_and_go_while_the_talk_is_hidden_show_nothing_of_it(opened) -> None:
    session = opened("Laptop", "Beamer")
    windows = session.windows
    session.press("H")
    session.screens.become("Laptop")
    session.screens.become("Laptop", "Hall")
    assert not windows.audience.isVisible()
    assert not windows.console.isVisible()
    windows.bar.button.click()
    assert windows.placement == Placement("Hall", "Laptop")
    assert windows.audience.isVisible()
    assert windows.console.isVisible()


def test_a_bar_that_is_closed_ends_no_talk_and_one_display_tells_no_time(opened) -> None:
    session = opened("Only")
    session.press("H")
    assert not session.windows.bar.clock.isVisible()
    session.windows.bar.close()
    assert not session.state.hidden
    assert not session.state.ended
    assert session.windows.audience.isVisible()


def test_displays_mirrored_from_the_start_that_become_two_move_the_audience(opened) -> None:
    session = opened("Laptop", "Beamer", mirrored=True)
    session.screens.become("Laptop", "Beamer")
    assert session.windows.placement == Placement("Beamer", "Laptop")
    assert session.windows.console.isFullScreen()


def test_two_displays_of_the_room_show_the_same_and_either_may_come_and_go(opened) -> None:
    session = opened("Laptop", "Hall", "Foyer")
    windows = session.windows
    assert windows.copies.names == ()
    session.press("Ctrl+Shift+A")
    assert windows.placement == Placement("Hall", "Laptop")
    assert windows.copies.names == ("Foyer",)
    assert "Hall、Foyer" in windows.console.signs.notice
    session.press("Right")
    session.press("F")
    session.press("Right")
    assert [stage.shown for stage in windows.copies.stages] == [windows.audience.stage.shown]
    session.screens.become("Laptop", "Hall")
    assert windows.copies.names == ()
    session.screens.become("Laptop", "Hall", "Foyer")
    assert windows.copies.names == ("Foyer",)
    assert windows.copies.stages[0].shown == session.state.shown
    session.screens.become("Laptop", "Foyer")
    assert windows.placement == Placement("Foyer", "Laptop")
    assert windows.copies.names == ()
    session.screens.become("Foyer")  # what the room looks at gets no console
    assert windows.placement == Placement("Foyer", None)
    session.screens.become("Laptop", "Hall", "Foyer")
    assert windows.placement.console == "Laptop"
    assert len(windows.copies.names) == 1
    session.press("H")
    assert not any(stage.isVisible() for stage in windows.copies.stages)
    session.press("H")
    session.press("Ctrl+Shift+A")
    assert windows.copies.names == ()


def test_a_panel_moves_to_the_window_that_is_left_when_the_console_goes(opened) -> None:
    session = opened("Only")
    session.press("Ctrl+Shift+C")
    session.press("O")
    session.screens.become("Hall")
    assert session.windows.alone
    assert session.windows.audience.panels.isVisible()
