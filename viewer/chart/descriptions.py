"""What a scene says in words: title, the line below it, and itself as sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.chart.datum import Datum
from viewer.chart.kinds import FORM_ROWS
from viewer.chart.notation import Treatment
from viewer.chart.request import Ask
from viewer.chart.scene import Axis, Mark, MarkRole
from viewer.i18n import Words, inner
from viewer.model import Kind, Qualifier, Standing
from viewer.model.chart_kind import Form

_STOPS = re.compile(r"[。.．;；,，、:：\s]+$")
_SIGN = re.compile(r"[+−](?=\d)")
_RANGE = re.compile(r"(?<=\d)\s*[-—–~～]+\s*(?=\d)")
DOT = " · "
NAMED = 3
"""So many paragraphs are counted out; of more, the first and the last."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The words around a chart."""

    title: str
    subtitle: str
    note: str


def title_of(ask: Ask, form: Form, words: Words) -> str:
    """The author's title; else what is measured, named by the figures themselves."""
    if ask.title:
        return ask.title
    labels = list(dict.fromkeys(datum.metric.label for datum in ask.data))
    if form is Form.CARDS:
        return words("chart.cards") if len(labels) > 1 else labels[0]
    whole = ask.whole
    if whole:
        return whole.metric.label
    if len(labels) == 1:
        return labels[0]
    if len(labels) == 2:
        return words("chart.both", first=labels[0], second=labels[1])
    return words("chart.among", first=labels[0], n=len(labels))


def subtitle_of(ask: Ask, form: Form, axis: Axis, words: Words) -> str:
    """Unit, base, bound, scale and paragraph, parted by dots."""
    said = [
        *FORM_ROWS[form].measured(ask, words),
        *_bound(ask.data, words),
        *_scale(axis, words),
        *(_key(ask.data, words) if axis.periods else ()),
        _paragraphs(ask.data, words),
    ]
    return DOT.join(part for part in said if part)


def _bound(data: Sequence[Datum], words: Words) -> list[str]:
    bounds = {datum.metric.qualifier for datum in data}
    bound = next(iter(bounds))
    if len(bounds) > 1 or bound is Qualifier.EXACT:
        return []
    return [words(f"chart.bound-{bound.value}")]


def _scale(axis: Axis, words: Words) -> list[str]:
    if axis.log:
        return [words("chart.log")]
    return [words("chart.not-from-zero")] if axis.periods and axis.low > 0 else []


def _key(data: Sequence[Datum], words: Words) -> list[str]:
    """What the marks over periods are that are no facts of the passage: there is no place beside
    their values to say so."""
    facts = Standing.FACT
    keys = [datum.standing for datum in data if datum.standing is not facts]
    outside = any(datum.treatment is Treatment.STIPPLED for datum in data)
    named = [f"chart.key-{standing.value}" for standing in Standing if standing in keys]
    return [words(key) for key in (*named, *(["chart.key-outside"] if outside else []))]


def _paragraphs(data: Sequence[Datum], words: Words) -> str:
    numbers = sorted({datum.paragraph for datum in data if datum.paragraph})
    if not numbers:
        return words("chart.foreign") if all(datum.origin for datum in data) else ""
    if len(numbers) > NAMED:
        return words("chart.paragraphs", first=numbers[0], last=numbers[-1])
    listed = words("chart.comma").join(str(number) for number in numbers)
    return words("chart.paragraph", numbers=listed, n=len(numbers))


def spoken_of(told: Phrasing, form: Form, marks: Sequence[Mark], words: Words) -> str:
    """The chart read aloud: what it is, then every figure with what is said of it."""
    semicolon = words("chart.semicolon")
    one = len({mark.label for mark in marks}) == 1  # a series is named by the title
    said = semicolon.join(
        spoken_mark(mark, words, mark.period if one and mark.period else mark.name)
        for mark in marks
    )
    head = words("chart.spoken-form", title=told.title, form=words(f"chart.form-{form.value}"))
    below = told.subtitle.replace(DOT, semicolon)
    parts = (head, below[:1].upper() + below[1:], said, told.note)
    return "".join(_sentence(part, words) for part in parts if part).strip()


def _sentence(text: str, words: Words) -> str:
    """`text` with one full stop, whether it came with a stop of its own or not."""
    stop = words("chart.stop")
    bare = _STOPS.sub("", text)
    return bare + (stop[1:] if bare.endswith(("!", "?", "！", "？")) else stop)


def spoken_mark(mark: Mark, words: Words, name: str) -> str:
    """One figure read aloud: its signs as words, since voices pass over +, − and —."""
    parts = [_voiced(mark, words)]
    if mark.standing is not Standing.FACT:
        parts.append(words(f"chart.standing-{mark.standing.value}"))
    if mark.computed:
        parts.append(words("chart.spoken-computed", text=mark.computed.text))
    if mark.origin:
        parts.append(words("chart.origin", origin=mark.origin))
    value = words("chart.clause").join(part for part in parts if part)
    return words("chart.spoken", label=name, value=value)


def _voiced(mark: Mark, words: Words) -> str:
    part, slash, whole = mark.as_written.partition(" / ")
    if slash and mark.computed:
        return words("chart.spoken-part", part=part, whole=whole)
    if mark.high is not None:
        return _RANGE.sub(lambda dash: words("chart.spoken-to"), mark.as_written, count=1)
    sign = _SIGN.search(mark.as_written)
    if sign is None:
        return mark.as_written
    way = "rise" if sign.group() == "+" else "fall"
    if mark.kind is not Kind.CHANGE:
        way = "minus"
    return words(f"chart.spoken-{way}", value=_SIGN.sub("", mark.as_written))


def tip_of(mark: Mark, words: Words) -> str:
    """All that is known of a figure, a line each: name, number, quote, formula, origin."""
    lines = [line for line in (mark.name, mark.in_digits or mark.as_written) if line]
    if mark.standing is not Standing.FACT:
        lines.append(words(f"chart.standing-{mark.standing.value}"))
    if mark.quote:
        lines.append(words("chart.tip-quote", quote=inner(mark.quote)))
    return "\n".join((*lines, *unseen_of(mark, words)))


def unseen_of(mark: Mark, words: Words) -> tuple[str, ...]:
    """The lines of `tip_of` that neither the chart nor the quote in the passage shows: base,
    formula, earlier value, origin."""
    lines = []
    if mark.base:
        whole = mark.computed is not None or mark.place is MarkRole.WHOLE
        lines.append(words("chart.tip-of" if whole else "chart.tip-versus", base=mark.base))
    if mark.computed:
        lines.append(words("chart.tip-computed", formula=mark.computed.formula))
    if mark.before:
        lines.append(words("chart.tip-before", formula=mark.before.formula))
    if mark.origin:
        lines.append(words("chart.origin", origin=mark.origin))
    return tuple(lines)
