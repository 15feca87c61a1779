"""Loads the compiled catalogue of one language and fills its sentences."""

from __future__ import annotations

import gettext
import os
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viewer.model import Issue, ViewerError
from viewer.resources import resource

LANGUAGES = ("zh_CN", "en")
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
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
        return self(f"issue.{issue.code}", **issue.params)

    def of_error(self, error: ViewerError) -> str:
        """What a stop says, in one line."""
        return self(f"error.{error.code}", **error.params)


def load(language: str) -> Words:
    """The catalogue of `language`: English for what starts with en, Chinese for all else.

    Raises ViewerError `words-unreadable` with the path of a catalogue that is damaged or not there.
    """
    name = "en" if language.lower().startswith("en") else "zh_CN"
    path = resource("locale", f"{name}.mo")
    try:
        with path.open("rb") as compiled:
            return Words(name, gettext.GNUTranslations(compiled))
    except OSError as error:
        reason = error.strerror or str(error)
    except (ValueError, LookupError, struct.error) as error:
        reason = str(error)
    raise ViewerError("words-unreadable", path=path, reason=reason)


def asked_language(argv: Sequence[str]) -> str:
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
            return "en" if asked.lower().startswith("en") else "zh_CN"
    return "zh_CN"


def _fill(said: str, params: Mapping[str, object]) -> str:
    """Put `params` into `said`, once: a value that holds braces is never read as a field."""
    return _FIELD.sub(lambda field: str(params.get(field[1], field[0])), said)
