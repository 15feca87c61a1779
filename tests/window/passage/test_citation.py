"""What is copied leads back to where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.i18n import load
from viewer.model import Passage, Source, Span
from viewer.window.passage.citation import cited_figure, cited_words, source_of

CHINESE, ENGLISH = load("zh_CN"), load("en")
SOURCE = Source(publication="平川日报", page="3", date="2021-04-05", authors=("周一", "吴二"))


def test_a_figure_is_copied_with_value_quote_and_the_whole_source(small) -> None:
    opened = small._replace(briefing=replace(small.briefing, source=SOURCE))
    section = opened.briefing.sections[0]
    said = cited_figure(opened, section, "caught", CHINESE)
    assert said == (
        "嫌疑人 1.6万名：“抓获嫌疑人 1.6万名”"
        "（周一、吴二，《小报》，平川日报，2021-04-05，第 3 版，“第一节”一节，第 2 段）"
    )
    assert cited_figure(opened, section, "caught", ENGLISH) == said


def test_what_is_copied_of_an_english_passage_is_english(small) -> None:
    section = replace(
        small.briefing.sections[0], title="Rooms", passage=Passage("It opened 12 rooms.")
    )
    briefing = replace(small.briefing, title="The year", source=replace(SOURCE, authors=("Zhou",)))
    said = cited_words(briefing, section, Span(3, 18), CHINESE)
    assert said.endswith(
        "(Zhou, The year, 平川日报, 2021-04-05, page 3, section “Rooms”, paragraph 1)"
    )


def test_a_sentence_is_copied_with_its_paragraph(small) -> None:
    section = small.briefing.sections[0]
    start = section.passage.text.index("抓获")
    said = cited_words(small.briefing, section, Span(start, start + 5), CHINESE)
    assert said == "“抓获嫌疑人”（《小报》，“第一节”一节，第 2 段）"


def test_what_is_not_known_of_the_source_is_left_out(small) -> None:
    section = small.briefing.sections[1]
    assert source_of(small.briefing, section, None, CHINESE) == "《小报》，“第二节”一节"


def test_marks_in_the_title_of_a_section_are_single_within_its_own(small) -> None:
    section = replace(small.briefing.sections[1], title="打造“智慧”品牌")
    assert "“打造‘智慧’品牌”一节" in source_of(small.briefing, section, None, CHINESE)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("3", "第 3 版"),
        ("A03", "第 A03 版"),
        ("4-5", "第 4-5 版"),
        ("综合 二版", "综合 二版"),
        ("Front", "Front"),
    ],
)
def test_a_page_that_is_named_in_words_is_not_called_a_number(small, page, said) -> None:
    briefing = replace(small.briefing, source=replace(SOURCE, page=page))
    assert f"，{said}，" in source_of(briefing, briefing.sections[0], None, CHINESE)


def test_nothing_is_copied_of_a_figure_that_is_not_there(small) -> None:
    assert cited_figure(small, small.briefing.sections[0], "nothing", CHINESE) == ""
