"""Issued commitments on their way: their numbers, their files, and what was taken back."""

import pytest

from coachdesk.commitments import Format, OutcomeKind
from coachdesk.errors import AppError
from tests.core.handover.conftest import Office
from tests.core.handover.passing import returned, stand_in, take
from tests.core.services.issuing import issue, reply, unanswered
from tests.core.services.talking import Talk


def test_an_issued_commitment_travels_with_its_number_and_its_files_are_known_there(office: Office) -> None:
    talk = unanswered(office.sam.vault)
    commitment = issue(talk)
    content = office.sam.services.commitments.content(commitment.id, Format.PDF, handed="shown")
    stand_in(office, talk.person.id)
    robin = office.robin.services
    assert robin.commitments.issued(commitment.id) == commitment
    assert robin.commitments.content(commitment.id, Format.PDF, handed="shown") == content
    assert robin.editions.verify(content).number == commitment.number
    reply(office.robin.vault, commitment, OutcomeKind.AGREED)
    office.watch.go_on(1)
    theirs = issue(Talk(office.robin.vault, talk.person, talk.interview))
    assert theirs.number.startswith(office.robin.vault.info.short_id)
    take(office.sam, returned(office, talk.person.id))
    here = office.sam.services
    assert here.outcomes.life(commitment.id).outcome is OutcomeKind.AGREED
    assert {each.number for each in here.people.open(talk.person.id).commitments} == {commitment.number, theirs.number}
    assert (
        here.editions.verify(robin.commitments.content(theirs.id, Format.PDF, handed="shown")).number == theirs.number
    )
    ours = issue(talk)
    assert (ours.number, ours.edition) == (commitment.number, 2)


def test_a_document_that_a_colleague_took_back_is_sealed_here_too(office: Office) -> None:
    talk = unanswered(office.sam.vault)
    commitment = issue(talk)
    stand_in(office, talk.person.id)
    office.robin.services.editions.withdraw(commitment.id, reason="It named the wrong place")
    take(office.sam, returned(office, talk.person.id))
    sam = office.sam.services
    assert sam.commitments.issued(commitment.id).is_withdrawn
    with pytest.raises(AppError, match=r"commitment\.withdrawn"):
        sam.commitments.content(commitment.id, Format.PDF, handed="shown")
    assert sam.administration.check().sound
