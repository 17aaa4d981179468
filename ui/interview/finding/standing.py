"""Decisions that were taken about what the law leaves to the coach, as the panel needs them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.requirements.decision import DiscretionRecord


@dataclass(frozen=True, slots=True)
class Taken:
    """The decision that stands about one easement. `here`: it was taken in this interview and can be taken back."""

    record: DiscretionRecord
    here: bool


def taken(records: Iterable[DiscretionRecord], interview_id: str, today: date) -> dict[str, Taken]:
    """The newest decision about each easement that has not run out. `records`: the newest first."""
    newest: dict[str, Taken] = {}
    for each in records:
        if each.easement_id not in newest and (each.until is None or today <= each.until):
            newest[each.easement_id] = Taken(each, each.interview_id == interview_id)
    return newest
