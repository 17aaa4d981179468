"""The settings as they hold, and the list of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any

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


class SetBy(StrEnum):
    """Where a setting comes from, the strongest first."""

    ENFORCED = "enforced"
    PROFILE = "profile"
    DEFAULT = "default"
    PROGRAM = "program"


@dataclass(frozen=True)
class Policy(Sources, Leaving, Keeping, Backups, Vaults, Locks, Diary, Paper, Site):
    """The settings as they hold.

    Attributes:
        fixed: names of the settings that the organisation's file fixes; the screens show those as not the coach's.
        defaults: names of those that its file gives a default.
        profile: names of those that come from a site profile.
    """

    fixed: frozenset[str] = frozenset()
    defaults: frozenset[str] = frozenset()
    profile: frozenset[str] = frozenset()

    def origin(self, name: str) -> SetBy:
        """Where the value of a setting comes from."""
        if name in self.fixed:
            return SetBy.ENFORCED
        if name in self.profile:
            return SetBy.PROFILE
        return SetBy.DEFAULT if name in self.defaults else SetBy.PROGRAM

    def is_set(self, name: str) -> bool:
        """Whether anybody set it; what nobody set is the program's own."""
        return self.origin(name) is not SetBy.PROGRAM


def with_values(policy: Policy, values: Mapping[str, Value]) -> Policy:
    """The policy with other values, each of the type of its field."""
    changes: dict[str, Any] = dict(values)
    return replace(policy, **changes)


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
