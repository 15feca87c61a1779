"""SARIF 2.1.0: the form in which editors and code hosts show the findings of a tool."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from viewer import __version__
from viewer.commands.checked import CANNOT, Checked
from viewer.i18n import Words
from viewer.model import Issue

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(checked: Sequence[Checked], words: Words) -> str:
    """One run over all files; its rules are the codes that were met."""
    found = [(one, issue) for one in checked for issue in one.issues]
    met = {issue.code: issue for _, issue in found}
    codes = sorted(met)
    rules = [_rule(met[code], words) for code in codes]
    driver = {"name": "briefing-viewer", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checked, words)],
        "results": [_result(one, issue, codes, words) for one, issue in found],
    }
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _rule(issue: Issue, words: Words) -> dict[str, object]:
    """A rule by its code, with the sentence of its issues: code hosts show no rule without one."""
    parts = issue.code.split("-")
    sentence = words(f"issue.{issue.code}", **dict.fromkeys(issue.params, "…"))
    return {
        "id": issue.code,
        "name": "".join(part.capitalize() for part in parts),
        "shortDescription": {"text": " ".join(parts).capitalize()},
        "fullDescription": {"text": sentence},
        "help": {"text": sentence},
    }


def _result(one: Checked, issue: Issue, codes: list[str], words: Words) -> dict[str, object]:
    region = {"startLine": issue.place.line, "startColumn": issue.place.column}
    where: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(one.file)}, "region": region}
    }
    if issue.path:
        where["logicalLocations"] = [{"fullyQualifiedName": issue.path}]
    return {
        "ruleId": issue.code,
        "ruleIndex": codes.index(issue.code),
        "level": issue.severity.value,
        "message": {"text": words.of_issue(issue)},
        "locations": [where],
    }


def _invocation(checked: Sequence[Checked], words: Words) -> dict[str, object]:
    stops = [words.of_error(one.stop) for one in checked if one.stop is not None]
    told: dict[str, object] = {"executionSuccessful": all(one.code != CANNOT for one in checked)}
    if stops:
        told["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": stop}} for stop in stops
        ]
    return told


def _uri(file: str) -> str:
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")
