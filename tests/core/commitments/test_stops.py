from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coachdesk.commitments import Source, Stop, build, notes, stops
from coachdesk.commitments.stops import failed_checks
from coachdesk.diary import AppointmentState
from coachdesk.plans import (
    ActionState,
    Flagged,
    IfThen,
    Implements,
    Limits,
    ObstacleOwner,
    Party,
    Plan,
    Standing,
    Strip,
    flagged,
)
from coachdesk.privacy import Privacy
from coachdesk.requirements.finding import Finding
from tests.core.commitments.amira import AMIRA, GOAL, LIST_SCHOOLS, MEETING, PROMISE, READING, TODAY, source
from tests.core.requirements.found import child
from tests.core.requirements.found import found as finding_of

FREE = finding_of()
PAUSED = finding_of(domestic_abuse={"notified_on": "2026-11-20"})
RECOVERY = finding_of(structured_recovery={"from": "2026-10-20"})
DEATH = finding_of(bereavements=[{"on": "2026-11-20", "who": "partner"}])
FUNERAL = finding_of(temporary=[{"kind": "funeral", "from": "2026-11-28"}])


def flags(plan: Plan, finding: Finding = FREE) -> Flagged:
    return flagged(plan, finding, Limits())


def found(made: Source, finding: Finding = FREE, *, never: tuple[str, ...] = ()) -> tuple[Stop, ...]:
    asked = flags(made.plan, finding)
    return stops(build(made), made, asked, today=TODAY, never=never)


def codes(made: Source, finding: Finding = FREE) -> list[str]:
    return [stop.code for stop in found(made, finding)]


def test_amiras_commitment_can_be_issued() -> None:
    assert found(source()) == ()


def test_a_statutory_pause_stops_a_requirement_without_saying_which_pause_it_is() -> None:
    (stop,) = found(source(), PAUSED)
    assert stop.code == "stop.pause"
    assert stop.text == (
        "A statutory pause is recorded, and something is marked to be recorded as a requirement. Mark it as chosen "
        "freely, or let it go."
    )
    assert stop.lines == (
        f"“{LIST_SCHOOLS.text}”: This cannot be asked for today: a statutory pause (regs. 98 and 99).",
    )


def test_a_pause_that_may_be_named_is_named_with_its_source() -> None:
    (stop,) = found(source(), DEATH)
    assert stop.lines[0].endswith("This cannot be asked for today: a bereavement (reg. 99(3)(d)).")


def test_what_the_group_leaves_out_is_stopped_too() -> None:
    (stop,) = found(source(), finding_of(household=child("2025-06-01")))
    assert stop.code == "stop.pause"
    assert stop.text.startswith("Something is marked to be recorded as a requirement that cannot be asked for today.")
    assert codes(source(), finding_of(capability="limited_and_activity")) == ["stop.pause"]


def test_nothing_is_set_before_the_benefit_team_was_asked() -> None:
    (stop,) = found(source(), finding_of(may_be_treated_as_limited=True))
    assert "ask the benefit team today, and set no requirements" in stop.lines[0]


def test_a_discretion_stops_nothing() -> None:
    assert codes(source(), FUNERAL) == []
    decided = {"id": "funeral", "decided": "applied", "on": "2026-12-01", "until": "2026-12-20", "reason": "So"}
    applied = finding_of(temporary=[{"kind": "funeral", "from": "2026-11-28"}], decisions={"discretions": [decided]})
    assert codes(source(), applied) == []


def test_a_choice_can_stand_beside_any_pause() -> None:
    assert found(source(plan=Plan(goals=(GOAL,), actions=(READING, PROMISE))), PAUSED) == ()


@pytest.mark.parametrize(
    ("implements", "stopped"),
    [
        (Implements.SEARCH, True),
        (Implements.AVAILABILITY, True),
        (Implements.PREPARATION, False),
        (Implements.INTERVIEW, False),
    ],
)
def test_a_recovery_course_pauses_looking_for_work_and_not_meetings(implements: Implements, *, stopped: bool) -> None:
    plan = Plan(actions=(replace(LIST_SCHOOLS, implements=implements),))
    assert ("stop.pause" in codes(source(plan=plan), RECOVERY)) is stopped


def test_a_requirement_is_stopped_even_where_it_is_not_on_the_paper() -> None:
    plan = Plan(goals=(GOAL,), actions=(replace(LIST_SCHOOLS, privacy=Privacy.ACCOUNT),))
    assert codes(source(plan=plan), PAUSED) == ["stop.pause"]


