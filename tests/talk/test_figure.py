from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.i18n import Words, load
from viewer.model import Kind, Qualifier, Span, Standing
from viewer.talk import Talk, label_of, written
from viewer.talk.figure import standing_of


@pytest.fixture(scope="module")
def words() -> Words:
    return load("zh_CN")


def step(talk: Talk, key: str):
    return next(step for step in talk.steps if step.key == key)


def test_a_number_is_shown_as_the_passage_prints_it(talk: Talk, words: Words) -> None:
    money = written(talk, step(talk, "funding"), words)
    assert (money.number, money.unit, money.whole) == ("1.48亿", "元", "1.48亿元")
    assert written(talk, step(talk, "officers"), words).whole == "1793 名"


def test_a_number_that_no_passage_prints_has_its_thousands_parted(talk: Talk, words: Words) -> None:
    alone = replace(step(talk, "funding"), said=None)
    assert written(talk, alone, words).whole == "148,000,000 元"


def test_percent_stands_close_to_its_number(talk: Talk, words: Words) -> None:
    figure = step(talk, "rooms")
    percent = replace(figure, said=None, metric=replace(figure.metric, unit="%"))
    assert written(talk, percent, words).whole == "3250%"


def test_a_title_has_no_number(talk: Talk, words: Words) -> None:
    assert written(talk, talk.steps[0], words).whole == ""
    assert label_of(talk.steps[0]) == ""


@pytest.mark.parametrize(
    ("label", "cite", "said"),
    [
        ("提取率", "同比提高3250", "+3250%"),
        ("提取率", "同比下降3250", "−3250%"),
        ("降幅", "", "−3250%"),
    ],
)
def test_a_change_is_never_shown_without_its_sign(
    talk: Talk, words: Words, label: str, cite: str, said: str
) -> None:
    figure = step(talk, "rooms")
    metric = replace(figure.metric, unit="%", kind=Kind.CHANGE, label=label)
    change = replace(figure, said=None, metric=metric, point=replace(figure.point, cite=cite))
    assert written(talk, change, words).whole == said


def test_a_point_of_a_series_says_its_period(talk: Talk) -> None:
    figure = step(talk, "rooms")
    serial = replace(
        figure,
        metric=replace(figure.metric, series=True),
        point=replace(figure.point, period="2020"),
    )
    assert label_of(serial) == "警务室与社区同址办公 · 2020"


def test_the_words_that_bound_a_number_stand_on_both_sides_of_it(talk: Talk, words: Words) -> None:
    figure = step(talk, "officers")
    text = talk.parts[figure.part].section.passage.text
    at = figure.said.quantity.span
    wide = replace(figure.said.quantity, words=Span(at.start - 2, at.end + 1))
    bound = written(talk, replace(figure, said=replace(figure.said, quantity=wide)), words)
    assert (bound.before, bound.after) == (text[at.start - 2 : at.start], text[at.end])
    assert bound.whole == f"{bound.before} 1793 名{bound.after}"


@pytest.mark.parametrize(
    ("qualifier", "said"),
    [("at_least", "至少 1793 名"), ("at_most", "至多 1793 名"), ("approx", "约 1793 名")],
)
def test_a_bound_that_nothing_printed_says_is_said_in_words(
    talk: Talk, words: Words, qualifier: str, said: str
) -> None:
    figure = step(talk, "officers")
    loose = replace(figure, metric=replace(figure.metric, qualifier=Qualifier(qualifier)))
    assert written(talk, loose, words).whole == said


def test_a_figure_is_named_as_a_target_and_not_as_a_fact(talk: Talk, words: Words) -> None:
    figure = step(talk, "rooms")
    target = replace(figure.metric, standing=Standing.TARGET)
    assert standing_of(figure.metric, figure.point, words) == ""
    assert standing_of(target, figure.point, words) == words("chart.standing-target") != ""
