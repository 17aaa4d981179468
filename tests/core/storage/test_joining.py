from dataclasses import fields, replace
from typing import Any

import pytest

from coachdesk.diary import BusyTime, ContactRhythm
from coachdesk.errors import AppError
from coachdesk.ids import new_id
from coachdesk.interviews import Interview, StoredAnswer
from coachdesk.people import Person
from coachdesk.people.joining import CHOSEN, SAFER, Joining, joined
from coachdesk.plans import Action, ActionOutcome, Happened
from coachdesk.records import Record
from coachdesk.storage import Database, find, find_by, get, integrity, people_count, people_rows, table_of, verify_audit
from coachdesk.storage.joining import join_records, joinings_of, part_records, staying
from coachdesk.storage.tables import CHANGES, kinds
from tests.core.storage.pages import decrypted
from tests.core.storage.samples import (
    KEY,
    MONDAY,
    Watch,
    a_commitment,
    a_person,
    an_action,
    an_appointment,
    an_entry,
    an_interview,
    one_of_each,
)

WITH_A_PERSON = [kind for kind in kinds() if "person_id" in table_of(kind).c]


def put(database: Database, *records: Record) -> list[Record]:
    with database.write() as writer:
        return [writer.put(each, "test.put") for each in records]


def somebody(database: Database, given: str) -> Person:
    (person,) = put(database, a_person(given, "Pugh"))
    assert isinstance(person, Person)
    return person


def join(database: Database, keep: Person, other: Person) -> Joining:
    with database.write() as writer:
        kept, gone = get(writer.connection, Person, keep.id), get(writer.connection, Person, other.id)
        after = joined(kept, gone, ())
        return join_records(
            writer,
            Joining(id=new_id(), person_id=kept.id, other_id=gone.id, before=kept, after=after, other=gone),
        )


def part(database: Database, joining: Joining) -> Person:
    with database.write() as writer:
        return part_records(writer, joining)


def owner(record: Record) -> str:
    whole: Any = record  # one with this field
    return str(whole.person_id)


def whose(database: Database, kind: type[Record]) -> list[str]:
    with database.read() as connection:
        return [owner(each) for each in find(connection, kind)]


