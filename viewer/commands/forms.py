"""The forms in which `check` prints: lines for people, JSON, SARIF. A new form is a new row."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from viewer.commands.checked import Checked
from viewer.i18n import Words
from viewer.i18n.relation_words import tally_words
from viewer.model import Issue, Severity, Tally

Form = Callable[[Sequence[Checked], Words], str]

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "text": "viewer.commands.forms:as_text",
        "json": "viewer.commands.objects:as_json",
        "sarif": "viewer.commands.sarif:sarif",
    }
)
"""Where each form is made, as `module:function`; one is loaded, the others cost nothing."""


def form(name: str) -> Form:
    """The function that makes a form."""
    module, _, function = FORMS[name].partition(":")
    made: Form = getattr(importlib.import_module(module), function)
    return made


def as_text(checked: Sequence[Checked], words: Words) -> str:
    """Lines of `file:line:column: severity: sentence [code]  (path)`, then the proof."""
    lines: list[str] = []
    for one in checked:
        if one.stop is None:
            lines += (_line(one.file, issue, words) for issue in one.issues)
            lines.append(_summary(one, words, named=len(checked) > 1))
    return "\n".join(lines)


def _line(file: str, issue: Issue, words: Words) -> str:
    place, severity = issue.place, words(f"severity.{issue.severity}")
    said = f"{file}:{place.line}:{place.column}: {severity}: {words.of_issue(issue)}"
    path = f"  ({issue.path})" if issue.path else ""
    return f"{said} [{issue.code}]{path}"


def _summary(one: Checked, words: Words, named: bool) -> str:
    key = "check.proof" if one.cited else "check.none"
    parts = [words(key, proven=one.proven, cited=one.cited)]
    parts += filter(None, (tally_words(Tally.of(one.recomputed), words),))
    if one.issues:
        counts = {f"{severity}s": one.count(severity) for severity in Severity}
        parts.append(words("check.counts", **counts))
    return f"{one.file}: " * named + " · ".join(parts)
