"""The list of parts for machines: a software bill of materials as CycloneDX 1.6 defines it."""

import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from tools.shipping.components import Component

FILE = "coachdesk.cdx.json"
_SPACE = uuid.UUID("6d6f1a52-5f0e-4a0a-9a53-3e9a0b6c2f4d")
"""Makes the serial number of a bill from what it says: the same bundle has the same bill."""

_OURS = "CoachDesk"


def bill(parts: Iterable[Component], files: Mapping[str, tuple[str, str]], target: str, made: str) -> dict[str, Any]:
    """The bill of one bundle.

    Args:
        parts: what it consists of, CoachDesk itself among them.
        files: for each path of the bundle the name of its part and its SHA-256.
        target: "linux" or "windows".
        made: when, ISO 8601 in UTC.
    """
    listed = sorted(parts, key=lambda part: part.name.lower())
    ours = next(part for part in listed if part.name == _OURS)
    whole: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {**_entry(ours, files), "type": "application"},
            "properties": [{"name": "coachdesk:target", "value": target}],
        },
        "components": [_entry(part, files) for part in listed if part is not ours],
        "dependencies": _dependencies(listed, ours),
    }
    serial = uuid.uuid5(_SPACE, json.dumps(whole, sort_keys=True))
    return {"serialNumber": serial.urn, **whole}


def reference(part: Component) -> str:
    """What other entries call a part."""
    return f"{part.name}@{part.version}"


def _entry(part: Component, files: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
    }
    if part.is_package:
        entry["purl"] = f"pkg:pypi/{part.name}@{part.version}"
        sums = [{"alg": "SHA-256", "content": each} for each in part.hashes]
        entry["externalReferences"] = [{"type": "distribution", "url": entry["purl"], "hashes": sums}]
    if part.debian:
        entry["purl"] = f"pkg:deb/debian/{part.debian}@{part.version}"
    if part.cpe:
        entry["cpe"] = part.cpe
    own = sorted((path, digest) for path, (name, digest) in files.items() if name == part.name)
    if own:
        entry["components"] = [
            {"type": "file", "name": path, "hashes": [{"alg": "SHA-256", "content": digest}]} for path, digest in own
        ]
    return entry


def _dependencies(parts: Iterable[Component], ours: Component) -> list[dict[str, Any]]:
    """CoachDesk on everything that is not inside something else, and each package on what is inside it."""
    inside: dict[str, list[str]] = {}
    for part in parts:
        if part is not ours:
            holder = part.within.replace("==", "@") or reference(ours)
            inside.setdefault(holder, []).append(reference(part))
    return [{"ref": holder, "dependsOn": sorted(held)} for holder, held in sorted(inside.items())]
