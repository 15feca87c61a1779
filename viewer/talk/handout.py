"""The questions of a talk as a table to hand out: what was asked, of which figure, and the words
of the report that say it."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.i18n import Words
from viewer.talk.question import Question
from viewer.talk.steps import Talk

COLUMNS = ("question", "where", "quote", "asked", "answered")
"""The columns, by the ends of the keys of their headings (`talk.handout.<name>`)."""


def handout(talk: Talk, questions: Sequence[Question], words: Words) -> tuple[tuple[str, ...], ...]:
    """A row a question, in the order in which they were asked, with the cells of `COLUMNS`."""
    return tuple(_row(talk, question, words) for question in questions)


def handout_heads(words: Words) -> tuple[str, ...]:
    """The headings of the columns."""
    return tuple(words(f"talk.handout.{name}") for name in COLUMNS)


def _row(talk: Talk, question: Question, words: Words) -> tuple[str, ...]:
    step, part = talk.steps[question.place], talk.part_at(question.place)
    quote = step.said.quote.of(part.section.passage.text) if step.said is not None else ""
    return (
        question.text.strip(),
        question.where,
        quote,
        question.asked.strftime("%Y-%m-%d %H:%M"),
        words("talk.handout.yes" if question.answered else "talk.handout.open"),
    )
