"""The figures of a passage as links that a screen reader can list: Qt lets no program of Python
give the links of a text itself, so that they are elements of a widget that paints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from viewer.model import Figure, Key, Passage, Span
from viewer.rendering.spots import Spot, SpotMemory
from viewer.rendering.style import Style


class FigureLinks(QWidget):
    """Each figure by its quote, where its number stands; the selected one is so for a reader too.

    It lies below the words, as large as what is seen of them, and takes neither mouse nor keys.
    """

    def __init__(
        self,
        pane: QTextEdit,
        places: Callable[[Span], tuple[QRectF, ...]],
        selected: Callable[[], Key],
        press: Callable[[Key], object],
    ) -> None:
        super().__init__(pane)
        self.setObjectName("figure-links")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pane, self._places = pane, places
        self._selected, self._press = selected, press
        self._passage, self._figures = Passage(""), tuple[Figure, ...]()
        self._memory = SpotMemory()
        self.lower()

    def show_figures(self, passage: Passage, figures: tuple[Figure, ...], style: Style) -> None:
        """Take over the figures of another passage."""
        self._passage, self._figures = passage, figures
        self.setAccessibleName(style.words("window.figure-links"))

    def cover(self) -> None:
        """Be where the words are."""
        self.setGeometry(self._pane.viewport().geometry())

    def spots(self) -> tuple[Spot, ...]:
        """The figures in text order."""
        return self._memory.of((self._passage, self._figures), self._links)

    def _links(self) -> Iterator[Spot]:
        for figure in self._figures:
            yield Spot(
                figure.quote.of(self._passage.text),
                figure.quantity.surface,
                partial(self._place, figure),
                selected=partial(self._is_selected, figure.key),
                link=True,
                press=partial(self._press, figure.key),
            )

    def _place(self, figure: Figure) -> QRectF:
        places = self._places(figure.quantity.words)
        top = self._pane.verticalScrollBar().value()
        return places[0].translated(QPoint(0, -top)) if places else QRectF()

    def _is_selected(self, key: Key) -> bool:
        return self._selected() == key
