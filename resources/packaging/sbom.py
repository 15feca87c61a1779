"""What is inside a bundle, as a bill of materials: CycloneDX 1.5, JSON."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from licences import Component


def sbom(version: str, parts: Sequence[Component], hashes: Mapping[str, str]) -> str:
    """The bill of a version; `hashes` are SHA-256 of wheels by their file names."""
    listed = [_component(part, hashes) for part in parts]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "briefing-viewer",
                "name": "briefing-viewer",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": listed,
        "dependencies": [
            {"ref": "briefing-viewer", "dependsOn": [one["bom-ref"] for one in listed]}
        ],
    }
    # The same parts have the same number.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(whole, sort_keys=True))
    return json.dumps({"serialNumber": f"urn:uuid:{number}", **whole}, indent=1) + "\n"


def _component(part: Component, hashes: Mapping[str, str]) -> dict[str, object]:
    name = part.name.lower().replace("_", "-") if part.kind == "pypi" else part.name
    purl = f"pkg:{part.kind}/{quote(name)}@{quote(part.version, safe='.')}"
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": part.name,
        "version": part.version,
        "purl": purl,
        "licenses": [{"license": {"name": part.licence}}],
    }
    known = [
        value for file, value in hashes.items() if _same(file.split("-")[0]) == _same(part.name)
    ]
    if part.kind == "pypi" and known:
        made["hashes"] = [{"alg": "SHA-256", "content": known[0]}]
    return made


def _same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
