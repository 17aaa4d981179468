"""Nothing that is kept of people is without a time, but what is said here."""

from coachdesk.retention import Kind
from coachdesk.storage.retention import KEEPS
from coachdesk.storage.tables import METADATA, kinds, table_of

EXCEPTIONS = {
    "taken_times": "times of the coach; of what they are for, nothing is kept",
    "colleagues": "other coaches, whose contact file the coach took in",
    "changes": "ids, codes and hashes; what they said is in change_bodies",
    "audit": "ids and codes; a chain that nothing can be taken out of",
    "erased": "salted hashes, of whom nothing else knows",
    "deletions": "counts, of nobody",
    "vault_info": "whose vault it is",
    "minutes": "totals of days, of nobody",
    "wordings": "the questions that interviews were begun under, as they were sent",
}
FOLLOW = {
    "people_index",
    "people_counts",
    "agreed_index",
    "name_words",
    "name_keys",
    "name_parts",
    "phone_keys",
    "search_keys_made",
    "waiting_people",
    "waiting_commitments",
}
"""What lists and searches know of records: each write keeps it with them."""


def test_every_table_belongs_to_a_kind_or_is_said_to_be_an_exception() -> None:
    go = {kind for some in KEEPS.values() for kind in some}
    tables = {table_of(kind) for kind in go}
    refer = {
        table_of(kind).name for kind in kinds() if {key.column.table for key in table_of(kind).foreign_keys} & tables
    }
    covered = {table.name for table in tables} | refer | {"change_bodies"}
    assert set(METADATA.tables) == covered | set(EXCEPTIONS) | FOLLOW
    assert not covered & set(EXCEPTIONS)
    assert set(KEEPS) == set(Kind)
