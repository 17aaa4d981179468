"""What the screen shows of that which bears on what may be asked of one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from coachdesk.people import Circumstance
from coachdesk.services import PersonFinding
from ui.deciding import Decision
from ui.people.circumstances_values import Typed, typed_of


class Doing(StrEnum):
    """The one thing that is being done; everything else on the screen is to be read."""

    NOTHING = ""
    OPENING = "opening"  # the coach is asked why a sensitive one is to be opened
    CHANGING = "changing"
    ENDING = "ending"
    ADDING = "adding"
    DECIDING = "deciding"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstancesState:
    """One person's circumstances, finding and decisions.

    Attributes:
        kept: what is recorded, in the order in which it was noted.
        found: None until it was read.
        decisions: what is due, ready for the form.
        doing: what is being done, with `about`: a circumstance's id, or an easement's.
        new: the circumstance that is being added, once its kind is chosen.
        drafts: what was typed and is not stored, by circumstance.
        ends: the last day as typed, while `ENDING`.
        problems: what is wrong in the open form, by field.
    """

    today: date
    person_id: str = ""
    kept: tuple[Circumstance, ...] = ()
    found: PersonFinding | None = None
    decisions: tuple[Decision, ...] = ()
    doing: Doing = Doing.NOTHING
    about: str = ""
    new: Circumstance | None = None
    drafts: Mapping[str, Typed] = field(default_factory=lambda: MappingProxyType({}))
    ends: object = ""
    problems: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def is_doing(self, doing: Doing, about: str) -> bool:
        """Whether this is being done with it."""
        return (self.doing, self.about) == (doing, about)

    @property
    def subject(self) -> Circumstance | None:
        """The circumstance whose form is open."""
        if self.doing is Doing.ADDING:
            return self.new
        return next((each for each in self.kept if each.id == self.about), None)

    @property
    def shown(self) -> Typed:
        """What stands in the fields of the open form."""
        if self.doing is Doing.ENDING:
            return {"ends_on": self.ends}
        return self.typed(self.subject) if self.subject is not None else {}

    def typed(self, circumstance: Circumstance) -> Typed:
        """What stands in its fields."""
        return self.drafts.get(draft_key(circumstance)) or typed_of(circumstance)


def draft_key(circumstance: Circumstance) -> str:
    """Under what its draft is kept: a new one by its person and kind, so that it is there when they are chosen again."""
    return circumstance.id if circumstance.version else f"{circumstance.person_id} {circumstance.kind}"
