"""The parts of a long run: each is timed and counted, and the last line says how many passed and how many failed."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from tools import OUT
from tools.process import run
from tools.scratch import in_memory


@dataclass
class Parts:
    """What ran so far. A check counts as one; a pytest run counts its tests."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    into: IO[str] | None = None
    started: float = field(default_factory=time.monotonic)

    def check(self, name: str, command: Sequence[str], *, minutes: float = 10) -> None:
        """Run a command that is right when it ends with 0."""
        print(f"\n== {name}", flush=True, file=self.into)
        right = self._timed(name, lambda: run(command, minutes=minutes, into=self.into)) == 0
        self._count(name, passed=int(right), failed=int(not right))

    def pytest(
        self, name: str, python: Path, arguments: Sequence[str], *, before: Sequence[str] = (), on_disk: bool = False
    ) -> None:
        """Run tests with an interpreter; `before` are words of a program that starts pytest (coverage).

        Their files are thrown away in memory, unless they are `on_disk` because the disk is what they are about.
        """
        print(f"\n== {name}", flush=True, file=self.into)
        report = OUT / "reports" / f"{name.replace(' ', '-')}.xml"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.unlink(missing_ok=True)
        command = [str(python), *before, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
        with nullcontext() if on_disk else in_memory() as folder:
            where = [f"--basetemp={folder}/t", "-o", "tmp_path_retention_policy=failed"] if folder else []
            env = {"TMPDIR": str(folder)} if folder else {}
            code = self._timed(name, lambda: run([*command, *where], minutes=15, env=env, into=self.into))
        tests, failed, skipped = _counts(report)
        # A run that ended badly without a failing test (nothing collected, time over) is a failure too.
        failed = max(failed, 1) if code else failed
        self._count(name, passed=tests, failed=failed, skipped=skipped)

    def beside(self, *lanes: "Callable[[Parts], None]") -> None:
        """Run lanes of parts that keep one processor busy each beside one another; each speaks when it is done."""
        OUT.mkdir(parents=True, exist_ok=True)

        def one(number: int, lane: "Callable[[Parts], None]") -> "tuple[Parts, Path]":
            said = OUT / f"lane-{number}.txt"
            with said.open("w", encoding="utf-8") as into:
                parts = Parts(into=into)
                lane(parts)
            return parts, said

        with ThreadPoolExecutor(max_workers=len(lanes)) as running:
            for each in [running.submit(one, number, lane) for number, lane in enumerate(lanes)]:
                parts, said = each.result()
                print(said.read_text("utf-8", errors="replace"), flush=True)
                self.seconds |= parts.seconds
                self.passed, self.failed = self.passed + parts.passed, self.failed + parts.failed
                self.skipped, self.failures = self.skipped + parts.skipped, self.failures + parts.failures

    def finish(self) -> int:
        """Print the shares and the last line; the exit code of the whole."""
        total = sum(self.seconds.values()) or 1.0
        print("\nShare of the time:")
        for name, seconds in self.seconds.items():
            print(f"  {name:<28}{seconds:7.1f} s {seconds / total:5.0%}")
        print(f"  {'from first to last':<28}{time.monotonic() - self.started:7.1f} s")
        for name in self.failures:
            print(f"Failed: {name}")
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.passed} passed, {self.failed} failed{skipped}")
        return 1 if self.failed else 0

    def _timed(self, name: str, work: Callable[[], int]) -> int:
        started = time.monotonic()
        try:
            return work()
        finally:
            self.seconds[name] = time.monotonic() - started

    def _count(self, name: str, *, passed: int, failed: int, skipped: int = 0) -> None:
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        if failed:
            self.failures.append(name)


def _counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests of a pytest report; nothing where there is none."""
    try:
        suites = ET.parse(report).getroot().iter("testsuite")
    except (OSError, ET.ParseError):
        return 0, 0, 0
    passed = failed = skipped = 0
    for suite in suites:
        bad = int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
        left = int(suite.get("skipped", "0"))
        passed, failed, skipped = passed + int(suite.get("tests", "0")) - bad - left, failed + bad, skipped + left
    return passed, failed, skipped
