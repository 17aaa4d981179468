"""What people can ask for, and how they say yes where the organisation has adopted the document."""

from coachdesk.commitments.document import Section, Words
from coachdesk.commitments.source import Gettext, Local, Source
from coachdesk.commitments.wording import labelled
from coachdesk.privacy import ours


def local(source: Source) -> Local:
    """What the place may say of itself on this paper: a number or a name would tell where a safe address is."""
    return Local(answer_days=source.local.answer_days) if source.person.safe_address else source.local


def saying_yes(source: Source, gettext: Gettext) -> Section | None:
    """How the commitment is accepted; nothing on a copy, which says itself what it is a copy of."""
    if not source.adopted:
        return None
    said = (
        gettext("This is your commitment once you have said yes to it."),
        gettext("You can say yes in your Universal Credit account, by phone, or when you are with your work coach."),
        gettext("You can take it away and think first. If it does not fit, tell us, and we will look at it with you."),
    )
    return Section(heading=ours(gettext("Saying yes to this plan")), sentences=tuple(map(ours, said)))


def what_to_ask_for(source: Source, gettext: Gettext) -> Section:
    """A second look, somebody beside you, another form, a complaint, and help that is not ours."""
    near = local(source)
    complain = gettext("You can complain about anything that we did or did not do. Ask any of us how.")
    help_from = gettext("Citizens Advice and other advice centres help you free of charge. They are no part of us.")
    points = (
        (
            gettext("A second look"),
            gettext(
                "You can ask for somebody else to look at this plan, once for each edition. You can say yes now and ask "
                "as well."
            ),
        ),
        (
            gettext("Somebody with you"),
            gettext("You can bring somebody you trust when we meet. If you need an interpreter, tell us."),
        ),
        (
            gettext("Another form"),
            gettext(
                "You can have this in large print, easy read, audio, braille or British Sign Language, in English or "
                "Welsh. Tell us which."
            ),
        ),
        (gettext("A complaint"), _with(complain, gettext("Or turn to: {whom}."), near.complaints)),
        (gettext("Help from others"), _with(help_from, gettext("Near you: {whom}."), near.advice)),
    )
    return Section(
        heading=ours(gettext("What you can ask for")),
        points=tuple(labelled(label, words) for label, words in points),
    )


def our_number(source: Source, gettext: Gettext) -> tuple[Words, ...]:
    """The number of the place, where it may stand on this paper."""
    telephone = local(source).telephone
    return (ours(gettext("Our number is {telephone}.").format(telephone=telephone)),) if telephone else ()


def our_answer(source: Source, gettext: Gettext) -> tuple[Words, ...]:
    """What everybody is promised about an answer; nothing where the organisation promises nothing."""
    days = source.local.answer_days
    if not days:
        return ()
    if days == 1:
        return (ours(gettext("We answer what you write in your account by the next working day.")),)
    return (ours(gettext("We answer what you write in your account within {days} working days.").format(days=days)),)


def _with(sentence: str, further: str, whom: str) -> str:
    return f"{sentence} {further.format(whom=whom)}" if whom else sentence
