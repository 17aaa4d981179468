"""The card before a meeting, and what needs the coach, over a real vault: everything that helps, and never a reason."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from coachdesk.application import Opened
from coachdesk.diary import AppointmentState
from coachdesk.diary.needs_you import DECISION, ENDING, FOLLOW_UP, NO_NEXT_STEP, REVIEW
from coachdesk.interviews import Channel
from coachdesk.people import Need
from coachdesk.plans import Happened, Party
from coachdesk.requirements.facts import Decided
from coachdesk.services import PrepCard
from coachdesk.services.easement_check import EasementCheck
from tests.core.services.issuing import Watch
from tests.core.services.talking import REVIEW as REVIEW_MEETING
from tests.core.services.talking import Talk, begin

BORN = date(1995, 3, 2)


@pytest.fixture
def talk(timed: Opened) -> Talk:
    return begin(timed, date_of_birth=BORN)


def card(talk: Talk) -> PrepCard:
    return talk.opened.services.day.prep(talk.person.id)


def words(card: PrepCard) -> str:
    """All that the card shows."""
    return "\n".join(
        (*card.care, *card.promised, *card.agreed, *card.well, *card.since, *card.life, *card.soon, *card.remember)
    )


def needs(opened: Opened, *codes: str) -> list[str]:
    return [each.text for each in opened.services.day.view().needs_you if each.code in codes]


def test_the_card_says_when_they_last_met_what_went_well_and_what_changed_since(talk: Talk, watch: Watch) -> None:
    services = talk.opened.services
    talk.act("Ring the college", owner=Party.COACH)
    listed, rang = talk.act("List five schools"), talk.act("Ring one of them")
    services.plans.record_outcome(listed.id, Happened.DONE, interview_id=talk.interview.id)
    review = services.diary.draft(talk.person.id, REVIEW_MEETING, date(2026, 12, 8), time(9), Channel.PHONE)
    booked = services.diary.book(review)
    assert card(talk).last_met is None
    services.interviews.finish(talk.interview)
    watch.go_on(7)
    services.circumstances.add(talk.person.id, "domestic_abuse", starts_on=date(2026, 12, 3))
    services.diary.set_state(booked.id, AppointmentState.NO_SHOW)
    found = card(talk)
    assert found.last_met == date(2026, 12, 1)
    assert found.promised == ("Ring the college (due today)",)
    assert found.well == ("List five schools",)
    assert found.agreed == (f"{rang.text} (by 8 December 2026)",)
    assert "Recorded: Something that you were told." in found.since
    assert [line for line in found.since if line.endswith("did not come.")]
    assert "abuse" not in words(found).lower()


def test_of_several_absences_the_card_says_the_last_one_only(talk: Talk, watch: Watch) -> None:
    diary = talk.opened.services.diary
    drafts = [
        diary.draft(talk.person.id, REVIEW_MEETING, date(2026, 12, day), time(9), Channel.PHONE) for day in (3, 4, 7)
    ]
    booked = [diary.book(each) for each in drafts]
    talk.opened.services.interviews.finish(talk.interview)
    watch.go_on(7)
    for each in booked:
        diary.set_state(each.id, AppointmentState.NO_SHOW)
    said = [line for line in card(talk).since if line.endswith("did not come.")]
    assert said == ["The appointment on Monday 7 December 2026 at 9am: did not come."]


def test_the_next_talk_begins_with_nothing_changed(talk: Talk, watch: Watch) -> None:
    services = talk.opened.services
    talk.say("goal", "Work in a school")
    services.interviews.finish(talk.interview)
    watch.go_on(7)
    assert card(talk).since == ()


def test_what_protects_is_said_first_and_never_why(talk: Talk) -> None:
    services = talk.opened.services
    services.people.save(
        replace(
            services.people.open(talk.person.id).person,
            needs=(Need.TWO_PEOPLE, Need.LARGE_PRINT),
            safe_address=True,
            contact_note="Only by her sister’s phone",
        )
    )
    services.circumstances.add(talk.person.id, "domestic_abuse", starts_on=date(2026, 11, 10))
    found = card(talk)
    assert found.care == (
        "Two of us present",
        "Safe contact only: see the note",
        "Nothing on paper",
        "Nothing by post or email",
        "A follow-up is due. Do not ask for details.",
    )
    assert found.remember == ("Large print",)
    assert "sister" not in words(found)
    assert "10 November" not in words(found)
    assert "10 December" not in words(found), "nor the day of what follows from it"


def test_what_ends_and_is_to_be_looked_at_again_stands_on_the_card_and_in_the_list(talk: Talk, watch: Watch) -> None:
    services, person = talk.opened.services, talk.person
    services.circumstances.add(person.id, "homeless", starts_on=date(2026, 11, 20))
    assert needs(talk.opened, DECISION) == ["Amira Khalil: a decision is due."]
    until = talk.today + timedelta(days=10)
    services.requirements.decide(person.id, "homeless", Decided.APPLIED, reason="No home", until=until)
    assert needs(talk.opened, DECISION, ENDING, REVIEW) == []
    assert card(talk).soon == ("11 December 2026: a decision is to be looked at again",)
    watch.go_on(3)
    assert needs(talk.opened, DECISION, ENDING, REVIEW) == [
        "Amira Khalil: something is to be looked at again on 11 December 2026."
    ]
    watch.go_on(8)
    assert needs(talk.opened, DECISION, ENDING, REVIEW) == ["Amira Khalil: a decision is due."]


def test_a_pause_that_ends_is_said_a_week_before(talk: Talk) -> None:
    services, today = talk.opened.services, talk.today
    services.circumstances.add(
        talk.person.id, "public_duty", starts_on=today, ends_on=today + timedelta(days=5), approved=True
    )
    assert needs(talk.opened, ENDING) == ["Amira Khalil: a pause ends on 6 December 2026."]
    assert card(talk).soon == ("6 December 2026: the last day of a public duty",)


def test_of_what_is_sealed_a_list_says_no_more_than_that_a_follow_up_is_due(talk: Talk, watch: Watch) -> None:
    services = talk.opened.services
    services.circumstances.add(talk.person.id, "domestic_abuse", starts_on=talk.today)
    assert needs(talk.opened, FOLLOW_UP, ENDING, REVIEW) == []
    watch.go_on(25)
    assert needs(talk.opened, FOLLOW_UP, ENDING, REVIEW) == ["Amira Khalil: a follow-up is due."]


def test_nobody_without_a_next_step_is_forgotten_and_a_date_takes_them_out(talk: Talk) -> None:
    assert needs(talk.opened, NO_NEXT_STEP) == ["Amira Khalil has no next step."]
    talk.act("Ring one school")
    assert needs(talk.opened, NO_NEXT_STEP) == []


def test_many_people_are_checked_a_few_at_a_time_and_the_list_is_whole_at_the_end(timed: Opened) -> None:
    services = timed.services
    for number in range(45):
        person = services.people.save(replace(services.people.draft(), given_name=f"Amira {number}"))
        services.circumstances.add(person.id, "homeless", starts_on=date(2026, 11, 20))
    check = EasementCheck(services.day._context)
    assert [check.go_on(most=20) for _round in range(4)] == [True, True, False, False]
    assert len(needs(timed, DECISION)) == 45
    assert services.day.check_on() is not None
