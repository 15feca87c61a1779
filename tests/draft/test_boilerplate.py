import pytest

from viewer.draft.boilerplate import strip
from viewer.model import Source


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("当前位置:数字报首页>>要闻 公安一版", "breadcrumb"),
        ("您现在的位置：首页 > 新闻中心 > 正文", "breadcrumb"),
        ("来源：新华网  作者：张三  时间：2021-03-04 10:22", "fields"),
        ("责任编辑：李四", "fields"),
        ("某政办发〔2020〕15号", "fields"),
        ("某某市人民政府办公室文件", "fields"),
        ("2021年3月4日 10:22", "date"),
        ("March 4, 2021", "date"),
        ("March 4, 2021 at 10:00 AM GMT", "date"),
        ("http://www.example.org 2003年10月21日 09:15 海港新闻网", "date"),
        ("2021-03-04 10:22 海港日报", "date"),
        ("3 days ago", "ago"),
        ("【打印本页】", "web"),
        ("Share this page", "web"),
        ("分享到微信", "web"),
        ("上一篇：别的新闻", "web"),
        ("点击上方蓝字关注我们", "web"),
        ("长按二维码识别关注", "web"),
        ("- END -", "web"),
        ("【发表评论】【大 中 小】【打印】【关闭】", "web"),
        ("版权所有 某某网", "web"),
        ("第一章 总则……………3", "contents"),
        ("第 3 页 共 9 页", "page"),
        ("本报记者 林珊 夏阳", "byline"),
        ("【林  珊  夏  阳】", "byline"),
    ],
)
def test_furniture_is_known_by_its_kind(line: str, role: str) -> None:
    assert strip(line, Source(), edge=True).role == role


@pytest.mark.parametrize(
    "line",
    [
        "Shareholders",
        "Share of exports",
        "分享经济发展",
        "资金来源：财政拨款1.48亿元，社会捐赠0.2亿元。",
        "全省公安机关建成执法办案管理中心203个。",
        "时间：三年，分两步走。",
        "先后出台39份指导文件",
        "2021年3月4日，全省召开现场会。",
        "记者从会上获悉，全省建成203个。",
        "【走在田间】各地抓紧收获秋粮",
        "2021年3月4日 全省召开现场会，部署工作",
        "打印本页所需的纸张比上年减少两成",
    ],
)
def test_words_of_the_report_are_no_furniture(line: str) -> None:
    assert strip(line, Source(), edge=True).role == ""


def test_the_fields_of_a_line_go_to_the_source() -> None:
    line = "2021-03-04 10:22　来源：新华网　作者：张三 李四　责任编辑：王五"
    source = strip(line, Source(), edge=True).source
    assert (source.publication, source.authors, source.date) == (
        "新华网",
        ("张三", "李四"),
        "2021-03-04",
    )


def test_a_date_behind_the_names_is_no_name() -> None:
    source = strip("来源：海港日报　作者：林珊　2021-07-05", Source(), edge=True).source
    assert (source.authors, source.date) == (("林珊",), "2021-07-05")


def test_a_road_that_begins_at_home_names_a_page_and_no_site() -> None:
    source = strip("当前位置：首页 > 统计公报 > 正文", Source(), edge=True).source
    assert (source.publication, source.page) == ("", "统计公报")


def test_what_the_file_says_of_its_source_is_not_overwritten() -> None:
    source = strip("来源：别处", Source(publication="新华网"), edge=True).source
    assert source.publication == "新华网"


def test_a_unit_in_brackets_is_nobodys_name() -> None:
    assert strip("（万元）", Source(), edge=True).source.authors == ()


def test_a_date_behind_who_published_is_no_part_of_the_name() -> None:
    source = strip("来源：海港市交通局　2021-07-05", Source(), edge=True).source
    assert (source.publication, source.date) == ("海港市交通局", "2021-07-05")
