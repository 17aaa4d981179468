"""Signing in a real vault: kept until the commitment is issued, counted while it says what was signed, gone on request."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import text

from coachdesk.application import Opened
from coachdesk.commitments import Format, OutcomeKind, Signature, Signer
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Channel
from coachdesk.rehearsal.words import found_in
from coachdesk.services import Prepared
from coachdesk.storage import audit_lines, find
from tests.core.commitments.signing import drawn
from tests.core.services.issuing import text_of
from tests.core.services.talking import Talk, ready_to_issue

SAM, AMIRA = "Sam Okafor", "Amira Khalil"


def prepared(talk: Talk) -> Prepared:
    return talk.opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)


def kept(opened: Opened) -> tuple[Signature, ...]:
    with opened.database.read() as connection:
        return find(connection, Signature)


def refusal(talk: Talk, signer: Signer, *, name: str = "", draws: bool = False) -> str:
    """The code with which somebody may not sign."""
    signatures, shown = talk.opened.services.signatures, prepared(talk)
    try:
        signatures.draw(shown, signer, drawn()) if draws else signatures.type(shown, signer, name)
    except AppError as refused:
        return refused.code
    return ""


def test_nobody_signs_by_default_and_nothing_waits_for_it(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    shown = prepared(talk)
    assert (shown.source.signatures, shown.stops) == ((), ())
    assert not any("sign" in note.text.lower() for note in shown.notes)
    commitment = opened.services.commitments.issue(shown)
    assert not re.search("signed|signature", text_of(opened, commitment), re.IGNORECASE)


def test_both_sign_each_in_their_own_way_and_the_issued_paper_says_so(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    opened.services.signatures.draw(prepared(talk), Signer.PERSON, drawn())
    opened.services.signatures.type(prepared(talk), Signer.COACH, "  Sam ")
    assert [(each.signer, each.name) for each in prepared(talk).source.signatures] == [
        (Signer.PERSON, ""),
        (Signer.COACH, "Sam"),
    ]
    commitment = opened.services.commitments.issue(prepared(talk))
    said = " ".join(text_of(opened, commitment).split())
    assert f"Signed on screen by {AMIRA} on" in said
    assert f"Signed with a typed name by the work coach, {SAM}, on" in said
    assert kept(opened) == (), "it stands in the snapshot now, and nowhere else"
    with opened.database.read() as connection:
        codes = [line.code for line in audit_lines(connection)]
    assert codes.count("signature.added") == 2


def test_what_is_signed_twice_counts_once_and_can_be_taken_back(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    signatures = opened.services.signatures
    signatures.type(prepared(talk), Signer.PERSON, "Amira")
    again = signatures.draw(prepared(talk), Signer.PERSON, drawn())
    assert kept(opened) == (again,)
    signatures.take_back(again.id)
    assert signatures.given(talk.interview.id) == ()
    with opened.database.read() as connection:
        bodies = connection.execute(
            text(
                "SELECT b.before, b.after FROM change_bodies b JOIN changes c USING (number)"
                " WHERE c.kept_in = 'signatures'"
            )
        ).all()
    assert len(bodies) == 4
    assert {part for row in bodies for part in row} == {None}, "the log keeps no line of it"


def test_a_plan_that_changes_after_signing_is_not_carried_on_under_the_name(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    opened.services.signatures.type(prepared(talk), Signer.PERSON, AMIRA)
    talk.act("Ring the school")
    changed = prepared(talk)
    assert changed.source.signatures == ()
    assert [each.signer for each in opened.services.signatures.given(talk.interview.id)] == [Signer.PERSON]
    commitment = opened.services.commitments.issue(changed)
    assert "Signed" not in text_of(opened, commitment)
    assert kept(opened) == ()


def test_a_failure_between_signing_and_filing_loses_no_signature(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    opened.services.signatures.type(prepared(talk), Signer.PERSON, AMIRA)
    opened.services.commitments.begin(prepared(talk))
    assert [each.signer for each in prepared(talk).source.signatures] == [Signer.PERSON]


def test_whoever_is_not_there_or_cannot_decide_today_is_not_asked(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    assert refusal(talk, Signer.PERSON, name="   ") == "signature.empty"
    talk.say("outcome", OutcomeKind.COULD_NOT_DECIDE_TODAY.value)
    assert refusal(talk, Signer.PERSON, name=AMIRA) == "signature.not-offered"
    by_phone = prepared(ready_to_issue(opened))
    by_phone = replace(by_phone, source=replace(by_phone.source, channel=Channel.PHONE))
    with pytest.raises(AppError, match="not-offered"):
        opened.services.signatures.draw(by_phone, Signer.PERSON, drawn())


def test_with_a_safe_address_the_coachs_name_is_not_drawn(opened: Opened) -> None:
    talk = ready_to_issue(opened, safe_address=True)
    assert refusal(talk, Signer.COACH, draws=True) == "signature.coach-name"
    opened.services.signatures.type(prepared(talk), Signer.COACH, SAM)
    commitment = opened.services.commitments.issue(prepared(talk))
    for kind in Format:
        content = opened.services.commitments.content(commitment.id, kind)
        assert found_in(content, ["Okafor", "Wakefield"]) == ()


def test_what_was_typed_is_on_no_paper_and_withdrawing_seals_the_drawing_too(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    opened.services.signatures.type(prepared(talk), Signer.COACH, "zqx001marker")
    signature = opened.services.signatures.draw(prepared(talk), Signer.PERSON, drawn())
    commitment = opened.services.commitments.issue(prepared(talk))
    line = ",".join(map(str, signature.strokes[0][:8]))
    assert line in opened.services.commitments.issued(commitment.id).snapshot
    for kind in Format:
        content = opened.services.commitments.content(commitment.id, kind)
        assert found_in(content, ["zqx001marker"]) == ()
    opened.services.editions.withdraw(commitment.id, reason="It was the wrong paper")
    with opened.database.read() as connection:
        tables = [row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
        found = [
            table
            for table in tables
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')
            if any(line in str(cell) for cell in row)
        ]
    assert found == []
