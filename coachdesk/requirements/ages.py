"""Compulsory school age by nation, and the age of State Pension Credit."""

from datetime import date
from typing import Any

from coachdesk.people.person import Nation
from coachdesk.requirements.facts import ChildFacts, Facts, PersonFacts
from coachdesk.requirements.household import age_of
from coachdesk.requirements.law import Law
from coachdesk.requirements.periods import birthday, first_after, months_after


def school_age_from(child: ChildFacts, nation: Nation | None, law: Law) -> date | None:
    """The day on which a child is of compulsory school age; None where no date of birth is known.

    England and Wales: the prescribed day on or after the fifth birthday (Education Act 1996 s.8). Scotland: the day on
    which school begins on or after it (Education (Scotland) Act 1980 ss. 31 to 33). An unknown nation counts as England.
    """
    rule = law.held("school_age")
    if rule is None or child.date_of_birth is None:
        return None
    words: tuple[str, ...] = tuple(rule.values[nation or Nation.ENGLAND])
    days = tuple((int(each[:2]), int(each[3:])) for each in words)
    return first_after(days, birthday(child.date_of_birth, int(rule.values["age"])))


def is_of_school_age(child: ChildFacts, facts: Facts, law: Law) -> bool:
    """Whether the child is of compulsory school age on the day; by the age alone where only that is known."""
    start = school_age_from(child, facts.nation, law)
    if start is not None:
        return start <= facts.on
    age, needed = age_of(child, facts.on), law.value("school_age", "age")
    return age is not None and needed is not None and age >= needed


def pension_credit_age_from(person: PersonFacts, law: Law) -> date | None:
    """The day on which somebody reaches the qualifying age for State Pension Credit.

    That is a woman's pensionable age, for everybody (State Pension Credit Act 2002 s.1(6); Pensions Act 1995 Sch. 4).
    None where no date of birth is known or the table does not reach.
    """
    table: tuple[dict[str, Any], ...] = law.value("state_pension_age", "table") or ()
    born = person.date_of_birth
    if born is None:
        return None
    entry = next((each for each in reversed(table) if each["born_from"] <= born), None)
    if entry is None:
        return date.min
    if "on" in entry:
        on: date = entry["on"]
        return on
    return months_after(birthday(born, int(entry["years"])), int(entry.get("months", 0)))


def has_pension_credit_age(facts: Facts, law: Law) -> bool:
    """Whether the claimant has reached it on the day; what was recorded comes before what is computed."""
    if facts.claimant.reached_pension_credit_age is not None:
        return facts.claimant.reached_pension_credit_age
    start = pension_credit_age_from(facts.claimant, law)
    return start is not None and start <= facts.on
