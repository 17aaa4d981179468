"""What invented people want and do, in words such as people use; days are counted from today."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from coachdesk.demo.choosing import number, once_in, pick
from coachdesk.people import Person
from coachdesk.plans import Action, Goal, Implements, ObstacleOwner, Party, Rhythm, Standing
from coachdesk.privacy import Privacy

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Story:
    """A goal and why; what the coach promised; what the person chose; and what they are asked, where anything is."""

    goal: str
    why: str
    promise: str
    chosen: str
    asked: str = ""
    obstacle: str = ""


STORIES = (
    Story(
        "Drive a bus round here by the summer.",
        "I like people and I like driving.",
        "Ask whether there is money for the medical",
        "Book a taster day at the depot",
        "Look at two driver job boards and note what they ask for",
    ),
    Story(
        "Work in a kitchen again, days and not nights.",
        "My evenings are for my family.",
        "Send you the names of three places that cook at midday",
        "Renew the food hygiene certificate online",
        "Ask at the three places on the list about day shifts",
    ),
    Story(
        "Find out what I can do now that I cannot lift.",
        "I do not want to sit at home.",
        "Book a talk with the careers service",
        "Write down three things that I was good at",
    ),
    Story(
        "Get my English good enough for an interview.",
        "At home I was a bookkeeper.",
        "Find an English course that starts before spring",
        "Read one page aloud every day",
    ),
    Story(
        "A job in school hours, near enough to walk.",
        "I am at the gate at three.",
        "Check what help there is with holiday childcare",
        "Ask at the school office about lunchtime work",
        "List the workplaces that I can reach on foot",
        "The holidays",
    ),
    Story(
        "Finish the level 2 in care and stay in it.",
        "I looked after my gran and I was good at it.",
        "Ring the college about the start date",
        "Ask the home where I volunteer for a reference",
    ),
    Story(
        "More hours where I already work.",
        "I like it there, and I could pay the rent myself.",
        "Send you the words to ask for more hours",
        "Ask my manager about the weekend rota",
        "Keep the wage slips for our next talk",
    ),
    Story(
        "Start my own cleaning round.",
        "I know ten people who would ask me.",
        "Send you the dates of the start-up talk",
        "Write a price list",
        "Ask the business adviser three questions",
        "Insurance, and what it costs",
    ),
    Story(
        "First job ever. Anything with computers.",
        "My friends all work.",
        "Send you two open days for apprentices",
        "Show my coach the page that I built",
        "Apply for one of the two apprenticeships",
    ),
    Story(
        "Get back to the warehouse, or something like it.",
        "I want to be tired in the evening and not in the morning.",
        "Ask the agency why nobody rang back",
        "Walk to the industrial estate and see who has a board out",
        "Put my name down with one more agency",
        "No bus before seven",
    ),
    Story(
        "Use my Welsh at work.",
        "It is the language I think in.",
        "Send you the council's page of posts that ask for Welsh",
        "Ring the nursery where they speak Welsh",
        "Apply for one post that asks for Welsh",
    ),
    Story(
        "Feel ready to work with others again.",
        "I used to make people laugh.",
        "Keep a quiet room for our meetings",
        "Have a cup of tea at the community garden on Thursdays",
    ),
)


def plan_of(seed: str, person: Person, today: date, new_id: NewId) -> tuple[Goal, tuple[Action, ...]]:
    """The goal and the actions of a person: ours first, then theirs."""
    story = pick(STORIES, seed, "story")
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
    if not story.asked or once_in(3, seed, "nothing asked"):
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
