from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from coachdesk.application import Opened
from coachdesk.diary import Absence, Appointment, AppointmentState, Companion, Premises
from coachdesk.errors import AppError
from coachdesk.interviews import Answer, Channel
from coachdesk.people import Need, Person

TUESDAY = date(2026, 12, 1)
REVIEW = "work-search-review"


def somebody(opened: Opened, given: str = "Cal", *needs: Need) -> Person:
    people = opened.services.people
    return people.save(replace(people.draft(), given_name=given, family_name="Reid", needs=needs))


def draft(opened: Opened, person: Person, at: time = time(10, 30), on: date = TUESDAY) -> Appointment:
    return opened.services.diary.draft(person.id, REVIEW, on, at, Channel.PHONE)


def states(opened: Opened, *ids: str) -> list[AppointmentState]:
    return [opened.services.diary.get(each).state for each in ids]


def test_no_two_people_are_booked_for_the_same_time_by_any_window(timed: Opened) -> None:
    diary, cal, ruth = timed.services.diary, somebody(timed), somebody(timed, "Ruth")
    first, second = draft(timed, cal), draft(timed, ruth, time(10, 35))
    assert diary.look(second).refused is None
    diary.book(first)
    with pytest.raises(AppError) as refused:
        diary.book(second)
    assert (refused.value.code, refused.value.details) == ("appointment.taken-then", {"next": "10:40am"})
    assert str(diary.look(second).refused) == "appointment.taken-then"
    assert diary.book(replace(second, at=time(10, 40))).version == 1


def test_what_was_cancelled_frees_its_time_and_comes_back_only_while_it_is_free(timed: Opened) -> None:
    diary, cal, ruth = timed.services.diary, somebody(timed), somebody(timed, "Ruth")
    gone = diary.book(draft(timed, cal))
    diary.set_state(gone.id, AppointmentState.CANCELLED)
    diary.book(draft(timed, ruth))
    with pytest.raises(AppError, match=r"appointment\.taken"):
        diary.set_state(gone.id, AppointmentState.BOOKED)


def test_a_state_that_cannot_follow_is_refused(timed: Opened) -> None:
    diary = timed.services.diary
    booked = diary.book(draft(timed, somebody(timed)))
    with pytest.raises(AppError, match=r"appointment\.not-now"):
        diary.set_state(booked.id, AppointmentState.PAUSED)


def test_a_moved_appointment_stays_in_the_diary_and_knows_the_one_in_its_place(timed: Opened) -> None:
    diary, cal = timed.services.diary, somebody(timed)
    before = diary.book(draft(timed, cal))
    after = diary.move(before.id, TUESDAY + timedelta(days=2), time(14), by=AppointmentState.MOVED_BY_THEM)
    old = diary.get(before.id)
    assert (old.state, old.on, old.moved_to) == (AppointmentState.MOVED_BY_THEM, TUESDAY, after.id)
    assert (after.state, after.moved_from, after.at) == (AppointmentState.BOOKED, before.id, time(14))
    with pytest.raises(AppError, match=r"appointment\.not-now"):
        diary.set_state(before.id, AppointmentState.BOOKED)


def test_taking_a_move_back_leaves_one_appointment_and_not_two(timed: Opened) -> None:
    diary, cal = timed.services.diary, somebody(timed)
    before = diary.book(draft(timed, cal))
    diary.move(before.id, TUESDAY + timedelta(days=2), time(14))
    back = diary.take_back(before)
    assert (back.state, back.moved_to) == (AppointmentState.BOOKED, "")
    assert [each.id for each in timed.services.people.open(cal.id).appointments] == [before.id]


def test_a_move_to_a_time_that_is_taken_changes_nothing(timed: Opened) -> None:
    diary, cal, ruth = timed.services.diary, somebody(timed), somebody(timed, "Ruth")
    one, other = diary.book(draft(timed, cal)), diary.book(draft(timed, ruth, time(11)))
    with pytest.raises(AppError, match=r"appointment\.taken"):
        diary.move(one.id, TUESDAY, other.at)
    assert diary.get(one.id) == one


def test_whoever_did_not_come_did_so_for_reasons_that_are_not_known_yet(timed: Opened) -> None:
    diary, cal = timed.services.diary, somebody(timed)
    booked = diary.book(draft(timed, cal))
    missed = diary.set_state(booked.id, AppointmentState.NO_SHOW)
    assert missed.absence is Absence.UNKNOWN
    first, *_rest = timed.services.day.prep(cal.id, missed).absent
    assert first.startswith("First, are they safe?")
    known = diary.learn(booked.id, Absence.GOOD_REASON)
    assert timed.services.day.prep(cal.id, known).absent == ()
    assert diary.set_state(booked.id, AppointmentState.ARRIVED).absence is None


def test_after_two_in_a_row_another_way_to_meet_is_offered(timed: Opened) -> None:
    diary, cal = timed.services.diary, somebody(timed)
    booked = [diary.book(draft(timed, cal, on=TUESDAY - timedelta(days=days))) for days in (14, 7)]
    first, second = [diary.set_state(each.id, AppointmentState.NO_SHOW) for each in booked]
    assert "offer the choice" not in timed.services.day.prep(cal.id, first).absent[-1]
    assert "offer the choice" in timed.services.day.prep(cal.id, second).absent[-1]


