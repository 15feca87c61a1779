"""What a scene says in words: title, the line below it, and itself as sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from viewer.chart.datum import Datum
from viewer.chart.notation import Treatment
from viewer.chart.request import Ask
from viewer.chart.scene import Axis, Form, Mark, Place
from viewer.i18n import Words, inner
from viewer.model import Kind, Qualifier, Standing
from viewer.proof.measure import plain_unit, too_far_apart

_STOPS = re.compile(r"[。.．;；,，、:：\s]+$")
_SIGN = re.compile(r"[+−](?=\d)")
_RANGE = re.compile(r"(?<=\d)\s*[-—–~～]+\s*(?=\d)")
DOT = " · "
NAMED = 3
"""So many paragraphs are counted out; of more, the first and the last."""


@dataclass(frozen=True, slots=True)
class Told:
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
    whole = _whole(ask)
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
        *_measured(ask, form, words),
        *_bound(ask.data, words),
        *_scale(axis, form, words),
        *_key(ask.data, form, words),
        _paragraphs(ask.data, words),
    ]
    return DOT.join(part for part in said if part)


def _whole(ask: Ask) -> Datum | None:
    """The one whole that all are parts of."""
    wholes = [ask.whole_of(datum) for datum in ask.data]
    return wholes[0] if wholes and all(one == wholes[0] for one in wholes) else None


def _measured(ask: Ask, form: Form, words: Words) -> list[str]:
    first = ask.data[0]
    unit = first.unit
    if form is Form.CARDS:
        return _reasons(ask, words)
    if form is Form.CHANGE:
        versus = first.metric.versus
        base = words("chart.versus", versus=versus) if versus else words("chart.no-versus")
        return [words("chart.change", unit=unit), base, words("chart.own-scale")]
    if form in {Form.SHARE, Form.PARTS}:
        return _shared(ask, form, words)
    same = words("chart.unit", unit=unit) if unit else ""
    if form is Form.STAGES:
        return [same, words("chart.of-the-one-before")]
    if first.kind is Kind.CHANGE and first.metric.versus:
        return [same, words("chart.versus", versus=first.metric.versus)]
    return [same]


def _reasons(ask: Ask, words: Words) -> list[str]:
    """Why cards share no axis."""
    unsaid = any(datum.kind is Kind.CHANGE and datum.value is None for datum in ask.data)
    apart = [words("chart.no-axis")] if _needs_reason(ask) else []
    return [*apart, words("chart.no-direction")] if unsaid else apart


def _needs_reason(ask: Ask) -> bool:
    """Whether to say why cards share no axis: where they could not, and the author does not."""
    alike = len({(datum.kind, plain_unit(datum.unit)) for datum in ask.data}) == 1
    could = alike and not too_far_apart(datum.point for datum in ask.data)
    return len(ask.data) > 1 and not could and not ask.note


def _shared(ask: Ask, form: Form, words: Words) -> list[str]:
    whole = _whole(ask)
    how = "chart.parts-of" if form is Form.PARTS else "chart.each-of"
    if whole is not None:
        unit = words("chart.unit", unit=whole.unit) if whole.unit else ""
        if whole.metric.standing is Standing.TARGET and form is Form.SHARE:
            how = "chart.each-of-target"
        return [unit, words(how, whole=whole.as_written)]
    units = {
        plain_unit(datum.unit): datum.unit for datum in ask.data if ask.whole_of(datum) is None
    }
    unit = next(iter(units.values())) if len(units) == 1 else ""
    said = words("chart.share", unit=unit) if unit else words("chart.share-plain")
    return [said, words("chart.parts-of-all")] if form is Form.PARTS else [said]


def _bound(data: Sequence[Datum], words: Words) -> list[str]:
    bounds = {datum.metric.qualifier for datum in data}
    bound = next(iter(bounds))
    if len(bounds) > 1 or bound is Qualifier.EXACT:
        return []
    return [words(f"chart.bound-{bound.value}")]


def _scale(axis: Axis, form: Form, words: Words) -> list[str]:
    if axis.log:
        return [words("chart.log")]
    return [words("chart.not-from-zero")] if form is Form.LINE and axis.low > 0 else []


def _key(data: Sequence[Datum], form: Form, words: Words) -> list[str]:
    """What the marks over periods are that are no facts of the passage: there is no place beside
    their values to say so."""
    if form not in {Form.LINE, Form.COLUMN}:
        return []
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


def spoken_of(told: Told, form: Form, marks: Sequence[Mark], words: Words) -> str:
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
    if mark.base:
        whole = mark.computed is not None or mark.place is Place.WHOLE
        lines.append(words("chart.tip-of" if whole else "chart.tip-versus", base=mark.base))
    if mark.computed:
        lines.append(words("chart.tip-computed", formula=mark.computed.formula))
    if mark.before:
        lines.append(words("chart.tip-before", formula=mark.before.formula))
    if mark.origin:
        lines.append(words("chart.origin", origin=mark.origin))
    return "\n".join(lines)
