"""The steps of the bundled talks, in the order in which they were looked at.

A line is what the room sees at one press of the next key: the kind of the step, its section, its
chart or figure, and in brackets the figures inside it. After looking at a change, write the files
anew: `python -m tests.present.test_golden_steps`.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from viewer.design import palette
from viewer.i18n import load
from viewer.model import StepKind
from viewer.pipeline import open_briefing
from viewer.present.presentation_model import room_of
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.talk import Talk

BUNDLED = ("shandong-2020", "gallery")
PAGES = (StepKind.TITLE, StepKind.SUMMARY, StepKind.QUESTIONS)


def golden(name: str) -> Path:
    return Path(__file__).with_name("steps") / f"{name}.txt"


def talk(name: str) -> Talk:
    opened = open_briefing(bundled(f"{name}.yaml"))
    assert opened.briefing is not None
    style = Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)
    return room_of(opened.briefing, opened.proof.figures, style).talk


def lines_of(talk: Talk) -> list[str]:
    lines = []
    for place, end in pairwise([*talk.beats, talk.run]):
        step = talk.steps[place]
        where = "" if step.kind in PAGES else talk.parts[step.part].section.id
        inner = " ".join(str(one.key) for one in talk.steps[place + 1 : end])
        words = (str(step.kind), where, step.chart or step.key or "", inner and f"({inner})")
        lines.append(" ".join(filter(None, words)))
    return lines


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_talk_has_the_steps_that_were_looked_at(qapp, name: str) -> None:
    assert lines_of(talk(name)) == golden(name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    for one in BUNDLED:
        golden(one).write_text("\n".join(lines_of(talk(one))) + "\n", encoding="utf-8")