def test_nothing_counts_how_often_somebody_did_not_come(timed: Opened) -> None:
    """Cal did not come once, Ruth five times: of both the same is said, the days apart."""
    services, missed = timed.services, {}
    for person, many in ((somebody(timed, "Cal"), 1), (somebody(timed, "Ruth"), 5)):
        for number in range(many, 0, -1):
            at = time(9 if person.given_name == "Cal" else 10)
            booked = services.diary.book(draft(timed, person, at, TUESDAY - timedelta(days=7 * number)))
            services.diary.set_state(booked.id, AppointmentState.NO_SHOW)
        missed[person.given_name] = person.id
    needs = [(need.code, need.text.replace("Ruth", "Cal")) for need in services.day.view().needs_you]
    assert [code for code, _text in needs] == ["unreached", "unreached", "no-next-step", "no-next-step"]
    assert len(set(needs)) == 2
    cal, ruth = [services.day.prep(missed[each]) for each in ("Cal", "Ruth")]
    assert replace(ruth, person=cal.person) == cal
    one, other = [replace(row, person_id="", name="", full_name="") for row in services.people.find()]
    assert one == other


def test_what_a_person_needs_of_a_place_and_who_comes_along_is_proposed(timed: Opened) -> None:
    needs = (Need.QUIET_ROOM, Need.GROUND_FLOOR, Need.VENTILATION, Need.HEARING_LOOP, Need.INTERPRETER, Need.SUPPORTER)
    made = draft(timed, somebody(timed, "Cal", *needs))
    assert made.premises == tuple(Premises)
    assert made.comes_along == (Companion.INTERPRETER, Companion.SUPPORTER)


def test_what_was_arranged_for_a_need_is_said_once_in_the_day(timed: Opened) -> None:
    cal = somebody(timed, "Cal", Need.HEARING_LOOP, Need.LARGE_PRINT)
    timed.services.diary.book(draft(timed, cal))
    (entry,) = timed.services.day.view(TUESDAY).entries
    assert entry.needs == ("Large print", "A hearing loop")


def test_another_way_to_meet_holds_until_its_last_day(timed: Opened) -> None:
    diary, cal = timed.services.diary, somebody(timed)
    until = TUESDAY + timedelta(days=30)
    for_now = replace(draft(timed, cal), channel=Channel.VIDEO, channel_reason="Lives far away", channel_until=until)
    diary.book(for_now)
    usual = diary.usual(cal.id, REVIEW, until)
    assert (usual.channel, usual.channel_reason, usual.channel_until) == (Channel.VIDEO, "Lives far away", until)
    assert diary.usual(cal.id, REVIEW, until + timedelta(days=1)).channel is Channel.FACE_TO_FACE


def test_what_is_agreed_inside_an_interview_has_what_the_person_needs_and_the_other_way_to_meet(timed: Opened) -> None:
    diary, interviews = timed.services.diary, timed.services.interviews
    cal = somebody(timed, "Cal", Need.QUIET_ROOM, Need.INTERPRETER)
    until = TUESDAY + timedelta(days=30)
    for_now = replace(draft(timed, cal), channel=Channel.VIDEO, channel_reason="Lives far away", channel_until=until)
    diary.book(for_now)
    interview = interviews.start(cal.id, REVIEW, Channel.VIDEO).interview
    said = {"on": "2026-12-15", "at": "10:00", "channel": "video", "reason": "As before"}

    def agreed() -> Appointment:
        interviews.save_answer(interview, {"next_meeting": Answer(value=said)}, "next_meeting", visit="v")
        return next(each for each in timed.services.people.open(cal.id).appointments if each.made_in)

    made = agreed()
    assert (made.premises, made.comes_along) == ((Premises.QUIET_ROOM,), (Companion.INTERPRETER,))
    assert (made.channel_reason, made.channel_until) == ("Lives far away", until)
    assert "A quiet room, An interpreter" in timed.services.day.outgoing(date(2026, 12, 15)).text
    said["channel"] = "phone"
    assert (agreed().channel_reason, agreed().channel_until) == ("", None)


def test_an_appointment_follows_its_interview(timed: Opened) -> None:
    services, cal = timed.services, somebody(timed)
    booked = services.diary.book(draft(timed, cal))
    interview = services.interviews.start(cal.id, REVIEW, Channel.PHONE, appointment_id=booked.id).interview
    assert states(timed, booked.id) == [AppointmentState.IN_PROGRESS]
    interview = services.interviews.pause(interview)
    assert states(timed, booked.id) == [AppointmentState.PAUSED]
    interview = services.interviews.open(interview.id).interview
    assert states(timed, booked.id) == [AppointmentState.IN_PROGRESS]
    services.interviews.finish(interview)
    assert states(timed, booked.id) == [AppointmentState.SEEN]


def test_what_has_ended_without_a_word_needs_an_outcome_also_today(timed: Opened) -> None:
    services, cal = timed.services, somebody(timed)
    booked = services.diary.book(draft(timed, cal, time(9)))
    view = services.day.view()
    (entry,) = view.entries
    assert entry.state == "Needs an outcome"
    assert [need.record_id for need in view.needs_you if need.code == "outcome"] == [booked.id]


def test_what_was_agreed_inside_an_interview_for_a_time_that_is_taken_is_said_on_the_day(timed: Opened) -> None:
    cal, ruth = somebody(timed), somebody(timed, "Ruth")
    timed.services.diary.book(draft(timed, cal, time(14)))
    with timed.database.write() as writer:
        writer.put(draft(timed, ruth, time(14, 5)), "appointment.booked")
    assert [entry.needs for entry in timed.services.day.view().entries] == [("At the same time as another",)] * 2


def test_the_day_says_which_stretches_are_free(timed: Opened) -> None:
    timed.services.diary.book(draft(timed, somebody(timed), time(9)))
    first = timed.services.day.view().free[0]
    assert (first.starts, first.ends) == (time(9, 10), time(17))
    assert timed.services.day.view(date(2026, 12, 25)).office.closed == "Christmas Day"
