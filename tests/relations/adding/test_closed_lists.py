"""Lists that read as complete are sums whether they add up; parts told by other words than 占."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a list that ends in the others, far below its total, with one number wrong",
        "公司全年实现收入64.2亿元，净利润5.1亿元。\n\n"
        "分业务看，化肥收入38.5亿元；农药收入19.9亿元；其他收入7.8亿元。",
        {("sum", "64.2亿元", "38.5亿元", "19.9亿元", "7.8亿元"): False},
    ),
    (
        "lines with marks below the words that lead them in, with one number wrong",
        "馆内现有展品8,240件，分类如下：\n\n- 陶瓷4,120件\n- 书画2,360件\n- 钱币1,560件",
        {("sum", "8,240件", "4,120件", "2,360件", "1,560件"): False},
    ),
    (
        "lines of some members only are no sum",
        "馆内现有展品8,240件，主要门类如下：\n\n- 陶瓷4,120件\n- 书画2,360件\n- 钱币1,560件",
        {},
    ),
    (
        "sentences that go on with one member each, with one number wrong",
        "全年接诊51.6万人次。这些患者中，到总院的有23.4万人次。到分院的有16.5万人次。"
        "到社区站的有7.7万人次。",
        {("sum", "51.6万人次", "23.4万人次", "16.5万人次", "7.7万人次"): False},
    ),
    (
        "what a part among others is followed by in the next sentence is no member",
        "全市旅游收入842.6亿元；其中过夜游客花费268.4亿元，较快增长。"
        "住宿餐饮营业额391.5亿元，门票收入96.2亿元。",
        {("part", "842.6亿元", "268.4亿元"): None},
    ),
    (
        "a total that counts the quarters it adds up",
        "第三季度维修费412万元，前两个季度分别为386万元和357万元，三个季度累计1,155万元。",
        {("sum", "1,155万元", "412万元", "386万元", "357万元"): True},
    ),
    (
        "gifts added, and the rest, in sentences of their own",
        "Income came to £2.45 million. Members paid £1.31 million. "
        "Legacies added £720,000. The remaining £420,000 came from the shop.",
        {("sum", "£2.45 million", "£1.31 million", "£720,000", "£420,000"): True},
    ),
    (
        "international and domestic of the total, with one number wrong",
        "The line carried 8.25 million. Of the total, 5.10 million went on international ferries "
        "and 2.35 million on domestic boats.",
        {("sum", "8.25 million", "5.10 million", "2.35 million"): False},
    ),
    (
        "a list of which one member has a share, with one number wrong",
        "Sales were €180.6 million.\n\nBakeries brought in €104.7 million, or 58.0% of the group's "
        "sales, mills €47.3 million and exports €22.6 million.",
        {
            ("part", "€180.6 million", "€104.7 million", "58.0%"): True,
            ("sum", "€180.6 million", "€104.7 million", "€47.3 million", "€22.6 million"): False,
        },
    ),
    (
        "a member that is only called other is no rest",
        "全年进口9.64万亿元。其中，对东盟进口3.12万亿元，增长4.2%；"
        "对其他缔约国和伙伴国进口5.68万亿元，增长2.9%。",
        {
            ("part", "9.64万亿元", "3.12万亿元"): None,
            ("part", "9.64万亿元", "5.68万亿元"): None,
            ("change", "3.12万亿元", "4.2%"): None,
            ("change", "5.68万亿元", "2.9%"): None,
        },
    ),
    (
        "the parts of what was reached are no parts of the aim",
        "累计发放贷款46.5亿元，完成全年60亿元投放目标的77.5%，其中农户贷款18.2亿元。",
        {
            ("part", "46.5亿元", "18.2亿元"): None,
            ("target", "60亿元", "46.5亿元", "77.5%"): True,
        },
    ),
    (
        "a fraction right behind the part",
        "全年售票94.8万张，学生票23.7万张，恰好是四分之一。",
        {("part", "94.8万张", "23.7万张", "四分之一"): True},
    ),
    (
        "a share of those before it, with how many they are",
        "The clinic saw 3,150 patients. Two in five of those treated, 1,260, were children.",
        {("part", "3,150 patients", "1,260", "Two in five"): True},
    ),
    (
        "of it, with the share in brackets",
        "Spending was £3.20 million, of which fuel accounted for £1.12 million of it (45%).",
        {("part", "£3.20 million", "£1.12 million", "45%"): False},
    ),
    (
        "that is",
        "The yard employs 1,850 people. Of these staff, 740, i.e. 40%, are welders.",
        {("part", "1,850 people", "740", "40%"): True},
    ),
    (
        "a share that was up from another, and its aim",
        "Some 84.2% of trains ran on time, up from 79.6% and above the target of 82%.",
        {
            ("change", "84.2%", "79.6%"): None,
            ("target", "82%", "84.2%"): None,
        },
    ),
    (
        "a loss of the year before",
        "经营利润3,860万元，上年同期则录得亏损940万元。",
        {("change", "3,860万元", "940万元"): None},
    ),
    (
        "a sentence that gives the year before without its measure",
        "Net spending was £92.4 million. In the previous year the trust spent £88.0 million, "
        "so that costs grew by 7.0%.",
        {("change", "£92.4 million", "£88.0 million", "7.0%"): False},
    ),
    (
        "what came of what was meant, in percent of that",
        "The fund had meant to lend $40 million this year and has lent $31 million, "
        "or 87% of that.",
        {("target", "$40 million", "$31 million", "87%"): False},
    ),
    (
        "more than a number is no number and more",
        "全年利润8.46亿元，比上年的8.05亿元多0.31亿元。",
        {("change", "8.46亿元", "8.05亿元", "0.31亿元"): False},
    ),
]


@each_of(CASES)
def test_a_short_report_holds_these_relations_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
