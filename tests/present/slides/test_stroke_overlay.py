from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from viewer.design import palette
from viewer.present.slides.slide_view import Stage
from viewer.present.slides.stroke_overlay import ROOM, Ground, paint_strokes
from viewer.talk import Act, Area, Command, On, Pen, Shown, Stroke, Target, strokes_on

LEFT = Qt.MouseButton.LeftButton


def targets(stage: Stage) -> list[Target]:
    stage.grab()  # lays the picture out at its size
    return stage._targets()


def place_of(stage: Stage, x: float, y: float) -> QPoint:
    area = stage.area
    at = QPointF(area.left() + x * area.width(), area.top() + y * area.height())
    return at.toPoint()


def draw_over(stage: Stage, target: Target) -> None:
    one = target.areas[0]
    y = (one.top + one.bottom) / 2
    QTest.mousePress(stage, LEFT, pos=place_of(stage, one.left, y))
    for part in (0.25, 0.5, 0.75, 1.0):
        x = one.left + (one.right - one.left) * part
        QTest.mouseMove(stage, place_of(stage, x, y))
        stage.drawn.emit(x, y)  # the offscreen platform moves a mouse without its buttons
    QTest.mouseRelease(stage, LEFT, pos=place_of(stage, one.right, y))


def picture(stage: Stage) -> QImage:
    return stage.grab().toImage()


def reddish(image: QImage) -> int:
    """How many points have the colour of the pen."""
    step, count = 3, 0
    for y in range(0, image.height(), step):
        for x in range(0, image.width(), step):
            colour = QColor(image.pixel(x, y))
            count += colour.red() > 200 and colour.green() < 110 and colour.blue() < 100
    return count


def test_a_stroke_on_the_consoles_picture_is_one_on_the_figure_before_the_room(opened) -> None:
    session = opened("Laptop", "Beamer")
    console, room = session.windows.console.stage, session.windows.audience.stage
    place = next(n for n, one in enumerate(session.room.talk.steps) if one.said is not None)
    session.windows.console.segments.chose.emit(place)
    session.press("i")
    words = next(one for one in targets(console) if one.on is On.WORDS)
    before = reddish(picture(room))
    draw_over(console, words)
    (stroke,) = session.state.strokes
    assert (stroke.key, stroke.on, stroke.pen) == (words.key, On.WORDS, Pen.PEN)
    assert reddish(picture(room)) > before
    session.press("b")
    assert reddish(picture(room)) == 0
    session.press("b")
    session.press("Right")
    assert strokes_on(session.state, session.state.picture) == ()


def test_the_marks_of_a_chart_can_be_drawn_on_too_and_a_click_goes_on_no_step(opened) -> None:
    session = opened("Only")
    stage, talk = session.windows.audience.stage, session.room.talk
    found: list[Target] = []
    for place, step in enumerate(talk.steps):
        if step.chart and not found:
            session.windows.console.segments.chose.emit(place)
            found = [one for one in targets(stage) if one.on is On.MARK]
    session.press("u")
    at = session.state.place
    draw_over(stage, found[-1])
    (stroke,) = session.state.strokes
    assert (stroke.key, stroke.on, stroke.pen) == (found[-1].key, On.MARK, Pen.HIGHLIGHTER)
    assert session.state.place == at
    session.press("Ctrl+Z")
    assert session.state.strokes == ()


def test_the_figures_drawn_on_stand_in_the_file_of_the_questions(opened, asked, text_file) -> None:
    session = opened("Laptop", "Beamer")
    asked.append(str(text_file))
    session.press("Ctrl+S")
    place = next(n for n, one in enumerate(session.room.talk.steps) if one.said is not None)
    session.act(Act(Command.JUMP, place=place))
    step = session.room.talk.steps[place]
    session.press("i")
    session.act(Act(Command.DRAW, mouse=(0.5, 0.5)))
    session.act(Act(Command.LIFT, target=Target(step.key, On.WORDS, ())))
    assert session.room.figure_of(step).whole in text_file.read_text(encoding="utf-8")
    session.press("e")
    assert session.room.figure_of(step).whole not in text_file.read_text(encoding="utf-8")


@pytest.mark.parametrize("pen", [Pen.PEN, Pen.HIGHLIGHTER])
def test_a_line_around_a_mark_stays_clear_of_the_words_above_it(pen: Pen) -> None:
    page, high = QColor(palette("projector").page), 1000
    image = QImage(1600, high, QImage.Format.Format_RGB32)
    image.fill(page)
    target = Target("bar", On.MARK, (Area(0.25, 0.4, 0.75, 0.5),))
    stroke = Stroke(pen, Shown(0), ((0.3, 0.45), (0.7, 0.45)), "bar", On.MARK)
    painter = QPainter(image)
    paint_strokes(painter, QRectF(0, 0, 1600, high), [stroke], Ground(page.name(), "bar", [target]))
    painter.end()
    painted = [y for y in range(high) if image.pixelColor(800, y) != page]
    assert painted
    assert min(painted) >= 0.4 * high - ROOM * high - 1
    assert max(painted) <= 0.5 * high + ROOM * high + 1
