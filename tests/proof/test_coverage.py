from collections.abc import Callable
from dataclasses import replace

import pytest

from viewer.model import Briefing, Issue, Kind, Metric, Place, Section, Severity
from viewer.proof import coverage, coverage_issues, covered, prove
from viewer.proof.coverage import left_out

Make = Callable[..., Metric]
MakeSection = Callable[..., Section]

TEXT = "2020年,第一名得5个,第二名得9个。\n充实“两个大抓”,投入60元。"


def test_quantities_without_a_metric_are_told_by_their_kind(
    metric: Make, section: MakeSection
) -> None:
    made = section(TEXT, metric("a", "5"))
    left = coverage(made, prove(Briefing("题", sections=(made,))).figures)
    assert [q.surface for q in left if q.is_metric] == ["9个", "60元"]
    assert {Kind.DATE, Kind.NAME} <= {q.kind for q in left}


def test_figures_of_other_sections_cover_nothing_here(metric: Make, section: MakeSection) -> None:
    there = section("得5个。", metric("a"), id_="there")
    figures = prove(Briefing("题", sections=(there,))).figures
    assert [q.surface for q in coverage(section("得5个。", id_="here"), figures)] == ["5个"]


def test_a_figure_used_twice_counts_once(metric: Make, section: MakeSection) -> None:
    made = section("共得5个。", metric("a"), metric("b", cite="得5个"))
    briefing = Briefing("题", sections=(made,))
    found = covered(briefing, prove(briefing).figures)
    assert (found.used, found.unused) == (1, ())


def test_the_sum_is_told_first_and_each_figure_at_its_place(
    metric: Make, section: MakeSection, say: Callable[[Issue], list[str]]
) -> None:
    briefing = Briefing("题", sections=(section(TEXT, metric("a", "5")),))
    total, *each = coverage_issues(briefing, prove(briefing).figures)
    assert (total.code, total.severity) == ("coverage", Severity.NOTE)
    assert (total.params["used"], total.params["total"]) == (1, 3)
    assert total.params["unused"] == "9个 / 60元"
    assert total.params["dates"] == 1
    assert [(one.code, one.params["text"]) for one in each] == [
        ("figure-unused", "9个"),
        ("figure-unused", "60元"),
    ]
    assert each[1].place == Place(21, 7 + TEXT.split("\n")[1].index("60元"))
    assert all("9个" in sentence for sentence in say(total))
    assert all("9个" in sentence for sentence in say(each[0]))


def test_many_unused_figures_are_named_in_part(section: MakeSection) -> None:
    text = ",".join(f"得{n}个" for n in range(10, 40))
    total = coverage_issues(Briefing("题", sections=(section(text),)), {})[0]
    assert str(total.params["unused"]).endswith(" / …")
    assert total.params["total"] == 30


@pytest.mark.parametrize(("count", "whole"), [(12, True), (13, False)])
def test_twelve_unused_figures_are_all_named(section: MakeSection, count: int, whole: bool) -> None:
    text = ",".join(f"得{n}个" for n in range(10, 10 + count))
    named = str(coverage_issues(Briefing("题", sections=(section(text),)), {})[0].params["unused"])
    assert named.count("个") == 12
    assert (not named.endswith("…")) is whole


def test_nothing_is_said_when_every_figure_is_used(metric: Make, section: MakeSection) -> None:
    briefing = Briefing("题", sections=(section("2020年得5个。", metric("a")),))
    assert coverage_issues(briefing, prove(briefing).figures) == ()


def test_words_left_out_that_do_not_stand_in_the_text_leave_nothing_out(
    section: MakeSection,
) -> None:
    made = replace(section("共得5个。"), left_out=("5个", "7个", ""))
    assert [span.of("共得5个。") for span in left_out(made)] == ["5个"]


def test_words_at_the_beginning_of_a_passage_can_be_left_out(section: MakeSection) -> None:
    made = replace(section("5个和9个。"), left_out=("5个",))
    assert [quantity.surface for quantity in coverage(made, {})] == ["9个"]
