from __future__ import annotations

from datetime import datetime

from viewer.i18n import load
from viewer.talk import (
    On,
    Pen,
    Question,
    Shown,
    Stroke,
    Talk,
    place_text,
    questions_text,
    strokes_text,
    time_report,
)

NOON = datetime(2021, 3, 4, 12, 30)


def test_a_question_is_stamped_with_section_and_figure(talk: Talk) -> None:
    words = load("zh_CN")
    where = place_text(talk, talk.place_of("stations", "officers"), words)
    text = questions_text(talk, [Question(NOON, where, "  从哪里来的?\n", 4)], words)
    assert text.startswith("《首战告捷》")
    assert (
        "2021-03-04 12:30  第 1 节 做强综合战斗实体 · 充实派出所警力 1793 名\n从哪里来的?\n" in text
    )


def test_a_question_at_a_title_is_stamped_with_the_section(talk: Talk) -> None:
    words = load("en")
    text = questions_text(talk, [Question(NOON, place_text(talk, 4, words), "Why?", 4)], words)
    assert "2021-03-04 12:30  Section 2, 智慧警务新品牌\nWhy?\n" in text


def test_the_report_says_the_time_of_each_section_and_of_all(talk: Talk) -> None:
    lines = time_report(talk, (65, 120, 0), (240, 360, 0), load("zh_CN")).splitlines()
    assert lines[2:] == [
        "01:05  (计划 04:00)  1. 做强综合战斗实体",
        "02:00  (计划 06:00)  2. 智慧警务新品牌",
        "03:05  (计划 10:00)  合计",
    ]


def test_a_section_that_was_not_come_to_has_no_time(talk: Talk) -> None:
    lines = time_report(talk, (65, 0, 0), None, load("zh_CN")).splitlines()
    assert lines[3] == "—  2. 智慧警务新品牌"


def test_a_section_kept_for_questions_is_reported_once_it_was_shown(talk: Talk) -> None:
    assert "街面警务站" in time_report(talk, (1, 2, 3), None, load("zh_CN"))
    assert "街面警务站" not in time_report(talk, (1, 2, 0), None, load("zh_CN"))


def test_the_figures_drawn_on_are_named_once_each_in_the_order_of_drawing(talk: Talk) -> None:
    words, here = load("en"), Shown(1)
    on = [Stroke(Pen.PEN, here, (), key, On.WORDS) for key in ("rooms", "officers", "rooms")]
    free = Stroke(Pen.PEN, here, ((0.1, 0.1),))
    gone = Stroke(Pen.PEN, here, (), "gone", On.MARK)
    title, *lines = strokes_text(talk, [free, *on, gone], words).strip().splitlines()
    assert title == words("talk.strokes.title")
    assert ["3250" in lines[0], "1793" in lines[1], len(lines)] == [True, True, 2]
    assert strokes_text(talk, [free, gone], words) == ""
