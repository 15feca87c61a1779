"""The relations that were recomputed as the rows of one table, the confirmed ones too."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.export.context import Options, Takeaway
from viewer.export.rows import rows_of
from viewer.export.sanitize import one_line
from viewer.i18n.relation_words import rule_words, tally_words, term_words, verdict_words
from viewer.model import RelationKind, RelationTerm, Tally, Verdict

HEADS = ("number", "section", "rule", "terms", "formula", "agreement")
"""The columns; `export.column.<name>` is the heading of each."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation in words: its rule, its terms, its verdict; `numbers` are those of its figures."""

    number: int
    section_id: str
    section: str
    kind: RelationKind
    rule: str
    terms: tuple[RelationTerm, ...]
    named: tuple[str, ...]
    numbers: tuple[int, ...]
    formula: str
    verdict: Verdict
    said: str


def relation_rows(takeaway: Takeaway, options: Options) -> tuple[RelationRow, ...]:
    """Every relation of the chosen sections, numbered over the whole briefing."""
    if not takeaway.recomputed:
        return ()
    titles = {section.id: section.title for section in options.chosen(takeaway.briefing)}
    numbers = {row.key: row.number for row in rows_of(takeaway)}
    return tuple(
        RelationRow(
            number=number,
            section_id=one.section_id,
            section=one_line(titles[one.section_id]),
            kind=one.relation.kind,
            rule=rule_words(one, takeaway.words),
            terms=one.terms,
            named=tuple(map(one_line, term_words(one, takeaway.words))),
            numbers=tuple(numbers.get(term.key, 0) for term in one.terms),
            formula=one_line(one.formula),
            verdict=one.verdict,
            said=one_line(verdict_words(one, takeaway.words)),
        )
        for number, one in enumerate(takeaway.recomputed, start=1)
        if one.section_id in titles
    )


def relation_line(takeaway: Takeaway) -> str:
    """How many relations were recomputed and how many of them do not agree; empty for none."""
    return tally_words(Tally.of(takeaway.recomputed), takeaway.words)