def test_where_all_of_it_stays_between_them_nothing_may_be_given_out() -> None:
    """Case C of domain.md 10: no file, and it says why."""
    plan = Plan(
        goals=(replace(GOAL, text="Feel safe; settle her at school", privacy=Privacy.BETWEEN_US),),
        actions=(replace(READING, privacy=Privacy.BETWEEN_US),),
    )
    (stop,) = found(source(plan=plan), PAUSED)
    assert stop.code == "stop.leak"
    assert stop.text == "All of this stays between you, so there is nothing that may be given out."


def test_words_that_stay_between_them_are_found_where_they_were_typed_twice() -> None:
    secret = replace(
        READING, privacy=Privacy.BETWEEN_US, text="Ring the refuge worker on Friday", obstacle="", reason=""
    )
    open_ = replace(LIST_SCHOOLS, text="List the schools, then ring the REFUGE worker on Friday.")
    (stop,) = found(source(plan=Plan(goals=(GOAL,), actions=(open_, secret))))
    assert stop.code == "stop.leak"
    assert open_.text in stop.text


def test_an_if_then_between_them_is_found_in_another_line() -> None:
    action = replace(
        LIST_SCHOOLS,
        if_then=(IfThen("he contacts me about money", "I will not reply", Privacy.BETWEEN_US),),
        reason="Because he contacts me about money",
    )
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(action,)))) == ["stop.leak"]


def test_the_coachs_reason_for_keeping_it_is_found_in_a_line() -> None:
    kept = "Her operation is in March and she wants to be busy until then"
    action = replace(LIST_SCHOOLS, kept_because=kept, reason=f"Because {kept}")
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(action,)))) == ["stop.leak"]


def test_a_sealed_answer_that_is_open_now_may_not_be_in_a_line() -> None:
    plan = Plan(goals=(replace(GOAL, text="Live well although my back hurts all day"),), actions=(PROMISE,))
    assert [stop.code for stop in found(source(plan=plan), never=("My back hurts all day",))] == ["stop.leak"]


def test_a_few_common_words_prove_nothing() -> None:
    plan = Plan(goals=(replace(GOAL, text="Find work near the school"),), actions=(PROMISE,))
    assert found(source(plan=plan), never=("Find work", "school", "")) == ()


def test_what_the_person_also_wants_on_paper_is_no_leak() -> None:
    assert found(source(), never=(GOAL.text,)) == ()


def test_a_safe_address_keeps_the_site_out_of_what_people_wrote() -> None:
    safe = replace(AMIRA, safe_address=True)
    told = replace(PROMISE, text="Meet at Leeds Park Place")
    typed = replace(PROMISE, text="meet at leeds  park place")
    surname = replace(PROMISE, text="Ask for Okafor at the desk")
    hill = replace(PROMISE, text="Meet at the Okaforian café")
    assert codes(source(person=safe, plan=Plan(goals=(GOAL,), actions=(told,)))) == ["stop.leak"]
    assert codes(source(person=safe, plan=Plan(goals=(GOAL,), actions=(typed,)))) == ["stop.leak"]
    assert codes(source(person=safe, plan=Plan(goals=(GOAL,), actions=(surname,)))) == ["stop.leak"]
    assert codes(source(person=safe, plan=Plan(goals=(GOAL,), actions=(hill,)))) == []
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(told,)))) == []


@pytest.mark.parametrize("coach", ["Sam May", "Sam Page", "Sam Khalil", "Sam English"])
def test_a_coach_who_is_called_like_a_month_a_word_of_ours_or_the_person_keeps_nobodys_paper_back(coach: str) -> None:
    in_may = replace(PROMISE, by=date(2027, 5, 4))
    made = replace(source(person=replace(AMIRA, safe_address=True), plan=Plan(actions=(in_may,))), coach_name=coach)
    assert codes(made) == []
    told = replace(in_may, text=f"Ask for {coach.split()[1]} at the desk")
    assert codes(replace(made, plan=Plan(actions=(told,)))) == ["stop.leak"]


def test_the_persons_phone_number_stays_off_paper_however_it_is_spaced() -> None:
    person = replace(AMIRA, phone="07700 900123")
    told = replace(PROMISE, text="Ring her on 0770 090-0123")
    assert codes(source(person=person, plan=Plan(goals=(GOAL,), actions=(told,)))) == ["stop.leak"]


