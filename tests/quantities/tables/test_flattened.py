import pytest

from viewer.model import Kind
from viewer.quantities import labelled, scan

Row = tuple[float, str, Kind, str]


def rows(text: str) -> list[Row]:
    found = labelled(text, scan(text))
    return [(float(q.value or 0), q.unit, q.kind, q.label) for q in found if q.is_metric]


def test_a_cell_takes_its_headers_unit_and_scale() -> None:
    text = "指标名称\t产量（万吨）\t同比增长（±%）\n粮 食\t650.0\t17.3\n大 豆\t7.0\t-1.6\n"
    assert rows(text) == [
        (6500000, "吨", Kind.AMOUNT, "粮食产量"),
        (17.3, "%", Kind.CHANGE, "粮食产量同比增长"),
        (70000, "吨", Kind.AMOUNT, "大豆产量"),
        (-1.6, "%", Kind.CHANGE, "大豆产量同比增长"),
    ]


def test_a_caption_before_the_table_gives_the_unit() -> None:
    text = "单位：亿元\n指 标    指标值    占比\n工业    3157.4    35.2\n"
    assert rows(text) == [
        (315740000000, "元", Kind.AMOUNT, "工业"),
        (35.2, "%", Kind.SHARE, "工业占比"),
    ]


def test_a_column_of_units_and_a_unit_in_the_row_count_too() -> None:
    text = "指标\t单位\t绝对数\n公路里程\t公里\t2019\n粮食产量（万吨）\t吨\t650\n"
    assert rows(text) == [
        (2019, "公里", Kind.AMOUNT, "公路里程"),
        (6500000, "吨", Kind.AMOUNT, "粮食产量"),
    ]


def test_years_as_columns_name_the_cells() -> None:
    text = "（单位：亿元）\n项目\t2020年\t2021年\n净利润\t-1.2\t0.8\n"
    assert [label for *_, label in rows(text)] == ["2020年净利润", "2021年净利润"]


def test_a_table_of_bars_is_read_past_its_rule() -> None:
    text = "| 年份 | 收入（万元） |\n|---|---|\n| 2019年 | 1200 |\n"
    assert rows(text) == [(12000000, "元", Kind.AMOUNT, "2019年")]


def test_prose_with_wide_spaces_is_no_table() -> None:
    text = "    全省共有员工1200人。  其中女性300人,【林  珊  夏  阳】"
    assert [unit for _, unit, _, _ in rows(text)] == ["人", "人"]


def test_a_caption_with_several_units_gives_each_column_its_own() -> None:
    text = "单位：所、万人\n类别\t学校数\t招生数\t在校生数\n小学\t5308\t85.6\t516.2\n"
    assert [row[:2] for row in rows(text)] == [(5308, "所"), (856000, "人"), (5162000, "人")]
    text = "单位：人、%\n年龄\t人口数\t比重\n总计\t486732\t100.00\n"
    assert [row[:2] for row in rows(text)] == [(486732, "人"), (100, "%")]


def test_percents_under_a_title_of_growth_are_changes() -> None:
    text = "表1  居民消费价格涨跌幅度\n单位：%\n指标    全省    城市\n食品烟酒    -0.3    0.2\n"
    assert [row[:3] for row in rows(text)] == [(-0.3, "%", Kind.CHANGE), (0.2, "%", Kind.CHANGE)]
    text = "Indicator\t2021\t2022\nGDP growth (percent)\t7.6\t4.9\n"
    assert [row[2] for row in rows(text)] == [Kind.CHANGE] * 2


def test_the_first_cell_of_an_english_header_may_hold_the_unit() -> None:
    text = "£ million\t2022\t2021\nNet debt\t412.5\t377.2\n"
    assert rows(text) == [
        (412500000, "£", Kind.AMOUNT, "Net debt 2022"),
        (377200000, "£", Kind.AMOUNT, "Net debt 2021"),
    ]


