from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from viewer.present.console import status_strip
from viewer.present.console.status_strip import Segments, TimeBar, Times
from viewer.present.presentation_model import Room
from viewer.rendering.style import Style

PLACE = "Section 1 of 13 · Step 3 of 60 · figure 1 of 4"


@pytest.mark.parametrize(
    ("left", "behind", "said"),
    [(600.0, 30.0, "00:30"), (90.0, -30.0, "还剩 01:30"), (-125.0, 0.0, "超时 02:05")],
)
def test_the_last_minutes_are_counted_down_and_what_is_over_is_told(
    style: Style, qtbot, left: float, behind: float, said: str
) -> None:
    bar = TimeBar(style)
    qtbot.addWidget(bar)
    bar.show_times(Times("16:28", 900.0, 1000.0, behind, left=left))
    assert said in bar._pace()
    colours = style.palette
    expected = colours.bad if left < 0 else colours.warn
    assert bar._pace_colour().name() == expected


@pytest.mark.parametrize(("width", "shown"), [(900, PLACE), (300, "Step 3 of 60 · figure 1 of 4")])
def test_where_the_place_in_the_talk_has_no_room_its_section_gives_way(
    style: Style, width: int, shown: str
) -> None:
    assert status_strip._ending(PLACE, style.faces.sans_font(20), width) == shown


@pytest.mark.parametrize(("wide", "line"), [(1200, 52.0), (620, status_strip.ABOVE_PACE)])
def test_the_step_is_whole_beside_the_pace_or_above_it(
    style: Style, qtbot, monkeypatch: pytest.MonkeyPatch, wide: int, line: float
) -> None:
    written: list[tuple[float, str]] = []

    def draw(painter: object, at: QPointF, text: str, *how: object) -> None:
        written.append((at.y(), text))

    monkeypatch.setattr(status_strip, "draw_text_right", draw)
    bar = TimeBar(style)
    qtbot.addWidget(bar)
    bar.show_times(Times("16:28", 900.0, 1000.0, 30.0, left=600.0))
    bar.show_place("第 4 步 / 共 18 步")
    bar.resize(wide, 64)
    bar.grab()
    assert (line, "第 4 步 / 共 18 步") in written


@pytest.mark.parametrize("wide", [1400, 220])
def test_the_sections_are_all_named_or_all_numbered_and_the_present_one_is_named(
    room: Room, qtbot, monkeypatch: pytest.MonkeyPatch, wide: int
) -> None:
    written: list[str] = []

    def draw_lines(painter: object, at: object, lines: tuple[str, ...], *how: object) -> None:
        written.append(" ".join(lines))

    monkeypatch.setattr(status_strip, "draw_lines", draw_lines)
    segments = Segments(room)
    qtbot.addWidget(segments)
    segments.resize(wide, 96)
    present = room.talk.agenda[1]
    segments.show_place(present.first)
    segments.grab()
    if wide > 1000:
        assert len(written) == room.talk.sections
        assert not any(text.isdecimal() for text in written)
    else:
        *numbers, title = written
        assert all(text.isdecimal() for text in numbers)
        assert str(present.number) in numbers
        assert title[:2] == present.section.title[:2]
