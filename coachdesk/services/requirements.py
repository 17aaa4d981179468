"""What may be asked of a person and why, the decisions that the law leaves to the coach, and the easement check."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from coachdesk.cases import Circumstance, Worked, examples_like, worked_examples
from coachdesk.content import read_examples
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.interviews import Answer, Definition, Interview
from coachdesk.plans import Action, ActionState, Party
from coachdesk.privacy import Privacy
from coachdesk.requirements.assess import assess
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.requirements.fact_checks import contradictions
from coachdesk.requirements.facts import Decided
from coachdesk.requirements.gathering import Recorded, gather
from coachdesk.requirements.questions import question_for
from coachdesk.requirements.reasons import easement_reasons, hours_reasons
from coachdesk.requirements.rule import Rule
from coachdesk.services.context import Context
from coachdesk.services.easement_check import PROMISE, EasementCheck, due_on
from coachdesk.services.facts_of import recorded_of
from coachdesk.services.views import Ask, DueDecision, MonthlyCount, PersonFinding
from coachdesk.storage import find, find_by, table_of

LEAST = 5
"""A count under this is not shown."""


class Requirements:
    """Findings and decisions, over one opened vault."""

    def __init__(self, context: Context, check: EasementCheck) -> None:
        self._context, self._check = context, check
        self._audited: set[str] = set()
        self._examples: tuple[Worked, ...] | None = None

    def for_interview(self, interview: Interview, answers: Mapping[str, Answer]) -> PersonFinding:
        """The finding of today, from the answers as they stand on the screen and all else that is recorded.

        Audited once for an interview and session, not with each key: the interview itself was opened and audited.
        """
        if interview.id not in self._audited:
            with self._context.database.write() as writer:
                writer.audit("requirements.read", subject=interview.person_id, record=interview.id)
            self._audited.add(interview.id)
        definition = self._context.definition_of(interview)
        with self._context.database.read() as connection:
            person_id = interview.person_id
            recorded = recorded_of(self._context, connection, [person_id], on_screen={interview.id: answers})
            found = self._found(connection, person_id, recorded[person_id])
        return replace(found, ask=_asked(found, definition, answers))

    def for_person(self, person_id: str) -> PersonFinding:
        """The finding of today, from all that is recorded. The reading is audited.

        Raises:
            AppError: "storage.not-found".
        """
        self._audit("requirements.read", person_id)
        with self._context.database.read() as connection:
            recorded = recorded_of(self._context, connection, [person_id])
            if person_id not in recorded:
                raise AppError("storage.not-found", kind="people")
            return self._found(connection, person_id, recorded[person_id])

    def rule(self, rule_id: str) -> Rule | None:
        """A rule by its id, for its card; None where there is none of that id in today's rules."""
        return self._context.content.rules.of(rule_id)

    def decide(
        self,
        person_id: str,
        easement_id: str,
        decided: Decided,
        *,
        reason: str,
        until: date | None,
        interview_id: str = "",
    ) -> DiscretionRecord:
        """Record what the coach decided today about an easement; a decision of the same day is replaced.

        Raises:
            AppError: "decision.no-reason" without a reason, "decision.past-review" where `until` is over.
        """
        today = self._context.today()
        if not reason.strip():
            raise AppError("decision.no-reason")
        if until is not None and until < today:
            raise AppError("decision.past-review")
        with self._context.database.write() as writer:
            same = find_by(writer.connection, DiscretionRecord, person_id=person_id, easement_id=easement_id, on=today)
            record = same[0] if same else self._new(person_id, easement_id, today)
            stored = writer.put(
                replace(record, decided=decided, until=until, reason=reason.strip(), interview_id=interview_id),
                "discretion.decided",
            )
            writer.audit("discretion.decided", subject=person_id, record=stored.id)
        return stored

    def take_back(self, decision: DiscretionRecord) -> None:
        """The decision was a mistake: what it was about is to be decided again.

        Raises:
            AppError: "storage.stale" where it was changed or taken back since.
        """
        with self._context.database.write() as writer:
            writer.delete(decision, "discretion.taken-back")
            writer.audit("discretion.taken-back", subject=decision.person_id, record=decision.id)

    def decisions(self, person_id: str) -> tuple[DiscretionRecord, ...]:
        """Every decision about a person, the newest first. The reading is audited."""
        self._audit("requirements.read", person_id)
        table = table_of(DiscretionRecord)
        with self._context.database.read() as connection:
            return find(
                connection,
                DiscretionRecord,
                table.c.person_id == person_id,
                order_by=(table.c.on.desc(), table.c.id.desc()),
            )

    def reasons(self, easement_id: str, found: PersonFinding) -> tuple[str, ...]:
        """Reasons of one key for a decision, from what is recorded; for a sealed matter none says what it is."""
        return easement_reasons(easement_id, found.finding, found.facts)

    def hours_reasons(self, found: PersonFinding, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        """Reasons of one key for the expected hours, from unsealed answers and what is recorded."""
        return hours_reasons(found.finding, found.facts, answers)

    def examples(self, found: PersonFinding, about: Collection[Circumstance] = ()) -> tuple[Worked, ...]:
        """Worked examples of someone like this, the most alike first; `about`: all of these stand in each.

        They are read when they are first asked for.
        """
        if self._examples is None:
            self._examples = worked_examples(read_examples(), self._context.content.rules)
        return examples_like(found.facts, self._examples, about=about)

    def refer_for_assessment(self, person_id: str, interview_id: str = "") -> Action:
        """The coach's own promise to ask the benefit team today; the open one where it was made already.

        It is between the two of them and says nothing of health, so that no list and no paper can tell.
        """
        with self._context.database.write() as writer:
            promised = _promise(writer.connection, person_id)
            if promised is not None:
                return promised
            table = table_of(Action)
            last = find(
                writer.connection,
                Action,
                table.c.person_id == person_id,
                order_by=(table.c.position.desc(),),
                limit=1,
            )
            stored = writer.put(
                Action(
                    id=self._context.new_id(),
                    person_id=person_id,
                    text=_("Ask the benefit team what comes next"),
                    owner=Party.COACH,
                    by=self._context.today(),
                    privacy=Privacy.BETWEEN_US,
                    follows_from=PROMISE,
                    interview_id=interview_id,
                    position=1 + (last[0].position if last else 0),
                ),
                "action.saved",
            )
            writer.audit("action.saved", subject=person_id, record=stored.id)
        return stored

    def due(self) -> tuple[DueDecision, ...]:
        """The easement check over the whole caseload: who, and never what about."""
        return tuple(DueDecision(person_id, _("A decision is due")) for person_id in self._check.due())

    def month(self, year: int, month: int) -> MonthlyCount:
        """How many decisions were taken and declined in a month, and how many were still due on its last day.

        Of the month that is going on, those that are due today.
        """
        first = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        table = table_of(DiscretionRecord)
        with self._context.database.read() as connection:
            records = find(connection, DiscretionRecord, table.c.on >= first, table.c.on <= last)
            due = due_on(self._context, connection, min(last, self._context.today()))
        applied = sum(each.decided is Decided.APPLIED for each in records)
        return MonthlyCount(_shown(applied), _shown(len(records) - applied), _shown(len(due)))

    def _found(self, connection: Connection, person_id: str, recorded: Recorded) -> PersonFinding:
        rules = self._context.content.rules
        gathered = gather(recorded, self._context.today())
        finding = assess(gathered.facts, rules)
        return PersonFinding(
            finding=finding,
            facts=gathered.facts,
            problems=contradictions(gathered.facts),
            ask=tuple(Ask(path, "") for path in finding.ask),
            undated=gathered.undated,
            rules=rules,
            promise=_promise(connection, person_id),
        )

    def _new(self, person_id: str, easement_id: str, today: date) -> DiscretionRecord:
        rule = self._context.content.rules.on(f"easement.{easement_id}", today)
        return DiscretionRecord(
            id=self._context.new_id(),
            person_id=person_id,
            easement_id=easement_id,
            decided=Decided.APPLIED,
            on=today,
            sensitive=rule is None or bool(rule.values.get("sealed")),
        )

    def _audit(self, code: str, person_id: str) -> None:
        with self._context.database.write() as writer:
            writer.audit(code, subject=person_id, record=person_id)


def _asked(found: PersonFinding, definition: Definition, answers: Mapping[str, Answer]) -> tuple[Ask, ...]:
    return tuple(Ask(path, question_for(definition, answers, path)) for path in found.finding.ask)


def _promise(connection: Connection, person_id: str) -> Action | None:
    table = table_of(Action)
    found = find(
        connection,
        Action,
        table.c.person_id == person_id,
        table.c.follows_from == PROMISE,
        table.c.state == ActionState.OPEN,
        limit=1,
    )
    return found[0] if found else None


def _shown(count: int) -> int | None:
    return count if count >= LEAST else None
