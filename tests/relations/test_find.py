"""Which relations are found in short reports of several kinds, and whether their numbers agree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from viewer.model import RelationKind
from viewer.quantities import labelled, scan
from viewer.relations.find import find_relations
from viewer.relations.recompute import recompute, term_of

SERVICE = """南岭区2023年企业服务报告

全区共走访企业 840 家，其中制造业 504 家、服务业 336 家，占比分别为 60.0% 和 45.0%。
解决问题 756 个，比上年的 700 个增加 56 个，增长 8.0%。
"""
ENGLISH = """Harbor Lines, second quarter

Revenue was $48.0 million, compared to $40.0 million in the year-ago quarter, \
an increase of 20 percent.
The fleet has 250 vessels. Of these vessels, 150 (60 percent) were tankers \
and 100 (40 percent) were ferries.
Cargo volume reached 5,350 tonnes, 107 percent of its target of 5,000 tonnes.
"""
TRADITIONAL = """港務處第三季統計

本季貨櫃吞吐量為 420 萬個，較上季的 400 萬個增加 20 萬個，升幅 5.0%。
僱員 960 人，其中男性 600 人，女性 360 人。
"""
TARGETS = """东河县工作报告

全年新建公路 636 公里，完成年度目标的 106%。财政收入 9.6 亿元，增长 4.2%。
二、目标任务
年度目标任务是：新建公路 600 公里，财政收入增长 5% 左右。
"""
BULLETIN = """西原市统计公报

全年实现生产总值 500.0 亿元，同比增长 6.0%。其中，第一产业增加值 50.0 亿元，增长 3.0%；\
第二产业增加值 200.0 亿元，增长 7.0%；第三产业增加值 250.0 亿元，增长 6.2%。
"""
COMPANY = """远山股份半年报

上半年营业收入 31.5 亿元，同比增长 5%；上年同期为 30.0 亿元。
毛利率 24.6%，较上年同期的 22.1% 提高 2.0 个百分点。
"""

FAULTY = """云溪镇窗口服务小结

