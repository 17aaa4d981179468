"""Opening what is sealed or sensitive on purpose: a reason with one key, which is recorded."""

from coachdesk.i18n import _
from coachdesk.retention import HELD_BECAUSE, Hold
from ui.kit import ChoiceGroup, Option


def what_for(words: str) -> ChoiceGroup:
    """The reasons for which it is opened; the ids are those that the audit keeps."""
    reasons = (
        Option("asked", _("The person asked me to")),
        Option("safety", _("To keep somebody safe")),
        Option("correct", _("To put it right")),
    )
    return ChoiceGroup(words, reasons, hint=_("Opening it is recorded, with the reason you choose."))


def why_held(hold: Hold) -> str:
    """What a legal hold that was opened on purpose says: its reason and its owner, or that somebody else knows them."""
    if not hold.owner:
        return _("It came with a pack. Whoever handed this person over knows the reason.")
    return _("{reason}. It belongs to: {owner}").format(reason=_(HELD_BECAUSE[hold.because]), owner=hold.owner)
