"""Somebody about whom everything is known that nobody may see: a marker in every place for it, by what there is of places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import count

from coachdesk.application import Opened
from coachdesk.i18n import long_date, short_date
from coachdesk.interviews import KINDS, Answer, Channel, Definition, Interview, Kind, Print, Question
from coachdesk.people import Circumstance, Giving, Person, Safe
from coachdesk.people.circumstance_fields import FIELDS, NAMES, FieldKind, with_value
from coachdesk.people.labels import CIRCUMSTANCES
from coachdesk.plans import Action, Party
from coachdesk.privacy import Privacy
from coachdesk.requirements.facts import Decided
from coachdesk.requirements.finding import Easement
from coachdesk.services import Services

REVIEW = "work-search-review"
ASK_TODAY = "benefit_team_today"
"""A kind whose own name is neutral."""

_TEXT = {Kind.SHORT_TEXT, Kind.LONG_TEXT}
_AHEAD = {"ends_on", "expected_confinement"}
_MANY = {Kind.TOLD_TO_EVERYONE, Kind.MANY_OF}


@dataclass(frozen=True, slots=True)
class Planted:
    """Who it is about, and what was planted.

    Attributes:
        sealed: markers that nobody sees who does not open them on purpose.
        private: markers that stand on the screen of the talk itself, and on no list and no paper.
        notes: markers of the coach's notes beside answers that are not sealed: on the coach's screen of the talk alone.
        between: markers of what is between the two of them: on the screens of the plan, on no paper.
        kinds: words and codes that say what was told in private; where they are said of everybody, they tell nothing.
        days: days of what was told in private, as they are written.
    """

    person: Person
    talks: tuple[Interview, ...]
    sealed: frozenset[str]
    private: frozenset[str]
    notes: frozenset[str]
    between: frozenset[str]
    kinds: frozenset[str]
    days: frozenset[str]


class Planter:
    """Makes markers and remembers where they belong."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self._number = count(100)
        self.sealed, self.private, self.notes, self.between = set[str](), set[str](), set[str](), set[str]()

    def marker(self, kept: set[str]) -> str:
        word = f"zqx{next(self._number)}zq"
        kept.add(word)
        return word


def kind_words(services: Services) -> frozenset[str]:
    """What says that something was told in private, and what: names, codes and labels, of every definition and rule."""
    sensitive = [kind for kind in NAMES if kind not in CIRCUMSTANCES]
    chosen = [
        words
        for definition in services.interviews.definitions()
        for question in definition.questions()
        if question.sealed
        for choice in question.choices
        if choice.circumstance or choice.ends
        for words in (choice.label, choice.circumstance, choice.ends)
    ]
    named = {*sensitive, *(NAMES[each] for each in sensitive), *chosen, "Health may count", "Schs. 8 and 9"}
    return frozenset(named - {"", ASK_TODAY, NAMES[ASK_TODAY]})


def said_openly(services: Services) -> frozenset[str]:
    """What may be said of somebody in the talk itself: the labels of everything that is asked of everybody, unsealed."""
    asked = [each for definition in services.interviews.definitions() for each in definition.questions()]
    return frozenset(choice.label for each in asked if not each.sealed for choice in each.choices)


def somebody(services: Services, given_name: str, at: time) -> Person:
    """A person with a goal, a step, and an appointment today."""
    person = services.people.save(
        replace(services.people.draft(), given_name=given_name, family_name="Khalil", date_of_birth=date(1990, 2, 3))
    )
    today = services.day.today()
    services.diary.book(services.diary.draft(person.id, REVIEW, today, at, Channel.FACE_TO_FACE))
    return person


def talks(services: Services, person: Person, planter: Planter | None) -> tuple[Interview, ...]:
    """A talk of every kind, paused at the end; in which they are alone. With a planter everything is said that can be."""
    held = []
    for definition in services.interviews.definitions():
        interview = services.interviews.start(person.id, definition.id, Channel.FACE_TO_FACE).interview
        _say(services, interview, services.interviews.open(interview.id).definition, planter)
        held.append(services.interviews.pause(interview))
    return tuple(held)


