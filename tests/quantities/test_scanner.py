"""What the scanner finds in Chinese prose, genre by genre; the sentences are the tests' own."""

from decimal import Decimal

import pytest

from viewer.model import Kind, Qualifier, Quantity, Span
from viewer.quantities import as_record, scan

Told = tuple[float, str, str, str]


def metrics(text: str, language: str = "zh-CN") -> list[Quantity]:
    return [quantity for quantity in scan(text, language) if quantity.is_metric]


def told(text: str) -> list[Told]:
    return [
        (round(float(q.value or 0), 4), q.unit, str(q.kind), str(q.qualifier))
        for q in metrics(text)
    ]


def test_a_figure_has_the_span_of_number_scale_and_unit() -> None:
    (quantity,) = scan("侦破刑事案件 2.5 万起,")
    assert quantity.surface == "2.5 万起"
    assert quantity.span == Span(7, 13)
    assert quantity.value == Decimal(25000)
    assert quantity.kind is Kind.COUNT


def test_the_words_that_qualify_stand_in_words_but_not_in_the_span() -> None:
    text = "上案率达80% 以上,约 3 吨"
    rate, weight = metrics(text)
    assert rate.surface == "80%"
    assert rate.words.of(text) == "80% 以上"
    assert rate.qualifier is Qualifier.AT_LEAST
    assert weight.words.of(text) == "约 3 吨"


