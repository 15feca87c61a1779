import pytest

from viewer.draft.readers.html import read
from viewer.draft.readers.html_furniture import is_furniture_name
from viewer.draft.readers.report import Report, Shape
from viewer.model import ViewerError

BODY = "全省公安机关建成执法办案管理中心203个，实现全省覆盖，执法办案、案件管理一体运行。"

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>两个大抓首战告捷-数字报</title><meta name="author" content="林珊 夏阳">
<style>p {{ color: red }}</style><script>var a = "<p>脚本，不是正文，。</p>";</script></head>
<body class="has-sidebar"><div id="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/a">要闻，导航。</a></li></ul></div>
<div class="wrap"><h1>两个大抓首战告捷</h1>
<div class="article-body"><p>　　{BODY}</p>
<p>2020年，立项建设重点基建工程28个，<b>探索建立</b>警务
运行新机制15项。<br>　　网办事项已达6大类240项。</p><h2>做强实体</h2>
<p>{BODY}</p><ul><li>其一，1078名</li></ul>
<table><tr><th>指标</th><th>2019年</th></tr><tr><td>粮食</td><td>1.5&nbsp;</td></tr></table>
</div></div>
<div class="related"><p>相关阅读：别的新闻，说了很多，标点也多，共99条。</p>
<p><a href="x">又一条很长的链接，{BODY}</a></p></div>
<div class="footer"><p>版权所有，2021，某某网，京ICP备123号。</p></div></body></html>"""


def page(text: str = PAGE, encoding: str = "utf-8") -> Report:
    return read(text.encode(encoding), "", lambda: False)


def test_the_article_is_read_and_the_page_around_it_is_not() -> None:
    assert [(b.shape, b.text) for b in page().blocks] == [
        (Shape.PARAGRAPH, BODY),
        (Shape.PARAGRAPH, "2020年，立项建设重点基建工程28个，探索建立警务运行新机制15项。"),
        (Shape.PARAGRAPH, "网办事项已达6大类240项。"),
        (Shape.HEADING, "做强实体"),
        (Shape.PARAGRAPH, BODY),
        (Shape.ITEM, "其一，1078名"),
        (Shape.TABLE, "指标\t2019年\n粮食\t1.5"),
    ]


def test_title_and_author_come_from_the_page() -> None:
    assert page().title == "两个大抓首战告捷"
    assert page().source.authors == ("林珊", "夏阳")


def test_without_a_heading_the_title_loses_the_name_of_the_site() -> None:
    report = page(PAGE.replace("h1>", "div>"))
    assert report.title == "两个大抓首战告捷"


def test_the_encoding_that_the_page_names_is_used() -> None:
    text = PAGE.replace("utf-8", "gb2312")
    assert page(text, "gb18030").blocks[0].text == BODY


def test_a_page_laid_out_with_tables_gives_its_paragraphs() -> None:
    layout = f"<table><tr><td><table><tr><td>栏</td></tr></table></td><td><p>{BODY}</p></td></tr>"
    assert BODY in [b.text for b in page(f"<body>{layout}</table></body>").blocks]


def test_deep_nesting_and_stray_tags_are_read() -> None:
    text = "<div>" * 20_000 + f"<p>{BODY}</p>" + "</b></p></i>" * 2_000
    assert [b.text for b in page(text).blocks] == [BODY]


def test_cancelling_stops_the_reading() -> None:
    with pytest.raises(ViewerError) as caught:
        read(PAGE.encode(), "", lambda: True)
    assert caught.value.code == "draft-cancelled"


def test_what_stands_between_headline_and_article_is_told_as_the_margin() -> None:
    line = "2021-03-05 09:26 来源：海港日报 作者：林珊"
    body = '<div class="article-body">'
    report = page(PAGE.replace(body, f"<p>{line}</p>{body}"))
    assert report.margin == (line,)
    assert line not in [block.text for block in report.blocks]


def test_the_site_of_a_page_is_told_apart_from_who_published() -> None:
    meta = '<meta property="og:site_name" content="海港网"><meta name="source" content="海港日报">'
    report = page(PAGE.replace("<style>", f"{meta}<style>"))
    assert (report.source.publication, report.site) == ("海港日报", "海港网")
    host = page(PAGE.replace("<style>", meta.replace("海港网", "微信公众平台") + "<style>"))
    assert host.site == ""


def test_the_title_of_the_page_is_no_word_of_a_page_without_an_article() -> None:
    report = page(
        f"<html><head><title>港口简报</title></head><body>{BODY}<br><br>{BODY}</body></html>"
    )
    assert [block.text for block in report.blocks] == [BODY, BODY]


def test_notices_of_cookies_and_newsletters_are_left_out() -> None:
    notices = "".join(
        f'<div class="{name}"><p>本站使用记录，保留30天，请您同意。</p></div>'
        for name in ("cookie-consent", "newsletter-signup", "popup", "hot-news")
    )
    text = PAGE.replace("<h2>", f"{notices}<h2>")
    assert page(text).blocks == page().blocks


def test_latin_names_of_authors_stay_whole() -> None:
    report = page(PAGE.replace("林珊 夏阳", "Ann Lee and Bo Ek, Cy Day"))
    assert report.source.authors == ("Ann Lee", "Bo Ek", "Cy Day")


def test_cells_that_reach_over_rows_and_columns_keep_those_after_them_in_place() -> None:
    head = "<tr><th rowspan=2>指标</th><th colspan=2>2018年</th><th colspan=2>2019年</th></tr>"
    second = "<tr><th>产量</th><th>增长</th><th>产量</th><th>增长</th></tr>"
    body = "<tr><td>原煤</td><td>12</td><td>3</td><td>13</td><td>5</td></tr>"
    text = PAGE.replace("<h2>", f"<table>{head}{second}{body}</table><h2>")
    (made, _) = [block.text for block in page(text).blocks if block.shape is Shape.TABLE]
    assert made == "指标\t2018年\t\t2019年\n\t产量\t增长\t产量\t增长\n原煤\t12\t3\t13\t5"


def test_what_holds_the_page_is_no_furniture_whatever_its_name_says() -> None:
    said = "".join(f"<p>网友说，第{at}年我们也收了30斤，大家都很高兴。</p>" for at in range(20))
    menu = '<ul id="nav"><li>导航，栏目。</li></ul>'
    inner = f'<h1>港口简报</h1><div class="text"><p>{BODY}</p><p>{BODY}</p></div>'
    text = f'<body><div class="layout has-sidebar">{menu}{inner}</div>'
    for more in ("", f'<div class="comment-list">{said}</div>'):
        blocks = page(f"{text}{more}</body>").blocks
        assert [b.text for b in blocks if b.shape is not Shape.HEADING] == [BODY, BODY]


def test_a_page_that_is_all_furniture_by_name_is_read_all_the_same() -> None:
    text = f'<body><div id="comment"><p>{BODY}</p><p>{BODY}</p></div></body>'
    assert [block.text for block in page(text).blocks] == [BODY, BODY]


def test_a_link_that_stands_in_the_article_takes_no_paragraph_with_it() -> None:
    text = f'<main><h1>简报</h1><div><a href="r.pdf">下载全文</a><p>{BODY}</p></div></main>'
    assert BODY in [block.text for block in page(text).blocks]


def test_sections_of_a_report_are_joined_however_long_its_notes_are() -> None:
    sections = "".join(f"<div><div><h2>第{n}节</h2><p>{BODY}</p></div></div>" for n in "一二三")
    notes = "".join(f"<li>见某某，《一份很长的文件》，第{at}页。</li>" for at in range(9))
    blocks = page(f"<main>{sections}<ol>{notes}</ol></main>").blocks
    assert [block.text for block in blocks].count(BODY) == 3


@pytest.mark.parametrize(
    ("name", "furniture"),
    [
        ("management-discussion", False),
        ("shareholders", False),
        ("related-party-transactions", False),
        ("market-share", False),
        ("navy-spending", False),
        ("related-news", True),
        ("share-buttons", True),
        ("commentList", True),
        ("cookie-consent", True),
        ("main-nav", True),
    ],
)
def test_a_name_is_furniture_by_all_its_words(name: str, furniture: bool) -> None:
    assert is_furniture_name(name) is furniture


def test_a_notice_of_cookies_is_put_aside_and_told() -> None:
    notice = "We use cookies to count our 12 visitors. Accept all cookies?"
    report = page(PAGE.replace("<h2>", f"<p>{notice}</p><h2>"))
    assert notice not in [block.text for block in report.blocks]
    assert report.dropped == (notice,)


def test_the_caption_of_a_table_stands_above_it() -> None:
    named = PAGE.replace("<table>", "<table><caption>产量（万吨）</caption>")
    assert [(b.shape, b.text) for b in page(named).blocks][-2:] == [
        (Shape.PARAGRAPH, "产量（万吨）"),
        (Shape.TABLE, "指标\t2019年\n粮食\t1.5"),
    ]


def test_what_is_struck_out_is_left_out() -> None:
    assert (
        page("<p>全年增长<del>5%</del>6%，运行平稳。</p>").blocks[0].text
        == "全年增长6%，运行平稳。"
    )


NOTE = "吞吐量按照行业统计制度的口径计算，包括外贸和内贸货物，不含港内倒运，数据取自年度快报。"


@pytest.mark.parametrize("notes", ["<ol>{}</ol>", "<div class='footnotes'>{}</div>"])
def test_notes_longer_than_the_report_are_not_the_report(notes: str) -> None:
    listed = notes.format(f"<li>{NOTE}</li>" * 20)
    read_back = page(f"<body><article><h1>简报</h1><p>{BODY}</p>{listed}</article></body>")
    assert [block.text for block in read_back.blocks[1:3]] == [BODY, NOTE]


def test_words_around_a_list_belong_to_the_report() -> None:
    items = "".join(
        f"<li>第{at}项办结{at}200件，全部按时办结，群众满意。</li>" for at in range(1, 9)
    )
    listed = f"<p>本季要点：</p><ul>{items}</ul><dl><dt>在编</dt><dd>310人</dd></dl>"
    text = f"<body><div>{listed}</div></body>"
    said = [block.text for block in page(text).blocks]
    assert (said[0], said[-1]) == ("本季要点：", "310人")


def test_lists_of_links_are_no_part_of_what_a_page_says() -> None:
    menu = "".join(f"<li><a href='/{at}'>栏目{at}</a></li>" for at in range(30))
    read_back = page(f"<body><ul>{menu}</ul><div><p>{BODY}</p></div></body>")
    assert read_back.extent is not None and read_back.extent.number_count == 1
