"""What the room is told of a figure that is no fact."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPainter, QPixmap

from viewer.i18n import load
from viewer.model import Briefing, Passage, Section
from viewer.pipeline import open_briefing
from viewer.present.presentation_model import room_of
from viewer.present.slides import text_painting
from viewer.present.slides.slide_painter import HEIGHT, Slide
from viewer.rendering.style import Style
from viewer.talk import Shown, talk_of
from viewer.talk.figure import standing_of

WORDS = load("zh_CN")


def file_of(folder: Path, standing: str) -> Path:
    path = folder / f"{standing}.yaml"
    path.write_text(
        "briefing: 1\ntitle: 校舍\nsections:\n  - id: s\n    title: 校舍\n    passage: |\n"
        "      明年新建校舍40所。\n    metrics:\n"
        f"      - {{id: m, label: 新建校舍, value: 40, unit: 所, standing: {standing},"
        " cite: 新建校舍40所}\n",
        encoding="utf-8",
    )
    return path


def lines_of_the_room(file: Path, style: Style, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The lines of words that the audience's pictures of a file show."""
    opened = open_briefing(file)
    assert opened.briefing is not None
    assert len(opened.proof.figures) == 1
    room = room_of(opened.briefing, opened.proof.figures, style)
    drawn: set[str] = set()

    def put(painter, at, text, font, colour):
        drawn.add(text)
        return at.x()

    monkeypatch.setattr(text_painting, "draw_text", put)
    slide = Slide(room, round(HEIGHT * 16 / 9))
    speck = QPixmap(1, 1)
    painter = QPainter(speck)
    for place in range(room.talk.run):
        slide.paint(painter, Shown(place))
    painter.end()
    return drawn


@pytest.mark.parametrize(
    ("standing", "said"), [("target", "目标"), ("plan", "计划"), ("forecast", "预计")]
)
def test_the_room_reads_below_the_number_that_it_is_no_fact(
    tmp_path: Path, style: Style, monkeypatch: pytest.MonkeyPatch, standing: str, said: str
) -> None:
    drawn = lines_of_the_room(file_of(tmp_path, standing), style, monkeypatch)
    assert said in drawn
    assert f"新建校舍 · {said}" in drawn


def test_a_fact_is_said_as_it_is(
    tmp_path: Path, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = lines_of_the_room(file_of(tmp_path, "fact"), style, monkeypatch)
    assert "新建校舍" in drawn
    assert not any(word in line for line in drawn for word in ("目标", "计划", "预计", "事实"))


def test_a_title_has_no_standing() -> None:
    talk = talk_of(Briefing("t", sections=(Section("s", "节", Passage("没有数字。")),)), {})
    assert standing_of(talk.steps[0].metric, talk.steps[0].point, WORDS) == ""
