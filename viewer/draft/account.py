"""How much of a report stands in its draft, and what does not: nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from viewer.draft.contents import Dropped
from viewer.draft.notes import Note
from viewer.draft.outline import Outline, OutlinePart
from viewer.draft.readers.report import Report, TextExtent

_SHOWN = 3
"""How many of the lines left out for one reason a note quotes."""


def account(report: Report, made: Outline, left: int, worded: int = 0) -> Note:
    """How much of what the file shows stands in the draft; a doubt where that is not half, of
    another kind where the words are there and no quote tells their numbers apart.

    `left` figures stand in the words but are no figures of the draft: no quote proves them.
    `worded` figures are written without a digit (三成, three of five) and count too. What
    was left out as the furniture of a page counts as left out, but raises no doubt by itself.
    """
    aside = [each.text for each in made.dropped]
    whole = report.extent or TextExtent.of([*_texts_of(report), *report.dropped])
    kept = TextExtent.of([made.title, *(text for part in made.parts for text in _texts(part))])
    both = whole.common(kept)
    known = whole.common(TextExtent.of([*aside, *report.dropped]))
    numbers = max(0, both.number_count + worded - left)
    params = {
        "share": round(100 * both.letter_count / whole.letter_count) if whole.letter_count else 100,
        "numbers": numbers,
        "of": whole.number_count + worded,
    }
    little = 2 * both.letter_count < whole.letter_count - known.letter_count
    few = 2 * numbers < params["of"] - known.number_count
    unproven = few and not little and 2 * left >= params["of"] - numbers
    code = "kept-unproven" if unproven else "kept-little" if little or few else "kept"
    return Note(code, params)


def dropped_notes(dropped: Sequence[Dropped]) -> Iterable[Note]:
    """A note for each reason for which lines were left out, the first few of them quoted."""
    for role in dict.fromkeys(each.role for each in dropped):
        texts = [each.text for each in dropped if each.role == role]
        shown = " · ".join(dict.fromkeys(texts[:_SHOWN]))
        more = len(texts) - _SHOWN
        yield Note(f"dropped-{role}", {"text": f"{shown} … (+{more})" if more > 0 else shown})


def _texts_of(report: Report) -> Iterable[str]:
    return (block.text for block in report.blocks)


def _texts(part: OutlinePart) -> tuple[str, ...]:
    """The words of a part; a heading without words of its own is its passage too."""
    return (part.passage,) if part.title == part.passage else (part.title, part.passage)
