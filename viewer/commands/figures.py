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
from viewer.language import language_of
from viewer.model import Quantity, Relation, RelationKind
from viewer.quantities import as_record, labelled, scan
from viewer.relations.find import find_relations
from viewer.relations.recompute import Check, recompute, term_of


def run(argv: Sequence[str], words: Words) -> int:
    """List the quantities of a report; places are code points of its text."""
    parser = Arguments("figures", words)
    parser.add_argument("report", metavar="REPORT", help=words("command.figures.file"))
    parser.add_argument("--json", action="store_true", help=words("command.figures.json"))
    parser.add_argument("--relations", action="store_true", help=words("command.figures.relations"))
    parser.add_argument("--encoding", default="", help=words("command.figures.encoding"))
    given = parser.parse_args(argv)
    text = report_text(Path(given.report), given.encoding)
    language = language_of(text)
    found = labelled(text, scan(text, language), language)
    if given.json:
        tell(relations_json(text, found) if given.relations else as_json(found))
        return 0
    tell(as_lines(found, text, words))
    if given.relations:
        tell(relation_lines(text, found, words))
    return 0


def report_text(path: Path, encoding: str) -> str:
    """The text of a report: of a text file as it is, of any other as its blocks, line by line."""
    kind = kind_of(path)
    if kind is not None and kind.laid_out:
        return "\n".join(block.text for block in read_report(path, encoding).blocks)
    return decode(read_bytes(path, report=True), encoding).removeprefix("\ufeff")


def as_json(found: Sequence[Quantity]) -> str:
    """One object a line, in a list."""
    rows = (json.dumps(as_record(quantity), ensure_ascii=False) for quantity in found)
    return "[" + ",\n ".join(rows) + "]"


def relations_json(text: str, found: Sequence[Quantity]) -> str:
    """One object: the figures, and the relations whose roles are indices into them."""
    told = {
        "figures": [as_record(quantity) for quantity in found],
        "relations": [_relation(*pair) for pair in _recomputed(text, found)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _recomputed(text: str, found: Sequence[Quantity]) -> list[tuple[Relation[int], Check]]:
    """The relations of the figures, each with what recomputing it gave."""
    related = find_relations(text, found)
    checks = recompute(related, dict(enumerate(map(term_of, found))))
    return list(zip(related, checks, strict=True))


def _relation(relation: Relation[int], check: Check) -> dict[str, object]:
    roles: dict[str, object] = {**relation.by_role}
    if relation.kind is RelationKind.CHANGE:
        roles |= {"basis": relation.basis.value, "constant_prices": relation.constant_prices}
    told = {"agrees": check.agrees, "formula": check.formula}
    return {"kind": relation.kind.value, **roles, **told}


def relation_lines(text: str, found: Sequence[Quantity], words: Words) -> str:
    """A line for each relation: its kind, its figures by role, and the calculation."""
    lines = [
        "\t".join(
            (
                relation.kind.value,
                *(f"{role}: {' '.join(found[at].surface.split())}" for role, at in relation.roles),
                *filter(None, (check.formula,)),
            )
        )
        for relation, check in _recomputed(text, found)
    ]
    return "\n".join([*lines, words("figures.relations", n=len(lines))])


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
