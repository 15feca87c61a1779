"""The values of a line stand clear of the lines that lead to its names, and of its lit points."""

from __future__ import annotations

import pytest

from tests.chart.build import chart, one, series
from tests.chart.layout.measure import simple
from viewer.chart import lay_out
from viewer.chart.layout import RAISED, STYLES, Align, Placed
from viewer.chart.layout.periodlabels import crosses

STAGE = STYLES["stage"]
SHORT = {"2021": "12000", "2022": "19000", "2023": "24000", "2024": "31000"}
AFTER = {"2025": "36000", "2026": "42000"}


def two_lines(width: float) -> Placed:
    """A line that ends in the middle of the other one's years, near its first value."""
    known, later = series("known", SHORT), series("later", AFTER)
    return lay_out(one([known, later], [chart("line", "known", "later")]), width, STAGE, simple)


@pytest.mark.parametrize("width", [800, 850, 900, 1000, 1200, 1400])
def test_no_value_stands_on_the_line_that_leads_to_a_name(width: float) -> None:
    placed = two_lines(width)
    lines = [((rule.x1, rule.y1), (rule.x2, rule.y2)) for rule in placed.rules]
    leaders = [(start, end) for start, end in lines if start[1] != end[1]]  # not the axis
    points = [text for text in placed.texts if text.key and text.align is Align.CENTRE]
    assert len(leaders) == 2
    assert points
    assert not [text.lines for text in points for line in leaders if crosses(line, text.box)]


def test_a_value_beside_its_point_stands_off_it_while_it_is_lit() -> None:
    ups = {str(2015 + n): str(value) for n, value in enumerate((90, 10, 80, 20, 70, 30))}
    placed = lay_out(one([series("a", ups)], [chart("line", "a")]), 500, STAGE, simple)
    dots = {dot.key: dot for dot in placed.dots}
    beside = [
        text
        for text in placed.texts
        if text.key and text.box.y < dots[text.key].y < text.box.bottom
    ]
    assert beside
    for text in beside:
        reach, at = RAISED * STAGE.stroke, dots[text.key].x
        assert text.box.x > at + reach or text.box.right < at - reach
