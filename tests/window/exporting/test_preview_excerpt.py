from __future__ import annotations

from pathlib import Path

import pytest

from viewer.export.context import Options, Takeaway, takeaway_of
from viewer.i18n import load
from viewer.loading import Opened, opened_from
from viewer.pipeline import prove
from viewer.window.exporting.preview_excerpt import FIGURES, LETTERS, NAMES, excerpt


def taken(text: str) -> Takeaway:
    return takeaway_of(prove(opened_from(Path("a.yaml"), text.encode())), load("zh_CN"))


def briefing(passage: str, figures: int = 1, authors: int = 1, sections: int = 1) -> str:
    text = "briefing: 1\ntitle: 报\nsource:\n  authors: ["
    text += ", ".join(f"作者{at}" for at in range(authors)) + "]\nsections:\n"
    for number in range(sections):
        said = "".join(f"第{at}类产品{at + 1000}台。" for at in range(figures))
        text += f"  - id: s{number}\n    title: 节\n    passage: |\n      {said}{passage}\n"
        text += "    metrics:\n"
        for at in range(figures):
            text += f"      - {{id: m{number}-{at}, label: 产品{at}, value: {at + 1000}, "
            text += f"unit: 台, cite: 产品{at + 1000}台}}\n"
    return text


def letters_of(takeaway: Takeaway) -> int:
    return sum(len(section.passage.text) for section in takeaway.briefing.sections)


def test_a_short_briefing_is_shown_whole(sample: Opened) -> None:
    short = taken(briefing("短。"))
    shown, whole = excerpt(short, Options())
    assert whole
    assert shown.briefing == short.briefing


@pytest.mark.parametrize("longer", [1, 2, 4])
def test_what_is_laid_out_does_not_grow_with_the_briefing(longer: int) -> None:
    long = taken(briefing("字句。" * 4_000 * longer, authors=60 * longer, sections=3 * longer))
    shown, whole = excerpt(long, Options())
    assert not whole
    assert letters_of(shown) <= LETTERS
    assert len(shown.briefing.source.authors) == NAMES
    assert shown.figures


def test_figures_beyond_what_is_shown_are_left_out_with_their_words() -> None:
    many = taken(briefing("完。", figures=3 * FIGURES))
    shown, whole = excerpt(many, Options())
    keys = [p.key for s in shown.briefing.sections for m in s.metrics for p in m.points]
    assert not whole
    assert 0 < len(keys) <= FIGURES
    text = shown.briefing.sections[0].passage.text
    for key in keys:
        assert shown.figures[key].quantity.words.of(text)[:4].isdigit()


def test_the_sections_that_were_asked_for_are_those_that_are_shown() -> None:
    shown, whole = excerpt(taken(briefing("短。", sections=3)), Options(sections=("s2",)))
    assert whole
    assert [section.id for section in shown.briefing.sections] == ["s2"]
