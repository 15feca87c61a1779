"""What a painted widget shows, as a list that a screen reader can walk.

Qt knows of widgets only: what is painted inside one is nothing to a screen reader. A widget that
tells its `spots` is read as a list of them, each with name, description, rectangle and state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def _nowhere() -> QRectF:
    return QRectF()


def _no() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that is painted: its name and what else is known of it.

    `rect` gives its place in pixels of the widget, nothing for one that is somewhere in it;
    `children` are what it is made of. `choice` is one of several, of which one may be `selected`;
    the others are words to read. A `link` leads to something elsewhere. What can be pressed has a
    `press`, which a reader may ask for.
    """

    name: str
    description: str = ""
    rect: Callable[[], QRectF] = _nowhere
    choice: bool = True
    selected: Callable[[], bool] = _no
    focused: Callable[[], bool] = _no
    children: tuple[Spot, ...] = field(default=())
    link: bool = False
    press: Callable[[], object] | None = None


@runtime_checkable
class Spotted(Protocol):
    """A widget that tells what it paints. The same tuple is given until something else is shown:
    a screen reader is told of new elements for a new one."""

    def spots(self) -> tuple[Spot, ...]:
        """What is painted, in the order of reading."""


class SpotMemory:
    """Gives the same spots again until what they are made of is another."""

    def __init__(self) -> None:
        self._of: object = None
        self._spots: tuple[Spot, ...] = ()

    def of(self, key: object, make: Callable[[], Iterable[Spot]]) -> tuple[Spot, ...]:
        """The spots for a key, made where it is not that of the last time."""
        if key != self._of or not self._spots:
            self._of, self._spots = key, tuple(make())
        return self._spots


def words_of(*texts: str) -> Iterator[Spot]:
    """Words to read, those that are not empty."""
    return (Spot(text, choice=False) for text in texts if text)


