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
from collections.abc import Iterable, Iterator
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


Places = dict[Any, tuple[int, int]]
"""Where what is kept begins and ends, by what asks for it."""


def report() -> Iterator[tuple[str, str]]:
    """The bundled report and the words of its briefing, in parts, each with its language."""
    for path in sorted((ROOT / "data").glob("*.txt")):
        yield path.read_text(encoding="utf-8"), "zh-CN"
        briefing = path.with_suffix(".yaml").read_text(encoding="utf-8")
        yield from ((part, "zh-CN") for part in PARTS.split(briefing) if not part.isascii())


def examples() -> Iterator[tuple[str, str]]:
    """The gallery of charts and the examples of the lexicon, each with its language."""
    from viewer.quantities.lexicon import GROUPS

    for line in (ROOT / "data" / "gallery.yaml").read_text(encoding="utf-8").splitlines():
        yield line, "zh-CN"

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


def read(texts: Iterable[tuple[str, str]]) -> None:
    """Read texts, which asks for what is to be kept."""
    from viewer.design.typography import pieces
    from viewer.proof.claims import claims_of
    from viewer.quantities import parse_value, scan
    from viewer.rendering.typeset.unbreakable_numbers import unbreakable_numbers

    for text, language in texts:
        for one in scan(text, language):
            parse_value(one.surface)
        claims_of(text[:SHORT], (), language)
        pieces(text[:SHORT])
        unbreakable_numbers(text[:SHORT])


def label(texts: Iterable[tuple[str, str]]) -> None:
    """Look for the labels of the figures of texts, as drafting does and no start."""
    from viewer.quantities import labelled, scan

    for text, language in texts:
        labelled(text, scan(text, language), language)


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
    for module in compiling():
        import_module(module)
    read(report())
    kept = bytearray()
    coded, tables = _added_to(kept, {}, {})
    first = len(kept)
    read(examples())
    label((*report(), *examples()))
    coded, tables = _added_to(kept, coded, tables)
    index = marshal.dumps((expressions.MADE_FOR, coded, tables), PLAIN)
    sizes = (len(index), len(index) + first)
    begin = b"".join(size.to_bytes(expressions.LENGTH, "little") for size in sizes)
    expressions.FILE.write_bytes(begin + index + kept)
    return expressions.FILE


def _added_to(kept: bytearray, coded: Places, tables: Places) -> tuple[Places, Places]:
    """Where everything stands when what was asked for by now is put behind what is kept."""
    from viewer.quantities.vocabulary import with_words

    for one in sorted(set(expressions.UNPREPARED) - coded.keys()):
        source, flags, version = one
        whole = with_words(source) if version else source
        coded = {**coded, one: _added(codes(whole, flags), kept)}
    for name in sorted(expressions.UNTABLED.keys() - tables.keys()):
        tables = {**tables, name: _added(expressions.UNTABLED[name], kept)}
    return coded, tables


def _added(value: Any, kept: bytearray) -> tuple[int, int]:
    """Where a value stands that was put behind the others."""
    start = len(kept)
    kept += marshal.dumps(value, PLAIN)
    return start, len(kept)


if __name__ == "__main__":
    print(compile_expressions())
