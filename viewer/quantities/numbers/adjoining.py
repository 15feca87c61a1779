"""What belongs to a number: characters beside its digits that make it another number.

A reader sees `1̸793`, `1½`, `10²`, `1.5e6`, `l793` and digits broken over two lines as one number.
Where the scanner cannot read the whole it reads no part of it either: the whole becomes a quantity
without a value, so that a quote of a part is cut and a quote of the whole proves nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Sequence
from decimal import Decimal
from functools import lru_cache

from viewer.model import Kind
from viewer.quantities.numbers.numerals import power
from viewer.quantities.numbers.reading import Reading
from viewer.quantities.regex_cache import pattern

_DIGITS = frozenset("0123456789")
_SCALES = frozenset("万亿千百")
_BETWEEN = frozenset(
    ' \t\n、，,；;：:/／（）()[]【】〔〕{}《》〈〉「」『』-~+×*=<>≤≥≈！？!?&%‰‱℃℉"“”‘|…→'
)
"""Signs that part two numbers, or whose meaning between two digits the readers know."""
_BLANKS = frozenset(" \r\t\n")
_OLD_NUMERALS = frozenset("廿卅卌皕弌弍弎")
_RIGHT_TO_LEFT = frozenset("\u202b\u202e\u2067")
_REPLACEMENT = "\ufffd"
_LIKE_DIGITS = frozenset("lIOo")
_GREEK_UNITS = frozenset("μΩΔ")
_ENUMERATED = r"(?:^|[\s，。；：、,;:（(]) ?[①-⓿❶-➓㈠-㊉㋀-㋋㉈-㊿]$"
_POWER_AFTER = r" ?(?:\^|\*\*|[×xX*·⋅∙] ?10 ?(?:\^|\*\*|[⁰¹²³⁴-⁻])|[eE][+-]?[0-9])"
_POWER_BEFORE = r"(?:\^|\*\*|[0-9][eE])[+-]?$"
_SCALE_WORD = r"(?:thousand|million|billion|trillion|lakh|crore)\b"
_BROKEN_AFTER = rf"[ ]*(?:[\r\t\n]\s*|  +)(?:[万亿千百%‰]|{_SCALE_WORD})|[）)] ?[万亿]"
_BROKEN_BEFORE = r"(?P<lead>[^\t\n|]*?)(?P<digits>[0-9][0-9.,]*)[ ]*[\r\t\n]\s*$"
_PARAGRAPH = r"\.\s*?\n[ \t\r]*\n\s*$"
"""A full stop and a blank line: the number before ends its sentence."""
_POINT_LOST = (
    r" [0-9]{1,3}(?:\.[0-9]+)? ?(?:[万亿%]|(?:million|billion|trillion|percent|per cent)\b)"
)
"""Two numbers with a blank between, of which only the second has a scale or is a share: a text
layer whose font lacks the full stop ($178 9 million)."""
_HEAD_DIGITS = r"^[^0-9]{0,4}[0-9]{1,3}(?:,[0-9]{3})*$"
_DECIMALS = r"[0-9]{1,2}(?![0-9.])"
_OLD_POINT = r"[0-9]。[0-9]{1,4}[万亿%元]"
"""The full stop as a decimal point (1。48亿): between digits it otherwise ends a sentence."""
_NUMBERED = r"(?:[图表第章节件式例注]|\b[A-Z][A-Za-z]*\.?) ?$"
_NOT_PROSE = r"[\s\d.,()（）%+\-—–]*"
_BACK, _ON = 40, 12
_LONGEST_RUN = 8


def whole_numbers(
    text: str, readings: Sequence[Reading], cells: Container[int] = ()
) -> list[Reading]:
    """The readings of a folded text; what is only a part of a number gives way to the whole.

    The whole has no value. Cells of tables are numbers from edge to edge and stay as they are.
    """
    done: list[Reading] = []
    readings = _with_points(text, readings, cells)
    whole = 0  # where the last number ends that could not be read whole
    for reading in readings:
        first, last = reading.start, reading.end
        if reading.value is not None and first not in cells:
            first, last = _extent(text, reading)
        if first >= whole and (first, last) == (reading.start, reading.end):
            done.append(reading)
            continue
        while done and done[-1].end + (first < reading.start) > first:
            first = min(first, done.pop().start)
        whole = max(last, whole)
        done.append(Reading(first, whole, whole, None, "", kind=Kind.NAME))
    return done


def _with_points(
    text: str, readings: Sequence[Reading], cells: Container[int]
) -> Sequence[Reading]:
    """The readings, two that a lost full stop parts made one that is doubted: $178 9 million."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        whole = None if last is None or last.start in cells else _with_point(text, last, reading)
        if whole is None:
            joined.append(reading)
        else:
            joined[-1] = whole
    return joined


