"""`draft`: writes a briefing from a report, and says what it left out and what it doubts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.datafile import read_briefing, read_bytes, write_briefing
from viewer.draft import Draft, draft_report
from viewer.draft.comments import with_comments
from viewer.draft.update import Update, updated
from viewer.i18n import Words, load
from viewer.model import ViewerError
from viewer.settings import atomic_write

FINE, NO_FIGURES = 0, 1
_MOST_TOLD = 40


def run(argv: Sequence[str], words: Words) -> int:
    """Draft a report; 0 when the briefing is written, 1 when it has no figures."""
    parser = Arguments("draft", words)
    parser.add_argument("report", metavar="REPORT", help=words("command.draft.report"))
    parser.add_argument("-o", "--output", metavar="OUT", help=words("command.draft.output"))
    parser.add_argument(
        "--encoding", default="", metavar="NAME", help=words("command.draft.encoding")
    )
    parser.add_argument("--update", metavar="FILE", help=words("command.draft.update"))
    parser.add_argument("--force", action="store_true", help=words("command.draft.force"))
    given = parser.parse_args(argv)
    out = _target(given.report, given.output, given.update, given.force)
    draft = draft_report(Path(given.report), given.encoding)
    moved = None
    text = ""
    if given.update:
        draft, moved, text = _with_author(draft, Path(given.update))
    text = text or write_briefing(draft.briefing, load(draft.briefing.language))
    if out is None:
        print(text, end="")
    else:
        atomic_write(out, text.encode("utf-8"))
    # The file may stand on standard output: what is said about it never does.
    for line in _told(draft, moved, out, words):
        print(line, file=sys.stderr if out is None else sys.stdout)
    return FINE if draft.figures else NO_FIGURES


def _target(report: str, output: str | None, update: str | None, force: bool) -> Path | None:
    """Where to write: None is standard output. ViewerError rather than overwrite unasked."""
    if output == "-":
        return None
    path = Path(output or update or Path(report).with_suffix(".yaml"))
    asked = force or (update is not None and path == Path(update))
    if path.exists() and not asked:
        raise ViewerError("draft-exists", file=str(path))
    return path


def _with_author(draft: Draft, path: Path) -> tuple[Draft, Update, str]:
    """The draft with its author's work, and the file: as it was where it says the same already."""
    data = read_bytes(path)
    old = read_briefing(data).briefing
    if old is None:
        raise ViewerError("draft-no-briefing", file=str(path))
    moved = updated(old, draft)
    new = moved.draft.briefing
    written = data.decode("utf-8-sig", errors="replace")
    if write_briefing(new) == write_briefing(old):
        return moved.draft, moved, written
    words = load(new.language)
    return moved.draft, moved, with_comments(written, write_briefing(new, words), words)


def _told(draft: Draft, moved: Update | None, out: Path | None, words: Words) -> Iterator[str]:
    yield words(
        "draft.summary",
        file="-" if out is None else out,
        sections=len(draft.briefing.sections),
        figures=draft.figures,
        doubts=len(draft.doubted),
    )
    notes = [*(moved.notes if moved else ()), *draft.notes]
    yield from (f"  {note.said(words)}" for note in notes[:_MOST_TOLD])
    if len(notes) > _MOST_TOLD:
        yield "  " + words("draft.more-notes", count=len(notes) - _MOST_TOLD)
