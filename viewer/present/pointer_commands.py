"""What is asked of a talk by mouse, by typing into a line and by lists, as acts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from viewer.present.windows import Windows
from viewer.talk import Act, Command, Target


class Asks(QObject):
    """Hears the widgets of both windows. `asked` carries an Act."""

    asked = Signal(object)

    def __init__(self, windows: Windows, parent: QObject) -> None:
        super().__init__(parent)
        for window in (windows.audience, windows.console):
            window.panels.typed.connect(self.search)
            window.panels.chose.connect(self.choose)
            window.stage.pointed.connect(self.point)
            window.stage.drawn.connect(self.draw)
            window.stage.lifted.connect(self.lift)
        windows.console.segments.chose.connect(self.jump)
        windows.console.asked.connect(self.ask)
        windows.console.hints.asked.connect(self.ask)
        windows.console.next.pressed.connect(self.go_next)

    def ask(self, command: str) -> None:
        """A command chosen from the console's menu or its foot."""
        self.asked.emit(Act(Command(command)))

    def search(self, words: str) -> None:
        """Words or a number in the line of the go-to panel."""
        self.asked.emit(Act(Command.SEARCH, text=words))

    def choose(self, row: int) -> None:
        """A row of a list that was clicked: chosen and taken."""
        self.asked.emit(Act(Command.CHOOSE, place=row))
        self.asked.emit(Act(Command.ACCEPT))

    def point(self, x: float, y: float) -> None:
        """The mouse on a picture, in its widths and heights."""
        self.asked.emit(Act(Command.POINT, mouse=(x, y)))

    def draw(self, x: float, y: float) -> None:
        """The mouse on a picture while a stroke is drawn."""
        self.asked.emit(Act(Command.DRAW, mouse=(x, y)))

    def lift(self, target: Target | None) -> None:
        """The end of a stroke, and what it lies on."""
        self.asked.emit(Act(Command.LIFT, target=target))

    def go_next(self) -> None:
        """A click on what comes next, or on the audience's picture where that is wished for."""
        self.asked.emit(Act(Command.NEXT))

    def jump(self, place: int) -> None:
        """A click on a step of the row of steps."""
        self.asked.emit(Act(Command.JUMP, place=place))

    def come_back(self) -> None:
        """The bar of a hidden talk."""
        self.asked.emit(Act(Command.HIDE))

    def go_on(self) -> None:
        """Nobody answered whether to end: the talk goes on."""
        self.asked.emit(Act(Command.GO_ON))
