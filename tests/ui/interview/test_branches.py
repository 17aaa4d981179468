from coachdesk.interviews import InterviewState as Standing
from tests.ui.checks import activate, settle
from tests.ui.interview.conftest import REVIEW, Room
from ui.interview.sealed import SealedAnswer
from ui.interview.state import GOODBYE, PROMISE, PlanLine
from ui.kit import CheckGroup


def tick(room: Room, question_id: str, choice: str) -> None:
    field = room.block(question_id).field
    assert isinstance(field, CheckGroup)
    activate(next(box for box, each in zip(field.boxes, field.options, strict=True) if each.id == choice))
    settle()


def test_an_answer_brings_the_questions_that_follow_from_it_and_takes_them_away(room: Room) -> None:
    room.start()
    room.presenter.go_to("health")
    assert room.shown() == ["health_changes"]
    field = room.block("health_changes").field
    room.presenter.answer("health_changes", "yes")
    assert room.shown() == [
        "health_changes", "good_day", "bad_day", "getting_about", "fit_note", "what_helps",
    ]  # fmt: skip
    room.presenter.answer("good_day", "I can walk to school")
    room.presenter.answer("health_changes", "no")
    assert room.shown() == ["health_changes"]
    room.presenter.answer("health_changes", "yes")
    assert room.block("good_day").field.value() == "I can walk to school"
    assert room.block("health_changes").field is field


def test_the_card_is_one_card_and_the_private_part_needs_privacy(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "partner")
    room.presenter.go_to("card")
    assert room.shown() == ["card", "card_serious", "contact_note"]
    assert room.block("card").parentWidget() is room.block("card_serious").parentWidget()
    room.presenter.go_to("hello")
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    assert room.shown() == ["card", "card_private", "card_serious", "contact_note"]
    parents = {room.block(each).parentWidget() for each in ("card", "card_private", "card_serious")}
    assert len(parents) == 1
    assert room.block("contact_note").parentWidget() not in parents


def test_whoever_was_not_alone_is_offered_to_talk_alone_next_time(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "partner")
    room.presenter.answer("card", ["nothing"])
    room.presenter.flush()
    assert room.page.centre.alone.isHidden()
    room.presenter.finish()
    room.start(REVIEW)
    assert room.page.centre.alone.isVisible()
    assert "talk alone" in room.page.centre.alone.text()
    room.presenter.answer("who_is_here", "alone")
    assert room.page.centre.alone.isHidden()


