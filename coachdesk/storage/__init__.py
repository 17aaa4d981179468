"""Everything that is kept: one encrypted SQLite file a vault, its transactions, tables, log, list queries and backups.

The only package with SQL. It gives and takes the frozen records of the pure packages and knows nothing of policy.
"""

from coachdesk.storage.audit import AuditLine, audit_lines, line_hash, verify_audit
from coachdesk.storage.backup import Integrity, backup_to, integrity, restore, verify
from coachdesk.storage.checked import EVER, Checked, note_checked, people_due, to_check
from coachdesk.storage.commitment_rows import people_with_commitments
from coachdesk.storage.database import Database
from coachdesk.storage.fact_rows import InterviewFactRow, fact_rows, promised_for
from coachdesk.storage.history import Rewritten, earlier, last_change, last_change_at, rewritten_since
from coachdesk.storage.info import VaultInfo, info
from coachdesk.storage.outcome_rows import OutcomeCount, delay_counts, outcome_counts
from coachdesk.storage.people_rows import PersonRow, people_rows
from coachdesk.storage.queries import DayRow, anybody, day_rows, held_before, last_contact, waiting, without_next_step
from coachdesk.storage.reading import find, find_by, get
from coachdesk.storage.search import people_count
from coachdesk.storage.tables import table_of
from coachdesk.storage.travelling import record_from, records_from, rows_of
from coachdesk.storage.wordings import keep_wording, kept_wordings
from coachdesk.storage.writer import Writer

__all__ = [
    "EVER",
    "AuditLine",
    "Checked",
    "Database",
    "DayRow",
    "Integrity",
    "InterviewFactRow",
    "OutcomeCount",
    "PersonRow",
    "Rewritten",
    "VaultInfo",
    "Writer",
    "anybody",
    "audit_lines",
    "backup_to",
    "day_rows",
    "delay_counts",
    "earlier",
    "fact_rows",
    "find",
    "find_by",
    "get",
    "held_before",
    "info",
    "integrity",
    "keep_wording",
    "kept_wordings",
    "last_change",
    "last_change_at",
    "last_contact",
    "line_hash",
    "note_checked",
    "outcome_counts",
    "people_count",
    "people_due",
    "people_rows",
    "people_with_commitments",
    "promised_for",
    "record_from",
    "records_from",
    "restore",
    "rewritten_since",
    "rows_of",
    "table_of",
    "to_check",
    "verify",
    "verify_audit",
    "waiting",
    "without_next_step",
]
