"""`draft`: writes a briefing from a report, and says what it left out and what it doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.commands.terminal import is_standard_output, prompt_secret, tell, write_stdout
from viewer.datafile import read_bytes, write_briefing
from viewer.datafile.overwrite import Original, original, overwrite, require_sound
from viewer.draft import Draft, draft_report
from viewer.draft.comments import comments_gone, with_comments
from viewer.draft.notes import Note
from viewer.draft.ranking import EVERY, FOR_A_MEETING, Limit
from viewer.draft.readers import needs_password
from viewer.draft.update import require_plain_passages, updated
from viewer.i18n import Words, load
from viewer.loading import opened_from
from viewer.model import ViewerError
from viewer.pipeline import prove
from viewer.settings import atomic_write, is_same_file, is_there

FINE, NO_FIGURES = 0, 1
_MOST_TOLD = 40
_MOST_TRIES = 3
"""How often a password is asked for."""


def run(argv: Sequence[str], words: Words) -> int:
    """Draft a report; 0 when the briefing is written, 1 when it has no figures."""
    parser = Arguments("draft", words)
    parser.add_argument("report", metavar="REPORT", help=words("command.draft.report"))
    parser.add_argument("-o", "--output", metavar="OUT", help=words("command.draft.output"))
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help=words("command.draft.encoding")
    )
    parser.add_argument(
        "--password", default="", metavar="TEXT", help=words("command.draft.password")
    )
    parser.add_argument("--update", metavar="FILE", help=words("command.draft.update"))
    limit = parser.add_mutually_exclusive_group()
    limit.add_argument("--keep", type=_count, metavar="N", help=words("command.draft.keep"))
    limit.add_argument("--all", action="store_true", help=words("command.draft.all"))
    parser.add_argument("--force", action="store_true", help=words("command.draft.force"))
    given = parser.parse_args(argv)
    report = Path(given.report)
    out = _target(report, given.output, given.update, given.force)
    asked = _PasswordPrompt(report, given.encoding, given.password, words)
    if given.update:
        made = _updated(Path(given.update), asked)
    else:
        draft = asked.draft(_limit(given.keep, given.all))
        text = write_briefing(draft.briefing, load(draft.briefing.language))
        made = _Made(draft, text.encode("utf-8"), draft.notes)
    _write_out(made, out)
    # The file may stand on standard output: what is said about it never does.
    for line in _report_lines(made, out, words):
        tell(line, error=out is None)
    for note in made.notes:
        if note.removed:
            tell(f"  {note.said(words)}", error=True)
    return FINE if made.draft.figures else NO_FIGURES


def _limit(keep: int | None, all_: bool) -> Limit:
    """How many figures are kept: as many as asked for, else as a room looks at."""
    if all_:
        return EVERY
    return FOR_A_MEETING if keep is None else Limit(keep)


def _count(written: str) -> int:
    """How many figures to keep; ValueError for what is no such count."""
    count = int(written)
    if count < 1:
        raise ValueError(written)
    return count


@dataclass(frozen=True, slots=True)
class _PasswordPrompt:
    """The report to draft; a password that it needs is asked for where somebody can answer."""

    report: Path
    encoding: str
    password: str
    words: Words

    def draft(self, keep: Limit) -> Draft:
        """The draft; ViewerError as `draft_report` raises it."""
        password = self.password
        for _ in range(_MOST_TRIES):
            try:
                return draft_report(self.report, self.encoding, keep=keep, password=password)
            except ViewerError as error:
                if self.password or not needs_password(error):
                    raise
                prompt = self.words("command.draft.password-of", file=self.report.name)
                password = prompt_secret(prompt) or ""
                if not password:
                    raise
        return draft_report(self.report, self.encoding, keep=keep, password=password)


@dataclass(frozen=True, slots=True)
class _Made:
    """A draft, the bytes of its file, what is to be said of it, and the file that it renews."""

    draft: Draft
    data: bytes
    notes: tuple[Note, ...]
    old: Original | None = None


def _target(report: Path, output: str | None, update: str | None, force: bool) -> Path | None:
    """Where to write: None is standard output. ViewerError rather than overwrite unasked."""
    if output is not None and is_standard_output(output):
        return None
    path = Path(output or update or report.with_suffix(".yaml"))
    if not is_there(path):
        return path
    if is_same_file(path, report):
        raise ViewerError("draft-onto-report", file=str(path))
    if not (force or (update is not None and is_same_file(path, Path(update)))):
        raise ViewerError("draft-exists", file=str(path))
    return path


def _updated(path: Path, asked: _PasswordPrompt) -> _Made:
    """The draft with its author's work, and the file: as it was where it says the same already.

    ViewerError where the file has any error, as `check` counts them.
    """
    data = read_bytes(path)
    old = original(path, data)
    require_sound(path, prove(opened_from(path, data)).issues)
    draft = asked.draft(EVERY)
    require_plain_passages(path, old.briefing, draft.briefing)
    moved = updated(old.briefing, draft)
    account, *others = draft.notes
    new, notes = moved.draft.briefing, (account, *moved.notes, *others)
    if write_briefing(new) == write_briefing(old.briefing):
        return _Made(moved.draft, old.data, notes, old)
    words = load(new.language)
    text = with_comments(old.text, write_briefing(new, words), words)
    gone = comments_gone(old.text, text, words)
    notes = (*notes, *(Note("comment-gone", {"text": comment}) for comment in gone))
    return _Made(moved.draft, old.encoded(text), notes, old)


def _write_out(made: _Made, out: Path | None) -> None:
    if out is None:
        write_stdout(made.data)
    elif made.old is not None and is_same_file(made.old.path, out):
        overwrite(made.old, made.data)
    else:
        atomic_write(out, made.data, backup=True)


def _report_lines(made: _Made, out: Path | None, words: Words) -> Iterator[str]:
    draft = made.draft
    yield words(
        "draft.summary",
        file="-" if out is None else out,
        sections=len(draft.briefing.sections),
        figures=draft.figures,
        doubts=draft.to_check,
    )
    notes = [note for note in made.notes if not note.removed]
    yield from (f"  {note.said(words)}" for note in notes[:_MOST_TOLD])
    if len(notes) > _MOST_TOLD:
        yield "  " + words("draft.more-notes", count=len(notes) - _MOST_TOLD)
