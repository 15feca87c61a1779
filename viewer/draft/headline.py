"""What a report is called, where its first lines say so (below the name of who publishes it), and
which headlines tell figures that the words below them do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.draft.boilerplate import is_organisation
from viewer.draft.headings import unnumbered
from viewer.draft.readers import Block, Shape
from viewer.language import paragraph_language
from viewer.quantities import scan
from viewer.quantities.regex_cache import pattern
from viewer.quantities.vocabulary import any_of

GENRE = re.compile(
    r"(?:公报|报告|報告|通知|意见|方案|总结|综述|简报|白皮书|通报|快报|分析|解读|纪要|report|bulletin|release|review)"
    r"(?:（[^）]*）|\([^)]*\))?$",
    re.IGNORECASE,
)
"""How the titles of reports end."""
_YEARLY = re.compile(
    r"(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年?(?:第?[一二三四]季度|上半年|下半年|半年度?|年度|年)?"
    r"(?:报告|報告|公报)(?:（[^）]*）)?"
)
"""A title that says whose report it is only with the name above it: 2024年年度报告."""
_ENGLISH_GENRE = rf"\b{any_of('en', 'report.genre')}\b"
_ENGLISH_DATED = rf"{_ENGLISH_GENRE}[^.]{{0,24}}\b(?:19|20)\d{{2}}(?:[/-]\d{{2,4}})?$"
_ENGLISH_NAME = re.compile(
    r"(?:[A-Z][\w&'’.-]*|of|and|for|the|in|&)(?: (?:[A-Z][\w&'’.-]*|of|and|for|the|in|&)){1,8}"
)
_LONGEST_NAME, _LONGEST_GENRE, _LONGEST_BOTH = 60, 100, 120
_MOST_LINES, _LONGEST = 3, 40
_DIGITS = re.compile(r"[0-9][0-9.,]*")


def below_names(
    blocks: tuple[Block, ...],
) -> tuple[str, tuple[str, ...], tuple[Block, ...]]:
    """The title that stands below the names of organisations at the head of a report.

    Gives the title, the names, and the blocks after them; '' where the head is built otherwise.
    """
    if named := _below_english_name(blocks):
        return named, (blocks[0].text.strip(),), blocks[2:]
    names: list[str] = []
    for at, block in enumerate(blocks[: _MOST_LINES + 1]):
        text = "".join(block.text.split())
        if block.shape is Shape.TABLE or len(text) > _LONGEST:
            return "", (), blocks
        if names and GENRE.search(text):
            joined = names[-1] + text if _YEARLY.fullmatch(text) else text
            return joined, tuple(names), blocks[at + 1 :]
        if not is_organisation(text):
            return "", (), blocks
        names.append(text)
    return "", (), blocks


def _below_english_name(blocks: Sequence[Block]) -> str:
    """The name of who publishes and the kind of report below it as one title; '' for no such head:
    Norland Harbours, Annual Report 2024."""
    if len(blocks) <= 2 or Shape.TABLE in (blocks[0].shape, blocks[1].shape):
        return ""
    name, kind = (block.text.strip() for block in blocks[:2])
    if len(name) > _LONGEST_NAME or len(kind) > _LONGEST_GENRE or kind.endswith((".", ":", ",")):
        return ""
    if _ENGLISH_NAME.fullmatch(name) is None or _names_genre(name):
        return ""
    if not _names_genre(kind) or not kind[:1].isupper():
        return ""
    joined = f"{name}{' – ' if ':' in kind else ': '}{kind}"
    return joined if len(joined) <= _LONGEST_BOTH else kind


def is_dated_kind(line: str) -> bool:
    """Whether a line ends with a kind of report and its date: Policy Statement, April 2026."""
    if len(line) > _LONGEST_GENRE:
        return False
    return pattern(_ENGLISH_DATED, re.IGNORECASE).search(line.strip()) is not None


def _names_genre(line: str) -> bool:
    return pattern(_ENGLISH_GENRE, re.IGNORECASE).search(line) is not None


def with_heads(heads: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a passage, below those of its headings that give a figure of their own."""
    return (*(unnumbered(head).strip() for head in heads if tells_more(head, said)), *said)


def tells_more(head: str, said: Sequence[str]) -> bool:
    """Whether a heading gives a figure that the words below it do not: 吞吐量突破860万标箱."""
    words = unnumbered(head)
    if _DIGITS.search(words) is None:
        return False
    known = {found for text in said for found in _DIGITS.findall(text)}
    return any(
        found not in known
        for one in scan(words, paragraph_language(words))
        if one.is_metric
        for found in _DIGITS.findall(one.surface)
    )
