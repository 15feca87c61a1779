"""Table rows whose cells only single spaces part, told by a header with as many words."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.quantities.regex_cache import pattern

_NUMBER = r"[+-]?[0-9][0-9,]*+(?:\.[0-9]++)?+%?"
_CELL = rf"{_NUMBER}(?: ?[\u4e00-\u9fff]{{1,5}})?"
_ANY_ROW = rf"(?m)[^\s0-9] {_CELL} {_NUMBER}(?:[ ]|$)"
_UNIT_APART = r"[^\x00-\x7f]+"
_PROSE = r"[。；，！？]"
_LONGEST_LINE, _LONGEST_CELL = 200, 24
_FEWEST = 3

Piece = tuple[int, str]


def spaced_rows(folded: str) -> Mapping[int, list[Piece]]:
    """The cells of all such headers and rows, by the offset of their line."""
    if pattern(_ANY_ROW).search(folded) is None:
        return {}
    found: dict[int, list[Piece]] = {}
    above, head, start = list[Piece](), -1, 0
    for line in folded.split("\n"):
        pieces = _spaced(line, start)
        if pieces and _is_row(pieces):
            if len(above) in (len(pieces), len(pieces) - 1):
                found[head], found[start] = above, pieces
        elif head not in found or "年" in line or pattern(_CELL).search(line) is None:
            above, head = pieces, start
        start += len(line) + 1
    return found


def _spaced(line: str, start: int) -> list[Piece]:
    """The words of a line with their offsets from `start`; none for prose.

    A unit that stands apart (8.43 个百分点) belongs to the number before it.
    """
    if len(line) > _LONGEST_LINE or "\t" in line or pattern(_PROSE).search(line) is not None:
        return []
    pieces: list[Piece] = []
    for found in pattern(r"\S+").finditer(line):
        word = found.group()
        if pieces and pieces[-1][1][-1].isdigit() and pattern(_UNIT_APART).fullmatch(word):
            at, before = pieces[-1]
            pieces[-1] = (at, f"{before} {word}")
        else:
            pieces.append((start + found.start(), word))
    long = any(len(piece) > _LONGEST_CELL for _, piece in pieces)
    return [] if long or len(pieces) < _FEWEST - 1 else pieces


def _is_row(pieces: list[Piece]) -> bool:
    """Whether a name leads two numbers or more."""
    if len(pieces) < _FEWEST or pieces[0][1][0].isdigit() or pieces[0][1].isascii():
        return False
    cells = [piece for _, piece in pieces[1:_FEWEST]]
    years = all(len(cell) == 4 and cell.startswith(("19", "20")) for cell in cells)
    return not years and all(pattern(_CELL).fullmatch(cell) for cell in cells)
