"""The numbers that Word prints before headings and list items, which the text itself lacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"),
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LARGEST_START, _LONGEST_TEXT, _DEPTHS = 32_767, 255, 9
"""What Word itself allows of a list: its start, the length of a level's text, its depth."""
_DEPTH_NAMES = frozenset(map(str, range(_DEPTHS)))
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_PLACE = re.compile(r"%([1-9])")


def chinese(number: int) -> str:
    """1 to 99 as Chinese counts (一, 十, 十一, 二十), digits beyond."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return ten + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    """Roman numerals up to 3999, digits beyond: there are no letters for more."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographTraditional": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered: its format, its text (`第%1章`), where it starts."""

    format: str
    text: str
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        """The lists that `document` defines; none where it has no numbering part."""
        made = cls()
        related = (rel.reltype for rel in document.part.rels.values())
        if any(kind.endswith("/numbering") for kind in related):
            made._define(document.part.numbering_part.element)
        for style in document.styles.element.iter(_W + "style"):
            place = _place(style)
            if place:
                made.styles[str(style.get(_W + "styleId"))] = place
        return made

    def next(self, paragraph: Any, style: str) -> str:
        """The number printed before `paragraph`, with a space where one parts it; else empty."""
        place = _place(paragraph) or self.styles.get(style)
        level = self.levels.get(place) if place else None
        if place is None or level is None:
            return ""
        which, depth = place
        self.counts[place] = self.counts.get(place, level.start - 1) + 1
        for deeper in range(depth + 1, _DEPTHS):
            self.counts.pop((which, deeper), None)
        printed = _PLACE.sub(lambda found: self._number_text(which, int(found[1]) - 1), level.text)
        return printed + ("" if not printed or printed[-1] in "、．）)" else " ")

    def _number_text(self, which: str, depth: int) -> str:
        level = self.levels.get((which, depth))
        if level is None:
            return ""
        number = self.counts.get((which, depth), level.start)
        return _FORMATS.get(level.format, str)(number)

    def _define(self, part: Any) -> None:
        abstract: dict[str, dict[int, Level]] = {}
        for definition in part.iter(_W + "abstractNum"):
            abstract[str(definition.get(_W + "abstractNumId"))] = _levels(definition)
        for number in part.iter(_W + "num"):
            target = number.find(_W + "abstractNumId")
            known = abstract.get(str(target.get(_W + "val")), {}) if target is not None else {}
            for depth, level in known.items():
                self.levels[str(number.get(_W + "numId")), depth] = level


def _levels(definition: Any) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in definition.iter(_W + "lvl"):
        depth, kind = str(level.get(_W + "ilvl")), _value(level, "numFmt") or "decimal"
        if depth in _DEPTH_NAMES and kind not in {"bullet", "none"}:
            text = (_value(level, "lvlText") or "")[:_LONGEST_TEXT]
            found[int(depth)] = Level(kind, text, _start(_value(level, "start") or "1"))
    return found


def _start(said: str) -> int:
    """Where a list starts; 1 where the file says what Word could not."""
    small = said.isdecimal() and len(said) <= len(str(_LARGEST_START))
    return int(said) if small and int(said) <= _LARGEST_START else 1


def _place(element: Any) -> tuple[str, int] | None:
    """The list and depth that a paragraph or style names."""
    named = element.find(f"{_W}pPr/{_W}numPr")
    which = None if named is None else _value(named, "numId")
    if which is None:
        return None
    depth = _value(named, "ilvl") or "0"
    return which, int(depth) if depth in _DEPTH_NAMES else 0


def _value(element: Any, name: str) -> str | None:
    found = element.find(_W + name)
    value = None if found is None else found.get(_W + "val")
    return None if value is None else str(value)
