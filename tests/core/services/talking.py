"""A conversation for tests, held through the services as the screens hold it."""

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any

from coachdesk.application import Opened
from coachdesk.interviews import Answer, Channel, Interview
from coachdesk.people import Person
from coachdesk.plans import Action, Goal, Implements, Party, Standing

FIRST, REVIEW = "first-commitments", "work-search-review"
TEN = time(10)


@dataclass
class Talk:
    """One interview with one person, and what was typed so far."""

    opened: Opened
    person: Person
    interview: Interview
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.opened.services.day.today()

    def say(self, question_id: str, value: Any, *, note: str = "") -> None:
        """Type an answer and have it saved."""
        self.answers[question_id] = Answer(value, note=note)
        self.opened.services.interviews.save_answer(
            self.interview, self.answers, question_id, visit=f"{question_id} {len(self.answers)}"
        )

    def meet_in(self, days: int, *, at: str = "10:30") -> date:
        """Agree the next meeting."""
        day = self.today + timedelta(days=days)
        self.say("next_meeting", {"on": day.isoformat(), "at": at, "channel": "phone", "reason": "To see how it went"})
        return day

    def goal(self, text: str, **more: Any) -> Goal:
        """Add a goal."""
        plans = self.opened.services.plans
        return plans.save_goal(replace(plans.draft_goal(self.person.id, self.interview.id), text=text, **more))

    def act(self, text: str, *, owner: Party = Party.CLAIMANT, **more: Any) -> Action:
        """Add an action that is due in a week."""
        plans = self.opened.services.plans
        new = plans.draft_action(self.person.id, owner, self.interview.id)
        return plans.save_action(replace(new, text=text, **{"by": self.today + timedelta(days=7), **more}))

    def ask(self, text: str, *, implements: Implements = Implements.SEARCH, **more: Any) -> Action:
        """Add an action that is to be recorded as a requirement."""
        return self.act(text, standing=Standing.REQUIRED, implements=implements, **more)

    def stored(self) -> Interview:
        """The interview as the vault has it."""
        return self.opened.services.interviews.open(self.interview.id).interview

    def circumstances(self) -> set[tuple[str, bool]]:
        """What is recorded about the person: kinds, and whether each is sensitive."""
        found = self.opened.services.people.open(self.person.id).circumstances
        return {(each.kind, each.sensitive) for each in found}


def begin(opened: Opened, definition: str = FIRST, person: Person | None = None, **details: Any) -> Talk:
    """Add somebody, or take somebody known, and start an interview."""
    people = opened.services.people
    if person is None:
        person = people.save(replace(people.draft(), **({"given_name": "Amira", "family_name": "Khalil"} | details)))
    going_on = opened.services.interviews.start(person.id, definition, Channel.FACE_TO_FACE)
    return Talk(opened, person, going_on.interview)


def ready_to_issue(opened: Opened, **details: Any) -> Talk:
    """A conversation that may end with a document."""
    talk = begin(opened, **details)
    talk.say("who_is_here", "alone")
    talk.say("goal", "Work in a school")
    talk.ask("List twelve schools", reason="Because you told us what you want")
    talk.act("Ring the course office", owner=Party.COACH)
    talk.say("outcome", "agreed")
    talk.meet_in(14)
    return talk
