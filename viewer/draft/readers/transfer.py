"""A report, or why there is none, as JSON: plain data that a reading process can hand over."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from viewer.draft.readers.report import Block, Report, Shape, TextExtent
from viewer.model import Source, ViewerError


def password_line(password: str) -> bytes:
    """What stands before the file on the way to the reading process: a line with its password."""
    return _json(password) + b"\n"


def opened(data: bytes) -> tuple[str, bytes]:
    """The password and the file in what the reading process was given."""
    line, _, rest = data.partition(b"\n")
    return str(json.loads(line)), rest


def dumped(report: Report) -> bytes:
    """A report as JSON."""
    blocks = [
        (block.shape.value, block.text, block.level, block.alone, block.indented)
        for block in report.blocks
    ]
    source = asdict(report.source)
    rest = {name: getattr(report, name) for name in ("title", "dropped", "margin", "site")}
    return _json({**rest, "source": source, "blocks": blocks, "extent": report.extent})


def dumped_error(error: ViewerError) -> bytes:
    """A refusal as JSON."""
    return _json({"error": error.code, "params": error.params})


def loaded(data: bytes) -> Report:
    """What was dumped: the report, or the refusal raised; ValueError for any other bytes."""
    try:
        given = json.loads(data)
        if "error" in given:
            raise ViewerError(str(given["error"]), **given["params"])
        return _report(given)
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def _report(given: dict[str, Any]) -> Report:
    source = given["source"]
    return Report(
        tuple(Block(Shape(shape), *rest) for shape, *rest in given["blocks"]),
        given["title"],
        Source(**{**source, "authors": tuple(source["authors"])}),
        tuple(given["dropped"]),
        tuple(given["margin"]),
        given["site"],
        None if given["extent"] is None else TextExtent(*map(Counter, given["extent"])),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, default=str).encode("ascii")
