"""The review of what a draft doubts and of what does not add up: one place after the other, one key
for each answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.edit.operations import AcceptReviews
from viewer.edit.reviews import ReviewStop, keys_of, reasons, review_stops, stop_at
from viewer.i18n import Words
from viewer.i18n.relation_words import calculation, rule_words
from viewer.model import Key, Metric, Recomputed
from viewer.rendering.labels import WrappedLabel, push_button
from viewer.rendering.style import Style
from viewer.rendering.tips import show_tip
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.main import MainWindow

BUTTONS = (
    "accept-review",
    "edit-figure",
    "remove-figure",
    "remove-relation",
    "accept-alike",
    "review-next",
)
"""The answers, as the actions that they stand for."""
OF_DOUBTS = ("remove-figure", "accept-alike")
OF_DISAGREEMENTS = ("remove-relation",)


class ReviewBar(QWidget):
    """Says what is doubted of the figure that is looked at, and offers the answers."""

    closed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("review-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = WrappedLabel(self)
        self.said.setObjectName("review-said")
        self.buttons = {name: push_button(f"review-{name}", self) for name in BUTTONS}
        self.close_button = push_button("review-close", self)
        self._actions = window.actions_by_id
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.said, 1)
        for name, button in self.buttons.items():
            action = self._actions[name]
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
            row.addWidget(button)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def apply_style(self, style: Style) -> None:
        """Take on words."""
        words = style.words
        for name in self.buttons:
            self._say(name, words(f"review.{name}", n=0))
        self.close_button.setText(words("window.close"))

    def show_stop(self, style: Style, at: int, all_: int, stop: ReviewStop) -> None:
        """Say what is asked where the review stands: which of how many, and what about it."""
        words, one = style.words, stop.disagreement
        n = 0 if isinstance(stop.asks, Recomputed) else len(stop.asks.doubted)
        self._say("accept-review", words("review.explain" if one else "review.accept-review"))
        self.buttons["accept-alike"].setText(words("review.accept-alike", n=n))
        shown = OF_DISAGREEMENTS if one else OF_DOUBTS
        for name in (*OF_DOUBTS, *OF_DISAGREEMENTS):
            self.buttons[name].setVisible(name in shown and (name != "accept-alike" or n > 1))
        self.said.setText(words("review.asked", at=at, all=all_, why=_why(stop, words)))
        show_tip(self.said, calculation(one, words) if one else "")
        self.show()

    def show_left(self, style: Style, n: int) -> None:
        """Say how many places are left while the reader looks at another figure."""
        self.said.setText(style.words("review.left", n=n))
        show_tip(self.said, "")

    def _say(self, name: str, said: str) -> None:
        keys = self._actions[name].shortcut().toString()
        self.buttons[name].setText(f"{said}  {keys}" if keys else said)


def _why(stop: ReviewStop, words: Words) -> str:
    if isinstance(stop.asks, Recomputed):
        one = stop.asks
        return words("review.disagrees", rule=rule_words(one, words), formula=one.formula)
    return words.of_doubt(stop.asks.reason)


class Reviews(QObject):
    """Leads through the doubts, the rare ones first, and through the calculations that do not
    agree; after an answer comes the next of them. `lit` tells the figures of the calculation where
    it stands."""

    lit = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        appearance: WindowAppearance,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._appearance, self._editing = appearance, editing
        self._stops_of: object = None
        self._stops: tuple[ReviewStop, ...] = ()
        self._at: ReviewStop | None = None
        self._number = 0
        self.bar = ReviewBar(window)
        window.place_review(self.bar)
        self.bar.apply_style(appearance.style)
        self.bar.closed.connect(self.stop)
        appearance.changed.connect(self._dress)
        workspace.selection.selected.connect(self._show)
        workspace.selection.selected.connect(self._enable)
        workspace.renewed.connect(self._renewed)
        workspace.briefing_changed.connect(self.stop)
        editing.changed.connect(self._enable)
        self._enable()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of this concern do."""
        return {"review-next": self.next, "accept-alike": self.accept_same_reason}

    def next(self) -> None:
        """Go to the next figure that is doubted, or to the next calculation; who was elsewhere
        goes on where the review stood last."""
        here = self.here()
        last = self._number if self._at is not None else -1
        self._go((last if here is None else self._index(here)) + 1)

    def here(self) -> ReviewStop | None:
        """Where the review stands: at a figure that is selected and asks something."""
        stops, metric = self._every(), self._metric()
        if metric is None:
            return None
        meant = self._at
        if meant is not None and meant.key == self._workspace.selection.key:
            found = next((stop for stop in stops if stop.name == meant.name), None)
            if found is not None:
                return found
        return stop_at(stops, metric)

    def standing(self) -> Recomputed | None:
        """The calculation that is asked about; None where the review is closed or asks a doubt."""
        here = None if self.bar.isHidden() else self.here()
        return here.disagreement if here else None

    def accept_same_reason(self) -> None:
        """Take every figure for right that is doubted for the reason of this one."""
        here = self.here()
        if here is not None and not isinstance(here.asks, Recomputed):
            ids = tuple(one.metric for one in here.asks.doubted)
            self._editing.perform([AcceptReviews(ids)])

    def stop(self) -> None:
        """End the review."""
        self.bar.hide()
        self._at = None
        self.lit.emit(frozenset())

    def _go(self, number: int) -> None:
        """Go to a stop, around the end; where there is none the review is over."""
        stops = self._every()
        if not stops:
            self.stop()
            self._window.status.show_selection(self._appearance.style.words("review.none"))
            return
        self._at = stops[number % len(stops)]
        self.bar.show()
        self._workspace.show_figure(self._at.key)
        self._show()

    def _metric(self) -> Metric | None:
        return self._workspace.metric(self._workspace.selection.key)

    def _index(self, stop: ReviewStop) -> int:
        return next(at for at, one in enumerate(self._every()) if one.name == stop.name)

    def _every(self) -> tuple[ReviewStop, ...]:
        """The stops in the file, put together once for each version of it."""
        opened = self._workspace.opened
        if opened is not self._stops_of:
            self._stops_of = opened
            briefing = opened.briefing if opened else None
            self._stops = review_stops(briefing, opened.proof) if opened and briefing else ()
        return self._stops

    def _renewed(self) -> None:
        """Go on by itself once a question is answered: its place is then that of the next."""
        if not self.bar.isHidden() and self._is_answered():
            self._go(self._number)
        self._show()
        self._enable()

    def _is_answered(self) -> bool:
        names = {stop.name for stop in self._every()}
        return self.here() is None or (self._at is not None and self._at.name not in names)

    def _show(self, *_: object) -> None:
        if self.bar.isHidden():
            return
        here, style = self.here(), self._appearance.style
        self.lit.emit(self._lit(here))
        if here is None:
            self.bar.show_left(style, len(self._every()))
            return
        self._at, self._number = here, self._index(here)
        self.bar.show_stop(style, self._number + 1, len(self._every()), here)

    def _lit(self, here: ReviewStop | None) -> frozenset[Key]:
        briefing = self._workspace.briefing
        if here is None or here.disagreement is None or briefing is None:
            return frozenset()
        return frozenset(keys_of(here.disagreement, briefing))

    def _dress(self, style: Style) -> None:
        self.bar.apply_style(style)
        self._show()

    def _enable(self, *_: object) -> None:
        metric = self._metric()
        self._window.actions_by_id["review-next"].setEnabled(bool(self._every()))
        doubted = metric is not None and bool(reasons(metric))
        self._window.actions_by_id["accept-alike"].setEnabled(doubted and self._editing.can_edit())