def _with_point(text: str, head: Reading, tail: Reading) -> Reading | None:
    """The number that `head` and `tail` were before their full stop was lost; None for two."""
    if tail.start != head.end + 1 or not pattern(_POINT_LOST).match(text, head.end):
        return None
    written = pattern(_HEAD_DIGITS).search(text[head.start : head.end])
    decimals = pattern(_DECIMALS).match(text, tail.start)
    if not _bare(head) or head.value is None or written is None or decimals is None:
        return None
    if pattern(_NUMBERED).search(text[max(0, head.start - _BACK) : head.start]):
        return None
    part = Decimal(f"0.{decimals.group()}").copy_sign(head.value)
    value = (head.value + part) * power(tail.exponent)
    return tail._replace(
        start=head.start, value=value, unit=tail.unit or head.unit, doubt="lost-point"
    )


def parts_number(text: str, at: int) -> bool:
    """Whether a cut of `text` at `at` would part what belongs to one number."""
    head = text[max(0, at - _BACK) : at].rstrip()
    tail = text[at : at + _ON].lstrip()
    if not head or not tail or not _ends_number(head[-1]):
        return False
    begins = _ends_number(tail[0]) or tail[0] in _SCALES or tail[0] in "%‰"
    return begins or pattern(_SCALE_WORD).match(tail) is not None


def _ends_number(character: str) -> bool:
    return character.isalnum() and not _plain(character) and not _is_latin(character)


def _extent(text: str, reading: Reading) -> tuple[int, int]:
    """Where the whole begins and ends of which a reading is a part; its own ends if it is whole."""
    first, last = reading.start, reading.end
    before = text[first - 1] if first else ""
    after = text[last] if last < len(text) else ""
    if before and not _plain(before) and not (before == " " and text[first - 2] not in _BLANKS):
        first = _joined_before(text, first)
    if after and not _plain(after) and not (after == " " and _is_letter(text[last + 1 : last + 2])):
        last = _joined_after(text, last)
    if after == " " and _bare(reading) and (lost := pattern(_POINT_LOST).match(text, last)):
        last = lost.end()
    return first, last


def _bare(reading: Reading) -> bool:
    """A number without scale and unit, or with a currency in front of it."""
    return not reading.exponent and reading.number_end == reading.end and reading.kind is None


def _is_letter(character: str) -> bool:
    """Whether a word begins here; × is written as x in powers of ten."""
    return character.isalpha() and character not in "xX" and character not in _SCALES


@lru_cache(4096)
def _plain(character: str) -> bool:
    """Whether a character beside a number never belongs to it: nearly every neighbour."""
    if character in "，、：；“”（":
        return True
    hanzi = "\u4e00" <= character <= "\u9fff"
    return hanzi and character not in _OLD_NUMERALS and character not in _SCALES


def _joined_before(text: str, at: int) -> int:
    """Where the characters begin that belong to the number at `at`; `at` if there are none."""
    start = at
    while start > 0 and at - start < _LONGEST_RUN and _belongs(text[start - 1]):
        start -= 1
    lead = text[max(0, start - _BACK) : at]
    if start < at:
        item = at - start == 1 and pattern(_ENUMERATED).search(lead)
        return at if item else start
    return _digits_before(text, at) if text[at] in _DIGITS else at


def _digits_before(text: str, at: int) -> int:
    """Where digits begin that are broken over a line, a power, or follow a lone full stop."""
    lead = text[max(0, at - _BACK) : at]
    if text[at - 1] in " \t\n":
        return _broken_before(text, at)
    if found := pattern(_POWER_BEFORE).search(lead):
        return at - len(found.group())
    if text[at - 1] == ".":
        return at if at > 1 and (_is_latin(text[at - 2]) or text[at - 2] == ".") else at - 1
    return _letters_before(text, at)


