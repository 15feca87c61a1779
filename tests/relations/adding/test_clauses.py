"""Parts that later clauses tell of the size that opens a sentence, without a word like 其中."""

from __future__ import annotations

from tests.relations.test_find import Case, Found, each_of, found_in

CASES: list[Case] = [
    (
        "clauses that open with their number",
        "咨询台全年收到1360封来信，910封来自家长，230封来自教师。",
        {("part", "1360封", "910封"): None, ("part", "1360封", "230封"): None},
    ),
    (
        "a rest without a number",
        "保费总额达到83亿元，车险为39亿元，其余为人身险。",
        {("part", "83亿元", "39亿元"): None},
    ),
    (
        "a verb that gives the part to the whole",
        "机场全年货邮吞吐量为36万吨，跨境电商贡献了14万吨。",
        {("part", "36万吨", "14万吨"): None},
    ),
    (
        "a sort of what is counted in all",
        "公司共有充电桩2.6万座，农村地区8100座。",
        {("part", "2.6万座", "8100座"): None},
    ),
    (
        "a part that bears the name of the whole, and the next of its list",
        "本馆共有图书36万册，外文图书2.7万册，古籍1400册。",
        {("part", "36万册", "2.7万册"): None, ("part", "36万册", "1400册"): None},
    ),
    (
        "a clause whose subject leaves out what it counts",
        "全年投诉量为2940件，与资费有关的为870件。",
        {("part", "2940件", "870件"): None},
    ),
    (
        "a share that is the subject of its clause",
        "今年体检的学生有5400名，92%在本校完成。",
        {("part", "5400名", "92%"): None},
    ),
    (
        "a fraction of those counted before it, and more of them",
        "收容所去年接收动物1700只，三分之一找到了新家，还有240只在等待领养。",
        {("part", "1700只", "三分之一"): None, ("part", "1700只", "240只"): None},
    ),
    (
        "a fraction out of those that open the sentence",
        "480户租户中有四分之三参与了改造。",
        {("part", "480户", "四分之三"): None},
    ),
    (
        "a share of the size whose name it bears",
        "公司现有员工1830人，平均工龄较长。女员工占43%。",
        {("part", "1830人", "43%"): None},
    ),
    (
        "parts beside each other, of the sentence before",
        "全年共审结案件8460件。调解结案的有2910件，撤诉的有1040件。",
        {},
    ),
    ("people of another kind", "全市共有学生3.2万人，女教师1800人。", {}),
    ("the size of an earlier time", "公司2024年用水1.2万吨，2023年用水1.4万吨。", {}),
    ("money in and out", "公司全年销售收入为8.4亿元，采购支出就达6.1亿元。", {}),
    ("a share of another noun", "全校共有教师420人，96%的课程实行小班教学。", {}),
    ("siblings", "甲村有农户310户，乙村有农户280户。", {}),
]


@each_of(CASES)
def test_a_short_report_holds_these_parts_and_no_other(text: str, expected: Found) -> None:
    assert found_in(text) == expected
