"""Paragraphs laid out as lines, and where their characters come to stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from viewer.design import Role, reads_latin
from viewer.model import Span
from viewer.rendering.faces import Faces
from viewer.rendering.typeset.line_breaking import (
    HELD,
    KEPT,
    LOOSEST,
    SLACK,
    Fill,
    Line,
    LineRoom,
    break_lines,
)
from viewer.rendering.typeset.line_pieces import (
    CHINESE,
    HALF,
    LATIN,
    Marks,
    pieces_of,
    sets_itself,
    width_of,
)
from viewer.rendering.typeset.shaped_line import Shaped, on_one_line, stops_of

LONG_RUN = 2_000
"""Characters without a space from which Qt is told to break anywhere: looking for a better place
takes it seconds."""
_PARAGRAPHS, _LINES = 20_000, 512
"""Of so many paragraphs the breaks are remembered, of so many lines the shapes."""
_BLANKS = str.maketrans({"\t": "\u2003", **dict.fromkeys("\n\r\v\f\x85\u2028\u2029", " ")})
"""A tab and the ends of lines as blanks on the line, as many characters as there were."""
_ENGLISH_WORD = re.compile(r"[A-Za-z]+(?:’[A-Za-z]+)+")


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: size and leading in units, colour role, weight, indent in ems, how
    its lines share the width."""

    size: float
    leading: float
    role: Role = Role.INK
    bold: bool = False
    serif: bool = False
    indent: float = 0.0
    after: float = 0.0
    fill: Fill = Fill.RAGGED


@dataclass(frozen=True, slots=True)
class Setting:
    """One paragraph as it is to be laid out: its words, its type, the width of its column, and
    the spans of it that are best kept on one line, with what it costs to part one.

    The lines of a `quick` one are filled one after the other, not chosen together: that is for
    long texts on the desk, whose width changes under the reader's hand.
    """

    text: str
    type: Type
    width: float
    kept: tuple[Span, ...] = ()
    hold: float = KEPT
    quick: bool = False


