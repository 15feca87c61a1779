"""Which lines are headings: by their style, their number, or as short lines alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from viewer.draft.readers.report import Block, Shape, is_wide
from viewer.language import CHINESE, paragraph_language
from viewer.quantities.regex_cache import pattern
from viewer.quantities.traditional import simplified
from viewer.quantities.vocabulary import any_of

_HAN = "〇一二三四五六七八九十百"
_NUMBERED: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第\s*[{_HAN}\d]{{1,4}}\s*[编篇部卷]分?[\s　:：、]?")),
    (2, re.compile(rf"第\s*[{_HAN}\d]{{1,4}}\s*章[\s　:：、]?")),
    (3, re.compile(rf"第\s*[{_HAN}\d]{{1,4}}\s*节[\s　:：、]?")),
    (4, re.compile(rf"[{_HAN}]{{1,4}}\s*[、．.]")),
    (5, re.compile(rf"[（(]\s*[{_HAN}]{{1,4}}\s*[)）]")),
    (7, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?(?=[\s　\D])")),
    (6, re.compile(r"\d{1,2}\.\d{1,2}\.?(?=[\s　]|[^\d.%％])")),
    (5, re.compile(r"\d{1,2}\s*(?:[、．]|\.(?!\d))")),
    (6, re.compile(r"[（(]\s*\d{1,2}\s*[)）]|[①-⑳]")),
    (4, re.compile(r"(?:part|chapter|section)\s+(?:\d{1,2}|[ivx]{1,5})\b", re.IGNORECASE)),
    (4, re.compile(r"[IVX]{1,5}\.\s")),
)
"""How headings are numbered, with their rank: a lower number stands above a higher one."""

_UNNUMBERED = rf"{any_of('zh', 'report.heading')}[:：。]?"
_ENGLISH_UNNUMBERED = (
    rf"{any_of('en', 'report.heading', senses=[''])}[:：。]?|"
    rf"{any_of('en', 'report.heading', senses=['lettered'])}.*"
)
_FINAL = tuple("。！？；，,;、：:…!?")
_CAPTION = re.compile(
    r"^(?:[附续]?[图表]\s*[\d一二三四五六七八九十]|(?:figure|table|chart|exhibit)\s*\d)|"
    r"(?:[图表]|一览|示意图|条形图|饼图|曲线|统计表|明细)$|^单位\s*[:：]|^[（(]?单位\s*[:：]|^(?:注|备注|数据来源|资料来源)\s*[:：]",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_HAN, _LONGEST_WORDS = 40, 18
_STATEMENT = re.compile(r"[。！？]|[.!?]\s")
_ENGLISH_STOP = re.compile(r"(?:\b[a-z]+|[\d%)”\"]|\d[A-Za-z]{1,3})\.$")
"""A full stop that ends a sentence, not an abbreviation (Inc., U.S.)."""
_FEW_WORDS = 3
_RANK_SHORT = 20
_RANK_STYLED, _RANK_BELOW = 0, 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading: where it stands, and its rank (lower stands above higher)."""

    at: int
    rank: int


def headings(blocks: Sequence[Block], body_from: int = 0) -> tuple[Heading, ...]:
    """The headings among `blocks` from `body_from` on, in order.

    Styled ones where the file has any, with numbered lines beside them; else numbered ones, with
    the few words that stay without a number (前言, Conclusion); else short lines alone before a
    paragraph.
    """
    styled = [
        Heading(at, _RANK_STYLED + block.level)
        for at, block in enumerate(blocks)
        if at >= body_from and block.shape is Shape.HEADING and _is_worded(block.text)
    ]
    numbered = _numbered(blocks, body_from)
    if styled:
        return _beside(styled, numbered, blocks)
    if len(numbered) >= 2:
        top = min(heading.rank for heading in numbered)
        plain = [
            Heading(at, top)
            for at, block in enumerate(blocks)
            if at >= body_from and _stands_unnumbered(block.text)
        ]
        return tuple(sorted([*numbered, *plain], key=lambda heading: heading.at))
    return _short_lines(blocks, body_from)


def _stands_unnumbered(text: str) -> bool:
    """Whether a line is one of the headings that have no number among numbered ones: 前  言."""
    close = "".join(simplified(text).split())
    if pattern(_UNNUMBERED).fullmatch(close) is not None:
        return True
    return pattern(_ENGLISH_UNNUMBERED, re.IGNORECASE).fullmatch(text) is not None


def _beside(
    styled: Sequence[Heading], numbered: Sequence[Heading], blocks: Sequence[Block]
) -> tuple[Heading, ...]:
    """Styled headings and the numbered lines that no style marks.

    These rank with styled ones of the same numbers, else below all; but where the styled ones part
    no words from others, as a title does, the numbered ones are the sections.
    """
    places = {heading.at for heading in styled}
    plain = [heading for heading in numbered if heading.at not in places]
    known: dict[int, int] = {}
    for each in styled:
        number = _number(blocks[each.at].text)
        known[number] = min(each.rank, known.get(number, each.rank))
    if len(plain) < 2:  # one alone may number an item, but not where it goes on with styled ones
        plain = [each for each in plain if each.rank in known]
    if not plain:
        return tuple(styled)
    top, first = min(each.rank for each in styled), min(each.rank for each in plain)
    if _parted(places, blocks) < 2:
        ranked = [Heading(each.at, top + each.rank - first) for each in plain]
    else:
        ranked = [Heading(each.at, known.get(each.rank, _RANK_BELOW + each.rank)) for each in plain]
    return tuple(sorted([*styled, *ranked], key=lambda heading: heading.at))


