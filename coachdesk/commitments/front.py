"""What stands before and after the plan itself: what can be changed, the next meeting, whom to tell."""

from coachdesk.commitments.acceptance import ROLES
from coachdesk.commitments.document import Section, SectionKind, Words
from coachdesk.commitments.outcomes import outcome_sentences
from coachdesk.commitments.rights import our_number
from coachdesk.commitments.source import Gettext, Source
from coachdesk.commitments.wording import labelled, time_words, way_of_meeting
from coachdesk.diary.appointment import Appointment
from coachdesk.i18n import long_date
from coachdesk.interviews.definition import Channel
from coachdesk.people.person import Person
from coachdesk.privacy import ours


def copy_sentences(source: Source, gettext: Gettext) -> tuple[Words, ...]:
    """What kind of paper this is, until the organisation has adopted it (interviews.md 3)."""
    if source.adopted:
        return ()
    return (
        ours(gettext("My work plan: a copy of what we talked about.")),
        ours(
            gettext(
                "This is a copy to keep. Your commitment is the one in your Universal Credit account, or the one read "
                "to you by phone. If the two differ, tell us; the account is the one that counts."
            )
        ),
    )


def about_this_paper(source: Source, gettext: Gettext) -> Section:
    """Who and when. A safe address keeps the site and the coach's surname off paper (interviews.md 4).

    It comes after what everybody reads on page one, because nobody knows how long a name is.
    """
    lines = (
        (gettext("Name"), name_on_paper(source.person)),
        (gettext("Work coach"), coach_on_paper(source)),
        (gettext("Jobcentre"), site_on_paper(source)),
        (gettext("We met on"), long_date(source.met_on, source.language)),
        (gettext("How we met"), way_of_meeting(source.channel, gettext)),
        (gettext("Also there"), present_words(source, gettext)),
        (gettext("Number"), number_line(source, gettext)),
    )
    points = tuple(labelled(label, words) for label, words in lines if words)
    return Section(heading=ours(gettext("About this paper")), points=points, kind=SectionKind.ABOUT)


def name_on_paper(person: Person) -> str:
    """The whole name, in letters that can be printed where that was asked for."""
    return person.paper_name.strip() or f"{person.name} {person.family_name}".strip()


def coach_on_paper(source: Source) -> str:
    """The coach's name; the first part of it where a safe address is set."""
    return (source.coach_name.split() or [""])[0] if source.person.safe_address else source.coach_name


def site_on_paper(source: Source) -> str:
    """The name of the jobcentre; empty where a safe address is set."""
    return "" if source.person.safe_address else source.site


def place_on_paper(source: Source, meeting: Appointment) -> str:
    """Where a meeting face to face is; empty for every other meeting, and where a safe address is set."""
    goes_somewhere = meeting.channel is Channel.FACE_TO_FACE and not source.person.safe_address
    return (meeting.place or source.site) if goes_somewhere else ""


def present_words(source: Source, gettext: Gettext) -> str:
    """Who else was there, by role and language and never by name; empty where nobody was."""
    return ", ".join(
        f"{gettext(ROLES[each.role])} ({each.language})" if each.language else gettext(ROLES[each.role])
        for each in source.present
    )


def number_line(source: Source, gettext: Gettext) -> str:
    """Number and edition, as they stand on every page."""
    return gettext("{number}, edition {edition}").format(number=source.number, edition=source.edition)


def what_can_be_changed(source: Source, gettext: Gettext) -> Section:
    """The four things that every person hears and reads on page one (interviews.md 10)."""
    later = gettext("All of this can be changed later. Tell us in your account, by phone, or when we meet.")
    if source.person.safe_address:
        later = f"{gettext('All of this can be changed later.')} {_tell_safely(gettext)}"
    return Section(
        heading=ours(gettext("What can be changed")),
        points=(
            labelled(gettext("Can be changed"), gettext("Hours, travel, the kind of work, times, and how we meet.")),
            labelled(
                gettext("What counts"),
                gettext(
                    "Your health, the people you care for, children, your home, a loss, and being safe. If something "
                    "in your life makes this hard, it counts. You can tell us in private."
                ),
            ),
            labelled(
                gettext("Your work coach can choose"),
                gettext("Your work coach can ask for less, or for something else. You can ask for the reasons."),
            ),
            labelled(gettext("Later"), later),
        ),
    )


def what_was_said(source: Source, gettext: Gettext) -> Section | None:
    """What the person said to the plan; nothing before they were asked."""
    sentences = outcome_sentences(source, gettext)
    if not sentences:
        return None
    return Section(heading=ours(gettext("What you said to this plan")), sentences=sentences)


def next_meeting(source: Source, gettext: Gettext) -> Section:
    """How and when the two meet next. The reason for the interval stays off paper: it may hold anything."""
    heading = ours(gettext("How and when we meet next"))
    meeting = source.next_meeting
    if meeting is None:
        later = ours(gettext("We have not agreed a day yet. We will ask you."))
        return Section(heading=heading, sentences=(later,), kind=SectionKind.MEETING)
    points = (
        (gettext("When"), long_date(meeting.on, source.language)),
        (gettext("Time"), time_words(meeting.at, source.language)),
        (gettext("How"), way_of_meeting(meeting.channel, gettext)),
        (gettext("Where"), place_on_paper(source, meeting)),
    )
    return Section(
        heading=heading,
        points=tuple(labelled(label, words) for label, words in points if words),
        closing=(
            ours(
                gettext("If you cannot come, tell us before then. We will find another time, or another way to meet.")
            ),
        ),
        kind=SectionKind.MEETING,
    )


def whom_to_tell(source: Source, gettext: Gettext) -> Section:
    """Whom to tell if something changes."""
    if source.person.safe_address:
        tell = _tell_safely(gettext)
    else:
        tell = gettext("Tell your work coach in your Universal Credit account, by phone, or when we meet.")
    return Section(
        heading=ours(gettext("Who to tell if something changes")),
        sentences=(
            ours(tell),
            *our_number(source, gettext),
            ours(gettext("You need no proof to tell us. Tell us early, and we will look at this plan again.")),
        ),
    )


def _tell_safely(gettext: Gettext) -> str:
    """Not in an account or on a telephone that somebody else may look into."""
    return gettext("Tell your work coach, in the way that is safe for you.")
