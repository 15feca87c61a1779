import pytest

from viewer.briefing import Source
from viewer.draft.furniture import strip, told_by_dateline, without_end_marks


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("当前位置:数字报首页>>要闻 公安一版", "breadcrumb"),
        ("您现在的位置：首页 > 新闻中心 > 正文", "breadcrumb"),
        ("来源：新华网  作者：张三  时间：2021-03-04 10:22", "fields"),
        ("责任编辑：李四", "fields"),
        ("2021年3月4日 10:22", "date"),
        ("March 4, 2021", "date"),
        ("March 4, 2021 at 10:00 AM GMT", "date"),
        ("http://www.example.org 2003年10月21日 09:15 海港新闻网", "date"),
        ("2021-03-04 10:22 海港日报", "date"),
        ("3 days ago", "ago"),
        ("【打印本页】", "web"),
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
        "资金来源：财政拨款1.48亿元，社会捐赠0.2亿元。",
        "全省公安机关建成执法办案管理中心203个。",
        "时间：三年，分两步走。",
        "2021年3月4日，全省召开现场会。",
        "记者从会上获悉，全省建成203个。",
        "【在希望的田野上】各地加快推进粮食收获",
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


def test_what_the_file_says_of_its_source_is_not_overwritten() -> None:
    source = strip("来源：别处", Source(publication="新华网"), edge=True).source
    assert source.publication == "新华网"


@pytest.mark.parametrize(
    ("line", "rest", "authors"),
    [
        ("全部实现。【林  珊  夏  阳】", "全部实现。", ("林珊", "夏阳")),
        ("全部实现。（记者 张三丰）", "全部实现。", ("张三丰",)),
        ("全部实现。（责任编辑：王五）", "全部实现。", ()),
        ("全部实现（含在建）", "全部实现（含在建）", ()),
        ("【林 珊】", "【林 珊】", ()),
    ],
)
def test_names_in_brackets_close_a_report(line: str, rest: str, authors: tuple[str, ...]) -> None:
    found = without_end_marks(line, Source())
    assert (found.rest, found.source.authors) == (rest, authors)


@pytest.mark.parametrize(
    ("words", "publication"),
    [
        ("新华社海港2月2日电（记者张三）全港吞吐量增长。", "新华社"),
        ("海港日报讯：全港吞吐量增长。", "海港日报"),
        ("海港网讯（记者张三）全港吞吐量增长。", "海港网"),
        ("合作社负责人说：全港用电讯设备增长。", ""),
        ("全国互联网普及率提高 电讯业务：增长。", ""),
    ],
)
def test_only_a_dateline_names_who_published(words: str, publication: str) -> None:
    assert told_by_dateline(words, Source()).publication == publication
