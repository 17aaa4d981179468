"""Run every benchmark and print it."""

import sys

from tests.bench import day, document_bench, easements, finding, question, requirements, saving, searching, startup
from tests.bench.harness import line, measure

MODULES = (startup, day, question, saving, document_bench, finding, searching, requirements, easements)


def main() -> int:
    """One line a comparison; missed aims are said, and are not a failure."""
    for module in MODULES:
        for comparison in module.comparisons():
            sys.stdout.write(line(comparison, measure(comparison)) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
