"""What the safety panel is given: the site's own plan and the site's numbers. None of it knows of any person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class SafetyPlan(Protocol):
    """A site's own six-point plan, as its administrator wrote it (`coachdesk.site_profile.SafetyPlan` is one).

    Attributes:
        text: the site's own words, paragraphs apart by empty lines.
        dated: the day of this text, where it says so.
        agreed_by: who agreed it; empty where it does not say so.
    """

    @property
    def text(self) -> str: ...
    @property
    def dated(self) -> date | None: ...
    @property
    def agreed_by(self) -> str: ...


class Nation(StrEnum):
    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom the site calls: name and number as it writes them, empty where the policy file does not say.

    Attributes:
        nation: whose helplines are shown; None where nobody said, and then those of all three are.
        keeper: who can enter what is missing: whom a coach asks when the program does not work.
        partner_extension: the colleague who comes and sits with you.
        support: the line for the coach's own support afterwards.
    """

    nation: Nation | None = None
    crisis_team: str = ""
    duty_manager: str = ""
    safeguarding_lead: str = ""
    partner_extension: str = ""
    support: str = ""
    keeper: str = ""
