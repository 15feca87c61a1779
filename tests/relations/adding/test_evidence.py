"""Lists that add up by chance are no sums; small counts that make their total are."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a balance is no part",
        "Exports amounted to $36.2 billion and imports to $28.6 billion, leavin"
        "g a surplus of $7.6 billion.",
        {},
    ),
    (
        "figures of two sentences that add up by chance",
        "Exports were $22.8 billion.\n\nSales to the north took $5.8 billion and "
        "to the south $6.9 billion. Those to the west fell from $6.4 billion. T"
        "rade with the east reached $3.9 billion.",
        {},
    ),
    (
        "those who did something, so much of them",
        "毕业生共6842人，落实率93.4%，就业4317人，升学1852人，出国221人。",
        {},
    ),
    (
        "small counts behind 其中",
        "评价项目126个，其中优秀41个、良好68个、中等14个、较差3个。",
        {
            ("sum", "126个", "41个", "68个", "14个", "3个"): True,
        },
    ),
    (
        "what was left over is a part of the resources",
        "收入总计79.56亿元，其中本级收入38.62亿元，上级补助收入31.58亿元，债务收入"
        "5.47亿元，上年结余1.83亿元，调入资金2.06亿元。",
        {
            (
                "sum",
                "79.56亿元",
                "38.62亿元",
                "31.58亿元",
                "5.47亿元",
                "1.83亿元",
                "2.06亿元",
            ): True,
        },
    ),
    (
        "resources added to what opens the paragraph",
        "一般公共预算收入52.36亿元，其中税收收入41.89亿元，非税收入10.47亿元。加上"
        "级补助收入18.74亿元、上年结转2.15亿元、调入资金3.6亿元、债务转贷收入4.85"
        "亿元，收入总量为81.7亿元。",
        {
            ("sum", "52.36亿元", "41.89亿元", "10.47亿元"): True,
            ("sum", "81.7亿元", "52.36亿元", "18.74亿元", "2.15亿元", "3.6亿元", "4.85亿元"): True,
        },
    ),
    (
        "parts of what is owed, not of the limit",
        "债务余额96.43亿元，控制在限额101.2亿元以内，其中一般债务41.27亿元、专项债务55.16亿元。",
        {
            ("sum", "96.43亿元", "41.27亿元", "55.16亿元"): True,
        },
    ),
    (
        "a sentence that names what divides, with one number wrong",
        "门急诊1284126人次，增长5.8%。分院区看，本部962314人次，东院区301852人次，互联网医院119960人次。",
        {
            ("change", "1284126人次", "5.8%"): None,
            ("sum", "1284126人次", "962314人次", "301852人次", "119960人次"): False,
        },
    ),
    (
        "the largest of a division only",
        "门急诊1284126人次，增长5.8%。分院区看，主要是本部862314人次，东院区301852人次，北院区9960人次。",
        {
            ("change", "1284126人次", "5.8%"): None,
        },
    ),
    (
        "what three items come to, one number wrong",
        "销售费用1.87亿元、管理费用1.12亿元、财务费用0.08亿元，三项费用合计2.69亿元。",
        {
            ("sum", "2.69亿元", "1.87亿元", "1.12亿元", "0.08亿元"): False,
        },
    ),
    (
        "resources added to what opens the paragraph, one number wrong",
        "一般公共预算收入52.36亿元，增长5.0%。加上级补助收入18.74亿元、上年结转2."
        "15亿元、调入资金3.6亿元，收入总量为79.85亿元。",
        {
            ("change", "52.36亿元", "5.0%"): None,
            ("sum", "79.85亿元", "52.36亿元", "18.74亿元", "2.15亿元", "3.6亿元"): False,
        },
    ),
    (
        "persons under another noun",
        "On census night 1,284,630 people lived there.\n\nThe Coast has 612,340 i"
        "nhabitants, while 389,710 live in the Valley, 187,450 in the Hills and"
        " 95,130 on the Islands.",
        {
            (
                "sum",
                "1,284,630 people",
                "612,340 inhabitants",
                "389,710",
                "187,450",
                "95,130",
            ): True,
        },
    ),
    (
        "the rest of a number without a noun",
        "Of the 563,780 dwellings counted, 541,200 were occupied and 22,580 sto"
        "od empty. Owners lived in 346,370 dwellings, tenants in the remaining "
        "194,830.",
        {
            ("sum", "563,780 dwellings", "541,200", "22,580"): True,
            ("sum", "541,200", "346,370 dwellings", "194,830"): True,
        },
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
