"""What was recorded of a commitment, and where it stands, in words for screens."""

from coachdesk.commitments.acceptance import ENDINGS, LOOKERS, Entry
from coachdesk.commitments.life_cycle import Life
from coachdesk.commitments.outcomes import OUTCOMES, SECOND_OPINION
from coachdesk.i18n import _, short_date


def entry_words(entry: Entry) -> str:
    """One entry as a short sentence. Reasons, and who was asked, are not in it."""
    if entry.looked_by is not None and entry.outcome is not None:
        return _("Second opinion, by {who}: {what}.").format(
            who=_(LOOKERS[entry.looked_by]).lower(), what=_(OUTCOMES[entry.outcome]).lower()
        )
    if entry.outcome is not None:
        return f"{_(OUTCOMES[entry.outcome])}."
    if entry.ended is not None:
        return f"{_(ENDINGS[entry.ended])}."
    if entry.think_until is not None:
        return _("More time to think, until {day}.").format(day=short_date(entry.think_until))
    return (
        _("That somebody else should look at it was noted by mistake.") if entry.taken_back else f"{_(SECOND_OPINION)}."
    )


def life_words(life: Life) -> str:
    """Where an edition stands, in one short sentence."""
    if life.withdrawn_on is not None:
        return _("Withdrawn")
    if life.superseded_by:
        return _("Followed by edition {edition}").format(edition=life.superseded_by)
    if life.ended_on is not None:
        return _("Ended")
    if life.outcome is not None:
        return _(OUTCOMES[life.outcome])
    if life.accepted_edition:
        return _("Only the plan changed; the yes to edition {edition} holds").format(edition=life.accepted_edition)
    return _("Nothing recorded of what they said")
