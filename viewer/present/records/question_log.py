"""What a talk leaves behind in files of the presenter's choice: questions, and times if asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.i18n import Words
from viewer.model import ViewerError
from viewer.present.records.question_autosave import QuestionAutosave
from viewer.present.records.question_handout import Handout, in_csv, in_markdown
from viewer.rendering.filedialog import saving
from viewer.settings import atomic_write
from viewer.talk import (
    Question,
    Stroke,
    Talk,
    handout,
    handout_heads,
    questions_text,
    strokes_text,
)

_HANDOUTS: Mapping[str, Callable[[Handout], bytes]] = {
    ".md": in_markdown,
    ".markdown": in_markdown,
    ".csv": in_csv,
}

_KINDS = (
    (".txt", "file-dialog.text"),
    (".md", "file-dialog.markdown"),
    (".csv", "file-dialog.csv"),
)

AskPath = Callable[[QWidget | None, Words, str, str], str]
"""Asks for a file to write: the window it is asked over, words, a title, a name to start with."""


def ask_path(parent: QWidget | None, words: Words, title: str, name: str) -> str:
    """Ask with the file dialog; empty when the presenter thinks better of it."""
    kinds = ";;".join(f"{words(key)} (*{suffix})" for suffix, key in _KINDS)
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
        self._strokes: tuple[Stroke, ...] = ()
        self.questions: tuple[Question, ...] = ()
        self.path = ""
        self._today = today
        self._saved: tuple[Question, ...] = ()
        self.kept = True
        self._kept = QuestionAutosave(folder)

    @property
    def unsaved(self) -> bool:
        """Whether a question, or that it was answered, stands in no file yet."""
        return self.questions != self._saved

    def take(self, questions: Sequence[Question]) -> str:
        """Keep the questions as they are now, in their file if there is one; what to tell the
        presenter."""
        self.questions = tuple(questions)
        if self.path:
            return self.save()
        self._keep()
        return self._words("present.question-kept" if self.kept else "present.question-in-memory")

    def draw(self, strokes: tuple[Stroke, ...]) -> str:
        """Name the figures of these strokes below the questions; what went wrong, if anything.

        Strokes alone are no reason to ask for a file.
        """
        if strokes == self._strokes:
            return ""
        self._strokes = strokes
        return (self._write(self.path, self._as_file()) or "") if self.path else ""

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
        said = self._write(self.path, self._as_file())
        if said is None:
            self._saved = self.questions
            self._kept.forget()
            return self._words("present.question-saved", path=self.path)
        self._keep()
        return said

    def held(self) -> str:
        """Where the questions are held until there is a file; empty where nothing holds them."""
        path = self._kept.path if self.kept else None
        return "" if path is None else self._words("present.questions-held", path=str(path))

    def save_times(self, parent: QWidget | None, report: str) -> str:
        """Ask for a file and write the report of times to it; what went wrong, if anything."""
        name = self._named("present.times-name")
        path = self._ask(parent, self._words, self._words("present.times-where"), name)
        return (self._write(path, report.encode()) or "") if path else ""

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

    def _as_file(self) -> bytes:
        """What the file of the questions is to hold: a table to hand out, or plain text, by the end
        of its name."""
        kind = _HANDOUTS.get(Path(self.path).suffix.lower())
        return self.text().encode() if kind is None else kind(self._table())

    def _table(self) -> Handout:
        title = self._words("talk.questions.title", title=self._talk.briefing.title)
        rows = handout(self._talk, self.questions, self._words)
        return Handout(title, handout_heads(self._words), rows)

    def _write(self, path: str, data: bytes) -> str | None:
        try:
            atomic_write(Path(path), data)
        except ViewerError as error:
            return self._words.of_error(error)
        return None
