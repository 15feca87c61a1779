"""What the grammar asks of the lexicon: the words of a category, and where they stand in a text.

The lexicon is data in `resources/lexicon/LANGUAGE/*.toml`, compiled into `lexicon.py`. Chinese
words stand there in simplified characters, as `normalize.fold` leaves a text, traditional too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import NamedTuple, TypeVar

from viewer.expressions import compiled, table
from viewer.quantities import lexicon
from viewer.quantities.lexicon import GROUPS, Group

_TOKEN = compiled(r"[A-Za-z]+|[^\sA-Za-z0-9]+")
_LONG = 200
_FEW = 8
"""Up to so many characters compile sooner one by one than as a set: a set of two Chinese characters
takes as long as one of a thousand."""
_FIELD, _ANY_SENSE = "\t", "*"
_ANY_OF = "⟨([^⟩]*)⟩"
_LOWER = {at: chr(at + 32) for at in range(ord("A"), ord("Z") + 1)}
Made = TypeVar("Made")
Beginnings = tuple[Mapping[str, int], Mapping[str, bytes], str]
"""Words as texts have them with the place of their group; how long they are by their beginnings of
one and of two characters, or words in English; the source of an expression for where such a
beginning stands."""
Ends = tuple[Mapping[str, int], Mapping[str, bytes]]
"""Words with the place of their group; how long they are by their last characters."""


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


class _Words:
    """Words of some categories by their shapes in a text. The entry of one is made when a text has
    it: of thousands few are ever found."""

    def __init__(self, language: str, categories: Sequence[str], places: Mapping[str, int]) -> None:
        self._language, self._categories = language, categories
        self._places = places
        self._entries: dict[str, Entry] = {}

    @cached_property
    def _groups(self) -> Sequence[tuple[str, Group]]:
        return _groups_of(self._language, self._categories)

    def _entry(self, shape: str) -> Entry:
        known = self._entries.get(shape)
        if known is None:
            category, (words, *said) = self._groups[self._places[shape]]
            word = shape if self._language == "zh" else _of_shape(shape, words)
            known = self._entries[shape] = Entry._make((word, *said, category))
        return known


class Matcher(_Words):
    """Finds the words of some categories in a folded text, the longest where several begin.

    English words match as whole words in any case, hyphens as spaces. Words are looked up by how
    they begin and by their length, so that thousands of them cost a text no more than a few.
    """

    def __init__(self, language: str, categories: Iterable[str]) -> None:
        chosen = tuple(categories)
        make = partial(_beginnings, language, chosen)
        places, self._lengths, self._source = _table("beginnings", language, *chosen, make=make)
        super().__init__(language, chosen, places)

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        return compiled(self._source)

    def found(self, text: str) -> list[Found]:
        """The words that stand in `text`, in order, none over another."""
        return self._phrases(_plain(text)) if self._language == "en" else self._words(text)

    def _phrases(self, text: str) -> list[Found]:
        found: list[Found] = []
        free, lengths = 0, self._lengths
        tokens = _tokens(text)
        for index, (at, first) in enumerate(tokens):
            alone = lengths.get(first)
            if alone is None or at < free:
                continue
            second = tokens[index + 1][1] if index + 1 < len(tokens) else ""
            for length in lengths.get(f"{first} {second}", alone):
                end = at + length
                word = text[at:end]
                if word in self._places and not text[end : end + 1].isalnum():
                    found.append(Found(at, end, self._entry(word)))
                    free = end
                    break
        return found

    def _words(self, text: str) -> list[Found]:
        found: list[Found] = []
        free = 0
        for head in self._heads.finditer(text):
            if head.start() >= free and (one := self.at(text, head.start())) is not None:
                found.append(one)
                free = one.end
        return found

    def at(self, text: str, at: int) -> Found | None:
        """The longest Chinese word that begins at a place of a text."""
        alone = self._lengths.get(text[at : at + 1], b"")
        for length in self._lengths.get(text[at : at + 2], alone):
            end = at + length
            word = text[at:end]
            if word not in self._places:
                continue
            entry = self._entry(word)
            if not _spoiled(text, at, end, entry):
                return Found(at, end, entry)
        return None


class Endings(_Words):
    """Finds the words of some categories where they end in a folded Chinese text."""

    def __init__(self, categories: Sequence[str], only: str, but: str) -> None:
        make = partial(_endings, categories, only, but)
        places, self._lengths = _table("endings", only, but, *categories, make=make)
        super().__init__("zh", categories, places)

    def at(self, text: str, end: int) -> bool:
        """Whether a word ends at a place of a text."""
        for length in self._lengths.get(text[end - 1 : end], b""):
            at = end - length
            word = text[max(0, at) : end]
            if word in self._places and not _spoiled(text, at, end, self._entry(word)):
                return True
        return False


def _table(*names: str, make: Callable[[], Made]) -> Made:
    return table("\n".join(names), lexicon.DIGEST, make)


def _groups_of(language: str, categories: Sequence[str]) -> list[tuple[str, Group]]:
    return [(one, group) for one in categories for group in GROUPS[language][one]]


def _beginnings(language: str, categories: Sequence[str]) -> Beginnings:
    places: dict[str, int] = {}
    for place, (_, group) in reversed([*enumerate(_groups_of(language, categories))]):
        for word in reversed(group[0].split("\n")):
            places[_shape(word, language)] = place
    alike: dict[tuple[str, str], set[int]] = {}
    for word in places:
        head = _two_words(word) if language == "en" else (word[:1], word[1:2])
        alike.setdefault(head, set()).add(len(word))
        alike.setdefault((head[0], ""), set())
    lengths = {
        _beginning(first, second, language): bytes(sorted(found | alike[first, ""], reverse=True))
        for (first, second), found in alike.items()
    }
    return places, lengths, _heads([head for head, found in alike.items() if found])


def _endings(categories: Sequence[str], only: str, but: str) -> Ends:
    chosen = {one.word for one in _chosen("zh", categories, None, only, but)}
    places = {
        word: place
        for place, (_, group) in enumerate(_groups_of("zh", categories))
        for word in group[0].split("\n")
        if word in chosen
    }
    lengths: dict[str, set[int]] = {}
    for word in places:
        lengths.setdefault(word[-1], set()).add(len(word))
    return places, {last: bytes(sorted(found)) for last, found in lengths.items()}


def _of_shape(shape: str, words: str) -> str:
    return next(one for one in words.split("\n") if _shape(one, "en") == shape)


def _beginning(first: str, second: str, language: str) -> str:
    return f"{first} {second}" if language == "en" and second else first + second


def _shape(word: str, language: str) -> str:
    return word.lower().replace("-", " ") if language == "en" else word


def _two_words(text: str) -> tuple[str, str]:
    """The first two tokens of an English phrase, the second may be empty."""
    first, second, *_ = [*_TOKEN.findall(text), "", ""]
    return first, second


def _heads(heads: Sequence[tuple[str, str]]) -> str:
    """The source of an expression for where a word may begin, by its first two characters."""
    if not heads:
        return "$^"
    alone = "".join(first for first, second in heads if not second)
    seconds = "".join(sorted({second for _, second in heads}))
    ends = [f"(?<=[{re.escape(alone)}])"] if alone else []
    ends += [f"(?=[{re.escape(seconds)}])"] if seconds else []
    firsts = "".join(dict.fromkeys(first for first, _ in heads))
    return f"[{re.escape(firsts)}](?:{'|'.join(ends)})"


def _spoiled(text: str, at: int, end: int, entry: Entry) -> bool:
    """Whether what touches a word makes another word of it."""
    if entry.not_after and text.endswith(entry.not_after, 0, at):
        return True
    return bool(entry.not_before) and text.startswith(entry.not_before, end)


def _tokens(text: str) -> Sequence[tuple[int, str]]:
    """The words and signs of a text with their places; those of a long text are read once."""
    return _tokens_of(text) if len(text) > _LONG else _tokens_in(text)


@lru_cache(maxsize=1)
def _tokens_of(text: str) -> Sequence[tuple[int, str]]:
    return _tokens_in(text)


def _tokens_in(text: str) -> Sequence[tuple[int, str]]:
    return [(one.start(), one.group()) for one in _TOKEN.finditer(text)]


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    return lowered(text).replace("-", " ")


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text, as long as before, with the letters A to Z in lower case."""
    return text.translate(_LOWER)