class Setter:
    """Lays paragraphs out in the faces of one document, and remembers where their lines end."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.lines: Callable[[Setting], tuple[Line, ...]] = lru_cache(maxsize=_PARAGRAPHS)(
            self._lines
        )
        self.line: Callable[[Setting, int], Shaped] = lru_cache(maxsize=_LINES)(self._line)
        self._fonts: dict[tuple[float, bool, bool, bool], QFont] = {}
        self._advances: dict[tuple[float, bool, bool, bool], Callable[[str], float]] = {}

    def count(self, setting: Setting) -> int:
        """How many lines the paragraph takes; one at least."""
        return max(1, len(self.lines(setting)))

    def rects(self, setting: Setting, span: Span) -> list[tuple[int, QRectF]]:
        """Where `span` of the text stands, line by line: the line's number and a rectangle; the
        first line's top is at 0."""
        type_ = setting.type
        found = []
        for number, line in enumerate(self.lines(setting)):
            first, last = max(span.start, line.start), min(span.end, line.shown)
            if first >= last:
                continue
            shaped = self.line(setting, number)
            ends = [shaped.x(units_before(shaped.text, at - line.start)) for at in (first, last)]
            ends[1] -= self._shift_after(shaped, last - line.start)
            top = number * type_.leading + shaped.base - type_.size
            found.append((number, QRectF(min(ends), top, abs(ends[1] - ends[0]), type_.size * 1.2)))
        return found

    def natural_width(self, text: str, type_: Type) -> float:
        """How wide `text` is on one line."""
        setting = Setting(text, type_, 1e6)
        if not self.lines(setting):
            return 0.0
        shaped = self.line(setting, 0)
        return shaped.x(len(shaped.stops) - 1)

    @staticmethod
    def _shift_after(shaped: Shaped, at: int) -> float:
        """What was put between two characters stands behind the first, not in it."""
        unit = units_before(shaped.text, at)
        before = units_before(shaped.text, max(0, at - 1))
        return shaped.shifts[unit] - shaped.shifts[before]

    def wide(self, text: str, type_: Type) -> float:
        """About how wide `text` is on one line: measured word by word, nothing laid out."""
        advance = self._advance(type_, reads_latin(text))
        return width_of(text.translate(_BLANKS), _marks(text), type_.size, advance)

    def _lines(self, setting: Setting) -> tuple[Line, ...]:
        text, type_ = setting.text.translate(_BLANKS), setting.type
        if setting.quick or not sets_itself(text):
            return tuple(self._lines_of_qt(text, setting))
        column = _column(setting, text)
        advance = self._advance(type_, reads_latin(text))
        most = setting.width - column.indent
        pieces = pieces_of(text, column.marks, type_.size, advance, most)
        return break_lines(pieces, column)

    def _lines_of_qt(self, text: str, setting: Setting) -> Iterator[Line]:
        """The lines of a text whose rules Qt knows: from right to left, or without blanks."""
        layout = QTextLayout(text, self._font(setting.type, reads_latin(text)))
        layout.setTextOption(_option(text))
        units = text.encode("utf-16-le", "surrogatepass")
        indent = setting.type.indent * setting.type.size
        layout.beginLayout()
        line, start = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(max(1.0, setting.width - indent))
            words = _words_of(line, units)
            whole = _unparted(setting, start, start + len(words)) - start
            if whole < len(words):
                line.setNumColumns(units_before(words, whole))
                words = _words_of(line, units)
            yield Line(start, start + len(words.rstrip()), start + len(words))
            start += len(words)
            line, indent = layout.createLine(), 0.0
        layout.endLayout()

    def _line(self, setting: Setting, number: int) -> Shaped:
        """Shape a line by itself: nothing of a long paragraph but its breaks is remembered."""
        text = setting.text.translate(_BLANKS)
        latin = reads_latin(text)
        font = self._font(setting.type, latin)
        lines = self.lines(setting)
        if not lines:
            return Shaped("", on_one_line("", font, ()), (0.0,), (0.0,), 0.0)
        line = lines[number]
        words = text[line.start : line.end]
        layout = on_one_line(words, font, () if latin else self._english(words, setting.type))
        stops = stops_of(layout, units_before(words, len(words)))
        measure = QFontMetricsF(font)
        base = (setting.type.leading + measure.ascent() - measure.descent()) / 2
        shifts = _shifts(words, line, stops, (setting, text, number + 1 == len(lines)))
        return Shaped(words, layout, stops, shifts, base)

    def _english(self, text: str, type_: Type) -> Iterator[QTextLayout.FormatRange]:
        """English words among hanzi whose apostrophe is not to be as wide as one."""
        for found in _ENGLISH_WORD.finditer(text):
            one = QTextLayout.FormatRange()
            one.start = units_before(text, found.start())
            one.length = len(found[0])
            one.format = QTextCharFormat()
            one.format.setFont(self._font(type_, latin=True))
            yield one

    def font(self, setting: Setting) -> QFont:
        """The font that a paragraph is measured and drawn in."""
        return self._font(setting.type, reads_latin(setting.text))

    def _font(self, type_: Type, latin: bool) -> QFont:
        key = (type_.size, type_.bold, type_.serif, latin)
        if key not in self._fonts:
            make = self.faces.serif_font if type_.serif else self.faces.sans_font
            self._fonts[key] = make(type_.size, bold=type_.bold, latin=latin)
        return self._fonts[key]

    def _advance(self, type_: Type, latin: bool) -> Callable[[str], float]:
        key = (type_.size, type_.bold, type_.serif, latin)
        if key not in self._advances:
            plain = QFontMetricsF(self._font(type_, latin))
            english = QFontMetricsF(self._font(type_, latin=True))

            def advance(letters: str) -> float:
                inside = len(letters) > 1 and "’" in letters
                return float((english if inside else plain).horizontalAdvance(letters))

            self._advances[key] = lru_cache(maxsize=20_000)(advance)
        return self._advances[key]


