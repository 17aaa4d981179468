"""A life among the invented people: what is recorded of it, told and decided through the services like anybody's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from coachdesk.clock import london
from coachdesk.demo.stories import Story
from coachdesk.demo.working_days import Event, working_day
from coachdesk.i18n import Language
from coachdesk.interviews import Answer, Channel
from coachdesk.people import Need, Person
from coachdesk.people.circumstance_fields import with_value
from coachdesk.rehearsal import Stage
from coachdesk.requirements.facts import Decided

INTERVIEW = "first-commitments"
_SECONDS_A_QUESTION = 35
_NOTHING_SPECIAL: Mapping[str, object] = {
    "who_is_here": "alone",
    "card": ["nothing"],
    "partner_in_claim": "no",
    "cares_for": "no",
    "health_changes": "no",
}
_OF_OTHERS = {Need.INTERPRETER, Need.WELSH}
"""Needs that belong to the name which a life replaces."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision of the coach's; `until`: its last day, counted from today."""

    easement_id: str
    decided: Decided
    reason: str
    until: int


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody with more to tell than most. A whole number in place of a day counts from today: -5 is five days ago.

    Attributes:
        told: days since the interview; never on a weekend.
        answers: beside those of somebody about whom nothing is special.
        noted: by kind of circumstance, the values of its fields that the coach put down.
        referred: the coach has promised to ask the benefit team.
    """

    given: str
    family: str
    age: int
    story: Story
    told: int
    answers: Mapping[str, object]
    noted: Mapping[str, Mapping[str, object]]
    verdicts: tuple[Verdict, ...] = ()
    referred: bool = False


def as_somebody(life: Life, person: Person, today: date) -> Person:
    """An invented person under the name and of the age of a life."""
    return replace(
        person,
        given_name=life.given,
        family_name=life.family,
        date_of_birth=today - timedelta(days=round((life.age + 0.4) * 365.25)),
        language=Language.ENGLISH,
        interpreter_language="",
        needs=tuple(need for need in person.needs if need not in _OF_OTHERS),
    )


def telling(stage: Stage, life: Life, person_id: str, today: date, place: int) -> Event:
    """The interview in which it was told, and the decisions after it. `place`: which of the lives it is."""
    day = working_day(today - timedelta(days=life.told))
    at = datetime.combine(day, time(13, 30), london()) + timedelta(minutes=25 * (place % 7))
    return Event(at, partial(_tell, stage, life, person_id, today))


def _tell(stage: Stage, life: Life, person_id: str, today: date) -> None:
    services = stage.services
    interview = services.interviews.start(person_id, INTERVIEW, Channel.FACE_TO_FACE).interview
    typed: dict[str, Answer] = {}
    for question, value in {**_NOTHING_SPECIAL, **life.answers}.items():
        stage.clock.forward(_SECONDS_A_QUESTION)
        typed[question] = Answer(_dated(value, today))
        services.interviews.save_answer(interview, typed, question, visit=f"{interview.id} {question}")
    _put_down(stage, life, person_id, today)
    for verdict in life.verdicts:
        services.requirements.decide(
            person_id,
            verdict.easement_id,
            verdict.decided,
            reason=verdict.reason,
            until=today + timedelta(days=verdict.until),
            interview_id=interview.id,
        )
    if life.referred:
        services.requirements.refer_for_assessment(person_id, interview.id)
    services.interviews.finish(interview)


def _put_down(stage: Stage, life: Life, person_id: str, today: date) -> None:
    """The dates and details of what was told; what no card asks about is recorded here."""
    circumstances = stage.services.circumstances
    known = {each.kind: each for each in circumstances.of(person_id)} if life.noted else {}
    for kind, values in life.noted.items():
        circumstance = known.get(kind) or circumstances.draft(person_id, kind)
        for name, value in values.items():
            circumstance = with_value(circumstance, name, _day(value, today))
        circumstances.save(circumstance)


def _dated(value: object, today: date) -> object:
    """An answer with its days as they are stored."""
    if isinstance(value, dict):
        return {name: _dated(part, today) for name, part in value.items()}
    day = _day(value, today)
    return day.isoformat() if isinstance(day, date) else day


def _day(value: object, today: date) -> object:
    counted = isinstance(value, int) and not isinstance(value, bool)
    return today + timedelta(days=value) if isinstance(value, int) and counted else value
