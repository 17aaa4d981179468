"""A few meetings that were held in the weeks before today, so that there is something to look up, and one unfinished."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from coachdesk.cases import Case, CaseOutcome, NextContact
from coachdesk.commitments import OutcomeKind
from coachdesk.content import Content
from coachdesk.demo.living import INTERVIEW
from coachdesk.demo.working_days import Event, working_day
from coachdesk.i18n import Language
from coachdesk.interviews import Answer, Channel
from coachdesk.people import Nation, Need, Person
from coachdesk.plans import Action, Goal, IfThen, Implements, Party, Rhythm, Standing
from coachdesk.rehearsal import Stage, begin, begins_at, hold, talk, welcome

REASON, UNTIL = "proud_of", "hours"
"""The question that gives every reason, and the question before which the unfinished meeting was left."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What differs between the meetings.

    Attributes:
        days_ago: roughly; a meeting is never on a weekend.
        outcome: None where the meeting was not finished.
        asked: what is to be recorded as a requirement; empty where nothing is asked.
    """

    person: Person
    days_ago: int
    channel: Channel
    outcome: OutcomeKind | None
    goal: str
    proud_of: str
    hours: str
    promise: str
    chosen: str
    if_then: tuple[str, str]
    asked: str = ""
    language: Language = Language.ENGLISH


def _person(given: str, family: str, born: date, phone: str, *needs: Need) -> Person:
    return Person(
        id="", given_name=given, family_name=family, date_of_birth=born, phone=phone, needs=needs, nation=Nation.WALES
    )


_SKETCHES = (
    Sketch(
        person=_person("Carol", "Whitaker", date(1968, 5, 2), "07700 900114", Need.LARGE_PRINT),
        days_ago=17,
        channel=Channel.FACE_TO_FACE,
        outcome=OutcomeKind.AGREED,
        goal="Cook for people again, in a place where nobody shouts.",
        proud_of="Forty dinners every day for nine years.",
        hours="25",
        promise="Send you the names of two kitchens that open at midday only",
        chosen="Renew the food hygiene certificate",
        if_then=("the website will not let me in", "I will ring you before I give up"),
        asked="Ask at the two kitchens whether they need somebody",
    ),
    Sketch(
        person=replace(
            _person("Tariq", "Mahmood", date(1987, 11, 20), "07700 900387", Need.INTERPRETER),
            interpreter_language="Urdu",
        ),
        days_ago=12,
        channel=Channel.FACE_TO_FACE,
        outcome=OutcomeKind.TAKEN_AWAY,
        goal="Drive a van for a firm that pays on time.",
        proud_of="I know every street between here and Chester.",
        hours="35",
        promise="Ask which firms here take a licence from abroad",
        chosen="Exchange my driving licence",
        if_then=("the form asks for something I do not have", "I will bring the form to our meeting"),
    ),
    Sketch(
        person=replace(
            _person("Eleri", "Llewellyn", date(1999, 1, 31), "07700 900562", Need.WELSH), language=Language.WELSH
        ),
        days_ago=9,
        channel=Channel.VIDEO,
        outcome=OutcomeKind.AGREED,
        goal="Gweithio gyda phlant bach, yn Gymraeg.",
        proud_of="Rwy'n dysgu plant i nofio.",
        hours="30",
        promise="Anfon enwau dau gylch meithrin",
        chosen="Ffonio'r cylch meithrin cyntaf",
        if_then=("neb yn ateb", "byddaf yn ffonio eto ar ôl tri o'r gloch"),
        language=Language.WELSH,
    ),
    Sketch(
        person=_person("Kofi", "Boateng", date(1979, 8, 14), "07700 900831"),
        days_ago=5,
        channel=Channel.PHONE,
        outcome=OutcomeKind.AGREED_BY_PHONE,
        goal="Nights out, days in: a job that ends before six.",
        proud_of="Eleven years without one day late.",
        hours="38",
        promise="Find out what the day shift at the depot pays",
        chosen="Ask the two people I know there what it is like",
        if_then=("they say there is nothing", "I will ask when they next take people on"),
        asked="Look at the depot's own page for day shifts",
    ),
    Sketch(
        person=_person("Ioana", "Dumitru", date(1993, 3, 27), "07700 900245", Need.QUIET_ROOM),
        days_ago=1,
        channel=Channel.FACE_TO_FACE,
        outcome=None,
        goal="Be a bookkeeper here as I was at home.",
        proud_of="My books were always right to the penny.",
        hours="30",
        promise="Ask the college how to have my certificate recognised",
        chosen="Find the certificate and take a photo of it",
        if_then=("I cannot find it", "I will write to the school that gave it"),
    ),
)
HELD = len(_SKETCHES)


def meetings(stage: Stage, content: Content, today: date) -> Iterator[Event]:
    """Every meeting at its moment; the last one is left in the middle."""
    first = next(each for each in stage.services.interviews.definitions() if each.id == INTERVIEW)
    for sketch in _SKETCHES:
        reason = content.in_language(first, sketch.language).question(REASON).because
        case = _case(sketch, today, reason)
        yield Event(begins_at(case), partial(hold if sketch.outcome is not None else _leave, stage, case))


def _leave(stage: Stage, case: Case) -> None:
    """A meeting that was not finished."""
    person, appointment = welcome(stage, case)
    left = talk(stage, case, begin(stage, case, person, appointment), until=UNTIL)
    stage.services.interviews.pause(left.interview)


def _case(sketch: Sketch, today: date, reason: str) -> Case:
    day = working_day(today - timedelta(days=sketch.days_ago))
    outcome = sketch.outcome or OutcomeKind.AGREED
    return Case(
        title=sketch.person.full_name,
        interview=INTERVIEW,
        channel=sketch.channel,
        on=datetime.combine(day, time(12, 30)),
        person=sketch.person,
        language=sketch.language,
        answers=_answers(sketch),
        goals=(Goal(id="", person_id="", text=sketch.goal, language=sketch.language),),
        actions=tuple(_actions(sketch, today, reason)),
        outcome=CaseOutcome(
            kind=outcome, think_until=today + timedelta(days=3) if outcome is OutcomeKind.TAKEN_AWAY else None
        ),
        next_contact=NextContact(
            on=working_day(today + timedelta(days=20 - sketch.days_ago // 2)),
            at=time(16, 5 * (sketch.days_ago % 12)),
            channel=sketch.channel,
        ),
    )


def _answers(sketch: Sketch) -> dict[str, Answer]:
    values = {
        "who_is_here": "interpreter" if sketch.person.interpreter_language else "alone",
        "needs_still_right": "yes",
        "card": ["nothing"],
        "partner_in_claim": "no",
        "cares_for": "no",
        "health_changes": "no",
        REASON: sketch.proud_of,
        "hours": sketch.hours,
        "consequences_told": "read_aloud" if sketch.asked else "nothing_asked",
    }
    return {question: Answer(value) for question, value in values.items()}


def _actions(sketch: Sketch, today: date, reason: str) -> Iterator[Action]:
    plain = Action(
        id="",
        person_id="",
        text=sketch.promise,
        owner=Party.COACH,
        language=sketch.language,
        by=working_day(today + timedelta(days=sketch.days_ago % 5)),
        because=(REASON,),
        reason=reason,
    )
    yield plain
    theirs = replace(plain, owner=Party.CLAIMANT, hours=Decimal(1))
    if sketch.asked:
        yield replace(
            theirs,
            text=sketch.asked,
            standing=Standing.REQUIRED,
            implements=Implements.SEARCH,
            by=None,
            every=Rhythm.WEEK,
        )
    when, then = sketch.if_then
    by = working_day(today + timedelta(days=sketch.days_ago))
    yield replace(theirs, text=sketch.chosen, by=by, if_then=(IfThen(when, then),))
