"""What an interview is tied to: its appointment, the talks before it and what they left. Inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.diary import OPEN, TO_COME, Appointment, AppointmentState
from coachdesk.diary.needs_you import Row
from coachdesk.i18n import _, clock_time, short_date
from coachdesk.interviews import KINDS, Interview, InterviewState, Standing, kept_step, put_off, visible
from coachdesk.plans import carried_over
from coachdesk.services.answers import read_answers, stored_answer
from coachdesk.services.context import Context
from coachdesk.services.plans import read_plan
from coachdesk.storage import Writer, find, find_by, get, table_of

_FOLLOWS = {
    AppointmentState.IN_PROGRESS: frozenset({*TO_COME, AppointmentState.PAUSED}),
    AppointmentState.PAUSED: frozenset({AppointmentState.IN_PROGRESS}),
    AppointmentState.SEEN: frozenset(OPEN),
}
"""From which states an appointment follows its interview."""

OVER = (InterviewState.FINISHED, InterviewState.STOPPED)


def follow_interview(writer: Writer, appointment_id: str, state: AppointmentState) -> None:
    """The appointment follows its interview; what the coach said of it before stays where it says more."""
    for appointment in find_by(writer.connection, Appointment, id=appointment_id) if appointment_id else ():
        if appointment.state in _FOLLOWS[state]:
            writer.put(replace(appointment, state=state), f"appointment.{state}")


def booked_as(connection: Connection, interview: Interview) -> Appointment | None:
    """The appointment that an interview is held at, or None."""
    found = find_by(connection, Appointment, id=interview.appointment_id) if interview.appointment_id else ()
    return found[0] if found else None


def from_last_time(context: Context, connection: Connection, interview: Interview) -> Interview:
    """A new interview with what the talk before it put off; it looks back where there is something to look back to."""
    table, brought = table_of(Interview), tuple[str, ...]()
    mine = (table.c.person_id == interview.person_id, table.c.state.in_(OVER))
    before = find(connection, Interview, *mine, order_by=(table.c.id.desc(),), limit=1)
    for each in filter(context.has_words_of, before):
        definition = context.definition_of(each)
        brought = put_off(definition, read_answers(connection, definition, each.id), each)
    over = carried_over(read_plan(connection, interview.person_id))
    return replace(interview, brought=brought, met_before=bool(before or over.ours or over.shown))


def carry_on_at(context: Context, writer: Writer, interview: Interview, appointment_id: str = "") -> Interview:
    """A paused interview, and the appointment at which it is carried on where that is another than it was begun at.

    The meeting before counts as held. The slot is a new one: its clock begins anew, what was put off to next time is
    asked, and the two meet in the way of this appointment. Whatever was said stays: one talk, one document.
    """
    appointment = _here_now(context, writer.connection, interview, appointment_id)
    if appointment is None:
        return interview
    follow_interview(writer, interview.appointment_id, AppointmentState.SEEN)
    if appointment.made_in == interview.id:  # it was the next one, and is this one now: the next is to be agreed
        appointment = writer.put(replace(appointment, made_in=""), "appointment.begun")
        _forget_next(context, writer, interview)
    here, way = appointment.id, appointment.channel
    return replace(interview, appointment_id=here, channel=way, elapsed_seconds=0, folded=())


def _here_now(
    context: Context, connection: Connection, interview: Interview, appointment_id: str
) -> Appointment | None:
    """Another appointment of the same person that is held now: the one named, else one of today."""
    today, own = context.today(), booked_as(connection, interview)
    table = table_of(Appointment)
    wanted = [table.c.id == appointment_id] if appointment_id else [table.c.on == today]
    found = find(
        connection,
        Appointment,
        table.c.person_id == interview.person_id,
        table.c.id != interview.appointment_id,
        table.c.state.in_(TO_COME),
        *wanted,
        order_by=(table.c.at,),
    )
    here = [each for each in found if not each.without_contact]
    if not appointment_id and _began_on(own, interview) == today:
        here = [each for each in here if each.state is AppointmentState.ARRIVED]
    return here[0] if here else None


def _began_on(own: Appointment | None, interview: Interview) -> date:
    return own.on if own is not None else local(interview.started_at).date()


def _forget_next(context: Context, writer: Writer, interview: Interview) -> None:
    """The day that was agreed for the next meeting is today: it is no answer to when the next one is."""
    asked = (each.id for each in context.definition_of(interview).questions() if each.record == "appointment.next")
    row = stored_answer(writer.connection, interview.id, next(asked, ""))
    if row is not None:
        writer.delete(row, "answer.dropped")


def last_time(context: Context, connection: Connection, interview: Interview) -> dict[str, str]:
    """What was said to the same questions before, newest first, as text; nothing sealed."""
    table = table_of(Interview)
    before = find(
        connection,
        Interview,
        table.c.person_id == interview.person_id,
        table.c.id < interview.id,
        order_by=(table.c.id.desc(),),
        limit=3,
    )
    shown: dict[str, str] = {}
    for each in filter(context.has_words_of, before):
        definition = context.definition_of(each)
        answers = read_answers(connection, definition, each.id)
        for question in visible(definition, answers):
            answer = answers.get(question.id)
            if answer and answer.standing is Standing.GIVEN and answer.value is not None:
                shown.setdefault(question.id, KINDS[question.kind].show(question, answer.value, _))
    return shown


def let_go_of(writer: Writer, interview: Interview, step_id: str) -> Interview:
    """What was put off before is not wanted any more; the interview without it."""
    stored = get(writer.connection, Interview, interview.id)
    left = tuple(each for each in stored.brought if kept_step(each).step_id != step_id)
    return writer.put(replace(stored, brought=left), "interview.place")


def where_they_stopped(context: Context, connection: Connection, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Unfinished interviews with their titles, the step at which each stopped, and when."""
    if not rows:
        return ()
    ids = [row.record_id for row in rows]
    stored = {each.id: each for each in find(connection, Interview, table_of(Interview).c.id.in_(ids))}
    titles = context.titles()
    return tuple(
        replace(row, text=titles.get(row.text, row.text), more=_stopped(context, stored.get(row.record_id)))
        for row in rows
    )


def _stopped(context: Context, interview: Interview | None) -> str:
    """In a sentence; nothing where its definition is not here, or where it was at its kind end."""
    written = context.written(interview.definition_id, interview.definition_version) if interview else None
    if interview is None or interview.updated_at is None or written is None:
        return ""
    steps = context.definition_of(interview).steps
    title = next((step.title for step in steps if step.id == interview.step_id), "")
    at = local(interview.updated_at)
    if not title:
        return ""
    if at.date() == context.today():
        return _("It stopped at “{step}” today at {time}.").format(step=title, time=clock_time(at.time()))
    return _("It stopped at “{step}” on {day}.").format(step=title, day=short_date(at.date()))
