"""The end in easy words: what the person said, the next meeting, whom to tell."""

from collections.abc import Iterator

from coachdesk.commitments.commitment import OutcomeKind
from coachdesk.commitments.document import EasyLine, EasySection
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.front import place_on_paper
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.rights import our_number
from coachdesk.commitments.source import Source
from coachdesk.commitments.wording import time_words, way_of_meeting
from coachdesk.i18n import long_date
from coachdesk.interviews.definition import Channel

_ACCEPTED = {OutcomeKind.AGREED, OutcomeKind.AGREED_BY_PHONE}


def what_was_said(source: Source, easy: Easy) -> EasySection:
    """What the person said to the plan; no lines before they were asked."""
    return easy.section(easy.gettext("What you said"), _said(source, easy) if source.outcome is not None else ())


def _said(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    if source.outcome in _ACCEPTED:
        yield from _accepted(source, easy)
    if source.outcome is OutcomeKind.TAKEN_AWAY:
        yield easy.line(Picture.DOCUMENT, gettext("You took this home to think."))
    if source.outcome is OutcomeKind.DOES_NOT_FIT_YET:
        yield easy.line(Picture.CROSS, gettext("You said that this does not fit yet."))
        yield easy.line(Picture.TALKING, gettext("Your work coach will look at it again with you."))
        yield easy.line(Picture.CHANGE, gettext("We will not fix a thing before that."))
    if source.outcome is OutcomeKind.COULD_NOT_DECIDE_TODAY:
        yield easy.line(Picture.QUESTION, gettext("You could not choose today. That is all right."))
        yield easy.line(Picture.TALKING, gettext("We will talk again."))
    if source.outcome is OutcomeKind.ENDED_WITHOUT:
        yield easy.line(Picture.CROSS, gettext("We ended today with no plan."))
        yield easy.line(Picture.TALKING, gettext("We will talk again."))
    if source.think_until is not None:
        day = long_date(source.think_until, source.language)
        yield easy.line(Picture.CALENDAR, gettext("You have time to think. Please tell us by {day}.").format(day=day))
        yield easy.line(Picture.CLOCK, gettext("Do you need more time? Ask us. We will find a new day with you."))
    if source.second_opinion:
        yield easy.line(Picture.PEOPLE, gettext("You asked for someone else to look at this plan."))
        yield easy.line(Picture.LETTER, gettext("We will tell you who, and when."))


def _accepted(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    day = long_date(source.met_on, source.language)
    by_phone = source.outcome is OutcomeKind.AGREED_BY_PHONE
    way = gettext("by phone") if by_phone else way_of_meeting(source.channel, gettext)
    yield easy.line(Picture.TICK, gettext("You said yes to this on {day}, {way}.").format(day=day, way=way))
    if not source.adopted:
        yield easy.line(Picture.PHONE, gettext("To make it count, say yes in your Universal Credit account too."))
        yield easy.line(Picture.TALKING, gettext("Or say yes when we read it to you by phone."))


def next_meeting(source: Source, easy: Easy) -> EasySection:
    """How and when the two meet next."""
    return easy.section(easy.gettext("When we meet next"), _meeting(source, easy))


def _meeting(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext, meeting = easy.gettext, source.next_meeting
    if meeting is None:
        yield easy.line(Picture.CALENDAR, gettext("We have no day for this yet. We will ask you."))
        return
    day = long_date(meeting.on, source.language)
    yield easy.line(Picture.CALENDAR, gettext("We will talk on {day}.").format(day=day))
    time = time_words(meeting.at, source.language)
    yield easy.line(Picture.CLOCK, gettext("The time is {time}.").format(time=time))
    picture = Picture.PHONE if meeting.channel in {Channel.PHONE, Channel.VIDEO} else Picture.TALKING
    way = way_of_meeting(meeting.channel, gettext)
    yield easy.line(picture, gettext("We will talk {way}.").format(way=way))
    if place := place_on_paper(source, meeting):
        yield easy.line(Picture.WORK, gettext("The place is {place}.").format(place=place))
    yield easy.line(Picture.PHONE, gettext("Can you not come? Tell us before then."))
    yield easy.line(Picture.CHANGE, gettext("We will find a new time, or a new way to meet."))


def whom_to_tell(source: Source, easy: Easy) -> EasySection:
    """Whom to tell if something changes."""
    gettext = easy.gettext
    tell = (
        gettext("Tell your work coach. Use the way that is safe for you.")
        if source.person.safe_address
        else gettext("Tell us in your account, by phone, or when we meet.")
    )
    return easy.section(
        gettext("If things change"),
        (
            easy.line(Picture.PHONE, tell),
            *(easy.line(Picture.PHONE, each.value) for each in our_number(source, gettext)),
            easy.line(Picture.TALKING, gettext("You can tell us in private.")),
            easy.line(Picture.TICK, gettext("You need no proof to tell us.")),
            easy.line(Picture.CHANGE, gettext("Tell us soon. Then we will look at this plan again.")),
        ),
    )
