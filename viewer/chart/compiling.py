"""The compile of a section, in numbered steps: metrics and the author's charts to scenes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from viewer.chart.datum import CompileContext, Datum, context, data_of, starts_of
from viewer.chart.descriptions import DOT, Phrasing, spoken_of, subtitle_of, title_of
from viewer.chart.kinds import chosen
from viewer.chart.kinds.cards import CARDS
from viewer.chart.kinds.form_row import FormRow
from viewer.chart.marks import Marks, unit_once
from viewer.chart.notes import marks_with_notes, with_bases
from viewer.chart.request import Ask, Group, authored, gathered, noted, with_notes
from viewer.chart.scene import Scene
from viewer.design import series_role
from viewer.i18n import Words
from viewer.i18n.content_language import own_words
from viewer.model import Briefing, Key, Section
from viewer.model.chart_kind import Form
from viewer.proof import Figure
from viewer.proof.ties import attached_to, computable_bases, printed_bases, with_wholes

MOST_CARDS = 6
"""Cards of one chart where no author put them together: of more, nobody sees which belong
together."""


@dataclass(frozen=True, slots=True)
class Wording:
    """In which words a chart speaks: `own`, in the language of the section; `lead` is the key of
    the figure that stands out."""

    own: Words
    lead: Key = ""


def compile_section(
    section: Section, briefing: Briefing, figures: Mapping[Key, Figure], words: Words
) -> tuple[Scene, ...]:
    """The charts of a section: the author's in order, then the rest in text order.

    Every figure of the section is in one scene at least; an author's chart that breaks a rule is
    drawn as cards (the check says which rule).
    """
    # 1. Gather what file and proof say of every figure.
    section = replace(section, metrics=with_wholes(section.metrics, section.relations))
    own = own_words(section, briefing, words)
    ctx = context(section, briefing, figures, own)
    groups = {metric.id: data_of(metric, ctx) for metric in section.metrics if metric.points}
    wholes = _wholes(groups, ctx)
    # 2. What the author asks to see together, and 3. the rest by kind, unit and paragraph, but for
    #    what the file ties to a figure: a change stands at the end of its level.
    ties = attached_to(section.metrics, section.relations)
    asked = tuple(noted(ask, ties) for ask in authored(section.charts, groups, wholes))
    left = _left(groups, asked)
    tied = _attached(left, asked, ties, wholes)
    notes = tuple(datum for group in tied.values() for datum in group)
    asked = tuple(_with_notes(ask, notes, ties) for ask in asked)
    loose = {id_: group for id_, group in left.items() if id_ not in tied}
    # 4. Choose each one's form; figures without a peer become one chart of cards.
    rest = [_with_notes(ask, notes, ties) for ask in gathered(loose, wholes)]
    asks = [*asked, *_merged(rest, wholes)]
    bases = computable_bases(section.relations) | printed_bases(section.relations)
    asks = [replace(ask, bases=bases) for ask in asks] if bases else asks
    asks.sort(key=lambda ask: not _leads(ask, section.lead))
    # 5. Marks, axis, words.
    said = Wording(own, section.lead)
    scenes = [_scene(ask, chosen(ask), said) for ask in asks]
    # 6. Nothing is left out.
    forgotten = _forgotten(groups.values(), scenes)
    if forgotten:
        ask = Ask("rest", forgotten, wholes)
        scenes.append(_scene(ask, CARDS, said))
    return tuple(scenes)


def _wholes(groups: Mapping[str, Group], ctx: CompileContext) -> dict[str, Datum]:
    """The figures that others are parts of, by metric id; they may stand in another section."""
    named = {datum.metric.of for group in groups.values() for datum in group if datum.metric.of}
    found = {of: groups[of][0] for of in named if of in groups and len(groups[of]) == 1}
    missing = named - set(groups)
    if not missing:
        return found
    for section in ctx.briefing.sections:
        there = replace(ctx, section=section, starts=starts_of(section))
        for metric in section.metrics:
            if metric.id in missing and len(metric.points) == 1:
                found[metric.id] = data_of(metric, there)[0]
    return found


def _left(groups: Mapping[str, Group], asked: Iterable[Ask]) -> dict[str, Group]:
    used = {datum.metric.id for ask in asked for datum in (*ask.data, *ask.notes)}
    used |= {of for ask in asked for of in ask.shown_wholes}
    return {metric: group for metric, group in groups.items() if metric not in used}


def _attached(
    left: Mapping[str, Group],
    asked: Iterable[Ask],
    ties: Mapping[str, str],
    wholes: Mapping[str, Datum],
) -> dict[str, Group]:
    """The changes and rates that stand at the end of their level, where a chart draws it so."""
    could = {id_: group for id_, group in left.items() if id_ in ties}
    if not could:
        return {}
    others = {id_: group for id_, group in left.items() if id_ not in could}
    asks = [*asked, *gathered(others, wholes)]
    carrying = {datum.metric.id for ask in asks if _carries(ask) for datum in ask.data}
    return {id_: group for id_, group in could.items() if ties[id_] in carrying}


def _with_notes(ask: Ask, notes: Group, ties: Mapping[str, str]) -> Ask:
    return with_notes(ask, notes, ties) if notes and _carries(ask) else ask


def _carries(ask: Ask) -> bool:
    return chosen(ask).annotated


def _is_cards(ask: Ask) -> bool:
    return chosen(ask) is CARDS


def _merged(asks: Iterable[Ask], wholes: Mapping[str, Datum]) -> list[Ask]:
    """Charts in text order; what would be cards as rows of cards at their paragraphs."""
    forms = [(ask, _is_cards(ask)) for ask in asks]
    charts = [ask for ask, cards in forms if not cards]
    apart = [ask for ask, cards in forms if cards]
    charts += _cards(apart, wholes)
    charts.sort(key=lambda ask: min(datum.position for datum in ask.data))
    return charts


def _cards(asks: Iterable[Ask], wholes: Mapping[str, Datum]) -> Iterator[Ask]:
    """Charts of cards: those of a paragraph together, and of the next ones as long as they are no
    more than `MOST_CARDS`."""
    asks = tuple(asks)
    lone = sorted((d for ask in asks for d in ask.data), key=lambda datum: datum.position)
    notes = tuple(datum for ask in asks for datum in ask.notes)
    ties = next((ask.ties for ask in asks if ask.notes), {})
    for number, row in enumerate(_rows(lone), 1):
        name = "cards" if number == 1 else f"cards-{number}"
        yield with_notes(Ask(name, row, wholes, form=CARDS.kind), notes, ties)


def _rows(lone: Iterable[Datum]) -> Iterator[Group]:
    """Figures in text order, a paragraph that has room in a row not parted between two."""
    row: Group = ()
    for _, found in groupby(lone, key=lambda datum: datum.paragraph):
        here = tuple(found)
        if row and len(row) + len(here) > MOST_CARDS:
            yield row
            row = ()
        while len(here) > MOST_CARDS:
            yield here[:MOST_CARDS]
            here = here[MOST_CARDS:]
        row += here
    if row:
        yield row


def _scene(ask: Ask, row: FormRow, said: Wording) -> Scene:
    role = series_role(0)  # one colour for data; several only where a chart has several series
    own = said.own
    marks, axis = row.build(ask, role, own)
    marks = marks_with_notes(marks, ask, role, own)
    if row.form is Form.BAR and ask.bases:
        marks, axis = with_bases(marks, axis, ask)
    if row is CARDS:
        marks = _led(marks, said.lead)
    else:
        marks = unit_once(marks, row.measured(ask, own), own)
    topic = title_of(ask, row.form, own)
    title = ask.finding or topic
    below = subtitle_of(ask, row.form, axis, own)
    subtitle = DOT.join(part for part in (topic, below) if part) if ask.finding else below
    return Scene(
        id=ask.id,
        form=row.form,
        title=title,
        topic=topic,
        subtitle=subtitle,
        marks=marks,
        role=role,
        note=ask.note,
        axis=axis,
        spoken=spoken_of(Phrasing(title, subtitle, ask.note), row.form, marks, own),
        computed_word=own("chart.computed"),
        language=own.language,
    )


def _leads(ask: Ask, lead: Key) -> bool:
    """Whether a chart shows the figure that leads its section; it then comes first."""
    return bool(lead) and any(datum.metric.id == lead for datum in (*ask.data, *ask.notes))


def _led(marks: Marks, lead: Key) -> Marks:
    """The cards of a chart, that of the lead figure first and marked so."""
    if not lead or not any(mark.key == lead for mark in marks):
        return marks
    marked = [replace(mark, lead=mark.key == lead) for mark in marks]
    return tuple(sorted(marked, key=lambda mark: lead not in (mark.key, mark.above)))


def _forgotten(groups: Iterable[Group], scenes: Iterable[Scene]) -> Group:
    shown = {key for scene in scenes for key in scene.by_key}
    return tuple(datum for group in groups for datum in group if datum.key not in shown)