def test_characters_beyond_the_basic_plane_count_as_one() -> None:
    text = "𠮷野家😀营收12%"
    (quantity,) = metrics(text)
    assert quantity.span.of(text) == "12%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指数录得12.6%的按年升幅", [(12.6, "%", "change", "exact")]),
        ("吞吐量达6 500萬公噸", [(65000000.0, "公噸", "amount", "exact")]),
        ("營業收入1128.07億元", [(112807000000.0, "元", "amount", "exact")]),
        (
            "实现增加值83086亿元,增长7.1%,占总值的比重为7.3%。",
            [
                (8308600000000.0, "元", "amount", "exact"),
                (7.1, "%", "change", "exact"),
                (7.3, "%", "share", "exact"),
            ],
        ),
        (
            "城镇化率为64.72%,比上年末提高0.83个百分点",
            [(64.72, "%", "share", "exact"), (0.83, "个百分点", "change", "exact")],
        ),
        (
            "打掉团伙1.2万余个,挽回损失近百万元",
            [(12000.0, "个", "count", "approx"), (1000000.0, "元", "amount", "approx")],
        ),
        (
            "进度超八成,不足一成的人不满意",
            [(80.0, "%", "share", "at_least"), (10.0, "%", "share", "at_most")],
        ),
        (
            "贷款余额一百二十三亿四千万元,占三分之一",
            [(12340000000.0, "元", "amount", "exact"), (0.3333, "", "share", "exact")],
        ),
        (
            "坑口价为428元/吨左 右,下跌17元/吨",
            [(428.0, "元/吨", "amount", "approx"), (17.0, "元/吨", "change", "exact")],
        ),
        (
            "从业人数由512万人下降至384万人,下降25%",
            [
                (5120000.0, "人", "count", "exact"),
                (3840000.0, "人", "count", "exact"),
                (25.0, "%", "change", "exact"),
            ],
        ),
        (
            "投资增速由7.0%提升至9.7%",
            [(7.0, "%", "change", "exact"), (9.7, "%", "change", "exact")],
        ),
        (
            "市场占有率由12.3%提升至15.8%",
            [(12.3, "%", "share", "exact"), (15.8, "%", "share", "exact")],
        ),
        ("出生率为7.52‰", [(7.52, "‰", "share", "exact")]),
        ("气温零下12℃", [(-12.0, "℃", "amount", "exact")]),
        ("总投资 1,234.56 万元", [(12345600.0, "元", "amount", "exact")]),
        ("确诊１２３４例", [(1234.0, "例", "count", "exact")]),
        ("全市1/3的社区参与", [(0.3333, "", "share", "exact")]),
        ("利润翻了两番", [(4.0, "倍", "change", "exact")]),
        ("突破二十亿元大关", [(2000000000.0, "元", "amount", "at_least")]),
        (
            "结构比为3.9：59.5：36.6",
            [(share, "", "share", "exact") for share in (3.9, 59.5, 36.6)],
        ),
        ("师生比为1：12：30", [(1.0, "", "share", "exact")]),
        ("环渤海九港累计降幅170-185元/吨", [(170.0, "元/吨", "change", "exact")]),
        (
            "库存减少1147.3万桶,降至4.2亿桶",
            [
                (11473000.0, "桶", "change", "exact"),
                (420000000.0, "桶", "amount", "exact"),
            ],
        ),
        ("死亡率为8.4/10万", [(8.4, "/10万", "share", "exact")]),
        ("医师日均担负住院2.0床日", [(2.0, "床日", "count", "exact")]),
        ("约合每百万英热单位13.8美元", [(13.8, "美元", "amount", "approx")]),
        ("不足全省总数的六分之一", [(0.1667, "", "share", "at_most")]),
        ("入境游恢复到2019年的80%", [(80.0, "%", "share", "exact")]),
        ("大部气温偏高1～2℃", [(1.0, "℃", "change", "exact")]),
        ("全市配置AED2300台", [(2300.0, "台", "count", "exact")]),
        ("新增贷款的百分之八十五以上投向企业", [(85.0, "%", "share", "at_least")]),
        ("游客数恢复至2019年的118%", [(118.0, "%", "share", "exact")]),
        ("今年稻谷每百斤卖到131块，", [(131.0, "块", "amount", "exact")]),
        ("个人市场收入出现了6.2%的同比下滑", [(6.2, "%", "change", "exact")]),
        (
            "至少有153家，最多达5人",
            [(153.0, "家", "count", "at_least"), (5.0, "人", "count", "at_most")],
        ),
        ("开工率环比下跌0.5pct", [(0.5, "pct", "change", "exact")]),
        ("实现营业收入509.94亿，同比下降", [(50994000000.0, "", "amount", "exact")]),
        ("上证综指收于3088.64点", [(3088.64, "点", "amount", "exact")]),
        ("成交价高出起拍价约200元/吨", [(200.0, "元/吨", "change", "approx")]),
        (
            "预计每股收益分别为1.2/1.5元",
            [(1.2, "元", "amount", "exact"), (1.5, "元", "amount", "exact")],
        ),
        ("培育30家以上龙头企业", [(30.0, "家", "count", "at_least")]),
        ("收入降幅：房地产-20.9%", [(-20.9, "%", "change", "exact")]),
        (
            "占比48%低于去年同期53.5%",
            [(48.0, "%", "share", "exact"), (53.5, "%", "share", "exact")],
        ),
        (
            "分别拉动增长1.74个、4.0个百分点",
            [(1.74, "个百分点", "change", "exact"), (4.0, "个百分点", "change", "exact")],
        ),
        ("提供查询24292批次", [(24292.0, "批次", "count", "exact")]),
        ("管网总长1 280.5公里", [(1280.5, "公里", "amount", "exact")]),
        (
            "人均花费不足千元,参加者不到百人",
            [(1000.0, "元", "amount", "at_most"), (100.0, "人", "count", "at_most")],
        ),
        (
            "自然增长率为-0.61‰,增速为-1.2%",
            [(-0.61, "‰", "share", "exact"), (-1.2, "%", "change", "exact")],
        ),
        ("性别比（以女性为100,男性对女性的比例）为104.3", [(104.3, "", "share", "exact")]),
        ("性别比（男性对女性的比例）为104.3", [(104.3, "", "share", "exact")]),
        (
            "装车9130车,较前一日减少215车或2.3%",
            [
                (9130.0, "车", "count", "exact"),
                (215.0, "车", "change", "exact"),
                (2.3, "%", "change", "exact"),
            ],
        ),
        (
            "两项指数分别下降0.6点和1.4点,均值为88.25点",
            [
                (2.0, "项", "count", "exact"),
                (0.6, "点", "change", "exact"),
                (1.4, "点", "change", "exact"),
                (88.25, "点", "amount", "exact"),
            ],
        ),
        (
            "涨幅在5%以下的有8家,超过15%的有2家",
            [(8.0, "家", "count", "exact"), (2.0, "家", "count", "exact")],
        ),
        (
            "上季出超1,204.6亿美元,年增12.5%,成长率8.1%",
            [
                (120460000000.0, "美元", "amount", "exact"),
                (12.5, "%", "change", "exact"),
                (8.1, "%", "change", "exact"),
            ],
        ),
        (
            "出口增速分别为北区(11.3%)、南区(20.8%),优于邻县的9.7%",
            [
                (11.3, "%", "change", "exact"),
                (20.8, "%", "change", "exact"),
                (9.7, "%", "change", "exact"),
            ],
        ),
        ("人口12,34,56,789人", [(123456789.0, "人", "count", "exact")]),
        (
            "营收45.6亿元（+12.3%）,费用率5%（+1.2pct）",
            [
                (4560000000.0, "元", "amount", "exact"),
                (12.3, "%", "change", "exact"),
                (5.0, "%", "share", "exact"),
                (1.2, "pct", "change", "exact"),
            ],
        ),
        ("到岸价11.8美元/百万英热", [(11.8, "美元/百万英热", "amount", "exact")]),
        (
            "费率-0.2pct,利润翻倍",
            [(-0.2, "pct", "change", "exact"), (2.0, "倍", "change", "exact")],
        ),
        (
            "收获进度过半,销售额下跌半成",
            [(50.0, "%", "share", "at_least"), (5.0, "%", "change", "exact")],
        ),
        ("环比再降每吨3元", [(3.0, "元", "change", "exact")]),
        (
            "价格由三部分构成,破六千亿元",
            [(3.0, "部分", "count", "exact"), (6e11, "元", "amount", "at_least")],
        ),
        ("月度波动幅度达±3.7%", [(3.7, "%", "change", "exact")]),
        (
            "税收三七二．四億元,年增二十一．八％,结余一二〇〇億元",
            [
                (37240000000.0, "元", "amount", "exact"),
                (21.8, "%", "change", "exact"),
                (1.2e11, "元", "amount", "exact"),
            ],
        ),
        (
            "批发额达618亿年升4.9%",
            [(61800000000.0, "", "amount", "exact"), (4.9, "%", "change", "exact")],
        ),
        (
            "一、37万件,15万件",
            [(370000.0, "件", "count", "exact"), (150000.0, "件", "count", "exact")],
        ),
        (
            "营收36亿元/-8.4%,利润2.5亿元/+6%,PE为31X/27X",
            [
                (3.6e9, "元", "amount", "exact"),
                (-8.4, "%", "change", "exact"),
                (2.5e8, "元", "amount", "exact"),
                (6.0, "%", "change", "exact"),
                (31.0, "X", "share", "exact"),
                (27.0, "X", "share", "exact"),
            ],
        ),
        (
            "成交额连续突破3万亿元、4万亿元,缩量28亿元",
            [
                (3e12, "元", "amount", "at_least"),
                (4e12, "元", "amount", "at_least"),
                (2.8e9, "元", "change", "exact"),
            ],
        ),
        (
            "会员268, 430人,过半数的会员缴费",
            [(268430.0, "人", "count", "exact"), (50.0, "%", "share", "at_least")],
        ),
        ("施用P2O5 85 kg", [(85.0, "kg", "amount", "exact")]),
        ("为商户减负2.3亿元", [(230000000.0, "元", "amount", "exact")]),
        ("气价下调5分钱", [(5.0, "分钱", "change", "exact")]),
        (
            "造价KSh 302 billion,首付$3.5亿,尾款US$40 million",
            [
                (3.02e11, "KSh", "amount", "exact"),
                (350000000.0, "$", "amount", "exact"),
                (40000000.0, "US$", "amount", "exact"),
            ],
        ),
    ],
)
def test_value_unit_kind_and_qualifier_are_told_from_the_clause(
    text: str, expected: list[Told]
) -> None:
    assert told(text) == expected