def units_before(text: str, offset: int) -> int:
    """The UTF-16 units before code point `offset`: what Qt counts a text in."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _words_of(line: QTextLine, units: bytes) -> str:
    """The characters of a line of a text, given in UTF-16."""
    first, last = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
    return units[first:last].decode("utf-16-le", "surrogatepass")


def _unparted(setting: Setting, start: int, end: int) -> int:
    """Where a line ends that would end at `end`: before what is held together, if it parts it."""
    if setting.hold < HELD:
        return end
    parted = (span.start for span in setting.kept if start < span.start < end < span.end)
    return min(parted, default=end)


def _marks(text: str) -> Marks:
    return LATIN if reads_latin(text) else CHINESE


def _column(setting: Setting, text: str) -> LineRoom:
    type_ = setting.type
    indent = type_.indent * type_.size
    kept = setting.kept, setting.hold
    return LineRoom(setting.width, indent, type_.size, _marks(text), _fill(type_, text), *kept)


def _fill(type_: Type, text: str) -> Fill:
    """How a text's lines share the width: Latin letters are never widened, their words are of one
    width and few."""
    spread = type_.fill is Fill.SPREAD
    return Fill.RAGGED if spread and reads_latin(text) else type_.fill


def _shifts(
    words: str, line: Line, stops: list[float], of: tuple[Setting, str, bool]
) -> list[float]:
    """How far each unit of a line is moved; one more for where the last one ends."""
    setting, text, last = of
    type_ = setting.type
    indent = 0.0 if line.start else type_.indent * type_.size
    if not sets_itself(text):
        start = setting.width - max(stops) if stops[0] > stops[-1] else indent
        return [max(0.0, start)] * len(stops)
    marks, em = _marks(text), type_.size
    shown = words[: line.shown - line.start]
    pairs = list(pairwise(shown))
    shared = [HALF * em * marks.shared(*pair) for pair in pairs]
    lead = HALF * em if line.start and shown[:1] in marks.opening and shown else 0.0
    trail = HALF * em if shown[-1:] in marks.closing and shown else 0.0
    wide = stops[units_before(words, len(shown))] - sum(shared)
    spare = setting.width - indent - wide + lead + trail
    added = [0.0] * len(pairs)
    if _fill(type_, text) is Fill.SPREAD and spare <= SLACK * setting.width:
        added = _added(pairs, spare, marks, em, _still(setting, line.start, len(pairs)))
    if last and spare > 0:
        added = [0.0] * len(pairs)
    moved = [indent - lead + (max(0.0, spare) if type_.fill is Fill.RIGHT else 0.0)]
    for less, more in zip(shared, added, strict=True):
        moved.append(moved[-1] - less + more)
    moved += [moved[-1]] * (len(words) - len(moved) + 1)
    return [
        shift
        for character, shift in zip(words + "\0", moved, strict=True)
        for _ in range(2 if ord(character) > 0xFFFF else 1)
    ]


def _still(setting: Setting, start: int, count: int) -> frozenset[int]:
    """The pairs of a line that lie inside what is held together: nothing goes between them."""
    if setting.hold < HELD:
        return frozenset()
    spans = ((span.start - start, span.end - 1 - start) for span in setting.kept)
    inside = (range(max(0, first), min(last, count)) for first, last in spans)
    return frozenset(place for places in inside for place in places)


def _added(
    pairs: list[tuple[str, str]], spare: float, marks: Marks, em: float, still: frozenset[int]
) -> list[float]:
    """What goes between the characters of a line so that it is as wide as its column."""
    if spare < 0:
        gives = [em * marks.give(*pair) for pair in pairs]
        tight = min(1.0, -spare / sum(gives)) if any(gives) else 0.0
        return [-tight * give for give in gives]
    wants = [0.0 if at in still else marks.gap(*pair) for at, pair in enumerate(pairs)]
    loose = spare / sum(wants) if any(wants) else 0.0
    return [loose * want if loose <= LOOSEST * em else 0.0 for want in wants]


def _option(text: str) -> QTextOption:
    unbroken = any(len(run) > LONG_RUN for run in text.split())
    option = QTextOption()
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAnywhere if unbroken else mode.WrapAtWordBoundaryOrAnywhere)
    return option
