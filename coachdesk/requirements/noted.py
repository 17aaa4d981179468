"""One recorded circumstance, read by the names of its fields (`people.circumstance_fields`)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coachdesk.interviews import as_date, number
from coachdesk.people.person import Circumstance
from coachdesk.requirements.draft import Word, one_of
from coachdesk.requirements.facts import Span


@dataclass(frozen=True, slots=True)
class Noted:
    """A circumstance and the local day on which it was first recorded."""

    circumstance: Circumstance
    on: date

    @property
    def starts(self) -> date | None:
        """Its first day, where it is known."""
        return self.circumstance.starts_on

    @property
    def ends(self) -> date | None:
        """Its last day, where it has one."""
        return self.circumstance.ends_on

    @property
    def span(self) -> Span:
        """The days of it that are known."""
        return Span(from_=self.starts, until=self.ends)

    def day(self, name: str) -> date | None:
        """A detail that is a day."""
        return as_date(self.circumstance.detail.get(name))

    def number(self, name: str) -> Decimal | None:
        """A detail that is a number."""
        return number(self.circumstance.detail.get(name))

    def truth(self, name: str) -> bool | None:
        """A detail that is yes or no."""
        said = self.circumstance.detail.get(name)
        return said if isinstance(said, bool) else None

    def choice(self, name: str, words: type[Word]) -> Word | None:
        """A detail that is one of the words of a fact."""
        return one_of(words, self.circumstance.detail.get(name))
