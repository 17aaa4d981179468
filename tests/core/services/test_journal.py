"""Carrying a commitment over to the account: in order, in its exact words, marked, and forgotten where it was taken back."""

import pytest

from coachdesk.application import Opened
from coachdesk.commitments import WHOLE, Format, Pasted
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Giving, InSpite, Safe
from coachdesk.storage import find
from tests.core.services.issuing import Watch, issue, let_out
from tests.core.services.talking import ready_to_issue


def marks_of(opened: Opened, commitment_id: str) -> dict[str, str]:
    found = opened.services.journal.pasted(commitment_id, Language.ENGLISH)
    return {piece: mark.words for piece, mark in found.items()}


def test_each_piece_is_marked_with_its_time_and_its_exact_words(timed: Opened, watch: Watch) -> None:
    issued = issue(ready_to_issue(timed))
    journal = timed.services.journal
    message, *others = journal.pieces(issued.id)
    assert marks_of(timed, issued.id) == {}
    assert let_out(timed.services, journal.outgoing(issued.id, message.id, Language.ENGLISH)).decode() == message.text
    watch.go_on(days=1)
    title = next(each for each in others if each.is_title)
    let_out(timed.services, journal.outgoing(issued.id, title.id, Language.ENGLISH))
    assert journal.pasted(issued.id, Language.ENGLISH)[title.id].created_at == watch()
    assert marks_of(timed, issued.id) == {message.id: message.text, title.id: title.text}
    assert journal.pasted(issued.id, Language.WELSH) == {}
    let_out(timed.services, journal.outgoing(issued.id, message.id, Language.WELSH))
    assert (
        journal.pasted(issued.id, Language.WELSH)[message.id].words == journal.pieces(issued.id, Language.WELSH)[0].text
    )
    said = [line.text for line in timed.services.administration.audit(limit=6)]
    assert said == ["A commitment's text was copied.", "An issued commitment was shown."] * 3


def test_all_of_it_is_kept_as_the_filed_text(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    let_out(timed.services, timed.services.journal.outgoing(issued.id, WHOLE, Language.WELSH))
    words = let_out(timed.services, timed.services.journal.outgoing(issued.id, WHOLE, Language.ENGLISH)).decode()
    assert words == timed.services.commitments.content(issued.id, Format.TEXT).decode()
    assert marks_of(timed, issued.id) == {WHOLE: words}


def test_a_mark_is_taken_back_and_set_again_and_the_words_stay_kept(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    journal = timed.services.journal
    piece = journal.pieces(issued.id)[0]
    let_out(timed.services, journal.outgoing(issued.id, piece.id, Language.ENGLISH))
    journal.take_back(issued.id, piece.id, Language.ENGLISH)
    journal.take_back(issued.id, piece.id, Language.ENGLISH)
    assert marks_of(timed, issued.id) == {}
    with timed.database.read() as connection:
        assert [each.words for each in find(connection, Pasted)] == [piece.text]
    let_out(timed.services, journal.outgoing(issued.id, piece.id, Language.ENGLISH))
    assert marks_of(timed, issued.id) == {piece.id: piece.text}


def test_what_is_not_safe_by_post_is_neither_copied_nor_marked(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    issued = issue(talk)
    timed.services.handing.told(talk.person.id, Giving.POST, Safe.NO)
    piece = timed.services.journal.pieces(issued.id)[0]
    with pytest.raises(AppError, match=r"giving\.not-safe"):
        let_out(timed.services, timed.services.journal.outgoing(issued.id, piece.id, Language.ENGLISH))
    assert marks_of(timed, issued.id) == {}
    let_out(timed.services, timed.services.journal.outgoing(issued.id, piece.id, Language.ENGLISH, InSpite.THEY_ASKED))
    assert marks_of(timed, issued.id) == {piece.id: piece.text}


def test_of_a_document_that_is_taken_back_no_words_stay(timed: Opened) -> None:
    issued = issue(ready_to_issue(timed))
    piece = timed.services.journal.pieces(issued.id)[0]
    let_out(timed.services, timed.services.journal.outgoing(issued.id, piece.id, Language.ENGLISH))
    timed.services.editions.withdraw(issued.id, reason="It said where she lives")
    with timed.database.read() as connection:
        assert find(connection, Pasted) == ()
    with pytest.raises(AppError, match=r"commitment\.withdrawn"):
        let_out(timed.services, timed.services.journal.outgoing(issued.id, piece.id, Language.ENGLISH))
    assert timed.services.administration.audit_broken_at() is None
