"""Checks of quotes and the figures in them: each looks at the trials of one section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from viewer.model import Kind, Quantity, Severity, Span, Standing
from viewer.proof.checks.label_proximity import occurs_near
from viewer.proof.checks.scaled_units import rescaled
from viewer.proof.checks.similar import first_difference
from viewer.proof.message_format import as_file, as_text, code, shown
from viewer.proof.passages import place_in
from viewer.proof.values import Breach, Check, Near, Trial, Tried
from viewer.quantities import change_of, standings_of

_BEFORE, _AFTER = 300, 150
"""How many characters around a quote count as near it: some four sentences, then two."""


def _missing(tried: Tried) -> Iterator[Breach]:
    for trial in tried.trials:
        if not trial.quotes and trial.near is None and trial.elsewhere is None:
            yield _at_cite(trial, section=shown(tried.section.title))


def _elsewhere(tried: Tried) -> Iterator[Breach]:
    for trial in tried.trials:
        home = trial.elsewhere
        if home is not None:
            line = place_in(home, home.passage.text.find(trial.point.cite or "")).line
            yield _at_cite(trial, section=shown(home.title), line=line)


def _differing(differs: str) -> Callable[[Tried], Iterator[Breach]]:
    def find(tried: Tried) -> Iterator[Breach]:
        for trial in tried.trials:
            if trial.near is not None and trial.near.differs == differs:
                yield _at_cite(trial, **_nearly(tried, trial, trial.near))

    return find


def _nearly(tried: Tried, trial: Trial, near: Near) -> dict[str, object]:
    """Where the similar words stand, and the first character in which they differ."""
    cite, found = trial.point.cite or "", near.span.of(tried.section.passage.text)
    at = first_difference(cite, found)
    return {
        "found": shown(found),
        "line": place_in(tried.section, near.span.start).line,
        "at": at + 1,
        "wrote": code(cite[at : at + 1]),
        "stands": code(found[at : at + 1]),
    }


def _twice(tried: Tried) -> Iterator[Breach]:
    for trial in tried.trials:
        if len(trial.quotes) > 1:
            first, second = (place_in(tried.section, quote.start) for quote in trial.quotes)
            yield _at_cite(
                trial,
                line=first.line,
                column=first.column,
                other_line=second.line,
                other_column=second.column,
            )


def _no_figure(tried: Tried) -> Iterator[Breach]:
    for trial in _quoted(tried):
        if not trial.inside and not trial.cut:
            yield _at_cite(trial, file=as_file(trial.metric, trial.point))


def _cut(tried: Tried) -> Iterator[Breach]:
    for trial in _quoted(tried):
        if not trial.inside and trial.cut:
            yield _at_cite(trial, text=as_text(trial.cut, tried.section.passage.text))


def _figure_twice(tried: Tried) -> Iterator[Breach]:
    for trial in _quoted(tried):
        if len(trial.agreeing) > 1:
            text = as_text(trial.agreeing, tried.section.passage.text)
            yield _at_cite(trial, text=text, n=len(trial.agreeing))


def _value(tried: Tried) -> Iterator[Breach]:
    for trial, rival in _rivals(tried):
        if "value" in trial.wrong and not rescaled(trial.metric, trial.point, rival):
            others = [q for q in trial.inside if q.is_metric and q is not rival]
            yield _disagreement(tried, trial, rival, as_text([rival, *others], _text(tried)))


def _scale(tried: Tried) -> Iterator[Breach]:
    for trial, rival in _rivals(tried):
        if "value" in trial.wrong and (means := rescaled(trial.metric, trial.point, rival)):
            found = _disagreement(tried, trial, rival, as_text([rival], _text(tried)))
            value, unit = means
            yield _with(found, unit=shown(trial.metric.unit), value=shown(value), plain=shown(unit))


def _unit(tried: Tried) -> Iterator[Breach]:
    for trial, rival in _rivals(tried):
        if "unit" in trial.wrong and "value" not in trial.wrong:
            found = _disagreement(tried, trial, rival, as_text([rival], _text(tried)))
            yield _with(found, unit=_or_dash(trial.metric.unit), text_unit=_or_dash(rival.unit))


def _qualifier(tried: Tried) -> Iterator[Breach]:
    for trial, rival in _rivals(tried):
        if "qualifier" in trial.wrong and "value" not in trial.wrong:
            found = _disagreement(tried, trial, rival, as_text([rival], _text(tried)))
            yield _with(
                found,
                qualifier=trial.metric.qualifier.value,
                text_qualifier=rival.qualifier.value,
            )


def _kind(tried: Tried) -> Iterator[Breach]:
    """Only a share taken for a change or the reverse: both are percent, and both mislead."""
    confused = {Kind.SHARE, Kind.CHANGE}
    for trial in tried.trials:
        quantity = trial.quantity
        if quantity is not None and {quantity.kind, trial.metric.kind} == confused:
            yield _at_cite(trial, file=trial.metric.kind.value, text=quantity.kind.value)


def _rank(tried: Tried) -> Iterator[Breach]:
    """A rank or a number in an order that has a unit, as if so many were counted: 第5位."""
    for trial in tried.trials:
        quantity = trial.quantity
        if quantity is not None and quantity.kind is Kind.RANK and trial.metric.unit:
            yield _at_cite(trial, unit=shown(trial.metric.unit))


def _direction(tried: Tried) -> Iterator[Breach]:
    """A change that no word, no sign and no label sends up or down."""
    for trial in tried.trials:
        metric, point = trial.metric, trial.point
        if metric.kind is not Kind.CHANGE or trial.quantity is None:
            continue
        if point.value.is_finite() and change_of(metric, point, trial.quantity) is None:
            yield _at_cite(trial)


def _doubtful(tried: Tried) -> Iterator[Breach]:
    """A number that the scanner doubts, unless the sign that the author wrote settles its dash."""
    for trial in tried.trials:
        quantity = trial.quantity
        if quantity is None or not quantity.doubt:
            continue
        signed = trial.point.written.lstrip()[:1] in ("+", "-", "−")
        if quantity.doubt != "dash" or not signed:
            yield _at_cite(trial, text=as_text([quantity], _text(tried)))


def _standing(tried: Tried) -> Iterator[Breach]:
    """A figure that the file takes for a fact, of words that aim at it, plan or expect it."""
    facts = [one for one in tried.trials if one.metric.standing_at(one.point) is Standing.FACT]
    if not any(one.quantity is not None for one in facts):
        return
    standings = standings_of(_text(tried), tried.known.briefing.language, tried.section.title)
    for trial in facts:
        if trial.quantity is None:
            continue
        told = standings.of(trial.quantity)
        if told is not Standing.FACT:
            yield _at_cite(trial, text=told.value)


def _label(tried: Tried) -> Iterator[Breach]:
    text, title = _text(tried), tried.section.title
    for trial in tried.trials:
        if trial.quantity is not None:
            quote = trial.quotes[0]
            around = text[max(0, quote.start - _BEFORE) : quote.end + _AFTER]
            if not occurs_near(trial.metric.label, f"{title}\n{around}"):
                yield _at_cite(trial, line=place_in(tried.section, quote.start).line)


def _shared(tried: Tried) -> Iterator[Breach]:
    taken: dict[Span, Trial] = {}
    for trial in tried.trials:
        if trial.quantity is not None:
            first = taken.setdefault(trial.quantity.span, trial)
            if first is not trial:
                text = as_text([trial.quantity], _text(tried))
                yield _at_cite(trial, other=shown(first.metric.label), text=text)


def _quoted(tried: Tried) -> Iterator[Trial]:
    return (trial for trial in tried.trials if len(trial.quotes) == 1)


def _rivals(tried: Tried) -> Iterator[tuple[Trial, Quantity]]:
    for trial in _quoted(tried):
        if trial.rival is not None and not trial.agreeing:
            yield trial, trial.rival


def _disagreement(tried: Tried, trial: Trial, rival: Quantity, text: str) -> Breach:
    line = place_in(tried.section, rival.span.start).line
    return _at_cite(trial, file=as_file(trial.metric, trial.point), text=text, line=line)


def _at_cite(trial: Trial, **params: object) -> Breach:
    point = trial.point
    told = {"label": shown(trial.metric.label), "cite": shown(point.cite or ""), **params}
    return Breach(point.place, f"{point.path}.cite", told)


def _with(found: Breach, **params: object) -> Breach:
    return Breach(found.place, found.path, {**found.params, **params})


def _text(tried: Tried) -> str:
    return tried.section.passage.text


def _or_dash(unit: str) -> str:
    return shown(unit) or "—"


QUOTE_CHECKS: tuple[Check[Tried], ...] = (
    Check("quote-missing", Severity.ERROR, "a quote that the passage does not have", _missing),
    Check(
        "quote-space",
        Severity.ERROR,
        "a quote that differs from the passage in white space only",
        _differing("space"),
    ),
    Check(
        "quote-width",
        Severity.ERROR,
        "a quote that differs in full-width and half-width characters or case only",
        _differing("width"),
    ),
    Check(
        "quote-punctuation",
        Severity.ERROR,
        "a quote that differs in punctuation only",
        _differing("punctuation"),
    ),
    Check(
        "quote-wording",
        Severity.ERROR,
        "a quote whose words differ from similar words of the passage",
        _differing("words"),
    ),
    Check(
        "quote-elsewhere",
        Severity.ERROR,
        "a quote that another section has",
        _elsewhere,
    ),
    Check("quote-twice", Severity.ERROR, "a quote that stands more than once", _twice),
    Check("figure-missing", Severity.ERROR, "a quote without any number", _no_figure),
    Check("figure-cut", Severity.ERROR, "a quote that ends inside its number", _cut),
    Check(
        "figure-twice",
        Severity.ERROR,
        "a quote in which two numbers equal the value",
        _figure_twice,
    ),
    Check("value-disagrees", Severity.ERROR, "a value that the quote does not have", _value),
    Check("scale-in-unit", Severity.ERROR, "a unit that has the scale of the value", _scale),
    Check("unit-disagrees", Severity.ERROR, "a unit other than the text's", _unit),
    Check(
        "qualifier-disagrees",
        Severity.ERROR,
        "a figure said more or less firmly than in the text",
        _qualifier,
    ),
    Check(
        "kind-doubtful",
        Severity.WARNING,
        "a share that reads like a change, or the reverse",
        _kind,
    ),
    Check(
        "rank-counted",
        Severity.WARNING,
        "a place in an order that reads like a count",
        _rank,
    ),
    Check(
        "direction-unsaid",
        Severity.WARNING,
        "a change of which nothing says whether it rose or fell",
        _direction,
    ),
    Check(
        "standing-disagrees",
        Severity.WARNING,
        "a fact that the text aims at, plans or expects",
        _standing,
    ),
    Check(
        "reading-doubtful",
        Severity.WARNING,
        "a number whose full stop or dash may have been misread",
        _doubtful,
    ),
    Check(
        "label-far",
        Severity.WARNING,
        "a label of which nothing stands near its figure",
        _label,
    ),
    Check("figure-shared", Severity.NOTE, "two metrics on one figure of the text", _shared),
)
