"""Small words that several sections of the document share: labels, ways to meet, rhythms, owners, times."""

from datetime import time

from coachdesk.commitments.document import Labelled
from coachdesk.commitments.source import Gettext
from coachdesk.i18n import Language, clock_time
from coachdesk.interviews.definition import Channel
from coachdesk.plans.plan import ObstacleOwner, Rhythm
from coachdesk.privacy import ours


def labelled(label: str, words: str) -> Labelled:
    """A label of ours and words of ours."""
    return Labelled(ours(label), ours(words))


def way_of_meeting(channel: Channel, gettext: Gettext) -> str:
    """How two people meet, as it stands within a sentence."""
    return {
        Channel.FACE_TO_FACE: gettext("face to face"),
        Channel.PHONE: gettext("by phone"),
        Channel.VIDEO: gettext("by video call"),
        Channel.HOME_VISIT: gettext("at your home"),
    }[channel]


def rhythm_words(rhythm: Rhythm, gettext: Gettext) -> str:
    """How often something is done."""
    return {
        Rhythm.DAY: gettext("every day"),
        Rhythm.WEEK: gettext("every week"),
        Rhythm.FORTNIGHT: gettext("every two weeks"),
        Rhythm.MONTH: gettext("every month"),
    }[rhythm]


def owner_words(owner: ObstacleOwner | None, gettext: Gettext) -> str:
    """Whose job an obstacle is, as the person reads it; an obstacle that nobody took is nobody's yet."""
    return {
        ObstacleOwner.ME: gettext("mine"),
        ObstacleOwner.YOU: gettext("my work coach's"),
        ObstacleOwner.EMPLOYER: gettext("the employer's, not mine"),
        ObstacleOwner.PLACE: gettext("not mine: it is about the place where I live or travel"),
        ObstacleOwner.NOBODY_YET: gettext("nobody's yet"),
    }[owner or ObstacleOwner.NOBODY_YET]


def time_words(at: time, language: Language) -> str:
    """The time of day: 10:30am in English, 10:30 of twenty-four hours in Welsh."""
    return clock_time(at) if language is Language.ENGLISH else f"{at.hour}:{at.minute:02}"
