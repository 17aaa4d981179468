"""Everybody of the practice caseload with more to tell than most. Nobody in particular is meant."""

from collections.abc import Iterator, Sequence

from coachdesk.demo.lives_at_home import CARER, CARERS, LONE_PARENT, PARENTS
from coachdesk.demo.lives_of_change import FIRST_NOTE, IN_WORK, NO_HOME, OF_HEALTH, OF_HOME, PAUSED
from coachdesk.demo.living import Life
from coachdesk.people import Person

_ONE_IN = 3

LIVES = (LONE_PARENT, CARER, FIRST_NOTE, IN_WORK, NO_HOME, PAUSED, *PARENTS, *CARERS, *OF_HEALTH, *OF_HOME)
"""One of each kind first, so that a small caseload is a mixed one, too."""


def lives_of(people: Sequence[Person]) -> Iterator[tuple[Person, Life | None]]:
    """Each of the people with their life, which every third has until all are given."""
    for number, person in enumerate(people):
        turn, rest = divmod(number, _ONE_IN)
        yield person, LIVES[turn] if rest == 0 and turn < len(LIVES) else None
