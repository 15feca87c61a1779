"""What SARIF 2.1.0 (OASIS, 27 March 2020) asks of the objects that `check` writes, as JSON Schema.

Written from sections 3.13 to 3.58 of the standard for the members in use; a member that is not here
is refused, so that a new one is looked up first. Numbers of sections stand behind each object.
"""

from __future__ import annotations

from typing import Any

LEVELS = ["none", "note", "warning", "error"]
URI_REFERENCE = r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*$"


def _object(required: str, **members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": members,
        "additionalProperties": False,
    }


def _list(form: dict[str, Any], *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": form, "uniqueItems": unique}


TEXT = {"type": "string", "minLength": 1}
COUNTED_FROM_1 = {"type": "integer", "minimum": 1}
MESSAGE = _object("text", text=TEXT)  # 3.11, and 3.12 for those of rules
REGION = _object("startLine", startLine=COUNTED_FROM_1, startColumn=COUNTED_FROM_1)  # 3.30
ARTIFACT = _object("uri", uri={"type": "string", "pattern": URI_REFERENCE})  # 3.4
LOCATION = _object(  # 3.28, 3.29, 3.33
    "physicalLocation",
    physicalLocation=_object("artifactLocation region", artifactLocation=ARTIFACT, region=REGION),
    logicalLocations=_list(_object("fullyQualifiedName", fullyQualifiedName=TEXT), unique=True),
)
RULE = _object(  # 3.49: a reportingDescriptor
    "id", id=TEXT, name=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE
)
RESULT = _object(  # 3.27
    "message ruleId",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": LEVELS},
    message=MESSAGE,
    locations=_list(LOCATION),
)
INVOCATION = _object(  # 3.20, 3.58
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_list(
        _object("message", level={"enum": LEVELS}, message=MESSAGE), unique=True
    ),
)
RUN = _object(  # 3.14, 3.18, 3.19
    "tool",
    tool=_object(
        "driver", driver=_object("name", name=TEXT, version=TEXT, rules=_list(RULE, unique=True))
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_list(INVOCATION, unique=True),
    results=_list(RESULT),
)
LOG = _object(  # 3.13
    "version runs",
    version={"const": "2.1.0"},
    runs=_list(RUN),
    **{"$schema": {"type": "string", "pattern": r"^https://.*sarif.*2\.1\.0"}},
)
