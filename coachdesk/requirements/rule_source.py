from dataclasses import dataclass
from enum import StrEnum

from coachdesk.requirements.rule import Rules


class Origin(StrEnum):
    """Where the rules in use came from."""

    PROGRAM = "program"
    SITE = "site"  # the machine's content folder
    KEPT = "kept"  # the last good ones of the machine's content folder: those that lie there now were refused


@dataclass(frozen=True, slots=True)
class RulesSource:
    """Where the rules in use came from.

    Attributes:
        signed_by: fingerprint of the key that signed them; empty for those of the program and for unsigned ones.
        program: the rules of the program, in the place of which they hold; None where those are in use.
    """

    origin: Origin = Origin.PROGRAM
    signed_by: str = ""
    program: Rules | None = None


OF_THE_PROGRAM = RulesSource()
