"""Whether a change rises or falls, by the words that carry it."""

from __future__ import annotations

import re
from decimal import Decimal

from viewer.model import Kind, Metric, Point

_FALLS = (
    "下降|减少|降低|下滑|回落|下跌|跌幅|缩减|缩短|收窄|降幅|减幅|压减|负增长|少了|降了|"
    r"decreas|declin|\bfell\b|\bfall|\bdrop|reduc|\bdown\b|shrank|shrunk|contract|\bcut\b|lower"
)
_RISES = (
    "上升|增长|提高|增加|提升|上涨|扩大|增幅|涨幅|增速|回升|高于|多了|翻|"
    r"increas|\bgrew\b|\bgrow|\brose\b|\brise|\bup\b|gain|expand|higher"
)
_WORD = re.compile(f"(?P<fall>{_FALLS})|(?P<rise>{_RISES})", re.IGNORECASE)


_SIGNED = re.compile(r"[-+−–＋－]\s*\d")
_REACH = 24
"""How far before a figure the word is looked for that says where it went."""


def words_before(point: Point, text: str, start: int | None) -> str:
    """What `signed` looks in: the words of `text` before the figure of `point`, or its quote.

    `start` is the code point where the figure begins; None where it was not found in the passage.
    """
    if start is None:
        return point.cite or ""
    return text[max(0, start - _REACH) : start]


def signed(value: Decimal | None, before: str, label: str) -> Decimal | None:
    """`value` with the sign of its words: a report prints a fall of 3.2 as 下降 3.2.

    A number that is already negative stays so. The last word of rise or fall in `before` (the text
    in front of the figure, of its own sentence) decides; without one, the label.
    """
    if value is None or value <= 0:
        return value
    sentence = re.split(r"[。；;！？]", before)[-1]
    word = _last(sentence) or _last(label)
    return -value if word == "fall" else value


def change_of(metric: Metric, point: Point, text: str, start: int | None) -> Decimal | None:
    """The value of a change with the sign of its words; None where `metric` is no change.

    `start` is where the figure begins in `text`, None where it was not found there.
    """
    if metric.kind is not Kind.CHANGE:
        return None
    return signed(point.value, words_before(point, text, start), metric.label)


def with_sign(text: str, value: Decimal | None) -> str:
    """`text` with the sign of `value` before its first digit, unless it carries one or has none."""
    if value is None or not value or _SIGNED.search(text):
        return text.replace("-", "−", 1) if re.match(r"-\d", text) else text
    return re.sub(r"(?=\d)", "+" if value > 0 else "−", text, count=1)


def _last(text: str) -> str:
    found = list(_WORD.finditer(text))
    return str(found[-1].lastgroup) if found else ""