def test_a_caption_of_several_units_gives_periods_the_one_that_is_no_percent() -> None:
    text = "单位：亿元、%\n指标 | 2023年 | 2022年 | 同比增速\n投资 | 1,806.3 | 1,861.0 | -2.9\n"
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (180630000000, "元"),
        (186100000000, "元"),
        (-2.9, "%"),
    ]


def test_a_caption_speaks_for_its_own_table_only() -> None:
    text = "单位：万人次\n项目\t人次\n总计\t19.5\n\n农产品价格（元/公斤）\n品种\t均价\n鸡蛋\t9.86\n"
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (195000, "人次"),
        (9.86, "元/公斤"),
    ]


def test_english_headers_scale_all_rows_but_those_per_share() -> None:
    text = (
        "(in millions, except per share data)\tFirst Quarter\tSecond Quarter\n"
        "Net revenue\t$114.9\t$127.9\nNet income per share\t$0.11\t$0.24\n"
    )
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (114900000, "$"),
        (127900000, "$"),
        (0.11, "$"),
        (0.24, "$"),
    ]


def test_a_header_without_a_title_for_the_rows_still_names_the_columns() -> None:
    text = "单位：元\n\t期末\t期初\t增减（%）\n总资产\t640\t653\t-2.00\n"
    assert [(label, unit) for _, unit, _, label in rows(text)] == [
        ("总资产期末", "元"),
        ("总资产期初", "元"),
        ("总资产增减", "%"),
    ]


def test_a_sign_before_a_currency_belongs_to_the_cells_number() -> None:
    text = "项目\t甲\t乙\n利润\t-$5\t3\n成本\t-$7\t+€4\n"
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (-5, "$"),
        (3, ""),
        (-7, "$"),
        (4, "€"),
    ]


def test_a_comma_after_a_cells_number_is_no_part_of_it() -> None:
    assert [value for value, *_ in rows("- -3:2\t1,\n")][-1] == 1


def test_a_cell_with_a_unit_of_its_own_is_named_by_row_and_column() -> None:
    text = "\t1994年\t比上年增长%\n粮食\t44450 万吨\t-2.5\n油料\t1984 万吨\t10.0\n"
    assert rows(text)[0] == (444500000, "吨", Kind.AMOUNT, "1994年粮食")
    assert rows(text)[1] == (-2.5, "%", Kind.CHANGE, "粮食比上年增长")


def test_single_spaces_part_cells_where_a_header_has_a_word_for_each() -> None:
    text = (
        "单位：元 币种：人民币\n主要数据 本报告期 上年同期 本报告期比上年同期增减（%）\n"
        "营业收入 512,400,100.25 640,800,300.50 -20.04\n"
        "每股收益（元/股） 0.31 0.52 -40.38\n净资产收益率（%） 4.15 9.30 减少5.15 个百分点"
    )
    found = labelled(text, scan(text))
    assert [(q.label, q.unit) for q in found] == [
        ("营业收入", "元"),
        ("上年同期营业收入", "元"),
        ("营业收入增减", "%"),
        ("每股收益", "元/股"),
        ("上年同期每股收益", "元/股"),
        ("每股收益增减", "%"),
        ("净资产收益率", "%"),
        ("上年同期净资产收益率", "%"),
        ("减少", "个百分点"),
    ]
    text = "主要产品产量如下：\n1987年 比上年增长%\n粮食 1260 万吨 -3.1\n布 18亿米 2.4"
    assert [(q.label, q.unit, str(q.kind)) for q in labelled(text, scan(text)) if q.is_metric] == [
        ("1987年粮食", "吨", "amount"),
        ("粮食比上年增长", "%", "change"),
        ("1987年布", "米", "amount"),
        ("布比上年增长", "%", "change"),
    ]
    prose = "会议 2019 年 5 月 6 日 召开\n共有 12 人 参加"
    assert [q.surface for q in scan(prose) if q.is_metric] == ["12 人"]


