"""A written case: an example with a meeting: what is said, and what becomes of it. The format is in docs/written-cases.md."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from pathlib import Path

from coachdesk.cases.answers import answer_mistakes
from coachdesk.cases.example import Example
from coachdesk.cases.reading import Place, read_table
from coachdesk.cases.worked import mistakes
from coachdesk.commitments.commitment import Format, OutcomeKind
from coachdesk.commitments.signature import Signer
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel, Definition, Question
from coachdesk.interviews.interview import Answer
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.reading import Problems, toml
from coachdesk.people.person import Person
from coachdesk.plans.checks import check_action
from coachdesk.plans.plan import Action, Goal, Happened
from coachdesk.requirements.rule import Rules

FORMATS = tuple(Format)
"""Every form that a case may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """What the person said to the commitment."""

    kind: OutcomeKind
    second_opinion: bool = False
    think_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextContact:
    """When and how the two meet next, and why then."""

    on: date
    at: time
    channel: Channel
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSignature:
    """A name that one of the two typed to sign, because they wanted to."""

    signer: Signer
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHappened:
    """What became of an action of the case before, named by its whole text: the person's or ours."""

    action: str
    happened: Happened
    learned: str = ""
    new_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Example):
    """One meeting with one invented person.

    Attributes:
        on: when they meet: local wall time, Europe/London.
        language: of the documents and the transcript.
        also_in: the languages in which each document is left as well.
        compared: what is different from the edition before stands on the first page.
        document: False: nothing may be given to this person.
        not_on_paper: words that no document of this case may contain, in small or capital letters.
        previous: the file name, without its ending, of the case that comes before this one.
        signatures: of those who wanted to sign, in the order in which they did.
        person, goals, actions: as stored, but without ids: whoever plays the case gives them.
    """

    interview: str
    channel: Channel
    on: datetime
    person: Person
    language: Language = Language.ENGLISH
    formats: tuple[str, ...] = ("pdf",)
    also_in: tuple[Language, ...] = ()
    compared: bool = False
    document: bool = True
    not_on_paper: tuple[str, ...] = ()
    previous: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    happened: tuple[CaseHappened, ...] = ()
    signatures: tuple[CaseSignature, ...] = ()
    outcome: CaseOutcome | None = None
    next_contact: NextContact | None = None

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.on.date()

    @property
    def born(self) -> date | None:
        """The person's date of birth."""
        return self.person.date_of_birth


_OURS: Mapping[type, Mapping[str, str]] = {
    Person: {"id": ""},
    Goal: {"id": "", "person_id": "", "interview_id": ""},
    Action: {"id": "", "person_id": "", "goal_id": "", "interview_id": ""},
}
_OF_A_MEETING = {each.name for each in fields(Case)} - {each.name for each in fields(Example)}
_OF_AN_EXAMPLE = ("summary", "facts", "expect", "unreasonable", "contact")


def load_case(
    text: str, *, name: str, definitions: Collection[Definition] = (), rules: Rules | None = None
) -> Case | Example | tuple[Problem, ...]:
    """The case of a TOML text, or the example where there is no meeting in it, or every mistake with its place.

    Args:
        text: the whole file.
        name: the file's name, for the mistakes.
        definitions: where there are any, the case's interview is among them and its answers are checked against it.
        rules: where they are given, what the case expects of its finding is checked.
    """
    unreadable = Problems(name)
    table = toml(text, unreadable)
    if table is None:
        return tuple(replace(each, code="case.not-toml") for each in unreadable.found)
    problems: list[Problem] = []
    kind = Example if "facts" in table and table.keys().isdisjoint(_OF_A_MEETING) else Case
    ours = {kind: {"name": Path(name).stem}, **_OURS}
    case = read_table(kind, table, Place(name, problems), ours)
    if case is None:
        return tuple(problems)
    found = [*_as_example(case), *mistakes(case, rules)]
    if isinstance(case, Case):
        found += _mistakes(case, definitions)
    return tuple(Problem(code, name, path, sentence) for path, code, sentence in found) or case


def check_case(
    text: str, name: str, definitions: Sequence[Definition], rules: Rules | None = None
) -> tuple[Problem, ...]:
    """Every mistake of a case file, as `coachdesk.content.check_content` asks for them."""
    found = load_case(text, name=name, definitions=definitions, rules=rules)
    return found if isinstance(found, tuple) else ()