class SpotList(QAccessibleWidget):
    """A widget as the list of what it paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self._widget = widget
        self._stand_in = QWidget(widget)
        self._stand_in.setObjectName("spots")
        self._stand_in.hide()
        self._shown: tuple[Spot, ...] | None = None
        self._nodes: tuple[SpotNode, ...] = ()

    def nodes(self) -> tuple[SpotNode, ...]:
        """The elements of what is shown now."""
        widget = self._widget
        shown = widget.spots() if isinstance(widget, Spotted) else ()
        if shown is not self._shown:
            self.release()
            self._shown = shown
            self._nodes = tuple(SpotNode(self, widget, self._stand_in, spot) for spot in shown)
        return self._nodes

    def release(self) -> None:
        """Take the elements out of Qt's table of elements, before they go."""
        nodes, self._nodes, self._shown = self._nodes, (), None
        for node in _with_children(nodes):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """How many elements there are."""
        return len(self.nodes())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An element; None where there is none."""
        nodes = self.nodes()
        return nodes[index] if 0 <= index < len(nodes) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Where an element stands; -1 for one of another widget."""
        return _index(self.nodes(), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The element at a place of the screen."""
        return _at(self.nodes(), x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The element where the keyboard stands."""
        return next((node for node in _with_children(self.nodes()) if node.spot.focused()), None)


class SpotNode(QAccessibleWidget):
    """One thing that a widget paints.

    It is built on the element of a widget for the actions of that: the cast to them cannot be
    written in Python. That widget is a `stand_in` which nobody sees and which is in no list: of an
    element on the painted widget itself Qt would think that it is that widget, and one without a
    widget ends the process when a reader asks for its relations.
    """

    def __init__(
        self, owner: QAccessibleInterface, widget: QWidget, stand_in: QWidget, spot: Spot
    ) -> None:
        super().__init__(stand_in)
        self.spot, self._owner, self._widget = spot, owner, widget
        self.nodes = tuple(SpotNode(self, widget, stand_in, one) for one in spot.children)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """As long as its widget is there."""
        return self._owner.isValid()

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of its widget."""
        return self._owner.window()

    def parent(self) -> QAccessibleInterface:
        """What it is part of."""
        return self._owner

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """How many parts it has."""
        return len(self.nodes)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A part; None where there is none."""
        return self.nodes[index] if 0 <= index < len(self.nodes) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Where a part stands; -1 for one of another element."""
        return _index(self.nodes, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The part at a place of the screen."""
        return _at(self.nodes, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The part where the keyboard stands."""
        return next((node for node in self.nodes if node.spot.focused()), None)

    def text(self, kind: QAccessible.Text) -> str:
        """Its name or description."""
        said = {
            QAccessible.Text.Name: self.spot.name,
            QAccessible.Text.Description: self.spot.description,
        }
        return " ".join(said.get(kind, "").split())

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """Nothing here is written by a screen reader."""

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """What can be done with it."""
        return [] if self.spot.press is None else [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Press it."""
        if self.spot.press is not None and name in self.actionNames():
            self.spot.press()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        place = self._place()
        return QRect(self._widget.mapToGlobal(place.topLeft()), place.size())

    def _place(self) -> QRect:
        """Where it is in its widget; what has no place of its own is somewhere in it, and as much
        seen: a screen reader passes over what it is told is not."""
        place = self.spot.rect().toRect()
        return self._widget.rect() if place.isEmpty() else place

    def role(self) -> QAccessible.Role:
        """A list where it has parts, else a link, one of a list, or words."""
        if self.nodes:
            return QAccessible.Role.List
        if self.spot.link:
            return QAccessible.Role.Link
        return QAccessible.Role.ListItem if self.spot.choice else QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        """Whether it is chosen, has the keyboard, and is seen."""
        state = QAccessible.State()
        if self.spot.choice and not self.nodes:
            state.selectable = state.focusable = 1
            state.linked = int(self.spot.link)
            state.selected = int(self.spot.selected())
            state.focused = int(self.spot.focused())
        widget = self._widget  # one of links lies below the words, and is not seen itself
        seen = widget.rect() if self.spot.link else _in_sight(widget)
        hidden = not seen.intersects(self._place())
        state.offscreen = int(hidden and self._widget.isVisible())
        state.invisible = int(not self._widget.isVisible())
        return state


def _with_children(nodes: Sequence[SpotNode]) -> Iterator[SpotNode]:
    for node in nodes:
        yield node
        yield from _with_children(node.nodes)


def _index(nodes: Sequence[SpotNode], child: QAccessibleInterface) -> int:
    return next((at for at, node in enumerate(nodes) if node is child), -1)


def _at(nodes: Sequence[SpotNode], x: int, y: int) -> SpotNode | None:
    place = QPoint(x, y)
    placed = (node for node in nodes if not node.spot.rect().isEmpty())
    return next((node for node in placed if node.rect().contains(place)), None)


def _in_sight(widget: QWidget) -> QRect:
    """What of a widget its parents leave in sight. Qt's own region is without what children of a
    widget paint, as the viewport of a view that shows all there is."""
    seen, at = widget.rect(), widget
    while not at.isWindow() and (parent := at.parentWidget()) is not None:
        corner = widget.mapFrom(parent, QPoint(0, 0))
        seen, at = seen.intersected(parent.rect().translated(corner)), parent
    return seen


class _Lists:
    """The lists that Qt was given: it holds them, and Python must as long as it does."""

    def __init__(self) -> None:
        self._of: dict[int, SpotList] = {}
        self._installed = self._ended = False

    def install(self, application: QCoreApplication | None) -> None:
        if not self._installed:
            QAccessible.installFactory(self._made)
            self._installed = True
            if application is not None:
                application.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Take out every element while Qt's table of elements is there: it is gone before the
        widgets are, and to ask it for an element then ends the process."""
        self._ended = True
        for one in self._of.values():
            one.release()

    def _made(self, name: str, thing: QObject | None) -> QAccessibleInterface | None:
        del name
        if self._ended or not isinstance(thing, QWidget) or not isinstance(thing, Spotted):
            return None
        number, made = id(thing), SpotList(thing)
        self._of[number] = made
        thing.destroyed.connect(partial(self._let_go, number))
        return made

    def _let_go(self, number: int, _widget: QObject | None = None) -> None:
        if self._ended:
            return  # what Qt may still hold is not to go before it
        gone = self._of.pop(number, None)
        if gone is not None:
            gone.release()


_LISTS = _Lists()


def install_spots() -> None:
    """Have painted widgets read as lists from now on; before any of them is asked for."""
    _LISTS.install(QCoreApplication.instance())


def announce_focus(widget: QWidget) -> None:
    """Tell a screen reader that the keyboard stands on another spot of a widget."""
    if not QAccessible.isActive():
        return
    tree = QAccessible.queryAccessibleInterface(widget)
    focused = tree.focusChild() if tree is not None else None
    if focused is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(focused, QAccessible.Event.Focus))
