from __future__ import annotations

from viewer.i18n import load
from viewer.window.view_models import selection_line

WORDS = load("zh_CN")


def change_in(opened):
    pairs = ((s, m) for s in opened.briefing.sections for m in s.metrics if m.versus)
    return next(pairs)


def test_a_change_is_said_with_its_sign_and_what_it_is_held_against(sample) -> None:
    section, metric = change_in(sample)
    said = selection_line(section, metric.point.key, sample.proof.figures, WORDS)
    assert "+87.5%（与上年同期相比）" in said
