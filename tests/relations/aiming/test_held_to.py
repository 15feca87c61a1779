"""Results held to what was promised, allowed or asked for, and rules that hold for all."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "a clause of its own that gives the promise",
        "社区全年改造楼道46个，年初承诺的是40个。",
        {("target", "40个", "46个"): None},
    ),
    (
        "a duration against a rule of the house",
        "窗口平均等候时间降至17分钟，但仍未达到15分钟的内部标准。",
        {("target", "15分钟", "17分钟"): None},
    ),
    (
        "what is allowed first, what there was behind it",
        "取水许可量为每日3.2万吨，实际日均取水2.7万吨。",
        {("target", "3.2万吨", "2.7万吨"): None},
    ),
    (
        "what is asked for, and the quarter",
        "设备完好率要求不低于95%，本季度为93.8%。",
        {("target", "95%", "93.8%"): None},
    ),
    (
        "an aim in the sentence behind that of its result",
        "图书馆全年办证3.6万张。这比年初提出的3万张的目标高出两成。",
        {("target", "3万张", "3.6万张"): None, ("change", "3.6万张", "3万张", "两成"): True},
    ),
    (
        "how far from a mark, and the mark",
        "按期办结率为92.4%，高出考核线2.4个百分点，考核线为90%。",
        {("target", "90%", "92.4%"): None},
    ),
    (
        "how far from a standard of the house",
        "本季度的缺勤率为2.7%，比3%的内控标准低0.3个百分点。",
        {("target", "3%", "2.7%"): None, ("change", "2.7%", "3%", "0.3个百分点"): True},
    ),
    (
        "an approved cost and the account of it",
        "项目批复投资4.8亿元，竣工结算4.5亿元。",
        {("target", "4.8亿元", "4.5亿元"): None},
    ),
    ("a rule that holds for all", "资本充足率为13.1%，高于监管要求的10.5%。", {}),
    ("an aim of next year", "明年计划新建驿站8个，今年已建成5个。", {}),
    ("the promise of another", "甲队承诺投入40人，乙队投入35人。", {}),
    ("a debt within the limit of a state", "债务余额32.6亿元，省核定限额53.1亿元。", {}),
]


@each_of(CASES)
def test_a_short_report_holds_these_aims_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
