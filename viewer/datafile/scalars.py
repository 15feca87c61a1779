"""Reads one text of the file by the type that its field declares, never by what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from viewer.datafile.fields import VERSION, Field, FieldType
from viewer.expressions import compiled
from viewer.quantities import parse_value

MOST_TEXT = 2**20
"""Bytes of a passage, notes or another text of many lines."""
MOST_LINE = 100_000
"""Characters of a label, title or another text of one line."""
MOST_VALUE = Decimal(10) ** 15
_MOST_DIGITS = 18
_LONGEST_VALUE = 64
_LONGEST_ID = 100
_MOST_MINUTES = Decimal(1440)

_ID = compiled(r"[a-z0-9-]+")
_FIGURE = compiled(r"(?:[a-z0-9-]+/)?[a-z0-9-]+(?:@[^\s/]+)?")
_NO_ID = compiled(r"[^a-z0-9]+")
_LANGUAGE = compiled(r"(?:zh|en)(?:-[A-Za-z0-9]{2,8})*")
_CLOCK = compiled(r"\d{1,3}[:：]\d{1,2}(?:[:：]\d{1,2})?(?:\.\d*)?")
_DATE = compiled(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*", re.DOTALL)
_PLAIN = compiled(r"-?\d+(?:\.\d+)?", re.ASCII)
_MINUTES = compiled(r"\d{1,4}(?:\.\d{1,4})?", re.ASCII)


_RANGE = r"(.+?)\s*(?:[—–-]+|[~～至到])\s*(.+)"


class Amount(NamedTuple):
    """A value as written, and the number or the two ends that it says."""

    written: str
    value: Decimal
    high: Decimal | None


class Mistake(Exception):  # noqa: N818 - the author's, not the program's
    """A text that its field cannot hold: the code and the parameters of the issue to tell."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


Read = str | bool | Decimal | Amount


def read_scalar(text: str, field: Field) -> Read:
    """What a text means for its field; raises Mistake when it means nothing there."""
    return _READERS[field.type](text, field)


def _line(text: str, _: Field) -> str:
    text = text.rstrip("\n")
    if len(text) > MOST_LINE:
        raise Mistake("line-long", most=MOST_LINE, length=len(text))
    if "\n" in text:
        raise Mistake("line-break")
    return text.strip()


def _text(text: str, _: Field) -> str:
    text = text.rstrip("\n")
    if len(text) * 4 > MOST_TEXT and len(text.encode("utf-8", "replace")) > MOST_TEXT:
        raise Mistake("text-long", most=MOST_TEXT // 2**20)
    return text


def _id(text: str, _: Field) -> str:
    if _ID.fullmatch(text) and len(text) <= _LONGEST_ID:
        return text
    better = _NO_ID.sub("-", text[:_LONGEST_ID].lower()).strip("-")
    raise Mistake("id-wrong", text=text, better=better or "section-1", most=_LONGEST_ID)


def _figure(text: str, _: Field) -> str:
    """A figure as a relation names it: `metric`, `metric@period` or `section/metric`."""
    if _FIGURE.fullmatch(text) and len(text) <= 3 * _LONGEST_ID:
        return text
    raise Mistake("figure-wrong", text=text)


def _one_of(text: str, field: Field) -> str:
    if text in field.choices:
        return text
    near = get_close_matches(text[:40].lower().replace("-", "_"), field.choices, 1, 0.6)
    if near:
        raise Mistake("choice-near", text=text, near=near[0], choices=field.choices)
    raise Mistake("choice-wrong", text=text, choices=field.choices)


def _version(text: str, _: Field) -> str:
    if text != VERSION:
        raise Mistake("version-wrong", text=text, version=VERSION)
    return text


def _language(text: str, _: Field) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise Mistake("language-wrong", text=text)
    return text


def _flag(text: str, _: Field) -> bool:
    known = {"true": True, "false": False}.get(text.lower())
    if known is None:
        raise Mistake("flag-wrong", text=text)
    return known


def _minutes(text: str, _: Field) -> Decimal:
    minutes = Decimal(text) if _MINUTES.fullmatch(text) else Decimal(0)
    if not 0 < minutes <= _MOST_MINUTES:
        raise Mistake("minutes-wrong", text=text, most=int(_MOST_MINUTES))
    return minutes


def _value(text: str, _: Field) -> Amount:
    written = text.strip()
    code = _malformed(written)
    if code:
        raise Mistake(code, text=written, most=_MOST_DIGITS)
    parsed = (Decimal(written), None) if _PLAIN.fullmatch(written) else parse_value(written)
    if parsed is None:
        raise _no_number(written)
    value, high = parsed
    for number in (value, value if high is None else high):
        if not number.is_finite() or abs(number) > MOST_VALUE:
            raise Mistake("value-large", text=written)
    return Amount(written, value, high)


def _malformed(written: str) -> str:
    if _CLOCK.fullmatch(written):
        return "value-clock"
    if _DATE.fullmatch(written):
        return "value-date"
    digits = sum(c.isdigit() for c in written)
    return "value-digits" if digits > _MOST_DIGITS or len(written) > _LONGEST_VALUE else ""


def _no_number(written: str) -> Mistake:
    """Says that a value is no number, or that its unit stands with it if that is what it is."""
    ends = re.fullmatch(_RANGE, written)
    if ends and parse_value(ends[1]) and parse_value(ends[2]):
        return Mistake("value-order", text=written)
    for end in range(len(written) - 1, 0, -1):
        if parse_value(written[:end]) is not None:
            number, unit = written[:end].strip(), written[end:].strip()
            return Mistake("value-unit", text=written, number=number, unit=unit)
    return Mistake("value-wrong", text=written)


_READERS: dict[FieldType, Callable[[str, Field], Read]] = {
    FieldType.VERSION: _version,
    FieldType.LANGUAGE: _language,
    FieldType.LINE: _line,
    FieldType.TEXT: _text,
    FieldType.ID: _id,
    FieldType.ONE_OF: _one_of,
    FieldType.MINUTES: _minutes,
    FieldType.FLAG: _flag,
    FieldType.VALUE: _value,
    FieldType.LINES: _line,
    FieldType.IDS: _id,
    FieldType.FIGURE: _figure,
    FieldType.FIGURES: _figure,
}
"""How each type reads a text; lists use theirs for each of their items."""
