"""Shares whose whole is called by what it is, and stands elsewhere."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a margin is a share of the revenue",
        "Revenue was $84.0 million. EBITDA came to $21.0 million, up 6.1%, giving a margin of "
        "25.0%.",
        {
            ("change", "$21.0 million", "6.1%"): None,
            ("part", "$84.0 million", "$21.0 million", "25.0%"): True,
        },
    ),
    (
        "those who make up a part of the people",
        "In total 48,200 people found work. Women made up 54% of the people placed.",
        {("part", "48,200 people", "54%"): None},
    ),
    (
        "a list of shares of the revenue of the report",
        "Revenue was $84.0 million.\n\nService revenue rose to $12.5 million. The north, the south "
        "and the islands accounted for 46%, 31% and 23% of revenue, respectively.",
        {
            ("part", "$84.0 million", "46%"): None,
            ("part", "$84.0 million", "31%"): None,
            ("part", "$84.0 million", "23%"): None,
        },
    ),
    (
        "an expense far from the revenue that it is a share of",
        "Revenue was $84.0 million.\n\nResearch expense was $6.3 million, equal to 7.9% of "
        "revenue.",
        {("part", "$84.0 million", "$6.3 million", "7.9%"): False},
    ),
    (
        "a list of shares of a named income",
        "医疗收入31.6亿元。\n\n药品、材料、服务收入占医疗收入的比重分别为24.3%、21.5%和33.2%。",
        {
            ("part", "31.6亿元", "24.3%"): None,
            ("part", "31.6亿元", "21.5%"): None,
            ("part", "31.6亿元", "33.2%"): None,
        },
    ),
    (
        "a share that moved to where it is",
        "关区外贸进出口总值412.8亿元。对邻国进出口42.1亿元，占关区总值的比重由上年同期的12.0%降至11.2%。",
        {
            ("change", "11.2%", "12.0%"): None,
            ("part", "412.8亿元", "42.1亿元", "11.2%"): False,
        },
    ),
    (
        "the shortest of two names that end alike",
        "旅客总消费98.6亿元，其中过夜旅客消费71.2亿元。购物、住宿分别占总消费的38.6%和27.4%。",
        {
            ("part", "98.6亿元", "71.2亿元"): None,
            ("part", "98.6亿元", "38.6%"): None,
            ("part", "98.6亿元", "27.4%"): None,
        },
    ),
    (
        "a segment that opens the sentence and names a row",
        "Results\n\n| Segment | 2025 |\n| --- | ---: |\n| Water Testing | 241.6 |\n"
        "| Field Work | 118.2 |\n\n"
        "Within Water Testing, sales of monitors rose to 94.2, or 39.0% of the segment's revenue.",
        {("part", "241.6", "94.2", "39.0%"): True},
    ),
]


@each_of(CASES)
def test_finds_the_whole_that_a_share_names(text: str, expected: Found) -> None:
    assert found_in(text) == expected
