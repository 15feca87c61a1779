"""The story of a talk: what the room sees, in which order, and what is inside of what."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.talk.conftest import a_briefing, what_is_found
from viewer.model import Briefing, Passage, PlannedStep, Section, StepKind, ViewerError
from viewer.talk import ChartOutline, Talk, compared_with, label_of, leading, pages_of, talk_of

CHARTS = {
    "stations": (
        ChartOutline("cards", ("rooms",), cards=True),
        ChartOutline("bars", ("funding", "officers")),
    ),
    "online": (ChartOutline("parts", ("items", "one-visit", "no-visit")),),
}


@pytest.fixture
def briefing() -> Briefing:
    """Without a talk of the author's."""
    return replace(a_briefing(), talk=())


@pytest.fixture
def talk(briefing: Briefing) -> Talk:
    return talk_of(briefing, what_is_found(), CHARTS)


def planned(briefing: Briefing, *steps: PlannedStep) -> Talk:
    return talk_of(replace(briefing, talk=steps), what_is_found(), CHARTS)


def kinds(talk: Talk) -> list[str]:
    return [str(talk.steps[place].kind) for place in talk.beats]


def keys(talk: Talk, part: int) -> list[str | None]:
    own = talk.parts[part]
    return [step.key for step in talk.steps[own.first : own.end]]


def test_it_opens_on_a_page_and_ends_on_a_summary_and_the_questions(talk: Talk) -> None:
    assert kinds(talk) == ["title", "section", "chart", "section", "chart", "summary", "questions"]


def test_there_is_no_summary_of_one_section_and_none_of_sections_without_figures(
    briefing: Briefing,
) -> None:
    first = next(section for section in briefing.sections if section.present)
    one = replace(briefing, sections=(first,))
    assert "summary" not in kinds(talk_of(one, what_is_found(), CHARTS))
    bare = tuple(replace(section, metrics=(), charts=()) for section in briefing.sections)
    assert "summary" not in kinds(talk_of(replace(briefing, sections=bare), what_is_found(), {}))


def test_a_section_shows_its_title_then_each_chart_once_with_its_figures_inside(
    talk: Talk,
) -> None:
    assert keys(talk, 1) == [None, "rooms", None, "officers", "funding"]
    inner = [step.inner for step in talk.steps[talk.parts[1].first : talk.parts[1].end]]
    assert inner == [False, True, False, True, True]


def test_charts_come_in_the_order_in_which_the_text_speaks_of_them(briefing: Briefing) -> None:
    charts = {
        "stations": (ChartOutline("late", ("funding",)), ChartOutline("early", ("officers",)))
    }
    talk = talk_of(briefing, what_is_found(), charts)
    shown = [step.chart for step in talk.steps if step.chart]
    assert shown == ["early", "late"]


def test_no_chart_leaves_and_comes_back(talk: Talk) -> None:
    charts = [(step.part, step.chart) for step in talk.steps if step.chart]
    assert charts == sorted(charts, key=charts.index)
    assert len(dict.fromkeys(charts)) == 1 + sum(one != two for one, two in pairwise(charts))


def test_a_chart_of_one_figure_is_that_figure(briefing: Briefing) -> None:
    talk = talk_of(briefing, what_is_found(), {"stations": (ChartOutline("one", ("officers",)),)})
    step = talk.steps[talk.place_of("stations", "officers")]
    assert (step.kind, step.chart, step.inner) == (StepKind.FIGURE, "one", False)


def test_figures_are_steps_of_their_own_where_no_chart_shows_them(briefing: Briefing) -> None:
    talk = talk_of(briefing, what_is_found())
    assert keys(talk, 1) == [None, "officers", "funding", "rooms"]
    assert not any(step.inner for step in talk.steps)


def test_a_figure_that_no_passage_says_comes_after_those_in_the_text(briefing: Briefing) -> None:
    known = what_is_found()
    del known["officers"]
    assert keys(talk_of(briefing, known), 1) == [None, "funding", "rooms", "officers"]


