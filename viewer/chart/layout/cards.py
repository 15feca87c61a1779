"""Cards: big numbers with what they count below, in as many columns as there is room for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from viewer.chart.layout.canvas import Align, Bar, Box, HitArea, Sheet, Text, Track
from viewer.chart.layout.grid import even
from viewer.chart.layout.sizes import Face
from viewer.chart.layout.text import wrapped
from viewer.chart.layout.text_block import SetText, write_text
from viewer.chart.notation import Treatment
from viewer.chart.scale import ratio
from viewer.chart.scene import Mark, MarkRole, Scene
from viewer.design import Role
from viewer.quantities import number_in

RULE, OUTLINED_RULE = 3.0, 5.0
"""How high the bar of a rate is on its track; more where it has an outline to show."""
TRACK = 120.0
"""How long that track is, where there is room."""
SQUARE = 0.8
"""The square before a number that is no fact of the passage, in sizes of its unit."""
LINES, TALL = 2, 5
"""Lines of a label beside other cards, and of one that has the width to itself."""
FEW = 4
"""So many cards may stand under each other for the sake of their labels."""

_UNTIL = re.compile(r"^[^0-9]{0,12}(?:[—–~～-]|至|到|\band\b|\bto\b) ?[$€£¥]?$")
"""What stands between the ends of a range that both have their scale: 45 million and £50."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value in three parts: the word before, the digits, and unit with the words after."""

    before: str
    digits: str
    after: str


def split_value(said: str) -> Number:
    """Part a value as written: 约 | 3000 | 人; all of it is the number where it has no digits."""
    found = number_in(said)
    if found is None:
        return Number("", said, "")
    start, end = found
    upper = number_in(said[end:])
    if upper is not None and _UNTIL.search(said[end : end + upper[0]]):
        end += upper[1]
    return Number(said[:start].strip(), said[start:end].strip(), said[end:].strip())


def place_cards(scene: Scene, sheet: Sheet) -> None:
    """Place the cards in rows of equal columns."""
    inner = sheet.width - 2 * sheet.sizes.pad
    marks = [mark for mark in scene.marks if mark.place is not MarkRole.UNDER]
    gap = sheet.sizes.gap * 2
    columns = _columns(marks, inner, gap, sheet)
    cell = (inner - gap * (columns - 1)) / columns
    top = sheet.y
    for start in range(0, len(marks), columns):
        line = marks[start : start + columns]
        deepest = sheet.y
        for place, mark in enumerate(line):
            spot = Box(sheet.sizes.pad + place * (cell + gap), sheet.y, cell, 0)
            deepest = max(deepest, _card(scene, mark, sheet, spot, LINES if columns > 1 else TALL))
        sheet.y = deepest + sheet.sizes.step
    sheet.y -= sheet.sizes.step if marks else 0
    sheet.plot = Box(sheet.sizes.pad, top, inner, max(1.0, sheet.y - top))