def _say(services: Services, interview: Interview, definition: Definition, planter: Planter | None) -> None:
    answers: dict[str, Answer] = {}
    if definition.alone is not None:
        answers[definition.alone.question] = Answer(definition.alone.value)
    for question in definition.questions():
        if question.id not in answers:
            answers[question.id] = Answer() if planter is None else _answer(question, planter)
        if KINDS[question.kind].has_value:
            services.interviews.save_answer(interview, answers, question.id, visit=question.id)


def _answer(question: Question, planter: Planter) -> Answer:
    hidden = question.sealed
    private = question.sensitive or question.only_when_alone or question.print is Print.NEVER
    if question.kind in _MANY and (hidden or question.sensitive):
        value: object = [each.id for each in question.choices if not each.alone]
    elif question.kind in _TEXT and (hidden or private) and not question.record:
        value = planter.marker(planter.sealed if hidden else planter.private)
    else:
        value = None
    return Answer(
        value, note=planter.marker(planter.sealed if hidden else planter.notes), sealed=hidden and value is not None
    )


def circumstances(services: Services, person: Person) -> Iterator[Circumstance]:
    """One of every sensitive kind, with every field that it has."""
    today = services.day.today()
    for number, kind in enumerate(each for each in NAMES if each not in CIRCUMSTANCES):
        began, after = today - timedelta(days=30 + 10 * number), count(1)
        values: dict[str, object] = {}
        for each in FIELDS[kind]:
            if each.name in _AHEAD:
                values[each.name] = today + timedelta(days=7 + 3 * number)
            elif each.kind is FieldKind.DATE:
                before = {"starts_on": 0, "previous_easement_ended_on": -400, "born_on": -12000}
                values[each.name] = began + timedelta(days=before.get(each.name, next(after)))
            elif each.kind is FieldKind.CHOICE:
                values[each.name] = each.choices[0][0]
            elif each.kind is FieldKind.YES_NO:
                values[each.name] = True
        new = services.circumstances.draft(person.id, kind)
        for name, value in values.items():
            new = with_value(new, name, value)
        yield services.circumstances.save(new)


def plant(opened: Opened, given_name: str, at: time) -> Planted:
    """Somebody with a marker in every place that is sealed, private or between the two of them."""
    services = opened.services
    planter = Planter(services)
    person = somebody(services, given_name, at)
    held = talks(services, person, planter)
    kept = tuple(circumstances(services, person))
    sealed = [each for each in services.requirements.for_person(person.id).finding.easements if each.sealed]
    assert sealed
    today = services.day.today()
    looked_at = today + timedelta(days=61)
    for each in sealed:
        services.requirements.decide(
            person.id, each.id, Decided.APPLIED, reason=planter.marker(planter.sealed), until=looked_at
        )
    plans = services.plans
    goal = replace(plans.draft_goal(person.id), text=planter.marker(planter.between), privacy=Privacy.BETWEEN_US)
    plans.save_goal(goal)
    action: Action = replace(plans.draft_action(person.id, Party.CLAIMANT), privacy=Privacy.BETWEEN_US)
    plans.save_action(replace(action, text=planter.marker(planter.between)))
    for way in Giving:
        services.handing.told(person.id, way, Safe.YES)
    days = {looked_at, *(day for each in kept for day in _days(each))}
    days |= {day for each in sealed for day in (each.until, each.review_on, each.evidence_by) if day is not None}
    return Planted(
        person=services.people.open(person.id).person,
        talks=held,
        sealed=frozenset(planter.sealed),
        private=frozenset(planter.private),
        notes=frozenset(planter.notes),
        between=frozenset(planter.between),
        kinds=kind_words(services) | {words for each in sealed for words in _told_by(each)},
        days=frozenset(words for day in days for words in (short_date(day), long_date(day), day.isoformat())),
    )


def _told_by(easement: Easement) -> Iterator[str]:
    """What an easement is called where its neutral label is not enough."""
    yield from (words for words in (easement.id, easement.label, easement.citation) if words != easement.neutral_label)


def _days(circumstance: Circumstance) -> Iterator[date]:
    for day in (circumstance.starts_on, circumstance.ends_on):
        if day is not None:
            yield day
    for each in FIELDS[circumstance.kind]:
        value = circumstance.detail.get(each.name)
        if each.kind is FieldKind.DATE and isinstance(value, str):
            yield date.fromisoformat(value)
