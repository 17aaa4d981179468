"""What the screen of two records of one person shows."""

from dataclasses import dataclass, field

from coachdesk.people import Person
from coachdesk.people.joining import proposed
from coachdesk.services import Candidate, Comparison
from ui.kit.side_by_side import Side, SideRow


@dataclass(frozen=True, slots=True)
class JoiningState:
    """The record that the coach came from, and another one that may be of the same person.

    Attributes:
        person: the first record; as it was typed, and not stored, where it is `new`.
        text: what was typed to find the other record.
        candidates: whose record may be of the same person.
        both: the two beside one another, once the other one is chosen.
        stays: the side of the record that stays.
        chosen: where they differ, the side that is right, by field.
    """

    person: Person
    new: bool = False
    text: str = ""
    candidates: tuple[Candidate, ...] = ()
    both: Comparison | None = None
    stays: Side = "left"
    chosen: dict[str, Side] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[SideRow, ...]:
        """The two records, line by line."""
        if self.both is None:
            return ()
        return tuple(
            SideRow(each.name, each.words, each.first, each.second, each.differs, self.chosen.get(each.name), each.note)
            for each in self.both.rows
        )

    @property
    def taken(self) -> frozenset[str]:
        """The fields in which the record that stays takes the value of the other one."""
        return frozenset(name for name, side in self.chosen.items() if side != self.stays)


def chosen_at_first(both: Comparison, stays: Side) -> dict[str, Side]:
    """The side that is right until the coach says otherwise: that of the record that stays, unless it says nothing."""
    other: Side = "right" if stays == "left" else "left"
    keep, gone = (both.first, both.second) if stays == "left" else (both.second, both.first)
    taken = proposed(keep, gone)
    return {each.name: other if each.name in taken else stays for each in both.rows if each.chosen}
