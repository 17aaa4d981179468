"""Everything that is kept: one encrypted SQLite file a vault, its transactions, tables, log, list queries and backups.

The only package with SQL. It gives and takes the frozen records of the pure packages and knows nothing of policy.
"""

from coachdesk.storage.audit import verify_audit
from coachdesk.storage.database import Database
from coachdesk.storage.info import VaultInfo, info
from coachdesk.storage.reading import find, get
from coachdesk.storage.tables import table_of
from coachdesk.storage.writer import Writer

__all__ = ["Database", "VaultInfo", "Writer", "find", "get", "info", "table_of", "verify_audit"]
