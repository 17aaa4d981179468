"""Opening a site profile: what it would set is shown first, then it is taken or left. It counts from the next opening on."""

from dataclasses import dataclass
from pathlib import Path

from coachdesk.policy import Policy, ProfileRule, settings
from coachdesk.policy.template import written
from coachdesk.policy_file import places
from coachdesk.profile_opening import OfferedProfile, drop, look_at, still_counts, take
from coachdesk.provision import Provision
from coachdesk.services.context import Context
from coachdesk.site_profile import SafetyPlan


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One setting of a profile: what it means, its value, and whether the organisation enforces another."""

    meaning: str
    value: str
    enforced: bool


@dataclass(frozen=True, slots=True)
class ProfileLook:
    """What a profile would set, before it is taken.

    Attributes:
        provision: what the site can refer people to.
        signed: whether the key of the organisation's policy signed it.
        offered: what `take` takes.
    """

    name: str
    lines: tuple[ProfileLine, ...]
    safety_plan: SafetyPlan | None
    provision: tuple[Provision, ...]
    signed: bool
    offered: OfferedProfile


class SiteProfiles:
    """The profile of this coach on this machine."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def allowed(self) -> bool:
        """Whether the organisation lets a coach open one."""
        return self._context.policy.profile_from_coach is not ProfileRule.NEVER

    def in_use(self) -> str:
        """The name of the one that this coach opened; empty where there is none that counts."""
        profile = still_counts(_folder(), self._context.policy)
        return profile.name if profile is not None else ""

    def look(self, path: Path) -> ProfileLook:
        """What a file would set; nothing is taken. Raises AppError as `look_at`."""
        policy = self._context.policy
        offered = look_at(path, policy)
        profile = offered.profile
        signed = offered.signature is not None and policy.profile_from_coach is ProfileRule.SIGNED
        return ProfileLook(
            name=profile.name,
            lines=_lines(offered, policy),
            safety_plan=profile.safety_plan,
            provision=profile.provision,
            signed=signed,
            offered=offered,
        )

    def take(self, look: ProfileLook) -> None:
        """Keep it: it counts from the next time that a vault is opened here. Raises AppError as `take`."""
        take(look.offered, _folder())
        with self._context.database.write() as writer:
            writer.audit("site.profile-taken")

    def leave(self) -> None:
        """Go back to what holds without it, from the next time that a vault is opened here."""
        drop(_folder())
        with self._context.database.write() as writer:
            writer.audit("site.profile-left")


def _lines(offered: OfferedProfile, policy: Policy) -> tuple[ProfileLine, ...]:
    given = offered.profile.settings
    return tuple(
        ProfileLine(each.about.doc, written(given[each.name]).strip('"'), each.name in policy.fixed)
        for each in settings()
        if each.name in given
    )


def _folder() -> Path:
    own = places().own
    assert own is not None  # those of this coach always have one
    return own
