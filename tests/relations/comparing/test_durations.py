"""Durations that are measured, and those within which something happens."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "shorter by, to",
        "Average turnaround time fell by 2.6 hours on a year earlier to 31.4 hours.",
        {("change", "31.4 hours", "2.6 hours"): None},
    ),
    (
        "shorter than before",
        "The average wait was 18.2 days, 3.1 days shorter than in the year before.",
        {("change", "18.2 days", "3.1 days"): None},
    ),
    (
        "from so long to so long",
        "The median waiting time fell from 21 days to 18 days.",
        {("change", "18 days", "21 days"): None},
    ),
    (
        "a percentage of a time",
        "Response times improved by 8% to 7.4 minutes.",
        {("change", "7.4 minutes", "8%"): None},
    ),
    (
        "shorter in Chinese",
        "平均住院日降至6.3天，同比缩短0.4天。",
        {("change", "6.3天", "0.4天"): None},
    ),
    (
        "from so long to so long in Chinese, wrong",
        "平均办理时间由上年的12.4天缩短至9.1天，缩短4.3天。",
        {("change", "9.1天", "12.4天", "4.3天"): False},
    ),
    (
        "a time within which something happens is no level",
        "The Council will cut its holdings over the coming twelve months, within six months by 4%.",
        {},
    ),
    (
        "days on which a house was open",
        "The museum was open for 300 days; entries rose within 12 months.",
        {},
    ),
]


@each_of(CASES)
def test_durations_that_are_measured_have_levels_and_changes(text: str, expected: Found) -> None:
    assert found_in(text) == expected
