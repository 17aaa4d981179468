"""Gathers what a commitment is made from, inside the caller's transaction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from coachdesk.clock import local
from coachdesk.commitments import (
    CommitmentDocument,
    EnvelopeLine,
    ExplainedHow,
    Local,
    Note,
    OutcomeKind,
    Presence,
    Role,
    Signature,
    Since,
    Source,
    Stop,
    basis_of,
    bounds_of,
    build,
    envelope_lines,
    notes,
    rests_on,
    stable_layer,
    still_of,
    stops,
    time_to_think,
)
from coachdesk.diary import TO_COME, Appointment
from coachdesk.i18n import Language
from coachdesk.interviews import (
    Answers,
    Definition,
    Interview,
    Kind,
    Missing,
    Print,
    as_date,
    missing,
)
from coachdesk.people import Person
from coachdesk.plans import Flagged, Plan, Strip
from coachdesk.policy import Policy, confirmed_rules
from coachdesk.requirements.finding import Standing
from coachdesk.requirements.reductions import reductions
from coachdesk.services.allowing import Allowed, allowed
from coachdesk.services.answers import read_answers
from coachdesk.services.context import Context
from coachdesk.services.issued import issued_to
from coachdesk.services.offering import accepted_before, own_number, since_last
from coachdesk.services.plans import read_plan
from coachdesk.services.recorded import recorded
from coachdesk.services.weighing import weigh
from coachdesk.storage import find, find_by, get, table_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """A commitment that could be issued now.

    Attributes:
        stops: what stands in its way; nothing else does.
        notes: quiet sentences.
        missing: questions that need an answer before issuing; a note, not a stop.
        envelope: the person's words that would be on the paper.
        rests_on: the edition whose yes would hold for this one too, as only the plan has changed since; 0: none.
        since: the edition that its first page compares it with; None where nobody wants that.
    """

    source: Source
    document: CommitmentDocument
    stops: tuple[Stop, ...]
    notes: tuple[Note, ...]
    missing: tuple[Missing, ...]
    envelope: tuple[EnvelopeLine, ...]
    rests_on: int = 0
    since: Since | None = None


def prepare(
    context: Context, connection: Connection, interview_id: str, language: Language, *, compared: bool = False
) -> Prepared:
    """Gather, build and weigh; `compared` puts what is different from the edition before on the first page."""
    interview = get(connection, Interview, interview_id)
    definition = context.definition_of(interview)
    answers = read_answers(connection, definition, interview_id)
    person = get(connection, Person, interview.person_id)
    plan, today = read_plan(connection, person.id), context.today()
    known = allowed(context, connection, person.id)
    flags = known.flags(plan)
    source = replace(
        _source(context, interview, person, recorded(definition, answers)),
        plan=plan,
        language=language,
        next_meeting=_next_meeting(connection, interview, today),
    )
    source = _signed(connection, _by_the_finding(context, source, known))
    before = own_number(issued_to(connection, person.id), context.info.short_id)
    earlier = since_last(before, plan.actions) if compared else None
    document = build(source, earlier)
    return Prepared(
        source=source,
        document=document,
        stops=stops(
            document,
            source,
            flags,
            today=today,
            never=tuple(_never(definition, answers)),
            ended_kindly=interview.must_stop,
        ),
        notes=_notes(weigh(context, connection, person, plan, known), known, flags, source, document),
        missing=missing(definition, answers),
        envelope=envelope_lines(plan),
        rests_on=rests_on(stable_layer(source), accepted_before(before)),
        since=earlier,
    )


def _by_the_finding(context: Context, source: Source, known: Allowed) -> Source:
    """The source with what follows for the paper from what may be asked today."""
    finding, confirmed = known.finding, confirmed_rules(context.policy.rules_confirmed)
    return replace(
        source,
        bounds=bounds_of(finding),
        reductions=reductions(context.content.rules, finding, known.facts, confirmed),
        not_looking=finding.search in {Standing.OFF, Standing.NOT_IMPOSED},
        basis=basis_of(finding),
    )


def _notes(
    weighed: Strip, known: Allowed, flags: Flagged, source: Source, document: CommitmentDocument
) -> tuple[Note, ...]:
    return notes(source.plan, flags, weighed, decision_due=known.due, finding=known.finding, document=document)


def _signed(connection: Connection, source: Source) -> Source:
    """The source with the signatures that were given under what it says."""
    given = find_by(connection, Signature, interview_id=source.interview_id)
    return replace(source, signatures=still_of(given, source))


def _source(context: Context, interview: Interview, person: Person, said: Mapping[str, Any]) -> Source:
    """What is known before plan, language and next meeting are put in."""
    outcome, explained = said.get("commitment.outcome"), said.get("commitment.explained")
    return Source(
        person=person,
        coach_name=context.info.coach_name,
        site=context.policy.site_name or context.info.site,
        number=f"{context.info.short_id}-…",
        edition=1,
        issued_on=context.today(),
        language=person.language,
        plan=Plan(),
        met_on=local(interview.started_at).date(),
        channel=interview.channel,
        outcome=OutcomeKind(outcome) if outcome else None,
        second_opinion=said.get("commitment.second_opinion") == "yes",
        think_until=as_date(said.get("commitment.think_until")) or _proposed(context, person, outcome),
        present=tuple(_present(person, said.get("commitment.present"))),
        explained_how=ExplainedHow(explained) if explained else None,
        adopted=context.policy.commitment_adopted,
        local=_local(context.policy),
        interview_id=interview.id,
        author=context.info.coach_id,
        rules_version=context.rules_version(),
    )


def _local(policy: Policy) -> Local:
    return Local(
        telephone=policy.telephone,
        complaints=policy.complaints,
        advice=policy.advice,
        answer_days=policy.answer_days,
    )


def _proposed(context: Context, person: Person, outcome: str | None) -> date | None:
    """The day to answer by where somebody takes it away to think and no day was agreed: guidance, and more on asking."""
    if outcome != OutcomeKind.TAKEN_AWAY:
        return None
    return time_to_think(context.today(), context.policy.think_days, context.content.calendar, person.nation)


def _present(person: Person, who: str | None) -> Iterator[Presence]:
    """Who was there besides the two of them, as far as it may be on paper: a partner or a child is not named."""
    if who in list(Role):
        role = Role(str(who))
        yield Presence(role, person.interpreter_language if role is Role.INTERPRETER else "")


def _next_meeting(connection: Connection, interview: Interview, today: date) -> Appointment | None:
    """The next one, from today on; the one that this interview was booked as is not it, even while it still goes on."""
    table = table_of(Appointment)
    found = find(
        connection,
        Appointment,
        table.c.person_id == interview.person_id,
        table.c.id != interview.appointment_id,
        table.c.on >= today,
        table.c.state.in_(TO_COME),
        table.c.without_contact.is_(False),
        order_by=(table.c.on, table.c.at),
        limit=1,
    )
    return found[0] if found else None


def _never(definition: Definition, answers: Answers) -> Iterator[str]:
    """What was typed into questions that are never printed, and every private note."""
    for question in definition.questions():
        answer = answers.get(question.id)
        if answer is None:
            continue
        yield answer.note
        if question.print is Print.NEVER and question.kind in {Kind.SHORT_TEXT, Kind.LONG_TEXT}:
            yield str(answer.value or "")
