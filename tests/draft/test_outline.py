from dataclasses import replace

import pytest

from viewer.draft.outline import Outline, outline
from viewer.draft.readers import Block, Report, Shape
from viewer.draft.readers.plain import blocks_of

BODY = "全年实现增加值148.2亿元，比上年增长9%，各项工作都取得了新的进展。"


def parted(text: str) -> Outline:
    return outline(Report(blocks_of(text)))


def titles(text: str) -> list[str]:
    return [part.title for part in parted(text).parts]


@pytest.mark.parametrize(
    "headings",
    [
        ("一、综合", "二、农业"),
        ("第一章 总则", "第二章 任务"),
        ("（一）综合", "（二）农业"),
        ("1. 综合", "2. 农业"),
        ("1.1 综合", "1.2 农业"),
        ("农业生产情况", "工业生产情况"),
        ("引言。", "人口。"),
    ],
)
def test_headings_of_every_style_begin_sections(headings: tuple[str, str]) -> None:
    text = f"2012年某市工作总结的公报\n\n{headings[0]}\n\n{BODY}\n\n{headings[1]}\n\n{BODY}\n"
    made = parted(text)
    assert [part.title for part in made.parts] == list(headings)
    assert made.title == "2012年某市工作总结的公报"
    assert made.period == "2012"


def test_words_before_the_first_heading_are_the_lead() -> None:
    assert titles(f"{BODY}\n一、综合\n{BODY}\n二、农业\n{BODY}") == ["", "一、综合", "二、农业"]


def test_a_numbered_list_is_no_headings() -> None:
    assert titles(f"{BODY}\n1、流量红利消退\n2、市场竞争加剧\n3、提速降费持续\n{BODY}") == [""]


@pytest.mark.parametrize("end", ["$30m.", "3bn.", "about 40%.", "last year."])
def test_a_short_sentence_is_no_heading_whatever_its_number_ends_in(end: str) -> None:
    later = "The harbour office expects more ships in the coming season. It keeps both piers open."
    assert titles(f"The north pier served 31 ships.\n\nFees were up from {end}\n\n{later}\n") == [
        ""
    ]


def test_captions_and_units_are_no_headings() -> None:
    captions = ("表1 主要农产品产量", "按人口分组的条形图", "单位：亿元")
    assert titles("".join(f"{BODY}\n\n{caption}\n\n" for caption in captions) + BODY) == [""]


def test_a_line_over_a_table_is_a_heading_where_others_stand_over_words() -> None:
    table = "码头\t泊位\n北港\t12\n"
    text = f"{BODY}\n\n泊位情况\n{table}\n货运情况\n\n{BODY}"
    assert titles(text) == ["", "泊位情况", "货运情况"]
    assert titles(f"{BODY}\n\n泊位情况\n{table}\n{BODY}") == [""]


def test_short_lines_in_a_row_are_verses_not_headings() -> None:
    assert titles(f"{BODY}\n\n春眠不觉晓\n\n处处闻啼鸟\n\n夜来风雨声\n\n{BODY}") == [""]


def test_styled_headings_decide_where_the_file_has_them() -> None:
    blocks = (
        Block(Shape.HEADING, "年度公报", 1),
        Block(Shape.HEADING, "综合", 2),
        Block(Shape.PARAGRAPH, BODY),
        Block(Shape.PARAGRAPH, "一行短句"),
        Block(Shape.PARAGRAPH, BODY),
        Block(Shape.HEADING, "农业", 2),
        Block(Shape.PARAGRAPH, BODY),
    )
    made = outline(Report(blocks))
    assert (made.title, [part.title for part in made.parts]) == ("年度公报", ["综合", "农业"])


def test_a_long_section_is_parted_at_its_lower_headings() -> None:
    lower = "".join(f"（{n}）其{n}\n{BODY * 40}\n" for n in "一二三")
    assert titles(f"一、综合\n{lower}二、农业\n{BODY}") == [
        "一、综合 · （一）其一",
        "一、综合 · （二）其二",
        "一、综合 · （三）其三",
        "二、农业",
    ]


def test_a_section_of_many_figures_is_parted_at_its_lower_headings() -> None:
    dense = "，".join(
        f"第{name}港吞吐量{at}.5万吨" for at, name in enumerate("甲乙丙丁戊己庚辛壬癸")
    )
    lower = "".join(f"（{n}）其{n}\n{dense}，共计。{dense}。\n" for n in "一二三")
    assert titles(f"一、综合\n{lower}二、农业\n{BODY}") == [
        "一、综合 · （一）其一",
        "一、综合 · （二）其二",
        "一、综合 · （三）其三",
        "二、农业",
    ]


def test_a_heading_without_words_begins_the_next_passage() -> None:
    made = parted(f"人口\n\n{BODY}\n\n历史文化\n\n茶文化\n\n{BODY}")
    assert made.parts[1].passage.startswith("历史文化\n\n")


