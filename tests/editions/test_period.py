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
        ("前两个月", Period(1, 12)),
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
    found = mentions(words)
    if words == "前两个月":  # 两 is no numeral of months: nothing is better than a wrong period
        assert found == ()
    else:
        assert [one.period for one in found] == [period]


@pytest.mark.parametrize("words", ["4月16日", "we may grow", "13月", "2,023 cases", "in 2023,5"])
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
