"""The plan in easy words: goals and actions as they were said, and around them short sentences of ours."""

from collections.abc import Iterable, Iterator
from itertools import count

from coachdesk.commitments.bounds import duration_words
from coachdesk.commitments.document import EasyLine, EasySection, Quote, SectionKind
from coachdesk.commitments.easy_consequences import easy_consequences
from coachdesk.commitments.easy_lines import Easy
from coachdesk.commitments.pictures import Picture
from coachdesk.commitments.planned import (
    day_to_tell,
    goal_quotes,
    if_then_quotes,
    on_the_paper,
    owner_on_paper,
    reason_on_paper,
)
from coachdesk.commitments.rights import our_answer
from coachdesk.commitments.source import Source
from coachdesk.commitments.wording import owner_words, rhythm_words
from coachdesk.i18n import Language, long_date, plain_number
from coachdesk.plans.plan import Action, Implements
from coachdesk.privacy import on_paper

_FOR_A_REQUIREMENT = {
    Implements.SEARCH: Picture.WORK,
    Implements.PREPARATION: Picture.SCHOOL,
    Implements.AVAILABILITY: Picture.CLOCK,
    Implements.INTERVIEW: Picture.TALKING,
}


def goals(source: Source, easy: Easy) -> EasySection:
    """What the person wants, as they said it."""
    lines = (easy.said(Picture.GOAL, quote, leads=True) for quote in goal_quotes(source))
    return easy.section(easy.gettext("What I want"), lines)


def plan(source: Source, easy: Easy) -> tuple[EasySection, ...]:
    """From the hours to what might get in the way. Numbers of actions run on, as in every other format."""
    gettext, numbers, own = easy.gettext, count(1), source.plan
    return (
        easy.section(gettext("My hours and times"), _bounds(source, easy), SectionKind.HOURS),
        easy.section(gettext("What I am asked to do"), _asked(source, easy, numbers), SectionKind.ASKED),
        easy.section(gettext("If you cannot do what is asked"), easy_consequences(source, easy), SectionKind.ASKED),
        easy.section(gettext("What I choose to do"), _chosen(source, easy, numbers), SectionKind.CHOSEN),
        easy.section(
            gettext("What my work coach will do"),
            (*_actions(own.ours, source, easy, Picture.COACH, numbers), *_answer(source, easy)),
            SectionKind.OURS,
        ),
        easy.section(gettext("What others will do"), _actions(own.others, source, easy, Picture.PEOPLE, numbers)),
        easy.section(gettext("What might get in the way"), _in_the_way(source, easy), SectionKind.IN_THE_WAY),
    )


