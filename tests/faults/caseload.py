"""The small caseload that goes through the faults."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from coachdesk.clock import now
from coachdesk.ids import new_id
from coachdesk.interviews.definition import Channel
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.people.person import Person
from coachdesk.storage import Database, find, integrity
from coachdesk.storage.tables import CHANGES, kinds

KEY = bytes(range(32))
WORDS = "the children are in school from nine to three and the bus takes half an hour "


def opened(vault: Path) -> Database:
    return Database.open(vault, KEY, author="coach-1", clock=now)


def next_answer(interview: Interview, question: str, *, times: int = 3) -> StoredAnswer:
    return StoredAnswer(id=new_id(), interview_id=interview.id, question_id=question, value=f'"{WORDS * times}"')


def fill(database: Database) -> Interview:
    """One person in one interview, with one answer that is being typed."""
    person = Person(id=new_id(), given_name="Amira", family_name="Khalil")
    interview = Interview(
        id=new_id(),
        person_id=person.id,
        definition_id="first-commitments",
        definition_version=1,
        channel=Channel.PHONE,
        started_at=datetime(2026, 11, 23, 10, 30, tzinfo=UTC),
    )
    with database.write() as writer:
        writer.put(person, "person.added")
        stored = writer.put(interview, "interview.started")
        writer.put(next_answer(interview, "typed"), "answer.written", visit="typed")
    return stored


def kept_whole(vault: Path, which: str) -> int:
    """Check that a vault is sound, without a gap and without half an answer; how many answers it keeps."""
    database = opened(vault)
    with database.read() as connection:
        answers = {answer.question_id: answer for answer in find(connection, StoredAnswer)}
        checked = integrity(connection)
        assert checked.sound, f"{which}: {checked}"
    database.close()
    found = len(answers) - 1
    assert set(answers) == {"typed", *(f"q{number}" for number in range(found))}, which
    assert answers["typed"].value == (str(found - 1) if found else f'"{WORDS * 3}"'), which
    return found


def gapless(connection: Connection, which: str) -> None:
    """Check that no change is missing among the changes, and that each record is as its newest change left it."""
    numbers = select(func.count(), func.max(CHANGES.c.number))
    assert len(set(connection.execute(numbers).one())) == 1, f"{which}: a change is missing"
    newest = select(CHANGES.c.record_id, func.max(CHANGES.c.version)).group_by(CHANGES.c.record_id)
    versions = {row[0]: row[1] for row in connection.execute(newest)}
    for kind in kinds():
        for record in find(connection, kind):
            assert record.version == versions[record.id], f"{which}: a version of {kind.__name__} is missing"