def test_a_serious_illness_ends_the_ordinary_flow_kindly(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    tick(room, "card_serious", "serious_illness")
    assert room.page.centre.ends.isVisible()
    assert room.state.interview.must_stop
    assert room.page.foot.time.isHidden()
    room.presenter.go_on()
    assert room.state.interview.step_id == GOODBYE
    assert room.page.centre.stop_text.text().startswith("We stop here for today")
    assert room.shown() == [PROMISE, "next_meeting"]
    assert set(room.state.interview.folded) >= {"home", "health", "fits", "plan", "read_back"}
    room.presenter.answer(PROMISE, PlanLine("ours", "Ring the benefit team today", "one_week"))
    room.page.foot.go_on.click()
    assert room.stored().state is Standing.STOPPED
    assert [each.text for each in room.services.plans.plan(room.amira.id).ours] == ["Ring the benefit team today"]
    assert not room.page.interview_open()


def test_a_slip_on_the_card_is_taken_back_and_everything_is_there_again(room: Room) -> None:
    room.start()
    room.presenter.go_to("card")
    tick(room, "card_serious", "serious_illness")
    tick(room, "card_serious", "serious_illness")
    assert not room.state.interview.must_stop
    assert room.folded() == ()
    room.presenter.flush()
    assert not room.stored().must_stop
    room.presenter.go_on()
    assert room.state.interview.step_id == "home"


def test_the_kind_end_is_still_a_kind_end_after_a_pause_and_says_no_reason(room: Room) -> None:
    room.start()
    room.presenter.go_to("card")
    tick(room, "card_serious", "serious_illness")
    room.presenter.go_on()
    room.presenter.flush()
    room.come_back()
    assert room.state.interview.step_id == GOODBYE
    assert room.state.interview.must_stop
    room.presenter.go_back()
    assert room.page.centre.ends.isHidden()


def test_the_coach_can_end_kindly_at_any_time_in_two_presses_and_go_back_after_one(room: Room) -> None:
    room.start()
    room.presenter.go_to("home")
    room.page.foot.end.click()
    assert room.state.interview.step_id == GOODBYE
    room.page.foot.back.click()
    assert room.state.interview.step_id == "home"
    room.page.foot.end.click()
    room.presenter.end_kindly()
    assert room.stored().state is Standing.STOPPED


def test_something_from_the_card_slows_a_review_down(room: Room) -> None:
    room.start(REVIEW)
    room.presenter.answer("who_is_here", "alone")
    assert room.page.foot.time.isVisible()
    tick(room, "card", "death")
    assert room.page.foot.time.isHidden()
    assert room.folded() == ("happened", "in_the_way", "plan", "still_fits")
    tick(room, "card", "nothing_changed")
    assert room.page.foot.time.isVisible()
    assert room.folded() == ()


def test_what_was_sealed_stays_slow_after_it_went_out_of_sight(room: Room) -> None:
    room.start(REVIEW)
    room.presenter.answer("who_is_here", "alone")
    tick(room, "card_private", "hurt")
    room.presenter.go_on()
    assert room.state.answers["card_private"].value is None
    assert room.page.foot.time.isHidden()
    room.come_back()
    assert room.page.foot.time.isHidden()


def shut(room: Room, question_id: str) -> SealedAnswer:
    sealed = room.block(question_id).sealed
    assert sealed is not None
    return sealed


def test_a_sealed_answer_is_opened_on_purpose_and_shuts_when_the_step_is_left(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    tick(room, "card_private", "hurt")
    room.presenter.go_on()
    room.presenter.go_back()
    settle()
    sealed = shut(room, "card_private")
    assert sealed.isVisible()
    assert not room.block("card_private").field.isVisible()
    assert "hurt" not in sealed.said.text()
    activate(sealed.reasons.buttons[1])
    settle()
    assert sealed.said.text() == "Being hurt, threatened or controlled by someone"
    assert "A sealed answer was opened." in [line.text for line in room.services.administration.audit(limit=9)]
    room.presenter.go_on()
    room.presenter.go_back()
    settle()
    assert shut(room, "card_private").said.text() == ""
    assert room.state.revealed == {}


def test_a_note_beside_a_sealed_answer_leaves_what_follows_from_it(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    tick(room, "card_private", "hurt")
    tick(room, "card_serious", "serious_illness")
    room.presenter.go_to("hello")
    room.presenter.go_to("card")
    room.presenter.set_note("card_private", "Asked for a call on Monday")
    room.presenter.set_note("card_serious", "Benefit team rung")
    room.presenter.flush()
    kinds = {each.kind for each in room.services.people.open(room.amira.id).circumstances}
    assert kinds == {"domestic_abuse", "benefit_team_today"}
    assert room.stored().must_stop


def test_answering_a_sealed_question_again_replaces_what_was_said(room: Room) -> None:
    room.start()
    room.presenter.answer("who_is_here", "alone")
    room.presenter.go_to("card")
    tick(room, "card_private", "hurt")
    room.presenter.go_on()
    room.presenter.go_back()
    room.presenter.reveal("card_private", "correct")
    room.presenter.answer_again("card_private")
    settle()
    assert room.block("card_private").field.isVisible()
    tick(room, "card_private", "recovery")
    room.presenter.flush()
    kinds = {each.kind for each in room.services.people.open(room.amira.id).circumstances}
    assert kinds == {"structured_recovery"}
