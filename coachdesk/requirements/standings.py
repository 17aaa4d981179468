"""What a group asks for and what easements take away: the four requirements as they stand on a day (domain.md 2.1)."""

from collections.abc import Collection
from dataclasses import dataclass

from coachdesk.requirements.finding import Easement, Group, MayRequire, Standing, Switch

NO_SEARCH = frozenset({Switch.A, Switch.B, Switch.C, Switch.D, Switch.E, Switch.F})
"""A decision under reg. 99(5) always takes away search; (5A) and (5B) say what happens to availability besides."""


@dataclass(frozen=True, slots=True)
class Standings:
    search: Standing
    availability: Standing
    interviews: Standing
    preparation: Standing

    @property
    def may_require(self) -> MayRequire:
        """What may be asked of the person today: nothing that is off, put off, or still to be decided."""
        return MayRequire(
            interview=self.interviews is Standing.MAY_BE_REQUIRED,
            preparation=self.preparation is Standing.MAY_BE_REQUIRED,
            search=self.search is Standing.REQUIRED,
            availability=self.availability is Standing.REQUIRED,
        )


def standings(group: Group, easements: Collection[Easement]) -> Standings:
    """The four requirements of a group under the easements of the day."""
    force = frozenset(each.switch for each in easements if each.in_force)
    due = any(each.due for each in easements)
    nothing = Standing.OFF if Switch.E in force else Standing.MAY_BE_REQUIRED
    every = group is Group.ALL
    return Standings(
        search=_search(force, due=due) if every else Standing.NOT_IMPOSED,
        availability=_availability(force, due=due) if every else Standing.NOT_IMPOSED,
        interviews=Standing.NOT_IMPOSED if group is Group.NONE else nothing,
        preparation=nothing if group in {Group.PREPARATION, Group.ALL} else Standing.NOT_IMPOSED,
    )


def _search(force: frozenset[Switch], *, due: bool) -> Standing:
    if force & NO_SEARCH:
        return Standing.OFF
    return Standing.CONSIDER if due else Standing.REQUIRED


def _availability(force: frozenset[Switch], *, due: bool) -> Standing:
    if force & {Switch.E, Switch.F}:
        return Standing.OFF
    if force & {Switch.A, Switch.C}:
        return Standing.POSTPONED_JOB_AND_INTERVIEW
    if Switch.D in force:
        return Standing.POSTPONED_JOB
    return Standing.CONSIDER if due else Standing.REQUIRED