def test_brackets_in_a_table_stand_for_a_minus() -> None:
    text = "项目\t2024年\t2023年\n销售成本\t(48,210)\t51,377\n附注\t(1)\t200"
    values = [q.value for q in scan(text) if q.is_metric]
    assert values[:2] == [-48210, 51377]
    assert -1 not in values


def test_brackets_hold_the_size_of_a_loss_and_are_the_minus_of_earnings() -> None:
    for lost, earned in (("净亏损", "净利润（亏损）"), ("Net loss", "Profit/(loss)")):
        text = (
            f"单位：万元\n项目\t2024年\t2023年\n{lost}\t(4,200)\t(3,100)\n{earned}\t(1,200)"
            f"\t(1,300)\n"
        )
        values = [(int(q.value or 0), q.unit) for q in scan(text) if q.is_metric]
        assert values == [(42000000, "元"), (31000000, "元"), (-12000000, "元"), (-13000000, "元")]


def test_a_unit_in_the_head_of_a_column_is_that_of_the_column_and_of_no_other_table() -> None:
    text = "项目\t收费（单位：万元）\t件数\n登记\t51.5\t820\n\n名称\t户数\t占比\n甲镇\t310\t24.0\n"
    assert [(value, unit, kind) for value, unit, kind, _ in rows(text)] == [
        (515000, "元", Kind.AMOUNT),
        (820, "件", Kind.COUNT),
        (310, "户", Kind.COUNT),
        (24.0, "%", Kind.SHARE),
    ]


def test_a_unit_in_the_head_of_the_rows_is_that_of_all_columns_also_on_the_next_page() -> None:
    page = "项目（单位：亿元）\t2023年\t2022年\n"
    text = f"{page}存款\t31.5\t28.0\n\n{page}贷款\t12.0\t11.5\n"
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (3150000000, "元"),
        (2800000000, "元"),
        (1200000000, "元"),
        (1150000000, "元"),
    ]


def test_a_title_over_several_columns_is_read_with_each_of_them() -> None:
    text = (
        "| 名称 | 期末持股 | | 增减 |\n|---|---|---|---|\n| | 数量（股） | 比例(%) | 数量（股） |\n"
        "| 甲公司 | 5200 | 35.5 | 100 |\n"
    )
    assert [(value, unit, label) for value, unit, _, label in rows(text)] == [
        (5200, "股", "甲公司期末持股数量"),
        (35.5, "%", "甲公司期末持股比例"),
        (100, "股", "甲公司增减数量"),
    ]


def test_brackets_behind_the_title_of_the_rows_hold_the_unit_of_all_columns() -> None:
    chinese = "| 指标（亿元） | 2022年 | 2023年 |\n| --- | --- | --- |\n| 门票收入 | 12.4 | 13.1 |"
    english = "| Item ($ million) | 2022 | 2023 |\n| --- | --- | --- |\n| Rent | 4.5 | (6.2) |"
    told = [(one.value, one.unit) for text in (chinese, english) for one in scan(text) if one.unit]
    assert told == [
        (1_240_000_000, "元"),
        (1_310_000_000, "元"),
        (4_500_000, "$"),
        (-6_200_000, "$"),
    ]


def test_the_opposite_in_brackets_behind_a_row_is_no_unit() -> None:
    text = "| £m | 2022 | 2023 |\n| --- | --- | --- |\n| Trading profit/(loss) | 4.1 | (2.4) |"
    told = [(one.value, one.unit, one.label) for one in labelled(text, scan(text)) if one.unit]
    assert told == [
        (4_100_000, "£", "Trading profit 2022"),
        (-2_400_000, "£", "Trading profit 2023"),
    ]


def test_a_title_with_the_sign_of_percent_makes_shares_of_its_column() -> None:
    english = "Item | Spent (£m) | % of budget\nRoads | 120 | 96.5\n"
    chinese = "项目\t支出（万元）\t完成预算%\n道路\t120\t96.5\n"
    for text in (english, chinese):
        assert [row[:3] for row in rows(text)][1:] == [(96.5, "%", Kind.SHARE)]


