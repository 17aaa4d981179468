"""What there is to say of a commitment once it is issued."""

from dataclasses import dataclass

from coachdesk.commitments import Commitment, Life


@dataclass(frozen=True, slots=True)
class AfterState:
    """An issued commitment.

    Attributes:
        life: where it stands today, with all that was recorded about it.
    """

    commitment: Commitment
    life: Life
