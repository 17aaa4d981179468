"""The decision that an easement leaves to the coach, ready for the form."""

from datetime import timedelta

from coachdesk.i18n import _
from coachdesk.requirements.finding import Easement
from coachdesk.requirements.finding import said as framed
from coachdesk.requirements.labels import authority_word
from coachdesk.services import PersonFinding, Services
from ui.deciding.decision import Decision

WEEKS = 4
"""After so many weeks a decision is looked at again, where nothing that is recorded ends before."""


def decision_about(easement: Easement, found: PersonFinding, services: Services) -> Decision:
    """What is to be decided. Of a sealed matter neither its rule nor the day on which it ends: either would tell."""
    day, rule = found.finding.on + timedelta(weeks=WEEKS), found.rules.of(easement.rule)
    reasons = services.requirements.reasons(easement.id, found)
    if easement.sealed or rule is None:
        why = _("You can pause what is asked, whatever it is about. Do not ask for details, and do not wait for paper.")
        return Decision(easement_id=easement.id, words=easement.shown, why=why, reasons=reasons, review_on=day)
    until = easement.until
    return Decision(
        easement_id=easement.id,
        words=easement.shown,
        why=framed(rule.text),
        source=_("{source} ({authority})").format(source=easement.citation, authority=authority_word(rule)),
        reasons=reasons,
        review_on=until if until is not None and until > found.finding.on else day,
    )
