"""Any text as a data file that can be read: so that fuzzing reaches what lies behind the reader."""

from __future__ import annotations

import json
import re

PARTS = "\x1e"
"""Parts the passage from the metrics, and each metric from the next."""
FIELDS = "|"
METRIC = ("value", "unit", "cite", "label", "kind", "qualifier", "versus", "of", "from", "period")
KINDS = ("", "bar", "share", "change", "cards", "line", "column", "range", "stages")
SHAPE = {
    "kind": ("", "count", "amount", "share", "change", "duration"),
    "qualifier": ("", "exact", "at_least", "at_most", "approx"),
}
"""Fields that are one of a few words; a field's text chooses by its length."""
_WORDS = re.compile(r"(#|(?:label|notes|review|title):) ((?:批注|备注|标签)\d\d[^{}\[\],#\"]*)$")
"""A comment or a field that is marked as the author's, at the end of a line."""


def data_file(text: str) -> bytes:
    """A data file with the passage and the metrics that `text` spells out.

    `passage` PARTS `value|unit|cite|...` PARTS ... : the fields of METRIC in their order, what is
    empty is left out. A metric of several values with periods (`1;2;3`) is a series. The last part
    chooses the chart by its length.
    """
    passage, *parts = text.split(PARTS)
    metrics = [_metric(number, part) for number, part in enumerate(parts[:9])]
    section: dict[str, object] = {"id": "s", "title": "节", "passage": passage}
    if metrics:
        section["metrics"] = metrics
        shape = len(parts[-1])
        section["charts"] = [
            {
                "title": "图",
                "kind": KINDS[shape % len(KINDS)] or "bar",
                "metrics": [metric["id"] for metric in metrics if metric.get("id")],
                "scale": ("linear", "log")[shape // 9 % 2],
                "exclusive": bool(shape // 18 % 2),
            }
        ][: shape % 4]
    whole = {"briefing": 1, "title": "题", "sections": [section]}
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace")


def _metric(number: int, part: str) -> dict[str, object]:
    given = dict(zip(METRIC, part.split(FIELDS), strict=False))
    metric: dict[str, object] = {"id": f"m{number}", "label": given.pop("label", "") or "标"}
    for name, choices in SHAPE.items():
        chosen = choices[len(given.pop(name, "")) % len(choices)]
        metric |= {name: chosen} if chosen else {}
    values = given.get("value", "").split(";")
    if len(values) > 1:
        given.pop("value")
        cite = given.pop("cite", "")
        rest = {"cite": cite} if cite else {"from": given.get("from") or "年鉴"}
        given.pop("from", None)
        metric["series"] = [
            {"period": str(2000 + at), "value": value, **rest} for at, value in enumerate(values)
        ]
    return metric | {name: value for name, value in given.items() if value}


def author_file(text: str, file: str) -> str:
    """An author's file with pieces of `text`, parted by PARTS, as what the author wrote in it.

    The pieces take the places of its words in turn: a comment keeps its mark, a field is quoted, a
    last piece is put at the end of a paragraph.
    """
    pieces = text.split(PARTS)
    lines = file.splitlines()
    free = [at for at, line in enumerate(lines) if _WORDS.search(line)]
    for at, piece in zip(free, pieces, strict=False):
        found = _WORDS.search(lines[at])
        if found is not None and piece:
            said = " ".join(piece.split())
            mark, kept = found[1], found[2].split(" ")[0]
            value = f"{kept} {said}" if mark.startswith("#") else json.dumps(f"{kept} {said}")
            lines[at] = f"{lines[at][: found.start()]}{mark} {value}"
    return "\n".join(lines) + "\n"
