"""What the words around a number say of it, kind by kind, in sentences of many genres.

A sentence marks its figures: `{{surface}}`, with what is right for them in order. They are texts of
the tests' own, each of a kind of its own, so that a kind that is read wrongly shows here.
"""

import re
from decimal import Decimal

import pytest

from viewer.model import Quantity
from viewer.quantities import scan

_MARKED = re.compile(r"\{\{(.*?)\}\}")


def read(marked: str) -> list[Quantity | None]:
    """The quantity that is found for each marked figure of a sentence; None where no metric is."""
    text = _MARKED.sub(r"\1", marked)
    found = [one for one in scan(text) if one.is_metric]
    spans = []
    for at, one in enumerate(_MARKED.finditer(marked)):
        start = one.start() - 4 * at
        spans.append((start, start + len(one.group(1))))
    return [
        next((q for q in found if q.span.start < end and q.span.end > start), None)
        for start, end in spans
    ]


def standings(marked: str) -> str:
    return " ".join("none" if one is None else str(one.standing) for one in read(marked))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("全镇力促年内引进企业{{30家}}，入库税收冲刺{{2亿元}}。", "target target"),
        ("全力以赴把绿化率提升到{{46%}}。", "target"),
        ("新一年要新建健身步道{{25公里}}。", "target"),
        ("绕城路工程围绕{{90公里}}通车这一目标加快施工。", "target"),
        ("公司将斥资{{2亿元}}扩产，分三年招聘{{600名}}技工。", "plan plan"),
        ("接下来要关停{{8座}}砖窑。", "plan"),
        ("按照规划，新区可容纳居民{{12万人}}。", "plan"),
        ("董事会审议通过了投资不超过{{3亿元}}建厂的议案。", "plan"),
        ("机构测算，明年均价会回升至{{6,800元}}，销量或下滑{{4%}}。", "forecast forecast"),
        ("基准情形下，失业率为{{5.4%}}。", "forecast"),
        ("预计原材料成本上涨{{6%}}，上年为{{2%}}。", "forecast fact"),
        ("计划完成造林{{9万亩}}，已完成{{5万亩}}。", "plan fact"),
        ("2025年前三季度，全省进出口{{312.6亿元}}，2024年前5个月{{98亿元}}。", "fact fact"),
        ("2027年前，建成泵站{{12座}}。", "target"),
        ("完成年度目标的{{107%}}，税收{{3亿元}}。", "fact fact"),
        ("修路{{95公里}}，未完成年度目标{{100公里}}。", "fact target"),
        ("招生{{320人}}，未达到计划{{350人}}。", "fact plan"),
        ("去年提出的目标提前兑现，通上天然气{{4,200户}}。", "fact"),
        ("市场预期为{{2.6%}}，实际为{{2.9%}}。", "forecast fact"),
        ("目标客户有{{80万人}}，希望小学有学生{{310名}}。", "fact fact"),
        ("计提坏账准备{{900万元}}，硅料单价{{52元}}。", "fact fact"),
        ("The council is striving for {{70%}} recycling.", "target"),
        ("They are determined to cut delays to {{4,000}}.", "target"),
        (
            "The group is planning a {{€90 million}} plant and will hire {{250}} people.",
            "plan plan",
        ),
        ("Up to {{700 jobs}} are to go.", "plan"),
        ("The first {{40}} will open in May.", "plan"),
        ("We model revenue of {{$85 million}} next year.", "forecast"),
        ("In our central scenario, inflation averages {{2.9%}}.", "forecast"),
        ("If approved, the bridge would carry {{9,000 cars}} a day.", "forecast"),
        ("It expects sales of {{$5 million}}, after revenue rose {{4%}}.", "forecast fact"),
        ("The targets were met early, with {{90 wells}} drilled.", "fact"),
        ("Planned repairs kept {{two mills}} shut.", "fact"),
        ("The target company earned {{$8 million}}.", "fact"),
        ("Against a target of {{600}}, only {{480}} were built.", "target fact"),
        ("镇里今年定的盘子是{{80万元}}，头两个月到账{{9万元}}。", "target fact"),
        ("年内要开工桥梁{{6座}}，建成{{4座}}。", "plan plan"),
        ("渔企下调全年捕捞量指引至{{5万吨}}，此前为{{6万吨}}。", "forecast forecast"),
        ("船厂未能完成协议约定的{{9艘}}交付量。", "target"),
        ("渔民中{{23%}}打算转行，{{8%}}准备退休。", "fact fact"),
        ("完成年度目标{{40艘}}的{{95%}}。", "target fact"),
        ("本次增持总额不低于{{3亿元}}且不超过{{5亿元}}。", "plan plan"),
        ("明年新增造林{{3万亩}}以上，林火受害率控制在{{0.5‰}}以内。", "target target"),
        ("水位从未高于{{28米}}或低于{{9米}}。", "fact fact"),
        ("渔港工程费估算{{3亿元}}，结算为{{4亿元}}。", "plan fact"),
        (
            "The ferry ran on {{88%}} of days, short of the {{95%}} set in its charter.",
            "fact target",
        ),
        ("The yard cut its delivery target to {{40 boats}} from {{52}}.", "target target"),
        ("The plan to plant {{9,000 trees}} is {{62%}} complete.", "plan fact"),
        ("The pledge to halve waste has been kept: it is down {{53%}}.", "fact"),
        ("He scored {{14 goals}} in {{22 games}}.", "fact fact"),
        ("The staff now put 2027 growth at {{2.3%}}.", "forecast"),
        (
            "They pencil in {{$3.10}} a share, above the {{$2.98}} reported last year.",
            "forecast fact",
        ),
        ("The engineers reckon the fix will take {{£60m}}.", "forecast"),
        ("Sales should grow by {{3% to 4%}}.", "forecast"),
    ],
)
def test_a_figure_is_what_its_sentence_says(text: str, right: str) -> None:
    assert standings(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收费最高{{90元}}，昨日最高气温{{35℃}}。", "at_most exact"),
        ("没有一家的入住率达到{{60%}}。", "at_most"),
        ("不许高出{{55分贝}}，每人限购{{3套}}。", "at_most at_most"),
        ("大概要花{{80万元}}，约莫占全村的{{四成}}。", "approx approx"),
        ("须满{{60分}}，以{{20人}}为限，{{9元}}封顶。", "at_least at_most at_most"),
        ("A {{$2 million}} cap, a {{20-day}} limit and a {{5%}} floor.", "at_most none at_least"),
        ("The limit for couples is {{£9,000}}; the floor stays at {{2%}}.", "at_most at_least"),
        ("Passes cost from {{$30}}; gold smashed through {{$2,500}}.", "at_least at_least"),
        ("Copper crashed through {{$6,000}}.", "at_most"),
        ("Nowhere did noise exceed {{50 decibels}}.", "at_most"),
        ("The toll passed {{4,000}}, nowhere near {{9,000}}.", "at_least at_most"),
        ("More than {{half}} agreed, nearly {{a third}} did not.", "at_least approx"),
    ],
)
def test_a_figure_is_bounded_as_its_words_say(text: str, right: str) -> None:
    told = ["none" if one is None else str(one.qualifier) for one in read(text)]
    assert " ".join(told) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("盗窃案少发{{42起}}，比去年多签{{3亿元}}。", "-42 300000000"),
        ("每吨跌掉{{800元}}，来水偏枯{{12%}}，欠产{{5万吨}}。", "-800 -12 -50000"),
        ("央行降息{{25个基点}}，收市失{{90点}}。", "-25 -90"),
        ("降幅虽比上月收窄，但仍达{{8.6%}}。", "-8.6"),
        ("工程进度比合同落后{{7%}}。", "-7"),
        ("Calls numbered 300, {{40}} fewer than in May.", "-40"),
        ("Prices are {{9%}} off their peak; the gap closed by {{$3 million}}.", "-9 -3000000"),
        ("Output had been shrinking at {{4%}} a year.", "-4"),
        (
            "Fees go up by an average of {{3.5%}}, profit was {{$2 million}} under budget.",
            "3.5 -2000000",
        ),
    ],
)
def test_a_change_goes_where_its_words_say(text: str, right: str) -> None:
    changes = [None if one is None or one.change is None else one.change for one in read(text)]
    assert changes == [Decimal(one) for one in right.split()]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "投入{{3千5百万元}}，贷款{{1万2千3百亿元}}，到账{{2.3个亿}}。",
            "35000000 1230000000000 230000000",
        ),
        ("水位{{29点6米}}，耗电{{八点七五千瓦时}}。", "29.6 8.75"),
        ("每斤便宜{{四毛六}}，{{八五折}}出售，余{{两万三}}。", "0.46 85 23000"),
        ("气温降到{{零下十八度}}，利率为{{负的0.6%}}，净差值{{-12.5}}。", "-18 -0.6 -12.5"),
        ("It lost {{a quarter}}, then gained {{one-tenth}}.", "0.25 0.1"),
        ("It shipped {{two and a quarter million barrels}} for {{$3.5bn}}.", "2250000 3500000000"),
        ("{{A quarter of a million}} people, {{a dozen}} of them ill.", "250000 12"),
        ("Wages rose {{three-quarters of a percentage point}}.", "0.75"),
        ("The result was {{(£1.7m)}}, the wind chill {{minus forty}}.", "-1700000 -40"),
        ("Debt is {{3.4x}} earnings on {{22.4m}} new shares.", "3.4 22400000"),
    ],
)
def test_a_number_has_the_value_that_it_is_written_with(text: str, right: str) -> None:
    values = [None if one is None else one.value for one in read(text)]
    assert values == [Decimal(one) for one in right.split()]


