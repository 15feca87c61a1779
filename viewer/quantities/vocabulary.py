"""What the grammar asks of the lexicon: the words of a category, and where they stand in a text.

The lexicon is data in `resources/lexicon/LANGUAGE/*.toml`, compiled into `lexicon.py`. Chinese
words stand there in simplified characters, as `normalize.fold` leaves a text, traditional too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from viewer.quantities.lexicon import ROWS

_TOKEN = re.compile(r"[A-Za-z]+|[^\sA-Za-z0-9]+")
_LONG = 200
_PLAIN = {ord("-"): " "} | {at: chr(at + 32) for at in range(ord("A"), ord("Z") + 1)}


class Entry(NamedTuple):
    """A word of the lexicon.

    `sense` is what it says within its category (`up`, `down`, `target` ...); `not_after` and
    `not_before` are what, touching it, makes another word of it (降 in 空降); `example` is a text
    with `{word}` in which it is read so.
    """

    word: str
    sense: str
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    example: str
    category: str


class Found(NamedTuple):
    """A word of the lexicon in a text: where it stands, what it is and what it says."""

    start: int
    end: int
    entry: Entry


class Matcher:
    """Finds the words of some categories in a folded text, the longest where several begin.

    English words match as whole words in any case, hyphens as spaces.
    """

    def __init__(self, language: str, categories: Iterable[str]) -> None:
        chosen = [one for category in categories for one in entries(language, category)]
        self._entries = {one.word: one for one in reversed(chosen)}
        self._english = language == "en"
        self._firsts: dict[str, list[tuple[str, Entry]]] = {}
        self._heads: dict[str, tuple[str, ...]] = {}
        if self._english:
            self._pattern = _TOKEN
            for one in sorted(self._entries.values(), key=lambda entry: -len(entry.word)):
                first = self._pattern.match(one.word)
                if first is not None:
                    spaced = one.word.replace("-", " ")
                    self._firsts.setdefault(first.group(), []).append((spaced, one))
            for word, rows in self._firsts.items():
                self._heads[word] = tuple(spaced for spaced, _ in rows)
        else:
            self._pattern = re.compile(alternation(self._entries.values(), language))

    def found(self, text: str, start: int = 0, end: int | None = None) -> list[Found]:
        """The words that stand in `text[start:end]`, in order, none over another."""
        stop = len(text) if end is None else end
        if self._english:
            return self._phrases(_plain(text), start, stop)
        return [
            Found(one.start(), one.end(), self._entries[one.group()])
            for one in self._pattern.finditer(text, start, stop)
        ]

    def _phrases(self, text: str, start: int, stop: int) -> list[Found]:
        found: list[Found] = []
        free = start
        firsts = self._firsts
        for at, first in _tokens(text, start, stop):
            if first not in firsts or at < free:
                continue
            if not text.startswith(self._heads[first], at, stop):
                continue
            for spaced, entry in firsts[first]:
                end = at + len(spaced)
                if text.startswith(spaced, at, stop) and not text[end : end + 1].isalnum():
                    found.append(Found(at, end, entry))
                    free = end
                    break
        return found


def _tokens(text: str, start: int, stop: int) -> Sequence[tuple[int, str]]:
    """The words and signs of a text with their places; those of a long text are read once."""
    if start == 0 and stop == len(text) and stop > _LONG:
        return _tokens_of(text)
    return [(one.start(), one.group()) for one in _TOKEN.finditer(text, start, stop)]


@lru_cache(maxsize=1)
def _tokens_of(text: str) -> Sequence[tuple[int, str]]:
    return [(one.start(), one.group()) for one in _TOKEN.finditer(text)]


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    return text.translate(_PLAIN)


@cache
def entries(language: str, category: str) -> tuple[Entry, ...]:
    """The entries of a category, such as `change.verb`, in the order of the files.

    `language` is `zh` or `en`. Raises KeyError where the lexicon has no such category.
    """
    return tuple(Entry(*row, category) for row in ROWS[language][category])


def words_of(language: str, category: str, *senses: str) -> tuple[str, ...]:
    """The words of a category in the order of the files, of the given senses if any are given."""
    found = entries(language, category)
    return tuple(one.word for one in found if not senses or one.sense in senses)


@cache
def matcher(language: str, *categories: str) -> Matcher:
    """The matcher of some categories; where a word stands in two of them the first counts."""
    return Matcher(language, categories)


def alternation(chosen: Iterable[Entry], language: str) -> str:
    """The source of a regular expression for any of the entries, the longest first.

    The English one must be compiled with `re.IGNORECASE`.
    """
    ordered = sorted(set(chosen), key=lambda entry: (-len(entry.word), entry.word))
    if language == "en":
        any_word = "|".join(re.escape(one.word).replace(r"\ ", "[ -]") for one in ordered)
        return rf"(?<![A-Za-z0-9])(?:{any_word})(?![A-Za-z0-9])"
    by_first: dict[str, list[Entry]] = {}
    for one in ordered:
        by_first.setdefault(one.word[0], []).append(one)
    branches = (
        f"{re.escape(first)}(?:{'|'.join(_source(one)[len(re.escape(first)) :] for one in group)})"
        for first, group in by_first.items()
    )
    return f"(?=[{''.join(by_first)}])(?:{'|'.join(branches)})"


def _source(entry: Entry) -> str:
    """The word first and what spoils it after: so `re` may look for the first characters."""
    spoilers = [f"(?<!{re.escape(one + entry.word)})" for one in entry.not_after]
    behind = [f"(?!{re.escape(one)})" for one in entry.not_before]
    return re.escape(entry.word) + "".join(spoilers + behind)
