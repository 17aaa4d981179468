"""What an example promises about its finding: parts of the finding's JSON by dotted path.

"easements.fit_note_short.until": a row of a list is named by its id, code, rule or day. Four words are no paths, because
TOML has no way to say nothing: `null` (paths that hold nothing), `present` and `absent` (paths that are there, or are
not), `citations` (each stands somewhere in the finding).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Json = Mapping[str, Any]

WORDS: Final = ("null", "present", "absent", "citations")
_NAMES = ("id", "code", "rule", "on")
_MISSING: Final = object()


def unmet(expect: Json, finding: Json) -> Iterator[tuple[str, str]]:
    """Every promise that the finding does not keep, as its path and a sentence.

    Args:
        expect: JSON values by path, as above.
        finding: as `coachdesk.requirements.finding_json.as_json` makes it.
    """
    for path, wanted in expect.items():
        if path not in WORDS:
            found = _at(finding, path)
            if not _same(found, wanted):
                yield path, f"The finding says {_shown(found)}, and {_shown(wanted)} is expected."
    yield from _words(expect, finding)


def _words(expect: Json, finding: Json) -> Iterator[tuple[str, str]]:
    cited = "\n".join(_citations(finding))
    for word in WORDS:
        for each in _listed(expect.get(word, ())):
            found = _at(finding, each) if word != "citations" else None
            if word == "null" and found is not None:
                yield f"null / {each}", f"The finding says {_shown(found)}, and nothing is expected."
            elif word == "present" and found is _MISSING:
                yield f"present / {each}", "This is expected, and is not in the finding."
            elif word == "absent" and found is not _MISSING:
                yield f"absent / {each}", "This is in the finding, and is not expected."
            elif word == "citations" and each not in cited:
                yield f"citations / {each}", "The finding cites this nowhere."


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _at(value: object, path: str) -> object:
    part, _, rest = path.partition(".")
    if isinstance(value, Mapping):
        found = value.get(part, _MISSING)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if path in value:  # a list of texts, which may have dots in them
            return path
        found = next((row for row in value if part in _names(row)), _MISSING)
    else:
        return _MISSING
    return _at(found, rest) if rest else found


def _names(row: object) -> tuple[str, ...]:
    if isinstance(row, Mapping):
        return tuple(str(row[name]) for name in _NAMES if name in row)
    return (str(row),)


def _same(found: object, wanted: object) -> bool:
    if isinstance(found, list | tuple) and isinstance(wanted, list | tuple):
        return sorted(_short(found)) == sorted(map(str, wanted))
    return found == wanted and isinstance(found, bool) is isinstance(wanted, bool)


def _short(rows: Sequence[object]) -> list[str]:
    """The rows of a list by their names, in whatever order."""
    return [next(iter(_names(row)), "") for row in rows]


def _citations(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name == "citation":
                yield str(part)
            else:
                yield from _citations(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _citations(part)


def _shown(value: object) -> str:
    if value is _MISSING:
        return "nothing of that name"
    return json.dumps(_short(value) if isinstance(value, list) else value, ensure_ascii=False)
