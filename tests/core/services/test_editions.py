"""Editions years later, side by side, and one that leaked."""

from pathlib import Path

import pytest

from coachdesk.application import Opened, open_vault
from coachdesk.commitments import Changed, CommitmentFile, Format, OutcomeKind, Withdrawal
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import How
from coachdesk.services import FileStanding
from coachdesk.services.editions import CONTENT, SNAPSHOT
from coachdesk.storage import find_by
from tests.core.services.issuing import Watch, issue, let_out, text_of
from tests.core.services.talking import ready_to_issue
from tests.vaults import PASSPHRASE, made, setting


def test_years_later_every_edition_opens_byte_by_byte(tmp_path: Path, watch: Watch) -> None:
    where = setting(tmp_path, clock=watch)
    opened = made(where)
    talk = ready_to_issue(opened)
    kept = {}
    for _ in range(2):
        issued = issue(talk)
        for kind in Format:
            kept[issued.id, kind] = opened.services.commitments.content(issued.id, kind)
        talk.act("Read with the children")
    opened.close()
    watch.go_on(365 * 6)
    again = open_vault(where, PASSPHRASE)
    for (issued_id, kind), content in kept.items():
        assert again.services.commitments.content(issued_id, kind) == content
        assert again.services.editions.verify(content).commitment_id == issued_id
    again.close()


def test_the_new_edition_is_shown_beside_the_last_and_on_its_first_page(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    first = issue(talk)
    talk.act("Read with the children")
    prepared = timed.services.commitments.prepare(talk.interview.id, Language.ENGLISH, compared=True)
    (new,) = timed.services.editions.since_last(prepared)
    assert (new.changed, new.line.words.value) == (Changed.NEW, "Read with the children")
    second = timed.services.commitments.issue(prepared)
    assert timed.services.editions.difference(second.id) == (new,)
    assert timed.services.editions.difference(first.id) == ()
    text = timed.services.commitments.content(second.id, Format.TEXT).decode()
    assert text.index("What is different since edition 1") < text.index("What I am asked to do")
    assert text.count("Read with the children") == 2
    assert "What is different" not in text_of(timed, first)


def test_a_document_that_leaked_is_taken_back_and_only_the_key_of_the_vault_opens_it(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    leaked = issue(talk)
    pdf = let_out(timed.services, timed.services.commitments.outgoing(leaked.id, Format.PDF, How.PRINTED))
    editions = timed.services.editions
    with pytest.raises(AppError, match=r"commitment\.reason-needed"):
        editions.withdraw(leaked.id, reason=" ")
    life = editions.withdraw(leaked.id, reason="The number of the refuge was on it")
    assert (life.withdrawn_on, life.is_current, life.outcome) == (talk.today, False, OutcomeKind.AGREED)
    for refused in (
        lambda: timed.services.commitments.content(leaked.id, Format.PDF),
        lambda: let_out(timed.services, timed.services.commitments.outgoing(leaked.id, Format.LARGE, How.PRINTED)),
        lambda: timed.services.commitments.journal(leaked.id),
        lambda: editions.withdraw(leaked.id, reason="Once more"),
    ):
        with pytest.raises(AppError, match=r"commitment\.withdrawn"):
            refused()
    assert editions.verify(pdf).standing is FileStanding.WITHDRAWN
    assert editions.verify(pdf + b" ").standing is FileStanding.ALTERED
    with timed.database.read() as connection:
        (withdrawal,) = find_by(connection, Withdrawal, commitment_id=leaked.id)
        files = find_by(connection, CommitmentFile, commitment_id=leaked.id)
    open_sealed = timed.keys.open_sealed
    assert (
        open_sealed(withdrawal.sealed_snapshot, row=withdrawal.id, question=SNAPSHOT, version=1).decode()
        == leaked.snapshot
    )
    for file in files:
        assert b"%PDF" not in file.content
        content = open_sealed(file.content, row=file.id, question=CONTENT, version=file.version)
        assert (content == pdf) is (file.format is Format.PDF)
    said = [line.text for line in timed.services.people.open(talk.person.id).timeline]
    assert any(line.endswith("withdrawn.") for line in said)
    assert not any("refuge" in line for line in said)
    assert timed.services.administration.audit_broken_at() is None


def test_what_was_withdrawn_is_compared_with_nothing(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    talk.act("Ring the refuge")
    first = issue(talk)
    leaked = issue(talk)
    timed.services.editions.withdraw(leaked.id, reason="It leaked")
    talk.act("Read with the children")
    third = issue(talk, compared=True)
    assert "What is different since edition 1" in text_of(timed, third)
    assert [each.line.words.value for each in timed.services.editions.difference(third.id)] == [
        "Read with the children"
    ]
    assert timed.services.editions.difference(leaked.id) == ()
    timed.services.editions.withdraw(first.id, reason="So did this")
    assert timed.services.editions.difference(third.id) == ()
    assert "What is different" not in text_of(timed, issue(talk))
