"""`figures`: every quantity of a report, with its value, unit, kind and label."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from viewer.commands.arguments import Arguments
from viewer.commands.terminal import tell
from viewer.datafile import read_bytes
from viewer.datafile.report_kinds import kind_of
from viewer.draft.readers import read_report
from viewer.draft.readers.decode import decode
from viewer.i18n import Words
from viewer.model import Quantity
from viewer.quantities import as_record, labelled, scan

_CHINESE_PART = 0.05


def run(argv: Sequence[str], words: Words) -> int:
    """List the quantities of a report; places are code points of its text."""
    parser = Arguments("figures", words)
    parser.add_argument("report", metavar="REPORT", help=words("command.figures.file"))
    parser.add_argument("--json", action="store_true", help=words("command.figures.json"))
    parser.add_argument("--encoding", default="", help=words("command.figures.encoding"))
    given = parser.parse_args(argv)
    text = report_text(Path(given.report), given.encoding)
    language = language_of(text)
    found = labelled(text, scan(text, language), language)
    tell(as_json(found) if given.json else as_lines(found, text, words))
    return 0


def report_text(path: Path, encoding: str) -> str:
    """The text of a report: of a text file as it is, of any other as its blocks, line by line."""
    kind = kind_of(path)
    if kind is not None and kind.laid_out:
        return "\n".join(block.text for block in read_report(path, encoding).blocks)
    return decode(read_bytes(path, report=True), encoding).removeprefix("\ufeff")


def language_of(text: str) -> str:
    """Chinese when a fair part of the letters is Chinese, else English."""
    letters = sum(c.isalpha() for c in text)
    chinese = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return "en" if letters and chinese < letters * _CHINESE_PART else "zh-CN"


def as_json(found: Sequence[Quantity]) -> str:
    """One object a line, in a list."""
    rows = (json.dumps(as_record(quantity), ensure_ascii=False) for quantity in found)
    return "[" + ",\n ".join(rows) + "]"


def as_lines(found: Sequence[Quantity], text: str, words: Words) -> str:
    """A line for each quantity: line number, words, value, unit, kind, label."""
    lines: list[str] = []
    line, at = 1, 0
    for quantity in found:
        line += text.count("\n", at, quantity.span.start)
        at = quantity.span.start
        value = "—" if quantity.value is None else str(as_record(quantity)["value"])
        cells = (quantity.surface, value, quantity.unit or "—", quantity.kind.value, quantity.label)
        lines.append(f"{line}: " + "\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join([*lines, words("figures.count", n=len(found))])
