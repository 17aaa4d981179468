"""What may be recorded of an answer, and what takes a reason: nothing else is refused."""

from datetime import date

from coachdesk.commitments.acceptance import Entry, EntryKind
from coachdesk.commitments.life_cycle import STILL_OPEN, Life, State, may_follow
from coachdesk.errors import AppError


def check_entry(entry: Entry, life: Life, *, offered: date, today: date) -> None:
    """Refuse what cannot be recorded.

    Raises:
        AppError: "commitment.future-day", "commitment.before-offer", "commitment.not-asked" where nothing is asked of
            the person any more, "commitment.reason-needed" where an earlier entry is put right without saying why,
            "commitment.second-opinion-asked", "commitment.not-recorded" where there is nothing to take back,
            "commitment.answered" where nothing is left to think about, "commitment.past-day", "commitment.over".
    """
    if entry.on > today:
        raise AppError("commitment.future-day")
    if entry.on < offered:
        raise AppError("commitment.before-offer")
    if life.stopped:
        raise AppError("commitment.not-asked")
    match entry.kind:
        case EntryKind.REPLY:
            _check_reply(entry, life)
        case EntryKind.MORE_TIME:
            _check_more_time(entry, life, today)
        case EntryKind.SECOND_OPINION:
            _check_second_opinion(entry, life)
        case EntryKind.LOOKED:
            _check_looked(entry, life)
        case EntryKind.ENDED if not may_follow(life.state, State.ENDED):
            raise AppError("commitment.over")


def _check_reply(entry: Entry, life: Life) -> None:
    if entry.outcome is None:
        raise ValueError("A reply has an outcome.")
    if not may_follow(life.state, State(entry.outcome)) and not entry.reason.strip():
        raise AppError("commitment.reason-needed")


def _check_second_opinion(entry: Entry, life: Life) -> None:
    if entry.taken_back and not entry.reason.strip():
        raise AppError("commitment.reason-needed")
    if entry.taken_back is (life.second_opinion_on is None):
        raise AppError("commitment.second-opinion-asked" if not entry.taken_back else "commitment.not-recorded")


def _check_looked(entry: Entry, life: Life) -> None:
    """Only what was asked for is given; another word about it puts the first one right."""
    if entry.looked_by is None or entry.outcome is None:
        raise ValueError("A second opinion says who looked, and what the person said after it.")
    if life.second_opinion_on is None:
        raise AppError("commitment.not-recorded")
    if life.looked is not None and not entry.reason.strip():
        raise AppError("commitment.reason-needed")


def _check_more_time(entry: Entry, life: Life, today: date) -> None:
    if life.state not in {State.OFFERED, *STILL_OPEN}:
        raise AppError("commitment.answered")
    if entry.think_until is None or entry.think_until < today:
        raise AppError("commitment.past-day")
