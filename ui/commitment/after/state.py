"""What there is to say of a commitment once it is issued."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coachdesk.commitments import (
    Commitment,
    Difference,
    Entry,
    Life,
    OutcomeKind,
    Pasted,
    Piece,
    State,
    may_follow,
)
from coachdesk.i18n import Language
from coachdesk.services import Edition, Services

GIVE, SAID, JOURNAL, DIFFERENT, EDITIONS, ENDING = "give", "said", "journal", "different", "editions", "ending"
"""The parts beside the page, of which one is shown."""


@dataclass(frozen=True, slots=True)
class AfterState:
    """An issued commitment.

    Attributes:
        life: where it stands today, with all that was recorded about it.
        answer: an answer to be filled in and recorded.
        proposed: the day to propose for thinking.
        longer: the day to propose where they need longer than that.
        section: which part is shown.
        pieces: what the account takes, in its order.
        pasted: the pieces that were copied for the account, by id, each with its time and its words.
        different: from the edition before.
        editions: everything that was issued to the person, newest first.
        verified: what a file turned out to be, in a sentence; empty until one was compared.
    """

    commitment: Commitment
    life: Life
    answer: Entry
    proposed: date
    longer: date
    today: date
    section: str = GIVE
    pieces: tuple[Piece, ...] = ()
    pasted: Mapping[str, Pasted] = field(default_factory=dict)
    different: tuple[Difference, ...] = ()
    editions: tuple[Edition, ...] = ()
    verified: str = ""

    @property
    def withdrawn(self) -> bool:
        """The document was taken back: it is not shown any more."""
        return self.life.withdrawn_on is not None

    @property
    def next_piece(self) -> Piece | None:
        """The first that was not pasted yet."""
        return next((each for each in self.pieces if each.id not in self.pasted), None)

    def puts_right(self, outcome: OutcomeKind) -> bool:
        """Whether an answer would put an earlier one right, and so takes a reason."""
        return not may_follow(self.life.state, State(outcome))


def read_after(services: Services, commitment: Commitment, language: Language) -> AfterState:
    """Everything about an issued commitment, in a language.

    Raises:
        AppError: as services.
    """
    life = services.outcomes.life(commitment.id)
    gone = commitment.is_withdrawn
    return AfterState(
        commitment=commitment,
        life=life,
        answer=services.outcomes.draft(commitment.id),
        proposed=services.outcomes.proposed_time(commitment.id),
        longer=services.outcomes.longer_time(commitment.id),
        today=services.day.today(),
        section=SAID if gone else GIVE,
        pieces=() if gone else services.journal.pieces(commitment.id, language),
        pasted={} if gone else services.journal.pasted(commitment.id, language),
        different=services.editions.difference(commitment.id, language),
        editions=services.editions.of_person(commitment.person_id),
    )
