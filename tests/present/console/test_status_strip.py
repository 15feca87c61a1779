from __future__ import annotations

import pytest

from viewer.present.console.status_strip import TimeBar, Times
from viewer.rendering.style import Style


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
