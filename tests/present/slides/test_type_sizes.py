"""What is noted of the texts of a picture, and when one picture keeps all that another shows."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from viewer.present.slides.type_sizes import TypeSizes, charting


def painted(*texts: tuple[str, int], scale: float = 1.0, chart: bool = False) -> TypeSizes:
    """A picture of texts in pixels, of which nothing is seen."""
    types, font = TypeSizes(), QFont()
    types.scale(scale, scale)
    for number, (text, size) in enumerate(texts):
        at = QPointF(0, 1000 * number)
        font.setPixelSize(size)
        types.setFont(font)
        if chart:
            with charting(types):
                types.drawText(at, text)
        else:
            types.drawText(at, text)
    types.end()
    return types


def test_a_text_is_noted_with_the_height_it_has_in_the_picture(qapp: QApplication) -> None:
    assert painted(("39 份", 20), scale=1.5).texts == [("39份", 30.0)]


def test_a_picture_in_larger_type_keeps_what_the_plain_one_shows(qapp: QApplication) -> None:
    plain = painted(("人口", 30), ("39", 120))
    assert painted(("人口", 33), ("39", 120)).keeps(plain)
    assert not painted(("人口", 29), ("39", 140)).keeps(plain)
    assert not painted(("人口", 33)).keeps(plain)


def test_lines_may_break_elsewhere(qapp: QApplication) -> None:
    plain = painted(("进班子的社区 · 民警", 30), ("人数", 30))
    assert painted(("进班子的社区", 40), ("民警", 40), ("人数", 40)).keeps(plain)
    assert not painted(("进班子的社区", 40), ("民…", 40), ("人数", 40)).keeps(plain)
    assert not painted(("进班子的社区", 40), ("民警", 28), ("人数", 40)).keeps(plain)


def test_a_text_that_stands_twice_is_kept_twice(qapp: QApplication) -> None:
    plain = painted(("人口", 30), ("人口", 60))
    assert not painted(("人口", 28), ("人口", 66)).keeps(plain)


def test_a_chart_may_leave_words_out_if_none_of_its_marks(qapp: QApplication) -> None:
    plain = painted(("一月", 30), ("二月", 30), chart=True)
    fewer = painted(("一月", 33), chart=True)
    assert fewer.keeps(plain)
    plain.marks = frozenset({"one", "two"})
    assert not fewer.keeps(plain)
    assert not painted(("一月", 28), chart=True).keeps(plain)


def test_a_picture_in_which_texts_stand_on_each_other_keeps_nothing(qapp: QApplication) -> None:
    def rows(*tops: float) -> TypeSizes:
        types, font = TypeSizes(), QFont()
        font.setPixelSize(30)
        types.setFont(font)
        for top in tops:
            types.drawText(QPointF(0, top), f"line {top}")
        types.end()
        return types

    apart, close = rows(40, 80), rows(40, 60)
    assert (apart.overlaps, close.overlaps) == (0, 1)
    close.texts = apart.texts
    assert not close.keeps(apart)
    assert apart.keeps(apart)
