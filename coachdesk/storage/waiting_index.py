"""Keeps what waits for the coach: every write that bears on it changes it in the same transaction.

Whether somebody has a next step, and which commitments want an answer, follows from the records by SQL alone. What the
rules say of somebody is found elsewhere and noted here; a write that may change it only says that it is to be found anew.
"""

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from coachdesk.commitments.acceptance import Entry, EntryKind
from coachdesk.commitments.commitment import Commitment
from coachdesk.diary.appointment import Appointment
from coachdesk.diary.states import TO_COME
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.people.person import Circumstance, Person
from coachdesk.plans.plan import Action, ActionState
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.storage.search_sql import json_of

_WORDS = {
    "open": ActionState.OPEN.value,
    "to_come": json_of(TO_COME),
    "ever": "9999-12-31",  # the next step of whoever has an action with a date or a rhythm, until it is done or let go
    "answers": json_of((EntryKind.REPLY, EntryKind.ENDED)),
}

_STEPS = """\
INSERT INTO waiting_people (person_id, step_until, checked_by, checked_until, due)
SELECT p.id, max(
    CASE WHEN EXISTS (
        SELECT 1 FROM actions AS a
        WHERE a.person_id = p.id AND a.state = :open AND (a."by" IS NOT NULL OR a.every IS NOT NULL)
    ) THEN :ever ELSE '' END,
    coalesce((
        SELECT max(m."on") FROM appointments AS m
        WHERE m.person_id = p.id AND m.state IN (SELECT value FROM json_each(:to_come))
    ), '')
), '', '', 0
FROM people AS p WHERE p.archived_at IS NULL
"""
_OF_THEM = """\
AND p.id = :person
ON CONFLICT (person_id) DO UPDATE SET step_until = excluded.step_until WHERE step_until <> excluded.step_until
"""

_UNANSWERED = """\
INSERT OR REPLACE INTO waiting_commitments (commitment_id, person_id, issued_at)
SELECT c.id, c.person_id, c.issued_at FROM commitments AS c
WHERE c.rests_on = 0 AND c.snapshot <> ''
AND EXISTS (SELECT 1 FROM people AS p WHERE p.id = c.person_id AND p.archived_at IS NULL)
AND NOT EXISTS (
    SELECT 1 FROM commitment_entries AS e
    WHERE e.commitment_id = c.id AND e.kind IN (SELECT value FROM json_each(:answers))
)
AND NOT EXISTS (SELECT 1 FROM commitments AS later WHERE later.number = c.number AND later.edition > c.edition)
AND NOT EXISTS (
    SELECT 1 FROM interviews AS i WHERE i.person_id = c.person_id AND i.must_stop
    AND (i.started_at >= c.issued_at OR i.id = c.interview_id)
)
"""
"""No answer is wanted where only the plan changed since the person said yes, once there is a newer edition, or where a
later meeting ended kindly before its end."""
_TO_THEM = "AND c.person_id = :person"

_CHECK_THEM = "UPDATE waiting_people SET checked_by = '' WHERE checked_by <> '' AND person_id = :person"
_CHECK_WHO_TALKED = """\
UPDATE waiting_people SET checked_by = ''
WHERE checked_by <> '' AND person_id = (SELECT i.person_id FROM interviews AS i WHERE i.id = :interview)
"""
_FORGET_WHO_LEFT = """\
DELETE FROM waiting_people
WHERE person_id = :person AND NOT EXISTS (SELECT 1 FROM people AS p WHERE p.id = :person AND p.archived_at IS NULL)
"""
_FORGET_COMMITMENTS = "DELETE FROM waiting_commitments WHERE person_id = :person"


def keep_waiting(connection: Connection, record: Record) -> None:
    """After a record was stored or deleted: what waits because of it, or no longer does."""
    if isinstance(record, StoredAnswer):
        _run(connection, _CHECK_WHO_TALKED, interview=record.interview_id)
        return
    person_id = record.id if isinstance(record, Person) else str(getattr(record, "person_id", ""))
    if isinstance(record, Person):
        _run(connection, _FORGET_WHO_LEFT, person=person_id)
    if isinstance(record, (Person, Appointment, Action)):
        _run(connection, _STEPS + _OF_THEM, person=person_id)
    if isinstance(record, (Person, Commitment, Entry)) or (isinstance(record, Interview) and record.must_stop):
        _run(connection, _FORGET_COMMITMENTS, person=person_id)
        _run(connection, _UNANSWERED + _TO_THEM, person=person_id)
    if isinstance(record, (Person, Circumstance, DiscretionRecord, Action, Interview)):
        _run(connection, _CHECK_THEM, person=person_id)


def fill_waiting(connection: Connection) -> None:
    """Make all of it anew from the records; what the rules say of everybody is to be found anew."""
    for statement in ("DELETE FROM waiting_people", "DELETE FROM waiting_commitments", _STEPS, _UNANSWERED):
        _run(connection, statement)


def _run(connection: Connection, statement: str, **values: str) -> None:
    """Straight by the driver, as `Prepared` does it: a save waits for this."""
    driver: dbapi2.Connection = connection.connection.driver_connection
    driver.execute(statement, _WORDS | values)
