from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import Connection

from coachdesk.commitments import EntryKind
from coachdesk.diary import AppointmentState, Rows
from coachdesk.interviews import InterviewState
from coachdesk.people import Need
from coachdesk.plans import ActionState, Party, Rhythm
from coachdesk.storage import (
    Database,
    PersonRow,
    day_rows,
    held_before,
    last_contact,
    people_count,
    people_rows,
    waiting,
)
from tests.core.storage.samples import (
    MONDAY,
    STARTED,
    a_commitment,
    a_person,
    an_action,
    an_appointment,
    an_entry,
    an_interview,
)
from tests.core.storage.statements import full_scans, watched


def test_a_line_of_the_list_says_what_is_next_when_we_last_met_and_what_is_open(database: Database) -> None:
    person = replace(a_person("Siân", "Khalil", "Shan"), needs=(Need.WELSH,), date_of_birth=date(1990, 2, 1))
    with database.write() as writer:
        writer.put(person, "person.added")
        for days, state in (
            (9, AppointmentState.BOOKED),
            (3, AppointmentState.BOOKED),
            (1, AppointmentState.CANCELLED),
            (-1, AppointmentState.BOOKED),
            (-7, AppointmentState.SEEN),
            (-3, AppointmentState.NO_SHOW),
        ):
            writer.put(an_appointment(person, MONDAY + timedelta(days), state), "appointment.booked")
        writer.put(replace(an_interview(person), started_at=STARTED - timedelta(days=5)), "interview.started")
        writer.put(an_action(person), "action.added")
        writer.put(an_action(person, Party.COACH), "action.added")
        writer.put(replace(an_action(person), state=ActionState.DONE), "action.added")
    with database.read() as connection:
        assert people_rows(connection, day=MONDAY) == (
            PersonRow(
                person_id=person.id,
                name="Shan",
                full_name="Siân Khalil",
                date_of_birth=date(1990, 2, 1),
                needs=(Need.WELSH,),
                next_on=MONDAY + timedelta(3),
                next_at=time(10, 30),
                last_contact=MONDAY - timedelta(5),
                open_actions=2,
                archived=False,
            ),
        )


def test_the_day_has_every_appointment_of_it_in_the_order_of_the_clock(database: Database) -> None:
    amira, gareth = a_person("Amira"), a_person("Gareth")
    with database.write() as writer:
        for person in (amira, gareth):
            writer.put(person, "person.added")
        writer.put(replace(an_appointment(amira), at=time(14, 5)), "appointment.booked")
        writer.put(an_appointment(gareth, state=AppointmentState.CANCELLED), "appointment.booked")
        writer.put(an_appointment(gareth, MONDAY + timedelta(1)), "appointment.booked")
    with database.read() as connection:
        rows = day_rows(connection, MONDAY)
    assert [(row.person.given_name, row.appointment.at) for row in rows] == [
        ("Gareth", time(10, 30)),
        ("Amira", time(14, 5)),
    ]


def test_everything_that_waits_is_found_and_nothing_else(database: Database) -> None:
    person, settled, gone = a_person("Amira", "Khalil"), a_person("Bo", "Ek"), a_person("Cy", "Fry")
    paused = replace(an_interview(person), state=InterviewState.PAUSED)
    mine, overdue = an_action(person, Party.COACH), an_appointment(person, MONDAY - timedelta(1))
    commitment = a_commitment(person)
    records = (
        person,
        settled,
        replace(gone, archived_at=STARTED),
        paused,
        replace(an_interview(person), state=InterviewState.FINISHED),
        mine,
        an_action(person, Party.COACH, MONDAY + timedelta(1)),
        an_action(person, Party.CLAIMANT),
        replace(an_action(person, Party.COACH), state=ActionState.DONE),
        overdue,
        an_appointment(person, MONDAY - timedelta(1), AppointmentState.SEEN),
        an_appointment(settled),
        an_interview(gone),
        an_action(gone, Party.COACH),
        commitment,
    )
    with database.write() as writer:
        for record in records:
            writer.put(record, "test.put")
    with database.read() as connection:
        found = waiting(connection, MONDAY)
    assert [(row.record_id, row.text, row.on) for row in found.unfinished] == [(paused.id, "first-commitments", MONDAY)]
    assert [(row.record_id, row.text, row.on) for row in found.promises] == [(mine.id, "Ring the nursery", MONDAY)]
    assert [(row.record_id, row.on) for row in found.met] == [(overdue.id, MONDAY - timedelta(1))]
    assert [(row.record_id, row.text) for row in found.unanswered] == [(commitment.id, "K7M2-14")]
    assert found.without_next_step == ()
    assert {row.name for row in (*found.unfinished, *found.promises, *found.met)} == {"Amira Khalil"}


