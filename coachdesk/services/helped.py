"""Which kinds of steps led to something: for the coach alone, over the whole caseload, never by person.

A step that was not done counts for or against nobody: it says which kinds of steps help. Counts under five are not
shown, and the kinds share no step, so that no count can be worked out from the others. It is neither printed nor
given out: there is nothing here that could be.
"""

from collections import Counter
from dataclasses import dataclass

from coachdesk.i18n import N_, _
from coachdesk.plans import Delay, Happened, Implements, Party, Standing
from coachdesk.plans.labels import DELAYS, IMPLEMENTS
from coachdesk.services.context import Context
from coachdesk.storage import OutcomeCount, delay_counts, outcome_counts

LEAST = 5
"""The smallest count that is shown."""

_OURS, _PLANNED, _CHOSEN, _OTHERS = (
    N_("What we promised"),
    N_("Chosen freely, with a plan for when it gets hard"),
    N_("Chosen freely, without one"),
    N_("What somebody else said they would do"),
)
_ASKED = N_("Asked: {kind}")


@dataclass(frozen=True, slots=True)
class KindOfStep:
    """What became of one kind of step: so many done, in part, not yet, no longer right; None for fewer than five."""

    words: str
    done: int | None
    partly: int | None
    not_yet: int | None
    no_longer_right: int | None


@dataclass(frozen=True, slots=True)
class Helped:
    """What led to something.

    Attributes:
        kinds: in a fixed order, whatever the counts are: a list by success would be a list of blame.
        delays: what kept us from our own promises, in words; only what was said at least five times.
    """

    kinds: tuple[KindOfStep, ...]
    delays: tuple[tuple[str, int], ...]


def what_helped(context: Context) -> Helped:
    """Count it, from the last outcome of every step. The looking is audited."""
    with context.database.write() as writer:
        writer.audit("helped.read")
    with context.database.read() as connection:
        counts, delays = outcome_counts(connection), delay_counts(connection)
    kinds = {words: Counter[Happened]() for words in _every_kind()}
    for each in counts:
        kinds[_kind(each)][each.happened] += each.many
    return Helped(
        tuple(_of_kind(words, found) for words, found in kinds.items()),
        tuple((_(DELAYS[each]), delays[each]) for each in Delay if delays.get(each, 0) >= LEAST),
    )


def _every_kind() -> tuple[str, ...]:
    asked = (_(_ASKED).format(kind=_(IMPLEMENTS[each]).lower()) for each in Implements)
    return (_(_OURS), *asked, _(_PLANNED), _(_CHOSEN), _(_OTHERS))


def _kind(count: OutcomeCount) -> str:
    if count.owner is Party.COACH:
        return _(_OURS)
    if count.owner is Party.OTHER:
        return _(_OTHERS)
    if count.standing is Standing.REQUIRED and count.implements is not None:
        return _(_ASKED).format(kind=_(IMPLEMENTS[count.implements]).lower())
    return _(_PLANNED) if count.planned else _(_CHOSEN)


def _of_kind(words: str, found: Counter[Happened]) -> KindOfStep:
    done, partly, not_yet, gone = (_shown(found[each]) for each in Happened)
    return KindOfStep(words, done, partly, not_yet, gone)


def _shown(many: int) -> int | None:
    return many if many >= LEAST else None
