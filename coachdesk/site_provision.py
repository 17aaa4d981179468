"""What the site itself can refer people to: of its site profile."""

from coachdesk.policy import Policy
from coachdesk.policy_file import PolicyPlaces, profiles
from coachdesk.provision import Provision


def site_provision_here(where: PolicyPlaces, policy: Policy) -> tuple[Provision, ...]:
    """The rows of the profile that the coach opened, or of the one that an administrator laid; none where neither has any."""
    return next((each.provision for each in profiles(where, policy) if each.provision), ())
