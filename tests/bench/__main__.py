"""Run every benchmark and print it; `--large` also with a hundred thousand people and two million records."""

import argparse
import sys

from tests.bench import (
    day,
    document_bench,
    easements,
    finding,
    growing,
    memory,
    question,
    requirements,
    saving,
    searching,
    starting,
    startup,
)
from tests.bench.harness import line, measure

MODULES = (startup, day, question, saving, document_bench, finding, requirements, easements)
BY_SIZE = (searching, growing)
BY_PROCESS = (starting, memory)


def main() -> int:
    """One line a comparison; missed aims are said, and are not a failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="takes half an hour and three gigabytes of disk")
    parser.add_argument("--only", metavar="NAME", help="one of the files here, such as searching")
    asked = parser.parse_args()
    for module in MODULES:
        if asked.only in {None, _name(module)}:
            for comparison in module.comparisons():
                _say(line(comparison, measure(comparison)))
    for module in BY_SIZE:
        if asked.only in {None, _name(module)}:
            for comparison in module.comparisons(large=asked.large):
                _say(line(comparison, measure(comparison)))
    for module in BY_PROCESS:
        if asked.only in {None, _name(module)}:
            for told in module.lines():
                _say(told)
    return 0


def _name(module: object) -> str:
    return str(getattr(module, "__name__", "")).rpartition(".")[2]


def _say(told: str) -> None:
    sys.stdout.write(told + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
