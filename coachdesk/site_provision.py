"""What the site itself can refer people to: of its site profile."""

from contextlib import suppress

from coachdesk.errors import AppError
from coachdesk.policy import Policy
from coachdesk.policy_file import PolicyPlaces, machine_profile, own_profile
from coachdesk.provision import Provision


def site_provision_here(where: PolicyPlaces, policy: Policy) -> tuple[Provision, ...]:
    """The rows of the profile that the coach opened, or of the one that an administrator laid; none where neither has any."""
    own, laid = own_profile(where, policy), None
    with suppress(AppError):  # the program has refused to open with it, and said so
        laid = machine_profile(where)
    rows = (each.provision for each in (own, laid) if each is not None)
    return next((each for each in rows if each), ())
