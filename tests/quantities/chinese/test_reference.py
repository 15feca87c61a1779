from viewer.quantities import labelled, scan
from viewer.quantities.chinese.reference import goes_on


def labels(text: str) -> list[str]:
    return [one.label for one in labelled(text, scan(text, "zh-CN"), "zh-CN") if one.is_metric]


def test_a_clause_without_a_name_of_its_own_takes_the_subject_that_it_refers_to() -> None:
    assert labels("净利润-1.3亿元，上年同期为盈利0.9亿元") == ["净利润", "上年同期净利润"]
    assert labels("售电量38亿千瓦时。上年同期，这一数字是35亿千瓦时") == [
        "售电量",
        "上年同期售电量",
    ]
    assert labels("线路总数43条；电动公交占比由61%提高到74%")[1:] == ["电动公交占比"] * 2
    assert labels("资产负债率52.6%。与年初相比，回落1.5个百分点")[1] == "资产负债率回落"


def test_targets_and_what_was_reached_are_named_by_what_they_are_of() -> None:
    assert labels("全年计划更换水表600台，已完成412台，完成年度计划的68.7%") == [
        *("计划更换水表", "完成更换水表", "更换水表年度计划完成率")
    ]
    assert labels("新增就业12.6万人，完成年度目标的63%")[1] == "新增就业年度目标完成率"
    assert labels("货物吞吐量3.3亿吨；全年目标4.4亿吨，已完成75%")[1:] == [
        *("货物吞吐量目标", "货物吞吐量目标完成率")
    ]


def test_a_sentence_that_only_compares_goes_on_with_the_subject_before() -> None:
    assert goes_on("与第3季相比，提升")
    assert goes_on("上年同期，这一数字是")
    assert goes_on("环比多完成")
    assert not goes_on("上年同期营业收入为")
    assert not goes_on("发电量为")


def test_a_year_of_comparison_is_no_noun() -> None:
    assert labels("旅客412万人次，较2024年同季增加9.3%，相当于2019年同期的96.8%") == [
        *("旅客", "旅客", "旅客相当于2019年同期")
    ]
    assert labels("人均消费由2024年同季的2485元减少3.7%至2392元") == [
        *("2024年同季人均消费", "人均消费", "人均消费")
    ]
    assert labels("失业率由首季的4.1%回落至3.8%") == ["首季失业率", "失业率"]


def test_an_aim_of_the_year_is_named_by_what_it_is_of() -> None:
    assert labels("货物吞吐量8465万吨，达全年1.75亿吨目标的48.4%") == [
        *("货物吞吐量", "全年货物吞吐量目标", "全年货物吞吐量目标完成率")
    ]
    assert labels("公司维持全年营业收入68亿元的目标不变，已完成71.5%") == [
        *("全年营业收入目标", "全年营业收入目标完成率")
    ]
    assert labels("公共预算支出76亿元，完成调整预算的96.8%，增长3.6%") == [
        *("公共预算支出", "公共预算支出调整预算完成率", "公共预算支出")
    ]


def test_what_the_books_of_a_fund_hold_is_named_by_the_fund() -> None:
    assert labels("社会保险基金收入15亿元，支出13亿元，当年结余2亿元") == [
        *("社会保险基金收入", "社会保险基金支出", "社会保险基金结余")
    ]
    assert labels("水费收缴率88%，其中农业水费81%") == ["水费收缴率", "农业水费收缴率"]
    assert labels("引进博士18名，硕士65名") == ["引进博士", "引进硕士"]
    assert labels("进口原油1312万吨，进口均价每吨4215元，价值553亿元")[1:] == [
        *("原油进口均价", "进口原油价值")
    ]


def test_an_earlier_month_that_a_level_is_held_against_is_no_noun() -> None:
    assert labels("寄递量1.59亿件，与10月份的1.38亿件相比增长15.2%") == ["寄递量"] * 3
    assert labels("1—11月，集中度指数为86.2，比1—10月的86.4下降0.2") == [
        *("集中度指数", "1—10月集中度指数", "集中度指数下降")
    ]