def test_a_range_is_one_figure_with_two_ends() -> None:
    (quantity,) = metrics("处罚标准为3000—5000元")
    assert (quantity.value, quantity.high, quantity.unit) == (3000, 5000, "元")
    (tenths,) = metrics("缩短三到五成")
    assert (tenths.value, tenths.high) == (30, 50)


def test_members_of_a_list_take_the_unit_of_the_last() -> None:
    assert [q.unit for q in scan("按照 1 、3 、5 分钟响应")] == ["分钟"] * 3


def test_a_record_has_the_fields_of_the_command_and_plain_numbers() -> None:
    whole, part = (as_record(quantity) for quantity in metrics("共3个,占0.5%"))
    assert list(whole) == [
        "start", "end", "surface", "value", "high", "unit", "kind", "qualifier", "label",
        "is_metric", "change", "standing", "doubt",
    ]  # fmt: skip
    assert (whole["value"], type(whole["value"])) == (3, int)
    assert part["value"] == 0.5


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Growth of 5-7% is in sight.", (5, 7)),
        ("It foresees growth of 3% to 4%.", (3, 4)),
        ("每亩产量为1.5万至2万斤。", (15000, 20000)),
        ("The port has 28 boats.", (28, None)),
    ],
)
def test_a_record_has_both_ends_of_a_range(text: str, ends: tuple[int, int | None]) -> None:
    (record,) = (as_record(one) for one in metrics(text))
    assert (record["value"], record["high"]) == ends


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("营业成本21 7亿元。", "2170000000", "lost-point"),
        ("Orders came to $52 4 million.", "52400000", "lost-point"),
        ("Orders rose 6 5% in May.", "6.5", "lost-point"),
        ("职工人数-45人。", "45", "dash"),
        ("Margin-4.5% in June.", "4.5", "dash"),
        ("净利润-21.7亿元。", "-2170000000", ""),
        ("购入3台，价格为10元-20元。", "3", ""),
        ("Orders in 2024 5 million.", "5000000", ""),
    ],
)
def test_a_lost_full_stop_and_a_dash_that_may_be_a_minus_are_doubted(
    text: str, value: str, doubt: str
) -> None:
    one = next(one for one in scan(text) if one.is_metric)
    assert (one.value, one.doubt) == (Decimal(value), doubt)
    assert as_record(one)["doubt"] == doubt
