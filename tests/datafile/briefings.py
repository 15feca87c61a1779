"""Briefings of any shape that a data file can hold, for properties."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from viewer.model import (
    Briefing,
    Chart,
    Kind,
    Metric,
    Passage,
    Place,
    Point,
    Qualifier,
    Section,
    Source,
    Standing,
)
from viewer.quantities import parse_value

_CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cc", "Cn"),
    exclude_characters="\u2028\u2029",
)
_AWKWARD = st.sampled_from(
    [
        *("- a", "a: b", "a #b", "%", "'", '"', "a'b\"c", "：", "no", "2020", "12:30", "~", "|"),
        *("> x", "[a]", "{a", "*a", "&a", "!a", "@", "`", "?", ": ", "#", "\\", "---", "...", "<<"),
        *("𠮷", "😀", "<b>", "\ufeff", "\u202eabc", "　全角", "=", "1e3", "0x1f", "null", "\ta"),
    ]
)
lines = st.one_of(
    _AWKWARD, st.text(_CHARACTERS, max_size=20), st.builds("{} {}".format, _AWKWARD, _AWKWARD)
).map(str.strip)
words = lines.filter(bool)
texts = st.lists(
    st.one_of(lines, st.builds("{}{}".format, st.sampled_from([" ", "  ", "\t", "　　"]), lines)),
    max_size=4,
).map(lambda parts: "\n".join(parts).rstrip("\n"))
said = texts.filter(bool)
ids = st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)
values = st.sampled_from(
    ["1793", "-3.2", "1.48亿", "八成", "三分之一", "80%", "3000—5000", "0.001", "2.5 万"]
)
minutes = st.none() | st.integers(1, 600).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def points(draw: st.DrawFn, key: str, period: str) -> Point:
    written = draw(values)
    value, high = parse_value(written) or (Decimal(0), None)
    cited = draw(st.booleans())
    cite, origin = (draw(said), None) if cited else (None, draw(said))
    return Point(key, written, value, high, cite, origin, period)


@st.composite
def metrics(draw: st.DrawFn, id_: str) -> Metric:
    period = draw(lines)
    series = draw(st.booleans())
    if series:
        periods = draw(st.lists(words, min_size=1, max_size=3, unique=True))
        found = tuple(draw(points(f"{id_}@{one}", one)) for one in periods)
    else:
        found = (draw(points(id_, period)),)
    terms = () if series else draw(st.just(()) | st.tuples(ids, ids))
    if terms:
        found = (replace(found[0], cite=None, origin=None, formula=draw(words)),)
    return Metric(
        id=id_,
        label=draw(words),
        unit=draw(st.sampled_from(["", "%", "元", "个百分点"]) | lines),
        kind=draw(st.sampled_from([Kind.COUNT, Kind.AMOUNT, Kind.SHARE, Kind.CHANGE])),
        points=found,
        qualifier=draw(st.sampled_from(Qualifier)),
        standing=draw(st.sampled_from(Standing)),
        of=draw(st.none() | ids),
        terms=terms,
        versus=draw(st.none() | words),
        period=period,
        notes=draw(texts),
        review=draw(texts),
        present=draw(st.booleans()),
        series=series,
    )


charts = st.builds(
    Chart,
    title=words,
    metrics=st.lists(ids, min_size=1, max_size=12).map(tuple),
    kind=st.sampled_from(["", "bar", "stages"]),
    note=texts,
    order=st.sampled_from(["value", "given"]),
    scale=st.sampled_from(["linear", "log"]),
    exclusive=st.booleans(),
)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    section_ids = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    metric_ids = draw(st.lists(ids, max_size=3, unique=True))
    sections = [
        Section(
            id=id_,
            title=draw(words),
            passage=Passage(draw(texts)),
            charts=tuple(draw(st.lists(charts, max_size=2))),
            notes=draw(texts),
            minutes=draw(minutes),
            present=draw(st.booleans()),
            backup=draw(st.booleans()),
        )
        for id_ in section_ids
    ]
    sections[0] = replace(sections[0], metrics=tuple(draw(metrics(id_)) for id_ in metric_ids))
    headline, publication, page, date = (draw(lines) for _ in range(4))
    authors = tuple(draw(st.lists(words, max_size=3)))
    source = Source(headline, publication, page, date, authors)
    return Briefing(
        title=draw(words),
        language=draw(st.sampled_from(["zh-CN", "en"])),
        period=draw(lines),
        source=replace(source, link=draw(lines), note=draw(texts)),
        minutes=draw(minutes),
        sections=tuple(sections),
    )


def placeless(value: Any) -> Any:
    """The value without where its parts stood in a file."""
    if isinstance(value, tuple):
        return tuple(map(placeless, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        if field.name in ("place", "passage_place", "path"):
            changes[field.name] = "" if field.name == "path" else Place()
        else:
            changes[field.name] = placeless(getattr(value, field.name))
    return replace(value, **changes)
