"""Every screen that shows a person's record leaves a line about them, whichever way somebody got there."""

from collections.abc import Callable

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, Format
from coachdesk.storage import audit_lines
from tests.core.services.issuing import issue
from tests.core.services.talking import Talk, ready_to_issue

READS: dict[str, Callable[[Opened, Talk, Commitment], object]] = {
    "the person": lambda vault, talk, _made: vault.services.people.open(talk.person.id),
    "the prep card": lambda vault, talk, _made: vault.services.day.prep(talk.person.id),
    "the interview": lambda vault, talk, _made: vault.services.interviews.open(talk.interview.id),
    "the circumstances": lambda vault, talk, _made: vault.services.circumstances.of(talk.person.id),
    "what applies": lambda vault, talk, _made: vault.services.requirements.for_person(talk.person.id),
    "a document": lambda vault, _talk, made: vault.services.commitments.content(made.id, Format.PDF, handed="shown"),
    "who looked": lambda vault, talk, _made: vault.services.viewing.log(talk.person.id),
    "a review copy": lambda vault, talk, _made: vault.services.access.copy(talk.person.id),
}


@pytest.mark.parametrize("screen", READS)
def test_whatever_shows_a_record_is_noted_with_whose_it_is(timed: Opened, screen: str) -> None:
    talk = ready_to_issue(timed)
    made = issue(talk)
    with timed.database.read() as connection:
        before = audit_lines(connection, limit=1)[0].number
    READS[screen](timed, talk, made)
    with timed.database.read() as connection:
        since = [each for each in audit_lines(connection) if each.number > before]
    assert {each.subject for each in since} == {talk.person.id}
