"""What the screen says of circumstances, and of the finding in short. Sensitive matters: a neutral name, no day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from coachdesk.i18n import _, plain_number, short_date
from coachdesk.people import Circumstance, circumstance_label
from coachdesk.people.circumstance_fields import FIELDS, NAMES
from coachdesk.people.labels import CIRCUMSTANCES
from coachdesk.requirements.finding import Group
from coachdesk.requirements.labels import GROUPS
from coachdesk.requirements.pauses import pauses
from coachdesk.services import PersonFinding
from coachdesk.services.easement_check import TO_PROMISE, TO_REVIEW
from ui.people.circumstances_state import CircumstancesState

EVERYDAY = tuple(kind for kind in NAMES if kind in CIRCUMSTANCES)
PRIVATE = tuple(kind for kind in NAMES if kind not in CIRCUMSTANCES and kind != "restricted_pause")
"""Kinds that can be added. A pause whose reason is not held is for sites whose organisation says so, and is left out."""


def names(state: CircumstancesState) -> dict[str, str]:
    """What each circumstance is called, by id; where several would be called the same, they are numbered."""
    plain = [(each.id, circumstance_label(each)) for each in state.kept]
    many, seen = Counter(name for _id, name in plain), Counter[str]()
    said = {}
    for circumstance_id, name in plain:
        seen[name] += 1
        numbered = _("{name} ({number})").format(name=name, number=seen[name])
        said[circumstance_id] = numbered if many[name] > 1 else name
    return said


def days(circumstance: Circumstance) -> str:
    """From when to when, where that may be seen and is known."""
    start, end = circumstance.starts_on, circumstance.ends_on
    if is_private(circumstance):
        return ""
    if start is not None and end is not None:
        return _("{start} to {end}").format(start=short_date(start), end=short_date(end))
    if start is not None:
        return _("Since {start}").format(start=short_date(start))
    return _("Until {end}").format(end=short_date(end)) if end is not None else ""


def is_private(circumstance: Circumstance) -> bool:
    """Whether it is opened on purpose only: it is sensitive, or of a kind that no list names."""
    return circumstance.sensitive or circumstance.kind not in CIRCUMSTANCES


def is_over(circumstance: Circumstance, today: date) -> bool:
    """Whether its last day has been."""
    return circumstance.ends_on is not None and circumstance.ends_on < today


def can_end(circumstance: Circumstance, today: date) -> bool:
    """Whether its last day can still be given."""
    has_end = any(field.name == "ends_on" for field in FIELDS.get(circumstance.kind, ()))
    return has_end and not is_over(circumstance, today)


def finding_lines(found: PersonFinding) -> tuple[str, ...]:
    """The group, the hours, what need not be asked, what is to be followed up, and what does not fit together."""
    paused = pauses(found.finding, found.rules)
    return tuple(dict.fromkeys((*_group(found), *_hours(found), *paused, *_follow_up(found), *_odd(found))))


def promise_lines(found: PersonFinding) -> tuple[str, ...]:
    """What the coach answers with a promise of their own."""
    return tuple(each.text for each in found.finding.warnings if each.code in TO_PROMISE and not each.sealed)


def _group(found: PersonFinding) -> Iterator[str]:
    if found.finding.group is None:
        yield _("No rules are kept here for today.")
    else:
        yield _(GROUPS[found.finding.group])


def _hours(found: PersonFinding) -> Iterator[str]:
    hours = found.finding.expected_hours
    if hours.decide:
        yield _("How many hours a week is for you to decide. The interview asks for it, beside what fits their week.")
    elif hours.hours is not None and found.finding.group is Group.ALL:
        yield _("Expected hours: up to {hours} a week.").format(hours=plain_number(hours.hours))
    yield from (each.text for each in found.finding.warnings if each.code in TO_REVIEW)


def _follow_up(found: PersonFinding) -> Iterator[str]:
    if any(each.sealed for each in found.finding.warnings):
        yield _("A follow-up is due about a statutory pause. Do not ask for details.")


def _odd(found: PersonFinding) -> Iterator[str]:
    yield from (each.text for each in found.problems)


def kinds_on_offer(kinds: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Kinds with their names, in the order of the one list."""
    return tuple((kind, _(NAMES[kind])) for kind in kinds)