def _letters_before(text: str, at: int) -> int:
    """`l793`, `1a793`, `1_793`: letters like digits, and a sign or letters between two digits."""
    start = at
    while start > 0 and at - start < _LONGEST_RUN and _is_latin(text[start - 1]):
        start -= 1
    run = text[start:at]
    if run:
        between = text[start - 1 : start] in _DIGITS and start > 0
        return start if between or _LIKE_DIGITS.issuperset(run) else at
    between = at > 1 and text[at - 2] in _DIGITS
    return at - 1 if between and _joins_digits(text, at - 1) else at


def _broken_before(text: str, at: int) -> int:
    """Digits at the end of the line before, in prose: a number that was broken in two."""
    lead = text[max(0, at - _BACK) : at]
    if "\n" not in lead and "\t" not in lead:
        return at
    found = pattern(_BROKEN_BEFORE).search(lead)
    if found is None:
        return at
    if found.group("digits")[-1] == "." and pattern(_PARAGRAPH).search(lead):
        return at
    prose = found.group("lead")
    if pattern(_NOT_PROSE).fullmatch(prose) or pattern(_NUMBERED).search(prose):
        return at
    if prose[-1] in " （(" and not _like_thousands(text, at, found.group("digits")):
        return at
    return at - (len(lead) - found.start("digits"))


def _like_thousands(text: str, at: int, head: str) -> bool:
    return (
        len(head) <= 3 and text[at : at + 3].isdecimal() and not text[at + 3 : at + 4].isdecimal()
    )


def _joined_after(text: str, at: int) -> int:
    """Where the characters end that belong to the number that ends at `at`."""
    end, last = at, min(len(text), at + _LONGEST_RUN)
    digit = text[at - 1] in _DIGITS
    while end < last and _belongs(text[end]) and (digit or _is_mark(text[end])):
        end += 1
    if end > at:
        return end
    if text[at] in "）)" and text[max(0, at - _BACK) : at].rfind("（") < 0:
        return at
    if found := pattern(_BROKEN_AFTER).match(text, at):
        return found.end() if digit else at
    if not digit:
        return at
    if found := pattern(_POWER_AFTER).match(text, at):
        return found.end()
    return _letters_after(text, at)


def _letters_after(text: str, at: int) -> int:
    """`179O`, `1a793`, `1_793` from the other side."""
    end, last = at, min(len(text), at + _LONGEST_RUN)
    while end < last and _is_latin(text[end]):
        end += 1
    beyond = text[end : end + 1]
    more = bool(beyond) and (beyond in _DIGITS or beyond in _SCALES)
    if end > at:
        return end if more or _LIKE_DIGITS.issuperset(text[at:end]) else at
    beyond = text[at + 1 : at + 2]
    more = bool(beyond) and (beyond in _DIGITS or beyond in _SCALES)
    return at + 1 if more and (text[at] == "." or _joins_digits(text, at)) else at


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


@lru_cache(4096)
def _belongs(character: str) -> bool:
    """Whether a character beside digits always belongs to them: marks, numbers of other scripts,
    letters of scripts with forms like digits, and what stands for a lost character."""
    if character.isascii() or character in "〇○":
        return False
    if character in _OLD_NUMERALS or character in _RIGHT_TO_LEFT or character == _REPLACEMENT:
        return True
    category = unicodedata.category(character)
    if category[0] in "MN" or category in ("Co", "Cs", "Cn", "Cf", "Cc"):
        return True
    return category[0] == "L" and _foreign(character)


def _foreign(character: str) -> bool:
    """A letter of a script that is neither Latin, Chinese, Japanese nor Korean."""
    if character in _GREEK_UNITS or character in "µ":
        return False
    return not (unicodedata.name(character, "").startswith("LATIN") or _is_word(character))


def _is_word(character: str) -> bool:
    """A letter that stands for a word or a syllable: beside digits it begins or ends one."""
    written = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH")
    return character.isalpha() and unicodedata.name(character, "").startswith(written)


def _joins_digits(text: str, at: int) -> bool:
    """Whether the sign at `at`, between two digits, makes one number of them."""
    if text[at] == "。":
        return at > 0 and pattern(_OLD_POINT).match(text, at - 1) is not None
    return text[at] not in _BETWEEN and text[at] != "." and not _is_word(text[at])
