"""A mistake in written content, with its file, its place and a stable code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, for the author of the file.

    Attributes:
        code: stable, such as "definition.unknown-key".
        file: the name of the file.
        place: where in it: "step hello / question who_is_here / choice alone", or "line 12".
        text: one plain English sentence.
        note: worth knowing, no mistake: the content is used all the same.
    """

    code: str
    file: str
    place: str
    text: str
    note: bool = False

    def __str__(self) -> str:
        kind = "note " if self.note else ""
        return f"{self.file}: {self.place}: {kind}{self.code}: {self.text}"
