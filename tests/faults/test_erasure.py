"""One person of a caseload is removed, and then looked for: in the file, its log, and in every backup (trust.md 1.10, 24)."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.application import Opened
from coachdesk.diary import BusyTime
from coachdesk.interviews import Interview, InterviewState
from coachdesk.people import Person
from coachdesk.people.joining import Joining
from coachdesk.records import Record
from coachdesk.services import Because
from coachdesk.storage import Writer, find, integrity, verify
from coachdesk.storage.erasure import records_of
from coachdesk.storage.mapper import canonical, plain
from tests.core.services.issuing import Watch
from tests.core.storage.pages import decrypted
from tests.core.storage.samples import a_person, an_action, an_answer, an_appointment, an_interview, one_of_each
from tests.core.storage.test_erasure import MARK, marked
from tests.faults.tally import WHOLE, Tally, many
from tests.vaults import made, setting

PIECES = tuple(MARK[start : start + 4].encode() for start in range(len(MARK) - 3))
"""What of the mark an index that keeps words in pieces would show."""

LONGEST = 10
"""Seconds that removing somebody may take."""

OTHERS, TALKS, ANSWERS = many(short=30, full=300), many(short=4, full=60), many(short=15, full=40)
BACKUPS = 26
"""One a week, until none is left that was made before: of 24 hours, ten days and eight weeks with a backup one stays."""


@pytest.mark.timeout(3600)
def test_nothing_is_found_of_somebody_who_was_removed_and_everybody_else_is_as_before(
    tmp_path: Path, tally: Tally
) -> None:
    fault, threshold = f"one of {OTHERS} people erased, then looked for", f"0 found, others whole, <= {LONGEST} s"
    for number in tally.trials(fault, threshold, many(short=1, full=4)):
        watch, folder = Watch(), tmp_path / str(number)
        folder.mkdir()
        vault = made(setting(folder, clock=watch))
        with vault.database.write() as writer:
            person = somebody_with_a_long_history(writer)
            others = [somebody_else(writer, each) for each in range(OTHERS)]
        before = {each.id: everything(vault, each) for each in others}
        older = vault.services.backing_up.make().path
        assert found_in(older, vault), "a backup that was made before holds them: they can be found"
        began = time.monotonic()
        vault.services.removal.remove(person.id, Because.ASKED)
        assert time.monotonic() - began <= LONGEST
        gone_from(vault, before)
        vault.services.restoring.restore(vault.services.restoring.backups()[0])
        gone_from(vault, before)
        if WHOLE and not number:  # it takes 26 backups
            until_the_older_one_is_thinned(vault, watch, older)
        else:
            vault.services.backing_up.make()
        for copy in {*older.parent.glob("*.cdvault")} - {older}:
            assert verify(copy, vault.database.key).sound
            assert not found_in(copy, vault), copy.name
        vault.close()


def gone_from(vault: Opened, before: dict[str, str]) -> None:
    """Nothing is left in the file and its log, everybody else is as before, and the chain holds."""
    database = vault.database
    with database.write() as writer:
        writer.deleted = True  # so that the log goes into the file, and the file alone is looked through
    assert database.path.with_name(f"{database.path.name}-wal").stat().st_size == 0
    assert not found_in(database.path, vault)
    with database.read() as connection:
        checked = integrity(connection)
        people = {each.id: each for each in find(connection, Person)}
    assert checked.sound, checked
    assert {each: everything(vault, person) for each, person in people.items()} == before


def found_in(file: Path, vault: Opened) -> list[bytes]:
    """Which pieces of the mark are anywhere in a file's pages, free ones included."""
    content = decrypted(file, vault.database.key).lower()
    return [piece for piece in PIECES if piece in content]


def everything(vault: Opened, person: Person) -> str:
    with vault.database.read() as connection:
        return canonical([plain(each) for each in (person, *records_of(connection, person.id))])


def until_the_older_one_is_thinned(vault: Opened, watch: Watch, older: Path) -> None:
    """Weeks go by in which backups are made; the one from before the removal goes in its turn."""
    for week in range(BACKUPS):
        watch.go_on(7)
        people = vault.services.people
        people.save(replace(people.draft(), given_name=f"Week {week}"))
        vault.services.backing_up.make()
        if not older.exists():
            return
    raise AssertionError("The older backup is still there.")


def somebody_with_a_long_history(writer: Writer) -> Person:
    """A record of every kind, each changed once, and talks with answers that were put right; the mark in all of it."""
    stored = [writer.put(marked(each), "test.put") for each in theirs()]
    person = next(each for each in stored if isinstance(each, Person))
    for each in stored:
        writer.put(each, "test.changed")
    for talk in range(TALKS):
        interview = writer.put(replace(an_interview(person), state=InterviewState.FINISHED), "test.put")
        for number in range(ANSWERS):
            first = replace(an_answer(interview, f"q{number}", f'"{MARK} said {talk}"'), note=f"{MARK} note")
            writer.put(replace(writer.put(first, "test.put"), value=f'"{MARK} meant {talk}"'), "test.changed")
    return person


def theirs() -> Iterator[Record]:
    """One of each, but for a joined record, which has tests of its own."""
    for each in one_of_each():
        if isinstance(each, Interview):
            yield replace(each, state=InterviewState.FINISHED)
        elif not isinstance(each, BusyTime | Joining):
            yield each


def somebody_else(writer: Writer, number: int) -> Person:
    person = writer.put(a_person("Gareth", f"Pugh {number}"), "test.put")
    interview = writer.put(replace(an_interview(person), state=InterviewState.FINISHED), "test.put")
    for question in range(ANSWERS):
        writer.put(an_answer(interview, f"q{question}"), "test.put")
    writer.put(an_appointment(person), "test.put")
    writer.put(an_action(person), "test.put")
    return person