def test_a_section_without_figures_is_read_paragraph_by_paragraph(briefing: Briefing) -> None:
    text = "\n".join(f"第{n}段。" + "一句不长的话。" * 12 for n in range(4))
    words = Section("words", "没有数字的一节", Passage(text))
    talk = talk_of(replace(briefing, sections=(words,)), {})
    spans = [step.span for step in talk.steps if step.kind is StepKind.TEXT]
    assert [span.of(text)[:4] for span in spans if span] == [
        "第0段。",
        "第1段。",
        "第2段。",
        "第3段。",
    ]


@given(st.text("一二三。！\n a.", max_size=900))
def test_the_pages_of_a_passage_hold_every_word_once(text: str) -> None:
    pages = pages_of(text, all_=True)
    assert [c for page in pages for c in page.of(text) if not c.isspace()] == [
        c for c in text if not c.isspace()
    ]
    assert all(one.end <= two.start for one, two in pairwise(pages))


def test_a_section_or_metric_that_is_not_presented_has_no_step(briefing: Briefing) -> None:
    section = briefing.sections[1]
    quiet = replace(section, metrics=tuple(replace(m, present=False) for m in section.metrics))
    talk = talk_of(replace(briefing, sections=(briefing.sections[0], quiet)), {})
    assert [part.section.id for part in talk.parts] == ["", "stations", ""]
    assert not any(step.key for step in talk.steps)


def test_sections_kept_for_questions_stand_behind_the_run(talk: Talk) -> None:
    assert [(part.section.id, talk.in_run(part.first)) for part in talk.parts] == [
        ("", True),
        ("stations", True),
        ("online", True),
        ("", True),
        ("posts", False),
    ]


def test_a_briefing_of_nothing_but_backup_is_run_through(briefing: Briefing) -> None:
    talk = talk_of(replace(briefing, sections=briefing.sections[-1:]), {})
    assert talk.run == len(talk.steps)


def test_sections_are_counted_as_they_are_shown_and_pages_are_not(talk: Talk) -> None:
    assert [part.number for part in talk.parts] == [0, 1, 2, 0, 3]
    assert talk.sections == 2


def test_parts_tile_the_steps(talk: Talk) -> None:
    assert [part.first for part in talk.parts[1:]] == [part.end for part in talk.parts[:-1]]
    assert talk.parts[0].first == 0
    assert talk.parts[-1].end == len(talk.steps)


def test_nothing_to_present_is_refused(briefing: Briefing) -> None:
    with pytest.raises(ViewerError, match="talk-empty"):
        talk_of(replace(briefing, sections=briefing.sections[:1]), {})


@pytest.mark.parametrize(
    ("section", "key", "kind"),
    [
        ("stations", None, "section"),
        ("stations", "funding", "figure"),
        ("online", "not-a-figure", "section"),
        ("posts", "posts", "figure"),
    ],
)
def test_a_talk_can_start_at_any_section_or_figure(
    talk: Talk, section: str, key: str | None, kind: str
) -> None:
    place = talk.place_of(section, key)
    assert (talk.part_at(place).section.id, talk.steps[place].kind) == (section, kind)


@pytest.mark.parametrize("section", ["left-out", "unknown"])
def test_a_section_that_is_not_shown_leads_to_the_next_one(talk: Talk, section: str) -> None:
    assert talk.part_at(talk.place_of(section)).section.id == "stations"


def test_the_talk_starts_at_its_opening_page(talk: Talk) -> None:
    assert talk.place_of("") == 0


def test_the_author_gives_the_order(briefing: Briefing) -> None:
    talk = planned(
        briefing,
        PlannedStep(StepKind.AGENDA),
        PlannedStep(StepKind.CHART, chart="online/parts"),
        PlannedStep(StepKind.FIGURE, figures=("stations/funding",), notes="慢一点"),
        PlannedStep(StepKind.COMPARE, figures=("items", "officers")),
        PlannedStep(StepKind.TARGET, figures=("one-visit", "items")),
        PlannedStep(StepKind.TEXT, section="stations"),
        PlannedStep(StepKind.QUESTIONS),
    )
    assert kinds(talk) == ["agenda", "chart", "figure", "compare", "target", "text", "questions"]
    assert talk.steps[talk.beats[2]].notes == "慢一点"
    against = talk.steps[talk.beats[3]].against
    assert against is not None
    assert (against.section.id, against.metric.id) == ("stations", "officers")


