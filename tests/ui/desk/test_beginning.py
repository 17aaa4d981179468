"""What the desk begins with: the day, or the interview that was on the screen when the vault was locked."""

from dataclasses import replace

from coachdesk.application import Opened
from coachdesk.interviews import Channel
from tests.ui.desk.conftest import Sitting
from ui.kit.text_fields import GrowingText


def left_open(vault: Opened) -> str:
    """An interview with Amira that somebody left at a question with room for words; its id."""
    services = vault.services
    amira = services.people.save(replace(services.people.draft(), given_name="Amira"))
    interview = services.interviews.start(amira.id, "first-commitments", Channel.PHONE).interview
    services.interviews.keep_place(replace(interview, step_id="bring", question_id="proud_of"))
    return interview.id


def test_a_desk_begins_with_the_day(opened: Opened, sit: Sitting) -> None:
    assert sit(opened).window.here() == "today"


def test_after_a_lock_the_interview_is_there_at_once_and_nobody_else_was_shown_before_it(
    opened: Opened, sit: Sitting
) -> None:
    desk = sit(opened, left_open(opened))
    assert desk.window.here() == "interview"
    assert desk.window.pages.count() == 1, "the day was made, too"
    field = desk.window.focusWidget()
    assert isinstance(field, GrowingText)
    assert "proud" in field.accessibleName()
    assert desk.keeper.lock.minutes() == opened.policy.interview_lock_minutes


def test_an_interview_that_cannot_be_opened_leaves_the_coach_at_the_day_and_says_why(
    opened: Opened, sit: Sitting
) -> None:
    desk = sit(opened, "gone")
    assert desk.window.here() == "today"
    notice = desk.window.notices.notice()
    assert notice is not None
    assert "no longer" in notice.text
