from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coachdesk.application import Opened, open_vault
from coachdesk.commitments import Format
from coachdesk.errors import AppError
from coachdesk.interviews import Channel
from coachdesk.plans import ActionState, Happened, Party
from coachdesk.storage import audit_lines, verify
from coachdesk.vault import VaultFiles
from tests.core.services.talking import REVIEW, TEN, Talk, begin, ready_to_issue
from tests.vaults import PASSPHRASE, made, setting


def codes(talk: Talk) -> list[str]:
    """The audit's codes about the person, oldest first."""
    with talk.opened.database.read() as connection:
        return [line.code for line in reversed(audit_lines(connection, subject=talk.person.id))]


def test_an_action_without_a_date_is_kept_as_a_draft_until_it_has_one(opened: Opened) -> None:
    talk = begin(opened)
    draft = talk.act("Ring the school", by=None)
    assert draft.state is ActionState.DRAFT
    assert opened.services.plans.plan(talk.person.id).open == ()
    whole = opened.services.plans.save_action(replace(draft, by=talk.today))
    assert whole.state is ActionState.OPEN


def test_an_action_is_let_go_with_a_reason_and_taken_up_again(opened: Opened) -> None:
    talk = begin(opened)
    action = talk.act("Ring the school")
    gone = opened.services.plans.let_go(action.id, "They closed")
    assert (gone.state, gone.let_go_reason) == (ActionState.LET_GO, "They closed")
    assert opened.services.plans.take_up(action.id).state is ActionState.OPEN


def test_what_became_of_an_action_is_one_row_a_meeting_and_moves_the_action(opened: Opened) -> None:
    first = ready_to_issue(opened)
    opened.services.interviews.finish(first.interview)
    review, plans = begin(opened, REVIEW, first.person), opened.services.plans
    asked, ours = plans.plan(first.person.id).actions
    later = first.today + timedelta(days=9)
    plans.record_outcome(asked.id, Happened.NOT_YET, interview_id=review.interview.id, learned="No bus", new_by=later)
    assert plans.plan(first.person.id).asked[0].by == later
    plans.record_outcome(asked.id, Happened.DONE, interview_id=review.interview.id, learned="There is a bus")
    plans.record_outcome(ours.id, Happened.NO_LONGER_RIGHT, interview_id=review.interview.id)
    plan = plans.plan(first.person.id)
    assert plan.open == ()
    assert [(each.happened, each.learned) for each in plan.outcomes] == [
        (Happened.DONE, "There is a bus"),
        (Happened.NO_LONGER_RIGHT, ""),
    ]


def test_every_call_leaves_one_line_and_none_of_them_says_what_was_said(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("who_is_here", "alone")
    talk.act("Ring the school", owner=Party.COACH)
    services = opened.services
    booked = services.diary.book(services.diary.draft(talk.person.id, REVIEW, talk.today, TEN, Channel.PHONE))
    services.diary.move(booked.id, talk.today + timedelta(days=1), TEN)
    services.day.prep(talk.person.id)
    services.interviews.pause(talk.interview)
    services.people.archive(talk.person.id)
    services.people.restore(talk.person.id)
    assert codes(talk) == [
        "person.added",
        "interview.started",
        "interview.opened",
        "answer.saved",
        "action.saved",
        "appointment.booked",
        "appointment.moved",
        "person.prepared",
        "interview.paused",
        "person.archived",
        "person.restored",
    ]
    lines = services.administration.audit()
    assert all("Amira" not in line.text and "school" not in line.text and line.text.endswith(".") for line in lines)
    assert services.administration.audit_broken_at() is None


def test_issuing_and_handing_over_leave_their_lines(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    commitments = opened.services.commitments
    issued = commitments.issue(commitments.prepare(talk.interview.id, talk.person.language))
    commitments.content(issued.id, Format.PDF)
    assert codes(talk)[-3:] == ["commitment.numbered", "commitment.issued", "commitment.shown"]


def test_nobody_is_stored_without_a_name_or_born_tomorrow(opened: Opened) -> None:
    people, tomorrow = opened.services.people, opened.services.day.today() + timedelta(days=1)
    for person, code in (
        (people.draft(), "person.no-name"),
        (replace(people.draft(), given_name="A", date_of_birth=tomorrow), "person.future-birth"),
    ):
        with pytest.raises(AppError) as refused:
            people.save(person)
        assert refused.value.code == code
    assert people.count() == 0


def test_a_backup_is_a_whole_vault_that_opens_with_the_same_passphrase(tmp_path: Path) -> None:
    where = setting(tmp_path)
    opened = made(where)
    talk = ready_to_issue(opened)
    path = opened.services.administration.back_up()
    talk.act("After the backup")
    assert verify(path, opened.keys.data_key).sound
    assert opened.services.backing_up.last() is not None
    opened.close()
    files = VaultFiles(path.parent, path.stem)
    assert files.header.exists()
    copy = open_vault(replace(where, folder=files.folder, name=files.name), PASSPHRASE)
    texts = [action.text for action in copy.services.plans.plan(talk.person.id).actions]
    copy.close()
    assert texts == ["List twelve schools", "Ring the course office"]
