"""Short files, short functions, a purpose for every folder, a place for every module."""

import ast
import statistics
import subprocess
import sys
from pathlib import Path

from tests.house.sources import PACKAGES, ROOT, place, python_files, tree

LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FILE, SHORTEST_PURPOSE = 300, 40, 150, 40


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_file_is_longer_than_can_be_kept_in_mind() -> None:
    assert {place(path, 0): lines(path) for path in python_files() if lines(path) > LONGEST_FILE} == {}


def test_most_files_are_short() -> None:
    assert statistics.median(lines(path) for path in python_files("coachdesk", "ui")) < MEDIAN_FILE


def test_no_function_is_longer_than_a_screen() -> None:
    long = {}
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    long[f"{place(path, node)} {node.name}"] = length
    assert long == {}


def test_every_folder_says_what_it_is_for() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    parents = {parent for folder in folders for parent in folder.parents if ROOT in parent.parents}
    silent = []
    for folder in sorted(folders | parents):
        init = folder / "__init__.py"
        if not init.exists() or len(ast.get_docstring(tree(init)) or "") < SHORTEST_PURPOSE:
            silent.append(folder.relative_to(ROOT).as_posix())
    assert silent == []


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
