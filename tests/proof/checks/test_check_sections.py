from collections.abc import Callable
from dataclasses import replace

import pytest

from viewer.model import Briefing, Issue, Metric, Place, Section, Source
from viewer.proof import prove

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]
Find = Callable[..., dict[str, Issue]]
Say = Callable[[Issue], list[str]]


def test_a_section_without_words_is_empty(issues: Find) -> None:
    assert set(issues(" \n\u3000")) == {"section-empty"}


def test_two_sections_of_one_passage_are_told_whatever_their_space(
    section: MakeSection, say: Say
) -> None:
    sections = (section("一 段话。", id_="a", title="甲"), section("一段\n话。", id_="b"))
    (issue,) = prove(Briefing("题", sections=sections)).issues
    assert issue.code == "section-repeated"
    assert issue.params["other"] == "甲"
    assert len(say(issue)) == 2


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200f", "\x07", "\x85", "\r"])
def test_characters_that_steer_are_told_at_the_first(issues: Find, char: str) -> None:
    found = issues(f"第一行\n第{char}二行{char}")
    issue = found["passage-control"]
    assert issue.place == Place(21, 8)
    assert issue.params["n"] == 2
    assert issue.params["char"] == f"U+{ord(char):04X}"


def test_one_character_that_steers_is_said_in_the_singular(issues: Find, say: Say) -> None:
    _, english = say(issues("前\u202e后")["passage-control"])
    assert "has an invisible control character" in english


def test_tabs_and_odd_spaces_are_ordinary(issues: Find) -> None:
    assert issues("甲\t乙\u00a0丙\u3000丁\u2028") == {}


@pytest.mark.parametrize("field", ["label", "unit"])
def test_words_of_the_author_that_steer_are_shown_by_their_code(
    metric: Make, issues: Find, field: str
) -> None:
    made = metric(**{"cite": "5个", field: "个\u202e"})
    found = issues("有5个。", made)
    assert found["words-control"].params["text"] == "个U+202E"
    assert found["words-control"].path == f"m[one].{field}"


def test_a_period_that_nothing_speaks_of_is_a_warning(issues: Find) -> None:
    assert issues("2020年的事。", period="2020") == {}
    assert set(issues("2020年的事。", period="2021")) == {"briefing-period-unsaid"}


@pytest.mark.parametrize(
    "text", ["二〇二〇年的事。", "２０２０年的事。", "2020-06", "截至2020年6月"]
)
def test_a_year_is_found_in_any_digits(issues: Find, text: str) -> None:
    assert issues(text, period="2020") == {}


def test_the_source_may_name_the_period(section: MakeSection) -> None:
    briefing = Briefing(
        "题", period="2020", source=Source(date="2021-01-02 / 2020"), sections=(section("话。"),)
    )
    assert prove(briefing).issues == ()


@pytest.mark.parametrize(
    ("period", "text", "known"),
    [
        ("2018", "有5个。2018年。", True),
        ("2018", "有5个。", False),
        ("2019", "有5个,同比持平。2020年。", True),
        ("2019", "有5个。2020年。", False),
        ("2019—2020", "2019年到2020年有5个。", True),
        ("上半年", "上半年有5个。", True),
        ("上半年", "下半年有5个。", False),
        ("6月", "6月有5个。", True),
        ("7月", "6月有5个。", False),
        ("2020", "有5个。", True),
    ],
)
def test_the_period_of_a_metric_is_looked_for(
    metric: Make, section: MakeSection, period: str, text: str, known: bool
) -> None:
    sections = (section(text, metric(cite="5个", period=period)), section("2020年。", id_="t"))
    codes = [issue.code for issue in prove(Briefing("题", period="2020", sections=sections)).issues]
    assert codes == ([] if known else ["period-unsaid"])


def test_each_period_of_a_series_is_looked_for(series: Make, issues: Find) -> None:
    made = series("a", {"2019": "5", "1949": "6"})
    quoted = tuple(replace(point, cite="6个", origin=None) for point in made.points)
    found = issues("2019年和2020年，6个。", replace(made, points=quoted))
    assert found["period-unsaid"].params["period"] == "1949"


@pytest.mark.parametrize("period", ["", "2020"])
def test_a_figure_from_an_earlier_report_is_of_a_year_that_the_text_need_not_name(
    series: Make, issues: Find, period: str
) -> None:
    made = series("a", {"2018": "5", "2019": "6", "2020": "7"})
    assert issues("2020年的事。", made, period=period) == {}
    later = series("a", {"2020": "7", "2031": "9"})
    found = issues("2020年的事。", later, period=period)
    assert found["period-unsaid"].params["period"] == "2031"


def test_a_period_without_a_year_is_looked_for_wherever_the_figure_is_from(
    series: Make, issues: Find
) -> None:
    assert "period-unsaid" in issues("2020年的事。", series("a", {"13月": "5", "14月": "6"}))
