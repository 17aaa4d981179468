"""One meeting, as a coach would hold and type it: every step is a call of a real service, nothing is written past them.

The parts can be used one by one: `welcome`, `begin`, `talk` (as far as a question, and on from where it was left),
`close`, `hand_over`.
"""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from coachdesk.cases import Case, CaseOutcome, answers_of
from coachdesk.clock import london
from coachdesk.commitments import Commitment, Format
from coachdesk.diary import Appointment, AppointmentState
from coachdesk.interviews import Answers, Definition, Interview, Kind, Question, Step, next_question
from coachdesk.people import Person
from coachdesk.rehearsal.moving_clock import MovingClock
from coachdesk.rehearsal.planning import type_plan, type_what_happened
from coachdesk.services import OpenInterview, Prepared, Services

_SECONDS_A_QUESTION = 35


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case is played: the services of an open vault, and the clock that they go by."""

    services: Services
    clock: MovingClock


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of the document.

    Attributes:
        prepared: as it would be issued; None where the meeting ended kindly before its end.
        commitment: as it was issued; None where nothing was given.
        why_not: sentences that say why nothing was given.
    """

    prepared: Prepared | None
    commitment: Commitment | None
    why_not: tuple[str, ...] = ()


def begins_at(case: Case) -> datetime:
    """The moment at which a case begins."""
    return case.on.replace(tzinfo=london())


def welcome(stage: Stage, case: Case, person_id: str = "") -> tuple[Person, Appointment]:
    """Add the person, or bring them up to date where they are known, and see that the meeting stands in the diary."""
    stage.clock.set(begins_at(case))
    people, diary = stage.services.people, stage.services.diary
    stored = people.save(_details(case, people.open(person_id).person if person_id else people.draft()))
    on, at = case.on.date(), case.on.time()
    waiting = [each for each in people.open(stored.id).appointments if each.state is AppointmentState.BOOKED]
    if not waiting:
        return stored, diary.book(diary.draft(stored.id, case.interview, on, at, case.channel))
    soonest = min(waiting, key=lambda each: (each.on, each.at))
    return stored, soonest if (soonest.on, soonest.at) == (on, at) else diary.move(soonest.id, on, at)


def begin(stage: Stage, case: Case, person: Person, appointment: Appointment) -> OpenInterview:
    """Note the arrival and start the interview."""
    stage.services.diary.set_state(appointment.id, AppointmentState.ARRIVED)
    return stage.services.interviews.start(person.id, case.interview, case.channel, appointment_id=appointment.id)


def talk(stage: Stage, case: Case, going_on: OpenInterview, *, until: str = "") -> OpenInterview:
    """Type the case's answers from the question where the interview stands, to its end or before the question `until`."""
    typed = dict(going_on.answers)
    interview, definition = going_on.interview, going_on.definition
    said = answers_of(case, definition)
    question: Question | None = definition.question(interview.question_id)
    while question is not None and question.id != until:
        if _step_of(definition, question).stays or not interview.must_stop:
            stage.clock.forward(_SECONDS_A_QUESTION)
            interview = replace(interview, elapsed_seconds=interview.elapsed_seconds + _SECONDS_A_QUESTION)
            if question.id in said:
                typed[question.id] = said[question.id]
            _type(stage, case, interview, typed, question)
        following = next_question(definition, typed, question.id)
        moved = _at(interview, definition, following or question)
        new_step = following is None or moved.step_id != interview.step_id
        interview = stage.services.interviews.keep_place(moved) if new_step or _may_stop(question) else moved
        question = following
    plan = stage.services.plans.plan(interview.person_id)
    return replace(going_on, interview=interview, answers=typed, plan=plan)


def close(stage: Stage, going_on: OpenInterview) -> Interview:
    """Finish the interview, or end it kindly where its answers say so."""
    interviews, interview = stage.services.interviews, going_on.interview
    return interviews.stop(interview) if interview.must_stop else interviews.finish(interview)


def hand_over(stage: Stage, case: Case, interview: Interview) -> HandedOver:
    """Issue the commitment and record what the person said to it, unless nothing may be given to them."""
    if interview.must_stop:
        return HandedOver(
            None, None, ("The meeting ended kindly before its end. Nothing is asked and nothing is given.",)
        )
    commitments = stage.services.commitments
    prepared = commitments.prepare(interview.id, case.language, compared=case.compared)
    why_not = tuple(stop.text for stop in prepared.stops)
    if not case.document:
        return HandedOver(prepared, None, ("The case says that nothing may be given to this person.", *why_not))
    if why_not:
        return HandedOver(prepared, None, why_not)
    if case.signatures:
        for each in case.signatures:
            stage.services.signatures.type(prepared, each.signer, each.name)
        prepared = commitments.prepare(interview.id, case.language, compared=case.compared)
    commitment = commitments.issue(prepared, tuple(Format(each) for each in case.formats))
    if case.outcome is not None:
        _say(stage, commitment.id, case.outcome)
    return HandedOver(prepared, commitment)


def _say(stage: Stage, commitment_id: str, said: CaseOutcome) -> None:
    """Record what the person said, as far as the interview has not asked for it."""
    outcomes = stage.services.outcomes
    life = outcomes.life(commitment_id)
    if life.outcome is not said.kind:
        reply = outcomes.draft(commitment_id)
        outcomes.record(replace(reply, outcome=said.kind, think_until=said.think_until or reply.think_until))
    if said.second_opinion and life.second_opinion_on is None:
        outcomes.ask_second_opinion(commitment_id)


def _details(case: Case, person: Person) -> Person:
    """The person with what the case says about them; what it does not mention stays."""
    given = {
        field.name: getattr(case.person, field.name)
        for field in fields(Person)
        if getattr(case.person, field.name) != getattr(_NOBODY, field.name)
    }
    return replace(person, **given)


_NOBODY = Person(id="", given_name="", family_name="")


def _type(stage: Stage, case: Case, interview: Interview, typed: Answers, question: Question) -> None:
    if question.kind is Kind.PLAN:
        type_plan(stage.services.plans, case, interview)
    elif question.kind in {Kind.PROMISES, Kind.OUTCOMES}:
        type_what_happened(stage.services.plans, case, interview, question.kind)
    elif question.id in typed:
        visit = f"{interview.id} {question.id}"
        stage.services.interviews.save_answer(interview, typed, question.id, visit=visit)


def _may_stop(question: Question) -> bool:
    """Whether an answer can end the ordinary flow: then the service knows better than we do how it goes on."""
    return any(choice.ends for choice in question.choices)


def _step_of(definition: Definition, question: Question) -> Step:
    return next(step for step in definition.steps if question in step.questions)


def _at(interview: Interview, definition: Definition, question: Question) -> Interview:
    return replace(interview, step_id=_step_of(definition, question).id, question_id=question.id)