def test_bylines_under_the_headline_go_to_the_source() -> None:
    made = parted(f"某市统计公报\n某市统计局\n（2013年3月20日）\n{BODY}\n{BODY}")
    assert (made.source.publication, made.source.date) == ("某市统计局", "2013年3月20日")
    assert [part.passage for part in made.parts] == [f"{BODY}\n\n{BODY}"]
    assert [each.role for each in made.dropped] == ["date", "byline"]


def test_a_dateline_enriches_the_source_and_stays_in_the_words() -> None:
    made = parted(f"新华社临江三月五日电（记者陈一）{BODY}\n{BODY}")
    assert (made.source.publication, made.source.authors) == ("新华社", ("陈一",))
    assert made.parts[0].passage.startswith("新华社临江")


def test_a_paragraph_longer_than_a_section_is_parted_after_a_sentence() -> None:
    made = parted(BODY * 3000)
    assert "".join(part.passage for part in made.parts) == BODY * 3000
    assert all(part.passage.endswith("。") for part in made.parts)


def test_english_reports_are_told_by_their_letters() -> None:
    body = "The deficit narrowed to CAD 1.9 billion in October of 2022."
    made = parted(f"Budget Gap Narrows\n{body}\n3 days ago\n")
    assert (made.language, made.title, made.period) == ("en", "Budget Gap Narrows", "2022")


def test_the_margin_of_a_page_tells_the_source_and_is_noted() -> None:
    blocks = blocks_of(f"{BODY}\n\n{BODY}")
    margin = ("栏目导航", "2021-03-05 09:26 来源：海港日报 作者：林珊", "字号大小")
    made = outline(Report(blocks, "港口简报", margin=margin, site="海港网"))
    assert (made.source.publication, made.source.date) == ("海港日报", "2021-03-05")
    assert made.source.authors == ("林珊",)
    assert [each.text for each in made.dropped] == [margin[1]]


def test_a_line_of_names_and_a_time_in_the_margin_tells_the_date() -> None:
    made = outline(
        Report(blocks_of(BODY), "港口简报", margin=("原创 张三 某地发布 2022-03-04 18:02",))
    )
    assert made.source.date == "2022-03-04"


def test_the_site_published_where_nothing_else_is_said() -> None:
    assert (
        outline(Report(blocks_of(BODY), "港口简报", site="海港网")).source.publication == "海港网"
    )


def test_the_title_of_an_office_s_paper_stands_below_its_head_and_number() -> None:
    head = "某某市人民政府文件\n某政发〔2020〕15号\n关于港口生产情况的通报"
    made = parted(f"{head}\n{BODY}\n一、综合\n{BODY}\n二、农业\n{BODY}")
    assert made.title == "关于港口生产情况的通报"
    assert (made.source.publication, made.source.note) == ("某某市人民政府", "某政发〔2020〕15号")


def test_an_english_sentence_is_no_headline_and_a_name_with_a_stop_may_be() -> None:
    body = "The port earned 3.5 million, up 4.2 percent from last year."
    assert parted(f"{body}\nIt handled 52 ships.\n").title == ""
    assert (
        parted(f"Results of Harbour Works Inc.\n{body}\n").title == "Results of Harbour Works Inc."
    )


@pytest.mark.parametrize(
    "title",
    ["Harbour Statement, April 2026", "Annual accounts 2024/25", "Report for 2024"],
)
def test_an_english_title_may_end_in_a_date_and_be_shorter_than_a_heading(title: str) -> None:
    body = "The port earned 3.5 million, up 4.2 percent from last year, and handled more ships."
    heads = (title, "Economic activity and the labour market", "Balance sheet", "Outlook")
    made = parted("".join(f"{head}\n{body} It was a good year for all.\n" for head in heads))
    assert made.title == title
    assert [part.title for part in made.parts] == ["", *heads[1:]]


def test_numbered_lines_are_sections_beside_a_styled_title() -> None:
    styled = [Block(Shape.HEADING, "某市人民政府", 1), Block(Shape.HEADING, "年度工作报告", 1)]
    plain = blocks_of(f"{BODY}\n\n一、综合\n\n{BODY}\n\n二、农业\n\n{BODY}\n\n三、工业\n\n{BODY}")
    made = outline(Report((*styled, *plain)))
    assert (made.title, made.source.publication) == ("年度工作报告", "某市人民政府")
    assert [part.title for part in made.parts] == ["", "一、综合", "二、农业", "三、工业"]


def test_a_table_of_contents_is_no_section() -> None:
    contents = "目  录\n\n一、综合 1\n\n二、农业 12\n\n"
    text = f"年度公报\n\n{contents}一、综合\n\n{BODY}\n\n二、农业\n\n{BODY}"
    made = parted(text)
    assert [part.title for part in made.parts] == ["一、综合", "二、农业"]
    assert [each.role for each in made.dropped] == ["contents"] * 3


