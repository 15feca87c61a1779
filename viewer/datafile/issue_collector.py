"""Collects the mistakes of one file, up to a number that a person would still read."""

from __future__ import annotations

from types import MappingProxyType

from viewer.model import Issue, Place, Severity

MOST_ISSUES = 1_000
_LONGEST = 40


class Collector:
    """The issues of a file as they are met. Beyond `MOST_ISSUES` only the fact is kept."""

    __slots__ = ("_issues", "_left_out")

    def __init__(self) -> None:
        self._issues: list[Issue] = []
        self._left_out = False

    def add(self, code: str, place: Place, path: str = "", **params: object) -> None:
        """One error at a place of the file."""
        if len(self._issues) < MOST_ISSUES:
            told = {name: one_short_line(value) for name, value in params.items()}
            self._issues.append(Issue(code, Severity.ERROR, place, path, MappingProxyType(told)))
        elif not self._left_out:
            self._left_out = True
            told = {"most": MOST_ISSUES}
            self._issues.append(
                Issue("issues-many", Severity.ERROR, place, "", MappingProxyType(told))
            )

    def take(self, other: Collector) -> None:
        """Add what another collected."""
        for issue in other._issues:
            self.add(issue.code, issue.place, issue.path, **issue.params)

    @property
    def full(self) -> bool:
        """Whether further issues are left out."""
        return self._left_out

    def sorted(self) -> tuple[Issue, ...]:
        """All issues by their places."""
        return tuple(sorted(self._issues, key=lambda issue: issue.place))


def one_short_line(value: object) -> object:
    """What stands in a sentence for a word of the file: one short line, control marks visible.

    A tuple holds words of the program's own; they stand in full.
    """
    if isinstance(value, tuple):
        return " ".join(value)
    if not isinstance(value, str):
        return value
    cut = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)