@cache
def entries(language: str, category: str) -> tuple[Entry, ...]:
    """The entries of a category, such as `change.verb`, in the order of the files.

    `language` is `zh` or `en`. Raises KeyError where the lexicon has no such category.
    """
    return tuple(
        Entry(word, sense, after, before, example, category)
        for words, sense, after, before, example in GROUPS[language][category]
        for word in words.split("\n")
    )


@cache
def words_of(language: str, category: str, *senses: str) -> tuple[str, ...]:
    """The words of a category in the order of the files, of the given senses if any are given."""
    return tuple(
        word
        for words, sense, *_ in GROUPS[language][category]
        if not senses or sense in senses
        for word in words.split("\n")
    )


@cache
def words_in(category: str) -> frozenset[str]:
    """The English words of a category in small letters, to ask whether a word is among them."""
    return frozenset(word.lower() for word in words_of("en", category))


@cache
def matcher(language: str, *categories: str) -> Matcher:
    """The matcher of some categories; where a word stands in two of them the first counts."""
    return Matcher(language, categories)


@cache
def endings(*categories: str, only: str = "", but: str = "") -> Endings:
    """The endings of the Chinese words of some categories, chosen as in `any_of`."""
    return Endings(categories, only, but)


def any_of(
    language: str,
    *categories: str,
    senses: Iterable[str] | None = None,
    only: str = "",
    but: str = "",
) -> str:
    """What stands in the source of a `regex_cache.pattern` for any word of some categories.

    The words are those of some senses if any are given, that `only` matches and `but` does not, as
    regular expressions for the whole word. They are read when the pattern is compiled, which a
    text in another language never asks for.
    """
    said = _ANY_SENSE if senses is None else " ".join(sorted(senses))
    fields = (language, " ".join(categories), said, only, but)
    return f"⟨{_FIELD.join(fields)}⟩"


