"""Amira's first commitments meeting (domain.md 10, case A), as the documents see it."""

from datetime import date, time
from decimal import Decimal

from coachdesk.commitments import Source
from coachdesk.diary import Appointment
from coachdesk.i18n import Language
from coachdesk.interviews.definition import Channel
from coachdesk.people import Person
from coachdesk.plans import (
    Action,
    Goal,
    IfThen,
    Implements,
    ObstacleOwner,
    Party,
    Plan,
    Standing,
)

TODAY = date(2026, 12, 1)

AMIRA = Person(id="amira", given_name="Amira", family_name="Khalil", version=3)

GOAL = Goal(
    id="goal",
    person_id="amira",
    text="Be a teaching assistant in the town's schools by next September",
    importance=9,
    confidence=5,
    why_not_lower="I know the schools from the school run",
)

LIST_SCHOOLS = Action(
    id="schools",
    person_id="amira",
    text="List the 12 primaries within 40 minutes by bus and note each vacancy page",
    owner=Party.CLAIMANT,
    standing=Standing.REQUIRED,
    implements=Implements.SEARCH,
    by=date(2026, 12, 4),
    hours=Decimal("1.0"),
    if_then=(IfThen("it is Monday 9.15 and both children are in", "I will open the list at the library"),),
    reason="Because you told us when the children are looked after.",
    position=1,
)

READING = Action(
    id="reading",
    person_id="amira",
    text="Ask the school about volunteer reading mornings",
    owner=Party.CLAIMANT,
    by=date(2026, 12, 12),
    reason="Because you told us what you want to be different.",
    obstacle="They want a form that is only online",
    obstacle_owner=ObstacleOwner.EMPLOYER,
    position=2,
)

PROMISE = Action(
    id="promise",
    person_id="amira",
    text="Check the Flexible Support Fund for the first month of childcare",
    owner=Party.COACH,
    by=date(2026, 12, 8),
    position=3,
)

MEETING = Appointment(
    id="meeting",
    person_id="amira",
    on=date(2026, 12, 16),
    at=time(10, 30),
    minutes=10,
    definition_id="work-search-review",
    channel=Channel.FACE_TO_FACE,
    reason="Fit note ends on 20 December",
)


def source(
    *, plan: Plan | None = None, person: Person = AMIRA, meeting: Appointment | None = MEETING, adopted: bool = False
) -> Source:
    """What Amira's document is made from, with a part exchanged."""
    return Source(
        person=person,
        coach_name="Sam Okafor",
        site="Leeds Park Place",
        number="K7M2-14",
        edition=1,
        issued_on=TODAY,
        language=Language.ENGLISH,
        plan=plan if plan is not None else Plan(goals=(GOAL,), actions=(LIST_SCHOOLS, READING, PROMISE)),
        met_on=TODAY,
        channel=Channel.FACE_TO_FACE,
        next_meeting=meeting,
        adopted=adopted,
    )
