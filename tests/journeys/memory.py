"""What lies in the memory of a running program. Only an administrator may look: the program forbids it to everybody else."""

import os
from collections.abc import Iterator
from pathlib import Path

MAY_LOOK = hasattr(os, "geteuid") and os.geteuid() == 0


def written_pieces(pid: int) -> Iterator[bytes]:
    """Everything that a process can write to, piece by piece."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            (begin, end), rights = line.split()[0].split("-"), line.split()[1]
            if "r" not in rights or "w" not in rights:
                continue
            memory.seek(int(begin, 16))
            try:
                yield memory.read(int(end, 16) - int(begin, 16))
            except OSError:  # a page of the driver's
                continue


def in_memory(pid: int, *words: str) -> set[str] | None:
    """Which of the words lie there, as any layer of the program may write them; None where the kernel lets us not look."""
    if not MAY_LOOK:
        return None
    pieces = written_pieces(pid)
    return {each for piece in pieces for each in words if each.encode() in piece or each.encode("utf-16-le") in piece}