@pytest.mark.parametrize(
    "text",
    [
        "列车停靠{{7站台}}，歼-{{20}}飞过，A{{6L}}降价，iOS {{17.4}}发布。",
        "男排{{3比1}}取胜，首局{{25-21}}。北纬{{41度}}。3号楼{{9层}}。",
        "Train IC {{508}} left from Platform {{9A}}; coach {{7}} was full.",
        "In Case C-{{311/18}}, paragraph {{57}}, and [2019] EWCA Civ {{1234}}.",
        "Call {{0800 123 4567}}; built at Fab {{21}}, the {{7.10}} to Leeds was late.",
    ],
)
def test_the_number_of_a_name_is_no_figure(text: str) -> None:
    assert [one for one in read(text) if one is not None] == []


def test_what_was_done_so_far_of_a_plan_is_a_fact() -> None:
    text = "全年计划投资50亿元，1—6月完成30亿元，完成计划的 60%。"
    assert [str(one.standing) for one in scan(text) if one.is_metric] == ["plan", "fact", "fact"]
    text = "计划6月底前完成改造30公里。"
    assert [str(one.standing) for one in scan(text) if one.is_metric] == ["plan"]


def test_a_heading_that_sets_aims_beside_facts_says_of_no_figure_which_it_is() -> None:
    for heading in ("目标与实际对比", "2025年目标完成情况"):
        found = scan(f"{heading}\n产量有5.2亿吨。")
        assert [str(one.standing) for one in found if one.is_metric] == ["fact"]


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Outlook\nCash stood at £9.4m, about 1.6 times costs.", ["fact", "fact"]),
        ("Outlook\nStocks were 310 tonnes.", ["fact"]),
        ("Planned care\nWards held 5,120 clinics. Of these, 840 were held at night.", ["fact"] * 2),
        ("Plans\nThe council approved the purchase of 12 buses.", ["plan"]),
        ("Outlook\nTurnover of £40 million.", ["forecast"]),
        ("工作目标\n现已建成36座站。", ["fact"]),
        ("工作目标\n建成36座站。", ["target"]),
    ],
)
def test_a_heading_does_not_make_an_aim_of_what_its_sentence_tells_as_done(
    text: str, standings: list[str]
) -> None:
    assert [str(one.standing) for one in scan(text) if one.is_metric] == standings


