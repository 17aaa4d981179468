"""Settings about what may leave the program, and about what may come into it."""

from dataclasses import dataclass, field
from enum import StrEnum

from coachdesk.policy.kinds import key, one_of, switch


class ProfileRule(StrEnum):
    """Which site profiles a coach may open in the window."""

    NEVER = "never"
    SIGNED = "signed"
    ANY = "any"


@dataclass(frozen=True)
class Leaving:
    """What may leave the program."""

    export_allowed: bool = switch(
        "A coach may save the caseload as a file for a spreadsheet. Such a file is not encrypted.", default=True
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
