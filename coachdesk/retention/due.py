"""What is past its time on a day, and what is held back although it is: pure, from what storage found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.retention.kinds import Kind
from coachdesk.retention.rules import Rule


class Stays(StrEnum):
    """Why something stays although its time is over."""

    HELD = "held"  # a legal hold
    SECOND_OPINION = "second-opinion"  # somebody asked for one, and nobody has looked yet
    NOT_CARRIED = "not-carried"  # it is not in the account yet: this may be the only copy
    BELONGS = "belongs"  # to something that stays


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that goes as a whole, with what hangs on it.

    Attributes:
        key: tells it from everything else of its kind: a record's id, or a day of the log.
        person_id: whose it is.
        since: the day on which its time begins: it is in the account, or over. None: it is still to come or in use.
        carried: what came of it is in the account, or there was nothing to carry over.
        waits_for: the keys of what has to go before it, or with it.
        many: how many things it counts as; none where it only goes along, as nothing of it is left as far as is known.
        within: the key of what it counts with, wherever somebody reads a number; empty where it counts by itself.
    """

    kind: Kind
    key: str
    person_id: str
    since: date | None
    carried: bool = True
    waits_for: frozenset[str] = frozenset()
    many: int = 1
    within: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What a dry run found: what goes, and what is past its time and stays, with the reason."""

    going: tuple[Holding, ...] = ()
    back: tuple[tuple[Holding, Stays], ...] = ()


def numbers(holdings: Sequence[Holding]) -> tuple[int, ...]:
    """How many each counts as where somebody can read it: nothing where it counts with another of them."""
    keys = {each.key for each in holdings}
    return tuple(0 if each.within in keys else each.many for each in holdings)


def past_their_time(
    holdings: Iterable[Holding],
    rules: Mapping[Kind, Rule],
    *,
    left: Mapping[str, date],
    stays: Mapping[str, Stays],
    today: date,
) -> Due:
    """What is past its time today.

    `left` is the day on which somebody left the caseload, by their id; whoever is on it is not in it. `stays` says whose
    records all stay, and why.
    """
    every, going, back = tuple(holdings), list[Holding](), list[tuple[Holding, Stays]]()
    for each in every:
        rule = rules[each.kind]
        since = left.get(each.person_id) if rule.from_leaving else each.since
        if since is None or today <= rule.length.after(since):
            continue
        why = stays.get(each.person_id)
        if why is None and not each.carried and not rule.from_leaving:
            why = Stays.NOT_CARRIED
        if why is None:
            going.append(each)
        else:
            back.append((each, why))
    gone, waiting = _with_what_they_wait_for(every, going)
    return Due(gone, (*back, *((each, Stays.BELONGS) for each in waiting)))


def as_shown(now: tuple[Holding, ...], shown: Iterable[Holding]) -> tuple[Holding, ...]:
    """What goes `now` and was shown in a dry run, without what would take something along that was not."""
    seen = {(each.kind, each.key) for each in shown}
    gone, _waiting = _with_what_they_wait_for(now, [each for each in now if (each.kind, each.key) in seen])
    return gone


def _with_what_they_wait_for(
    every: tuple[Holding, ...], going: list[Holding]
) -> tuple[tuple[Holding, ...], tuple[Holding, ...]]:
    """Those that may go, and those that wait for something that stays."""
    going_keys, waiting = {each.key for each in going}, list[Holding]()
    staying = {each.key for each in every} - going_keys
    while held := [each for each in going if each.waits_for & staying]:
        waiting += held
        staying |= {each.key for each in held}
        going = [each for each in going if each.key not in staying]
    return tuple(going), tuple(waiting)
