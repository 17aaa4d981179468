from dataclasses import replace

from sqlalchemy import Connection

from coachdesk.diary import AppointmentState
from coachdesk.i18n import Language, _
from coachdesk.interviews import (
    KINDS,
    Answer,
    Answers,
    Channel,
    Definition,
    Interview,
    InterviewState,
    Kind,
    Question,
    StoredAnswer,
    kind_after,
    private_card_due,
    stop,
)
from coachdesk.people import Person
from coachdesk.privacy import Sealed
from coachdesk.services.answers import opened, read_answers, stored_answer, to_row
from coachdesk.services.begun_under import keep_words
from coachdesk.services.context import Context
from coachdesk.services.feeding import Saving, feed, follow
from coachdesk.services.giving import giving_of
from coachdesk.services.meanwhile import meanwhile
from coachdesk.services.plans import read_plan
from coachdesk.services.rhythms import count_anew
from coachdesk.services.talks import booked_as, carry_on_at, follow_interview, from_last_time, last_time, let_go_of
from coachdesk.services.views import OpenInterview, Saved
from coachdesk.storage import Writer, find, get, table_of

_SHAPING = {Kind.TOLD_TO_EVERYONE, Kind.MANY_OF, Kind.ONE_OF}
"""Kinds whose choices can say who is in the room, name a circumstance or end the ordinary flow."""

_BECOMES = {InterviewState.PAUSED: AppointmentState.PAUSED}


