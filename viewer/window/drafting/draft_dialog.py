"""The review of a draft: its figures ticked and corrected, beside their words and their charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.draft import Note
from viewer.edit.draft_review import Corrected, DraftHistory, DraftReview
from viewer.edit.figure_fields import FIELDS, fields_of
from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.rendering.dialogs import open_once
from viewer.rendering.labels import WrappedLabel, message_box
from viewer.rendering.style import Style
from viewer.window.drafting.draft_cells import Named, fit_columns
from viewer.window.drafting.draft_preview import DraftPreview
from viewer.window.drafting.draft_tree import DraftTree
from viewer.window.editing.edit_sheet import (
    EditSheet,
    SheetVerdict,
    Texts,
    figure_proven,
    figure_row,
)

_LIST = 0.54
"""The part of the width that the list has."""
_WIDEST, _HIGHEST = 1400, 860
_SETTLES = 150
"""Milliseconds after which words and charts follow the list: keys that are held run through it."""
_NOTES_SHOWN = 3
_LOW = 460
"""Pixels of height below which hints give way to the list and the buttons."""


class DraftDialog(QDialog):
    """Shows a draft before it is saved; `wanted` when it is to be saved, and it stays open until
    `saved` says that it was."""

    wanted = Signal()

    def __init__(self, parent: QWidget, review: DraftReview, style: Style) -> None:
        super().__init__(parent)
        self.setObjectName("draft-dialog")
        self.setWindowTitle(style.words("draft-dialog.title"))
        self._style, self._begun = style, review
        self._history = DraftHistory(review)
        self.tree = DraftTree(self, review.pool, review.kept, style)
        self.preview = DraftPreview(self, style)
        self.summary, self.doubt, self.told = (self._line("") for _ in range(3))
        self.summary.setObjectName("draft-summary")
        self.doubt.setObjectName("draft-doubt")
        self.doubt.setStyleSheet(f"color: {style.palette.warn}")
        self.told.setObjectName("draft-told")
        self._wait = QTimer(self, singleShot=True, interval=_SETTLES)
        self._wait.timeout.connect(self._follow)
        self._lay_out(min(_WIDEST, parent.width() - 40), min(_HIGHEST, parent.height() - 60))
        self.tree.ticked.connect(self._wait.start)
        self.tree.currentItemChanged.connect(self._wait.start)
        self.tree.typed.connect(self._typed)
        self.tree.opened.connect(self._open)
        self.tree.accepted.connect(self._accept)
        self.preview.chosen.connect(self.tree.go_to)
        for key, done in (
            (QKeySequence.StandardKey.Save, self.wanted.emit),
            (QKeySequence.StandardKey.Undo, partial(self._step, DraftHistory.undo)),
            (QKeySequence.StandardKey.Redo, partial(self._step, DraftHistory.redo)),
        ):
            QShortcut(key, self).activated.connect(done)
        self.tree.go_to_first()
        self._follow()
        self.tree.setFocus()

    @property
    def review(self) -> DraftReview:
        """The draft as it is ticked and corrected by now."""
        kept = self.tree.kept()
        if kept != self._history.now.kept:
            self._history = self._history.then(replace(self._history.now, kept=kept))
        return self._history.now

    def saved(self) -> None:
        """Close: nothing would be lost any more."""
        self._begun = self.review
        self.accept()

    def tell(self, said: str) -> None:
        """Say below the list what went wrong; nothing by an empty text."""
        self.told.setText(said)
        self.told.setStyleSheet(f"color: {self._style.palette.bad}")
        self.told.setVisible(bool(said))

    def reject(self) -> None:
        """Close, once what was decided may be lost."""
        if self.review == self._begun or self._may_lose():
            super().reject()

    def _may_lose(self) -> bool:
        words = self._style.words
        said = words("draft-dialog.unsaved")
        box = message_box(QMessageBox.Icon.Warning, words("program.name"), said, self)
        box.setObjectName("draft-unsaved")
        again = box.addButton(words("draft-dialog.go-on"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(words("draft-dialog.drop"), QMessageBox.ButtonRole.DestructiveRole)
        drop.setObjectName("draft-drop")
        box.setDefaultButton(again)
        box.setEscapeButton(again)
        box.exec()
        may = box.clickedButton() is drop
        box.deleteLater()
        return may

    def _follow(self) -> None:
        """Show the words and the charts of the current row, and count anew."""
        self._wait.stop()
        row, review = self.tree.currentItem(), self.review
        self.summary.setText(_summary(review, self._style.words))
        named = self.tree.named(row)
        doubt = review.metric(named[0]).review if named else ""
        self.doubt.setText(self._style.words.of_doubt(doubt))
        if review.pool.parts:
            self.preview.show_review(review, self.tree.number(row), named[1] if named else "")

    def _typed(self, named: Named, field: str, text: str) -> None:
        """Take what was typed into a row, or say why it cannot be."""
        metric, key = named
        before = self.review.proposal(key, metric)
        texts = [(name, text if name == field else was) for name, was in before.texts]
        corrected, refusal = self._corrected(named, texts)
        self.tell(refusal)
        if corrected is not None:
            self._take(corrected)

    def _open(self, named: Named) -> None:
        """All fields of a figure on the sheet that corrects it everywhere."""
        before, words = self.review.proposal(named[1], named[0]), self._style.words

        def judge(texts: Texts) -> SheetVerdict:
            _, refusal = self._corrected(named, texts)
            return SheetVerdict(refusal or figure_proven(words, texts), good=not refusal)

        def agreed(texts: Texts) -> None:
            corrected, refusal = self._corrected(named, texts)
            self.tell(refusal)
            if corrected is not None:
                self._take(corrected)
                sheet.accept()

        rows = [figure_row(key, before.text(key)) for key in FIELDS]
        sheet = EditSheet(self, rows, self._style, judge)
        sheet.setWindowTitle(words("edit.sheet-change"))
        sheet.agreed.connect(agreed)
        sheet.refused.connect(partial(self._untick, named))
        sheet.refuse.show()
        open_once(sheet)

    def _corrected(
        self, named: Named, texts: Sequence[tuple[str, str]]
    ) -> tuple[Corrected | None, str]:
        """A figure with other texts, or why it cannot be so."""
        (metric, key), words = named, self._style.words
        fields = fields_of(texts, self.review.proposal(key, metric))
        try:
            made = self.review.corrected(key, metric, fields)
        except ViewerError as error:
            return None, words.of_error(error)
        refusal = "\n".join(words.of_issue(one) for one in made.errors)
        return (None if refusal else made), refusal

    def _take(self, corrected: Corrected) -> None:
        self._turn(self._history.then(self.review.with_corrected(corrected)))

    def _untick(self, named: Named) -> None:
        self._turn(self._history.then(self.review.ticked([named[0]], on=False)))

    def _accept(self, named: Named) -> None:
        """Take a doubted figure for right, and go on to the next doubt."""
        if self.review.metric(named[0]).review:
            self._turn(self._history.then(self.review.accepted(named[0])))
            self.tree.go_to_next_doubt()

    def _step(self, step: Callable[[DraftHistory], DraftHistory]) -> None:
        """Take back what was decided last, or decide it again."""
        self.tell("")
        _ = self.review  # what is ticked by now is a state too
        self._turn(step(self._history))

    def _turn(self, history: DraftHistory) -> None:
        """Show another state of the review."""
        before, self._history = self._history.now, history
        now = history.now
        for metric in now.differing(before):
            self.tree.show_metric(metric, kept=metric.id in now.kept)
        self._follow()

    def _lay_out(self, wide: int, high: int) -> None:
        words, pool = self._style.words, self._begun.pool
        notes = (*pool.account, *pool.notes)
        low = high < _LOW
        column = QVBoxLayout(self)
        for head in islice(self._heads(), 1 if low else None):
            column.addWidget(head)
        column.addWidget(self.summary)
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.setAccessibleName(self._style.words("window.panes"))
        beside.addWidget(self.tree)
        beside.addWidget(self.preview)
        beside.setSizes([round(_LIST * wide), round((1 - _LIST) * wide)])
        beside.setChildrenCollapsible(False)
        column.addWidget(beside, 1)
        column.addWidget(self.doubt)
        column.addWidget(self.told)
        self.told.hide()
        if self._begun.pool.metrics and not low:
            keys = self._line(words("draft-dialog.keys"))
            keys.setStyleSheet(f"color: {self._style.palette.muted}")
            column.addWidget(keys)
        if notes:
            if not low:
                column.addWidget(self._line(words("draft-dialog.notes")))
            column.addWidget(_listed(self, notes, 1 if low else _NOTES_SHOWN, words))
        column.addWidget(self._buttons(self.wanted.emit))
        self.resize(wide, high)
        fit_columns(self.tree, round(_LIST * wide))

    def _heads(self) -> Iterator[QLabel]:
        """What the briefing will be called, and where the report says that it comes from."""
        pool = self._begun.pool
        source = pool.outline.source
        told = (source.publication, source.page, source.date, "、".join(source.authors))
        for name, said in (
            ("draft-title", pool.title),
            ("draft-source", " · ".join(filter(None, told))),
        ):
            if said:
                head = self._line(" ".join(said.split()))
                head.setObjectName(name)
                yield head

    def _line(self, said: str) -> QLabel:
        return WrappedLabel(self, said)

    def _buttons(self, save: Callable[[], object]) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        button = buttons.addButton(
            self._style.words("draft-dialog.save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        button.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(save)
        buttons.rejected.connect(self.reject)
        return buttons


def _summary(review: DraftReview, words: Words) -> str:
    """How many figures are kept of how many, how many are doubted, and what does not agree."""
    every, doubted = len(review.pool.metrics), review.doubted
    if not every:
        return words("draft-dialog.no-figures")
    told = {"sections": len(review.pool.parts), "kept": len(review.kept), "all": every}
    said = (
        words("draft-dialog.summary", n=doubted, **told)
        if doubted
        else words("draft-dialog.sound", **told)
    )
    wrong = review.disagreeing
    return f"{said}\n{words('draft-dialog.disagreeing', n=wrong)}" if wrong else said


def _listed(parent: QWidget, told: Sequence[Note], shown: int, words: Words) -> QListWidget:
    """The notes of a draft, `shown` of them without scrolling."""
    notes = QListWidget(parent)
    notes.setObjectName("draft-notes")
    notes.setAccessibleName(words("draft-dialog.notes"))
    notes.addItems([note.said(words) for note in told])
    line = notes.sizeHintForRow(0)
    notes.setFixedHeight(min(notes.count(), shown) * line + 2 * notes.frameWidth() + 2)
    return notes
