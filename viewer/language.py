"""The language of a text: the one place that decides it.

A paragraph is in the language of most of its words, whatever the rest of the report is written in:
hanzi are counted one by one, Latin words by the word, names and abbreviations (which both languages
use) as half a word; what stands in brackets beside other words, and markup and addresses, not at
all. A paragraph of a word or two is in the language of its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Span

CHINESE = "zh-CN"
TRADITIONAL = "zh-Hant"
ENGLISH = "en"

_WIDE = compiled("[^\x00-\u33ff]+")
"""Hanzi and full-width marks; as what is not below them, for that is compiled in half the time, and
it is compiled before the first paint."""
_LETTERS = bytes(code if chr(code).isalpha() and code < 128 else 32 for code in range(256))
_NO_LETTERS = bytes(code for code in range(256) if _LETTERS[code] == 32)
_ASIDE = r"[(（][^()（）\n]*[)）]"
_CODE = r"<[^<>\n]*>|[\x21-\x7e]*[/@=\\_][\x21-\x7e]*"
"""Markup, addresses and paths, which are words of no language."""
_ENDS = '。！？；：.!?;:”"'
_WRAPPED = 60
"""A line of so many characters that ends no sentence goes on in the next one."""
_FEW_WORDS = 3
_SAMPLE = 20_000
"""So many characters of a report tell its language and its script."""


class LanguageRun(NamedTuple):
    """Paragraphs of one language, one after the other, and that language."""

    span: Span
    language: str


class _Line:
    """A line with what it says of its language: `hanzi` and Latin `words`, each by its weight."""

    def __init__(self, start: int, end: int, hanzi: int, words: float) -> None:
        self.start, self.end = start, end
        self.hanzi, self.words = hanzi, words
        self.language = ""


def is_english(language: str) -> bool:
    """Whether a language tag, such as `en-GB`, names English."""
    return language.lower().startswith("en")


def paragraph_language(text: str, default: str = "") -> str:
    """The language of a paragraph by itself: `zh-CN`, `en`; `default` where it has no letters."""
    hanzi, words = _weights(text)
    return _heavier(hanzi, words, text) or default


def language_of(text: str | Iterable[str]) -> str:
    """The language of most of a report, given whole or in blocks: `zh-CN`, `zh-Hant` or `en`.

    Empty where it has no letters.
    """
    sample = text[:_SAMPLE] if isinstance(text, str) else _sampled(text)
    weight = {ENGLISH: 0.0, CHINESE: 0.0}
    for line in _lines(sample):
        if line.language:
            weight[line.language] += max(line.hanzi, line.words)
    if not any(weight.values()):
        return paragraph_language(sample)
    if weight[ENGLISH] > weight[CHINESE]:
        return ENGLISH
    return TRADITIONAL if is_traditional(sample) else CHINESE


def is_traditional(text: str) -> bool:
    """Whether most hanzi that differ between the scripts are traditional ones.

    The characters of GB 2312 are those of the mainland's standard, the ones of Big5 those of Taiwan
    and Hong Kong; most stand in both.
    """
    return _decodable_length(text, "big5") > _decodable_length(text, "gb2312")


def runs(text: str, default: str = CHINESE) -> tuple[LanguageRun, ...]:
    """The text in runs of one language each, in order and without gaps; whole lines only.

    `default` is the language of what has no letters and stands beside nothing that has. The rows of
    a table, and the lines of a sentence that is broken at a width, are in one language.
    """
    plain = ENGLISH if is_english(default) else CHINESE
    if "\n" not in text or _WIDE.search(text) is None or not _words(text):
        return (LanguageRun(Span(0, len(text)), paragraph_language(text, plain)),)
    found: list[LanguageRun] = []
    for line in _lines(text):
        language = line.language or (found[-1].language if found else "")
        if found and found[-1].language in ("", language):
            found[-1] = LanguageRun(Span(found[-1].span.start, line.end), language)
        else:
            found.append(LanguageRun(Span(line.start, line.end), language))
    return tuple(LanguageRun(one.span, one.language or plain) for one in found)


def run_at(parts: Sequence[LanguageRun], offset: int) -> LanguageRun:
    """The run of `parts`, which are those of a text, in which a code point of it stands."""
    at = bisect_right(parts, offset, key=lambda part: part.span.start)
    return parts[max(0, at - 1)]


def _sampled(blocks: Iterable[str]) -> str:
    taken: list[str] = []
    room = _SAMPLE
    for block in blocks:
        taken.append(block[:room])
        room -= len(block)
        if room <= 0:
            break
    return "\n\n".join(taken)


def _decodable_length(text: str, codec: str) -> int:
    return len(text[:_SAMPLE].encode(codec, "ignore"))


def _weights(text: str) -> tuple[int, float]:
    """How many hanzi a text has, and how many Latin words, both without markup and addresses, and
    without what stands in brackets."""
    if text.isascii():
        return 0, _words(text)
    hanzi, words = _hanzi(text), _words(text)
    if words > hanzi:
        words = _words(re.sub(_CODE, " ", text))
    if hanzi and words and ("(" in text or "（" in text):
        outside = re.sub(_ASIDE, " ", text)
        inner = _hanzi(outside), _words(outside)
        if any(inner):
            return inner
    return hanzi, words


def _hanzi(text: str) -> int:
    return sum(map(len, _WIDE.findall(text)))


def _words(text: str) -> float:
    words = text.encode("ascii", "replace").translate(_LETTERS).split()
    return sum(1.0 if word.islower() else 0.5 for word in words if len(word) > 1)


def _heavier(hanzi: int, words: float, text: str) -> str:
    if hanzi:
        return ENGLISH if words > hanzi else CHINESE
    if words:
        return ENGLISH
    letters = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    return ENGLISH if len(letters) > 1 else ""


def _lines(text: str) -> list[_Line]:
    """The lines of a text, each with its language, '' where nothing near has letters before it."""
    lines = list(_weighed(text))
    for paragraph in _paragraphs(text, lines):
        hanzi = sum(line.hanzi for line in paragraph)
        words = sum(line.words for line in paragraph)
        if hanzi or words >= _FEW_WORDS:
            for line in paragraph:
                line.language = ENGLISH if words > hanzi else CHINESE
    _spread(text, lines)
    return lines


def _weighed(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield _Line(start, start + len(line), *_weights(line))
        start += len(line)


def _paragraphs(text: str, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines by paragraphs: the rows of a table together, and the lines of a broken sentence."""
    paragraph: list[_Line] = []
    before = ""
    for line in lines:
        own = text[line.start : line.end].strip("\r\n")
        if paragraph and not _continues(before, own):
            yield paragraph
            paragraph = []
        paragraph.append(line)
        before = own
    if paragraph:
        yield paragraph


def _continues(before: str, line: str) -> bool:
    if "\t" in before or "\t" in line:
        return "\t" in before and "\t" in line
    written = before.rstrip()
    return bool(line.strip()) and len(written) >= _WRAPPED and written[-1] not in _ENDS


def _spread(text: str, lines: Sequence[_Line]) -> None:
    """Gives lines of a word or two the language of a line beside them, else their own."""
    for order in (lines, lines[::-1]):
        near = ""
        for line in order:
            blank = not text[line.start : line.end].strip()
            line.language = line.language or ("" if blank else near)
            near = line.language
    for line in lines:
        if not line.language:
            line.language = _heavier(line.hanzi, line.words, text[line.start : line.end])
