"""What a release says of itself in words: the changelog's section of its version, and how its programs were signed."""

import re

UNRELEASED = "Unreleased"

_HEADING = re.compile(r"^## \[(?P<name>[^\]]+)\]", re.MULTILINE)


class NotesError(Exception):
    """The changelog has nothing to say of this version; the message says so."""


def section(changelog: str, version: str) -> str:
    """What the changelog says of a version; what is not released yet where it has no section of its own.

    Raises:
        NotesError: there is neither, or nothing in it.
    """
    starts = list(_HEADING.finditer(changelog))
    ends = [each.start() for each in starts[1:]] + [len(changelog)]
    found = {
        start["name"]: changelog[start.start() : end].partition("\n")[2].strip()
        for start, end in zip(starts, ends, strict=True)
    }
    words = found.get(version, found.get(UNRELEASED, ""))
    if not words:
        raise NotesError(f"CHANGELOG.md says nothing of {version}: give it a section with that number.")
    return words


def notes(changelog: str, version: str, *, commit: str, signed: str) -> str:
    """The release notes in Markdown.

    Args:
        changelog: the whole text of CHANGELOG.md.
        version: of the release.
        commit: what it was made from, with a word where that had changes that are not in it.
        signed: a sentence about the signatures.
    """
    return (
        f"# CoachDesk {version}\n\n"
        f"Made from {commit}. {signed}\n\n"
        "The programs for Windows were made on Linux and tried under Wine, not on a real Windows.\n\n"
        f"{section(changelog, version)}\n"
    )
