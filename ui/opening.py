"""Opening what is sealed or sensitive on purpose: a reason with one key, which is recorded."""

from coachdesk.i18n import _
from ui.kit import ChoiceGroup, Option


def what_for(words: str) -> ChoiceGroup:
    """The reasons for which it is opened; the ids are those that the audit keeps."""
    reasons = (
        Option("asked", _("The person asked me to")),
        Option("safety", _("To keep somebody safe")),
        Option("correct", _("To put it right")),
    )
    return ChoiceGroup(words, reasons, hint=_("Opening it is recorded, with the reason you choose."))
