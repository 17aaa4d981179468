"""What waits is kept beside the records: as it would be found by looking at all of them, whatever was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from coachdesk.commitments import EntryKind
from coachdesk.diary import AppointmentState
from coachdesk.interviews import InterviewState
from coachdesk.people import Circumstance, Person
from coachdesk.plans import ActionState, Party, Rhythm
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.facts import Decided
from coachdesk.storage import EVER, Checked, Database, Writer, note_checked, to_check
from coachdesk.storage.queries import without_next_step
from coachdesk.storage.waiting_index import fill_waiting
from coachdesk.storage.waiting_tables import WAITING_COMMITMENTS, WAITING_PEOPLE
from tests.core.storage.samples import (
    MONDAY,
    a_commitment,
    a_person,
    an_action,
    an_answer,
    an_appointment,
    an_entry,
    an_interview,
)

RULES = "2026-11-01"
TUESDAY = MONDAY + timedelta(1)


def waiting_rows(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        columns = WAITING_PEOPLE.c
        people = connection.execute(select(columns.person_id, columns.step_until).order_by(columns.person_id)).all()
        commitments = connection.execute(select(WAITING_COMMITMENTS).order_by(WAITING_COMMITMENTS.c.commitment_id))
        return [tuple(row) for row in (*people, *commitments)]


@contextmanager
def writing(database: Database) -> Iterator[Writer]:
    """A write after which the index is as it would be made anew."""
    with database.write() as writer:
        yield writer
    kept = waiting_rows(database)
    with database.write() as writer:
        fill_waiting(writer.connection)
    assert waiting_rows(database) == kept


def stuck(database: Database, day: date = MONDAY) -> list[str]:
    with database.read() as connection:
        return sorted(row.name for row in without_next_step(connection, day))


def test_a_next_step_comes_and_goes_with_appointments_and_actions(database: Database) -> None:
    with writing(database) as writer:
        amira = writer.put(a_person("Amira", "Khalil"), "person.added")
    assert stuck(database) == ["Amira Khalil"]
    with writing(database) as writer:
        booked = writer.put(an_appointment(amira), "appointment.booked")
    assert (stuck(database), stuck(database, TUESDAY)) == ([], ["Amira Khalil"])
    with writing(database) as writer:
        writer.put(replace(booked, state=AppointmentState.CANCELLED), "appointment.changed")
        daily = writer.put(replace(an_action(amira, by=None), every=Rhythm.DAY), "action.added")
    assert stuck(database, date(2030, 1, 1)) == []
    with writing(database) as writer:
        writer.put(replace(daily, state=ActionState.DONE), "action.changed")
        someday = writer.put(an_action(amira, Party.COACH, by=None), "action.added")
    assert stuck(database) == ["Amira Khalil"]
    with writing(database) as writer:
        writer.delete(writer.put(replace(someday, by=MONDAY), "action.changed"), "action.discarded")
    assert stuck(database) == ["Amira Khalil"]


def test_what_goes_to_somebody_else_counts_for_them(database: Database) -> None:
    with writing(database) as writer:
        amira, bo = (writer.put(a_person(name, "Ek"), "person.added") for name in ("Amira", "Bo"))
        booked = writer.put(an_appointment(amira), "appointment.booked")
    assert stuck(database) == ["Bo Ek"]
    with writing(database) as writer:
        writer.put(replace(booked, person_id=bo.id), "appointment.changed")
    assert stuck(database) == ["Amira Ek"]


def test_whoever_leaves_the_caseload_or_is_deleted_waits_no_more_and_comes_back_as_they_were(
    database: Database,
) -> None:
    with writing(database) as writer:
        amira, bo = (writer.put(a_person(name, "Ek"), "person.added") for name in ("Amira", "Bo"))
        of_amira = writer.put(a_commitment(amira), "commitment.issued")
    before = waiting_rows(database)
    with writing(database) as writer:
        left = writer.put(replace(amira, archived_at=writer._now), "person.archived")
    assert [row[0] for row in waiting_rows(database)] == [bo.id]
    with writing(database) as writer:
        writer.put(replace(left, archived_at=None), "person.restored")
    assert waiting_rows(database) == before
    with writing(database) as writer:
        writer.delete(bo, "person.deleted")
    assert {row[0] for row in waiting_rows(database)} - {of_amira.id} == {amira.id}


def test_a_commitment_waits_until_it_is_answered_or_replaced_or_a_meeting_ends_kindly(database: Database) -> None:
    def waits() -> list[object]:
        return [row[1] for row in waiting_rows(database) if len(row) == 3]

    with writing(database) as writer:
        amira, bo, cy = (writer.put(a_person(name, "Ek"), "person.added") for name in ("Amira", "Bo", "Cy"))
        of_amira, of_bo, _of_cy = (
            writer.put(a_commitment(each, f"K7M2-{number}"), "commitment.issued")
            for number, each in enumerate((amira, bo, cy))
        )
    assert sorted(map(str, waits())) == sorted([amira.id, bo.id, cy.id])
    with writing(database) as writer:
        writer.put(an_entry(of_amira, EntryKind.ENDED), "commitment.ended")
        writer.put(replace(a_commitment(bo, of_bo.number), edition=2, rests_on=1), "commitment.issued")
    assert waits() == [cy.id]
    with writing(database) as writer:
        writer.put(replace(an_interview(cy), state=InterviewState.STOPPED, must_stop=True), "interview.ended")
    assert waits() == []


@pytest.fixture
def amira(database: Database) -> Person:
    """Somebody with an interview, checked for good."""
    with database.write() as writer:
        amira = writer.put(a_person("Amira", "Khalil"), "person.added")
        note_checked(writer.connection, RULES, [Checked(amira.id, EVER)])
    return amira


def checks(database: Database, day: date = MONDAY, rules: str = RULES) -> int:
    with database.read() as connection:
        return len(to_check(connection, rules, day, most=9))


def test_somebody_is_checked_again_with_another_day_or_other_rules(database: Database, amira: Person) -> None:
    assert checks(database, date(2030, 1, 1)) == 0
    assert [checks(database, rules=rules) for rules in ("2026-12-01", "2025-01-01")] == [1, 1]
    with database.write() as writer:
        note_checked(writer.connection, RULES, [Checked(amira.id, MONDAY)])
    assert (checks(database), checks(database, TUESDAY)) == (0, 1)


def test_whatever_is_written_about_somebody_has_them_checked_again(database: Database, amira: Person) -> None:
    talk = an_interview(amira)
    decided = DiscretionRecord(
        id="d", person_id=amira.id, easement_id="homeless", decided=Decided.APPLIED, on=MONDAY, reason="Told"
    )
    for record in (
        talk,
        an_answer(talk),
        Circumstance(id="c", person_id=amira.id, kind="caring"),
        decided,
        an_action(amira, Party.COACH),
    ):
        with database.write() as writer:
            stored = writer.put(record, "test.put")
        assert checks(database) == 1, type(record).__name__
        with database.write() as writer:
            note_checked(writer.connection, RULES, [Checked(amira.id, EVER)])
        if isinstance(record, DiscretionRecord):
            with database.write() as writer:
                writer.delete(stored, "test.deleted")
            assert checks(database) == 1
            with database.write() as writer:
                note_checked(writer.connection, RULES, [Checked(amira.id, EVER)])
    with database.write() as writer:
        writer.put(an_appointment(amira), "appointment.booked")
    assert checks(database) == 0
