"""A coach who types so many answers, and notes each in a file beside the vault once it is said to be kept."""

import os
import sys
from pathlib import Path

from tests.faults.typing_coach import type_on

SAID = "said"


def main(vault: Path, many: int) -> None:
    """Type; the note goes straight to the disk's queue, in its order among the vault's own writing."""
    noted = os.open(vault.with_name(SAID), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in type_on(vault):
        os.write(noted, b".")
        if number + 1 == many:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
