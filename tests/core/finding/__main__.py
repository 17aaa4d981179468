"""Print how many are found, and who is not."""

import sys
import tempfile
from contextlib import closing
from pathlib import Path

from coachdesk.storage import Database
from tests.core.finding.measure import HELD_OUT, TUNING, by_rules, fill, missed
from tests.core.storage.samples import KEY, Watch


def main() -> int:
    """One line a list, and one for each who was missed."""
    with (
        tempfile.TemporaryDirectory(prefix="coachdesk-finding-") as folder,
        closing(Database.open(Path(folder) / "vault", KEY, author="coach-1", clock=Watch())) as database,
    ):
        people, hand = fill(database)
        lists = {
            "by hand, tuning": hand[0::2],
            "by hand, held out": hand[1::2],
            "by rules, tuning": by_rules(people, TUNING),
            "by rules, held out": by_rules(people, HELD_OUT),
        }
        with database.read() as connection:
            for name, meant in lists.items():
                wrong = missed(connection, meant)
                found = len(meant) - len(wrong)
                sys.stdout.write(f"{name}: {found} of {len(meant)} ({100 * found / len(meant):.1f} of 100)\n")
                sys.stdout.writelines(f"  {each.typed} -> {each.name}\n" for each in wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
