"""The settings as they hold, and the list of all of them."""

from dataclasses import dataclass, fields
from functools import cache

from coachdesk.policy.diary import Diary
from coachdesk.policy.keeping import Keeping
from coachdesk.policy.kinds import ABOUT, About
from coachdesk.policy.leaving import Leaving, Sources
from coachdesk.policy.paper import Paper
from coachdesk.policy.safekeeping import Backups, Locks, Vaults
from coachdesk.policy.site import Site

Value = str | int | bool | tuple[str, ...]
"""What a setting may be."""

_GROUPS = (Site, Paper, Diary, Locks, Vaults, Backups, Keeping, Leaving, Sources)


@dataclass(frozen=True)
class Policy(Sources, Leaving, Keeping, Backups, Vaults, Locks, Diary, Paper, Site):
    """The settings as they hold.

    Attributes:
        fixed: names of the settings that the organisation's file fixes; the screens show those as not the coach's.
    """

    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting that a policy file may hold: its name, the title of its group, its default, and what it is."""

    name: str
    group: str
    default: Value
    about: About


@cache
def settings() -> tuple[Setting, ...]:
    """The settings that a policy file may hold, group by group."""
    defaults = Policy()
    return tuple(
        Setting(each.name, (group.__doc__ or "").removesuffix("."), getattr(defaults, each.name), each.metadata[ABOUT])
        for group in _GROUPS
        for each in fields(group)
    )
