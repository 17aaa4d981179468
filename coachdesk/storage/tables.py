"""The tables, made from the fields of the records: a column for each field, of the same name."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, UniqueConstraint, text
from sqlalchemy.schema import SchemaItem

from coachdesk.commitments.acceptance import Entry, Withdrawal
from coachdesk.commitments.commitment import Commitment, CommitmentFile
from coachdesk.commitments.pasted import Pasted
from coachdesk.commitments.signature import Signature
from coachdesk.diary.appointment import Appointment, BusyTime, ContactRhythm
from coachdesk.handover.records import Colleague, PackedPerson
from coachdesk.i18n import Language
from coachdesk.interviews.interview import Interview, StoredAnswer
from coachdesk.people.handover import Handover
from coachdesk.people.joining import Joining
from coachdesk.people.person import Circumstance, Person
from coachdesk.plans.plan import Action, ActionOutcome, Goal
from coachdesk.records import Record
from coachdesk.requirements.decision import DiscretionRecord
from coachdesk.retention import Hold
from coachdesk.slips.slip import Slip
from coachdesk.storage.mapper import Kept, hints_of, optional

METADATA = MetaData()
_TABLES: dict[type[Record], Table] = {}
_PARENTS = {
    "person_id": "people.id",
    "action_id": "actions.id",
    "commitment_id": "commitments.id",
}


def _record_table(name: str, kind: type[Record], *more: SchemaItem, **parents: str) -> Table:
    """A table for a kind of record. Parents not named here are kept without a check: they may be empty."""
    keys = _PARENTS | parents
    columns: list[Column[Any]] = [
        Column(
            field,
            Kept(hint),
            *([ForeignKey(keys[field])] if field in keys else []),
            primary_key=field == "id",
            nullable=optional(hint) and field not in {"created_at", "updated_at"},
        )
        for field, hint in hints_of(kind).items()
    ]
    _TABLES[kind] = Table(name, METADATA, *columns, *more, sqlite_strict=True)
    return _TABLES[kind]


def table_of(kind: type[Record]) -> Table:
    """The table of a kind of record."""
    return _TABLES[kind]


def kinds() -> tuple[type[Record], ...]:
    """Every kind of record, parents before their children."""
    return tuple(_TABLES)


PEOPLE = _record_table("people", Person)
CIRCUMSTANCES = _record_table("circumstances", Circumstance, Index("circumstances_person", "person_id"))
DISCRETIONS = _record_table("discretions", DiscretionRecord, Index("discretions_person", "person_id"))
APPOINTMENTS = _record_table(
    "appointments",
    Appointment,
    Index("appointments_day", "on", "at"),
    Index("appointments_person", "person_id", "state", "on", "at"),
    Index("appointments_state", "state", "on"),
    Index("appointments_made_in", "made_in"),
)
CONTACT_RHYTHMS = _record_table(
    "contact_rhythms",
    ContactRhythm,
    UniqueConstraint("person_id"),
    Index("contact_rhythms_due", "due_on"),
)
TAKEN_TIMES = _record_table("taken_times", BusyTime, Index("taken_times_day", "on", "at"))
INTERVIEWS = _record_table(
    "interviews",
    Interview,
    Index("interviews_person", "person_id", "started_at"),
    Index("interviews_state", "state", "started_at"),
)
ANSWERS = _record_table(
    "answers",
    StoredAnswer,
    UniqueConstraint("interview_id", "question_id"),
    interview_id="interviews.id",
)
GOALS = _record_table("goals", Goal, Index("goals_person", "person_id"), Index("goals_interview", "interview_id"))
ACTIONS = _record_table(
    "actions",
    Action,
    Index("actions_person", "person_id", "state"),
    Index("actions_due", "owner", "state", "by"),
)
ACTION_OUTCOMES = _record_table(
    "action_outcomes",
    ActionOutcome,
    Index("action_outcomes_action", "action_id", "interview_id"),
    Index("action_outcomes_person", "person_id"),
)
HANDOVERS = _record_table("handovers", Handover, Index("handovers_person", "person_id"))
SLIPS = _record_table("slips", Slip, Index("slips_person", "person_id"))
COMMITMENTS = _record_table(
    "commitments",
    Commitment,
    UniqueConstraint("number", "edition"),
    Index("commitments_person", "person_id", "issued_at"),
    Index("commitments_interview", "interview_id"),
    Index("commitments_issued", "rests_on", "issued_at"),
)
COMMITMENT_ENTRIES = _record_table(
    "commitment_entries",
    Entry,
    Index("commitment_entries_commitment", "commitment_id"),
    Index("commitment_entries_person", "person_id"),
)
COMMITMENT_FILES = _record_table(
    "commitment_files",
    CommitmentFile,
    Index("commitment_files_commitment", "commitment_id"),
    Index("commitment_files_sha256", "sha256"),
)
COMMITMENT_WITHDRAWALS = _record_table(
    "commitment_withdrawals",
    Withdrawal,
    UniqueConstraint("commitment_id"),
    Index("commitment_withdrawals_person", "person_id"),
)
COMMITMENT_PASTED = _record_table(
    "commitment_pasted",
    Pasted,
    Index("commitment_pasted_commitment", "commitment_id"),
    Index("commitment_pasted_person", "person_id"),
)
SIGNATURES = _record_table(
    "signatures",
    Signature,
    UniqueConstraint("interview_id", "signer"),
    Index("signatures_person", "person_id"),
    interview_id="interviews.id",
)
COLLEAGUES = _record_table("colleagues", Colleague, UniqueConstraint("vault_id"))
PACKED_PEOPLE = _record_table(
    "packed_people",
    PackedPerson,
    Index("packed_people_person", "person_id", "colleague_id"),
    colleague_id="colleagues.id",
)

JOININGS = _record_table(
    "joinings", Joining, Index("joinings_person", "person_id"), Index("joinings_other", "other_id")
)
HOLDS = _record_table("holds", Hold, Index("holds_person", "person_id"))


def _text(name: str, **more: Any) -> Column[Any]:
    return Column(name, Kept(str), nullable=False, **more)


CHANGES = Table(
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", Kept(datetime), nullable=False),
    _text("author"),
    _text("code"),
    _text("kept_in"),  # the table's name
    _text("record_id"),
    _text("person_id"),  # whose record it is: erasing a person starts here
    Column("version", Integer, nullable=False),  # the version that this made; 0: deleted
    _text("hash"),
    Column("visit", Kept(str)),  # the visit to a question during which it is replaced; otherwise null
    UniqueConstraint("record_id", "visit"),
    Index("changes_person", "person_id"),
    Index("changes_visit_at", "at", sqlite_where=text("visit IS NOT NULL")),
    sqlite_strict=True,
)
CHANGE_BODIES = Table(
    "change_bodies",
    METADATA,
    Column("number", Integer, ForeignKey("changes.number"), primary_key=True),
    _text("salt"),
    Column("before", Kept(str)),
    Column("after", Kept(str)),
    sqlite_strict=True,
)
AUDIT = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", Kept(datetime), nullable=False),
    _text("author"),
    _text("code"),
    _text("subject"),
    _text("record"),
    _text("via"),  # where from in the program
    _text("written"),
    _text("previous"),
    _text("hash"),
    Index("audit_subject", "subject"),
    sqlite_strict=True,
)
ERASED = Table(  # whom and what a backup is not to bring back: no id, no day and no reason
    "erased",
    METADATA,
    _text("hash", primary_key=True),
    _text("salt"),
    sqlite_strict=True,
)
DELETIONS = Table(  # what went because its time was over: of nobody
    "deletions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("on", Kept(date), nullable=False),
    _text("kind"),
    _text("rule"),
    Column("many", Integer, nullable=False),
    sqlite_strict=True,
)
VAULT_INFO = Table(
    "vault_info",
    METADATA,
    Column("row", Integer, primary_key=True),  # always 1
    _text("vault_id"),
    _text("short_id"),
    _text("coach_id"),
    _text("coach_name"),
    _text("site"),
    Column("created_at", Kept(datetime), nullable=False),
    _text("public_key"),
    Column("version", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),  # the commitment counter
    sqlite_strict=True,
)
MINUTES = Table(  # totals of a day, of nobody: no record, and no change in the log
    "minutes",
    METADATA,
    Column("on", Kept(date), primary_key=True),
    _text("kind", primary_key=True),
    Column("seconds", Integer, nullable=False),
    Column("times", Integer, nullable=False),
    sqlite_strict=True,
)
WORDINGS = Table(  # what interviews were begun under: of nobody, and never changed
    "wordings",
    METADATA,
    _text("definition_id", primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("language", Kept(Language), primary_key=True),
    _text("text"),
    sqlite_strict=True,
)
PEOPLE_INDEX = Table(
    "people_index",
    METADATA,
    Column("number", Integer, primary_key=True),  # their short name within the index
    _text("person_id", unique=True),
    _text("sort_key"),
    Column("archived", Integer, nullable=False),
    Column("born", Kept(str)),
    _text("phones"),
    _text(
        "names"
    ),  # each word of them with the digit of its role behind it: what ranking reads of somebody, in one row
    Index("people_index_order", "archived", "sort_key", "number"),
    Index("people_index_born", "archived", "born", "sort_key"),
    sqlite_strict=True,
)
