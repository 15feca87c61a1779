from __future__ import annotations

from dataclasses import replace

from viewer.briefing import Qualifier, Span
from viewer.talk import Talk, bounds, label_of, share_of, written


def step(talk: Talk, key: str):  # type: ignore[no-untyped-def]
    return next(step for step in talk.steps if step.key == key)


def test_a_number_is_shown_as_the_passage_prints_it(talk: Talk) -> None:
    money = written(step(talk, "funding"))
    assert (money.number, money.unit, money.whole) == ("1.48亿", "元", "1.48亿元")


def test_a_number_that_no_passage_prints_is_shown_as_the_file_writes_it(talk: Talk) -> None:
    alone = replace(step(talk, "funding"), said=None)
    assert written(alone).whole == "148000000 元"


def test_percent_stands_close_to_its_number(talk: Talk) -> None:
    figure = step(talk, "rooms")
    percent = replace(figure, said=None, metric=replace(figure.metric, unit="%"))
    assert written(percent).whole == "3250%"


def test_a_title_has_no_number(talk: Talk) -> None:
    assert written(talk.steps[0]).whole == ""
    assert label_of(talk.steps[0]) == ""


def test_the_share_of_a_named_whole_is_computed(talk: Talk) -> None:
    share = share_of(talk, step(talk, "one-visit"))
    assert share is not None
    assert (share.part, share.whole, share.unit, share.percent) == ("56", "74", "项", "75.7")


def test_without_a_whole_there_is_no_share(talk: Talk) -> None:
    assert share_of(talk, step(talk, "officers")) is None


def test_a_number_that_is_not_exact_has_no_share(talk: Talk) -> None:
    figure = step(talk, "one-visit")
    loose = replace(figure, metric=replace(figure.metric, qualifier=Qualifier.AT_LEAST))
    assert share_of(talk, loose) is None


def test_a_point_of_a_series_says_its_period(talk: Talk) -> None:
    figure = step(talk, "rooms")
    serial = replace(
        figure,
        metric=replace(figure.metric, series=True),
        point=replace(figure.point, period="2020"),
    )
    assert label_of(serial) == "警务室与社区同址办公 · 2020"


def test_the_words_that_bound_a_number_stand_on_both_sides_of_it(talk: Talk) -> None:
    figure = step(talk, "officers")
    text = talk.parts[figure.part].section.passage.text
    at = figure.said.quantity.span
    wide = replace(figure.said.quantity, words=Span(at.start - 2, at.end + 1))
    said = replace(figure.said, quantity=wide)
    before, after = bounds(talk, replace(figure, said=said))
    assert (before, after) == (text[at.start - 2 : at.start], text[at.end])
    assert bounds(talk, figure) == ("", "")
