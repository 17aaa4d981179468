"""Issued commitments on their way: their numbers, their files, and what was taken back."""

import pytest

from coachdesk.commitments import WHOLE, CommitmentFile, Format, OutcomeKind, Pasted
from coachdesk.errors import AppError
from coachdesk.handover import Body, PackedPerson
from coachdesk.i18n import Language
from coachdesk.services.handover_making import remembered
from coachdesk.storage import find
from tests.core.handover.conftest import Office
from tests.core.handover.passing import returned, stand_in, take
from tests.core.services.issuing import issue, let_out, reply, unanswered
from tests.core.services.talking import Talk


def test_an_issued_commitment_travels_with_its_number_and_its_files_are_known_there(office: Office) -> None:
    talk = unanswered(office.sam.vault)
    commitment = issue(talk)
    content = office.sam.services.commitments.content(commitment.id, Format.PDF)
    stand_in(office, talk.person.id)
    robin = office.robin.services
    assert robin.commitments.issued(commitment.id) == commitment
    assert robin.commitments.content(commitment.id, Format.PDF) == content
    assert robin.editions.verify(content).number == commitment.number
    reply(office.robin.vault, commitment, OutcomeKind.AGREED)
    office.watch.go_on(1)
    theirs = issue(Talk(office.robin.vault, talk.person, talk.interview))
    assert theirs.number.startswith(office.robin.vault.info.short_id)
    take(office.sam, returned(office, talk.person.id))
    here = office.sam.services
    assert here.outcomes.life(commitment.id).outcome is OutcomeKind.AGREED
    assert {each.number for each in here.people.open(talk.person.id).commitments} == {commitment.number, theirs.number}
    assert here.editions.verify(robin.commitments.content(theirs.id, Format.PDF)).number == theirs.number
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
        sam.commitments.content(commitment.id, Format.PDF)
    assert sam.administration.check().sound


def test_what_a_document_said_that_was_taken_back_is_not_remembered_of_packs_either(office: Office) -> None:
    talk = unanswered(office.sam.vault)
    talk.ask("Zqxsaid too much", reason="Because you told us what you want")
    commitment = issue(talk)
    stand_in(office, talk.person.id)
    before = [each["snapshot"] for each in remembered_documents(office)]
    office.sam.services.editions.withdraw(commitment.id, reason="It named the wrong place")
    assert before[0].count("Zqxsaid")
    assert [each["snapshot"] for each in remembered_documents(office)] == [""]
    robins = office.robin.services
    let_out(robins, robins.journal.outgoing(commitment.id, WHOLE, Language.ENGLISH))
    office.watch.go_on(1)
    take(office.sam, returned(office, talk.person.id))
    assert {each["snapshot"] for each in remembered_documents(office)} == {""}
    with office.sam.vault.database.read() as connection:
        assert not find(connection, Pasted)
        assert b"Zqxsaid" not in b"".join(each.content for each in find(connection, CommitmentFile))
    assert office.sam.services.commitments.issued(commitment.id).is_withdrawn, (
        "Robin does not know yet, and brings nothing back"
    )
    office.watch.go_on(1)
    stand_in(office, talk.person.id)
    assert robins.commitments.issued(commitment.id).is_withdrawn


def remembered_documents(office: Office) -> list[Body]:
    """The commitments as Sam's vault remembers them of packs."""
    with office.sam.vault.database.read() as connection:
        packs = find(connection, PackedPerson)
    return [body for pack in packs for body in remembered(pack.base)["commitments"].values()]
