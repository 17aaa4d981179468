"""What people can ask for, and how they say yes, in easy words."""

from collections.abc import Iterator

from coachdesk.commitments.document import EasyLine, EasySection
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.rights import local
from coachdesk.commitments.source import Source


def saying_yes(source: Source, easy: Easy) -> EasySection:
    """How the commitment is accepted; no lines on a copy."""
    gettext = easy.gettext
    lines = (
        easy.line(Picture.TICK, gettext("Say yes to this plan. Then it counts.")),
        easy.line(Picture.PHONE, gettext("You can say yes in your account or by phone.")),
        easy.line(Picture.TALKING, gettext("Or you can say yes when we meet.")),
        easy.line(Picture.HOME, gettext("You can take it home and think first.")),
        easy.line(Picture.CHANGE, gettext("Does it not fit? Tell us. We will look at it with you.")),
    )
    return easy.section(gettext("How to say yes"), lines if source.adopted else ())


def what_to_ask_for(source: Source, easy: Easy) -> EasySection:
    """The same as the section of the other formats, an idea a line."""
    return easy.section(easy.gettext("What you can ask for"), _lines(source, easy))


def _lines(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext, near = easy.gettext, local(source)
    yield easy.line(Picture.PEOPLE, gettext("You can ask for someone else to look at this plan."))
    yield easy.line(Picture.TICK, gettext("You can say yes now and ask as well."))
    yield easy.line(Picture.PEOPLE, gettext("You can bring someone you trust when we meet."))
    yield easy.line(Picture.TALKING, gettext("Do you need someone to say it in your language? Tell us."))
    yield easy.line(Picture.DOCUMENT, gettext("You can have this in big print or as sound."))
    yield easy.line(Picture.TALKING, gettext("You can have it in sign language or in braille, and in Welsh."))
    yield easy.line(Picture.CROSS, gettext("Are you not happy with us? You can complain. Ask us how."))
    if near.complaints:
        yield easy.line(Picture.PHONE, gettext("Or tell: {whom}").format(whom=near.complaints))
    yield easy.line(Picture.HELP, gettext("Citizens Advice can help you. It costs no money."))
    yield easy.line(Picture.PERSON, gettext("They do not work for us."))
    if near.advice:
        yield easy.line(Picture.PHONE, gettext("Help near you: {whom}").format(whom=near.advice))
