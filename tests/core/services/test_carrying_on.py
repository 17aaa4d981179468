"""A talk that was left: what changed meanwhile, the next appointment, and what it leaves for the next talk."""

from dataclasses import replace
from datetime import time, timedelta

from coachdesk.application import Opened
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews import Channel, kept_step
from coachdesk.plans import Happened, Party
from tests.core.services.issuing import Watch, issue
from tests.core.services.talking import FIRST, REVIEW, Talk, begin, ready_to_issue


def book(talk: Talk, *, days: int = 0, at: time = time(15), channel: Channel = Channel.PHONE) -> Appointment:
    diary = talk.opened.services.diary
    return diary.book(diary.draft(talk.person.id, REVIEW, talk.today + timedelta(days=days), at, channel))


def state_of(opened: Opened, appointment: Appointment) -> AppointmentState:
    return opened.services.diary.get(appointment.id).state


def pause(talk: Talk) -> None:
    talk.opened.services.interviews.pause(talk.interview)


def meanwhile(talk: Talk) -> tuple[str, ...]:
    return talk.opened.services.interviews.open(talk.interview.id).meanwhile


def test_nothing_is_said_where_nothing_changed(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    pause(talk)
    assert meanwhile(talk) == ()
    assert meanwhile(talk) == ()


def test_what_a_beginning_and_a_carrying_on_do_to_their_appointment_is_no_change(timed: Opened) -> None:
    talk = begin(timed)
    timed.services.interviews.finish(talk.interview)
    booked = book(talk)
    begun = timed.services.interviews.start(talk.person.id, REVIEW, Channel.PHONE, appointment_id=booked.id)
    assert begun.meanwhile == ()
    again = Talk(timed, talk.person, begun.interview)
    pause(again)
    assert meanwhile(again) == ()
    assert state_of(timed, booked) is AppointmentState.IN_PROGRESS
    assert meanwhile(again) == ()


def test_what_changed_meanwhile_is_said_in_sentences_wherever_it_was_changed(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    services = timed.services
    pause(talk)
    services.people.save(replace(services.people.open(talk.person.id).person, phone="01924 555 010"))
    services.circumstances.add(talk.person.id, "caring")
    services.circumstances.add(talk.person.id, "pregnancy", expected_confinement=talk.today)
    booked = book(talk, days=3)
    services.diary.set_state(booked.id, AppointmentState.CANCELLED)
    (ours,) = services.plans.plan(talk.person.id).ours
    services.plans.record_outcome(ours.id, Happened.DONE)
    said = meanwhile(talk)
    assert said == (
        "The phone number was changed.",
        "Recorded: Caring for someone.",
        "Recorded: Something that you were told.",
        "An appointment was booked: Friday 4 December 2026 at 3pm.",
        "Done: Ring the course office",
    )
    assert not any(word in " ".join(said).lower() for word in ("baby", "pregnan", "confine"))


def test_where_a_commitment_stands_is_among_it(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    commitment = issue(talk)
    pause(talk)
    timed.services.outcomes.ask_second_opinion(commitment.id)
    assert any(commitment.number in line and "edition 1" in line for line in meanwhile(talk))


def test_what_is_between_the_two_of_them_and_what_is_sealed_has_no_words(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    talk.say("card_private", ["hurt"])
    pause(talk)
    other = begin(timed, REVIEW, talk.person)
    other.say("who_is_here", "alone")
    other.say("card_private", ["recovery"])
    timed.services.interviews.finish(other.interview)
    said = " ".join(meanwhile(talk))
    assert "Something that you were told" in said
    assert "ecovery" not in said
    assert "Another interview was held: Work search review." in said


def test_a_talk_that_is_carried_on_at_the_next_appointment_is_one_talk(timed: Opened, watch: Watch) -> None:
    talk, services = begin(timed), timed.services
    talk.say("goal", "Work in a school")
    timed.services.interviews.finish(talk.interview)
    first = book(talk, at=time(11))
    begun = services.interviews.start(talk.person.id, REVIEW, Channel.FACE_TO_FACE, appointment_id=first.id)
    talk = Talk(timed, talk.person, begun.interview)
    talk.say("who_is_here", "alone")
    services.interviews.pause(replace(talk.interview, elapsed_seconds=500, folded=("in_the_way",)))
    assert state_of(timed, first) is AppointmentState.PAUSED
    later = book(talk, days=7, channel=Channel.PHONE)
    watch.go_on(7)
    going_on = services.interviews.open(talk.interview.id)
    assert going_on.interview.appointment_id == later.id
    assert state_of(timed, first) is AppointmentState.SEEN
    assert (going_on.interview.elapsed_seconds, going_on.interview.folded) == (0, ())
    assert going_on.interview.channel is Channel.PHONE
    assert going_on.answers["who_is_here"].value == "alone"
    assert state_of(timed, later) is AppointmentState.IN_PROGRESS
    services.interviews.finish(going_on.interview)
    assert state_of(timed, later) is AppointmentState.SEEN
    assert len(services.people.open(talk.person.id).interviews) == 2


def test_the_next_meeting_is_agreed_anew_where_it_is_the_one_that_is_held(timed: Opened, watch: Watch) -> None:
    talk = ready_to_issue(timed)
    pause(talk)
    watch.go_on(14)  # the day that they agreed
    going_on = timed.services.interviews.open(talk.interview.id)
    assert "next_meeting" not in going_on.answers
    again = Talk(timed, talk.person, going_on.interview, dict(going_on.answers))
    again.meet_in(7)
    days = sorted(each.on for each in timed.services.people.open(talk.person.id).appointments)
    assert days == [talk.today, talk.today + timedelta(days=7)]


def test_a_second_appointment_later_today_does_not_take_the_talk_over(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    book(talk, at=time(16))
    pause(talk)
    assert timed.services.interviews.open(talk.interview.id).interview.appointment_id == ""


def test_two_talks_of_one_person_say_that_the_other_waits(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    pause(talk)
    other = begin(timed, REVIEW, talk.person)
    assert timed.services.interviews.open(other.interview.id).also_waiting == ("First commitments meeting",)
    pause(other)
    back = timed.services.interviews.open(talk.interview.id)
    assert (back.also_waiting, back.meanwhile) == (("Work search review",), ())


def test_several_people_can_wait_at_once_and_each_comes_back_to_their_own_place(timed: Opened) -> None:
    talks = [begin(timed, given_name=name, family_name="Okoro") for name in ("Ada", "Ben", "Cy")]
    for number, talk in enumerate(talks):
        talk.say("who_is_here", "alone")
        talk.say("proud_of", f"Words of {number}")
        pause(talk)
    for number, talk in enumerate(talks):
        back = timed.services.interviews.open(talk.interview.id)
        assert back.answers["proud_of"].value == f"Words of {number}"
        assert back.also_waiting == ()


def put_off(talk: Talk, *steps: str) -> None:
    talk.opened.services.interviews.finish(replace(talk.interview, folded=steps))


def test_the_next_talk_asks_what_this_one_put_off_until_it_was_asked_or_let_go(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    put_off(talk, "housing", "training")
    review = begin(timed, REVIEW, talk.person)
    asked = timed.services.interviews.open(review.interview.id)
    assert [kept_step(each).step_id for each in asked.interview.brought] == ["housing", "training"]
    review.say("housing_settled", "Until March")
    assert timed.services.interviews.open(review.interview.id).answers["housing_settled"].value == "Until March"
    left = timed.services.interviews.let_go_of(asked.interview, "training")
    assert [kept_step(each).step_id for each in left.brought] == ["housing"]
    put_off(review)
    assert begin(timed, REVIEW, talk.person).stored().brought == ()


def test_hours_that_were_put_off_and_decided_next_time_count(timed: Opened) -> None:
    talk = begin(timed, REVIEW)
    talk.say("who_is_here", "alone")
    talk.say("changes", ["hours"])
    put_off(talk, "fits")
    again = begin(timed, REVIEW, talk.person)
    again.say("hours_decided", "12")
    again.say("hours_reason", "School times")
    found = timed.services.requirements.for_person(talk.person.id)
    decided = found.facts.claimant.decisions.expected_hours
    assert decided is not None
    assert str(decided.hours) == "12"


def test_whoever_was_here_before_starts_from_last_time_also_at_a_first_meeting(timed: Opened) -> None:
    talk = ready_to_issue(timed)
    assert not talk.stored().met_before
    put_off(talk)
    again = timed.services.interviews.open(begin(timed, FIRST, talk.person).interview.id)
    assert {"went_well", "promises", "what_happened"} <= {each.id for each in again.definition.questions()}


def test_a_promise_made_on_the_plan_alone_is_looked_back_to(timed: Opened) -> None:
    people, plans = timed.services.people, timed.services.plans
    person = people.save(replace(people.draft(), given_name="Wei", family_name="Chen"))
    ours = replace(plans.draft_action(person.id, Party.COACH), text="Ring the nursery", by=plans.today())
    plans.save_action(ours)
    assert begin(timed, FIRST, person).stored().met_before


def test_what_waits_says_where_it_stopped_and_when(timed: Opened, watch: Watch) -> None:
    talk = begin(timed)
    timed.services.interviews.pause(replace(talk.interview, step_id="where_to"))
    (need,) = (each for each in timed.services.day.view().needs_you if each.code == "unfinished")
    assert need.text.endswith("is not finished. It stopped at “Where to” today at 10:30am.")
    watch.go_on(1)
    (need,) = (each for each in timed.services.day.view().needs_you if each.code == "unfinished")
    assert need.text.endswith("It stopped at “Where to” on 1 December 2026.")
