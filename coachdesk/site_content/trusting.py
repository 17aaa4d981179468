"""Whether files of the content folder may be used: who signed them, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coachdesk.interviews.problems import Problem
from coachdesk.policy import Policy
from coachdesk.signing import ENDING, Verdict, fingerprint, judge
from coachdesk.site_content.files import Part, part_at, problem_of
from coachdesk.site_content.kinds import Item, Kind

_UNTRUSTED: Final = {
    Verdict.NO_SIGNATURE: ("no-signature", "The file beside it that should hold its signature holds none."),
    Verdict.OTHER_KEY: ("other-key", "It is signed with another key than the one that the policy names."),
    Verdict.ALTERED: ("altered", "It is not as it was signed: its words or its name were changed."),
}


@dataclass(frozen=True, slots=True)
class Good:
    """One thing that can be trusted and has no mistake, with the files that it was read from."""

    item: Item
    parts: Mapping[str, Part]
    signed_by: str


def good_one(kind: Kind, folder: Path, name: str, policy: Policy) -> Good | tuple[Problem, ...] | None:
    """One thing that can be trusted and has no mistake; all that is wrong with it; None where there is none.

    The files that belong together are good together or not at all.
    """
    parts, problems = parts_of(kind, folder, name)
    if name not in parts and not problems:
        return None
    untrusted = (_untrusted(folder / each, part, policy) for each, part in parts.items())
    problems += tuple(each for each in untrusted if each)
    loaded = problems or _loaded(kind, name, parts)
    if isinstance(loaded, tuple):
        return loaded
    signed = policy.content_key and all(each.signature is not None for each in parts.values())
    return Good(loaded, parts, fingerprint(policy.content_key) if signed else "")


def parts_of(kind: Kind, folder: Path, name: str) -> tuple[dict[str, Part], tuple[Problem, ...]]:
    """The files of one thing that lie in a folder, and what is wrong with those that cannot be read."""
    found = {each: part_at(folder / each) for each in kind.names(name)}
    parts = {each: part for each, part in found.items() if isinstance(part, Part)}
    return parts, tuple(part for part in found.values() if isinstance(part, Problem))


def _loaded(kind: Kind, name: str, parts: Mapping[str, Part]) -> Item | tuple[Problem, ...]:
    texts: dict[str, str] = {}
    for each, part in parts.items():
        try:
            texts[each] = part.content.decode("utf-8-sig")  # as editors of Windows write it
        except UnicodeDecodeError:
            return (problem_of(Path(each), "unreadable", "It is no UTF-8 text."),)
    try:
        return kind.read(name, texts)
    except RecursionError:
        text = "Its lists and tables lie too deep in one another to be read."
        return (problem_of(Path(name), "too-deep", text),)


def _untrusted(path: Path, part: Part, policy: Policy) -> Problem | None:
    """Why the policy does not let this file be used. One that is signed has to be signed well, whatever is allowed."""
    if part.signature is not None and policy.content_key:
        verdict = judge(part.signature.decode("ascii", "replace"), path.name, part.content, policy.content_key)
        return problem_of(path, *_UNTRUSTED[verdict]) if verdict in _UNTRUSTED else None
    if policy.unsigned_content_allowed:
        return None
    if part.signature is None:
        return problem_of(path, "unsigned", f"It is not signed: there is no {path.name}{ENDING} beside it.")
    return problem_of(path, "no-key", "Nobody can tell who signed it: the policy names no key (content_key).")