@pytest.mark.parametrize(
    ("head", "title", "name"),
    [
        (
            "海港股份有限公司\n\n2023年年度报告",
            "海港股份有限公司2023年年度报告",
            "海港股份有限公司",
        ),
        ("某市人民政府\n\n2023年政务公开工作报告", "2023年政务公开工作报告", "某市人民政府"),
        ("某市统计局\n\n港口生产快报", "港口生产快报", "某市统计局"),
    ],
)
def test_a_title_below_the_name_of_who_publishes_it_is_the_title(
    head: str, title: str, name: str
) -> None:
    made = parted(f"{head}\n\n2024年3月\n\n一、综合\n\n{BODY}\n\n二、农业\n\n{BODY}")
    assert (made.title, made.source.publication) == (title, name)
    assert [part.title for part in made.parts] == ["一、综合", "二、农业"]
    assert made.parts[0].passage.startswith("2024年3月")  # no section of a date alone


def test_lines_that_the_contents_name_are_headings() -> None:
    contents = "目录\n\n公司简介……3\n\n股东情况……12\n\n"
    text = f"港口年报\n\n{contents}公司简介\n\n{BODY}\n\n{BODY}\n\n股东情况\n\n{BODY}"
    blocks = [replace(block, alone=False) for block in blocks_of(text)]
    made = outline(Report(tuple(blocks)))
    assert [part.title for part in made.parts] == ["公司简介", "股东情况"]


def test_a_letter_in_the_margin_and_a_number_in_a_cell_are_no_headings() -> None:
    styled = [Block(Shape.HEADING, text, 2) for text in ("O", "290", "{ }", "港口", "农业")]
    body = Block(Shape.PARAGRAPH, BODY)
    made = outline(Report(tuple(block for each in styled for block in (each, body))))
    assert [part.title for part in made.parts] == ["", "港口", "农业"]


def test_the_unit_behind_a_heading_is_a_line_of_the_section() -> None:
    made = parted(f"一、综合\n\n{BODY}\n\n二、资产          单位：万元\n\n{BODY}")
    assert (made.parts[1].title, made.parts[1].passage) == ("二、资产", f"单位：万元\n\n{BODY}")


def test_one_plain_numbered_line_goes_on_with_styled_ones_of_its_numbers() -> None:
    blocks = (
        Block(Shape.HEADING, "一、水利", 2),
        Block(Shape.PARAGRAPH, "全县水库蓄水5.6亿立方米，比上年多0.4亿立方米。"),
        Block(Shape.HEADING, "二、供电", 2),
        Block(Shape.PARAGRAPH, "全县用电量8.1亿千瓦时，比上年增长3.3%。"),
        Block(Shape.PARAGRAPH, "三、难点"),
        Block(Shape.PARAGRAPH, "（2）号机组检修用时较长，缺少检修人员约30人。"),
    )
    titles = [part.title for part in outline(Report(blocks)).parts]
    assert titles == ["一、水利", "二、供电", "三、难点"]


def test_a_figure_that_only_a_heading_tells_stands_in_its_passage() -> None:
    text = (
        "海港公司年度工作情况简报\n\n一、集装箱突破860万标箱\n\n外贸510万标箱，工作取得了新的进展。\n\n"
        "二、工人442人\n\n全港工人442人，工作取得了新的进展。\n"
    )
    passages = [part.passage for part in parted(text).parts]
    assert passages == [
        "集装箱突破860万标箱\n\n外贸510万标箱，工作取得了新的进展。",
        "全港工人442人，工作取得了新的进展。",
    ]


def test_a_figure_that_only_the_headline_tells_stands_before_the_first_passage() -> None:
    text = f"海港吞吐量突破860万吨\n\n一、综合\n\n{BODY}\n\n二、农业\n\n{BODY}\n"
    made = parted(text)
    assert made.title == "海港吞吐量突破860万吨"
    assert made.parts[0].passage.startswith("海港吞吐量突破860万吨\n\n全年")
    assert not made.parts[1].passage.startswith("海港")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Norland Harbours\nAnnual Report 2024\n\n", "Norland Harbours: Annual Report 2024"),
        (
            "Port of Selby Limited\nQuarterly Report: Third Quarter\n\n",
            "Port of Selby Limited – Quarterly Report: Third Quarter",
        ),
        ("Monetary Policy Statement, April 2026\n", "Monetary Policy Statement, April 2026"),
    ],
)
def test_the_title_of_an_english_report_has_its_name_and_its_kind(head: str, title: str) -> None:
    words = "Traffic rose 4% to 3.1 million tonnes in the year, and income grew with it.\n"
    assert parted(f"{head}Traffic\n{words}\nIncome\n{words}").title == title
