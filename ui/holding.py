"""What a legal hold says to whoever opened it on purpose."""

from coachdesk.i18n import _
from coachdesk.retention import HELD_BECAUSE, Hold


def why_held(hold: Hold) -> str:
    """What a legal hold that was opened on purpose says: its reason and its owner, or that somebody else knows them."""
    if not hold.owner:
        return _("It came with a pack. Whoever handed this person over knows the reason.")
    return _("{reason}. It belongs to: {owner}").format(reason=_(HELD_BECAUSE[hold.because]), owner=hold.owner)
