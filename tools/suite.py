"""`check` and `test`: what must be right before a change is kept. `.ci/run` runs the same."""

import os
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tools import OUT, ROOT, environments, scratch, system
from tools.parts import Parts
from tools.process import run

_BOTH = ("-n", str(min(2, os.cpu_count() or 1)), "--dist", "worksteal")
"""Two processes at the most: more of them would wait for one another's windows.

Each begins with one half of the modules, so that what a module makes once is made by one of them, and takes from the
other's when it is done.
"""

_ON_ANY_PYTHON = (
    "tests/core/documents/test_layout.py",
    "tests/core/documents/test_outside_checkers.py",
    "tests/core/services/test_growth.py",
    "tests/core/services/test_growth_of_finding.py",
)
"""What hangs on no version of Python, and takes long: where words stand on a finished paper and what other people's
checkers say of it, and how many statements our queries send.
"""


def check() -> int:
    """Format, lint, types, house rules; the import contracts are one of them."""
    scratch.keep_compiled()
    parts = Parts()
    _checks(parts, environments.main())
    return parts.finish()


def test() -> int:
    """Everything: the checks beside what goes out, then the tests from the core outwards."""
    scratch.keep_compiled()
    system.need(system.WINDOW + system.TESTS)
    system.wish(system.SPREADSHEET)
    system.wish(system.FOR_WINDOWS)
    system.wish(system.LIKE_WINDOWS)
    system.wish(system.LIKE_DEBIAN)
    with ThreadPoolExecutor(max_workers=2) as making:
        made = [making.submit(make) for make in (environments.main, environments.without_qt, environments.outloud)]
        newer = making.submit(environments.on_3_13).result()
        python, bare, outloud = [each.result() for each in made]
    os.environ["COACHDESK_OUTLOUD"] = str(outloud.with_name("outloud"))
    parts = Parts()
    parts.beside(partial(_checks_and_papers, python=python), partial(_release, python=python))
    _core(parts, bare)
    parts.pytest("screens", python, ["tests/ui", *_BOTH])
    parts.pytest("journeys", python, ["tests/journeys", *_BOTH])
    if newer:
        again = ["-p", "no:pytest-qt", "--hypothesis-profile=once-more"]
        left = [f"--ignore={path}" for path in _ON_ANY_PYTHON]
        parts.pytest("core on 3.13", newer, ["tests/core", *again, *left, *_BOTH])
        parts.pytest("a journey on 3.13", newer, ["tests/journeys", "-m", "also_on_3_13"])
    parts.pytest("faults", python, ["tests/faults"], on_disk=True)  # alone: they measure how soon something is over
    return parts.finish()


def _checks_and_papers(parts: Parts, python: Path) -> None:
    """What one processor does while the other makes the bundle and tries what goes out: as long as that takes."""
    _checks(parts, python)
    parts.pytest("papers", python, ["tests/papers"])


def _release(parts: Parts, python: Path) -> None:
    parts.check("bundle", [sys.executable, "dev.py", "bundle"], minutes=15)
    parts.pytest("release", python, ["tests/release"], on_disk=True)


def faults() -> int:
    """Every fault as often as SECURITY.md speaks of; the table of what it came to is printed at the end."""
    scratch.keep_compiled()
    system.need(system.WINDOW + system.TESTS)
    python, outloud = environments.main(), environments.outloud()
    return run(
        [str(python), "-m", "pytest", "-q", "-o", "timeout=7200", "tests/faults"],
        minutes=240,
        env={"COACHDESK_FAULTS": "full", "COACHDESK_OUTLOUD": str(outloud.with_name("outloud"))},
    )


def _checks(parts: Parts, python: Path) -> None:
    tool = [str(python), "-m"]
    parts.check("format", [*tool, "ruff", "format", "--check", "--quiet", "."])
    parts.check("lint", [*tool, "ruff", "check", "--quiet", "."])
    parts.check("types", [*tool, "mypy"])
    parts.check("parts and licences", [*tool, "tools.shipping", "parts"])
    parts.check("known weaknesses", [*tool, "tools.shipping", "audit"])
    parts.pytest("house rules and contracts", python, ["tests/house"])


def _core(parts: Parts, python: Path) -> None:
    """The core where there is no Qt at all. Coverage is counted where it is asked for: counting takes as long as the tests."""
    pure = _pure()
    data = OUT / "coverage"
    data.mkdir(parents=True, exist_ok=True)
    for old in data.glob("core*"):
        old.unlink()
    os.environ["COVERAGE_FILE"] = str(data / "core")
    parts.pytest("pure packages", python, [*pure, *_BOTH], before=["-m", "coverage", "run"])
    parts.check("coverage put together", [str(python), "-m", "coverage", "combine", "--quiet"])
    parts.check("coverage", [str(python), "-m", "coverage", "report"])
    parts.pytest("core without Qt", python, ["tests/core", *(f"--ignore={path}" for path in pure), *_BOTH])


def _pure() -> list[str]:
    """The tests of the packages whose coverage is asked for: a folder or a module of the same name."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages: list[str] = settings["tool"]["coverage"]["run"]["source_pkgs"]
    names = [package.rpartition(".")[2] for package in packages]
    places = [place for name in names for place in (f"tests/core/{name}", f"tests/core/test_{name}.py")]
    return [place for place in places if (ROOT / place).exists()]