全年接办申请 900 件，其中单位类 500 件、居民类 300 件，占比分别为 55.6% 和 44.4%。\
办理 855 件，办理率 97.0%。全年接办量比上年的 750 件增长 12%。
全年费用 2.5 亿元，其中人员费用 1.2 亿元，办公费用 0.9 亿元，维修费用 0.7 亿元。
全年接办的 950 件中，线上提交 640 件。
"""

CASES = [
    (
        SERVICE,
        {
            ("part", "840 家", "504 家", "60.0%"): True,
            ("part", "840 家", "336 家", "45.0%"): False,
            ("sum", "840 家", "504 家", "336 家"): True,
            ("change", "756 个", "700 个", "8.0%"): True,
            ("change", "756 个", "700 个", "56 个"): True,
        },
    ),
    (
        ENGLISH,
        {
            ("change", "$48.0 million", "$40.0 million", "20 percent"): True,
            ("part", "250 vessels", "150", "60 percent"): True,
            ("part", "250 vessels", "100", "40 percent"): True,
            ("sum", "250 vessels", "150", "100"): True,
            ("target", "5,000 tonnes", "5,350 tonnes", "107 percent"): True,
        },
    ),
    (
        TRADITIONAL,
        {
            ("change", "420 萬個", "400 萬個", "20 萬個"): True,
            ("change", "420 萬個", "400 萬個", "5.0%"): True,
            ("sum", "960 人", "600 人", "360 人"): True,
        },
    ),
    (
        TARGETS,
        {
            ("target", "600 公里", "636 公里", "106%"): True,
            ("change", "9.6 亿元", "4.2%"): None,
        },
    ),
    (
        BULLETIN,
        {
            ("change", "500.0 亿元", "6.0%"): None,
            ("change", "50.0 亿元", "3.0%"): None,
            ("change", "200.0 亿元", "7.0%"): None,
            ("change", "250.0 亿元", "6.2%"): None,
            ("sum", "500.0 亿元", "50.0 亿元", "200.0 亿元", "250.0 亿元"): True,
        },
    ),
    (
        COMPANY,
        {
            ("change", "31.5 亿元", "30.0 亿元", "5%"): True,
            ("change", "24.6%", "22.1%", "2.0 个百分点"): False,
        },
    ),
]


Found = dict[tuple[str, ...], bool | None]
"""Relations by their kind and the surfaces of their roles, with their verdicts."""
Case = tuple[str, str, Found]
"""What a short text is about, the text, and all of its relations."""


def each_of(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """Runs a test for the text and the relations of each case."""
    return pytest.mark.parametrize(
        ("text", "expected"), [one[1:] for one in cases], ids=[one[0] for one in cases]
    )


def found_in(text: str) -> Found:
    """Each relation as its kind and the surfaces of its roles in their order."""
    figures = labelled(text, scan(text))
    relations = find_relations(text, figures)
    checks = recompute(relations, dict(enumerate(map(term_of, figures))))
    return {
        (
            str(one.kind),
            *(" ".join(figures[at].surface.split()) for _, at in one.roles),
        ): check.agrees
        for one, check in zip(relations, checks, strict=True)
    }


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda one: str(one)[:6])
def test_finds_every_relation_with_its_verdict_and_no_other(text: str, expected: Found) -> None:
    found = found_in(text)
    if ("part", "840 家", "504 家", "60.0%") not in expected:
        found = {key: value for key, value in found.items() if key[0] != "repeat"}
    assert found == expected


def test_tells_every_planted_contradiction_and_no_other() -> None:
    wrong = {key for key, agrees in found_in(FAULTY).items() if agrees is False}
    assert wrong == {
        ("sum", "900 件", "500 件", "300 件"),
        ("part", "900 件", "300 件", "44.4%"),
        ("part", "900 件", "855 件", "97.0%"),
        ("change", "900 件", "750 件", "12%"),
        ("sum", "2.5 亿元", "1.2 亿元", "0.9 亿元", "0.7 亿元"),
        ("repeat", "900 件", "950 件"),
    }


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("共受理来函 620 件。受理的 650 件中，纸质 80 件。", {("repeat", "620 件", "650 件")}),
        ("共受理来函 620 件。在受理的 650 件中，纸质 80 件。", {("repeat", "620 件", "650 件")}),
        ("收到样品 310 份。全年收到的 330 份中，合格 301 份。", {("repeat", "310 份", "330 份")}),
        ("共受理来函 620 件。受理的 620 件中，纸质 80 件。", set()),
        ("共受理来函 620 件。寄出的 650 件中，纸质 80 件。", set()),
    ],
)
def test_a_number_named_again_with_its_verb_repeats_the_first(
    text: str, wrong: set[tuple[str, ...]]
) -> None:
    assert {key for key, agrees in found_in(text).items() if agrees is False} == wrong


def test_a_share_of_visits_is_none_of_the_places_that_have_them() -> None:
    text = (
        "全区有文化场馆640家，其中社区书屋512家，其余为市级馆。\n\n"
        "全年接待读者930万人次，其中社区书屋占41.5%。"
    )
    assert False not in found_in(text).values()


def test_a_bound_meets_any_sum_and_proves_none() -> None:
    text = "总投入突破200亿元，一期12.3亿元，二期8.7亿元，三期146亿元，四期50.2亿元。"
    assert not [kind for kind, *_ in found_in(text) if kind == RelationKind.SUM]


@pytest.mark.parametrize(
    "text",
    [
        "口岸进出货物总值86亿元，其中出口55亿元，进口31亿元，贸易顺差24亿元。",
        "The port handled trade of $86 million, of which exports were $55 million and the trade "
        "surplus was $24 million.",
    ],
)
def test_a_balance_is_no_part_of_what_its_sides_make(text: str) -> None:
    assert not [
        one for one in found_in(text) if one[0] == "part" and one[-1].startswith(("24", "$24"))
    ]


def test_a_revenue_is_no_total_of_expenditures_that_add_up_to_it() -> None:
    text = "租金收入12亿元，道路、桥梁、隧道支出分别为5亿元、4亿元、3亿元。"
    assert not [kind for kind, *_ in found_in(text) if kind == RelationKind.SUM]
