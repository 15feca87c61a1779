"""The review of what a draft doubts: one figure after the other, one key for each answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.edit.operations import AcceptReviews
from viewer.edit.reviews import ReviewReason, alike, in_order, next_doubted, questions, reasons
from viewer.model import Briefing, Metric
from viewer.rendering.labels import WrappedLabel, push_button
from viewer.rendering.style import Style
from viewer.window.appearance import WindowAppearance
from viewer.window.document_model import Workspace
from viewer.window.editing.edit_controller import Editing
from viewer.window.main import MainWindow

BUTTONS = ("accept-review", "edit-figure", "remove-figure", "accept-alike", "review-next")
"""The answers, as the actions that they stand for."""


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
        for name, button in self.buttons.items():
            keys = self._actions[name].shortcut().toString()
            said = words(f"review.{name}", n=0)
            button.setText(f"{said}  {keys}" if keys else said)
        self.close_button.setText(words("window.close"))

    def show_question(self, style: Style, at: int, all_: int, question: ReviewReason) -> None:
        """Say the doubt that is looked at: which of how many, why, and how many are alike."""
        words, n = style.words, len(question.doubted)
        self.said.setText(
            words("review.asked", at=at, all=all_, why=words.of_doubt(question.reason))
        )
        self.buttons["accept-alike"].setText(words("review.accept-alike", n=n))
        self.buttons["accept-alike"].setVisible(n > 1)
        self.show()


class Reviews(QObject):
    """Leads through the doubts, the rare ones first; after an answer comes the next of them."""

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
        self._asked_of: Briefing | None = None
        self._asked: tuple[ReviewReason, ...] = ()
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
        """Go to the next figure that is doubted."""
        found = next_doubted(self._questions(), self._workspace.selection.key)
        if found is None:
            self.stop()
            self._window.status.show_selection(self._appearance.style.words("review.none"))
            return
        self.bar.show()
        self._workspace.show_figure(found.key)
        self._show()

    def accept_same_reason(self) -> None:
        """Take every figure for right that is doubted for the reason of this one."""
        question = self._question()
        if question is not None:
            ids = tuple(one.metric for one in question.doubted)
            self._editing.perform([AcceptReviews(ids)])

    def stop(self) -> None:
        """End the review."""
        self.bar.hide()

    def _question(self) -> ReviewReason | None:
        metric = self._metric()
        return alike(self._questions(), metric.id) if metric else None

    def _metric(self) -> Metric | None:
        return self._workspace.metric(self._workspace.selection.key)

    def _questions(self) -> tuple[ReviewReason, ...]:
        """The doubts of the file, put together once for each version of it."""
        briefing = self._workspace.briefing
        if briefing is not self._asked_of:
            self._asked_of = briefing
            self._asked = questions(briefing) if briefing else ()
        return self._asked

    def _renewed(self) -> None:
        """Go on by itself once a doubt is answered."""
        if not self.bar.isHidden() and self._question() is None:
            self.next()
        self._show()
        self._enable()

    def _show(self) -> None:
        if self.bar.isHidden():
            return
        metric, question = self._metric(), self._question()
        if metric is None or question is None:
            return
        every = [one.metric for one in in_order(self._questions())]
        at = every.index(metric.id) + 1
        self.bar.show_question(self._appearance.style, at, len(every), question)

    def _dress(self, style: Style) -> None:
        self.bar.apply_style(style)
        self._show()

    def _enable(self) -> None:
        metric = self._metric()
        self._window.actions_by_id["review-next"].setEnabled(bool(self._questions()))
        doubted = metric is not None and bool(reasons(metric))
        self._window.actions_by_id["accept-alike"].setEnabled(doubted and self._editing.can_edit())
