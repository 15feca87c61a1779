"""What the parts of a growth add to it, in both languages."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "points that make the growth",
        "The economy grew by 2.1 per cent. Household spending contributed 1.3 percentage points, "
        "investment 0.5 percentage points and net exports 0.3 percentage points.",
        {
            (
                *("sum", "2.1 per cent", "1.3 percentage points"),
                *("0.5 percentage points", "0.3 percentage points"),
            ): True,
        },
    ),
    (
        "points that do not make it",
        "Of the growth of 3.4%, services contributed 1.6 percentage points, industry 0.9 "
        "percentage points and farming the remaining 0.4 percentage points.",
        {
            (
                *("sum", "3.4%", "1.6 percentage points"),
                *("0.9 percentage points", "0.4 percentage points"),
            ): False,
        },
    ),
    (
        "the three demands, in Chinese",
        "全年地区生产总值增长5.2%，其中最终消费支出拉动3.1个百分点，资本形成总额拉动1.4个百分点，"
        "净出口拉动0.7个百分点。",
        {("sum", "5.2%", "3.1个百分点", "1.4个百分点", "0.7个百分点"): True},
    ),
    (
        "some of the parts",
        "Inflation was 3.4%. Food contributed 0.8 percentage points and energy 0.5 percentage "
        "points.",
        {},
    ),
    (
        "a part that takes from the growth",
        "GDP grew by 1.2%. Spending contributed 0.8 percentage points and investment 0.6 "
        "percentage points, while net exports subtracted 0.2 percentage points.",
        {},
    ),
]


@each_of(CASES)
def test_the_points_of_all_parts_make_the_growth(text: str, expected: Found) -> None:
    assert found_in(text) == expected
