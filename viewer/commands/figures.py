"""`figures`: every quantity of a report, with its value, unit, kind and label."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TypeAlias

from viewer.commands.arguments import Arguments
from viewer.commands.terminal import tell
from viewer.datafile import read_bytes
from viewer.datafile.report_kinds import kind_of
from viewer.draft.readers import read_report
from viewer.draft.readers.decode import decode_report
from viewer.i18n import Words
from viewer.language import language_of
from viewer.model import Quantity, Relation, RelationKind
from viewer.quantities import as_record, labelled, noting, scan, why
from viewer.relations.find import find_relations
from viewer.relations.recompute import Check, recompute, term_of

Record: TypeAlias = Mapping[str, object]
"""The fields of a figure as JSON."""


def run(argv: Sequence[str], words: Words) -> int:
    """List the quantities of a report; places are code points of its text."""
    parser = Arguments("figures", words)
    parser.add_argument("report", metavar="REPORT", help=words("command.figures.file"))
    parser.add_argument("--json", action="store_true", help=words("command.figures.json"))
    parser.add_argument("--why", action="store_true", help=words("command.figures.why"))
    parser.add_argument("--relations", action="store_true", help=words("command.figures.relations"))
    parser.add_argument("--encoding", default="", help=words("command.figures.encoding"))
    given = parser.parse_args(argv)
    text = report_text(Path(given.report), given.encoding)
    language = language_of(text)
    with noting() if given.why else nullcontext():
        found = labelled(text, scan(text, language), language)
    if given.json:
        records = [_record(one, because=given.why) for one in found]
        tell(relations_json(text, found, records) if given.relations else as_json(records))
        return 0
    tell(as_lines(found, text, words, because=given.why))
    if given.relations:
        tell(relation_lines(text, found, words))
    return 0


def report_text(path: Path, encoding: str) -> str:
    """The text of a report: of a text file as it is, of any other as its blocks, line by line."""
    kind = kind_of(path)
    if kind is not None and kind.laid_out:
        return "\n".join(block.text for block in read_report(path, encoding).blocks)
    return decode_report(read_bytes(path, report=True), encoding).removeprefix("\ufeff")


def _record(quantity: Quantity, *, because: bool) -> Record:
    """The fields of a quantity, with what decided them where that is asked for."""
    return {**as_record(quantity), **({"why": why(quantity)} if because else {})}


def as_json(records: Sequence[Record]) -> str:
    """One object a line, in a list."""
    rows = (json.dumps(one, ensure_ascii=False) for one in records)
    return "[" + ",\n ".join(rows) + "]"


def relations_json(text: str, found: Sequence[Quantity], records: Sequence[Record]) -> str:
    """One object: the figures, and the relations whose roles are indices into them."""
    told = {
        "figures": records,
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


def as_lines(found: Sequence[Quantity], text: str, words: Words, *, because: bool = False) -> str:
    """A line for each quantity: line number, words, value, unit, kind, label.

    With `because` also the rule that decided its kind, and how it is bound, where it goes and where
    it stands, each with the words that say so.
    """
    lines: list[str] = []
    line, at = 1, 0
    for quantity in found:
        line += text.count("\n", at, quantity.span.start)
        at = quantity.span.start
        value = "—" if quantity.value is None else str(as_record(quantity)["value"])
        cells: tuple[str, ...] = (
            quantity.surface,
            value,
            quantity.unit or "—",
            quantity.kind.value,
            quantity.label,
        )
        cells += _reasons(quantity) if because else ()
        lines.append(f"{line}: " + "\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join([*lines, words("figures.count", n=len(found))])


def _reasons(quantity: Quantity) -> tuple[str, ...]:
    """The rule of the kind, then qualifier, direction and standing with the words that say so."""
    told = why(quantity)
    sign = "" if not quantity.change else "+" if quantity.change > 0 else "−"
    readings = {
        "bound": quantity.qualifier.value,
        "direction": sign,
        "standing": quantity.standing.value,
    }
    cues = (f"{said}: {told[topic]}" for topic, said in readings.items() if told[topic])
    return told["kind"], *cues
