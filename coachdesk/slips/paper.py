"""What a slip says: when, how and where, what will be there, how to get there, and how to change it.

It says what helps somebody to come, and nothing about what follows if they do not.
"""

from coachdesk.commitments.document import CommitmentDocument, Labelled, Section, SectionKind
from coachdesk.commitments.source import Gettext
from coachdesk.commitments.wording import time_words, way_of_meeting
from coachdesk.i18n import long_date, translation
from coachdesk.interviews.definition import Channel
from coachdesk.privacy import ours
from coachdesk.slips.slip import Change, ChangedBy, Meeting, SlipSource

_GOES_THERE = frozenset({Channel.FACE_TO_FACE})


def reminder(source: SlipSource, meeting: Meeting) -> CommitmentDocument:
    """A reminder of an appointment that is still to come."""
    gettext = translation(source.language).gettext
    greeting = gettext("{name}, this is when and how we meet next.").format(name=source.name)
    return paper_of(source, gettext("My appointment"), (greeting,), _about(source, meeting, gettext))


def receipt(source: SlipSource, change: Change) -> CommitmentDocument:
    """A receipt for a change: what it was, what it is now, who wanted it and on which day."""
    gettext = translation(source.language).gettext
    if change.now is None:
        rest = (_cancelled(gettext), _to_ask(source, gettext))
    else:
        rest = (_when(source, change.now, gettext), _to_ask(source, gettext))
    keep = gettext("Keep this. It shows that the appointment was changed, and when.")
    said = (_who_changed(change, source, gettext), keep)
    changed = _section(
        gettext("What was changed"),
        (
            (gettext("Before"), _in_one_line(change.before, source, gettext)),
            (
                gettext("Now"),
                gettext("There is no appointment") if change.now is None else _in_one_line(change.now, source, gettext),
            ),
            (gettext("Changed on"), long_date(change.changed_on, source.language)),
        ),
    )
    return paper_of(source, gettext("A change to my appointment"), said, (changed, *rest))


def paper_of(
    source: SlipSource, title: str, sentences: tuple[str, ...], sections: tuple[Section, ...]
) -> CommitmentDocument:
    """A paper that is no commitment: its title, sentences and sections, with the day on which it was made."""
    gettext = translation(source.language).gettext
    made = gettext("Made on {day}").format(day=long_date(source.made_on, source.language))
    return CommitmentDocument(
        language=source.language,
        title=ours(title),
        number="",
        edition=1,
        issued_on=source.made_on,
        copy_sentences=tuple(ours(each) for each in sentences),
        sections=sections,
        footer=ours(made),
        page_label=ours(gettext("Page {page} of {pages}")),
        with_square=False,
    )


def _who_changed(change: Change, source: SlipSource, gettext: Gettext) -> str:
    words = {
        ChangedBy.THEM: gettext("{name}, you asked us to change our appointment, and we did."),
        ChangedBy.US: gettext("{name}, we changed our appointment with you. We are sorry if that makes things hard."),
        ChangedBy.NOBODY: gettext("{name}, our appointment was changed."),
    }[change.by]
    return words.format(name=source.name)


def _about(source: SlipSource, meeting: Meeting, gettext: Gettext) -> tuple[Section, ...]:
    made = (
        _when(source, meeting, gettext),
        _getting_there(meeting, gettext),
        _to_ask(source, gettext),
    )
    return tuple(section for section in made if section is not None)


def _when(source: SlipSource, meeting: Meeting, gettext: Gettext) -> Section:
    coach = (source.coach_name.split() or [""])[0] if source.safe_address else source.coach_name
    return _section(
        gettext("When and how we meet"),
        (
            (gettext("When"), long_date(meeting.on, source.language)),
            (gettext("Time"), time_words(meeting.at, source.language)),
            (gettext("How long"), gettext("about {minutes} minutes").format(minutes=meeting.minutes)),
            (gettext("How"), way_of_meeting(meeting.channel, gettext)),
            (gettext("Where"), _where(source, meeting, gettext)),
            (gettext("With"), coach),
            (gettext("Ready for you"), " ".join(gettext(each) for each in meeting.needs)),
        ),
        closing=_coming(meeting, gettext),
    )


def _where(source: SlipSource, meeting: Meeting, gettext: Gettext) -> str:
    """The place; where a safe address is set, only that it was agreed (interviews.md 4)."""
    if meeting.channel not in _GOES_THERE:
        return ""
    return gettext("where we agreed") if source.safe_address else meeting.place or source.site


def _coming(meeting: Meeting, gettext: Gettext) -> tuple[str, ...]:
    return {
        Channel.FACE_TO_FACE: (gettext("You can bring somebody with you."),),
        Channel.PHONE: (gettext("We ring you. Somebody can be with you and listen, if you want that."),),
        Channel.VIDEO: (gettext("We send you the link. Somebody can be with you, if you want that."),),
        Channel.HOME_VISIT: (gettext("We come to you. Somebody can be with you, if you want that."),),
    }[meeting.channel]


def _getting_there(meeting: Meeting, gettext: Gettext) -> Section | None:
    if meeting.channel not in _GOES_THERE:
        return None
    sentences = (
        gettext("We may be able to pay what the journey costs you. Keep your ticket, and ask us before you come."),
        gettext("If you cannot travel that day, we can talk by phone or by video instead."),
    )
    return Section(heading=ours(gettext("Getting there")), sentences=tuple(ours(each) for each in sentences))


def _to_ask(source: SlipSource, gettext: Gettext) -> Section:
    """How to change it, in the way that is safe for them."""
    if source.safe_address:
        how = gettext("Tell your work coach, in the way that is safe for you.")
    elif source.telephone:
        how = gettext(
            "Tell your work coach in your Universal Credit account, by phone on {telephone}, or when we meet."
        ).format(telephone=source.telephone)
    else:
        how = gettext("Tell your work coach in your Universal Credit account, by phone, or when we meet.")
    sentences = (
        how,
        gettext("You need no proof to ask. We will find another time, or another way to meet."),
        gettext("Tell us too if you need anything, such as a quiet room or an interpreter."),
        gettext("If something stops you on the day, tell us as soon as you can, and tell us what it was."),
    )
    return Section(
        heading=ours(gettext("If it does not suit you")),
        sentences=tuple(ours(each) for each in sentences),
        kind=SectionKind.MEETING,
    )


def _cancelled(gettext: Gettext) -> Section:
    sentences = (
        gettext("You do not have to come, and you do not have to do anything."),
        gettext("We will agree another day with you."),
    )
    return Section(heading=ours(gettext("What comes next")), sentences=tuple(ours(each) for each in sentences))


def _in_one_line(meeting: Meeting, source: SlipSource, gettext: Gettext) -> str:
    """With the place, as that may be all that was changed; with a safe address it stays unsaid."""
    line = gettext("{day}, {time}, {way}").format(
        day=long_date(meeting.on, source.language),
        time=time_words(meeting.at, source.language),
        way=way_of_meeting(meeting.channel, gettext),
    )
    place = "" if source.safe_address else _where(source, meeting, gettext)
    return f"{line}, {place}" if place else line


def _section(heading: str, lines: tuple[tuple[str, str], ...], *, closing: tuple[str, ...] = ()) -> Section:
    points = tuple(Labelled(ours(label), ours(words)) for label, words in lines if words)
    return Section(
        heading=ours(heading), points=points, closing=tuple(ours(each) for each in closing), kind=SectionKind.PLAIN
    )
