"""What an answer writes besides itself: goals, a person's fields, the next appointment, circumstances.

Everything happens inside the caller's transaction, so that an answer and what follows from it are saved together.
"""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from coachdesk.diary import Appointment
from coachdesk.interviews import (
    Answer,
    Answers,
    Channel,
    Definition,
    Interview,
    Question,
    Standing,
    as_time,
    circumstances,
)
from coachdesk.people import Circumstance, Person
from coachdesk.plans import Goal
from coachdesk.services.arranging import arrangement, as_arranged, fitted
from coachdesk.services.context import Context
from coachdesk.services.rhythms import watch_for
from coachdesk.storage import Writer, find, get, table_of


@dataclass(frozen=True, slots=True)
class Saving:
    """One save under way: the transaction and the interview it belongs to."""

    context: Context
    writer: Writer
    interview: Interview


def feed(saving: Saving, question: Question, answer: Answer) -> None:
    """Write what the answer feeds: a goal, a person's field, the next appointment."""
    value = answer.value if answer.standing is Standing.GIVEN else None
    match question.record.split("."):
        case ["goal", field]:
            _feed_goal(saving, field, value)
        case ["person", field]:
            _feed_person(saving, field, value if isinstance(value, str) else "")
        case ["appointment", _next]:
            _feed_appointment(saving, value)
        case _:
            pass  # plan.* and commitment.* are read from the answers when they are needed


def _feed_person(saving: Saving, field: str, value: str) -> None:
    person = get(saving.writer.connection, Person, saving.interview.person_id)
    if field == "preferred_name":
        changed = replace(person, preferred_name=value)
    else:
        changed = replace(person, contact_note=value)
    if changed != person:
        saving.writer.put(changed, "person.changed")


def _feed_goal(saving: Saving, field: str, value: Any) -> None:
    table, interview = table_of(Goal), saving.interview
    goals = find(saving.writer.connection, Goal, table.c.interview_id == interview.id, order_by=(table.c.id,), limit=1)
    if not goals and not value:
        return
    goal = (
        goals[0]
        if goals
        else Goal(id=saving.context.new_id(), person_id=interview.person_id, text="", interview_id=interview.id)
    )
    if field == "text":
        goal = replace(goal, text=value or "")
    elif field == "why":
        goal = replace(goal, why=value or "")
    elif field == "importance":
        goal = replace(goal, importance=(value or {}).get("number"))
    else:
        said = value or {}
        goal = replace(goal, confidence=said.get("number"), why_not_lower=said.get("words", ""))
    saving.writer.put(goal, "goal.saved")


def _feed_appointment(saving: Saving, value: Any) -> None:
    """Book, move or drop the next appointment; half a date books nothing."""
    table, interview = table_of(Appointment), saving.interview
    booked = find(saving.writer.connection, Appointment, table.c.made_in == interview.id)
    said = value or {}
    day, at = said.get("on"), as_time(said.get("at", ""))
    if not isinstance(day, str) or at is None:
        for each in booked:
            saving.writer.delete(each, "appointment.dropped")
        return
    connection, on = saving.writer.connection, date.fromisoformat(day)
    agreed = replace(
        booked[0] if booked else _next_appointment(saving, on, at),
        on=on,
        at=at,
        channel=Channel(said.get("channel") or interview.channel),
        reason=said.get("reason", ""),
    )
    usual = arrangement(connection, interview.person_id, on)
    saving.writer.put(as_arranged(agreed, usual), "appointment.booked")


def _next_appointment(saving: Saving, on: date, at: time) -> Appointment:
    """The appointment that follows an interview: of the next kind, with what the person needs of a place."""
    interview = saving.interview
    kind = saving.context.next_kind(interview.definition_id)
    new = Appointment(
        id=saving.context.new_id(),
        person_id=interview.person_id,
        on=on,
        at=at,
        minutes=kind.minutes,
        definition_id=kind.id,
        channel=interview.channel,
        made_in=interview.id,
    )
    return fitted(saving.writer.connection, new)


def follow(saving: Saving, definition: Definition, answers: Answers, question: Question) -> None:
    """Keep the circumstances that follow from this question's answer, and only those."""
    follows = {each.kind: each for each in circumstances(definition, answers) if each.question_id == question.id}
    table, interview = table_of(Circumstance), saving.interview
    kept = {
        each.kind: each
        for each in find(
            saving.writer.connection,
            Circumstance,
            table.c.interview_id == interview.id,
            table.c.question_id == question.id,
        )
    }
    for kind in kept.keys() - follows.keys():
        saving.writer.delete(kept[kind], "circumstance.dropped")
    for kind in sorted(follows.keys() - kept.keys()):
        noted = Circumstance(
            id=saving.context.new_id(),
            person_id=interview.person_id,
            kind=kind,
            sensitive=follows[kind].sensitive,
            interview_id=interview.id,
            question_id=question.id,
        )
        watch_for(saving.context, saving.writer, saving.writer.put(noted, "circumstance.noted"))
