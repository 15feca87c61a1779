"""Loads the compiled catalogue of one language and fills its sentences."""

from __future__ import annotations

import gettext
import os
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from viewer.expressions import compiled
from viewer.model import Issue, ViewerError
from viewer.resources import resource

LANGUAGES = ("zh_CN", "en")
_FIELD = compiled(r"\{(\w+)\}")
_DOUBT = "draft.doubt."
_DOUBT_COMMAS = compiled("；|; ")
"""What parts the reasons of one doubt, in each language."""


class Words(NamedTuple):
    """The sentences of one language, by key."""

    language: str
    table: gettext.NullTranslations

    def __call__(self, key: str, /, **params: object) -> str:
        """The sentence of `key` with `{name}` filled from `params`; `n` chooses the plural form."""
        n = params.get("n")
        said = self.table.ngettext(key, key, n) if isinstance(n, int) else key
        if said == key:  # no plural forms for this one
            said = self.table.gettext(key)
        return _fill(said, params)

    def of_issue(self, issue: Issue) -> str:
        """What an issue says: what happened and what to do."""
        params = dict(issue.params)
        if isinstance(params.get("why"), str):
            params["why"] = self.of_doubt(str(params["why"]))
        return self(f"issue.{issue.code}", **params)

    def of_doubt(self, review: str) -> str:
        """What a draft doubts, in the language of who reads it: the draft wrote it into the file
        in the language of the report. What an author wrote stays as it is."""
        return self(f"{_DOUBT}comma").join(map(self._doubt, doubts_in(review)))

    def _doubt(self, part: str) -> str:
        for key, written in _doubts():
            found = written.fullmatch(part)
            if found:
                return self(key, **found.groupdict())
        return part

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Every sentence with its key, one with plural forms once for each of them."""
        for key, said in getattr(self.table, "_catalog", {}).items():
            yield key if isinstance(key, str) else key[0], said

    def of_error(self, error: ViewerError) -> str:
        """What a stop says, in one line."""
        return self(f"error.{error.code}", **error.params)


def load(language: str) -> Words:
    """The catalogue of `language`: English for what starts with en, Chinese for all else.

    Raises ViewerError `words-unreadable` with the path of a catalogue that is damaged or not there.
    """
    name = _supported(language)
    path = resource("locale", f"{name}.mo")
    return Words(name, _catalogue(path))


def doubts_in(review: str) -> tuple[str, ...]:
    """The reasons of one doubt, one by one, in whichever language it was written."""
    parts = (" ".join(part.split()) for part in _DOUBT_COMMAS.split(review))
    return tuple(part for part in parts if part)


@cache
def _doubts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every sentence in which a draft doubts a figure, in each language, with its key."""
    return tuple(
        (key, _written(said))
        for language in LANGUAGES
        for key, said in load(language).sentences()
        if key.startswith(_DOUBT) and not key.endswith(".comma")
    )


def _written(said: str) -> re.Pattern[str]:
    """What a sentence reads like with its fields filled in."""
    parts = _FIELD.split(said)  # words and names of fields in turn
    read = (f"(?P<{part}>.*)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(read))


@cache
def _catalogue(path: Path) -> gettext.GNUTranslations:
    try:
        with path.open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    except OSError as error:
        reason = error.strerror or str(error)
    except (ValueError, LookupError, struct.error) as error:
        reason = str(error)
    raise ViewerError("words-unreadable", path=path, reason=reason)


def requested_language(argv: Sequence[str]) -> str:
    """The language that the arguments ask for, '' when they leave it to the environment."""
    for at, given in enumerate(argv):
        if given == "--":
            break
        if given.startswith("--language="):
            return given.partition("=")[2]
        if given == "--language" and at + 1 < len(argv):
            return argv[at + 1]
    return ""


def system_language() -> str:
    """The interface language that the environment asks for; Chinese unless it names English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        asked = os.environ.get(name, "")
        if asked:
            return _supported(asked)
    return "zh_CN"


def _supported(language: str) -> str:
    return "en" if language.lower().startswith("en") else "zh_CN"


def translate_argparse(language: str) -> None:
    """Let argparse say what it says in one language, from a domain of gettext of its own.

    The catalogue is put in place of the functions of gettext that argparse imports: those would
    look for its file at every text, in the language of the environment, and be silent on a disk
    that fails. Raises ViewerError `words-unreadable` as `load` does.
    """
    import argparse

    table = _catalogue(resource("locale", _supported(language), "LC_MESSAGES", "argparse.mo"))
    vars(argparse).update(_=table.gettext, ngettext=table.ngettext)


def _fill(said: str, params: Mapping[str, object]) -> str:
    """Put `params` into `said`, once: a value that holds braces is never read as a field."""
    return _FIELD.sub(lambda field: str(params.get(field[1], field[0])), said)
