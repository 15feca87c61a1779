"""What is drawn, and what is said of it, is in the language of the section."""

from collections.abc import Iterable

import pytest

from tests.chart.build import WORDS, chart, compiled, metric
from viewer.chart import Scene, tip_of
from viewer.i18n import Words, load
from viewer.model import Chart, Metric, Qualifier

EN = load("en")
ENGLISH = "The library opened 12 rooms and 31 stops."
CHINESE = "图书馆开了 12 间阅览室，办了 31 场讲座。"


def first(
    metrics: Iterable[Metric], passage: str, words: Words, charts: Iterable[Chart] = ()
) -> Scene:
    return compiled(metrics, charts, passage, words)[0]


@pytest.mark.parametrize(
    ("passage", "words", "title", "subtitle"),
    [
        (ENGLISH, WORDS, "Rooms and Stops", "unit: places"),
        (ENGLISH, EN, "Rooms and Stops", "unit: places"),
        (CHINESE, EN, "Rooms、Stops", "单位：places"),
        (CHINESE, WORDS, "Rooms、Stops", "单位：places"),
    ],
)
def test_a_title_joins_labels_in_their_language_and_the_line_below_is_in_it_too(
    passage: str, words: Words, title: str, subtitle: str
) -> None:
    rooms = metric("a", "12", "places", label="Rooms")
    scene = first([rooms, metric("b", "31", "places", label="Stops")], passage, words)
    assert (scene.title, scene.subtitle) == (title, subtitle)


@pytest.mark.parametrize(("passage", "said"), [(ENGLISH, "at least 30"), (CHINESE, "至少 30")])
@pytest.mark.parametrize("words", [WORDS, EN])
def test_the_word_of_a_bound_is_in_the_language_of_the_section(
    passage: str, said: str, words: Words
) -> None:
    bound = metric("a", "30", "", origin="Yearbook", qualifier=Qualifier.AT_LEAST)
    scene = first([bound], passage, words)
    assert scene.marks[0].as_written == said
    assert tip_of(scene.marks[0], words).splitlines()[1] == said


@pytest.mark.parametrize(
    ("passage", "rest", "computed", "foreign"),
    [(ENGLISH, "the rest", "computed", "not in the text"), (CHINESE, "其余", "推算", "原文之外")],
)
def test_what_is_computed_is_marked_in_the_language_of_the_section(
    passage: str, rest: str, computed: str, foreign: str
) -> None:
    parts = [metric("all", "24"), metric("a", "9", of="all"), metric("b", "6", of="all")]
    other = metric("c", "9", "台", origin="Yearbook")
    for words in (WORDS, EN):
        scene = first(parts, passage, words, [chart("share", "a", "b", exclusive=True)])
        assert scene.marks[-1].label == rest
        last = compiled([other], (), passage, words)[0].marks[0]
        assert (scene.computed_word, last.remark) == (computed, foreign)


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (ENGLISH, ("1", "10", "100", "1,000", "10,000", "100,000", "1 million")),
        (CHINESE, ("1", "10", "100", "1000", "1万", "10万", "100万")),
    ],
)
def test_the_steps_of_a_log_axis_are_named_in_the_language_of_the_section(
    passage: str, names: tuple[str, ...]
) -> None:
    asked = [chart("bar", "a", "b", scale="log")]
    scene = first([metric("a", "1"), metric("b", "1000000")], passage, WORDS, asked)
    assert tuple(name for _, name in scene.axis.powers) == names


def test_a_period_stands_in_the_brackets_of_the_language() -> None:
    old = metric("a", "3", label="Rooms", period="2019")
    assert first([old], ENGLISH, WORDS).marks[0].label == "Rooms (2019)"
    assert first([old], CHINESE, EN).marks[0].label == "Rooms（2019）"
