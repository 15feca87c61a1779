"""Compiles regular expressions and tables of words ahead: `viewer/expressions.bin`.

Which ones is told by reading texts: the bundled reports and briefings, and the example of each
group of the lexicon with its first word. The file serves the Python that runs this, and is of no
use to another: see `viewer/expressions.py`. The build writes it before every wheel, after the
lexicon. By hand: `python resources/build_catalogue.py`, which calls this.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from viewer import expressions  # noqa: E402
from viewer.expressions import Codes  # noqa: E402

PLAIN = 2
"""This version of marshal says nothing of which values are one: the same input, the same bytes."""
PARTS = re.compile("[\n，。；]")
"""Where a text is cut into the parts in which a proof may read it."""
SHORT = 200
"""So many characters of a text are set in lines."""


def texts() -> Iterator[tuple[str, str]]:
    """What is read, each with its language."""
    from viewer.quantities.lexicon import GROUPS

    for path in sorted((ROOT / "data").glob("*.txt")):
        yield path.read_text(encoding="utf-8"), "zh-CN"
    for path in sorted((ROOT / "data").glob("*.yaml")):
        for part in PARTS.split(path.read_text(encoding="utf-8")):
            yield part, "zh-CN"
    for language, categories in GROUPS.items():
        for groups in categories.values():
            for words, *_, example in groups:
                word = words.partition("\n")[0]
                yield example.replace("{word}", word), "en" if language == "en" else "zh-CN"


def compiling() -> Iterator[str]:
    """The modules that may compile as they are imported; none of them needs Qt."""
    for path in sorted((ROOT / "viewer").rglob("*.py")):
        if "from viewer.expressions import" in path.read_text(encoding="utf-8"):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


def read_all() -> None:
    """Read the texts, which asks for what is to be kept."""
    expressions.prepare_libraries()
    for module in compiling():
        import_module(module)
    from viewer.design.typography import pieces
    from viewer.proof.claims import claims_of
    from viewer.quantities import labelled, parse_value, scan
    from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers

    for text, language in texts():
        found = scan(text, language)
        labelled(text, found, language)
        for one in found:
            parse_value(one.surface)
        claims_of(text[:SHORT], (), language)
        pieces(text[:SHORT])
        unbreakable_numbers(text[:SHORT])


def codes(source: str, flags: int) -> Codes:
    """What `re.compile` hands to the matcher, for a source with its words put in."""
    parsed = _parser.parse(source, flags)
    names: dict[str, int] = dict(parsed.state.groupdict)
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return source, flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(order)


def compile_expressions() -> Path:
    """Write the file."""
    expressions.FILE.unlink(missing_ok=True)  # nothing is prepared, so all that is asked is told
    read_all()
    from viewer.quantities.vocabulary import with_words

    kept = bytearray()
    coded = {
        one: _added(codes(with_words(one[0]), one[1]), kept)
        for one in sorted(set(expressions.UNPREPARED))
    }
    tables = {one: _added(made, kept) for one, made in sorted(expressions.UNTABLED.items())}
    head = marshal.dumps((expressions.MADE_FOR, coded, tables), PLAIN)
    expressions.FILE.write_bytes(len(head).to_bytes(expressions.LENGTH, "little") + head + kept)
    return expressions.FILE


def _added(value: Any, kept: bytearray) -> tuple[int, int]:
    """Where a value stands that was put behind the others."""
    start = len(kept)
    kept += marshal.dumps(value, PLAIN)
    return start, len(kept)


if __name__ == "__main__":
    print(compile_expressions())
