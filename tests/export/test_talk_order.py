"""Slides stand in the order of the talk: one sequence from one compile step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viewer.chart import Form
from viewer.export.context import Options, Takeaway
from viewer.export.scenes import chart_id, chosen_scenes
from viewer.export.talk_order import TalkPage, in_talk_order, with_words_in_talk_order
from viewer.model import Earlier, Kind, PlannedStep, StepKind
from viewer.pipeline import compile_talk


def planned(takeaway: Takeaway, *steps: PlannedStep) -> Takeaway:
    return replace(takeaway, briefing=replace(takeaway.briefing, talk=steps))


def test_charts_stand_where_the_author_has_them_in_the_talk(takeaway: Takeaway) -> None:
    chosen = chosen_scenes(takeaway, Options())
    drawn = [chart_id(*one) for one in chosen if one[1].form is not Form.CARDS]
    assert len(drawn) > 1
    steps = [PlannedStep(StepKind.CHART, chart=name) for name in reversed(drawn)]
    slides = in_talk_order(planned(takeaway, *steps), Options(), chosen)
    ordered = [one for one in slides if not isinstance(one, TalkPage)]
    assert sorted(map(repr, ordered)) == sorted(map(repr, chosen))
    found = [chart_id(*one) for one in ordered if one[1].form is not Form.CARDS]
    assert found == drawn[::-1]


def test_without_a_plan_they_stand_as_the_talk_comes_to_them(takeaway: Takeaway) -> None:
    chosen = chosen_scenes(takeaway, Options())
    talk, _ = compile_talk(takeaway.briefing, takeaway.figures, takeaway.words)
    seen = dict.fromkeys(step.chart for step in talk.steps if step.chart)
    slides = in_talk_order(takeaway, Options(), chosen)
    drawn = [one[1].id for one in slides if not isinstance(one, TalkPage)]
    assert [id_ for id_ in drawn if id_ in seen] == list(seen)


def test_sections_of_slides_stand_in_it_too_and_what_is_left_out_comes_last(
    takeaway: Takeaway,
) -> None:
    first, *_ = takeaway.briefing.sections
    second = replace(first, id="second", title="二", metrics=(), charts=())
    both = replace(takeaway, briefing=replace(takeaway.briefing, sections=(first, second)))
    talk = planned(both, PlannedStep(StepKind.SECTION, section="second"))
    assert with_words_in_talk_order(talk, Options(), (first, second), ()) == (second, first)
    hidden = replace(first, present=False)
    nothing = replace(takeaway, briefing=replace(takeaway.briefing, sections=(hidden,)))
    assert with_words_in_talk_order(nothing, Options(), (hidden,), ()) == (hidden,)


def pages(slides: Sequence[object]) -> list[tuple[int, str]]:
    found = enumerate(slides)
    return [(at, one.kind.value) for at, one in found if isinstance(one, TalkPage)]


def test_summary_and_questions_are_slides_where_the_talk_has_them(takeaway: Takeaway) -> None:
    first, *_ = takeaway.briefing.sections
    behind = replace(first, id="behind", backup=True)
    both = replace(takeaway, briefing=replace(takeaway.briefing, sections=(first, behind)))
    ends = with_words_in_talk_order(both, Options(), (first, behind), ())
    assert pages(ends) == [(1, "questions")]  # of one section there is nothing to sum up
    steps = (PlannedStep(StepKind.SUMMARY, notes="停一下"), PlannedStep(StepKind.SECTION, first.id))
    story = planned(both, *steps)
    slides = in_talk_order(story, Options(), chosen_scenes(story, Options()))
    assert pages(slides) == [(0, "summary")]
    summary = slides[0]
    assert isinstance(summary, TalkPage)
    assert summary.notes == "停一下"
    assert summary.figures and all(one.value and one.label for one in summary.figures)


def test_figures_of_two_editions_stand_on_a_slide_with_then_and_the_difference(
    takeaway: Takeaway,
) -> None:
    first, *_ = takeaway.briefing.sections
    metric = next(one for one in first.metrics if one.kind is Kind.COUNT and not one.series)
    old = replace(metric, points=(replace(metric.point, value=metric.point.value - 3),))
    earlier = Earlier(metric.point.key, first, old, old.point, edition="去年的报告")
    story = planned(takeaway, PlannedStep(StepKind.EDITION, notes="停"))
    story = replace(story, briefing=replace(story.briefing, earlier=(earlier,)))
    slides = in_talk_order(story, Options(), chosen_scenes(story, Options()))
    (page,) = (one for one in slides if isinstance(one, TalkPage))
    assert page.notes == "停"
    assert any("去年的报告" in line for line in page.lines)
    (shown,) = page.figures
    assert shown.label == metric.label
    assert "+3" in shown.quote and story.words("compare.computed") in shown.quote


def test_a_part_of_the_briefing_has_no_pages_of_the_whole(takeaway: Takeaway) -> None:
    chosen = chosen_scenes(takeaway, Options())
    some = Options(sections=(takeaway.briefing.sections[0].id,))
    assert pages(in_talk_order(takeaway, some, chosen)) == []
    assert pages(with_words_in_talk_order(takeaway, some, takeaway.briefing.sections, ())) == []


def test_every_step_of_the_talk_that_is_no_chart_is_a_page_in_its_place(
    takeaway: Takeaway,
) -> None:
    first, *_ = takeaway.briefing.sections
    metrics = {metric.label: metric for metric in first.metrics}
    one, other = list(metrics.values())[:2]
    story = planned(
        takeaway,
        PlannedStep(StepKind.TITLE),
        PlannedStep(StepKind.AGENDA),
        PlannedStep(StepKind.COMPARE, figures=(one.id, other.id)),
        PlannedStep(StepKind.TEXT, section=first.id, notes="慢读"),
        PlannedStep(StepKind.FIGURE, figures=(one.id,)),
        PlannedStep(StepKind.QUESTIONS),
    )
    talk, _ = compile_talk(story.briefing, story.figures, story.words)
    steps = [step.kind for step in talk.steps[: talk.run] if step.kind is not StepKind.TITLE]
    slides = in_talk_order(story, Options(), chosen_scenes(story, Options()))
    shown = [slide for slide in slides if isinstance(slide, TalkPage)]
    assert [page.kind for page in shown] == steps
    by_kind = {page.kind: page for page in shown}
    assert by_kind[StepKind.AGENDA].lines == (f"1  {first.title}",)
    pair = by_kind[StepKind.COMPARE]
    assert [figure.label for figure in pair.figures] == [one.label, other.label]
    assert pair.result and all(
        figure.value.split()[0] in figure.quote.replace(" ", "") for figure in pair.figures
    )
    text = [page for page in shown if page.kind is StepKind.TEXT]
    assert "".join(text[0].lines) in first.passage.text
    assert text[0].notes == "慢读"
    in_pdf = with_words_in_talk_order(story, Options(), (first,), chosen_scenes(story, Options()))
    assert [one for one in in_pdf if isinstance(one, TalkPage)] == shown


def test_a_section_without_cards_has_a_page_of_its_own_that_words_stand_for(
    takeaway: Takeaway,
) -> None:
    chosen = chosen_scenes(takeaway, Options())
    drawn = [one for one in chosen if one[1].form is not Form.CARDS]
    first, *_ = in_talk_order(takeaway, Options(), drawn)
    assert isinstance(first, TalkPage)
    assert (first.kind, first.section) == (StepKind.SECTION, takeaway.briefing.sections[0])
    in_pdf = with_words_in_talk_order(takeaway, Options(), takeaway.briefing.sections, drawn)
    assert in_pdf[0] == takeaway.briefing.sections[0]
    assert [slide for slide in in_pdf if slide in drawn] == drawn
