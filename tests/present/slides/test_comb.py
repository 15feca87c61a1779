from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF, QSizeF

from viewer.chart import Axis, Form, Mark, Scene
from viewer.design import Role
from viewer.present.slides.charts import Charts
from viewer.present.slides.comb import MANY, Comb, comb_of
from viewer.present.slides.type_sizes import TypeSizes
from viewer.rendering.style import Style

ROOM = QSizeF(1700, 700)


def scene(count: int, form: Form = Form.BAR) -> Scene:
    marks = tuple(
        Mark(
            f"k{n}",
            f"第{n}处",
            str(999 - n),
            Role.SERIES_1,
            n,
            start=Decimal(0),
            end=Decimal(999 - n),
            value=Decimal(999 - n),
        )
        for n in range(count)
    )
    return Scene("s", form, "t", "", marks, Role.SERIES_1, axis=Axis(Decimal(0), Decimal(999)))


@pytest.mark.parametrize("count", [MANY + 1, 40, 80])
def test_a_chart_of_very_many_rows_shows_every_one(style: Style, count: int) -> None:
    setting = comb_of(Charts(style), scene(count), ROOM)
    assert setting is not None
    assert setting.rows == count
    assert setting.room.width() < ROOM.width()  # the rest is for the words of the lit one


@pytest.mark.parametrize(
    ("whole", "why"),
    [
        (scene(MANY), "its rows can still be read"),
        (scene(400), "its rows would be no more than hairs"),
        (scene(40, Form.COLUMN), "a form that shows all it has anyway"),
    ],
)
def test_other_charts_are_set_as_before(style: Style, whole: Scene, why: str) -> None:
    assert comb_of(Charts(style), whole, ROOM) is None, why


@pytest.mark.parametrize("width", [840.0, 1200.0, 1776.0])
def test_the_place_of_a_figure_stands_in_one_line(style: Style, width: float) -> None:
    noted = TypeSizes()
    comb = Comb(QRectF(0, 0, width, 700), scene(40), style)
    comb.paint_words(noted, ["k30"], [("k30", QRectF(0, 300, 200, 8))])
    noted.end()
    place = style.words("present.rank", rank=31, count=40).replace(" ", "")
    assert place in [text for text, _ in noted.texts]


def test_a_figure_is_named_with_its_place_where_that_is_sure(style: Style) -> None:
    comb = Comb(QRectF(), scene(40), style)
    assert comb._place_of("k30") == style.words("present.rank", rank=31, count=40)
    unsure = replace(comb.scene.marks[0], value=None)
    marks = (unsure, *comb.scene.marks[1:])
    assert replace(comb, scene=replace(comb.scene, marks=marks))._place_of("k30") == ""
