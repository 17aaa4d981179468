"""What is recorded of an answer to a commitment: who said what, in which way, after what had been explained.

Entries are only ever added. A mistake is put right by a new entry with its reason; the newest one counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.commitments.commitment import OutcomeKind
from coachdesk.i18n import N_
from coachdesk.interviews.definition import Channel
from coachdesk.records import Record


class Way(StrEnum):
    """In which way somebody answered. To accept formally is another thing, and happens in the account or by phone."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"
    ACCOUNT = "account"
    IN_WRITING = "in_writing"


class ExplainedHow(StrEnum):
    """How it was explained what can happen if something asked for is not done; as the interviews ask it."""

    READ_ALOUD = "read_aloud"
    IN_WRITING = "in_writing"
    INTERPRETER = "interpreter"
    NOT_TODAY = "not_today"
    NOTHING_ASKED = "nothing_asked"


class Role(StrEnum):
    """Who was there besides the two of them. Names are kept nowhere."""

    INTERPRETER = "interpreter"
    SUPPORTER = "supporter"
    APPOINTEE = "appointee"


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who was there, and the language that they spoke for the person where it was another one."""

    role: Role
    language: str = ""


class LookedBy(StrEnum):
    """Who looked at it for a second opinion: somebody other than the coach, by role. Names are kept nowhere."""

    ANOTHER_COACH = "another_coach"
    TEAM_LEADER = "team_leader"
    SPECIALIST = "specialist"
    ANOTHER_OFFICE = "another_office"


class EntryKind(StrEnum):
    REPLY = "reply"  # one of the six outcomes
    MORE_TIME = "more_time"
    SECOND_OPINION = "second_opinion"
    LOOKED = "looked"  # somebody else looked at it
    ENDED = "ended"


class EndedBecause(StrEnum):
    """Why a commitment ended, in words that tell nothing about anybody's life."""

    CLAIM_ENDED = "claim_ended"
    NOT_ASKED_ANY_MORE = "not_asked_any_more"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """One thing that was said or done about one edition of a commitment, as it was recorded.

    Attributes:
        on: the day on which it was said.
        outcome: of a reply; of a second opinion that was given: what the person said after it.
        way: of a reply.
        think_until: of a reply or of more time: until when the person wants to think. No deadline of the law.
        explained_by: who explained what can happen, by name or role; empty: the coach. Never on paper.
        explained_how: how that was done.
        second_opinion_explained: the person was told that somebody else can look at it, once for each edition.
        asked_who: who was asked to help where somebody could not decide that day. The coach judges no capacity.
        present: who was there.
        looked_by: of a second opinion that was given.
        ended: of an ending.
        taken_back: of a second opinion: it was noted by mistake.
        reason: why an earlier entry is put right; kept in the vault only.
    """

    person_id: str
    commitment_id: str
    kind: EntryKind
    on: date
    outcome: OutcomeKind | None = None
    way: Way | None = None
    think_until: date | None = None
    explained_by: str = ""
    explained_how: ExplainedHow | None = None
    second_opinion_explained: bool = False
    asked_who: str = ""
    present: tuple[Presence, ...] = ()
    looked_by: LookedBy | None = None
    ended: EndedBecause | None = None
    taken_back: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Record):
    """A document that leaked and was taken back: what it said is sealed, and only the vault's private key opens it.

    Attributes:
        reason: kept in the vault only.
        sealed_snapshot: ciphertext of the snapshot, bound to this row.
    """

    person_id: str
    commitment_id: str
    on: date
    reason: str
    sealed_snapshot: bytes


TO_THINK_ABOUT = frozenset({OutcomeKind.TAKEN_AWAY, OutcomeKind.DOES_NOT_FIT_YET, OutcomeKind.COULD_NOT_DECIDE_TODAY})
"""The answers after which there is something left to think about."""

WAYS: Mapping[Way, str] = MappingProxyType(
    {
        Way.FACE_TO_FACE: N_("face to face"),
        Way.PHONE: N_("by phone"),
        Way.VIDEO: N_("by video call"),
        Way.ACCOUNT: N_("in the account"),
        Way.IN_WRITING: N_("in writing"),
    }
)
"""Message ids, as they stand within a sentence."""

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.INTERPRETER: N_("an interpreter"),
        Role.SUPPORTER: N_("a friend or supporter"),
        Role.APPOINTEE: N_("someone who looks after the claim"),
    }
)
"""Message ids, as they stand within a sentence."""

LOOKERS: Mapping[LookedBy, str] = MappingProxyType(
    {
        LookedBy.ANOTHER_COACH: N_("Another work coach"),
        LookedBy.TEAM_LEADER: N_("A team leader"),
        LookedBy.SPECIALIST: N_("Somebody who knows this field"),
        LookedBy.ANOTHER_OFFICE: N_("Somebody at another office"),
    }
)
"""Message ids for screens."""

ENDINGS: Mapping[EndedBecause, str] = MappingProxyType(
    {
        EndedBecause.CLAIM_ENDED: N_("The claim ended"),
        EndedBecause.NOT_ASKED_ANY_MORE: N_("No commitment is asked for any more"),
        EndedBecause.MOVED: N_("Somebody else looks after it now"),
    }
)
"""Message ids for screens."""


def way_of(outcome: OutcomeKind | None, channel: Channel) -> Way:
    """The way in which somebody answered, from what they said and how they met, where nobody said another."""
    if outcome is OutcomeKind.AGREED_BY_PHONE:
        return Way.PHONE
    return {Channel.PHONE: Way.PHONE, Channel.VIDEO: Way.VIDEO}.get(channel, Way.FACE_TO_FACE)
