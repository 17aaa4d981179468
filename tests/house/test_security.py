"""SECURITY.md promises nothing that no test holds: every row names one, and every test that it names is there."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.sources import ROOT, python_files, tree

TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
_NAME = re.compile(r"`(tests/[\w/]+(?:\.py)?|test_\w+(?:\.py)?)`")


def rows() -> Iterator[tuple[str, str, str]]:
    """The rows of the tables: from whom or what, what holds, by which tests."""
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and set(cells[0]) != {"-"} and cells[2] != "Test":
            yield cells[0], cells[1], cells[2]


@cache
def names_there() -> set[str]:
    """The names of all test files, and of all functions that are tests."""
    files = python_files("tests")
    functions = {
        node.name for path in files for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }  # fmt: skip
    return {path.name for path in files if path.name.startswith("test_")} | functions


def is_there(name: str) -> bool:
    """Whether a test, a file of tests or a folder of them has this name."""
    if name.startswith("tests/"):
        place = ROOT / name
        return place.is_file() or any(place.rglob("test_*.py"))
    return name in names_there()


def test_the_tables_are_found() -> None:
    assert len(list(rows())) > 20
    assert all(len(row) == 3 for row in rows())


def test_every_promise_in_a_table_names_a_test() -> None:
    assert [who for who, _holds, tests in rows() if not _NAME.search(tests)] == []


def test_every_test_that_is_named_is_there() -> None:
    named = _NAME.findall(TEXT)
    assert len(named) > 50
    assert [name for name in named if not is_there(name)] == []


def test_nothing_looks_like_the_name_of_a_test_without_being_one() -> None:
    loose = re.findall(r"\btest_\w+", TEXT)
    inside = [part for name in re.findall(r"`([^`\n]+)`", TEXT) for part in re.findall(r"\btest_\w+", name)]
    assert sorted(loose) == sorted(inside)
