"""Figures of a summary that the body gives otherwise."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "one number under names that differ in a word",
        "Bad debts cost us £3.7 million.\n\nThe charge for bad debts was £3.7 million.",
        {("repeat", "£3.7 million", "£3.7 million"): True},
    ),
    (
        "one number for two sides of an account",
        "Spending on farm roads was £2.5 million.\n\nIncome from farm roads was £2.5 million.",
        {},
    ),
    (
        "one number for two steps of profit",
        "The operating margin was 12%.\n\nThe net margin was 12%.",
        {},
    ),
    (
        "one figure of a summary that repeats two others",
        "核心数据：出院5.62万人次，手术2.87万台，在岗职工2148人。\n\n全年出院5621"
        "8人次，增长3.4%。\n\n全年手术23716台。\n\n年末在岗职工2148人。",
        {
            ("change", "56218人次", "3.4%"): None,
            ("repeat", "2.87万台", "23716台"): False,
            ("repeat", "2148人", "2148人"): True,
            ("repeat", "5.62万人次", "56218人次"): True,
        },
    ),
    (
        "a summary that the body gives the same",
        "核心数据：出院5.62万人次，手术2.37万台，在岗职工2148人。\n\n全年出院5621"
        "8人次，增长3.4%。\n\n全年手术23716台。\n\n年末在岗职工2148人。",
        {
            ("change", "56218人次", "3.4%"): None,
            ("repeat", "2.37万台", "23716台"): True,
            ("repeat", "2148人", "2148人"): True,
            ("repeat", "5.62万人次", "56218人次"): True,
        },
    ),
    (
        "a title that the body contradicts",
        "海州港前三季度货物吞吐量8412万吨\n\n2025年前三季度，海州港完成货物吞吐量7412万吨，比上年同期增长4.4%。集装箱吞"
        "吐量213.6万标箱。",
        {
            ("change", "7412万吨", "4.4%"): None,
            ("repeat", "8412万吨", "7412万吨"): False,
        },
    ),
    (
        "a summary by name, beside an average that is none",
        "Overview\nThe Trade Climate Index stood at 83.4.\n\nThe Trade Climate Index fell by 1.7 "
        "from the previous quarter to 93.4, and remains below its average since 2011 of 98.2.",
        {
            ("repeat", "83.4", "93.4"): False,
            ("change", "93.4", "1.7"): None,
        },
    ),
    (
        "points of a summary and the sections behind them",
        "Highlights\n- Passenger numbers of 8.4 million\n- Fare income of £96.2 million\n\n"
        "Traffic\nPassenger numbers rose to 7.1 million.\n\nFare income came to £96.2 million.",
        {
            ("repeat", "8.4 million", "7.1 million"): False,
            ("repeat", "£96.2 million", "£96.2 million"): True,
        },
    ),
    (
        "a part that is called as its whole is, with a word more",
        "全年快递业务量62.4亿件，业务收入31.6亿元，增长8.1%。\n\n冷链快递业务量51.3亿件，业务收入31.6亿元。\n\n"
        "网点稳定，增长8.1%。",
        {
            ("change", "31.6亿元", "8.1%"): None,
            ("repeat", "31.6亿元", "31.6亿元"): True,
        },
    ),
    (
        "sizes of unlike times",
        "1-5月，全市快递业务量62.4亿件。\n\n5月，全市快递业务量13.1亿件。\n\n同城快递业务量稳定。",
        {},
    ),
    (
        "a size and the same per head",
        "全市地区生产总值803.5亿元。\n\n人均地区生产总值6.9万元。\n\n产业结构优化。",
        {},
    ),
    (
        "what was spent and what the next year plans",
        "全区支出68.92亿元，其中教育支出17.23亿元。\n\n2026年安排教育支出18.1亿元，全区支出71.3亿元。",
        {
            ("part", "68.92亿元", "17.23亿元"): None,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