def test_a_commitment_waits_for_an_answer_only_where_one_is_wanted(database: Database) -> None:
    person, ill = a_person("Amira", "Khalil"), a_person("Di", "Oz")
    waits, answered, ended = (a_commitment(person, f"K7M2-{number}") for number in (14, 15, 18))
    records = (
        person,
        waits,
        answered,
        an_entry(answered),
        replace(a_commitment(person, "K7M2-16"), rests_on=1),
        a_commitment(person, "K7M2-17"),
        replace(a_commitment(person, "K7M2-17"), edition=2, snapshot=""),
        ended,
        an_entry(ended, EntryKind.ENDED),
        ill,
        a_commitment(ill, "K7M2-19"),
        replace(an_interview(ill), state=InterviewState.STOPPED, must_stop=True),
    )
    with database.write() as writer:
        for record in records:
            writer.put(record, "test.put")
    with database.read() as connection:
        found = waiting(connection, MONDAY).unanswered
    assert [(row.record_id, row.text) for row in found] == [(waits.id, "K7M2-14")]


def test_nobody_without_a_next_step_is_overlooked(database: Database) -> None:
    nothing, past, done, booked, daily = (a_person(name, "Ek") for name in ("Ann", "Bea", "Cat", "Dee", "Eve"))
    with database.write() as writer:
        for person in (nothing, past, done, booked, daily):
            writer.put(person, "person.added")
        writer.put(an_appointment(past, MONDAY - timedelta(1), AppointmentState.SEEN), "appointment.booked")
        writer.put(replace(an_action(done), state=ActionState.DONE), "action.added")
        writer.put(an_appointment(booked), "appointment.booked")
        writer.put(replace(an_action(daily, by=None), every=Rhythm.DAY), "action.added")
    with database.read() as connection:
        rows = waiting(connection, MONDAY).without_next_step
    assert [row.name for row in rows] == ["Ann Ek", "Bea Ek", "Cat Ek"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda connection: people_rows(connection, day=MONDAY),
        lambda connection: people_rows(connection, day=MONDAY, offset=50, archived=True),
        lambda connection: people_rows(connection, "am kha", day=MONDAY),
        lambda connection: people_rows(connection, "amria", day=MONDAY),
        people_count,
        lambda connection: day_rows(connection, MONDAY),
        lambda connection: waiting(connection, MONDAY),
        lambda connection: waiting(connection, MONDAY, now=STARTED, quiet_before=MONDAY),
        lambda connection: last_contact(connection, "somebody"),
        lambda connection: day_rows(connection, MONDAY, MONDAY + timedelta(6)),
        lambda connection: held_before(connection, an_appointment(a_person())),
    ],
)
def test_no_list_reads_a_whole_table(
    database: Database, ask: Callable[[Connection], tuple[PersonRow, ...] | int | Rows]
) -> None:
    with database.write() as writer:
        person = writer.put(a_person("Amira", "Khalil"), "person.added")
        writer.put(an_appointment(person), "appointment.booked")
    with watched(database) as work, database.read() as connection:
        ask(connection)
    assert work.statements
    assert full_scans(database, work.statements) == []
