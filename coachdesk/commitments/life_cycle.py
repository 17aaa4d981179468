"""Where an edition of a commitment stands: from a draft through an honest answer to its end. Pure, from its entries.

    draft -> offered -> one of the six outcomes -> superseded or ended

A second opinion is a flag of its own: it may be asked for once with each edition, beside any outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.commitments.acceptance import Entry, EntryKind, Withdrawal
from coachdesk.commitments.commitment import Commitment, OutcomeKind


class State(StrEnum):
    """The values of the six outcomes are those of `OutcomeKind`."""

    DRAFT = "draft"
    OFFERED = "offered"
    AGREED = "agreed"
    AGREED_BY_PHONE = "agreed_by_phone"
    TAKEN_AWAY = "taken_away"
    DOES_NOT_FIT_YET = "does_not_fit_yet"
    COULD_NOT_DECIDE_TODAY = "could_not_decide_today"
    ENDED_WITHOUT = "ended_without"
    SUPERSEDED = "superseded"
    ENDED = "ended"


ANSWERS: frozenset[State] = frozenset(State(each) for each in OutcomeKind)
ACCEPTED: frozenset[State] = frozenset({State.AGREED, State.AGREED_BY_PHONE})

_OVER = frozenset({State.SUPERSEDED, State.ENDED})
STILL_OPEN = ANSWERS - ACCEPTED - {State.ENDED_WITHOUT}

MOVES: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.DRAFT: frozenset({State.OFFERED}),
        State.OFFERED: ANSWERS | _OVER,
        **dict.fromkeys(STILL_OPEN, ANSWERS | _OVER),
        **dict.fromkeys(ACCEPTED, _OVER | {State.DOES_NOT_FIT_YET, State.TAKEN_AWAY}),
        State.ENDED_WITHOUT: _OVER,
        State.SUPERSEDED: frozenset(),
        State.ENDED: frozenset({State.SUPERSEDED}),
    }
)
"""How a commitment goes on by itself; a mind may be changed after a yes (interviews.md 6). Any other answer than these puts an earlier one right, and takes a reason."""


@dataclass(frozen=True, slots=True)
class Issued:
    """An issued edition with all that was recorded about it.

    Attributes:
        entries: oldest first.
        withdrawal: the document was taken back because it had leaked.
        stopped_on: the day of a later meeting that ended the ordinary flow; why is nobody's business here.
    """

    commitment: Commitment
    entries: tuple[Entry, ...] = ()
    withdrawal: Withdrawal | None = None
    stopped_on: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Where an edition stands today.

    Attributes:
        reply: the newest answer; it stays to be read after the edition is superseded.
        think_until: until when the person wants to think; None once they answered otherwise.
        second_opinion_on: the day on which somebody asked for it.
        second_opinion_explained: the person was told of it with this edition.
        looked: what came of the second opinion, once somebody else looked at it.
        accepted_edition: the edition whose yes holds today; 0 where there is none.
        superseded_by: the newest later edition; 0 where there is none.
        ended_on: the day on which it ended.
        stopped: it ended with a later meeting that ended kindly, so nobody is asked for an answer any more.
        withdrawn_on: the day on which the document was taken back.
        entries: all that was recorded, oldest first.
    """

    state: State
    reply: Entry | None = None
    think_until: date | None = None
    second_opinion_on: date | None = None
    second_opinion_explained: bool = False
    looked: Entry | None = None
    accepted_edition: int = 0
    superseded_by: int = 0
    ended_on: date | None = None
    stopped: bool = False
    withdrawn_on: date | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def outcome(self) -> OutcomeKind | None:
        """The newest of the six outcomes."""
        return self.reply.outcome if self.reply else None

    @property
    def is_current(self) -> bool:
        """Whether it is the edition that counts: neither superseded nor ended, and its document not withdrawn."""
        return self.state not in _OVER and self.withdrawn_on is None


def life_of(edition: int, editions: tuple[Issued, ...]) -> Life:
    """Where one edition stands, seen among all the issued editions of its number, in any order.

    Raises:
        KeyError: there is no such edition.
    """
    by_edition = {each.commitment.edition: each for each in editions}
    one = by_edition[edition]
    said, over = _newest(one.entries, EntryKind.REPLY), _newest(one.entries, EntryKind.REPLY, EntryKind.ENDED)
    asked = _newest(one.entries, EntryKind.SECOND_OPINION)
    still_asked = asked is not None and not asked.taken_back
    later = max((each for each in by_edition if each > edition), default=0)
    ended_on = one.stopped_on or (over.on if over and over.kind is EntryKind.ENDED else None)
    return Life(
        state=_state(said, superseded=bool(later), ended=ended_on is not None),
        reply=said,
        think_until=_think_until(one.entries),
        second_opinion_on=asked.on if asked and still_asked else None,
        second_opinion_explained=any(each.second_opinion_explained for each in one.entries),
        looked=_newest(one.entries, EntryKind.LOOKED) if still_asked else None,
        accepted_edition=_accepted_edition(one, by_edition),
        superseded_by=later,
        ended_on=ended_on,
        stopped=one.stopped_on is not None,
        withdrawn_on=one.withdrawal.on if one.withdrawal else None,
        entries=one.entries,
    )


def may_follow(before: State, after: State) -> bool:
    """Whether one state goes on to another by itself; otherwise an entry needs the reason why it puts one right."""
    return after in MOVES[before]


def _newest(entries: tuple[Entry, ...], *kinds: EntryKind) -> Entry | None:
    return next((each for each in reversed(entries) if each.kind in kinds), None)


def _state(said: Entry | None, *, superseded: bool, ended: bool) -> State:
    if superseded:
        return State.SUPERSEDED
    if ended:
        return State.ENDED
    return State(said.outcome) if said and said.outcome else State.OFFERED


def _think_until(entries: tuple[Entry, ...]) -> date | None:
    """What the newest entry that speaks of time says of it: a yes leaves none, more time moves it."""
    newest = _newest(entries, EntryKind.REPLY, EntryKind.MORE_TIME)
    return newest.think_until if newest else None


def _accepted_edition(one: Issued, by_edition: Mapping[int, Issued]) -> int:
    """The edition itself where the person said yes to it, or the one that it rests on because only the plan changed."""
    said = _newest(one.entries, EntryKind.REPLY)
    if said is not None:
        return one.commitment.edition if said.outcome and State(said.outcome) in ACCEPTED else 0
    rests_on = by_edition.get(one.commitment.rests_on)
    return 0 if rests_on is None else _accepted_edition(rests_on, by_edition)
