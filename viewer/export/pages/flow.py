"""A column that runs from page to page: paragraphs break between lines, nothing else does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.briefing import Span
from viewer.chart import Scene
from viewer.export.pages.book import Aim, Book, Drawn, Fill, Lines, Link, Page
from viewer.export.pages.letters import Setter, Setting
from viewer.export.pages.shape import Frame, Type
from viewer.look import Role

WIDOW = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""

CELL_GAP = 60
"""What keeps a cell's words from the next one's."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure in a paragraph: its span in the paragraph's text, its number, colour and key."""

    span: Span
    number: int
    role: Role
    key: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: words, type, and the part of the column's width that it takes."""

    text: str
    type: Type
    part: float


class Flow:
    """Fills frame after frame of a book from page `page` on."""

    def __init__(self, book: Book, setter: Setter, frame: Frame, page: int) -> None:
        self.book = book
        self.frame = frame
        self._setter = setter
        self._page = page
        self.y = frame.top
        book.page(page)

    @property
    def page_number(self) -> int:
        """The page that the flow has come to, from 0."""
        return self._page

    @property
    def page(self) -> Page:
        """The page that the flow has come to."""
        return self.book.page(self._page)

    @property
    def left(self) -> float:
        """The height that is left in this frame."""
        return self.frame.bottom - self.y

    def turn(self) -> None:
        """Go on at the top of the next page."""
        self._page += 1
        self.y = self.frame.top
        self.book.page(self._page)

    def need(self, height: float) -> None:
        """Turn the page when less than `height` is left of it; a fresh page has what there is."""
        if self.left < height and self.y > self.frame.top:
            self.turn()

    def gap(self, height: float) -> None:
        """Leave some space, none at the top of a page."""
        if self.y > self.frame.top:
            self.y = min(self.y + height, self.frame.bottom)

    def aim(self, name: str, top: float | None = None) -> None:
        """Let links lead here."""
        self.book.aims.setdefault(name, Aim(self._page, self.y if top is None else top))

    def height(self, text: str, type_: Type) -> float:
        """How high a paragraph would stand."""
        return self._setter.count(self._setting(text, type_)) * type_.leading + type_.after

    def lines(self, text: str, type_: Type, width: float) -> int:
        """How many lines the words of a cell `width` wide take."""
        return self._setter.count(Setting(text, type_, width - CELL_GAP))

    def heading(self, text: str, type_: Type, follows: float) -> float:
        """A paragraph that never stands alone: `follows` units of what it heads stay with it.

        Gives its top.
        """
        self.need(min(self.height(text, type_) + follows, self.frame.height))
        top = self.y
        self.paragraph(text, type_)
        return top

    def paragraph(self, text: str, type_: Type, figures: Sequence[Numbered] = ()) -> None:
        """A paragraph, broken over pages where it must be, with its figures marked."""
        setting = self._setting(text, type_)
        total = self._setter.count(setting)
        done = 0
        while done < total:
            take = self._lines_that_fit(total - done, type_.leading)
            self._put(setting, done, done + take, figures)
            done += take
            if done < total:
                self.turn()
        self.y = min(self.y + type_.after, self.frame.bottom)

    def chart(self, scene: Scene, size: tuple[float, float], pixels: float) -> Frame:
        """A chart of (width, height) units, whole; where it came to stand."""
        width, height = size
        self.need(height)
        frame = Frame(self.frame.left, self.y, width, height)
        self.page.placed.append(Drawn(scene, frame, pixels))
        self.y += height
        return frame

    def row(self, cells: Sequence[Cell]) -> Frame:
        """A row of a table, whole where a page can hold it; where its first part came to stand."""
        settings = [Setting(c.text, c.type, c.part * self.frame.width - CELL_GAP) for c in cells]
        counts = [self._setter.count(setting) for setting in settings]
        leading = max(cell.type.leading for cell in cells)
        total = max(counts)
        self.need(min(total * leading, self.frame.height))
        first = Frame(self.frame.left, self.y, self.frame.width, min(total * leading, self.left))
        done = 0
        while done < total:
            take = max(1, min(total - done, int(self.left // leading)))
            left = self.frame.left
            for cell, setting, count in zip(cells, settings, counts, strict=True):
                if done < count:
                    last = min(done + take, count)
                    self.page.placed.append(Lines(setting, done, last, left, self.y))
                left += cell.part * self.frame.width
            done += take
            self.y += take * leading
            if done < total:
                self.turn()
        return first

    def rule(self, role: Role = Role.LINE, thick: float = 5) -> None:
        """A line across the column."""
        frame = Frame(self.frame.left, self.y, self.frame.width, thick)
        self.page.placed.append(Fill(frame, role))
        self.y += thick

    def _setting(self, text: str, type_: Type) -> Setting:
        return Setting(text, type_, self.frame.width)

    def _lines_that_fit(self, wanted: int, leading: float) -> int:
        """How many of the lines go here: no lone line at the foot, none alone on the next page."""
        room = int((self.left + 1e-6) // leading)
        if room >= wanted:
            return wanted
        if wanted - room < WIDOW:
            room = wanted - WIDOW
        if room < WIDOW and self.y > self.frame.top:
            self.turn()
            return self._lines_that_fit(wanted, leading)
        return max(1, room)

    def _put(self, setting: Setting, first: int, last: int, figures: Sequence[Numbered]) -> None:
        page, top = self.page, self.y
        page.placed.append(Lines(setting, first, last, self.frame.left, top))
        for figure in figures:
            self._mark(setting, (first, last), figure)
        self.y = top + (last - first) * setting.type.leading

    def _mark(self, setting: Setting, lines: tuple[int, int], figure: Numbered) -> None:
        """Underline a figure, number it above its end, and link it to its mark."""
        first, last = lines
        shift = self.y - first * setting.type.leading
        rects = self._setter.rects(setting, figure.span)
        for number, rect in rects:
            if not first <= number < last:
                continue
            frame = Frame(self.frame.left + rect.x(), rect.y() + shift, rect.width(), rect.height())
            under = Frame(frame.left, frame.bottom + 12, frame.width, 9)
            self.page.placed.append(Fill(under, figure.role))
            self.page.links.append(Link(frame, f"mark:{figure.key}"))
            self.aim(f"text:{figure.key}", frame.top)
            if (number, rect) == rects[-1]:
                self._number(frame, figure, setting.type)

    def _number(self, over: Frame, figure: Numbered, type_: Type) -> None:
        size = type_.size * 0.52
        small = Type(size, size * 1.2, figure.role, bold=True)
        text = str(figure.number)
        wide = self._setter.natural_width(text, small)
        left = min(over.left + over.width - wide, self.frame.left + self.frame.width - wide)
        setting = Setting(text, small, wide + 50)
        self.page.over.append(Lines(setting, 0, 1, left, over.top - size * 0.95))
