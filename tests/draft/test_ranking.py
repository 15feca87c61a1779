"""A long report keeps the figures that a room would remember; the others stay words."""

from decimal import Decimal

from viewer.draft import Draft, draft_outline
from viewer.draft.charts import PlacedMetric
from viewer.draft.outline import outline
from viewer.draft.ranking import FOR_A_MEETING, Candidates, Limit, worth_keeping
from viewer.draft.readers.plain import blocks_of
from viewer.draft.readers.report import Report
from viewer.draft.relations import closed
from viewer.model import Kind, Metric, Point, Relation, RelationKind

LINES = [f"第{n}个仓库存放纸箱{n + 11}只，另有木箱{n + 60}只。" for n in range(1, 31)]
REPORT = "\n\n".join(
    [
        "海港码头上半年经营报告",
        "一、总体情况",
        "上半年集装箱吞吐量达到152万箱，同比增长8.4%。实现利润3.6亿元，比上年同期增长12.1%。",
        "二、仓库",
        *LINES,
        "三、附录：股东名册",
        "甲公司持有股份420万股，乙公司持有股份0万股。",
    ]
)


def drafted(limit: Limit) -> Draft:
    return draft_outline(outline(Report(blocks_of(REPORT))), "report", keep=limit)


def test_compared_and_leading_figures_are_kept_and_every_section_has_some() -> None:
    made = drafted(Limit(8))
    values = [[m.point.written for m in section.metrics] for section in made.briefing.sections]
    first, second, last = values
    assert first == ["152万", "8.4", "3.6亿", "12.1"]
    assert second[0] == "12"  # the first of its sentence, not the second one
    assert "71" not in second
    assert "0万" not in last
    assert sum(map(len, values)) == 8


def test_what_is_not_kept_is_told_and_stays_in_the_words() -> None:
    made = drafted(FOR_A_MEETING)
    note = next(note for note in made.notes if note.code == "figures-chosen")
    assert (note.params["kept"], note.params["left"]) == (30, 36)
    assert made.figures == 30
    assert LINES[-1] in made.briefing.sections[1].passage.text


def test_without_a_limit_or_with_few_figures_all_are_kept() -> None:
    assert drafted(Limit()).figures == 66
    assert drafted(Limit(30, 70)).figures == 66


def test_what_a_kept_change_is_of_is_kept_with_it() -> None:
    level = Metric("level", "客运量", "人", Kind.COUNT, (Point("level", "98094", Decimal(98094)),))
    rise = Metric("rise", "客运量", "%", Kind.CHANGE, (Point("rise", "4.8", Decimal("4.8")),))
    tie = Relation(RelationKind.CHANGE, (("level", "level"), ("change", "rise")))
    # the change opens the section, its level stands in a table further down
    placed = (PlacedMetric(rise, 0, 0, True), PlacedMetric(level, 9, 9, True, row=True))
    assert worth_keeping([Candidates("客运", placed, (tie,))], "年报", 1) == {"rise", "level"}
    assert worth_keeping([Candidates("客运", placed, ())], "年报", 1) == {"rise"}


def test_what_a_kept_change_starts_from_is_kept_with_it() -> None:
    made = [
        Metric(name, "客运量", unit, kind, (Point(name, value, Decimal(value)),))
        for name, unit, kind, value in (
            ("rise", "%", Kind.CHANGE, "4.8"),
            ("level", "人", Kind.COUNT, "98094"),
            ("base", "人", Kind.COUNT, "93602"),
        )
    ]
    roles = (("level", "level"), ("base", "base"), ("change", "rise"))
    placed = tuple(PlacedMetric(one, at, at, True, row=at > 0) for at, one in enumerate(made))
    part = Candidates("客运", placed, (Relation(RelationKind.CHANGE, roles),))
    assert worth_keeping([part], "年报", 1) == {"rise", "level", "base"}


def test_a_level_keeps_its_change_without_a_base_that_is_left_out() -> None:
    roles = (("level", "level"), ("base", "base"), ("change", "rise"))
    tie = Relation(RelationKind.CHANGE, roles)
    assert [*closed((tie,), frozenset(("level", "base", "rise")))] == [tie]
    (kept,) = closed((tie,), frozenset(("level", "rise")))
    assert kept.roles == (("level", "level"), ("change", "rise"))
    assert [*closed((tie,), frozenset(("base", "rise")))] == []


CHAPTERS = [
    "湖畔酒店2024年经营年报",
    "一、释义",
    "本公司指湖畔酒店管理有限公司。",
    "二、主要财务指标与经营情况",
    "全年实现营业收入7.46亿元，比上年增长11.8%；接待住客182万人次，比上年增加14万人次。",
    *(
        line
        for n, number in enumerate("三四五六七八九")
        for line in (
            f"{number}、门店",
            f"门店设客房{n + 140}间，餐位{n + 310}个，员工{n + 95}人。",
            f"门店客房出租率{n + 60}.{n % 9 + 1}%，比上年提高{n % 4 + 1}.{n % 7}个百分点。",
        )
    ),
    "十、财务报表项目",
    "库存现金12.4万元，比上年增长9.1%。预付款项88.2万元，比上年下降3.3%。",
]


def test_the_whole_and_the_overview_come_before_details_and_statements() -> None:
    text = "\n\n".join(CHAPTERS)
    made = draft_outline(outline(Report(blocks_of(text))), "report", keep=Limit(8))
    kept = {
        section.title: [m.point.written for m in section.metrics]
        for section in made.briefing.sections
        if section.metrics
    }
    assert kept["二、主要财务指标与经营情况"] == ["7.46亿", "11.8", "182万", "14万"]
    assert "十、财务报表项目" not in kept


def test_a_table_that_prints_again_what_the_words_say_comes_after_them() -> None:
    words = Metric(
        "words", "产值", "元", Kind.AMOUNT, (Point("words", "4.86亿", Decimal(486000000)),)
    )
    cell = Metric(
        "cell", "产值", "元", Kind.AMOUNT, (Point("cell", "48,621万", Decimal(486210000)),)
    )
    placed = (PlacedMetric(cell, 0, 0, True, row=True), PlacedMetric(words, 1, 1, True))
    assert worth_keeping([Candidates("产值", placed, ())], "年报", 1) == {"words"}


def test_a_long_overview_does_not_take_the_place_of_every_chapter() -> None:
    chapters = ("总体情况", "农业", "工业", "教育")
    things = ("粮仓", "货场", "码头", "车站", "水库", "学校", "医院", "书店", "公园", "泵站")
    told = ["海港市年度报告"]
    for number, chapter in zip("一二三四", chapters, strict=True):
        told.append(f"{number}、{chapter}")
        for at, thing in enumerate(things):
            told.append(f"{chapter}类{thing}存量{at + 213}万吨，同比增长{at + 2}.4%。")
    made = draft_outline(outline(Report(blocks_of("\n\n".join(told)))), "report", keep=Limit(18))
    counts = [len(section.metrics) for section in made.briefing.sections]
    assert counts[0] == max(counts)
    assert sum(counts[1:]) >= 4