def english(title: str, column: str = "2024") -> tuple[float, str, Kind]:
    """The first cell of a small table below `title`."""
    text = f"Works\n{title}\n| Item | {column} | Hands |\n|---|---|---|\n| North | 41.2 | 38 |\n"
    found = [one for one in scan(text) if one.is_metric and one.surface == "41.2"]
    return float(found[0].value or 0), found[0].unit, found[0].kind


@pytest.mark.parametrize(
    ("title", "value", "unit"),
    [
        ("The table below gives rents by ward, in millions of dollars.", 41_200_000, "dollars"),
        ("(in thousands of U.S. dollars)", 41_200, "US$"),
        ("(dollars in thousands, except per share amounts)", 41_200, "dollars"),
        ("(Unaudited, in millions, except per-share data)", 41_200_000, ""),
        ("Figures in £ million unless stated otherwise", 41_200_000, "£"),
        ("Table 2: Rents, US$ million", 41_200_000, "US$"),
        ("(in £m)", 41_200_000, "£"),
        ("Rs crore", 412_000_000, "Rs"),
        ("Units: thousand tonnes", 41_200, "tonnes"),
        ("Table 6: Water pumped (megalitres)", 41.2, "megalitres"),
        ("Table 7: Riders by line (millions)", 41_200_000, ""),
    ],
)
def test_the_title_of_an_english_table_gives_unit_and_scale(
    title: str, value: float, unit: str
) -> None:
    assert english(title) == (value, unit, Kind.AMOUNT)


def test_the_title_of_an_english_column_gives_its_unit_without_brackets_too() -> None:
    assert english("Rents", "Rent, $ million") == (41_200_000, "$", Kind.AMOUNT)
    assert english("Loads", "Tonnes") == (41.2, "tonnes", Kind.AMOUNT)
    assert english("Views (percentage of tenants)") == (41.2, "%", Kind.SHARE)


def test_rows_are_called_by_what_the_title_of_their_table_measures() -> None:
    table = (
        "| Kind | 2024 | Change (%) |\n|---|---|---|\n| Coal | 4.1 | 2.5 |\n| Total | 9.4 | 1 |\n"
    )
    text = f"Table 1. Freight by kind (million tonnes)\n{table}"
    assert [label for *_, label in rows(text)] == [
        "Coal freight 2024",
        "Coal freight change",
        "Total freight 2024",
        "Total freight change",
    ]
    text = f"Table 1. Results by kind\n{table}"
    assert rows(text)[0][-1] == "Coal 2024"


def test_a_change_in_points_is_no_percent() -> None:
    text = "Balance of views (points)\n\nTrade    2024    Change\nMills    4    -5\n"
    assert rows(text)[0] == (4, "points", Kind.AMOUNT, "Mills balance of views 2024")
    assert rows(text)[1] == (-5, "points", Kind.CHANGE, "Mills balance of views change")


def test_changes_under_a_bare_title_are_points_where_the_table_gives_points() -> None:
    text = "Balance of opinion (points)\n\nSector    Q2 25    Q1 25    Change\n"
    text += "Trade    14    19    -5\nFarming    11    8    3\n"
    assert [unit for _, unit, _, _ in rows(text)][-6:] == ["points"] * 6


def test_a_row_that_is_counted_per_share_is_not_in_millions() -> None:
    text = "| ($ million) | 2025 |\n| --- | ---: |\n| Income | 52.4 |\n| Diluted EPS | 1.46 |\n"
    assert [value for value, *_ in rows(text)] == [52400000, 1.46]


def test_a_caption_may_name_the_currency() -> None:
    text = "Sales by region, in millions of dollars.\n| Region | 2025 |\n| --- | ---: |\n"
    text += "| North | 52.4 |\n| South | 31.8 |\n"
    assert [(value, unit) for value, unit, *_ in rows(text)] == [
        (52400000, "dollars"),
        (31800000, "dollars"),
    ]
