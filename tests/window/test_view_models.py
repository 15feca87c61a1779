from __future__ import annotations

from viewer.i18n import load
from viewer.window.view_models import quoted, selection_line

WORDS = load("zh_CN")


def change_in(opened):  # type: ignore[no-untyped-def]
    pairs = ((s, m) for s in opened.briefing.sections for m in s.metrics if m.versus)
    return next(pairs)


def test_a_change_is_said_with_its_sign_and_what_it_is_held_against(sample) -> None:  # type: ignore[no-untyped-def]
    section, metric = change_in(sample)
    said = selection_line(section, metric.point.key, sample.proof.figures, WORDS)
    assert "+87.5%（与上年同期相比）" in said


def test_what_is_copied_says_where_it_stands_and_nothing_of_the_window(sample) -> None:  # type: ignore[no-untyped-def]
    section, metric = change_in(sample)
    said = quoted(sample, section, metric.point.key, WORDS)
    assert said.startswith(f"{metric.label} +87.5%")
    assert f"“{metric.point.cite}”" in said
    assert said.endswith(f"（{sample.briefing.title}，{section.title}）")


def test_nothing_is_copied_of_a_figure_that_is_not_there(sample) -> None:  # type: ignore[no-untyped-def]
    assert quoted(sample, sample.briefing.sections[0], "nothing", WORDS) == ""
