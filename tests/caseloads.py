"""Invented caseloads of any size in a real vault, made in bulk: everybody has a past, a plan and a next step.

The log of changes gets one line for each record, as it would have; what waits and whom one finds is made from the records.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice

from sqlalchemy import insert

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Entry, EntryKind, OutcomeKind
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.interviews import Channel, Interview, InterviewState, StoredAnswer
from coachdesk.people import Circumstance, Person
from coachdesk.plans import Action, ActionOutcome, ActionState, Goal, Happened, Party
from coachdesk.records import Record
from coachdesk.storage import Writer, table_of
from coachdesk.storage.agreed_index import index_agreed
from coachdesk.storage.search_index import index_person
from coachdesk.storage.tables import CHANGES
from coachdesk.storage.waiting_index import fill_waiting

REVIEW, FIRST = "work-search-review", "first-commitments"
A_DAY_HAS = 14
EVENTS = 20
"""About so many records of each person: talks, meetings, steps, what became of them, what was issued."""
_AT_ONCE = 1_000

GIVEN = ("Amira", "Darren", "Kezia", "Callum", "Lena", "Piotr", "Sian", "Owen")
FAMILY = ("Achebe", "Brown", "Costa", "Davies", "Evans", "Farah", "Green", "Hughes", "Iqbal", "Jones")


def fill(
    opened: Opened, people: int, *, at: datetime, settled: bool = True, named: Iterator[Person] | None = None
) -> list[str]:
    """So many people; fourteen of them are booked for the day, the others for the days after. Their ids, those first.

    Where they are not `settled`, nobody has a next step beyond the day, and nobody answered their commitment. They are
    those who are `named`, where somebody is.
    """
    found: list[str] = []
    everybody = enumerate(islice(named or map(_somebody, count()), people))
    while some := list(islice(everybody, _AT_ONCE)):
        records = [
            record
            for number, person in some
            for record in (person, *_records(person, number, at))
            if settled or _is_over(record, at)
        ]
        found += [person.id for _number, person in some]
        with opened.database.write() as writer:  # not all in one: the log of a hundred thousand would double the file
            _keep(writer, records, at)
    with opened.database.write() as writer:
        fill_waiting(writer.connection)
    return found


def _somebody(number: int) -> Person:
    born = date(1970, 1, 1) + timedelta(days=number % 12000)
    given, family = GIVEN[number % 8], f"{FAMILY[number % 10]}{number}"
    return Person(id=new_id(), given_name=given, family_name=family, date_of_birth=born)


def _is_over(record: Record, at: datetime) -> bool:
    match record:
        case Entry():
            return False
        case Appointment():
            return record.on <= at.date()
        case Action():
            return record.state is not ActionState.OPEN
        case _:
            return True


def _records(person: Person, number: int, at: datetime) -> Iterator[Record]:
    yield from _meetings(person, number, at.date())
    yield from _talks(person, number, at)
    if number % 10 == 1:
        yield Circumstance(id=new_id(), person_id=person.id, kind="caring", detail={"hours": "20"})


def _meetings(person: Person, number: int, today: date) -> Iterator[Record]:
    """Five that took place, and one to come."""
    next_on = today + timedelta(days=number // A_DAY_HAS)
    for days in (70, 56, 42, 28, 14, 0):
        yield Appointment(
            id=new_id(),
            person_id=person.id,
            on=next_on if not days else today - timedelta(days=days + number % 7),
            at=time(9 + number % A_DAY_HAS // 2, 30 * (number % 2)),
            minutes=10,
            definition_id=REVIEW,
            channel=Channel.FACE_TO_FACE,
            state=AppointmentState.SEEN if days else AppointmentState.BOOKED,
        )


def _talks(person: Person, number: int, at: datetime) -> Iterator[Record]:
    """Two interviews with what came of them: answers, a goal, steps, a commitment that was agreed."""
    for talk, definition in enumerate((FIRST, REVIEW)):
        begun = at - timedelta(days=70 - 28 * talk + number % 7)
        interview = Interview(
            id=new_id(),
            person_id=person.id,
            definition_id=definition,
            definition_version=1,
            channel=Channel.FACE_TO_FACE,
            started_at=begun,
            ended_at=begun + timedelta(minutes=20),
            state=InterviewState.FINISHED,
        )
        yield interview
        for question, value in (("who_is_here", "alone"), ("hours_decided", "20")):
            yield StoredAnswer(id=new_id(), interview_id=interview.id, question_id=question, value=json.dumps(value))
        yield from _plan(person, interview, talk, at.date())
        if talk:
            yield from _issued(person, number, interview)


def _issued(person: Person, number: int, interview: Interview) -> Iterator[Record]:
    """The commitment that came of a talk, and that the person agreed."""
    commitment = Commitment(
        id=new_id(),
        person_id=person.id,
        interview_id=interview.id,
        number=f"K7M2-{number}",
        edition=1,
        issued_at=interview.started_at,
        language=Language.ENGLISH,
        snapshot='{"a":1}',
        digest="12" * 32,
        stable="34" * 32,
    )
    yield commitment
    yield Entry(
        id=new_id(),
        person_id=person.id,
        commitment_id=commitment.id,
        kind=EntryKind.REPLY,
        on=interview.started_at.date(),
        outcome=OutcomeKind.AGREED,
    )


def _plan(person: Person, interview: Interview, talk: int, today: date) -> Iterator[Record]:
    """A step that was done and one that goes on; the first talk has the goal."""
    if not talk:
        yield Goal(id=new_id(), person_id=person.id, text="Work in a school", interview_id=interview.id)
    for state in (ActionState.DONE, ActionState.OPEN):
        action = Action(
            id=new_id(),
            person_id=person.id,
            text="Ring one school",
            owner=Party.CLAIMANT,
            by=None if talk else today + timedelta(days=21),
            state=state,
            interview_id=interview.id,
            position=talk,
        )
        yield action
        if state is ActionState.DONE:
            yield ActionOutcome(
                id=new_id(),
                action_id=action.id,
                person_id=person.id,
                happened=Happened.DONE,
                interview_id=interview.id,
            )


def _keep(writer: Writer, every: list[Record], at: datetime) -> None:
    stored = [replace(each, version=1, author="coach", created_at=at, updated_at=at) for each in every]
    whose = {each.id: each.person_id for each in stored if isinstance(each, Interview)}
    for kind in dict.fromkeys(type(each) for each in stored):
        of_kind = [each for each in stored if type(each) is kind]
        rows = [{field.name: getattr(each, field.name) for field in fields(each)} for each in of_kind]
        writer.connection.execute(insert(table_of(kind)), rows)
        log = [
            {
                "at": at,
                "author": "coach",
                "code": "test.put",
                "kept_in": table_of(kind).name,
                "record_id": each.id,
                "person_id": _whose(each, whose),
                "version": 1,
                "hash": "00" * 32,
                "visit": None,
            }
            for each in of_kind
        ]
        writer.connection.execute(insert(CHANGES), log)
    for each in stored:
        if isinstance(each, Person):
            index_person(writer.connection, each)
        elif isinstance(each, (Goal, Action)):
            index_agreed(writer.connection, each)


def _whose(record: Record, of_talks: dict[str, str]) -> str:
    if isinstance(record, Person):
        return record.id
    if isinstance(record, StoredAnswer):
        return of_talks[record.interview_id]
    return str(getattr(record, "person_id", ""))


MORNING = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
"""A Tuesday."""
