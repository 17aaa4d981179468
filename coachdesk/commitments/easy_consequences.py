"""What may follow where something asked is not done, in easy words and in the order of `consequences`."""

from collections.abc import Iterator

from coachdesk.commitments.consequences import Lasts, kinds_in_account, lasts
from coachdesk.commitments.document import EasyLine
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.planned import on_the_paper
from coachdesk.commitments.source import Gettext, Source
from coachdesk.plans.plan import Implements
from coachdesk.requirements.reductions import Reductions


def easy_consequences(source: Source, easy: Easy) -> Iterator[EasyLine]:
    """What is common to all kinds of requirement once; how long, once for each kind where they differ."""
    asked = tuple(action for action, _text in on_the_paper(source.plan.asked))
    kinds, gettext = kinds_in_account(asked), easy.gettext
    if not kinds:
        return
    for kind in kinds:
        yield easy.line(Picture.PHONE, _first(kind, gettext))
    yield easy.line(Picture.HEALTH, gettext("A good reason counts. You may be ill, or have to be somewhere else."))
    yield easy.line(Picture.HOME, gettext("It counts if something bad comes up at home."))
    yield easy.line(Picture.PERSON, gettext("A decision maker looks at your payment. Your work coach does not."))
    lengths = {kind: lasts(kind, asked, source.reductions) for kind in kinds}
    for kind, length in lengths.items():
        if len(set(lengths.values())) > 1:
            yield easy.line(Picture.DOCUMENT, _about(kind, gettext))
        yield from _may(length, source.reductions, easy)
        if kind is Implements.SEARCH and length is not Lasts.NOT_SAID:
            yield easy.line(Picture.WORK, gettext("It may be for longer if we told you to go for a job."))
        if len(set(lengths.values())) == 1:
            break
    if source.reductions.a_day is not None:
        words = gettext("It may be up to £{amount} less for each day.").format(amount=f"{source.reductions.a_day:.2f}")
        yield easy.line(Picture.MONEY, words)
    yield easy.line(Picture.LETTER, gettext("You can ask us to look at that again."))
    yield easy.line(Picture.HELP, gettext("Can you not pay for what you need? You can ask for a hardship payment."))


def _first(kind: Implements, gettext: Gettext) -> str:
    return {
        Implements.SEARCH: gettext("Can you not look for work as asked? Tell us first."),
        Implements.PREPARATION: gettext("Can you not get ready for work as asked? Tell us first."),
        Implements.AVAILABILITY: gettext("Can you not start work when asked? Tell us first."),
        Implements.INTERVIEW: gettext("Can you not come to a meeting? Tell us first."),
    }[kind]


def _about(kind: Implements, gettext: Gettext) -> str:
    return {
        Implements.SEARCH: gettext("This is about looking for work."),
        Implements.PREPARATION: gettext("This is about getting ready for work."),
        Implements.AVAILABILITY: gettext("This is about when you can start work."),
        Implements.INTERVIEW: gettext("This is about meetings."),
    }[kind]


def _may(length: Lasts, known: Reductions, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    sentences = {
        Lasts.NOT_SAID: (gettext("With no good reason, you may get less money for a time."),),
        Lasts.DAYS: (
            gettext("With no good reason, you may get less money for up to {days} days."),
            gettext("It may be up to {again} days if it has been so before."),
        ),
        Lasts.UNTIL_DONE: (
            gettext("With no good reason, you may get less money until you have done it."),
            gettext("And then for up to {more} days more."),
        ),
        Lasts.UNTIL_MET_AND_AFTER: (
            gettext("With no good reason, you may get less money until we have met."),
            gettext("And then for up to {more} days more."),
        ),
        Lasts.UNTIL_MET: (gettext("With no good reason, you may get less money until we have met."),),
    }[length]
    for sentence in sentences:
        words = sentence.format(days=known.days, again=known.days_again, more=known.days_more)
        yield easy.line(Picture.MONEY, words)
