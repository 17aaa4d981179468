"""What a person can be referred to: dated rows with their source, whether they are open, and finding them. Pure."""

from coachdesk.provision.finding import by_name
from coachdesk.provision.listing import Listed, listed
from coachdesk.provision.loader import PROVISION_FILE, load_provision, rows_of
from coachdesk.provision.provision import Provision, ProvisionFile, State, Status, Terms, followed, only_by_choice
from coachdesk.provision.standing import CHECK_AGAIN, is_open, state_on

__all__ = [
    "CHECK_AGAIN",
    "PROVISION_FILE",
    "Listed",
    "Provision",
    "ProvisionFile",
    "State",
    "Status",
    "Terms",
    "by_name",
    "followed",
    "is_open",
    "listed",
    "load_provision",
    "only_by_choice",
    "rows_of",
    "state_on",
]
