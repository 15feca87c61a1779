"""Numbers that are no figures: dates, ranks, names and slogans."""

import pytest

from viewer.model import Qualifier
from viewer.quantities import scan


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”、做到“两个维护”",
        "“一室两队”改革,落实三去一降一补,统筹两个大局",
        "进一步深化,统一部署,万达广场,十分满意,千方百计",
        "2020年下半年,1-5月份,6月1-20日,八届二次全会,第三产业",
        "G20峰会,3D打印,5G商用,COVID-19疫情,249队,12345热线",
        "60岁及以上人口,0-14岁人口,每10万人中",
        "党的二十大精神,“十四五”规划,一期工程,3号线",
        "数千商户,几百学生,数十年来",
        "打造三大支柱、四个走廊、五个园区、六个窗口,二十四节气,升级版平台2.0,",
        "八类严重暴力案件,连续七个报告周期,化肥（折100%）,",
        "下午3点收市,",
        "根系集中在0~30 cm(P<0.01),0—60 cm深度土层,0~3 m土层,",
        "守住两条底线,落实八项规定,债券简称：21江投G3",
        "\n1.1 本报告摘要\n2.2 前十名股东\n1.3.2 主要数据",
        "停产1个月,工期20天,三年行动",
        "〔2020〕15号文件,股票代码600519",
        "咨询电话：0571-87025566,证券代码：688317,公告编号：2024-012",
        "国家“9+3”职业教育,采用“4+2”模式,种上“郑麦1860”",
        "表2-1 人口构成,进入全球前1‰的学科,1类新药",
        "改建220千伏变电站,Φ20mm螺纹钢,26岁至50岁之间的驾驶人",
        "12345、12301平台受理投诉",
        "考上985、211大学的学生,985院校,土层0—20厘米含水量,夏季的6、7、8三个月",
        "平均反应时间缩短至9分38秒",
        "炼焦煤1/3焦煤均价持平,图4:2017—2021年增速",
        "5000万元及以上项目,90平方米以下住宅,年主营业务收入2000万元及以上）",
        "一次死亡3人以上事故,7座以上客车,班额56人及以上的大班",
    ],
)
def test_dates_ranks_names_and_slogans_are_no_figures(text: str) -> None:
    assert [q.surface for q in scan(text) if q.is_metric] == []


def test_a_number_that_the_text_leaves_open_has_both_ends_where_it_counts_something() -> None:
    (quantity,) = scan("数千家企业")
    assert (quantity.surface, quantity.value, quantity.high) == ("数千家", 1000, 9000)
    assert quantity.qualifier is Qualifier.APPROX
    (uncounted,) = scan("数千商户")
    assert uncounted.value is None


@pytest.mark.parametrize(
    "text",
    [
        "产线符合GB/T 24001-2016的要求。",
        "客队以2∶0战胜卫冕冠军。",
        "住在和平路16号2单元301室。",
        "拦下车牌QD 7316的轿车。",
        "Under Section 9(3) of Directive 2014/65, it lapsed.",
        "Rovers beat City 3-1 on Sunday.",
        "Call 0845-220-0119 for help.",
        "The Terminal 4 lounge and the Wi-Fi 7 router are new.",
        "It moved to 48 Tanner Street in spring.",
    ],
)
def test_designations_scores_and_addresses_are_no_figures(text: str) -> None:
    assert [one.surface for one in scan(text) if one.is_metric] == []


def test_a_bound_that_names_a_class_of_things_is_no_figure() -> None:
    text = "新签约亿元以上项目27个，总投资146亿元，其中50亿元以上1个，500万元以下贷款增长12%。"
    found = [one.surface for one in scan(text) if one.is_metric]
    assert found == ["27个", "146亿元", "1个", "12%"]
    assert [one.surface for one in scan("完成投资50亿元以上，3个项目开工") if one.is_metric] == [
        *("50亿元", "3个")
    ]