def _columns(marks: Sequence[Mark], inner: float, gap: float, sheet: Sheet) -> int:
    """As many as the numbers leave room for; fewer where labels would else be cut, but of many
    cards no less than half of that: a long label then loses its middle."""
    widest = max((_natural(mark, sheet) for mark in marks), default=0.0)
    cell = min(inner, max(widest, sheet.sizes.aside.size * 8.0))
    most = even(len(marks), int((inner + gap) // (cell + gap)))
    least = 1 if len(marks) <= FEW else -(-most // 2)
    for columns in range(most, least - 1, -1):
        wide = (inner - gap * (columns - 1)) / columns
        face, measure = sheet.sizes.aside, sheet.measure
        if not any(wrapped(mark.label, wide, face, measure)[1] for mark in marks):
            return even(len(marks), columns)
    return most


def _natural(mark: Mark, sheet: Sheet) -> float:
    return _width(split_value(mark.as_written), _faces(mark, sheet)[0], sheet) + _square(
        mark, sheet
    )


def _faces(mark: Mark, sheet: Sheet) -> tuple[Face, ...]:
    """The sizes that a number may have, from the largest: a lead figure stands out."""
    return sheet.sizes.numbers if mark.lead else sheet.sizes.numbers[sheet.sizes.plain :]


def _width(number: Number, face: Face, sheet: Sheet) -> float:
    around = sum(
        sheet.measure(text, sheet.sizes.aside) + 4 for text in (number.before, number.after) if text
    )
    return sheet.measure(number.digits, face) + around + 2


def _card(scene: Scene, mark: Mark, sheet: Sheet, spot: Box, most: int) -> float:
    """Place one card, its words in at most so many lines, below it what is tied to it; gives where
    it ends."""
    sizes, key = sheet.sizes, mark.key
    y = _number(mark, sheet, spot)
    if _is_rate(mark):
        tall = RULE if mark.treatment is Treatment.SOLID else OUTLINED_RULE
        y = _rule(mark, sheet, Box(spot.x, y, spot.width, tall))
    titled = len(scene.marks) == 1 and mark.label == scene.title and sizes.heading
    said = [] if titled else [SetText(mark.label, sizes.aside, Role.INK, key)]
    if mark.computed:
        text = f"{mark.computed.text} {scene.computed_word}"
        said.append(SetText(text, sizes.aside, Role.MUTED, key))
    if mark.remark:
        said.append(SetText(mark.remark, sizes.aside, Role.MUTED, key))
    for words in said:
        y = write_text(sheet, words, Box(spot.x, y, spot.width, 0), most)
    half = sizes.gap / 2
    tied = scene.tied.get(key, ())
    sheet.hits.append(HitArea(_around(Box(spot.x, spot.y, spot.width, y - spot.y), half), key))
    return _beneath(tied, sheet, Box(spot.x, y + half, spot.width, 0)) if tied else y


def _beneath(tied: Sequence[Mark], sheet: Sheet, spot: Box) -> float:
    """The changes and rates that the file ties to a card, each a line of its own with room for a
    frame around it."""
    above, beside = sheet.sizes.gap / 4, sheet.sizes.gap / 2
    y = spot.y
    for mark in tied:
        top = y + above
        words = SetText(mark.note, sheet.sizes.aside, Role.INK, mark.key)
        bottom = write_text(sheet, words, Box(spot.x, top, spot.width, 0))
        y = bottom + above
        wide = spot.width + 2 * beside
        sheet.hits.append(
            HitArea(Box(spot.x - beside, top - above, wide, y - top + above), mark.key)
        )
    return y


def _around(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _number(mark: Mark, sheet: Sheet, spot: Box) -> float:
    number, square = split_value(mark.as_written), _square(mark, sheet)
    room = spot.width - square
    fits = [f for f in _faces(mark, sheet) if _width(number, f, sheet) <= room]
    if not fits:
        return write_text(
            sheet, SetText(mark.as_written, sheet.sizes.value, Role.INK, mark.key), spot
        )
    face = fits[0]
    small = sheet.sizes.aside
    x, bottom = spot.x + square, spot.y + face.height
    if square:
        side = small.size * SQUARE
        box = Box(spot.x, bottom - face.height / 2 - side / 2, side, side)
        sheet.bars.append(Bar(box, mark.role, mark.key, treatment=mark.treatment))
    parts = ((number.before, small), (number.digits, face), (number.after, small))
    for text, size in ((text, size) for text, size in parts if text):
        wide = sheet.measure(text, size)
        # Smaller words stand on the line of the digits: their boxes end higher by the difference.
        lift = 0.0 if size is face else (face.height - size.height) * 0.22
        box = Box(x, bottom - size.height - lift, wide, size.height)
        role = Role.INK if size is face else Role.MUTED
        sheet.texts.append(Text(box, (text,), size, role, Align.LEFT, mark.key))
        x = box.right + 4
    return bottom


def _is_rate(mark: Mark) -> bool:
    """Whether a bar stands under a number: that of a rate on its full track. Under a count, any
    line would look like a bar and say nothing."""
    return bool(mark.track and mark.value is not None)


def _square(mark: Mark, sheet: Sheet) -> float:
    """The room of the square that shows how a number that is no fact of the passage is drawn."""
    apart = mark.treatment is not Treatment.SOLID and not _is_rate(mark)
    return sheet.sizes.aside.size * SQUARE + 6 if apart else 0.0


def _rule(mark: Mark, sheet: Sheet, spot: Box) -> float:
    """The bar of a rate under its number, against the full track."""
    track = Box(spot.x, spot.y, min(spot.width - sheet.sizes.arrow, TRACK), spot.height)
    part = min(1.0, max(0.0, ratio(mark.value or Decimal(0), mark.track or Decimal(0)) or 0.0))
    sheet.tracks.append(Track(track, mark.key))
    width = track.width * part
    room = track.width - width
    box = Box(spot.x, spot.y, max(1.0, width), spot.height)
    bar = Bar(box, mark.role, mark.key, mark.ending, treatment=mark.treatment, room=room)
    sheet.bars.append(bar)
    return spot.bottom + 4
