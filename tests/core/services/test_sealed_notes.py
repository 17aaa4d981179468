"""What a coach notes beside a sealed answer is sealed with it."""

import json

from coachdesk.application import Opened
from coachdesk.interviews import Answer, StoredAnswer
from coachdesk.services.subject_access import as_json
from coachdesk.storage import find_by
from tests.core.services.talking import Talk, begin

NOTE = "She sleeps at her sister's"


def noted(vault: Opened, value: list[str] | None) -> Talk:
    talk = begin(vault)
    talk.say("who_is_here", "alone")
    talk.say("card_private", value, note=NOTE)
    return talk


def rows(talk: Talk) -> tuple[StoredAnswer, ...]:
    with talk.opened.database.read() as connection:
        return find_by(connection, StoredAnswer, interview_id=talk.interview.id, question_id="card_private")


def test_the_note_beside_a_sealed_answer_is_read_only_by_who_opens_it(timed: Opened) -> None:
    talk = noted(timed, ["hurt"])
    (row,) = rows(talk)
    assert (row.value, row.note) == (None, "")
    assert NOTE not in str(timed.services.interviews.open(talk.interview.id))
    revealed = timed.services.interviews.reveal(talk.interview, "card_private", reason="asked")
    assert revealed is not None
    assert revealed.value == f"Being hurt, threatened or controlled by someone\n{NOTE}"


def test_a_note_without_an_answer_is_sealed_as_well_and_nothing_follows_from_it(timed: Opened) -> None:
    talk = noted(timed, None)
    assert rows(talk)[0].note == ""
    assert timed.services.interviews.open(talk.interview.id).answers["card_private"].sealed
    assert talk.circumstances() == set()
    revealed = timed.services.interviews.reveal(talk.interview, "card_private", reason="asked")
    assert revealed is not None
    assert revealed.value == NOTE


def test_a_sealed_answer_that_is_not_opened_keeps_its_note_whatever_is_stored_beside_it(timed: Opened) -> None:
    talk = noted(timed, ["hurt"])
    talk.answers["card_private"] = Answer(sealed=True)
    timed.services.interviews.save_answer(talk.interview, talk.answers, "card_private", visit="again")
    revealed = timed.services.interviews.reveal(talk.interview, "card_private", reason="asked")
    assert revealed is not None
    assert NOTE in revealed.value
    assert talk.circumstances() == {("domestic_abuse", True)}


def test_it_is_in_a_review_copy_where_that_was_chosen_with_a_reason_only(timed: Opened) -> None:
    talk = noted(timed, ["hurt"])
    copies = [
        json.dumps(as_json(timed.services.access.copy(talk.person.id, private=reason))) for reason in ("", "asked")
    ]
    assert [NOTE in each for each in copies] == [False, True]
