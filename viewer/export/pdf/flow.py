"""A column that runs from page to page: where the next thing goes, and when the page turns."""

from __future__ import annotations

from dataclasses import replace

from viewer.chart import Scene
from viewer.design import Role
from viewer.export.pdf.page_formats import Frame
from viewer.export.pdf.page_model import Aim, Book, ChartOnPage, FilledRectangle, Page
from viewer.rendering.typeset.paragraph_layout import Setter


class Flow:
    """Fills frame after frame of a book from page `page` on; `setter` lays its paragraphs out."""

    def __init__(self, book: Book, setter: Setter, frame: Frame, page: int) -> None:
        self.book = book
        self.setter = setter
        self.frame = frame
        self.y = frame.top
        self._page = page
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

    def chart(self, scene: Scene, size: tuple[float, float], pixels: float) -> Frame:
        """A chart of (width, height) units, whole; where it came to stand."""
        width, height = size
        self.need(height)
        frame = Frame(self.frame.left, self.y, width, height)
        self.page.placed.append(ChartOnPage(scene, frame, pixels))
        self.y += height
        return frame

    def rule(self, role: Role = Role.LINE, thick: float = 5) -> None:
        """A line across the column."""
        frame = Frame(self.frame.left, self.y, self.frame.width, thick)
        self.page.placed.append(FilledRectangle(frame, role))
        self.y += thick


class Beside(Flow):
    """Charts in the column beside the words, then beneath them where there is room; on pages after
    the words' last in both columns."""

    def __init__(self, book: Book, setter: Setter, frame: Frame, words: Flow, page: int) -> None:
        super().__init__(book, setter, frame, page)
        self._right, self._words_end = frame, words.page_number
        self._beneath = replace(words.frame, top=words.y, height=words.left)
        self._lowest: dict[int, float] = {}

    def after(self) -> Flow:
        """Where what follows across both columns goes on: under the charts where the page has
        nothing else, on a page of its own otherwise."""
        frame = self.book.shape.frame
        if self.page_number <= self._words_end:
            return Flow(self.book, self.setter, frame, len(self.book.pages))
        flow = Flow(self.book, self.setter, frame, self.page_number)
        flow.y = min(self._lowest.get(self.page_number, frame.top), frame.bottom)
        return flow

    def chart(self, scene: Scene, size: tuple[float, float], pixels: float) -> Frame:
        """A chart, whole; where it came to stand."""
        frame = super().chart(scene, size, pixels)
        lowest = self._lowest.get(self.page_number, 0.0)
        self._lowest[self.page_number] = max(lowest, frame.bottom)
        return frame

    @property
    def fresh(self) -> bool:
        """Whether both columns of this page are free."""
        return self.frame.left < self._right.left and self.y == self._right.top

    def need(self, height: float) -> None:
        """Go on to where there is room; a free column has what there is."""
        while self.left < height and not self._free:
            self.turn()

    def turn(self) -> None:
        """Go on in the column to the right, beneath the words, or on the next page."""
        if self.frame is not self._right and self.frame is not self._beneath:
            self.frame, self.y = self._right, self._right.top
        elif self.frame is self._right and self.page_number == self._words_end:
            self.frame, self.y = self._beneath, self._beneath.top
        else:
            super().turn()
            self.frame = self._right
            if self.page_number > self._words_end:
                self.frame = replace(self._right, left=self.book.shape.frame.left)
            self.y = self.frame.top

    @property
    def _free(self) -> bool:
        return self.y == self.frame.top and self.frame is not self._beneath
