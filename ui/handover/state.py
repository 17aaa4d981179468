"""What the screen of handing over shows, part by part: frozen values, made by the presenters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coachdesk.handover import Colleague, Decision
from coachdesk.services import PersonRow
from coachdesk.services.handover_views import Arrived, Contact, Leaving, Line, MadePack, Taken

GIVE, OPEN, COLLEAGUES, MINE = "give", "open", "colleagues", "mine"
"""The parts of the screen."""


@dataclass(frozen=True, slots=True)
class ContactsState:
    """Our own contact, and those of colleagues.

    Attributes:
        looked: a contact file that was read and is not kept yet.
        removing: id of the colleague about whom it is asked whether to take them out.
        problem: why the last thing could not be done, as a sentence.
        said: what was done last.
    """

    mine: Contact
    colleagues: tuple[Colleague, ...] = ()
    looked: Contact | None = None
    removing: str = ""
    problem: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class GivingState:
    """A pack that is being put together.

    Attributes:
        to: id of the colleague whom it is for.
        came: how many people came in packs of that colleague.
        typed: in the find box, and `found` the people who fit.
        people: who goes, as they would go.
        chosen: id of the one of them who is looked at.
        notes: coaching notes go too.
        sealed: ids of those with whom what is sealed goes.
        running: "reading" while people are read, "making" while the pack is made; `to_read` of them are still to come.
        made: the last pack.
        problem: why the last thing could not be done, as a sentence.
    """

    colleagues: tuple[Colleague, ...] = ()
    to: str = ""
    came: int = 0
    typed: str = ""
    found: tuple[PersonRow, ...] = ()
    people: tuple[Leaving, ...] = ()
    chosen: str = ""
    notes: bool = False
    sealed: frozenset[str] = frozenset()
    running: str = ""
    to_read: int = 0
    made: MadePack | None = None
    problem: str = ""

    @property
    def colleague(self) -> Colleague | None:
        """Whom the pack is for."""
        return next((each for each in self.colleagues if each.id == self.to), None)

    @property
    def looked_at(self) -> Leaving | None:
        """Who is looked at."""
        return next((each for each in self.people if each.person_id == self.chosen), None)


@dataclass(frozen=True, slots=True)
class TakingState:
    """A pack that was opened.

    Attributes:
        arrived: the pack, until it is taken in or put aside.
        chosen: id of the person in it who is looked at.
        decisions: what was decided so far, by the key of a line.
        running: "looking" or "taking".
        taken: what the last pack came to.
        problem: why the last thing could not be done, as a sentence.
    """

    arrived: Arrived | None = None
    chosen: str = ""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    running: str = ""
    taken: Taken | None = None
    problem: str = ""

    @property
    def asked(self) -> tuple[Line, ...]:
        """What the coach decides."""
        return tuple(each for each in self.arrived.lines if each.asked) if self.arrived else ()

    @property
    def undecided(self) -> int:
        """How many of those are not decided yet."""
        return sum(each.key not in self.decisions for each in self.asked)

    @property
    def ready(self) -> bool:
        """Whether it can be taken in."""
        return self.arrived is not None and not self.arrived.again and not self.undecided and not self.running