def with_words(source: str) -> str:
    """The source of a regular expression with words for each `any_of` in it."""
    return re.sub(_ANY_OF, lambda found: _any_of(found.group(1)), source)


@cache
def _any_of(fields: str) -> str:
    language, categories, senses, only, but = fields.split(_FIELD)
    said = None if senses == _ANY_SENSE else senses.split(" ")
    return alternation(_chosen(language, categories.split(), said, only, but), language)


def _chosen(
    language: str, categories: Iterable[str], senses: Sequence[str] | None, only: str, but: str
) -> list[Entry]:
    """The entries of some categories that `any_of` asks for."""
    chosen = [one for category in categories for one in entries(language, category)]
    if senses is not None:
        chosen = [one for one in chosen if one.sense in senses]
    if only:
        chosen = [one for one in chosen if re.fullmatch(only, one.word)]
    if but:
        chosen = [one for one in chosen if not re.fullmatch(but, one.word)]
    return chosen


def alternation(chosen: Iterable[Entry], language: str) -> str:
    """The source of a regular expression for any of the entries, the longest first.

    It branches character by character. The English one matches lower case, a hyphen as a space.
    """
    source = "|".join(_rows(sorted(set(chosen)), 0, language))
    return rf"(?<![A-Za-z0-9])(?:{source})(?![A-Za-z0-9])" if language == "en" else f"(?:{source})"


def _rows(alike: Sequence[Entry], at: int, language: str) -> list[str]:
    """How words go on that are alike up to a place; single characters are a set if they are no few.

    Those that a text may begin with are kept apart, for a search looks for them first.
    """
    further: dict[str, list[Entry]] = {}
    for one in alike:
        if len(one.word) > at:
            further.setdefault(one.word[at], []).append(one)
    singles = [
        character
        for character, words in further.items()
        if all(_is_plain_end(one, at + 1) for one in words)
    ]
    rows = [*map(re.escape, singles)]
    if at and len(singles) >= _FEW:
        rows = [_any_character(singles)]
    for character, words in further.items():
        if len(words) == 1 and not _is_plain_end(words[0], at + 1):
            rows.append(_escaped(words[0].word[at:], language) + _conditions(words[0]))
        elif character not in singles:
            rows += _behind(_escaped(character, language), _rows(words, at + 1, language))
    return rows + [_conditions(one) for one in alike if len(one.word) == at]


def _is_plain_end(one: Entry, at: int) -> bool:
    """Whether a word ends at a place, and nothing beside it can spoil it."""
    return len(one.word) == at and not one.not_after and not one.not_before


def _escaped(text: str, language: str) -> str:
    source = re.escape(text)
    return source.replace("\\ ", "[ -]") if language == "en" else source


def _behind(head: str, rows: Sequence[str]) -> list[str]:
    """Rows behind a head; single characters keep it each, for a choice of them becomes a set."""
    if len(rows) == 1 or all(len(row) < 2 for row in rows):
        return [head + row for row in rows]
    return [f"{head}(?:{'|'.join(rows)})"]


def _any_character(characters: Sequence[str]) -> str:
    return f"[{''.join(map(re.escape, characters))}]"


def _conditions(entry: Entry) -> str:
    """What must not touch the word that ends here."""
    word = re.escape(entry.word)
    before = "".join(f"(?<!{one}{word})" for one in _spoilers(entry.not_after))
    return before + "".join(f"(?!{one})" for one in _spoilers(entry.not_before))


@cache
def _spoilers(texts: tuple[str, ...]) -> list[str]:
    """The sources of some texts; single characters are a set if they are no few."""
    singles = [one for one in texts if len(one) == 1]
    if len(singles) < _FEW:
        return [re.escape(one) for one in texts]
    return [_any_character(singles), *(re.escape(one) for one in texts if len(one) != 1)]
