"""Settings about what may leave the program, and about what may come into it."""

from dataclasses import dataclass, field
from enum import StrEnum

from coachdesk.i18n import Language
from coachdesk.policy.kinds import key, one_of, some_of, switch


class ProfileRule(StrEnum):
    """Which site profiles a coach may open in the window."""

    NEVER = "never"
    SIGNED = "signed"
    ANY = "any"


class NetworkRule(StrEnum):
    """Whom the program speaks to."""

    NONE = "none"


FORMATS = ("pdf", "pdf-large", "pdf-easy", "html", "text")
"""The forms of documents by the names that interfaces.md gives them."""


@dataclass(frozen=True)
class Leaving:
    """What may leave the program."""

    export_allowed: bool = switch(
        "A coach may save the caseload as a file for a spreadsheet, and what is held about a person as a review copy. Such "
        "files are not encrypted.",
        default=True,
    )
    printing_allowed: bool = switch(
        "Documents, slips and the day may be printed. Else the print buttons are greyed out, the key does nothing, and "
        "what would file a print is refused; what the person needs is saved as a file, or read aloud.",
        default=True,
    )
    clipboard_allowed: bool = switch(
        "Texts may be copied for the account; they leave the clipboard again after 30 seconds. Else the copy buttons are "
        "greyed out, and the text is typed over from the screen.",
        default=True,
    )
    formats: tuple[str, ...] = some_of(
        "The forms in which documents are printed, saved and copied. Large print, easy read and the web page for screen "
        "readers are reasonable adjustments: take one away only where people get it in another way.",
        FORMATS,
    )
    languages: tuple[str, ...] = some_of("The languages in which documents are printed, saved and copied.", Language)
    language: Language = field(
        default=Language.ENGLISH,
        metadata=one_of("The language of the screens, as the program starts for the first time.", Language, own=True),
    )
    network: NetworkRule = field(
        default=NetworkRule.NONE,
        metadata=one_of(
            "Whom the program speaks to: none. It has no other; a file may say so, and a later program with more would "
            "keep to it.",
            NetworkRule,
        ),
    )
    minutes_counted: bool = switch(
        "The program counts the coach's own minutes (typing, the first screen, from the last answer to the document) for "
        "the coach to see. They are totals of days, about nobody, and stay in the vault.",
        default=True,
    )
    minutes_contribution: bool = switch(
        "A coach may save rounded totals of four weeks as a file without a name, a site or a day, to be added up with "
        "those of at least four colleagues.",
        default=False,
    )


@dataclass(frozen=True)
class Sources:
    """Content that comes from the organisation."""

    content_key: str = key(
        "The public key of whoever signs the files of the machine's content folder, as keygen prints it. Without one the "
        "rules that come with the program hold."
    )
    site_content_allowed: bool = switch(
        "The machine's content folder is looked at. Else nothing but what comes with the program is used.", default=True
    )
    unsigned_content_allowed: bool = switch(
        "Files of the machine's content folder are used without a signature too. For trying things out only.",
        default=False,
    )
    profile_from_coach: ProfileRule = field(
        default=ProfileRule.SIGNED,
        metadata=one_of(
            "Whether a coach may open a site profile in the window: never; signed: one that the content_key signed; any: "
            "also one that nobody signed. What it would set is shown first, and nothing that is enforced here gives way.",
            ProfileRule,
        ),
    )