@pytest.mark.parametrize("number", ["AB123456C", "ab 12 34 56 c", "AB-12-34-56-C"])
def test_a_national_insurance_number_that_somebody_typed_stays_off_paper(number: str) -> None:
    told = replace(PROMISE, text=f"Ring the bank and say {number} to them")
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(told,)))) == ["stop.leak"]
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(replace(told, text="Take bus 12 34 or 56 at 10.30"),)))) == []


def test_a_document_that_fails_its_checks_is_not_given_out() -> None:
    stop = failed_checks("pdf.font, pdf.order")
    assert stop.code == "stop.checks"
    assert "pdf.font, pdf.order" in stop.text


def test_nobody_goes_without_a_next_step() -> None:
    (stop,) = found(source(plan=Plan(goals=(GOAL,)), meeting=None))
    assert stop.code == "stop.no-next-step"


def test_a_dated_action_of_anybody_is_a_next_step() -> None:
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(PROMISE,)), meeting=None)) == []


def test_what_is_late_cancelled_or_done_is_no_next_step() -> None:
    late = replace(PROMISE, by=date(2026, 11, 30))
    done = replace(PROMISE, id="done", state=ActionState.DONE)
    off = replace(MEETING, state=AppointmentState.CANCELLED)
    plan = Plan(goals=(GOAL,), actions=(late, done))
    assert codes(source(plan=plan, meeting=off)) == ["stop.no-next-step"]
    assert codes(source(plan=plan, meeting=replace(MEETING, on=date(2026, 11, 30)))) == ["stop.no-next-step"]


def test_everything_else_is_a_note() -> None:
    bare = replace(
        LIST_SCHOOLS, reason="", if_cannot="I have nobody for the children", obstacle_owner=ObstacleOwner.EMPLOYER
    )
    draft = replace(PROMISE, state=ActionState.DRAFT)
    plan = Plan(actions=(bare, replace(bare, id="b", reason="x"), replace(bare, id="c", reason="x"), draft))
    weighed = Strip(Decimal("12.5"), Decimal(10), TODAY, ())
    said = notes(plan, flags(plan), weighed, decision_due=True)
    assert {note.code for note in said} == {
        "note.no-own-words",
        "note.no-promise",
        "note.hours",
        "note.much-asked",
        "note.drafts",
        "note.decision",
        "note.no-reason",
        "note.cannot",
        "note.employer",
    }
    assert "The plan takes 12.5 hours in its fullest week. The person can give 10." in [note.text for note in said]
    assert [note.action_id for note in said if note.code == "note.no-reason"] == [LIST_SCHOOLS.id]


def test_a_note_that_a_decision_is_due_leaves_it_to_the_coach() -> None:
    (note,) = notes(Plan(goals=(GOAL,), actions=(PROMISE,)), Flagged(), None, decision_due=True)
    assert note.text.startswith("On what is recorded today")
    assert note.text.endswith("You decide, and say why.")


def test_a_discretion_is_a_note_until_it_is_kept_with_a_reason() -> None:
    plan = Plan(goals=(GOAL,), actions=(LIST_SCHOOLS, PROMISE))
    (note,) = notes(plan, flags(plan, FUNERAL), None, decision_due=False)
    assert (note.code, note.action_id) == ("note.flag", LIST_SCHOOLS.id)
    assert note.text.endswith("A decision is due before this is asked for: a funeral to arrange (reg. 99(5)(b)).")
    kept = Plan(goals=(GOAL,), actions=(replace(LIST_SCHOOLS, kept_because="She wants to go on"), PROMISE))
    assert notes(kept, flags(kept, FUNERAL), None, decision_due=False) == ()


def test_hours_and_journeys_that_are_too_much_are_notes_and_stop_nothing() -> None:
    plan = Plan(goals=(GOAL,), actions=(replace(LIST_SCHOOLS, hours=Decimal(40), travel_minutes=100), PROMISE))
    said = notes(plan, flags(plan), None, decision_due=False)
    assert [note.code for note in said] == ["note.flag", "note.flag"]
    assert codes(source(plan=plan)) == []


def test_a_whole_plan_has_no_notes() -> None:
    plan = Plan(goals=(GOAL,), actions=(LIST_SCHOOLS, replace(READING, obstacle_owner=ObstacleOwner.ME), PROMISE))
    assert notes(plan, flags(plan), Strip(Decimal(1), Decimal(10), TODAY, ()), decision_due=False) == ()


def test_our_own_requirement_is_none() -> None:
    ours = replace(PROMISE, standing=Standing.REQUIRED, owner=Party.COACH)
    assert codes(source(plan=Plan(goals=(GOAL,), actions=(ours,))), PAUSED) == []
