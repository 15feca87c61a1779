"""Tables with rows within rows, of plans, and of forecasts."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a running total that no word calls one",
        "£ million\t2024/25\t2023/24\nRents\t98.8\t91.2\nSales of homes\t17.4\t20.1\nOther income\t"
        "5.3\t4.4\nTurnover\t121.5\t115.7\nOperating costs\t90.2\t87.6",
        {
            ("change", "121.5", "115.7"): None,
            ("change", "17.4", "20.1"): None,
            ("change", "5.3", "4.4"): None,
            ("change", "90.2", "87.6"): None,
            ("change", "98.8", "91.2"): None,
            ("sum", "115.7", "91.2", "20.1", "4.4"): True,
            ("sum", "121.5", "98.8", "17.4", "5.3"): True,
        },
    ),
    (
        "rows within a row, the first of them marked",
        "项目\t金额（万元）\t占比\n医疗收入\t8600\t95.6%\n其中：门诊收入\t3200\t35"
        ".6%\n住院收入\t5400\t60.0%\n其他收入\t400\t4.4%\n合计\t9000\t10"
        "0.0%",
        {
            ("part", "8600", "3200"): None,
            ("part", "9000", "3200", "35.6%"): True,
            ("part", "9000", "400", "4.4%"): True,
            ("part", "9000", "5400", "60.0%"): True,
            ("part", "9000", "8600", "95.6%"): True,
            ("sum", "8600", "3200", "5400"): True,
            ("sum", "9000", "8600", "400"): True,
        },
    ),
    (
        "rows within a row, none of them marked",
        "科目\t预算（万元）\t决算（万元）\n税收收入\t264500\t268300\n增值税\t9860"
        "0\t101200\n所得税\t43100\t42800\n其他税收\t122800\t124300\n"
        "非税收入\t121700\t118900\n收入合计\t386200\t387200",
        {
            ("sum", "264500", "98600", "43100", "122800"): True,
            ("sum", "268300", "101200", "42800", "124300"): True,
            ("sum", "386200", "264500", "121700"): True,
            ("sum", "387200", "268300", "118900"): True,
            ("target", "121700", "118900"): None,
            ("target", "122800", "124300"): None,
            ("target", "264500", "268300"): None,
            ("target", "386200", "387200"): None,
            ("target", "43100", "42800"): None,
            ("target", "98600", "101200"): None,
        },
    ),
    (
        "only some rows within a row",
        "科目\t决算（万元）\n收入合计\t387200\n税收收入\t268300\n其中：增值税\t101200\n所得税\t42800\n非税收入\t118900",
        {
            ("part", "268300", "101200"): None,
            ("sum", "387200", "268300", "118900"): True,
        },
    ),
    (
        "a completion whose title ends in percent",
        "项目（万元）\t预算数\t决算数\t完成预算%\n道路\t8600\t8342\t97.0\n学校\t6200\t6385\t103.0",
        {
            ("target", "6200", "6385", "103.0"): True,
            ("target", "8600", "8342", "97.0"): True,
        },
    ),
    (
        "a share of the budget is a completion",
        "Service\tBudget ($m)\tOutturn ($m)\t% of budget\nCare\t118.4\t122.6\t103.5\nRo"
        "ads\t51.7\t50.5\t97.7",
        {
            ("target", "118.4", "122.6", "103.5"): True,
            ("target", "51.7", "50.5", "97.7"): True,
        },
    ),
    (
        "a title that is one year",
        "Item\t2025\tShare\nTotal\t9,000\t100%\nInpatients\t5,400\t60%\nOutpatients\t3,20"
        "0\t36%\nOther\t400\t4%",
        {
            ("part", "9,000", "3,200", "36%"): True,
            ("part", "9,000", "400", "4%"): True,
            ("part", "9,000", "5,400", "60%"): True,
            ("sum", "9,000", "5,400", "3,200", "400"): True,
        },
    ),
    (
        "years of forecasts are no bases",
        "Forecasts\n\nGDP and prices\t2025\t2026\t2027\nGDP growth, %\t1.9\t1.4\t1.8\nInf"
        "lation, %\t3.6\t2.6\t2.1",
        {},
    ),
    (
        "forecasts with the previous ones",
        "Variable\t2026 forecast\tPrevious forecast\t2027 forecast\tPrevious foreca"
        "st\nGDP growth (%)\t1.4\t1.7\t1.8\t1.9\nInflation (%)\t2.6\t2.9\t2.1\t2.2",
        {
            ("change", "1.4", "1.7"): None,
            ("change", "1.8", "1.9"): None,
            ("change", "2.1", "2.2"): None,
            ("change", "2.6", "2.9"): None,
        },
    ),
    (
        "the quarter before and the one of a year before",
        "Indicator\tQ1 2026\tQ4 2025\tQ1 2025\nReserves, $bn\t12.6\t12.2\t11.1\nLoans, "
        "$bn\t98.4\t97.1\t94.0",
        {
            ("change", "12.6", "11.1"): None,
            ("change", "12.6", "12.2"): None,
            ("change", "98.4", "94.0"): None,
            ("change", "98.4", "97.1"): None,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
