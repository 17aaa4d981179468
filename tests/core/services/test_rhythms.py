from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from coachdesk.application import Opened
from coachdesk.diary import Absence, AppointmentState
from coachdesk.errors import AppError
from coachdesk.interviews import Channel
from coachdesk.people import Person
from tests.core.services.issuing import Watch
from tests.core.services.talking import Talk

TUESDAY = date(2026, 12, 1)
REVIEW = "work-search-review"


@pytest.fixture
def cal(timed: Opened) -> Person:
    people = timed.services.people
    return people.save(replace(people.draft(), given_name="Cal", family_name="Reid"))


def quiet(opened: Opened) -> list[str]:
    return [need.text for need in opened.services.day.view().needs_you if need.code == "quiet"]


def followed_up(opened: Opened) -> list[str]:
    assert quiet(opened) == [], "nothing was agreed with anybody"
    return [need.text for need in opened.services.day.view().needs_you if need.code == "follow-up"]


def seen(opened: Opened, cal: Person, on: date) -> str:
    diary = opened.services.diary
    booked = diary.book(diary.draft(cal.id, REVIEW, on, time(9), Channel.PHONE))
    return diary.set_state(booked.id, AppointmentState.SEEN).id


def test_an_interval_is_agreed_with_its_reason_and_counted_from_the_last_contact(timed: Opened, cal: Person) -> None:
    seen(timed, cal, TUESDAY - timedelta(days=3))
    rhythm = timed.services.rhythms.agree(cal.id, 14, " Between two courses ")
    assert (rhythm.reason, rhythm.due_on) == ("Between two courses", TUESDAY + timedelta(days=11))
    assert timed.services.day.prep(cal.id).rhythm == rhythm


@pytest.mark.parametrize(("days", "reason", "code"), [(0, "Why", "rhythm.days"), (14, " ", "rhythm.no-reason")])
def test_an_interval_needs_days_and_a_reason(timed: Opened, cal: Person, days: int, reason: str, code: str) -> None:
    with pytest.raises(AppError) as refused:
        timed.services.rhythms.agree(cal.id, days, reason)
    assert refused.value.code == code
    assert timed.services.rhythms.of(cal.id) is None


def test_whoever_was_not_heard_of_for_longer_than_agreed_and_a_week_more_is_said_in_a_plain_line(
    timed: Opened, watch: Watch, cal: Person
) -> None:
    timed.services.rhythms.agree(cal.id, 14, "Lives alone")
    watch.go_on(21)
    assert quiet(timed) == []
    watch.go_on(1)
    assert quiet(timed) == ["Cal Reid: no contact is recorded yet, and one every 14 days was agreed. Are they safe?"]


def test_a_contact_ends_the_worry_and_taking_it_back_brings_it_again(timed: Opened, watch: Watch, cal: Person) -> None:
    timed.services.rhythms.agree(cal.id, 7, "Lives alone")
    first = seen(timed, cal, TUESDAY)
    watch.go_on(30)
    words = "Cal Reid: the last contact was on 1 December 2026, and one every 7 days was agreed. Are they safe?"
    assert quiet(timed) == [words]
    later = seen(timed, cal, TUESDAY + timedelta(days=30))
    assert quiet(timed) == []
    timed.services.diary.set_state(later, AppointmentState.BOOKED)
    assert quiet(timed) == [words]
    assert first != later


def test_an_interview_without_an_appointment_is_a_contact_too(timed: Opened, watch: Watch, cal: Person) -> None:
    timed.services.rhythms.agree(cal.id, 7, "Lives alone")
    watch.go_on(30)
    timed.services.interviews.start(cal.id, REVIEW, Channel.PHONE)
    assert quiet(timed) == []


def test_where_nothing_is_agreed_nothing_is_said(timed: Opened, watch: Watch, cal: Person) -> None:
    timed.services.rhythms.agree(cal.id, 7, "Lives alone")
    timed.services.rhythms.drop(cal.id)
    watch.go_on(60)
    assert quiet(timed) == []


def test_the_next_contact_is_due_on_a_day_when_the_office_is_open(timed: Opened, watch: Watch, cal: Person) -> None:
    rhythms = timed.services.rhythms
    assert rhythms.due(cal.id) is None
    rhythms.agree(cal.id, 25, "Between two courses")
    assert rhythms.due(cal.id) == date(2026, 12, 29), "after Boxing Day and the Monday in its place"
    watch.go_on(60)
    assert rhythms.due(cal.id) == date(2027, 2, 1), "a Saturday is over, and so is the day that was agreed"


def test_somebody_for_whom_a_follow_up_matters_comes_back_after_four_weeks_and_a_week_by_a_plain_line(
    timed: Opened, watch: Watch, cal: Person
) -> None:
    timed.services.circumstances.add(cal.id, "domestic_abuse", starts_on=TUESDAY)
    seen(timed, cal, TUESDAY)
    watch.go_on(35)
    assert followed_up(timed) == []
    watch.go_on(1)
    assert followed_up(timed) == ["Cal Reid: a follow-up is due."]
    assert timed.services.day.prep(cal.id).remember == (), "what is behind it, and when, stands nowhere"
    seen(timed, cal, TUESDAY + timedelta(days=36))
    assert followed_up(timed) == []


def test_a_safe_address_is_followed_up_too_and_what_was_agreed_comes_first(
    timed: Opened, watch: Watch, cal: Person
) -> None:
    people, rhythms = timed.services.people, timed.services.rhythms
    agreed = rhythms.agree(cal.id, 90, "Every three months is enough")
    safe = people.save(replace(people.open(cal.id).person, safe_address=True))
    assert rhythms.of(cal.id) == agreed
    rhythms.drop(cal.id)
    people.save(replace(safe, phone="0113 496 0000"))
    assert rhythms.of(cal.id) is None, "that nothing is agreed was the coach's decision"
    people.save(replace(people.draft(), given_name="Ruth", family_name="Osei", safe_address=True))
    watch.go_on(36)
    assert followed_up(timed) == ["Ruth Osei: a follow-up is due."]


def test_whoever_is_told_in_private_of_being_hurt_is_followed_up(timed: Opened, watch: Watch, cal: Person) -> None:
    talk = Talk(timed, cal, timed.services.interviews.start(cal.id, REVIEW, Channel.FACE_TO_FACE).interview)
    talk.say("who_is_here", "alone")
    talk.say("card_private", ["hurt"])
    watch.go_on(36)
    assert followed_up(timed) == ["Cal Reid: a follow-up is due."]


def unreached(opened: Opened) -> list[str]:
    return [need.text for need in opened.services.day.view().needs_you if need.code == "unreached"]


def test_whoever_did_not_come_waits_until_somebody_has_reached_them_and_stands_there_once(
    timed: Opened, watch: Watch, cal: Person
) -> None:
    diary = timed.services.diary
    days = (TUESDAY - timedelta(days=7), TUESDAY)
    booked = [diary.book(diary.draft(cal.id, REVIEW, on, time(9), Channel.PHONE)) for on in days]
    _first, missed = [diary.set_state(each.id, AppointmentState.NO_SHOW) for each in booked]
    assert unreached(timed) == [], "of today the card says what to do"
    watch.go_on(1)
    words = "Cal Reid: nobody has reached them since the appointment on 1 December 2026. Are they safe?"
    assert unreached(timed) == [words]
    diary.learn(missed.id, Absence.SAFE)
    assert unreached(timed) == []
    diary.learn(missed.id, Absence.UNKNOWN)
    timed.services.interviews.start(cal.id, REVIEW, Channel.PHONE)
    assert unreached(timed) == []
