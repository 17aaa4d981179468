"""No record is changed or deleted blindly: whoever writes names the version that was read."""

import ast
from pathlib import Path

import pytest

from coachdesk import storage
from coachdesk.errors import AppError
from coachdesk.records import Record
from coachdesk.storage import Database, get
from coachdesk.storage.tables import METADATA, kinds, table_of
from tests.core.storage.samples import one_of_each

WITHOUT = {
    "agreed_index.py": "an index, made of what was stored",
    "search_index.py": "an index, made of what was stored",
    "search_rebuild.py": "an index, made anew",
    "waiting_index.py": "an index, made of what was stored",
    "checked.py": "what was made of records, by their digest",
    "minutes.py": "counts that only grow, and go by age",
    "changes.py": "the log: the same visit goes on, or a person is erased",
    "salvaging.py": "a file made of a damaged one: what belongs to nothing in it",
    "joining.py": "the log of somebody whose records went to another",
}
"""Where storage changes or deletes rows that are no records, and what they are."""

GUARDED = {"set_info", "next_number", "_update", "_delete"}
"""What in the writer may: guarded by a version, or adding one to what stands there."""


def writing(path: Path) -> set[str]:
    """The functions of a file that build an UPDATE or a DELETE, "" for what stands outside of one."""
    found: set[str] = set()

    def visit(node: ast.AST, function: str) -> None:
        inside = node.name if isinstance(node, ast.FunctionDef) else function
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"update", "delete"}
        text = str(node.value) if isinstance(node, ast.Constant) else ""
        if called or text.lstrip().startswith(("UPDATE ", "DELETE FROM ")):
            found.add(inside)
        for child in ast.iter_child_nodes(node):
            visit(child, inside)

    visit(ast.parse(path.read_text("utf-8")), "")
    return found


def test_records_are_changed_and_deleted_by_the_writer_alone_and_by_their_version() -> None:
    files = {path.name: writing(path) for path in Path(next(iter(storage.__path__))).rglob("*.py")}
    assert {name for name, functions in files.items() if functions} == {"writer.py", *WITHOUT}
    assert files["writer.py"] == GUARDED


def test_outside_of_storage_nobody_changes_or_deletes_rows() -> None:
    home = Path(next(iter(storage.__path__)))
    others = [path for path in home.parent.rglob("*.py") if home not in path.parents]
    assert [path.name for path in others if writing(path)] == []


def test_every_table_with_versions_is_of_a_kind_of_record_that_is_tried_here() -> None:
    versioned = {table for table in METADATA.tables.values() if {"id", "version"} <= set(table.c.keys())}
    assert versioned == {table_of(kind) for kind in kinds()}
    assert {type(each) for each in one_of_each()} == set(kinds())


def test_whoever_read_an_older_version_of_any_record_neither_changes_nor_deletes_it(database: Database) -> None:
    stored = list[Record]()
    with database.write() as writer:
        stored += [writer.put(each, "record.added") for each in one_of_each()]
    for read in stored:
        with database.write() as writer:
            ours = writer.put(read, "record.changed")
        for attempt in ("put", "delete"):
            with pytest.raises(AppError) as refused, database.write() as writer:
                getattr(writer, attempt)(read, "record.overtaken")
            assert refused.value.code == "storage.stale", f"{attempt} {type(read).__name__}"
        with database.read() as connection:
            assert get(connection, type(read), read.id) == ours
