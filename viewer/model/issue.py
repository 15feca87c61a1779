"""What can be wrong: an author's mistake is an Issue, a stop is a ViewerError; both are codes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """How much an issue matters: errors stop trust, warnings ask for a look, notes inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A place in a file, both counted from 1; columns count code points.

    A named tuple, for half a million of them are made of a large file.
    """

    line: int = 1
    column: int = 1


class Issue(NamedTuple):
    """One mistake of an author: where it is, and the parameters of the sentence that explains it.

    `code` names a row of the catalogue (`issue.<code>`); `path` is the road to the field, such as
    `sections[2].metrics[0].cite`.
    """

    code: str
    severity: Severity = Severity.ERROR
    place: Place = Place()
    path: str = ""
    params: Mapping[str, object] = MappingProxyType({})


class ViewerError(Exception):
    """Work cannot go on: `code` names the sentence (`error.<code>`), `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


def disk_error(error: OSError) -> ViewerError:
    """The plain sentence for a failure of the disk that nobody met nearer to its cause."""
    reason = error.strerror or str(error)
    if isinstance(error.filename, str | os.PathLike):
        return ViewerError("disk-failed", path=os.fspath(error.filename), reason=reason)
    return ViewerError("output-failed", reason=reason)