class Interviews:
    """Starting, saving, pausing and carrying on a guided conversation."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._audited: set[str] = set()

    def definitions(self) -> tuple[Definition, ...]:
        """The newest version of every definition that loads without a mistake."""
        return self._context.content.offered()

    def kind_after_last(self, person_id: str) -> str:
        """The id of the kind that follows a person's newest one, or the first of all where we hold none."""
        table, kinds = table_of(Interview), self.definitions()
        with self._context.database.read() as connection:
            mine = table.c.person_id == person_id
            found = find(connection, Interview, mine, order_by=(table.c.id.desc(),), limit=1)
        return kind_after(kinds, found[0].definition_id if found else next((each.id for each in kinds), ""))

    def in_language(self, interview: Interview, language: Language = Language.ENGLISH) -> Definition:
        """What an interview asks in the words of a language, for what they read; in English where there are none."""
        return self._context.definition_of(interview, language)

    def start(self, person_id: str, definition_id: str, channel: Channel, *, appointment_id: str = "") -> OpenInterview:
        """Start an interview, or carry on the unfinished one of the same kind.

        What the talk before put off is brought to it, of whatever kind that was.
        """
        definition = self._context.definition(definition_id)
        with self._context.database.read() as connection:
            waiting = [each for each in unfinished(connection, person_id) if each.definition_id == definition_id]
        if waiting:
            return self.open(waiting[0].id, appointment_id=appointment_id)
        first = definition.steps[0]
        interview = Interview(
            id=self._context.new_id(),
            person_id=person_id,
            definition_id=definition.id,
            definition_version=definition.version,
            channel=channel,
            started_at=self._context.clock(),
            step_id=first.id,
            question_id=first.questions[0].id,
            appointment_id=appointment_id,
            rules_version=self._context.rules_version(),
        )
        with self._context.database.write() as writer:
            keep_words(self._context, writer, interview)
            interview = from_last_time(self._context, writer.connection, interview)
            follow_interview(writer, appointment_id, AppointmentState.IN_PROGRESS)
            # After its appointment, as everywhere here: what is written later was changed while the interview waited.
            writer.put(interview, "interview.started")
            count_anew(writer, person_id)
            writer.audit("interview.started", subject=person_id, record=interview.id)
        return self.open(interview.id)

    def open(self, interview_id: str, *, appointment_id: str = "") -> OpenInterview:
        """The interview as it was left: every committed word, the same question, and what changed since.

        At another appointment of the person, the one named or one of today, it is carried on there.
        """
        with self._context.database.write() as writer:
            left = get(writer.connection, Interview, interview_id)
            changed = meanwhile(self._context, writer.connection, left)
            interview = carry_on_at(self._context, writer, left, appointment_id)
            if interview.state is InterviewState.PAUSED:
                interview = replace(interview, state=InterviewState.OPEN)
            if interview != left:
                follow_interview(writer, interview.appointment_id, AppointmentState.IN_PROGRESS)
                interview = writer.put(interview, "interview.resumed")
            writer.audit("interview.opened", subject=interview.person_id, record=interview.id)
        definition = self._context.definition_of(interview)
        with self._context.database.read() as connection:
            person = get(connection, Person, interview.person_id)
            return OpenInterview(
                interview=interview,
                definition=definition,
                person=person,
                answers=read_answers(connection, definition, interview.id),
                plan=read_plan(connection, interview.person_id),
                last_time=last_time(self._context, connection, interview),
                card_again=person.private_card_due,
                giving=giving_of(self._context, connection, interview.person_id),
                booked=booked_as(connection, interview),
                meanwhile=changed,
                also_waiting=self._also_waiting(connection, interview),
            )

    def save_answer(self, interview: Interview, answers: Answers, question_id: str, *, visit: str) -> Saved:
        """Store the answer to one question, with whatever it feeds, in one transaction.

        `answers` are all answers as they stand on the screen, this one included. `visit` names one stay in a field: its
        saves replace one another in the change record.

        Raises:
            AppError: "storage.disk-full" and the like; nothing is half stored then.
        """
        definition = self._context.definition_of(interview)
        question = definition.question(question_id)
        answer = answers[question_id]
        with self._context.database.write() as writer:
            row = stored_answer(writer.connection, interview.id, question_id) or StoredAnswer(
                id=self._context.new_id(), interview_id=interview.id, question_id=question_id
            )
            stored = writer.put(to_row(self._context, row, question, answer), "answer.written", visit=visit)
            saving = Saving(self._context, writer, interview)
            if question.record:
                feed(saving, question, answer)
            if question.kind in _SHAPING and not is_shut(answer):
                follow(saving, definition, answers, question)
                _mark(saving, definition, answers, question)
            if visit not in self._audited:
                writer.audit("answer.saved", subject=interview.person_id, record=interview.id)
        self._audited.add(visit)
        return Saved(at=stored.updated_at or self._context.clock(), version=stored.version)

    def let_go_of(self, interview: Interview, step_id: str) -> Interview:
        """What was put off before, and is asked in this step, is not wanted any more. Its answers stay."""
        with self._context.database.write() as writer:
            stored = let_go_of(writer, interview, step_id)
            writer.audit("interview.let-go", subject=interview.person_id, record=interview.id)
        return stored

    def keep_place(self, interview: Interview) -> Interview:
        """Store where the coach is, what the clock says and which steps are put off."""
        with self._context.database.write() as writer:
            return writer.put(self._fresh(writer, interview), "interview.place")

    def pause(self, interview: Interview) -> Interview:
        """Pause: the clock stands still, the place is kept."""
        return self._close(interview, InterviewState.PAUSED, "interview.paused")

    def finish(self, interview: Interview) -> Interview:
        """The conversation is over."""
        return self._close(interview, InterviewState.FINISHED, "interview.finished")

    def stop(self, interview: Interview) -> Interview:
        """End the conversation kindly before its end; nothing is asked."""
        return self._close(interview, InterviewState.STOPPED, "interview.stopped")

    def reveal(self, interview: Interview, question_id: str, *, reason: str) -> Sealed[str] | None:
        """Open a sealed answer on purpose; the opening and its reason code are audited."""
        definition = self._context.definition_of(interview)
        question = definition.question(question_id)
        with self._context.database.write() as writer:
            row = stored_answer(writer.connection, interview.id, question_id)
            writer.audit(f"sealed.opened.{reason}", subject=interview.person_id, record=interview.id)
        if row is None or row.sealed_value is None:
            return None
        value, note = opened(self._context, row)
        said = "" if value is None else KINDS[question.kind].show(question, value, _)
        return Sealed("\n".join(filter(None, (said, note))))

    def _close(self, interview: Interview, state: InterviewState, code: str) -> Interview:
        ended = None if state is InterviewState.PAUSED else self._context.clock()
        with self._context.database.write() as writer:
            fresh = self._fresh(writer, interview)
            version = fresh.rules_version if ended is None else self._context.rules_version()
            follow_interview(writer, interview.appointment_id, _BECOMES.get(state, AppointmentState.SEEN))
            count_anew(writer, interview.person_id)
            # Last of all, as when it begins.
            stored = writer.put(replace(fresh, state=state, ended_at=ended, rules_version=version), code)
            writer.audit(code, subject=interview.person_id, record=interview.id)
        return stored

    def _also_waiting(self, connection: Connection, interview: Interview) -> tuple[str, ...]:
        titles = self._context.titles()
        others = (each for each in unfinished(connection, interview.person_id) if each.id != interview.id)
        return tuple(titles.get(each.definition_id, each.definition_id) for each in others)

    def _fresh(self, writer: Writer, interview: Interview) -> Interview:
        """The interview as the screen has it, on top of the version that the vault has.

        The screen owns place, clock and folded steps; what the program notes beside them (`must_stop`) stays.
        """
        stored = get(writer.connection, Interview, interview.id)
        return replace(
            stored,
            step_id=interview.step_id,
            question_id=interview.question_id,
            elapsed_seconds=interview.elapsed_seconds,
            folded=interview.folded,
            channel=interview.channel,
        )


def is_shut(answer: Answer) -> bool:
    """A sealed answer that was not opened: a note is written beside it, and what follows from it stays as it is."""
    return answer.sealed and answer.value is None


def unfinished(connection: Connection, person_id: str) -> tuple[Interview, ...]:
    """The interviews of a person that wait to be carried on, newest first."""
    table = table_of(Interview)
    return find(
        connection,
        Interview,
        table.c.person_id == person_id,
        table.c.state.in_([InterviewState.OPEN, InterviewState.PAUSED]),
        order_by=(table.c.id.desc(),),
    )


def _mark(saving: Saving, definition: Definition, answers: Answers, question: Question) -> None:
    """Keep what the answers say about the flow and about asking in private, without saying why."""
    writer = saving.writer
    stored = get(writer.connection, Interview, saving.interview.id)
    if any(choice.ends for choice in question.choices):
        ends = stop(definition, answers) is not None
        if ends != stored.must_stop:
            writer.put(replace(stored, must_stop=ends), "interview.flow")
    person = get(writer.connection, Person, saving.interview.person_id)
    due = private_card_due(definition, answers)
    if due != person.private_card_due:
        writer.put(replace(person, private_card_due=due), "person.changed")
