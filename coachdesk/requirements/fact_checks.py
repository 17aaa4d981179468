"""What cannot be, and what cannot both be: the command line refuses it, the interview shows it and goes on.

Only what no reading of the facts can save is named. An event that lies after the day may stand, because the same facts
may be asked about an earlier day: the finding leaves it out. That goes for notices, deaths, placements, confinements
and claims; only a child cannot be in a household before it is born.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from coachdesk.i18n import _
from coachdesk.people.person import Nation
from coachdesk.requirements.fact_shapes import parts
from coachdesk.requirements.facts import ChildFacts, FactProblem, Facts, Limit, LimitKind, PersonFacts, Span
from coachdesk.requirements.names import EASEMENTS
from coachdesk.requirements.periods import age_on

HOURS_OF_A_WEEK, MINUTES_OF_A_DAY, TEN_YEARS = 168, 1440, 3660
MOST_EXPECTED = 35
"""Hours a week, "unless some lesser number applies" (UC Regs 2013 reg. 88(1))."""

LEAST_AGE, OLDEST = 16, 130
"""Nobody under 16 can claim (WRA 2012 s.4(1)(a) and (3), UC Regs 2013 reg. 8)."""

_MOST = {
    "hours": HOURS_OF_A_WEEK,
    "employed_monthly": 10_000_000,
    "self_employed_monthly": 10_000_000,
    "contract_notice_days": TEN_YEARS,
    "start_days": TEN_YEARS,
    "interview_hours": TEN_YEARS * 24,
    "age": OLDEST,
}
"""By name of the fact: hours a week, pounds a month, days, hours, years. None is ever below nought."""

Problems = Iterator[FactProblem]


def contradictions(facts: Facts, *, day_known: bool = True) -> tuple[FactProblem, ...]:
    """Everything that cannot be and everything that does not fit together: people first, then children.

    `also` of a problem is the path of the other fact, where there are two. No text repeats a value.

    Args:
        facts: as far as they could be read.
        day_known: False: `on` could not be read, so nothing is held against it.
    """
    on = facts.on if day_known else None
    people = [("claimant", facts.claimant)] + ([("partner", facts.partner)] if facts.partner is not None else [])
    found = [problem for path, person in people for problem in _person(person, path, on)]
    if facts.claimant.responsible_carer and facts.partner is not None and facts.partner.responsible_carer:
        text = _("Only one of a couple can be the nominated lead carer.")
        found.append(_both("partner.responsible_carer", "claimant.responsible_carer", text))
    for number, child in enumerate(facts.children):
        path = f"children[{number}]"
        found += _child(child, path, on)
        found += _household(child, path, facts)
    return tuple(found)


def _person(person: PersonFacts, path: str, on: date | None) -> Problems:
    yield from _age(person, path, on)
    yield from _everywhere(person, path)
    yield from _abuse(person, path)
    for number, event in enumerate(person.child_distress):
        for place, month in enumerate(event.months_used):
            if event.event_on is not None and month < event.event_on:
                at = f"{path}.child_distress[{number}]"
                text = _("A month cannot be used before the event.")
                yield _impossible(f"{at}.months_used[{place}]", text, f"{at}.event_on")
    yield from _decisions(person, f"{path}.decisions")


def _age(person: PersonFacts, path: str, on: date | None) -> Problems:
    born, at = person.date_of_birth, f"{path}.date_of_birth"
    if born is None:
        return
    if on is not None and born > on:
        yield _impossible(at, _("Nobody can claim before they are born."), "on")
    elif on is not None and age_on(born, on) < LEAST_AGE:
        yield _impossible(at, _("Nobody under 16 can claim."), "on")
    elif on is not None and age_on(born, on) > OLDEST:
        yield _impossible(at, _("Nobody is that old."), "on")
    if person.claim_started is not None and person.claim_started < born:
        yield _impossible(f"{path}.claim_started", _("Nobody can claim before they are born."), at)


def _abuse(person: PersonFacts, path: str) -> Problems:
    abuse, at = person.domestic_abuse, f"{path}.domestic_abuse"
    if abuse is None or abuse.notified_on is None or abuse.evidence_seen_on is None:
        return
    if abuse.evidence_seen_on < abuse.notified_on:
        text = _("What supports a notice cannot be seen before the notice.")
        yield _impossible(f"{at}.evidence_seen_on", text, f"{at}.notified_on")


def _decisions(person: PersonFacts, path: str) -> Problems:
    hours = person.decisions.expected_hours
    if hours is not None and hours.hours is not None and hours.hours > MOST_EXPECTED:
        text = _("The law knows no more expected hours than {most}.").format(most=MOST_EXPECTED)
        yield _impossible(f"{path}.expected_hours.hours", text)
    if hours is not None and hours.on is not None and hours.review_on is not None and hours.review_on < hours.on:
        at = f"{path}.expected_hours"
        yield _impossible(f"{at}.review_on", _("A review cannot come before the decision."), f"{at}.on")
    taken: dict[tuple[str, date], tuple[str, str]] = {}
    for number, each in enumerate(person.decisions.discretions):
        at = f"{path}.discretions[{number}]"
        if each.id and each.id not in EASEMENTS:
            text = _("This has to be one of these words: {words}.").format(words=", ".join(EASEMENTS))
            yield FactProblem(f"{at}.id", "facts.unknown-word", text)
        if each.on is None:
            continue
        if each.until is not None and each.until < each.on:
            yield _impossible(f"{at}.until", _("A review cannot come before the decision."), f"{at}.on")
        decided, where = taken.setdefault((each.id, each.on), (each.decided, at))
        if each.id and decided != each.decided:
            text = _("These two do not fit together: the same was decided both ways on one day.")
            yield _both(f"{at}.decided", f"{where}.decided", text)


def _child(child: ChildFacts, path: str, on: date | None) -> Problems:
    yield from _everywhere(child, path)
    born, said_on = child.date_of_birth, child.age_on or on
    if on is not None and not _may_be_born(child, on):
        at = f"{path}.date_of_birth" if born is not None else f"{path}.age"
        yield _impossible(at, _("A child who is not born yet is not in the household."), "on")
    elif born is not None and child.age is not None and said_on is not None and child.age != age_on(born, said_on):
        text = _("These two do not fit together: the age and the date of birth.")
        yield _both(f"{path}.age", f"{path}.date_of_birth", text)
    if born is not None and child.joined_on is not None and child.joined_on < born:
        text = _("A child cannot join a household before it is born.")
        yield _impossible(f"{path}.joined_on", text, f"{path}.date_of_birth")


def _household(child: ChildFacts, path: str, facts: Facts) -> Problems:
    born, claimant = child.date_of_birth, facts.claimant.date_of_birth
    if born is not None and claimant is not None and born <= claimant:
        text = _("These two do not fit together: the child is as old as the claimant.")
        yield _both(f"{path}.date_of_birth", "claimant.date_of_birth", text)
    if child.approved_kinship_scotland and facts.nation not in {None, Nation.SCOTLAND}:
        text = _("These two do not fit together: only Scotland has approved kinship care.")
        yield _both(f"{path}.approved_kinship_scotland", "nation", text)


def _may_be_born(child: ChildFacts, on: date) -> bool:
    """Whether the child can have been born by the day; an age that is true on a later day says when at the latest."""
    if child.date_of_birth is not None:
        return child.date_of_birth <= on
    return child.age is None or child.age_on is None or age_on(on, child.age_on) <= max(child.age, 0)


def _everywhere(value: object, path: str) -> Problems:
    """Numbers that cannot be, and spans that end before they start, wherever they stand below a group of facts."""
    if isinstance(value, Span) and value.from_ is not None and value.until is not None and value.until < value.from_:
        yield _impossible(f"{path}.until", _("The last day lies before the first."), f"{path}.from")
    if isinstance(value, Limit):
        yield from _limit(value, path)
    for key, slot, part in parts(value):
        if slot.groups and isinstance(part, tuple):
            for number, item in enumerate(part):
                yield from _everywhere(item, f"{path}.{key}[{number}]")
        elif slot.groups and part is not None:
            yield from _everywhere(part, f"{path}.{key}")
        elif key in _MOST and isinstance(part, int | Decimal):
            yield from _number(part, _MOST[key], f"{path}.{key}")


def _limit(limit: Limit, path: str) -> Problems:
    at = f"{path}.value"
    if isinstance(limit.value, Decimal):
        yield from _number(limit.value, MINUTES_OF_A_DAY, at)
    elif limit.kind is LimitKind.TRAVEL:
        yield FactProblem(at, "facts.wrong-type", _("This has to be a number of minutes each way."))


def _number(number: int | Decimal, most: int, path: str) -> Problems:
    if number < 0:
        yield _impossible(path, _("This cannot be below nought."))
    elif number > most:
        yield _impossible(path, _("This cannot be more than {most}.").format(most=most))


def _impossible(path: str, text: str, also: str = "") -> FactProblem:
    return FactProblem(path, "facts.impossible", text, also)


def _both(path: str, also: str, text: str) -> FactProblem:
    return FactProblem(path, "facts.contradictory", text, also)
