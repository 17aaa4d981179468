"""The front in easy words: the four things that everybody hears, what this paper is, and who made it."""

from collections.abc import Iterator

from coachdesk.commitments.document import EasyLine, EasySection, SectionKind
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.front import coach_on_paper, name_on_paper, number_line, present_words, site_on_paper
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.source import Source
from coachdesk.commitments.wording import way_of_meeting
from coachdesk.i18n import long_date


def about(source: Source, easy: Easy) -> EasySection:
    """What kind of paper this is, and whose."""
    lines = (*_copy(source, easy), *_who(source, easy))
    return easy.section(easy.gettext("About this paper"), lines, SectionKind.ABOUT)


def _copy(source: Source, easy: Easy) -> Iterator[EasyLine]:
    """Until the organisation has adopted the document (interviews.md 3)."""
    gettext = easy.gettext
    if source.adopted:
        return
    yield easy.line(Picture.DOCUMENT, gettext("This is a plan. It says what we talked about."))
    yield easy.line(Picture.TICK, gettext("This is a copy. You can keep it."))
    yield easy.line(Picture.PHONE, gettext("The one that counts is in your Universal Credit account."))
    yield easy.line(Picture.TALKING, gettext("Or it is the one that we read to you by phone."))
    yield easy.line(Picture.QUESTION, gettext("Are the two not the same? Please tell us."))


def _who(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    yield easy.line(Picture.PERSON, gettext("This plan is for {name}.").format(name=name_on_paper(source.person)))
    if coach := coach_on_paper(source):
        yield easy.line(Picture.COACH, gettext("Your work coach is {coach}.").format(coach=coach))
    if site := site_on_paper(source):
        yield easy.line(Picture.WORK, gettext("Your jobcentre is {site}.").format(site=site))
    day = long_date(source.met_on, source.language)
    yield easy.line(Picture.CALENDAR, gettext("We talked on {day}.").format(day=day))
    way = way_of_meeting(source.channel, gettext)
    yield easy.line(Picture.TALKING, gettext("We talked {way}.").format(way=way))
    if present := present_words(source, gettext):
        yield easy.line(Picture.PEOPLE, gettext("Also there: {who}.").format(who=present))
    number = number_line(source, gettext)
    yield easy.line(Picture.DOCUMENT, gettext("The number of this plan is {number}.").format(number=number))


def what_can_change(source: Source, easy: Easy) -> EasySection:
    """The four things that every person hears and reads on page one (interviews.md 10)."""
    gettext = easy.gettext
    later = (
        gettext("Tell your work coach. Use the way that is safe for you.")
        if source.person.safe_address
        else gettext("Tell us in your account, by phone, or when we meet.")
    )
    return easy.section(
        gettext("What can change"),
        (
            easy.line(Picture.CLOCK, gettext("Your hours and times can be changed.")),
            easy.line(Picture.BUS, gettext("How far you travel can be changed.")),
            easy.line(Picture.WORK, gettext("The kind of work can be changed.")),
            easy.line(Picture.TALKING, gettext("How we meet can be changed.")),
            easy.line(Picture.HEALTH, gettext("Your health counts.")),
            easy.line(Picture.PEOPLE, gettext("Children count. So do the people you look after.")),
            easy.line(Picture.HOME, gettext("Your home counts. It counts that you are safe.")),
            easy.line(Picture.HELP, gettext("It counts if you have lost someone.")),
            easy.line(Picture.COACH, gettext("Your work coach can ask for less, or for something else.")),
            easy.line(Picture.QUESTION, gettext("You can ask why.")),
            easy.line(Picture.CHANGE, gettext("All of this can be changed later.")),
            easy.line(Picture.PHONE, later),
        ),
    )