@pytest.mark.parametrize(
    ("text", "change", "qualifier"),
    [
        ("货运量同比增长不低于6.4%。", "6.4", "at_least"),
        ("货运量同比增长不得低于6.4%。", "6.4", "at_least"),
        ("货运量同比下降不高于6.4%。", "-6.4", "at_most"),
        ("货运量下降多达3万吨。", "-30000", "exact"),
        ("货运量增长至少3万吨。", "30000", "at_least"),
        ("货运量增长达6.4%。", "6.4", "exact"),
        ("货运量增至3万吨。", None, "exact"),
        ("货运量低于3万吨。", None, "at_most"),
    ],
)
def test_a_bound_behind_a_change_leaves_its_direction(
    text: str, change: str | None, qualifier: str
) -> None:
    (found,) = scan(text)
    assert (found.change, str(found.qualifier)) == (change and Decimal(change), qualifier)


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("研究所预测明年用水量增长2.6%，高于去年的1.9%。", ["forecast", "fact"]),
        ("明年专项债收入预期增长4%，安排修渠资金6亿元。", ["forecast", "plan"]),
        ("来年列支修渠资金6亿元。", ["plan"]),
        ("去年安排修渠资金6亿元。", ["fact"]),
        ("Brokers forecast sales growth of 4.2%, after 3.1% in 2023.", ["forecast", "fact"]),
        ("It expects a gain of $9m, following a loss of $5m in 2023.", ["forecast", "fact"]),
        ("It plans to hire after 3 months a team of 40 people.", ["plan"]),
        ("The club beat its target of 300 members by 25.", ["target", "fact"]),
        ("全乡力求到2028年植树6万亩。", ["target"]),
        ("学校计划于明春添置6台车床。", ["plan"]),
        ("去年原定修渠60公里，实建58公里。", ["plan", "fact"]),
    ],
)
def test_what_a_forecast_is_held_beside_or_a_budget_sets_aside(
    text: str, standings: list[str]
) -> None:
    metrics = [one for one in scan(text) if one.is_metric]
    assert [str(one.standing) for one in metrics] == standings


