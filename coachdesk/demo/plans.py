"""The plans of invented people; days are counted from today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from coachdesk.demo.choosing import number, once_in, pick
from coachdesk.demo.stories import ANYBODY, Story
from coachdesk.people import Person
from coachdesk.plans import Action, Goal, Implements, ObstacleOwner, Party, Rhythm, Standing
from coachdesk.privacy import Privacy

NewId = Callable[[], str]


def any_story(seed: str) -> Story:
    """A story for somebody of whom nothing else is known; of some nothing is asked."""
    story = pick(ANYBODY, seed, "story")
    return replace(story, asked="", obstacle="") if once_in(3, seed, "nothing asked") else story


def plan_of(seed: str, person: Person, story: Story, today: date, new_id: NewId) -> tuple[Goal, tuple[Action, ...]]:
    """The goal and the actions of a person: ours first, then theirs."""
    quiet = Privacy.ACCOUNT if once_in(8, seed, "quiet") else Privacy.PAPER
    goal = Goal(id=new_id(), person_id=person.id, text=story.goal, why=story.why, privacy=quiet)
    ours = Action(
        id=new_id(),
        person_id=person.id,
        text=story.promise,
        owner=Party.COACH,
        by=today + timedelta(days=number(seed, "promise", below=24) - 4),
        goal_id=goal.id,
        position=1,
    )
    theirs = replace(ours, owner=Party.CLAIMANT, hours=Decimal(number(seed, "hours", below=4) + 1) / 2)
    by = today + timedelta(days=3 + number(seed, "chosen", below=18))
    chosen = replace(theirs, id=new_id(), text=story.chosen, by=by, position=2)
    if not story.asked:
        return goal, (ours, chosen)
    asked = replace(
        theirs,
        id=new_id(),
        text=story.asked,
        standing=Standing.REQUIRED,
        implements=Implements.SEARCH,
        by=None,
        every=Rhythm.WEEK,
        obstacle=story.obstacle,
        obstacle_owner=ObstacleOwner.NOBODY_YET if story.obstacle else None,
        reason=f"Because you told us: {story.why}",
        in_account_since=today - timedelta(days=2) if once_in(2, seed, "in the account") else None,
        position=3,
    )
    return goal, (ours, chosen, asked)
