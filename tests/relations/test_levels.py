"""Levels that changes lead to, in the turns of central banks and yearly reports."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a time between an amount and its rate",
        "Gifts have grown by £4.8 million since March, or 7.3%, to £71.0 million.",
        {
            ("change", "£71.0 million", "£4.8 million"): True,
            ("change", "£71.0 million", "7.3%"): True,
        },
    ),
    (
        "a count of something else between a name and its verb",
        "Traffic, after the flood that closed two quays for nine days, fell 6.2% to 41.3 "
        "million tonnes.",
        {("change", "41.3 million tonnes", "6.2%"): None},
    ),
    (
        "a verb of its own for the level",
        "Yields dropped, because of the wet spring, by 14% and reached only 6.9 tonnes a hectare.",
        {("change", "6.9 tonnes a hectare", "14%"): None},
    ),
    (
        "what used to be",
        "Churn was 1.3% a month where it used to be 1.6%.",
        {("change", "1.3%", "1.6%"): None},
    ),
    (
        "an increase that grew by more than the year before",
        "6月末存款余额8642.3亿元，比年初增加412.5亿元，同比多增38.2亿元。",
        {
            ("change", "412.5亿元", "38.2亿元"): None,
            ("change", "8642.3亿元", "412.5亿元"): None,
        },
    ),
    (
        "basis points in Chinese, from rate to rate",
        "贷款利率由上年末的3.60%降至3.32%，下降28个基点。",
        {
            ("change", "3.32%", "3.60%", "28个基点"): True,
        },
    ),
    (
        "basis points that do not lead from one rate to the other",
        "The yield rose from 3.62% to 3.81%, an increase of 29 basis points.",
        {
            ("change", "3.81%", "3.62%", "29 basis points"): False,
        },
    ),
    (
        "a growth held beside that of others is no change",
        "小微贷款余额1126.5亿元，同比增长16.3%，高于各项贷款增速7.1个百分点。",
        {
            ("change", "1126.5亿元", "16.3%"): None,
        },
    ),
    (
        "less than what was planned, and the change of the year",
        "公务费支出1862万元，比预算2100万元节约238万元，同比下降8.2%。",
        {
            ("change", "1862万元", "2100万元", "238万元"): True,
            ("change", "1862万元", "8.2%"): None,
            ("target", "2100万元", "1862万元"): None,
        },
    ),
    (
        "a comparison behind its base",
        "死亡率0.42%，与上年的0.47%相比下降0.05个百分点。",
        {
            ("change", "0.42%", "0.47%", "0.05个百分点"): True,
        },
    ),
    (
        "a currency against another, to its rate",
        "The crown appreciated by 2.1 percent against the euro, to 11.42.",
        {
            ("change", "11.42", "2.1 percent"): None,
        },
    ),
    (
        "a rate that leaves out its sign",
        "Core inflation eased to 3.8 from 4.0 percent.",
        {
            ("change", "3.8", "4.0 percent"): None,
        },
    ),
    (
        "what was more than before, behind a comma",
        "Farmers brought in 18.42 million tonnes of grain in 2025, 1.16 million"
        " tonnes (6.7%) more than in 2024.",
        {
            ("change", "18.42 million tonnes", "1.16 million tonnes"): True,
            ("change", "18.42 million tonnes", "6.7%"): True,
        },
    ),
    (
        "more than halved is no comparison",
        "Interest income rose by 310 million to 7.94 billion, while impairments"
        " more than halved to 0.28 billion from 0.61 billion.",
        {
            ("change", "0.28 billion", "0.61 billion"): None,
            ("change", "7.94 billion", "310 million"): None,
        },
    ),
    (
        "what the change of another sentence came from",
        "Sales to the north were $5.8 billion. Sales to the south jumped 18.2 p"
        "ercent, while those to the north shrank by 9.4 percent, from $6.4 bill"
        "ion.",
        {
            ("change", "$5.8 billion", "$6.4 billion", "9.4 percent"): True,
        },
    ),
    (
        "two earlier times",
        "Annual inflation was 3.2% in March, down from 3.4% in December and 4.6% a year earlier.",
        {
            ("change", "3.2%", "3.4%"): None,
            ("change", "3.2%", "4.6%"): None,
        },
    ),
    (
        "by one number to another, after a level of its own",
        "The forecast for 2026 was revised up by 0.3 points to 2.8%, and that f"
        "or 2027 down by 0.1 point to 2.1%.",
        {
            ("change", "2.1%", "0.1 point"): None,
            ("change", "2.8%", "0.3 points"): None,
        },
    ),
    (
        "what a part adds to growth is no change of it",
        "GDP grew by 1.6%. Consumption contributed 0.9 points and trade 0.7 points.",
        {("sum", "1.6%", "0.9 points", "0.7 points"): True},
    ),
    (
        "a share in brackets of growth is no change",
        "Income rose by £31.2 million to £548.3 milli"
        "on, of which £497.5 million (90.7%) came fro"
        "m patient care.",
        {
            ("change", "£548.3 million", "£31.2 million"): None,
            ("part", "£548.3 million", "£497.5 million", "90.7%"): True,
        },
    ),
    (
        "above a ceiling is no earlier value",
        "There were 46 infections, against a ceiling of 52.",
        {},
    ),
    (
        "below the forecast",
        "Core inflation was 3.5%, 0.1 percentage points below the forecast of 3.6%.",
        {
            ("change", "3.5%", "3.6%", "0.1 percentage points"): True,
        },
    ),
    (
        "two changes of one level, opposed by but",
        "Sales were £82.4 million, down 2.0% on the quarter but up 5.6% on a year earlier.",
        {
            ("change", "£82.4 million", "2.0%"): None,
            ("change", "£82.4 million", "5.6%"): None,
        },
    ),
    (
        "a change behind the share of its level",
        "Credit came to $84.6 billion. Credit to firms came to $31.9 billion, or 37.7% of the "
        "total, and grew by 1.9%.",
        {
            ("change", "$31.9 billion", "1.9%"): None,
            ("part", "$84.6 billion", "$31.9 billion", "37.7%"): True,
        },
    ),
    (
        "a change from a level of which only the year is printed",
        "Emissions were 38,700 tonnes, 9.4% less than the 42,700 tonnes of 2024 and 43% below "
        "the level of 2015.",
        {
            ("change", "38,700 tonnes", "42,700 tonnes", "9.4%"): True,
            ("change", "38,700 tonnes", "43%"): None,
        },
    ),
    (
        "the earlier value behind a change in a later sentence",
        "Dry bulk came to 14.2 million tonnes. Dry bulk fell by 5.3% from the previous year's 15.0 "
        "million tonnes.",
        {("change", "14.2 million tonnes", "15.0 million tonnes", "5.3%"): True},
    ),
    (
        "a name that a level bears in part",
        "Wheat exports came to 3.2 million tonnes and barley exports to 1.1 million tonnes. Barley "
        "grew by 4.5%.",
        {("change", "1.1 million tonnes", "4.5%"): None},
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