def _bounds(source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext, bounds = easy.gettext, source.bounds
    if source.not_looking:
        yield easy.line(Picture.WORK, gettext("You do not have to look for work now."))
        yield easy.line(Picture.TALKING, gettext("We will talk about it the next time."))
    if bounds.hours is not None:
        yield easy.line(Picture.CLOCK, gettext("My hours each week: {hours}").format(hours=plain_number(bounds.hours)))
    if bounds.search_hours is not None and bounds.search_hours != bounds.hours:
        hours = plain_number(bounds.search_hours)
        yield easy.line(Picture.WORK, gettext("Hours to look for work: {hours}").format(hours=hours))
    if bounds.start_up_to:
        soon = duration_words(bounds.start_up_to, gettext)
        yield easy.line(Picture.WORK, gettext("I can start a job {soon}.").format(soon=soon))
    if bounds.interview_up_to:
        soon = duration_words(bounds.interview_up_to, gettext)
        yield easy.line(Picture.TALKING, gettext("I can talk to an employer {soon}.").format(soon=soon))
    if bounds.travel_minutes is not None:
        words = gettext("I can travel for {minutes} minutes each way.").format(minutes=bounds.travel_minutes)
        yield easy.line(Picture.BUS, words)


def _asked(source: Source, easy: Easy, numbers: Iterator[int]) -> Iterator[EasyLine]:
    shown = [action for action, _text in on_the_paper(source.plan.asked)]
    if not shown:
        yield easy.line(Picture.CROSS, easy.gettext("We ask nothing of you on this paper."))
    yield from _actions(shown, source, easy, None, numbers, asked=True)


def _chosen(source: Source, easy: Easy, numbers: Iterator[int]) -> Iterator[EasyLine]:
    lines = tuple(_actions(source.plan.chosen, source, easy, Picture.TICK, numbers))
    if lines:
        yield easy.line(Picture.TICK, easy.gettext("This is my choice."))
        yield easy.line(Picture.MONEY, easy.gettext("If I do not do it, my money cannot be cut for that."))
    yield from lines


def _answer(source: Source, easy: Easy) -> Iterator[EasyLine]:
    for sentence in our_answer(source, easy.gettext):
        yield easy.line(Picture.LETTER, sentence.value)


def _in_the_way(source: Source, easy: Easy) -> Iterator[EasyLine]:
    for action, _text in on_the_paper(source.plan.open):
        words = on_paper(action.obstacle, action.privacy)
        if words is not None:
            yield easy.said(Picture.QUESTION, Quote(words, action.language), leads=True)
            owner = owner_words(action.obstacle_owner, easy.gettext)
            yield easy.line(Picture.PERSON, easy.gettext("Whose job is this? It is {owner}.").format(owner=owner))


def _actions(
    actions: Iterable[Action],
    source: Source,
    easy: Easy,
    picture: Picture | None,
    numbers: Iterator[int],
    *,
    asked: bool = False,
) -> Iterator[EasyLine]:
    for action, text in on_the_paper(actions):
        first = picture or _FOR_A_REQUIREMENT.get(action.implements or Implements.SEARCH, Picture.WORK)
        yield easy.said(first, text, leads=True, number=next(numbers))
        if (name := owner_on_paper(action)) is not None:
            yield easy.line(Picture.PERSON, easy.gettext("{name} will do this.").format(name=name.value))
        yield from _when(action, source.language, easy)
        if asked:
            yield from _account(action, source.language, easy)
        if (reason := reason_on_paper(action)) is not None:
            yield easy.said(Picture.TALKING, Quote(reason, source.language))
        if asked:
            yield from _if_cannot(action, source, easy)
        for quote in if_then_quotes(action):
            yield easy.said(Picture.CHANGE, quote)


def _when(action: Action, language: Language, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    if action.by is not None:
        day = long_date(action.by, language)
        yield easy.line(Picture.CALENDAR, gettext("The last day for this is {day}.").format(day=day))
    if action.every is not None:
        rhythm = rhythm_words(action.every, gettext)
        yield easy.line(Picture.CALENDAR, gettext("This happens {rhythm}.").format(rhythm=rhythm))
    if action.hours:
        hours = gettext("Hours a week for this: {hours}") if action.every else gettext("Hours for this: {hours}")
        yield easy.line(Picture.CLOCK, hours.format(hours=plain_number(action.hours)))


def _account(action: Action, language: Language, easy: Easy) -> Iterator[EasyLine]:
    gettext = easy.gettext
    if action.in_account_since is None:
        yield easy.line(Picture.DOCUMENT, gettext("This is not in your account yet."))
        return
    day = long_date(action.in_account_since, language)
    yield easy.line(
        Picture.DOCUMENT, gettext("This is in your account. It has been there since {day}.").format(day=day)
    )


def _if_cannot(action: Action, source: Source, easy: Easy) -> Iterator[EasyLine]:
    gettext, day = easy.gettext, day_to_tell(action, source)
    if day is None:
        yield easy.line(Picture.PHONE, gettext("Can you not do this? Tell us as soon as you know."))
    else:
        words = gettext("Can you not do this? Tell us before {day}.").format(day=long_date(day, source.language))
        yield easy.line(Picture.PHONE, words)
    yield easy.line(Picture.CHANGE, gettext("Say what is in the way. We can change it."))
