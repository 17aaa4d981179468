"""Where the hunt takes place: a home, a temporary folder and a runtime folder of its own, and what is taken away there again."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.hunt.markers import STEM, found, found_packed, words_in

KEEPER = Path(__file__).with_name("keeper.c")


@dataclass(frozen=True, slots=True)
class Ground:
    """The folders of a hunt. `given` is what the coach brings in and takes out: it is not looked at."""

    home: Path
    temporary: Path
    kept: Path
    given: Path
    library: Path

    def variables(self) -> Mapping[str, str]:
        """The environment under which a program cannot take anything away unseen."""
        return {
            "TMPDIR": str(self.temporary), "KEEP_IN": str(self.kept), "KEEP_STEM": STEM, "LD_PRELOAD": str(self.library)
        }  # fmt: skip

    def files(self) -> Iterator[Path]:
        """Everything that was left, or was there for a moment."""
        for folder in (self.home, self.temporary, self.kept):
            yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())

    def told(self, words: tuple[str, ...] = ()) -> dict[str, set[str]]:
        """Which file or file name tells which markers, and which of some other words."""
        telling = {}
        for path in self.files():
            content = path.read_bytes()
            here = found(content) | found_packed(content) | words_in(content, words)
            here |= found(path.name.encode())
            if here and path != self.kept / "written":
                telling[str(path)] = here
        return telling

    def written_in_plain(self) -> set[str]:
        """Files that were given a marker in plain at any moment, however short, but what the coach takes out."""
        noted = self.kept / "written"
        paths = set(noted.read_text("utf-8", "replace").splitlines()) if noted.exists() else set()
        return {path for path in paths if not path.startswith(str(self.given))}


def made(folder: Path, home: Path) -> Ground:
    """An empty ground, with the keeper compiled."""
    below = {name: folder / name for name in ("temporary", "kept", "given")}
    for each in below.values():
        each.mkdir(mode=0o700)
    library = folder / "keeper.so"
    flags = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["cc", *flags, "-o", str(library), str(KEEPER), "-ldl"], check=True)
    return Ground(home=home, library=library, **below)


def enter(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every program that is started from now on run there."""
    for name, value in ground.variables().items():
        monkeypatch.setenv(name, value)


def environment(ground: Ground) -> dict[str, str]:
    """The same for one program."""
    return {**os.environ, **ground.variables()}
