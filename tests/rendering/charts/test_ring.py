from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.chart.layout import Align, Box, Face, HitArea, Placed, Text
from viewer.design import Role
from viewer.rendering.charts.ring import RING_AWAY, Ring, ring_of

FACE = Face(10)
OWN = Box(100, 100, 60, 80)


def wide(text: str, face: Face) -> float:
    return face.size * len(text)


def text(said: str, x: float, y: float, key: str = "", align: Align = Align.LEFT) -> Text:
    return Text(Box(x, y, wide(said, FACE), 14), (said,), FACE, Role.INK, align, key)


def ring(*texts: Text, latent: tuple[Text, ...] = (), card: bool = False) -> Ring:
    hits = (HitArea(OWN, "a"),)
    placed = Placed(400, 300, Box(0, 0, 400, 300), texts, hits=hits, latent=latent)
    found = ring_of(placed, "a", wide, inset=0, card=card)
    assert found is not None
    return found


def test_a_ring_stands_off_the_words_of_its_figure() -> None:
    area = ring(text("123456", OWN.x, 120, "a")).area
    assert area.left() == pytest.approx(OWN.x - RING_AWAY + 1)
    assert area.right() == pytest.approx(OWN.right + RING_AWAY - 1)


def test_a_ring_ends_half_way_to_the_words_beside_it() -> None:
    beside = text("428", 66, 120)  # ends 4 pixels left of the figure's place
    found = ring(beside)
    assert found.area.left() == pytest.approx(OWN.x - 2)
    assert not found.crossed


@pytest.mark.parametrize("key", ["a", "b"])
def test_a_ring_is_broken_where_it_would_run_through_words(key: str) -> None:
    crossed = text("12345678", 130, 120, key)
    found = ring(crossed)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    found.draw(painter, "#ffffff")
    painter.end()
    edge = round(found.area.right())
    column = [
        max(image.pixelColor(x, y).red() for x in range(edge - 3, edge + 4)) for y in range(300)
    ]
    assert max(column[120:134]) == 0  # nothing over the words
    assert min(column[104:114]) > 100  # and the ring above them
    assert min(column[140:172]) > 100  # and below


def test_the_letters_count_and_not_the_room_that_they_have() -> None:
    roomy = Text(Box(60, 120, 120, 14), ("12",), FACE, Role.INK, Align.CENTRE)
    assert not ring(roomy).crossed


def test_what_is_written_only_while_it_is_lit_breaks_the_ring_of_its_figure() -> None:
    later = (text("12345678", 130, 120, "a"), text("12345678", 130, 150, "b"))
    assert len(ring(latent=later).crossed) == 1


def test_on_a_card_a_ring_stays_within_its_place() -> None:
    area = ring(card=True).area
    assert area.left() > OWN.x
    assert area.right() < OWN.right
