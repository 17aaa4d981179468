"""The easement check over ten thousand people, each with an interview and some with a circumstance."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from coachdesk.application import Opened
from coachdesk.ids import new_id
from coachdesk.interviews import Channel, Interview, StoredAnswer
from coachdesk.people import Circumstance, Person
from coachdesk.records import Record
from coachdesk.storage import Writer, table_of
from tests.bench.harness import Comparison, timed
from tests.vaults import made, setting

PEOPLE = 10_000
NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
TODAY = NOW.date()
WORDS = "Nursery 15 hours a week, and the breakfast club on three days of it."


def said(number: int) -> dict[str, object]:
    """What a person said at the first meeting: nearly everybody's hours are decided, a third have children."""
    answers: dict[str, object] = {
        "who_is_here": "alone",
        "partner_in_claim": "yes" if number % 5 == 0 else "no",
        "cares_for": "no",
        "week_now": {"presets": ["mornings"], "words": WORDS},
        "in_work": "no",
        "proud_of": WORDS,
        "goal": WORDS,
        "hours": "20",
        "travel": str(30 + number % 4 * 15),
        "health_changes": "yes" if number % 20 == 0 else "no",
    }
    if number % 3 == 0:
        answers |= {"children": [{"age": str(number % 15), "born": ""}], "school_run": WORDS}
    if number % 20 == 0:
        until = (TODAY + timedelta(days=number % 30)).isoformat()
        answers |= {"fit_note": "yes", "fit_note_dates": {"from": "2026-11-01", "until": until}}
    if number % 10:
        review = (TODAY + timedelta(days=number % 60 - 1)).isoformat()
        answers |= {"hours_decided": "20", "hours_reason": "We talked about it", "hours_review": review}
    return answers


def records(number: int) -> Iterator[Record]:
    """One person's."""
    born = date(1970, 1, 1) + timedelta(days=number)
    person = Person(id=new_id(), given_name="Amira", family_name=f"Khalil{number}", date_of_birth=born)
    interview = Interview(
        id=new_id(),
        person_id=person.id,
        definition_id="first-commitments",
        definition_version=1,
        channel=Channel.PHONE,
        started_at=NOW - timedelta(days=number % 200),
    )
    yield person
    yield interview
    for question, value in said(number).items():
        text = json.dumps(value, sort_keys=True, separators=(",", ":"))
        yield StoredAnswer(id=new_id(), interview_id=interview.id, question_id=question, value=text)
    if number % 10 == 1:
        yield Circumstance(id=new_id(), person_id=person.id, kind="homeless", starts_on=TODAY, sensitive=True)


def keep(writer: Writer, every: list[Record]) -> None:
    """All at once, without the log of changes: this is about reading."""
    stored = [replace(each, version=1, author="coach", created_at=NOW, updated_at=NOW) for each in every]
    for kind in dict.fromkeys(type(each) for each in stored):
        rows = [
            {field.name: getattr(each, field.name) for field in fields(each)} for each in stored if type(each) is kind
        ]
        writer.connection.execute(insert(table_of(kind)), rows)


def fill(opened: Opened) -> None:
    """Everybody's records, and one that is written as usual."""
    with opened.database.write() as writer:
        keep(writer, [record for number in range(PEOPLE) for record in records(number)])


def comparisons() -> Iterator[Comparison]:
    """Everybody read anew, and the same once it is known who has changed since."""
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-") as folder:
        opened = made(setting(Path(folder), clock=lambda: NOW))
        fill(opened)
        requirements = opened.services.requirements
        yield Comparison(
            f"the easement check, {PEOPLE:,} people, all of them",
            timed(lambda: requirements.month(NOW.year, NOW.month)),
            aim_ms=1000,
            goes=5,
        )
        yield Comparison(
            f"the easement check, {PEOPLE:,} people, after the first time", timed(requirements.due), aim_ms=50
        )
        opened.close()