@pytest.mark.parametrize(
    ("text", "unit", "qualifier"),
    [
        ("新户最多只需缴付开户保证金260元。", "元", "at_most"),
        ("新户至少要预先备足保证金260元。", "元", "at_least"),
        ("Fees for a lost key can run to £260.", "£", "at_most"),
        ("The barn has 260 sq ft of shelving.", "sq ft", "exact"),
        ("The barn holds 260 cu. m of grain.", "cu. m", "exact"),
        ("They counted a third of a million bricks.", "bricks", "exact"),
    ],
)
def test_a_number_has_its_whole_unit_and_its_bound(text: str, unit: str, qualifier: str) -> None:
    (found,) = (one for one in scan(text) if one.is_metric)
    assert (found.unit, str(found.qualifier)) == (unit, qualifier)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Years 5-6 planted 40 trees.", ["40 trees"]),
        ("Orders for the 777 came to 12 aircraft.", ["12 aircraft"]),
        ("Of the 777 that were tested, 12 failed.", ["777", "12"]),
        ("Size 7 boots made up 6% of orders.", ["6%"]),
        ("The 3-2 win drew 600 fans.", ["600 fans"]),
    ],
)
def test_a_number_that_names_a_thing_is_no_figure(text: str, figures: list[str]) -> None:
    assert [one.surface for one in scan(text) if one.is_metric] == figures


@pytest.mark.parametrize(
    ("text", "change", "qualifier"),
    [
        ("Turnout fell short of 30,000.", None, "at_most"),
        ("Turnout slid just below 30,000.", None, "at_most"),
        ("Turnout fell by up to 6 percent.", "-6", "at_most"),
        ("Growth cooled to below 6 percent.", "6", "at_most"),
        ("Turnout ended 6% below its peak.", "-6", "exact"),
        ("The guide was raised to between 6% and 7%.", None, "exact"),
        ("None of the ferries burned more than 30 litres.", None, "at_most"),
        ("The night low was minus 6C.", None, "exact"),
        ("本场让利不高于票价的一成二。", None, "at_most"),
        ("锡价上探9600美元。", None, "exact"),
        ("客流仍未恢复到汛前的七成。", None, "at_most"),
        ("近七成为青年读者。", None, "approx"),
        ("The tower stands 60m above the river.", None, "exact"),
    ],
)
def test_a_mark_that_is_crossed_is_no_change(text: str, change: str | None, qualifier: str) -> None:
    (found,) = (one for one in scan(text) if one.is_metric)
    assert (found.change, str(found.qualifier)) == (change and Decimal(change), qualifier)
