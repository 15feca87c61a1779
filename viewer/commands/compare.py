"""`compare`: two editions of a report, figure by figure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.commands.objects import figure_object
from viewer.commands.terminal import tell
from viewer.datafile.nature import report_kind_at
from viewer.datafile.overwrite import require_sound
from viewer.draft import draft_report
from viewer.draft.readers.unwrap import display_width
from viewer.editions.comparison import Editions, compare_editions
from viewer.editions.difference import Difference
from viewer.editions.entries import Edition, EditionFigure
from viewer.editions.lines import difference_line, printed
from viewer.editions.match import Pair
from viewer.editions.restated import Restated
from viewer.editions.wording import edition_name
from viewer.i18n import Words
from viewer.model import Briefing, Proof, ViewerError
from viewer.pipeline import open_briefing
from viewer.proof import prove

FINE, NO_PAIR = 0, 1
_WIDEST = 36
"""Columns of a terminal that a label or a value takes at most before it moves the others."""


def run(argv: Sequence[str], words: Words) -> int:
    """Compare two editions; 0 where figures of both are one measure, 1 where none are."""
    parser = Arguments("compare", words)
    parser.add_argument("old", metavar="OLD", help=words("command.compare.old"))
    parser.add_argument("new", metavar="NEW", help=words("command.compare.new"))
    parser.add_argument("--json", action="store_true", help=words("command.compare.json"))
    given = parser.parse_args(argv)
    old, new = _edition(Path(given.old)), _edition(Path(given.new))
    if old[0] == new[0]:
        raise ViewerError("compare-same", old=given.old, new=given.new)
    found = compare_editions(old, new)
    if given.json:
        tell(as_json(found, given.old, given.new))
    elif found.pairs:
        tell("\n".join(as_lines(found, words)))
    else:
        tell(words("edition.none", old=given.old, new=given.new), error=True)
    return FINE if found.pairs else NO_PAIR


def _edition(path: Path) -> tuple[Briefing, Proof]:
    """A briefing with its proof; of a report, the one that `draft --all` would write.

    ViewerError where the file cannot be read or has errors.
    """
    if report_kind_at(path) is not None:
        briefing = draft_report(path).briefing
        return briefing, prove(briefing)
    opened = open_briefing(path)
    require_sound(path, opened.issues, "compare-unsound")
    assert opened.briefing is not None  # whatever is no briefing has an error
    return opened.briefing, opened.proof


def as_json(found: Editions, old: str, new: str) -> str:
    """One object: the two files, the pairs, what stands in one only, and what is given again."""
    told = {
        "old": _file(old, found.old),
        "new": _file(new, found.new),
        "pairs": [_pair(one, found.difference(one)) for one in found.pairs],
        "only_a": [_figure(one) for one in found.only_old],
        "only_b": [_figure(one) for one in found.only_new],
        "restated": [_restated(one) for one in found.restated],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _file(name: str, one: Edition) -> dict[str, object]:
    return {"file": name, "title": one.briefing.title, "period": one.briefing.period}


def _figure(entry: EditionFigure) -> dict[str, object]:
    """A figure as `check --json` has it; one from outside the passage has no place in it."""
    told: dict[str, object] = {
        "section": entry.section.id,
        "metric": entry.key,
        "surface": entry.point.written,
        "value": float(entry.point.value),
        "unit": entry.metric.unit,
    }
    if entry.figure is not None:
        told = figure_object(entry.metric, entry.figure)
    return told | {"label": entry.label, "again": [one.key for one in entry.also]}


def _pair(pair: Pair, found: Difference) -> dict[str, object]:
    return {
        "a": _figure(pair.old),
        "b": _figure(pair.new),
        "sure": pair.sure,
        "difference": _difference(found),
    }


def _difference(found: Difference) -> dict[str, object]:
    if found.reason is not None:
        return {"reason": found.reason}
    relative = None if found.relative is None else float(found.relative)
    return {
        "value": float(found.value),
        "low": found.low,
        "high": found.high,
        "points": found.compared.points,
        "percent": relative,
        "certain": found.certain,
    }


def _restated(one: Restated) -> dict[str, object]:
    return {"b": _figure(one.new), "of": _figure(one.old), "agrees": one.agrees}


def as_lines(found: Editions, words: Words) -> Iterator[str]:
    """The comparison for a reader: pairs by sections of the new edition, then all else."""
    yield words("edition.old", title=edition_name(found.old.briefing))
    yield words("edition.new", title=edition_name(found.new.briefing))
    if not found.sure:
        yield words("edition.unlike")
    for section in found.new.briefing.sections:
        rows = [_row(one, found, words) for one in found.sure if one.new.section is section]
        if rows:
            yield from ("", section.title, *_aligned([_head(words), *rows]))
    doubtful = [_row(one, found, words) for one in found.doubtful]
    yield from _part("edition.ask", doubtful, words)
    differing = [_again(one, words) for one in found.restated if one.agrees is False]
    yield from _part("edition.restated", differing, words)
    yield from _part("edition.only-old", _alone(found.only_old, words), words)
    yield from _part("edition.only-new", _alone(found.only_new, words), words)
    yield ""
    yield words(
        "edition.count",
        sure=len(found.sure),
        ask=len(found.doubtful),
        old=len(found.only_old),
        new=len(found.only_new),
        again=len(found.restated),
        wrong=len(differing),
    )


def _head(words: Words) -> tuple[str, ...]:
    return tuple(words(f"edition.column.{name}") for name in ("label", "then", "now", "difference"))


def _row(pair: Pair, found: Editions, words: Words) -> tuple[str, ...]:
    old, new = pair.old, pair.new
    label = new.label if new.label == old.label or pair.sure else f"{old.label} / {new.label}"
    moved = difference_line(found.difference(pair), new, words)
    return label, printed(old, words), printed(new, words), moved


def _again(one: Restated, words: Words) -> tuple[str, ...]:
    return one.old.label, printed(one.old, words), printed(one.new, words)


def _alone(entries: Iterable[EditionFigure], words: Words) -> list[tuple[str, ...]]:
    return [(one.label, printed(one, words)) for one in entries]


def _part(key: str, rows: Sequence[tuple[str, ...]], words: Words) -> Iterator[str]:
    if rows:
        yield from ("", words(key), *_aligned(rows))


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns as a terminal shows them, where a hanzi takes two places."""
    count = len(rows[0])
    widths = [min(_WIDEST, max(display_width(row[at]) for row in rows)) for at in range(count - 1)]
    for row in rows:
        padded = (
            f"{cell}{' ' * max(0, width - display_width(cell))}"
            for cell, width in zip(row, widths, strict=False)
        )
        yield "  " + "  ".join((*padded, row[-1]))
