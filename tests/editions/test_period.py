import pytest

from viewer.editions.period import Period, mentions


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("上半年，货运增长", Period(1, 6)),
        ("下半年", Period(7, 12)),
        ("2024年半年度报告", Period(1, 6, 2024)),
        ("2023年第三季度", Period(7, 9, 2023)),
        ("前三季度", Period(1, 9)),
        ("1至4月", Period(1, 4)),
        ("1—3月份", Period(1, 3)),
        ("前两个月", Period(1, 2)),
        ("一至三季度", Period(1, 9)),
        ("首季", Period(1, 3)),
        ("2024年首九個月", Period(1, 9, 2024)),
        ("民國112年", Period(1, 12, 2023)),
        ("113年度", Period(1, 12, 2024)),
        ("二零二四年", Period(1, 12, 2024)),
        ("2023-24年度", Period(4, 15, 2023)),
        ("2021-2025年", Period(1, 12, 2025)),
        ("in 2022/23", Period(4, 15, 2022)),
        ("FY25", Period(1, 12, 2025)),
        ("the first three quarters of 2024", Period(1, 9, 2024)),
        ("for the six months ended 30 June 2024", Period(1, 6, 2024)),
        ("the year to March 2024", Period(4, 15, 2023)),
        ("6月当月", Period(6, 6)),
        ("十二月", Period(12, 12)),
        ("2023年，全市", Period(1, 12, 2023)),
        ("in the fourth quarter of 2022", Period(10, 12, 2022)),
        ("Q3 was", Period(7, 9)),
        ("the first half", Period(1, 6)),
        ("for fiscal 2025", Period(1, 12, 2025)),
        ("Full-year revenue", Period(1, 12)),
        ("jobless in March 2024", Period(3, 3, 2024)),
    ],
)
def test_words_name_months(words: str, period: Period) -> None:
    assert [one.period for one in mentions(words)] == [period]


@pytest.mark.parametrize(
    "words",
    [
        "4月16日",
        "we may grow",
        "13月",
        "2,023 cases",
        "in 2023,5",
        "at 31 March 2023",
        "the quarter ended June 30, 2024",
    ],
)
def test_days_and_other_numbers_name_no_period(words: str) -> None:
    assert mentions(words) == ()


def test_a_moment_is_told_from_a_period() -> None:
    assert [one.instant for one in mentions("截至2023年末，")] == [True]
    assert [one.instant for one in mentions("2021年以来")] == [True]
    assert [one.instant for one in mentions("cut by half by 2030")] == [True]
    assert [one.instant for one in mentions("2023年，")] == [False]


def test_last_year_lies_a_year_back() -> None:
    (quarter,) = mentions("去年一季度")
    assert (quarter.period, quarter.back) == (Period(1, 3), 1)
    (same,) = mentions("上年同期")
    assert (same.back, same.same) == (1, True)


def test_months_without_a_year_may_be_those_of_any_year() -> None:
    assert Period(1, 3).may_be(Period(1, 3, 2024))
    assert not Period(1, 3, 2023).may_be(Period(1, 3, 2024))
    assert not Period(1, 3).may_be(Period(1, 6))
    assert Period(1, 12, 2024).follows(Period(1, 12, 2023)) == Period(1, 12, 1)


def test_a_year_of_two_calendar_years_holds_the_months_of_both() -> None:
    year = Period(4, 15, 2023)
    assert Period(3, 3, 2024).follows(year) == Period(3, 3, 0)
    assert Period(3, 3, 2023).follows(year) == Period(3, 3, -1)
    assert Period(4, 15, 2024).follows(year) == Period(4, 15, 1)
    assert Period(1, 12, 2023).may_be(year)
    assert not Period(1, 12, 2022).may_be(year)