def _is_worded(text: str) -> bool:
    """Whether a styled line says enough for a heading: letters in the margin and numbers in cells
    are set as large."""
    return len(_LETTER.findall(text)) > 1 or any(map(is_wide, _LETTER.findall(text)))


def _parted(places: Collection[int], blocks: Sequence[Block]) -> int:
    """How many headings have words of their own before the next one."""
    return sum(at + 1 < len(blocks) and at + 1 not in places for at in places)


def is_short(block: Block) -> bool:
    """Whether a block could be a heading by its looks: short, no sentence, no caption, no row."""
    text = block.text
    if block.shape is Shape.TABLE or not _LETTER.search(text) or _CAPTION.search(text):
        return False
    if text[-1] in _FINAL or (_ENGLISH_STOP.search(text) and len(text.split()) > _FEW_WORDS):
        return False
    return not _STATEMENT.search(unnumbered(text)) and _is_brief(text)


def _is_brief(text: str) -> bool:
    words = text.split()
    if len(words) > 4 and sum(map(len, words)) / len(words) > 2.5 and text.isascii():
        return len(words) <= _LONGEST_WORDS
    chinese = paragraph_language(text) == CHINESE
    return len(text) <= _LONGEST_HAN if chinese else len(words) <= _LONGEST_WORDS


def has_number(text: str) -> bool:
    """Whether a line begins as numbered headings do."""
    return _number(text) > 0


def _number(text: str) -> int:
    """The rank of a line's number, 0 where it has none."""
    return next((rank for rank, pattern in _NUMBERED if pattern.match(text)), 0)


def unnumbered(text: str) -> str:
    """A line without its number, whose full stop ends no sentence."""
    found = next((each for _, pattern in _NUMBERED if (each := pattern.match(text))), None)
    return text[found.end() :] if found else text


def _numbered(blocks: Sequence[Block], body_from: int) -> list[Heading]:
    """Short numbered lines; a run of one rank without words between is a list, no headings."""
    found = [
        Heading(at, rank)
        for at, block in enumerate(blocks)
        if at >= body_from and (rank := _number(block.text)) and is_short(block)
    ]
    lists: set[int] = set()
    for rank in {heading.rank for heading in found}:
        same = {heading.at for heading in found if heading.rank == rank}
        bare = [at for at in same if at + 1 in same or at + 1 >= len(blocks)]
        if len(same) > 1 and len(bare) >= (len(same) + 1) // 2:
            lists.add(rank)
    return [heading for heading in found if heading.rank not in lists]


def _short_lines(blocks: Sequence[Block], body_from: int) -> tuple[Heading, ...]:
    """Short lines before a paragraph; three in a row are verses or a list, not headings.

    Where there are such, a line of its own right above a table is one too.
    """
    spaced = _is_spaced(blocks[body_from:])
    looks = [
        at
        for at, block in enumerate(blocks)
        if at >= body_from and _is_isolated(block, spaced) and is_short(block)
    ]
    looks += _stopped(blocks, body_from, looks, spaced)
    found: list[Heading] = []
    above: list[Heading] = []
    for _, run in groupby(enumerate(sorted(looks)), key=lambda pair: pair[1] - pair[0]):
        places = [at for _, at in run]
        if len(places) <= 2 and _heads(blocks, places[-1]):
            found += [Heading(at, _RANK_SHORT) for at in places]
        elif len(places) == 1 and _is_table(blocks, places[0] + 1):
            above.append(Heading(places[0], _RANK_SHORT))
    if not found:  # without a heading over words, a line over a table is the name of the table
        return ()
    return tuple(sorted([*found, *above], key=lambda heading: heading.at))


def _is_table(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and blocks[at].shape is Shape.TABLE


def _is_spaced(blocks: Sequence[Block]) -> bool:
    """Whether blank lines part the paragraphs of this text."""
    alone = sum(block.alone for block in blocks)
    return alone * 2 > len(blocks)


def _is_isolated(block: Block, spaced: bool) -> bool:
    return block.shape is Shape.PARAGRAPH and (block.alone or not spaced)


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph that is clearly longer follows."""
    if at + 1 >= len(blocks):
        return False
    after = blocks[at + 1]
    longer = len(after.text) >= max(2 * len(blocks[at].text), 20) or after.text[-1] in _FINAL
    return after.shape is not Shape.TABLE and longer and len(after.text) > len(blocks[at].text)


def _stopped(blocks: Sequence[Block], body_from: int, looks: list[int], spaced: bool) -> list[int]:
    """Lines such as `引言。`: a few characters with a full stop, where nothing else is a heading.

    Translated pages set headings so; two at least, or it is a short sentence.
    """
    if looks:
        return []
    found = [
        at
        for at, block in enumerate(blocks)
        if at >= body_from
        and _is_isolated(block, spaced)
        and re.fullmatch(r"[^，。！？；,\d]{2,8}[。.]", block.text)
        and _heads(blocks, at)
    ]
    return found if len(found) >= 2 else []
