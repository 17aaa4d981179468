"""The guides that come with the program: a page or two each, in `docs/guides`, read there and under F1."""

from dataclasses import dataclass
from pathlib import Path

from coachdesk.i18n import N_, Language
from coachdesk.paths import documentation

GUIDES = {
    "coach": N_("For work coaches"),
    "data-protection": N_("What is held, and for how long"),
    "accessibility": N_("Accessibility"),
    "administrator": N_("For administrators"),
}
"""The guides by the name of their file, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide as it is read: Markdown, the language that it is in, and the folder from which its pictures count."""

    text: str
    language: Language
    folder: Path


def guide(name: str, language: Language) -> Guide:
    """A guide in a language, or in English where nobody has written it in that one yet."""
    own = documentation("guides", language.value)
    folder, found = (own, language) if (own / f"{name}.md").exists() else (own.parent, Language.ENGLISH)
    return Guide((folder / f"{name}.md").read_text("utf-8"), found, folder)
