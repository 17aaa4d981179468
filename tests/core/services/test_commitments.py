from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from coachdesk.application import Opened
from coachdesk.commitments import Commitment, CommitmentFile, Format, OutcomeKind
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Answer
from coachdesk.people import How
from coachdesk.plans import Implements, Party
from coachdesk.privacy import Privacy
from coachdesk.storage import table_of
from tests.core.services.issuing import let_out
from tests.core.services.talking import REVIEW, TEN, Talk, begin, ready_to_issue


def stops(talk: Talk) -> set[str]:
    prepared = talk.opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    return {stop.code for stop in prepared.stops}


def issue(talk: Talk) -> Commitment:
    commitments = talk.opened.services.commitments
    return commitments.issue(commitments.prepare(talk.interview.id, Language.ENGLISH))


def text_of(talk: Talk, commitment: Commitment) -> str:
    return talk.opened.services.commitments.content(commitment.id, Format.TEXT).decode()


def test_each_person_has_a_number_and_each_issue_is_the_next_edition(opened: Opened) -> None:
    short = opened.info.short_id
    amira, darren = ready_to_issue(opened), ready_to_issue(opened, given_name="Darren", family_name="Whitlock")
    first, others, second = issue(amira), issue(darren), issue(amira)
    assert [(each.number, each.edition) for each in (first, others, second)] == [
        (f"{short}-1", 1),
        (f"{short}-2", 1),
        (f"{short}-1", 2),
    ]
    assert f"Number: {short}-1, edition 2" in text_of(amira, second)


def test_a_number_that_was_given_is_never_given_again_even_where_the_drawing_failed(opened: Opened) -> None:
    commitments = opened.services.commitments
    amira, darren = ready_to_issue(opened), ready_to_issue(opened, given_name="Darren", family_name="Whitlock")
    given_up = commitments.begin(commitments.prepare(amira.interview.id, Language.ENGLISH))
    assert issue(darren).number != given_up.commitment.number


