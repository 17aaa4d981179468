"""What the person said to a commitment: the words of screens, and the sentences of paper (interviews.md 3)."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.commitments.commitment import OutcomeKind
from coachdesk.commitments.source import Gettext, Source
from coachdesk.commitments.wording import way_of_meeting
from coachdesk.i18n import N_, long_date
from coachdesk.privacy import Printable, ours

OUTCOMES: Mapping[OutcomeKind, str] = MappingProxyType(
    {
        OutcomeKind.AGREED: N_("Said yes"),
        OutcomeKind.AGREED_BY_PHONE: N_("Said yes by phone"),
        OutcomeKind.TAKEN_AWAY: N_("Has taken it away to think"),
        OutcomeKind.DOES_NOT_FIT_YET: N_("Said that this does not fit yet"),
        OutcomeKind.COULD_NOT_DECIDE_TODAY: N_("Could not decide today"),
        OutcomeKind.ENDED_WITHOUT: N_("Ended without a plan"),
    }
)
"""Message ids for screens."""

SECOND_OPINION = N_("Asks for somebody else to look at it")
"""Message id: may stand with any outcome."""


def outcome_sentences(source: Source, gettext: Gettext) -> tuple[Printable[str], ...]:
    """What the person said, in whole sentences for paper; nothing before they were asked."""
    if source.outcome is None:
        return ()
    said = [_said(source, source.outcome, gettext)]
    if source.outcome in {OutcomeKind.AGREED, OutcomeKind.AGREED_BY_PHONE} and not source.adopted:
        said.append(
            gettext(
                "To accept it formally, say yes to the commitment in your Universal Credit account, or to the one that "
                "is read to you by phone."
            )
        )
    if source.think_until is not None:
        said.append(
            gettext(
                "Time to think: please answer by {day}. If you need longer, ask before then and we will agree a date."
            ).format(day=long_date(source.think_until, source.language))
        )
    if source.second_opinion:
        said.append(gettext("You asked for somebody else to look at this plan. We will tell you who, and when."))
    return tuple(ours(sentence) for sentence in said)


def _said(source: Source, outcome: OutcomeKind, gettext: Gettext) -> str:
    if outcome in {OutcomeKind.AGREED, OutcomeKind.AGREED_BY_PHONE}:
        by_phone = gettext("by phone")
        way = by_phone if outcome is OutcomeKind.AGREED_BY_PHONE else way_of_meeting(source.channel, gettext)
        return gettext("You said yes to this on {day}, {way}.").format(
            day=long_date(source.met_on, source.language), way=way
        )
    if outcome is OutcomeKind.TAKEN_AWAY:
        return gettext("You took this away to think about it.")
    if outcome is OutcomeKind.DOES_NOT_FIT_YET:
        return gettext(
            "You told us this does not fit yet. Your work coach will look at it again with you before anything is "
            "settled."
        )
    if outcome is OutcomeKind.COULD_NOT_DECIDE_TODAY:
        return gettext("You could not decide today. That is all right. We will talk again.")
    return gettext("We ended today without a plan. We will talk again.")
