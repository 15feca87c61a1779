"""Whether words speak of a period."""

from __future__ import annotations

import pytest

from viewer.model import Briefing, Passage, Section
from viewer.proof.periods import Periods, period_in


def periods(text: str, period: str = "2023") -> Periods:
    section = Section("a", "甲", Passage(text), ())
    return Periods.of(Briefing("简报", period=period, sections=(section,)))


@pytest.mark.parametrize(
    ("text", "period", "said"),
    [
        ("上线以来共办件", "上线以来", True),
        ("共办件", "上线以来", False),
        ("2021年至2023年", "2021—2023", True),
        ("2023年", "2021—2023", False),
        ("二季度", "2023", False),
        ("6月办件", "6月", True),
        ("5月办件", "6月", False),
        ("截至2023年6月", "2023年5月", True),
    ],
)
def test_a_text_names_a_period_by_its_words_or_by_all_its_years(
    text: str, period: str, said: bool
) -> None:
    assert period_in(text, period) is said


@pytest.mark.parametrize(
    ("text", "period", "held"),
    [
        ("2023年办件", "2023", True),
        ("二〇二三年办件", "2023", True),
        ("2023年办件", "2022", False),
        ("同比增长", "2022", True),
        ("同比增长", "2021", False),
        ("5 new posts, up from the year before", "2022", False),
        ("up on the previous year", "2022", True),
        ("试点期办件", "试点期", True),
        ("办件", "试点期", False),
    ],
)
def test_a_briefing_speaks_of_the_year_before_where_it_compares(
    text: str, period: str, held: bool
) -> None:
    year = "" if period == "试点期" else "2023"
    assert periods(text + " " + year, year).hold(period) is held


def test_what_lies_before_the_year_of_the_briefing_is_past() -> None:
    assert periods("办件").are_past("2022")
    assert not periods("办件").are_past("2023")
    assert not periods("办件").are_past("试点期")


def test_without_a_year_of_its_own_the_last_that_is_named_counts() -> None:
    assert periods("2021年和2022年", "").are_past("2021")
    assert not periods("2021年和2022年", "").are_past("2022")
    assert not periods("办件123456件", "").are_past("2022")
