"""What the house rules look at: the project's own Python files and their syntax trees."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("coachdesk", "ui", "tests", "tools")


@cache
def python_files(*below: str) -> tuple[Path, ...]:
    """Every Python file of the project, or only those below some of its packages."""
    chosen = below or PACKAGES
    loose = [] if below else [ROOT / "dev.py"]
    return tuple(sorted([path for package in chosen for path in (ROOT / package).rglob("*.py")] + loose))


@cache
def text_files() -> tuple[Path, ...]:
    """Every file that git keeps or would keep and that is text."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True, timeout=60, text=True,
    ).stdout  # fmt: skip
    files = [ROOT / name for name in listed.split("\0") if name]
    return tuple(path for path in files if path.is_file() and b"\0" not in path.read_bytes()[:4096])


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def place(path: Path, node: ast.AST | int) -> str:
    """`coachdesk/paths.py:12`, to find it."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 0)
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def imported(path: Path) -> set[tuple[str, int]]:
    """Full names that a file imports, with their lines: `PySide6.QtCore.QObject` for `from PySide6.QtCore import QObject`."""
    found: set[tuple[str, int]] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node.lineno) for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {(f"{node.module}.{alias.name}", node.lineno) for alias in node.names}
    return found


def calls(path: Path, name: str) -> list[ast.Call]:
    """Calls of a function or method by its last name."""
    found = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return [call for call in found if name in {getattr(call.func, "attr", ""), getattr(call.func, "id", "")}]
