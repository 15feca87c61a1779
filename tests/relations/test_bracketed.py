"""Shares in brackets behind their parts."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "words between a part and its share",
        "Of 212,000 reported cases, 148,000 involved cards (70%) and 64,000 bank transfers (30%).",
        {
            ("part", "212,000", "148,000", "70%"): True,
            ("part", "212,000", "64,000", "30%"): True,
            ("sum", "212,000", "148,000", "64,000"): True,
        },
    ),
    (
        "a list whose first part tells its share otherwise",
        "Exports were $36.2 billion.\n\nMachinery remained the largest at $15.2 b"
        "illion, which is 42 percent of the total; chemicals brought in $6.5 bi"
        "llion (18 percent) and food $4.3 billion (12 percent).",
        {
            ("part", "$36.2 billion", "$15.2 billion", "42 percent"): True,
            ("part", "$36.2 billion", "$4.3 billion", "12 percent"): True,
            ("part", "$36.2 billion", "$6.5 billion", "18 percent"): True,
        },
    ),
    (
        "a list whose first part tells its share otherwise, one number wrong",
        "Exports were $36.2 billion.\n\nMachinery remained the largest at $15.2 b"
        "illion, which is 42 percent of the total; chemicals brought in $6.5 bi"
        "llion (18 percent), paper $2.9 billion (8 percent) and food $5.3 billi"
        "on (12 percent).",
        {
            ("part", "$36.2 billion", "$15.2 billion", "42 percent"): True,
            ("part", "$36.2 billion", "$2.9 billion", "8 percent"): True,
            ("part", "$36.2 billion", "$5.3 billion", "12 percent"): False,
            ("part", "$36.2 billion", "$6.5 billion", "18 percent"): True,
            (
                "sum",
                "$36.2 billion",
                "$15.2 billion",
                "$6.5 billion",
                "$2.9 billion",
                "$5.3 billion",
            ): False,
        },
    ),
    (
        "a share with its number behind it",
        "The group employs 4,212 people. Women made up 31%, or 1,306.",
        {
            ("part", "4,212 people", "1,306", "31%"): True,
        },
    ),
    (
        "a share of those just counted",
        "Professors number 286, and 34% of them are women.",
        {
            ("part", "286", "34%"): None,
        },
    ),
    (
        "two shares of an unprinted whole",
        "教育支出15.62亿元，占比21.4%，社保支出11.37亿元，占比15.6%。",
        {
            ("part", "11.37亿元", "15.6%"): None,
            ("part", "15.62亿元", "21.4%"): None,
        },
    ),
    (
        "a share of the part before it",
        "未落实452人，其中备考的占七成。",
        {
            ("part", "452人", "七成"): None,
        },
    ),
    (
        "so many of those, at a rate",
        "Staff wrote 412 applications, of which 119 were successful, a success rate of 28.9%.",
        {
            ("part", "412 applications", "119", "28.9%"): True,
        },
    ),
    (
        "a tenth of what was cut",
        "评审项目送审28.4亿元，审减3.1亿元，审减率10.9%。",
        {
            ("part", "28.4亿元", "3.1亿元", "10.9%"): True,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
