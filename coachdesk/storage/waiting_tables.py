"""What waits for the coach, as it is looked up: kept beside the records, so that a list reads what it shows and no more."""

from datetime import date

from sqlalchemy import Column, Index, Integer, Table

from coachdesk.storage.mapper import Kept
from coachdesk.storage.tables import METADATA


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Kept(str), nullable=False, primary_key=key)


WAITING_PEOPLE = Table(  # everybody on the caseload
    "waiting_people",
    METADATA,
    _text("person_id", key=True),
    _text("step_until"),  # the last day on which they have a next step; empty where they have none
    _text("checked_by"),  # the version of the rules that the rest was found by; empty where something was written since
    _text("checked_until"),  # the last day on which the rest holds
    Column("due", Integer, nullable=False),  # whether a decision is due
    Column("ends_on", Kept(date)),  # the next last day of a pause that may be named
    Column("look_on", Kept(date)),  # the next day on which to look again, of what may be named
    Column("follow_on", Kept(date)),  # the same of what is sealed: shown without its day
    Index("waiting_people_step", "step_until", "person_id"),
    Index("waiting_people_checked", "checked_by", "checked_until"),
    Index("waiting_people_due", "due", "person_id"),
    Index("waiting_people_ends", "ends_on"),
    Index("waiting_people_look", "look_on"),
    Index("waiting_people_follow", "follow_on"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
WAITING_COMMITMENTS = Table(  # issued to somebody on the caseload, and an answer is still wanted
    "waiting_commitments",
    METADATA,
    _text("commitment_id", key=True),
    _text("person_id"),
    _text("issued_at"),
    Index("waiting_commitments_issued", "issued_at"),
    Index("waiting_commitments_person", "person_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
