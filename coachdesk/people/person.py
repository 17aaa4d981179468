from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from coachdesk.i18n import Language
from coachdesk.records import Record


class Need(StrEnum):
    """What a person needs of us to take part. Shown in the identity bar as words, never as a colour alone."""

    INTERPRETER = "interpreter"
    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    WELSH = "welsh"
    HEARING_LOOP = "hearing_loop"
    QUIET_ROOM = "quiet_room"
    GROUND_FLOOR = "ground_floor"
    VENTILATION = "ventilation"
    COLOURED_PAPER = "coloured_paper"
    READ_ALOUD = "read_aloud"
    SUPPORTER = "supporter"
    CONTACT_NOTE = "contact_note"
    TWO_PEOPLE = "two_people"


class Nation(StrEnum):
    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"


class Safe(StrEnum):
    """What a person said, asked on their own, about having something from us."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A claimant on a coach's caseload.

    National Insurance number and address are left out on purpose: the account has them (interviews.md 1.8).

    Attributes:
        preferred_name: the name to use; empty means the given name.
        paper_name: the whole name as it is to stand on paper, where our fonts lack a letter of it; empty: as it is.
        contact_note: how to reach this person safely; shown only when asked for.
        safe_address: a safe address is set, so the site and the coach's surname stay off paper (interviews.md 4).
        safe_to_print: whether it is safe for them to have something on paper, as they said on `print_asked_on`; what
            counts today is said by `safe_to_give`.
        safe_to_send: the same of post and email, as they said on `send_asked_on`.
        private_card_due: nobody could ask in private yet; the private card is offered again next time.
        archived_at: UTC; the person has left the caseload.
    """

    given_name: str
    family_name: str
    preferred_name: str = ""
    date_of_birth: date | None = None
    language: Language = Language.ENGLISH
    nation: Nation = Nation.ENGLAND
    phone: str = ""
    contact_note: str = ""
    interpreter_language: str = ""
    needs: tuple[Need, ...] = ()
    safe_address: bool = False
    private_card_due: bool = False
    archived_at: datetime | None = None
    paper_name: str = ""
    safe_to_print: Safe = Safe.NOT_ASKED
    print_asked_on: date | None = None
    safe_to_send: Safe = Safe.NOT_ASKED
    send_asked_on: date | None = None

    @property
    def name(self) -> str:
        """The name to use in conversation."""
        return self.preferred_name or self.given_name

    @property
    def full_name(self) -> str:
        """Given and family name; the preferred one where nothing else is known."""
        return f"{self.given_name} {self.family_name}".strip() or self.preferred_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance(Record):
    """A dated fact about a person that bears on what may be asked of them (interviews.md 9).

    Attributes:
        kind: a stable code, such as "caring" or an easement id.
        starts_on: first day, or None where it is not known.
        ends_on: last day, or None while it goes on.
        sensitive: follows from a sealed answer: shown by its neutral label, without dates; documents cannot reach it.
        detail: values by name, JSON types only.
        interview_id: the interview it came from, and `question_id` the question.
    """

    person_id: str
    kind: str
    starts_on: date | None = None
    ends_on: date | None = None
    sensitive: bool = False
    detail: dict[str, Any] = field(default_factory=dict)
    interview_id: str = ""
    question_id: str = ""