def test_a_chart_that_builds_shows_its_figures_one_step_after_the_other(
    briefing: Briefing,
) -> None:
    talk = planned(briefing, PlannedStep(StepKind.CHART, chart="parts", build=True))
    assert kinds(talk) == ["chart", "figure", "figure", "figure"]


def test_sections_that_the_author_does_not_name_stay_in_reach(briefing: Briefing) -> None:
    talk = planned(briefing, PlannedStep(StepKind.SECTION, section="online"))
    assert talk.run == 1
    assert not talk.in_run(talk.place_of("stations", "rooms"))
    assert talk.steps[talk.place_of("stations", "rooms")].key == "rooms"


def test_a_plan_of_nothing_that_is_there_gives_the_derived_story(briefing: Briefing) -> None:
    talk = planned(briefing, PlannedStep(StepKind.CHART, chart="no-such"))
    assert kinds(talk)[0] == "title"


def test_minutes_of_steps_are_those_of_their_part(briefing: Briefing) -> None:
    talk = planned(
        briefing,
        PlannedStep(StepKind.SECTION, section="online", minutes=Decimal(2)),
        PlannedStep(StepKind.CHART, chart="parts", minutes=Decimal(3)),
    )
    assert talk.parts[0].minutes == 5


def test_an_inner_step_belongs_to_the_step_before_it(talk: Talk) -> None:
    place = talk.place_of("online", "no-visit")
    chart = talk.outer(place)
    assert talk.steps[chart].kind is StepKind.CHART
    assert list(talk.inner_of(place)) == [chart + 1, chart + 2, chart + 3]
    assert talk.step_number_at(place) == talk.step_number_at(chart) == 5


def test_a_list_of_the_talk_names_every_section_and_every_page(briefing: Briefing) -> None:
    talk = talk_of(briefing, what_is_found(), CHARTS)
    named = [talk.steps[place].kind.value for place in talk.stops]
    assert named == ["title", "section", "section", "summary", "questions", "section"]
    assert [talk.stop_of(place) for place in talk.stops] == list(range(len(talk.stops)))
    assert talk.stop_of(talk.stops[1] + 1) == 1


def test_a_section_that_a_story_comes_to_twice_is_counted_listed_and_summed_up_once(
    briefing: Briefing,
) -> None:
    plan = [PlannedStep(StepKind.SECTION, name) for name in ("online", "stations", "online")]
    talk = talk_of(replace(briefing, talk=tuple(plan)), what_is_found())
    assert [part.section.id for part in talk.agenda] == ["online", "stations"]
    assert talk.sections == 2
    shown = [step.key for step in leading(talk, 6, lambda step: "")]
    assert len(shown) == len(set(shown)) == 6


def test_a_figure_of_another_period_than_the_briefings_names_it(briefing: Briefing) -> None:
    first, then, *others = briefing.sections[1].metrics
    own = (replace(first, period="2020"), replace(then, period="2019"), *others)
    sections = (briefing.sections[0], replace(briefing.sections[1], metrics=own))
    plan = (PlannedStep(StepKind.COMPARE, figures=(first.id, then.id)),)
    briefing = replace(briefing, period="2020", sections=sections, talk=plan)
    step = talk_of(briefing, what_is_found()).steps[0]
    assert step.against is not None
    assert [label_of(step), label_of(step.against)] == [first.label, f"{then.label} · 2019"]
    live = compared_with(talk_of(replace(briefing, talk=()), what_is_found()), 2)
    assert live is not None
    assert (live.metric.id, live.period) == (then.id, "2019")


def test_pages_part_a_long_text_between_its_sentences_and_keep_a_short_one_whole() -> None:
    sentence = "甲" * 70 + "。"
    text = " ".join([sentence] * 5)
    pages = [page.of(text) for page in pages_of(text)]
    assert [page.strip() for page in pages] == [*[f"{sentence} {sentence}"] * 2, sentence]
    assert pages_of(sentence) == pages_of("甲" * 160) == ()
    assert pages_of("甲" * 161) != ()
    assert [page.of(sentence) for page in pages_of(sentence, all_=True)] == [sentence]


def test_a_sentence_longer_than_a_page_stands_alone() -> None:
    long, short = "甲" * 200 + "。", "乙。"
    text = long + short
    assert [page.of(text) for page in pages_of(text)] == [long, short]
