"""Invented people and records for the tests of storage."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from coachdesk.commitments import (
    Commitment,
    CommitmentFile,
    EndedBecause,
    Entry,
    EntryKind,
    ExplainedHow,
    Format,
    Hand,
    LookedBy,
    OutcomeKind,
    Pasted,
    Presence,
    Role,
    Signature,
    Signer,
    Way,
    Withdrawal,
)
from coachdesk.diary import Absence, Appointment, AppointmentState, BusyTime, Companion, ContactRhythm, Premises
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.interviews import Channel, Interview, StoredAnswer
from coachdesk.people import Circumstance, Need, Person, Safe
from coachdesk.people.joining import Joining
from coachdesk.plans import Action, ActionOutcome, Falls, Goal, Happened, IfThen, ObstacleOwner, Party, Rhythm
from coachdesk.privacy import Privacy
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.facts import Decided
from coachdesk.storage import VaultInfo
from tests.core.storage.samples_given import a_hold, handed_over, shared

KEY = bytes(range(32))
MONDAY = date(2026, 11, 23)
STARTED = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


class Watch:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.moment = STARTED

    def __call__(self) -> datetime:
        return self.moment

    def move_on(self, seconds: int = 1) -> None:
        self.moment += timedelta(seconds=seconds)


def a_person(given: str = "Siân", family: str = "O’Brien", preferred: str = "") -> Person:
    return Person(id=new_id(), given_name=given, family_name=family, preferred_name=preferred)


def an_interview(person: Person) -> Interview:
    return Interview(
        id=new_id(),
        person_id=person.id,
        definition_id="first-commitments",
        definition_version=1,
        channel=Channel.FACE_TO_FACE,
        started_at=STARTED,
    )


def an_answer(interview: Interview, question: str = "school_run", value: str = '"9 to 3"') -> StoredAnswer:
    return StoredAnswer(id=new_id(), interview_id=interview.id, question_id=question, value=value)


def an_appointment(person: Person, on: date = MONDAY, state: AppointmentState = AppointmentState.BOOKED) -> Appointment:
    return Appointment(
        id=new_id(),
        person_id=person.id,
        on=on,
        at=time(10, 30),
        minutes=30,
        definition_id="first-commitments",
        channel=Channel.PHONE,
        state=state,
    )


def an_action(person: Person, owner: Party = Party.CLAIMANT, by: date | None = MONDAY) -> Action:
    return Action(id=new_id(), person_id=person.id, text="Ring the nursery", owner=owner, by=by)


def a_commitment(person: Person, number: str = "K7M2-14") -> Commitment:
    return Commitment(
        id=new_id(),
        person_id=person.id,
        interview_id=new_id(),
        number=number,
        edition=1,
        issued_at=STARTED,
        language=Language.ENGLISH,
        snapshot='{"a":1}',
        digest="12" * 32,
        stable="34" * 32,
    )


def an_entry(commitment: Commitment, kind: EntryKind = EntryKind.REPLY) -> Entry:
    return Entry(
        id=new_id(),
        person_id=commitment.person_id,
        commitment_id=commitment.id,
        kind=kind,
        on=MONDAY,
        outcome=OutcomeKind.AGREED if kind is EntryKind.REPLY else None,
    )


def whose_vault() -> VaultInfo:
    return VaultInfo(
        vault_id=new_id(),
        short_id="K7M2",
        coach_id="coach-1",
        coach_name="Sam Lee",
        site="Northtown",
        created_at=STARTED,
        public_key="ab" * 32,
    )


def _somebody() -> Person:
    return Person(
        id=new_id(),
        given_name="Zoë",
        family_name="Ó Brádaigh-Łęcka",
        preferred_name="Zo",
        paper_name="Zoe O Bradaigh-Lecka",
        date_of_birth=date(1995, 3, 2),
        language=Language.WELSH,
        phone="07700 900123",
        contact_note="Text first",
        interpreter_language="Polish",
        needs=(Need.WELSH, Need.QUIET_ROOM),
        safe_address=True,
        private_card_due=True,
        archived_at=STARTED + timedelta(microseconds=7),
        safe_to_print=Safe.NO,
        print_asked_on=MONDAY,
        safe_to_send=Safe.YES,
        send_asked_on=MONDAY,
    )


def _something_to_do(person: Person) -> Action:
    return Action(
        id=new_id(),
        person_id=person.id,
        text='Ring; "the" nursery\nabout Tuesdays',
        owner=Party.CLAIMANT,
        every=Rhythm.WEEK,
        by=MONDAY,
        hours=Decimal("2.50"),
        if_then=(IfThen("it is Monday 9.15", "I will ring", Privacy.BETWEEN_US), IfThen("it rains", "I take the bus")),
        obstacle="no bus",
        obstacle_owner=ObstacleOwner.PLACE,
        because=("school_run", "travel"),
        in_account_since=MONDAY,
        position=3,
        travel_minutes=35,
        falls=(Falls.WEEKENDS,),
        kept_because="They want to go on",
    )


def a_signature(interview: Interview) -> Signature:
    return Signature(
        id=new_id(),
        person_id=interview.person_id,
        interview_id=interview.id,
        signer=Signer.PERSON,
        hand=Hand.DRAWN,
        on=MONDAY,
        of="56" * 32,
        strokes=((0, 180, 40, 20, 99, 360), (500, 7)),
        name="Zoë",
    )


def _of_commitment(commitment: Commitment) -> tuple[Record, ...]:
    entry = replace(
        an_entry(commitment),
        way=Way.IN_WRITING,
        think_until=MONDAY,
        explained_by="The duty manager",
        explained_how=ExplainedHow.READ_ALOUD,
        second_opinion_explained=True,
        asked_who="Her sister",
        present=(Presence(Role.INTERPRETER, "Polish"), Presence(Role.SUPPORTER)),
        looked_by=LookedBy.TEAM_LEADER,
        ended=EndedBecause.MOVED,
        taken_back=True,
        reason="It was typed under the wrong name",
    )
    withdrawal = Withdrawal(
        id=new_id(),
        person_id=commitment.person_id,
        commitment_id=commitment.id,
        on=MONDAY,
        reason="It named the wrong place",
        sealed_snapshot=b"\x00\xffsealed",
    )
    file = CommitmentFile(
        id=new_id(),
        commitment_id=commitment.id,
        format=Format.PDF,
        language=Language.WELSH,
        content=b"%PDF-1.7\x00" * 100,
        sha256="00" * 32,
    )
    pasted = Pasted(
        id=new_id(),
        person_id=commitment.person_id,
        commitment_id=commitment.id,
        language=Language.WELSH,
        piece="1-title",
        words="1. Ysgrifennu'r llythyr",
    )
    return entry, withdrawal, file, pasted


def _full_appointment(person: Person) -> Appointment:
    return replace(
        an_appointment(person, state=AppointmentState.NO_SHOW),
        without_contact=True,
        channel_reason="Recovering from an operation",
        channel_until=MONDAY + timedelta(30),
        premises=(Premises.QUIET_ROOM, Premises.LOOP),
        comes_along=(Companion.SUPPORTER,),
        moved_from=new_id(),
        moved_to=new_id(),
        absence=Absence.SAFE,
    )


def one_of_each() -> tuple[Record, ...]:
    """A record of every kind with every field filled in, parents first."""
    person = _somebody()
    interview, action = an_interview(person), _something_to_do(person)
    commitment = replace(a_commitment(person), rests_on=1)
    return (
        person,
        Circumstance(
            id=new_id(), person_id=person.id, kind="caring", starts_on=MONDAY, detail={"hours": "35", "x": [1]}
        ),
        DiscretionRecord(
            id=new_id(),
            person_id=person.id,
            easement_id="homeless",
            decided=Decided.NOT_APPLIED,
            on=MONDAY,
            until=MONDAY + timedelta(28),
            reason="She would rather look now",
            interview_id=interview.id,
            sensitive=True,
        ),
        _full_appointment(person),
        ContactRhythm(id=new_id(), person_id=person.id, days=14, reason="Between two courses", due_on=MONDAY),
        BusyTime(id=new_id(), on=MONDAY, at=time(9), minutes=45),
        interview,
        StoredAnswer(id=new_id(), interview_id=interview.id, question_id="health", sealed_value=b"\x00\xffsealed"),
        Goal(id=new_id(), person_id=person.id, text="Be a teaching assistant", importance=8, confidence=0),
        action,
        ActionOutcome(id=new_id(), action_id=action.id, person_id=person.id, happened=Happened.PARTLY, new_by=MONDAY),
        commitment,
        *_of_commitment(commitment),
        a_signature(interview),
        *handed_over(commitment, MONDAY),
        *shared(person, STARTED),
        _joined_to(person),
        a_hold(person, MONDAY),
    )


def _joined_to(person: Person) -> Joining:
    return Joining(
        id=new_id(),
        person_id=person.id,
        other_id=new_id(),
        before=a_person("Zo", "Brádaigh"),
        after=person,
        other=a_person("Zoe", "Bradaigh"),
        moved=(new_id(), new_id()),
        aside={"contact_rhythms": [{"days": 7}]},
    )
