"""Where a number or words lead: a section by its number, a figure by its value, or by words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from viewer.i18n import LANGUAGES, load
from viewer.model import Span, StepKind
from viewer.quantities import find, parse_value
from viewer.talk.figure import label_of
from viewer.talk.initials import has_initials
from viewer.talk.sentence import highlighted_span
from viewer.talk.steps import Part, Step, Talk
from viewer.talk.story import PAIRED

LEAST_INITIALS = 2

MOST_FOUND = 60
"""More places than this are no list that anybody reads."""


def places(talk: Talk, asked: str) -> tuple[int, ...]:
    """The places of the talk that `asked` leads to, the likeliest first, each once.

    First a section's number, the step that the room counts so, the figures that are this number
    (`25000` is 2.5 万, `80%` is 八成), and figures that begin so; where there are none, names of
    pages, titles and labels with these words or these initials of their pinyin, then passages that
    say it.
    """
    asked = asked.strip()
    if not asked:
        return ()
    for roads in (
        (_by_section_number, _by_step_number, _by_value, _by_first_digits),
        (_by_name, _by_initials, _by_passage),
    ):
        found = dict.fromkeys(place for road in roads for place in road(talk, asked))
        if found:
            return _without_pairs(talk, tuple(found))[:MOST_FOUND]
    return ()


def _without_pairs(talk: Talk, found: tuple[int, ...]) -> tuple[int, ...]:
    """The places without the comparisons of a figure that is found by itself too."""
    alone = {talk.steps[at].key for at in found if talk.steps[at].kind is StepKind.FIGURE}

    def is_pair(step: Step) -> bool:
        return step.kind in PAIRED and step.key in alone

    return tuple(place for place in found if not is_pair(talk.steps[place]))


def is_place_number(talk: Talk, asked: str) -> bool:
    """Whether a number that was typed is that of a section or of a step that the room counts."""
    roads = (_by_section_number, _by_step_number)
    return any(next(road(talk, asked), None) is not None for road in roads)


def _by_section_number(talk: Talk, asked: str) -> Iterator[int]:
    if asked.isdecimal():
        yield from (p.first for p in talk.parts if p.number == int(asked) > 0)


def _by_step_number(talk: Talk, asked: str) -> Iterator[int]:
    if asked.isdecimal() and 1 <= int(asked) <= len(talk.beats):
        yield talk.beats[int(asked) - 1]


def _by_first_digits(talk: Talk, asked: str) -> Iterator[int]:
    """Figures whose digits as printed begin with those typed: 12 is the beginning of 1,260."""
    digits = asked.replace(",", "")
    if not digits.replace(".", "").isdecimal():
        return
    for place, step in enumerate(talk.steps):
        if step.point is not None:
            printed = step.said.quantity.surface if step.said else step.point.written
            if printed.replace(",", "").lstrip("-−").startswith(digits):
                yield place


def _by_value(talk: Talk, asked: str) -> Iterator[int]:
    parsed = parse_value(asked)
    for part in talk.parts:
        hits = _hits(talk, part, asked)
        for place in range(part.first, part.end):
            step = talk.steps[place]
            if _is_value_hit(step, hits) or (parsed and _is_number(step, parsed)):
                yield place


def _by_name(talk: Talk, asked: str) -> Iterator[int]:
    wanted = asked.casefold()
    for place, step in enumerate(talk.steps):
        if any(wanted in name.casefold() for name in _names(talk, place, step)):
            yield place


def _by_initials(talk: Talk, asked: str) -> Iterator[int]:
    """Titles and labels by the first letters of their pinyin: `pcs` for 派出所."""
    wanted = asked.casefold()
    if len(wanted) < LEAST_INITIALS or not (wanted.isascii() and wanted.isalpha()):
        return
    for place, step in enumerate(talk.steps):
        if any(has_initials(name, wanted) for name in _names(talk, place, step)):
            yield place


def _names(talk: Talk, place: int, step: Step) -> tuple[str, ...]:
    """What a step is called: its figure, its section and chart, or what its page is for."""
    if step.metric is not None:
        return (label_of(step),)
    part = talk.part_at(place)
    if part.number:
        return tuple(filter(None, (part.section.title, step.title)))
    own = (talk.briefing.title,) if step.kind is StepKind.TITLE else ()
    return (*own, *_page_names(step.kind))


@cache
def _page_names(kind: StepKind) -> tuple[str, ...]:
    """What a page is called in each language: the console and the room may have two."""
    return tuple(load(language)(f"talk.step.{kind}") for language in LANGUAGES)


def _by_passage(talk: Talk, asked: str) -> Iterator[int]:
    """The figure whose lit words hold the hit, the section's title where none does."""
    for part in talk.parts:
        text = part.section.passage.text
        lit = {
            place: highlighted_span(text, said.quote)
            for place in range(part.first, part.end)
            if (said := talk.steps[place].said)
        }
        for hit in _hits(talk, part, asked):
            holding = [place for place, span in lit.items() if span.meets(hit)]
            yield from holding[:1] or [part.first]


def _hits(talk: Talk, part: Part, asked: str) -> tuple[Span, ...]:
    return _found(part.section.passage.text, asked, talk.briefing.language)


@lru_cache(maxsize=1_000)
def _found(text: str, asked: str, language: str) -> tuple[Span, ...]:
    """What is typed is looked for as it grows, for the picture that is painted ahead and for the
    list, and once more at Enter: a passage is read for its numbers once."""
    return find(text, asked, language)


def _is_value_hit(step: Step, hits: tuple[Span, ...]) -> bool:
    """Whether a hit is this figure: the same number, not words that happen to stand in it."""
    if step.said is None:
        return False
    figure = step.said.quantity
    return any(figure.words.holds(hit) or hit.holds(figure.span) for hit in hits)


def _is_number(step: Step, parsed: tuple[Decimal, Decimal | None]) -> bool:
    point = step.point
    return point is not None and parsed[0] in (point.value, point.high)
