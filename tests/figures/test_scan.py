from decimal import Decimal

import pytest

from viewer.briefing import Kind, Qualifier, Span
from viewer.figures import scan


def metrics(text: str, language: str = "zh-CN"):
    return [q for q in scan(text, language) if q.is_metric]


def told(text: str, language: str = "zh-CN") -> list[tuple[object, str, str, str]]:
    return [
        (float(q.value), q.unit, str(q.kind), str(q.qualifier)) for q in metrics(text, language)
    ]


def test_a_figure_has_the_span_of_number_scale_and_unit() -> None:
    (quantity,) = scan("侦破刑事案件 2.5 万起,")
    assert quantity.surface == "2.5 万起"
    assert quantity.span == Span(7, 13)
    assert quantity.value == Decimal(25000)
    assert quantity.kind is Kind.COUNT


def test_the_words_that_qualify_stand_in_words_but_not_in_the_span() -> None:
    (quantity,) = scan("上案率达80% 以上。")
    assert quantity.surface == "80%"
    assert quantity.words.of("上案率达80% 以上。") == "80% 以上"
    assert quantity.qualifier is Qualifier.AT_LEAST


def test_members_of_a_list_take_the_unit_of_the_last() -> None:
    assert [q.unit for q in scan("按照 1 、3 、5 分钟响应")] == ["分钟"] * 3


@pytest.mark.parametrize(
    "text", ["增强“四个意识”", "“一室两队”改革", "进一步深化", "统一部署", "万达广场"]
)
def test_slogans_and_words_are_no_figures(text: str) -> None:
    assert metrics(text) == []
