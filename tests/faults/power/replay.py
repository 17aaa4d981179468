"""A disk that loses what was not forced onto it: the recording is followed up to a cut, and some of the rest survives.

Forcing a file makes its bytes and its name last; forcing a folder makes the names in it last. Of everything else each
sector of 512 bytes survives or not by itself, and of changed names the earlier ones, as journals keep them.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.faults.power.recording import Step

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that came to stand for a body, or, without one, that went."""

    path: str
    body: int | None


@dataclass
class Disk:
    """Bodies and names as they last, and what has still to be forced onto the disk."""

    bodies: dict[int, bytearray] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    waiting: dict[int, list[Step]] = field(default_factory=lambda: defaultdict(list))
    namings: list[Naming] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    open: dict[int, str] = field(default_factory=dict)
    bodies_open: dict[int, int] = field(default_factory=dict)

    def hold(self, path: Path) -> None:
        """A file that lay there before the recording began."""
        body = len(self.bodies) + 1
        self.bodies[body] = bytearray(path.read_bytes())
        self.names[str(path)] = self.seen[str(path)] = body

    @classmethod
    def holding(cls, folder: Path) -> Self:
        """A disk with the files that lie below a folder."""
        disk = cls()
        for path in folder.rglob("*"):
            if path.is_file():
                disk.hold(path)
        return disk

    def follow(self, step: Step) -> None:
        """What the program did next."""
        if step.kind == "o":
            self._opened(step)
        elif step.kind in {"w", "t"}:
            self.waiting[self.bodies_open[step.file]].append(step)
        elif step.kind == "s":
            self._forced(self.open[step.file], self.bodies_open.get(step.file))
        elif step.kind == "u":
            self._name(step.data.decode(), None)
        elif step.kind == "r":
            source, target = step.data.decode().split("\n")
            self._name(target, self.seen[source])
            self._name(source, None)

    def _opened(self, step: Step) -> None:
        path = step.data.decode()
        self.open[step.file] = path
        if Path(path).is_dir():
            return
        if path not in self.seen:
            body = len(self.bodies) + 1
            self.bodies[body] = bytearray()
            self._name(path, body)
        self.bodies_open[step.file] = self.seen[path]
        if step.offset:
            self.waiting[self.seen[path]].append(Step("t", step.file, 0, b""))

    def _name(self, path: str, body: int | None) -> None:
        self.namings.append(Naming(path, body))
        if body is None:
            self.seen.pop(path, None)
        else:
            self.seen[path] = body

    def _forced(self, path: str, body: int | None) -> None:
        if body is not None:
            for step in self.waiting.pop(body, []):
                _apply(self.bodies[body], step)
        lasting = {number: each for number, each in enumerate(self.namings) if _forces(path, body, each)}
        for each in lasting.values():
            _rename(self.names, each)
        # What a name stood for before, it does not come to stand for afterwards.
        settled = {each.path: number for number, each in lasting.items()}
        self.namings = [each for number, each in enumerate(self.namings) if number > settled.get(each.path, -1)]

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as they may be when the power comes back, by path."""
        names = dict(self.names)
        for each in self.namings[: chance.randint(0, len(self.namings))]:
            _rename(names, each)
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        return {path: self._survived(body, chance, share) for path, body in names.items()}

    def _survived(self, body: int, chance: random.Random, share: float) -> bytes:
        kept = bytearray(self.bodies[body])
        for step in self.waiting.get(body, []):
            for piece in _pieces(step):
                if chance.random() < share:
                    _apply(kept, piece)
        return bytes(kept)


def cut_short(disk: Disk, steps: Sequence[Step], chance: random.Random, times: int) -> Iterator[tuple[int, Disk]]:
    """So many cuts in a recording: where each is, in order, and the disk as it is then."""
    followed, at = deepcopy(disk), 0
    for cut in sorted(chance.randrange(len(steps)) for _each in range(times)):
        for step in steps[at:cut]:
            followed.follow(step)
        at = cut
        yield at, followed


def put_back(disk: Disk, chance: random.Random, below: Path, folder: Path) -> None:
    """Put the files that lay below one folder into another, as they may be after a cut."""
    for path, content in disk.after_a_cut(chance).items():
        if not path.endswith("-shm"):  # it is never read again
            place = folder / Path(path).relative_to(below)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


def _forces(path: str, body: int | None, naming: Naming) -> bool:
    """Whether forcing a body, or where there is none the folder at the path, makes this name last."""
    return naming.body == body if body is not None else str(Path(naming.path).parent) == path.rstrip("/")


def _rename(names: dict[str, int], naming: Naming) -> None:
    if naming.body is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.body


def _pieces(step: Step) -> Sequence[Step]:
    """A writing by the sectors of the disk; a cutting is one piece."""
    if step.kind == "t":
        return (step,)
    edges = range(SECTOR - step.offset % SECTOR, len(step.data), SECTOR)
    starts, ends = (0, *edges), (*edges, len(step.data))
    pairs = zip(starts, ends, strict=True)
    return [Step("w", step.file, step.offset + start, step.data[start:end]) for start, end in pairs]


def _apply(body: bytearray, step: Step) -> None:
    if step.kind == "t":
        del body[step.offset :]
        body.extend(bytes(step.offset - len(body)))
        return
    end = step.offset + len(step.data)
    body.extend(bytes(max(0, end - len(body))))
    body[step.offset : end] = step.data
