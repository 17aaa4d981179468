"""A person who is removed is in no page of the file, and the record of who looked still holds."""

from dataclasses import replace

import pytest

from coachdesk.application import Opened
from coachdesk.errors import AppError
from coachdesk.services import Because
from tests.core.services.issuing import Watch, issue
from tests.core.services.talking import begin, ready_to_issue
from tests.core.storage.pages import decrypted

MARK = "zqxjwvk"


def test_nothing_of_a_removed_person_is_left_in_the_file_and_the_audit_holds(timed: Opened, watch: Watch) -> None:
    talk = ready_to_issue(timed, given_name=MARK, contact_note=f"{MARK} mornings")
    talk.goal(f"Work with {MARK}")
    issue(talk)
    timed.services.interviews.finish(talk.interview)
    other = begin(timed, given_name="Gareth", family_name="Pugh").person
    timed.services.removal.remove(talk.person.id, Because.ASKED)
    assert timed.services.administration.audit_broken_at() is None
    assert timed.services.administration.audit()[0].text == "A person was removed for good."
    assert [row.full_name for row in timed.services.people.find()] == [other.full_name]
    key, path = timed.database.key, timed.database.path
    timed.database.close()
    seen = decrypted(path, key).decode("utf-8", errors="replace").casefold()
    assert MARK not in seen
    assert "pugh" in seen


def test_the_line_that_stays_names_a_reason_and_nobody(timed: Opened) -> None:
    people = timed.services.people
    zoe = people.save(replace(people.draft(), given_name="Zoe"))
    timed.services.removal.remove(zoe.id, Because.MISTAKE)
    with timed.database.read() as connection:
        line = connection.exec_driver_sql("SELECT code, subject, record FROM audit ORDER BY number DESC LIMIT 1").one()
    assert tuple(line) == ("person.removed.mistake", "", "")


def test_nobody_is_removed_while_a_talk_with_them_is_open(timed: Opened) -> None:
    talk = begin(timed)
    with pytest.raises(AppError, match=r"removal\.talk-open"):
        timed.services.removal.remove(talk.person.id, Because.OVER)
    assert timed.services.people.count() == 1
    timed.services.interviews.pause(talk.interview)
    timed.services.removal.remove(talk.person.id, Because.OVER)
    assert timed.services.people.count() == 0
