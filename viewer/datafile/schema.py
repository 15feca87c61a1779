"""The JSON Schema of the data file, made from the table of the format.

It says what an editor can check while one types; what binds several lines is left to `check`.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from viewer.datafile.fields import RECORDS, VERSION, Field, FieldType
from viewer.datafile.scalars import MOST_LINE
from viewer.i18n import Words

Node = dict[str, object]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean"]
"""An editor guesses `2020` to be a number and `no` a yes or no; the reader takes both as text."""


def schema(chinese: Words, english: Words) -> str:
    """The schema as it stands in the resources; descriptions in Chinese, then English."""

    def about(key: str) -> str:
        return f"{chinese(key)}\n{english(key)}"

    root: Node = {
        "$schema": DRAFT,
        "$id": "briefing.schema.json",
        "title": "Briefing 1",
        **_record("briefing", about),
        "$defs": {name: _record(name, about) for name in RECORDS if name != "briefing"},
    }
    return json.dumps(root, ensure_ascii=False, indent=2) + "\n"


def _record(name: str, about: Callable[[str], str]) -> Node:
    rows = RECORDS[name]
    told: Node = {
        "description": about(f"format.{name}"),
        "type": "object",
        "additionalProperties": False,
        "required": [row.key for row in rows if row.required],
        "properties": {
            row.key: {"description": about(f"format.{name}.{row.key}"), **_field(row)}
            for row in rows
        },
    }
    return {**told, **_TOGETHER.get(name, {})}


_CITED: Node = {"oneOf": [{"required": ["cite"]}, {"required": ["from"]}]}
_SOURCED: Node = {
    "oneOf": [
        {"required": ["cite"]},
        {"required": ["from"]},
        {"required": ["computed", "terms"]},
    ]
}
_OF_POINTS = ("value", "cite", "from", "computed")
_TOGETHER: dict[str, Node] = {
    "metric": {
        "if": {"required": ["series"]},
        "then": {"not": {"anyOf": [{"required": [key]} for key in _OF_POINTS]}},
        "else": {"required": ["value"], **_SOURCED},
    },
    "point": _CITED,
}


def _field(row: Field) -> Node:
    told: Node = {**_SHAPES[row.type](row)}
    if row.default is not None:
        told["default"] = row.default
    return told


def _text(_: Field) -> Node:
    return {"type": _TEXT}


def _line(_: Field) -> Node:
    return {"type": _TEXT, "maxLength": MOST_LINE}


def _figure(_: Field) -> Node:
    return {"type": _TEXT, "pattern": "^([a-z0-9-]+/)?[a-z0-9-]+(@[^/ ]+)?$", "maxLength": 300}


def _id(_: Field) -> Node:
    return {"type": _TEXT, "pattern": "^[a-z0-9-]+$", "maxLength": 100}


def _ref(row: Field) -> Node:
    return {"$ref": f"#/$defs/{row.record}"}


def _many(item: Node, row: Field) -> Node:
    return {"type": "array", "items": item, **({"minItems": 1} if row.required else {})}


_SHAPES: dict[FieldType, Callable[[Field], Node]] = {
    FieldType.VERSION: lambda _: {"enum": [int(VERSION), VERSION]},
    FieldType.LANGUAGE: lambda _: {
        "type": "string",
        "pattern": "^(zh|en)(-[A-Za-z0-9]{2,8})*$",
        "examples": ["zh-CN", "en"],
    },
    FieldType.LINE: _line,
    FieldType.TEXT: _text,
    FieldType.ID: _id,
    FieldType.ONE_OF: lambda row: {"enum": list(row.choices)},
    FieldType.MINUTES: lambda _: {"type": "number", "exclusiveMinimum": 0, "maximum": 1440},
    FieldType.FLAG: lambda _: {"type": "boolean"},
    FieldType.VALUE: lambda _: {"type": ["number", "string"], "examples": [1793, "1.48亿", "八成"]},
    FieldType.LINES: lambda row: _many(_line(row), row),
    FieldType.IDS: lambda row: _many(_id(row), row),
    FieldType.FIGURE: _figure,
    FieldType.FIGURES: lambda row: _many(_figure(row), row),
    FieldType.RECORD: _ref,
    FieldType.RECORDS: lambda row: _many(_ref(row), row),
}
