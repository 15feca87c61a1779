"""What a talk leaves behind in files of the presenter's choice: questions, and times if asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.present.question_autosave import Kept
from viewer.rendering.filedialog import saving
from viewer.settings import atomic_write
from viewer.talk import Question, Stroke, Talk, place_said, questions_text, strokes_text

AskPath = Callable[[QWidget | None, Words, str, str], str]
"""Asks for a file to write: the window it is asked over, words, a title, a name to start with."""


def ask_path(parent: QWidget | None, words: Words, title: str, name: str) -> str:
    """Ask with the file dialog; empty when the presenter thinks better of it."""
    kinds = f"{words('file-dialog.text')} (*.txt)"
    return saving(parent, words, title, str(Path.home() / name), kinds).ask()


class Leaving:
    """The questions of a talk: kept until there is a file, then written after each.

    Until they are in a file of the presenter's choice they are held on the disk; `kept` is False
    when even that failed.
    """

    def __init__(
        self,
        talk: Talk,
        words: Words,
        ask: AskPath = ask_path,
        folder: Path | None = None,
        today: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._talk, self._words, self._ask = talk, words, ask
        self.questions: list[Question] = []
        self._strokes: tuple[Stroke, ...] = ()
        self.path = ""
        self._today = today
        self._saved = 0
        self.kept = True
        self._kept = Kept(folder)

    @property
    def unsaved(self) -> bool:
        """Whether a question stands in no file yet."""
        return len(self.questions) > self._saved

    def note(self, asked: datetime, place: int, text: str) -> str:
        """Keep a question and save it if there is a file; what to tell the presenter."""
        if not text.strip():
            return ""
        where = place_said(self._talk, place, self._words)
        self.questions.append(Question(asked, where, text))
        if self.path:
            return self.save()
        self._keep()
        return self._words("present.question-kept" if self.kept else "present.question-in-memory")

    def draw(self, strokes: tuple[Stroke, ...]) -> str:
        """Name the figures of these strokes below the questions; what went wrong, if anything.

        Strokes alone are no reason to ask for a file.
        """
        self._strokes = strokes
        return (self._write(self.path, self.text()) or "") if self.path else ""

    def renew(self, talk: Talk) -> None:
        """Go on in a newer version of the talk; what was asked stays as it was noted."""
        self._talk = talk

    def choose(self, parent: QWidget | None) -> str:
        """Ask for the file of the questions and save them there; what to tell the presenter."""
        name = self._named("present.questions-name")
        path = self._ask(parent, self._words, self._words("present.questions-where"), name)
        if not path:
            return ""
        self.path = path
        return self.save()

    def save(self) -> str:
        """Write all questions to their file; what to tell the presenter, also when it failed."""
        said = self._write(self.path, self.text())
        if said is None:
            self._saved = len(self.questions)
            self._kept.forget()
            return self._words("present.question-saved", path=self.path)
        self._keep()
        return said

    def save_times(self, parent: QWidget | None, report: str) -> str:
        """Ask for a file and write the report of times to it; what went wrong, if anything."""
        name = self._named("present.times-name")
        path = self._ask(parent, self._words, self._words("present.times-where"), name)
        return (self._write(path, report) or "") if path else ""

    def _named(self, key: str) -> str:
        """The name that a file begins with: by its day, so that no meeting replaces another."""
        return self._words(key, day=f"{self._today():%Y-%m-%d}")

    def foot(self) -> str:
        """Where a question is going to be saved."""
        if self.path:
            return self._words("present.question-file", path=self.path)
        return self._words("present.question-no-file")

    def _keep(self) -> None:
        if self.unsaved:
            self.kept = self._kept.keep(self.questions[0].asked, self.text())

    def text(self) -> str:
        """All questions, as their file has them, and the figures that were drawn on."""
        asked = questions_text(self._talk, self.questions, self._words)
        return asked + strokes_text(self._talk, self._strokes, self._words)

    def _write(self, path: str, text: str) -> str | None:
        try:
            atomic_write(Path(path), text.encode())
        except ViewerError as error:
            return self._words.of_error(error)
        return None