def test_what_was_issued_stays_byte_by_byte_when_the_plan_goes_on(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    issued = issue(talk)
    before = opened.services.commitments.content(issued.id, Format.PDF)
    talk.act("Read with the children")
    opened.services.people.save(replace(opened.services.people.open(talk.person.id).person, family_name="Other"))
    assert let_out(opened.services, opened.services.commitments.outgoing(issued.id, Format.PDF, How.PRINTED)) == before


def test_a_stored_document_that_was_altered_is_not_handed_out(opened: Opened) -> None:
    issued = issue(ready_to_issue(opened))
    table = table_of(CommitmentFile)
    with opened.database.write() as writer:
        writer.connection.execute(update(table).values(content=b"something else"))
    with pytest.raises(AppError) as refused:
        opened.services.commitments.content(issued.id, Format.PDF)
    assert refused.value.code == "commitment.altered"


def test_a_copy_is_saved_under_a_name_that_tells_nothing(opened: Opened, tmp_path: Path) -> None:
    talk = ready_to_issue(opened)
    issue(talk)
    path = opened.services.commitments.write(issue(talk).id, Format.PDF, tmp_path)
    assert path.name == f"plan-{talk.today}-{opened.info.short_id}-1-2.pdf"
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_statutory_pause_stops_what_would_be_recorded_as_a_requirement(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    assert stops(talk) == set()
    talk.say("card_private", ["recovery"])
    assert stops(talk) == {"stop.pause"}
    with pytest.raises(AppError) as refused:
        issue(talk)
    assert (refused.value.code, refused.value.details["reason"]) == ("commitment.stopped", "stop.pause")
    assert opened.services.commitments.of_interview(talk.interview.id) == ()
    talk.say("card_private", [])
    assert stops(talk) == set()


def test_nothing_is_given_out_where_the_meeting_ended_kindly_and_why_is_not_said(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.say("card_serious", ["serious_illness"])
    commitments = opened.services.commitments
    (stop,) = commitments.prepare(talk.interview.id, Language.ENGLISH).stops
    assert stop.code == "stop.pause"
    assert "ended kindly" in stop.text
    assert "ill" not in stop.text
    with pytest.raises(AppError) as refused:
        issue(talk)
    assert refused.value.code == "commitment.stopped"
    assert commitments.of_interview(talk.interview.id) == ()
    talk.say("card_serious", [])
    assert stops(talk) == set()


def test_a_pause_of_looking_for_work_leaves_a_meeting_that_is_asked(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["recovery"])
    talk.ask("Talk with my coach once a month", implements=Implements.INTERVIEW)
    talk.meet_in(14)
    assert stops(talk) == set()


def test_words_that_must_stay_off_paper_stop_it_even_where_they_were_typed_twice(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.say("bad_day", "I cannot face the crowd in town")
    talk.act("Shop early, because I cannot face the crowd in town")
    assert stops(talk) == {"stop.leak"}


def test_a_private_note_stops_it_where_its_words_stand_on_paper(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.say("proud_of", "Much", note="Her brother drinks again every night")
    talk.act("Move out, as her brother drinks again every night")
    assert stops(talk) == {"stop.leak"}


def test_nobody_goes_home_without_a_next_step(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("goal", "Work in a school")
    assert stops(talk) == {"stop.no-next-step"}
    talk.act("Ring the course office", owner=Party.COACH)
    assert stops(talk) == set()


def test_the_meeting_that_is_going_on_is_no_next_step(opened: Opened) -> None:
    talk = begin(opened)
    diary = opened.services.diary
    now = diary.draft(talk.person.id, REVIEW, talk.today, TEN, talk.interview.channel)
    booked = diary.book(now)
    opened.services.interviews.finish(talk.interview)
    again = opened.services.interviews.start(talk.person.id, REVIEW, talk.interview.channel, appointment_id=booked.id)
    review = Talk(opened, talk.person, again.interview)
    assert stops(review) == {"stop.no-next-step"}
    day = review.meet_in(7)
    prepared = opened.services.commitments.prepare(review.interview.id, Language.ENGLISH)
    assert prepared.source.next_meeting is not None
    assert prepared.source.next_meeting.on == day


def test_where_all_stays_between_the_two_there_is_no_paper(opened: Opened) -> None:
    talk = begin(opened)
    talk.goal("Feel safe", privacy=Privacy.BETWEEN_US)
    talk.act("Save the number under another name", privacy=Privacy.BETWEEN_US)
    talk.meet_in(7)
    assert stops(talk) == {"stop.leak"}


def test_a_missing_answer_is_said_and_stops_nothing(opened: Opened) -> None:
    talk = begin(opened)
    talk.meet_in(7)
    prepared = opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    assert [each.question.id for each in prepared.missing] == ["outcome"]
    assert prepared.stops == ()


def test_what_the_person_said_is_recorded_with_the_commitment(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.say("outcome", "taken_away")
    talk.say("second_opinion", "yes")
    until = talk.today + timedelta(days=7)
    talk.say("think_until", until.isoformat())
    life = opened.services.outcomes.life(issue(talk).id)
    assert (life.outcome, life.second_opinion_on, life.think_until) == (OutcomeKind.TAKEN_AWAY, talk.today, until)


def test_a_character_that_no_font_has_is_named_before_anything_is_issued(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.act("Ring محمد about the van")
    commitments = opened.services.commitments
    prepared = commitments.prepare(talk.interview.id, Language.ENGLISH)
    assert set(commitments.unprintable(prepared)) == set("محمد")
    with pytest.raises(AppError) as refused:
        commitments.issue(prepared)
    assert refused.value.code == "documents.unprintable"
    assert commitments.of_interview(talk.interview.id) == ()


def test_an_answer_that_was_not_given_says_nothing_about_the_outcome(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    talk.answers["outcome"] = Answer()
    opened.services.interviews.save_answer(talk.interview, talk.answers, "outcome", visit="taken back")
    assert opened.services.outcomes.life(issue(talk).id).outcome is None