def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row as it is, but for what each writing changes."""
    stamps = {"version", "updated_at"}
    with database.read() as connection:
        return {
            kind.__name__: sorted(
                (
                    {each.name: getattr(row, each.name) for each in fields(row) if each.name not in stamps}
                    for row in find(connection, kind)
                ),
                key=lambda row: row["id"],
            )
            for kind in kinds()
        }


@pytest.fixture
def both(database: Database) -> tuple[Person, Person]:
    """Somebody with nothing but a name, and the same person with a record of every kind."""
    keep = somebody(database, "Gareth")
    stored = put(database, *(each for each in one_of_each() if not isinstance(each, BusyTime)))
    other = stored[0]
    assert isinstance(other, Person)
    return keep, other


def test_no_table_that_names_a_person_is_forgotten(database: Database, both: tuple[Person, Person]) -> None:
    keep, other = both
    before = {kind: len(whose(database, kind)) for kind in WITH_A_PERSON}
    assert all(before.values())
    join(database, keep, other)
    for kind in WITH_A_PERSON:
        assert set(whose(database, kind)) == {keep.id}
        assert len(whose(database, kind)) == before[kind] + (kind is Joining)


def test_whoever_is_joined_away_is_in_no_list_and_found_by_neither_name(
    database: Database, both: tuple[Person, Person]
) -> None:
    keep, other = both
    joining = join(database, keep, other)
    with database.read() as connection:
        assert people_count(connection) == 1
        assert [row.person_id for row in people_rows(connection, day=MONDAY)] == [keep.id]
        assert people_rows(connection, day=MONDAY, archived=True) == ()
        assert people_rows(connection, "bradaigh", day=MONDAY) == ()
        assert [each.id for each in find(connection, Person)] == [keep.id]
        assert staying(connection, other.id) == staying(connection, keep.id) == keep.id
        assert joinings_of(connection, keep.id)[0].id == joining.id
        assert verify_audit(connection) is None
        assert integrity(connection).sound


def test_taken_apart_everything_is_as_it_was(database: Database, both: tuple[Person, Person]) -> None:
    before = everything(database)
    part(database, join(database, *both))
    assert everything(database) == before
    with database.read() as connection:
        assert len(people_rows(connection, day=MONDAY)) == 1
        assert len(people_rows(connection, "bradaigh", day=MONDAY, archived=True)) == 1
        assert integrity(connection).sound


def test_sealed_answers_keep_their_row_so_that_they_can_still_be_opened(database: Database) -> None:
    keep, other = somebody(database, "Gareth"), somebody(database, "Gary")
    talk = an_interview(other)
    sealed = StoredAnswer(
        id=new_id(), interview_id=talk.id, question_id="told", sealed_value=b"\x00x", sealed_version=3
    )
    _talk, answer = put(database, talk, sealed)
    joining = join(database, keep, other)
    with database.read() as connection:
        assert get(connection, StoredAnswer, answer.id) == answer
    part(database, joining)
    with database.read() as connection:
        assert get(connection, StoredAnswer, answer.id) == answer


def test_what_was_added_since_stays_but_for_what_hangs_on_what_goes_back(database: Database, watch: Watch) -> None:
    keep, other = somebody(database, "Gareth"), somebody(database, "Gary")
    theirs, issued = an_action(other), a_commitment(other)
    put(database, theirs, issued)
    joining = join(database, keep, other)
    watch.move_on(60)
    added, met = an_action(keep), an_appointment(keep)
    became = ActionOutcome(
        id=new_id(), action_id=theirs.id, person_id=keep.id, happened=Happened.DONE, interview_id=new_id()
    )
    reply = replace(an_entry(issued), person_id=keep.id)
    newer = replace(issued, id=new_id(), person_id=keep.id, edition=2)
    answered = replace(an_entry(newer), person_id=keep.id)
    put(database, added, met, became, reply, newer, answered)
    part(database, joining)
    with database.read() as connection:
        assert {each.id for each in find_by(connection, Action, person_id=keep.id)} == {added.id}
        for each in (became, reply, newer, answered):
            assert owner(get(connection, type(each), each.id)) == other.id
        assert owner(get(connection, type(met), met.id)) == keep.id


@pytest.mark.parametrize(("mine", "theirs", "stays"), [(14, 7, "theirs"), (7, 14, "mine"), (7, 7, "mine")])
def test_of_two_agreements_the_closer_one_stays_and_the_other_comes_back(
    database: Database, mine: int, theirs: int, stays: str
) -> None:
    keep, other = somebody(database, "Gareth"), somebody(database, "Gary")
    for person, days, reason in ((keep, mine, "mine"), (other, theirs, "theirs")):
        put(database, ContactRhythm(id=new_id(), person_id=person.id, days=days, reason=reason, due_on=MONDAY))
    before = everything(database)
    joining = join(database, keep, other)
    with database.read() as connection:
        assert [each.reason for each in find_by(connection, ContactRhythm, person_id=keep.id)] == [stays]
    part(database, joining)
    assert everything(database) == before


def test_several_are_taken_apart_from_the_last_one_on(database: Database, watch: Watch) -> None:
    keep, first, second = (somebody(database, name) for name in ("Gareth", "Gary", "Gaz"))
    put(database, an_action(first), an_action(second))
    before = everything(database)
    one = join(database, first, second)
    watch.move_on(60)
    two = join(database, keep, first)
    with database.read() as connection:
        assert staying(connection, second.id) == keep.id
        one = get(connection, Joining, one.id)
    with pytest.raises(AppError, match=r"joining\.later-one"):
        part(database, one)
    part(database, two)
    with database.read() as connection:
        one = get(connection, Joining, one.id)
    part(database, one)
    assert everything(database) == before


def test_taking_apart_what_was_taken_apart_or_read_before_is_refused(database: Database) -> None:
    keep, other = somebody(database, "Gareth"), somebody(database, "Gary")
    joining = join(database, keep, other)
    part(database, joining)
    with pytest.raises(AppError, match=r"storage\.not-found"):
        part(database, joining)


def test_a_record_that_was_changed_since_it_was_read_is_not_joined(database: Database) -> None:
    keep, other = somebody(database, "Gareth"), somebody(database, "Gary")
    before = everything(database)
    for stale in (replace(keep, version=9), replace(other, version=9)):
        kept, gone = (stale, other) if stale.id == keep.id else (keep, stale)
        with pytest.raises(AppError, match=r"storage\.stale"), database.write() as writer:
            join_records(
                writer,
                Joining(id=new_id(), person_id=keep.id, other_id=other.id, before=kept, after=kept, other=gone),
            )
        assert everything(database) == before


def test_with_the_one_that_stays_goes_the_one_that_was_joined_to_it(database: Database) -> None:
    keep = somebody(database, "Gareth")
    (other,) = put(database, replace(a_person("Zqxjwvk", "Zqxjwvk"), phone="0770 zqxjwvk"))
    assert isinstance(other, Person)
    put(database, replace(an_action(other), text="zqxjwvk"), an_interview(other))
    join(database, keep, other)
    with database.write() as writer:
        writer.delete(get(writer.connection, Person, keep.id), "person.erased")
    with database.read() as connection:
        assert {kind.__name__: len(find(connection, kind)) for kind in kinds()} == {
            kind.__name__: 0 for kind in kinds()
        }
    assert "zqxjwvk" not in decrypted(database.path, KEY).decode("utf-8", errors="replace").casefold()


def test_after_they_were_taken_apart_each_is_deleted_without_a_trace_in_the_log_of_the_other(
    database: Database,
) -> None:
    keep = somebody(database, "Gareth")
    (other,) = put(database, replace(a_person("Zqxjwvk", "Zqxjwvk"), contact_note="zqxjwvk"))
    assert isinstance(other, Person)
    talk = an_interview(other)
    (action, *_others) = put(database, replace(an_action(other), text="zqxjwvk"), talk)
    joining = join(database, keep, other)
    said = StoredAnswer(id=new_id(), interview_id=talk.id, question_id="q", value='"zqxjwvk"')
    put(database, said)
    with database.write() as writer:
        moved = get(writer.connection, Action, action.id)
        writer.delete(moved, "action.dropped")
    part(database, joining)
    with database.write() as writer:
        writer.delete(get(writer.connection, Person, other.id), "person.erased")
    with database.read() as connection:
        assert [each.id for each in find(connection, Person)] == [keep.id]
        assert find(connection, Interview) == ()
        assert integrity(connection).sound
        assert connection.execute(CHANGES.select().where(CHANGES.c.person_id == other.id)).all()
    assert "zqxjwvk" not in decrypted(database.path, KEY).decode("utf-8", errors="replace").casefold()


def test_every_field_of_a_person_has_its_rule_for_joining() -> None:
    ruled = {*CHOSEN, *SAFER, "archived_at"}
    own = {each.name for each in fields(Record)}
    assert {each.name for each in fields(Person)} == ruled | own


def test_nothing_of_the_record_that_stayed_is_left_with_the_one_that_went_back(database: Database) -> None:
    (keep,) = put(database, replace(a_person("Zqxjwvk", "Zqxjwvk"), contact_note="zqxjwvk"))
    assert isinstance(keep, Person)
    other = somebody(database, "Gareth")
    put(database, replace(an_action(keep), text="zqxjwvk"))
    part(database, join(database, keep, other))
    with database.write() as writer:
        writer.delete(get(writer.connection, Person, keep.id), "person.erased")
    with database.read() as connection:
        assert [each.id for each in find(connection, Person)] == [other.id]
    assert "zqxjwvk" not in decrypted(database.path, KEY).decode("utf-8", errors="replace").casefold()
