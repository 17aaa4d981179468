"""What the directory shows: one frozen value, replaced whole."""

from dataclasses import dataclass

from coachdesk.people import Nation, Person, SafeToGive
from coachdesk.provision import Listed, is_open


@dataclass(frozen=True, slots=True)
class ForPlan:
    """Whose plan something is looked for, and whether their interview is open: then nobody else may be seen."""

    person: Person
    giving: SafeToGive
    interview_open: bool


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """The list and what is chosen in it.

    Attributes:
        nation: whose rows are shown; None: those of all.
        text: what was typed into the find box.
        everything: also what takes nobody today.
        chosen: id of the row whose details are shown; empty where there is none.
        for_plan: None where the directory is only looked at.
    """

    nation: Nation | None
    text: str = ""
    everything: bool = False
    rows: tuple[Listed, ...] = ()
    chosen: str = ""
    for_plan: ForPlan | None = None

    @property
    def shown(self) -> Listed | None:
        """What the details are of."""
        return next((each for each in self.rows if each.row.id == self.chosen), None)

    @property
    def can_be_added(self) -> bool:
        """Whether what is shown can be taken into a plan: what takes nobody, or may not, cannot."""
        return self.for_plan is not None and self.shown is not None and is_open(self.shown.state)
