"""Screen words of a plan's choices, in the safer words of interviews.md 3: message ids, the screen translates them."""

from collections.abc import Mapping
from types import MappingProxyType

from coachdesk.i18n import N_
from coachdesk.plans.plan import Delay, Falls, Happened, Implements, ObstacleOwner, Party, Rhythm, Standing
from coachdesk.privacy import Privacy

PARTIES: Mapping[Party, str] = MappingProxyType(
    {Party.CLAIMANT: N_("The person"), Party.COACH: N_("You, the coach"), Party.OTHER: N_("Somebody else")}
)
STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.REQUIRED: N_("To be recorded as a requirement"),
        Standing.VOLUNTARY: N_("Chosen freely"),
    }
)
IMPLEMENTS: Mapping[Implements, str] = MappingProxyType(
    {
        Implements.SEARCH: N_("Looking for work"),
        Implements.PREPARATION: N_("Getting ready for work"),
        Implements.AVAILABILITY: N_("Being ready to start or to go to an interview"),
        Implements.INTERVIEW: N_("Taking part in meetings"),
    }
)
RHYTHMS: Mapping[Rhythm, str] = MappingProxyType(
    {
        Rhythm.DAY: N_("Every day"),
        Rhythm.WEEK: N_("Every week"),
        Rhythm.FORTNIGHT: N_("Every two weeks"),
        Rhythm.MONTH: N_("Every month"),
    }
)
FALLS: Mapping[Falls, str] = MappingProxyType(
    {
        Falls.EVENINGS: N_("In the evening"),
        Falls.NIGHTS: N_("At night"),
        Falls.WEEKENDS: N_("At the weekend"),
        Falls.SCHOOL_HOLIDAYS: N_("In the school holidays"),
    }
)
OBSTACLE_OWNERS: Mapping[ObstacleOwner, str] = MappingProxyType(
    {
        ObstacleOwner.ME: N_("The person's job"),
        ObstacleOwner.YOU: N_("Your job, the coach's"),
        ObstacleOwner.EMPLOYER: N_("The employer's job"),
        ObstacleOwner.PLACE: N_("The place: transport, services, jobs nearby"),
        ObstacleOwner.NOBODY_YET: N_("Nobody's job yet"),
    }
)
HAPPENED: Mapping[Happened, str] = MappingProxyType(
    {
        Happened.DONE: N_("Done"),
        Happened.PARTLY: N_("Partly"),
        Happened.NOT_YET: N_("Not yet"),
        Happened.NO_LONGER_RIGHT: N_("No longer right"),
    }
)
DELAYS: Mapping[Delay, str] = MappingProxyType(
    {
        Delay.NO_TIME: N_("I ran out of time"),
        Delay.WAITING: N_("I am waiting for somebody else"),
        Delay.FORGOTTEN: N_("I forgot"),
        Delay.AWAY: N_("I was away"),
        Delay.NOT_POSSIBLE: N_("It could not be done that way"),
    }
)
"""Why a promise of ours is not kept yet, as the coach says it."""

PRIVACIES: Mapping[Privacy, str] = MappingProxyType(
    {
        Privacy.PAPER: N_("On paper"),
        Privacy.ACCOUNT: N_("In the account, not on paper"),
        Privacy.BETWEEN_US: N_("Between us"),
    }
)
