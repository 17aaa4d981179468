import pytest

from coachdesk.application import Opened
from coachdesk.interviews import Answer, InterviewState, StoredAnswer
from coachdesk.storage import find, table_of
from tests.core.services.talking import REVIEW, Talk, begin


@pytest.fixture
def talk(opened: Opened) -> Talk:
    return begin(opened)


def audited(opened: Opened) -> list[str]:
    return [row.text for row in opened.services.administration.audit()]


def next_meetings(talk: Talk) -> list[tuple[str, str]]:
    file = talk.opened.services.people.open(talk.person.id)
    return [(each.on.isoformat(), each.at.strftime("%H:%M")) for each in file.appointments]


def test_a_paused_interview_comes_back_to_the_same_question_with_every_word(opened: Opened, talk: Talk) -> None:
    talk.say("who_is_here", "alone")
    talk.say("proud_of", "Forty dinners a day.\n“Every day.”", note="Beamed")
    moved = opened.services.interviews.keep_place(talk.interview)
    paused = opened.services.interviews.pause(moved)
    assert paused.state is InterviewState.PAUSED
    back = opened.services.interviews.open(talk.interview.id)
    assert back.interview.state is InterviewState.OPEN
    assert back.interview.question_id == talk.interview.question_id
    assert back.answers["proud_of"] == Answer("Forty dinners a day.\n“Every day.”", note="Beamed")


def test_starting_again_carries_on_what_was_not_finished(opened: Opened, talk: Talk) -> None:
    assert begin(opened, person=talk.person).interview.id == talk.interview.id
    opened.services.interviews.finish(talk.interview)
    assert begin(opened, person=talk.person).interview.id != talk.interview.id


def test_whoever_was_not_alone_is_offered_the_private_card_again(opened: Opened, talk: Talk) -> None:
    talk.say("who_is_here", "partner")
    assert opened.services.people.open(talk.person.id).person.private_card_due
    opened.services.interviews.finish(talk.interview)
    again = begin(opened, REVIEW, talk.person)
    assert opened.services.interviews.open(again.interview.id).card_again
    assert "Offer to talk alone" in " ".join(opened.services.day.prep(talk.person.id).remember)
    again.say("who_is_here", "alone")
    assert not opened.services.interviews.open(again.interview.id).card_again


def test_an_illness_that_serious_ends_the_flow_and_taking_it_back_goes_on(talk: Talk) -> None:
    talk.say("card_serious", ["serious_illness"])
    assert talk.stored().must_stop
    assert talk.circumstances() == {("benefit_team_today", True)}
    talk.say("card_serious", [])
    assert not talk.stored().must_stop
    assert talk.circumstances() == set()


def test_circumstances_follow_what_is_chosen_and_go_with_it(talk: Talk) -> None:
    talk.say("who_is_here", "alone")
    talk.say("card", ["caring", "homeless"])
    talk.say("card_private", ["hurt"])
    assert talk.circumstances() == {("caring", True), ("homeless", True), ("domestic_abuse", True)}
    talk.say("card", ["caring"])
    assert talk.circumstances() == {("caring", True), ("domestic_abuse", True)}
    talk.say("card_private", [])
    talk.say("card", ["nothing"])
    assert talk.circumstances() == set()


def test_a_note_beside_a_sealed_answer_that_stays_shut_changes_nothing(opened: Opened, talk: Talk) -> None:
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["recovery"])
    shut = opened.services.interviews.open(talk.interview.id).answers["card_private"]
    assert (shut.sealed, shut.value) == (True, None)
    talk.answers["card_private"] = Answer(sealed=True, note="Offered water")
    opened.services.interviews.save_answer(talk.interview, talk.answers, "card_private", visit="note")
    assert talk.circumstances() == {("structured_recovery", True)}
    shown = opened.services.interviews.reveal(talk.interview, "card_private", reason="plan")
    assert shown is not None
    assert shown.value == "A recovery course"


def test_a_sealed_answer_lies_encrypted_in_its_row_and_opening_it_is_audited(opened: Opened, talk: Talk) -> None:
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    table = table_of(StoredAnswer)
    with opened.database.read() as connection:
        (row,) = find(connection, StoredAnswer, table.c.question_id == "card_private")
    assert row.value is None
    assert row.sealed_value is not None
    assert b"hurt" not in row.sealed_value
    assert "A sealed answer was opened." not in audited(opened)
    shown = opened.services.interviews.reveal(talk.interview, "card_private", reason="plan")
    assert shown is not None
    assert "hurt" in shown.value
    assert "hurt" not in str(shown)
    assert audited(opened)[0] == "A sealed answer was opened."


def test_the_next_meeting_is_booked_moved_and_dropped_with_its_answer(talk: Talk) -> None:
    first = talk.meet_in(14)
    assert next_meetings(talk) == [(first.isoformat(), "10:30")]
    second = talk.meet_in(21, at="15:00")
    assert next_meetings(talk) == [(second.isoformat(), "15:00")]
    talk.say(
        "next_meeting", {"on": {"day": "31", "month": "2", "year": "2027"}, "at": "15:00", "channel": "", "reason": ""}
    )
    assert next_meetings(talk) == []


def test_what_somebody_goes_by_reaches_their_record(opened: Opened, talk: Talk) -> None:
    talk.say("preferred_name", "Amy")
    talk.say("contact_note", "After four")
    person = opened.services.people.open(talk.person.id).person
    assert (person.name, person.contact_note) == ("Amy", "After four")


def test_one_stay_in_a_field_is_one_line_in_the_audit(opened: Opened, talk: Talk) -> None:
    for text in ("F", "Fo", "Forty"):
        talk.answers["proud_of"] = Answer(text)
        opened.services.interviews.save_answer(talk.interview, talk.answers, "proud_of", visit="one stay")
    assert audited(opened).count("An answer was saved.") == 1
    assert opened.services.interviews.open(talk.interview.id).answers["proud_of"].value == "Forty"


def test_what_was_said_last_time_is_shown_again_but_nothing_sealed(opened: Opened, talk: Talk) -> None:
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["recovery"])
    talk.say("hours", "20")
    opened.services.interviews.finish(talk.interview)
    again = begin(opened, REVIEW, talk.person)
    last_time = opened.services.interviews.open(again.interview.id).last_time
    assert last_time["hours"] == "20 hours a week"
    assert "card_private" not in last_time


def test_a_conversation_that_ended_early_says_so_in_the_history_and_not_why(opened: Opened, talk: Talk) -> None:
    talk.say("card_serious", ["serious_illness"])
    stopped = opened.services.interviews.stop(talk.interview)
    assert stopped.state is InterviewState.STOPPED
    assert stopped.ended_at is not None
    lines = [line.text for line in opened.services.people.open(talk.person.id).timeline]
    assert lines == ["First commitments meeting: ended early"]
