"""What the person says to an issued commitment: each answer is one more entry, and the document stays as it was."""

from dataclasses import replace
from datetime import date

from coachdesk.commitments import Commitment, Life, OutcomeKind
from coachdesk.services import Services


def say(services: Services, commitment: Commitment, life: Life, name: str, value: object) -> Life:
    """Record what was chosen in a field; half a date, and what was said already, is not stored.

    Raises:
        AppError: as services.outcomes.
    """
    outcomes = services.outcomes
    if name == "second_opinion" and (value == "yes") is (life.second_opinion_on is None):
        if value == "yes":
            return outcomes.ask_second_opinion(commitment.id)
        return outcomes.take_back_second_opinion(commitment.id, reason="")
    if name == "outcome" and value and OutcomeKind(str(value)) is not life.outcome:
        return outcomes.record(replace(outcomes.draft(commitment.id), outcome=OutcomeKind(str(value))))
    if name == "think_until" and isinstance(value, str) and value and date.fromisoformat(value) != life.think_until:
        return outcomes.give_time(commitment.id, date.fromisoformat(value))
    return life