def answers_of(case: Case, definition: Definition) -> dict[str, Answer]:
    """The case's answers in the order of the questions, with those that its tables give to what a question records.

    An author writes a goal, an outcome or the next meeting once, in its table; an answer that stands in `[answers]`
    as well wins.
    """
    return {
        question.id: answer
        for question in definition.questions()
        if (answer := case.answers.get(question.id) or _recorded(case, question)) is not None
    }


def _recorded(case: Case, question: Question) -> Answer | None:
    kind, _, name = question.record.partition(".")
    if kind == "goal" and case.goals:
        return _of_goal(case.goals[0], name)
    if kind == "commitment" and case.outcome is not None:
        return _of_outcome(case.outcome, name)
    if kind == "appointment" and case.next_contact is not None:
        meeting = case.next_contact
        at = meeting.at.strftime("%H:%M")
        return Answer(
            {"on": meeting.on.isoformat(), "at": at, "channel": meeting.channel.value, "reason": meeting.reason}
        )
    return None


def _of_goal(goal: Goal, name: str) -> Answer | None:
    if name in {"text", "why"}:
        words = goal.text if name == "text" else goal.why
        return Answer(words) if words else None
    number = goal.importance if name == "importance" else goal.confidence
    words = goal.why_not_lower if name == "confidence" else ""
    return Answer({"number": number, "words": words}) if number is not None else None


def _of_outcome(outcome: CaseOutcome, name: str) -> Answer | None:
    if name == "outcome":
        return Answer(outcome.kind.value)
    if name == "second_opinion":
        return Answer("yes" if outcome.second_opinion else "no")
    return Answer(outcome.think_until.isoformat()) if outcome.think_until is not None else None


def _as_example(case: Example) -> Iterator[tuple[str, str, str]]:
    """What is missing in something that is offered to coaches as an example."""
    if not case.circumstances and isinstance(case, Case):
        return
    for name in ("circumstances", *_OF_AN_EXAMPLE):
        if not getattr(case, name):
            yield name, "case.missing-field", "An example needs this field."


def _mistakes(case: Case, definitions: Collection[Definition]) -> Iterator[tuple[str, str, str]]:
    today = case.on.date()
    if unknown := [each for each in case.formats if each not in FORMATS]:
        yield "formats", "case.unknown-format", f"There is no such format: {', '.join(unknown)}."
    for number, action in enumerate(case.actions, start=1):
        for problem in check_action(action, today=today):
            yield f"actions {number} / {problem.field}", problem.code, problem.text
    if case.compared and not case.previous:
        yield "compared", "case.no-previous", "Only a case with a previous one has an edition to compare with."
    if case.happened and not case.previous:
        yield "happened", "case.no-previous", "Only a case with a previous one can say what happened since."
    if case.next_contact is not None and case.next_contact.on < today:
        yield "next_contact / on", "case.past-date", "The next contact is before this meeting."
    if definitions:
        yield from _against(case, definitions, today)


def _against(case: Case, definitions: Collection[Definition], today: date) -> Iterator[tuple[str, str, str]]:
    definition = next((each for each in definitions if each.id == case.interview), None)
    if definition is None:
        yield "interview", "case.unknown-interview", "There is no interview of this id."
        return
    for question_id, code, text in answer_mistakes(definition, case.answers, today):
        yield f"answers / {question_id}", code, text
    yield from _reasons(case, definition)


def _reasons(case: Case, definition: Definition) -> Iterator[tuple[str, str, str]]:
    """A reason may not point at what was sealed or is sensitive: that alone would say what it is (interviews.md 4)."""
    questions = {question.id: question for question in definition.questions()}
    for number, action in enumerate(case.actions, start=1):
        for question_id in action.because:
            question = questions.get(question_id)
            if question is None:
                yield f"actions {number} / because", "case.unknown-question", f"No question has the id {question_id}."
            elif question.sealed or question.sensitive or question.only_when_alone:
                text = f"The answer to {question_id} may not be given as a reason."
                yield f"actions {number} / because", "case.hidden-reason", text
