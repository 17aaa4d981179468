"""Vaults as released versions left them, in tests/data/vaults/v<number of migrations>.

`python -m tests.core.storage.old_vaults` keeps today's, and the whole one of `tests/core/released.py`: run it once, when a
release is made, and never over a released one.
"""

from pathlib import Path

from coachdesk.storage import Database, integrity
from coachdesk.storage.migrations import STEPS
from tests.core.storage.samples import KEY, Watch, one_of_each, whose_vault

FOLDER = Path(__file__).resolve().parents[2] / "data" / "vaults"
NAME = "caseload.cdvault"


def fill(file: Path) -> str:
    """Make a vault with a record of every kind; the digest of what it says."""
    database = Database.open(file, KEY, author="coach-1", clock=Watch())
    with database.write() as writer:
        writer.set_info(whose_vault())
        for record in one_of_each():
            writer.put(record, "test.put")
        writer.audit("test.put")
    with database.read() as connection:
        digest = integrity(connection).digest
    database.close()
    return digest


def keep() -> None:
    """Keep a vault of today's version among the old ones."""
    folder = FOLDER / f"v{len(STEPS)}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).unlink(missing_ok=True)
    fill(folder / NAME)


if __name__ == "__main__":
    from tests.core import released

    keep()
    released.keep()
