"""People with something to show: a written case acted out in a real vault, as its coach would have typed it."""

from dataclasses import replace

from PySide6.QtCore import SignalInstance

from coachdesk.application import Opened
from coachdesk.cases import Case, answers_of, load_case
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.interviews import Answer, Interview
from coachdesk.paths import resources
from coachdesk.people import Person
from ui.kit import Notice
from ui.plan import PlanPage
from ui.plan.action_editor import ActionEditor


def case_named(name: str, opened: Opened) -> Case:
    """A written case of `resources/cases`."""
    text = resources("cases", f"{name}.toml").read_text("utf-8")
    case = load_case(text, name=name, definitions=opened.content.definitions)
    assert isinstance(case, Case), case
    return case


def played(opened: Opened, name: str) -> tuple[Person, Interview]:
    """The person of a case with everything that was said and agreed; the interview is still open."""
    case, services = case_named(name, opened), opened.services
    person = services.people.save(replace(case.person, id=services.people.draft().id))
    first = services.interviews.start(person.id, case.interview, case.channel)
    answers: dict[str, Answer] = {}
    for question_id, answer in answers_of(case, first.definition).items():
        answers[question_id] = answer
        services.interviews.save_answer(first.interview, answers, question_id, visit=question_id)
    for goal in case.goals[1:]:
        draft = services.plans.draft_goal(person.id, first.interview.id)
        services.plans.save_goal(replace(goal, id=draft.id, person_id=person.id, interview_id=first.interview.id))
    made = services.plans.plan(person.id).goals
    if made and case.goals:
        services.plans.save_goal(replace(made[0], privacy=case.goals[0].privacy))
    for place, action in enumerate(case.actions, 1):
        empty = services.plans.draft_action(person.id, action.owner, first.interview.id)
        services.plans.save_action(
            replace(action, id=empty.id, person_id=person.id, interview_id=first.interview.id, position=place)
        )
    return person, services.interviews.open(first.interview.id).interview


class Told:
    """What came in signals, in order."""

    def __init__(self, *signals: SignalInstance) -> None:
        self.all: list[object] = []
        for signal in signals:
            signal.connect(self._hear)

    def codes(self) -> list[str]:
        """The codes of errors."""
        return [each.code for each in self.all if isinstance(each, AppError)]

    def notices(self) -> list[Notice]:
        """The notices."""
        return [each for each in self.all if isinstance(each, Notice)]

    def _hear(self, value: object) -> None:
        self.all.append(value)


def newcomer(opened: Opened, *, given_name: str = "Amira", language: Language = Language.ENGLISH) -> Person:
    """A person of whom nothing is known yet."""
    draft = opened.services.people.draft()
    person = replace(draft, given_name=given_name, family_name="Khalil", language=language)
    return opened.services.people.save(person)


def editor(page: PlanPage) -> ActionEditor:
    """The fields of an action that are open."""
    (shown,) = (each for each in page.findChildren(ActionEditor) if each.isVisibleTo(page))
    return shown
