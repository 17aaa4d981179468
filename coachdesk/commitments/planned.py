"""The plan on paper: goals, what is asked, what is chosen, what we promised, what might get in the way.

Every word of a person passes `on_paper`; an if-then plan and an obstacle never outlive the privacy of their action.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from coachdesk.commitments.consequences import consequences
from coachdesk.commitments.document import Labelled, PlannedAction, Quote, Section, SectionKind
from coachdesk.commitments.envelope import if_then_sentence
from coachdesk.commitments.rights import our_answer
from coachdesk.commitments.source import Gettext, Source
from coachdesk.commitments.wording import labelled, owner_words, rhythm_words
from coachdesk.i18n import Language, long_date, plain_number, short_date
from coachdesk.plans.plan import Action, Party
from coachdesk.privacy import Printable, on_paper, ours


def goals(source: Source, gettext: Gettext) -> Section | None:
    """My goals in my words. Importance, confidence and the words behind them stay off paper."""
    quotes = goal_quotes(source)
    return Section(heading=ours(gettext("My goals, in my words")), quotes=quotes) if quotes else None


def goal_quotes(source: Source) -> tuple[Quote, ...]:
    """The person's goals as far as they are for paper."""
    return tuple(
        Quote(words, goal.language)
        for goal in source.plan.wanted
        if goal.words_of is Party.CLAIMANT and (words := on_paper(goal.text, goal.privacy)) is not None
    )


def asked(source: Source, gettext: Gettext) -> Section:
    """What I am asked to do: with the reason, what to do if it cannot be done, and whether the account has it."""
    shown = tuple(on_the_paper(source.plan.asked))
    heading = ours(gettext("What I am asked to do"))
    if not shown:
        nothing = ours(gettext("Nothing is asked of you on this paper."))
        return Section(heading=heading, sentences=(nothing,), kind=SectionKind.ASKED)
    return Section(
        heading=heading,
        actions=tuple(
            PlannedAction(
                text=text,
                details=(*_when(action, source.language, gettext), _account(action, source.language, gettext)),
                reason=reason_on_paper(action),
                if_cannot=_if_cannot(action, source, gettext),
                if_thens=if_then_quotes(action),
            )
            for action, text in shown
        ),
        closing=consequences((action for action, _text in shown), source, gettext),
        kind=SectionKind.ASKED,
    )


def chosen(source: Source, gettext: Gettext) -> Section | None:
    """What I choose to do: never with a consequence."""
    safe = ours(gettext("This is my choice. Not doing it cannot reduce my payment."))
    return _list(source.plan.chosen, source, gettext, (gettext("What I choose to do"), SectionKind.CHOSEN), safe)


def promised(source: Source, gettext: Gettext) -> Section | None:
    """What the coach will do, and how soon the organisation answers where it promises that."""
    head = gettext("What my work coach will do"), SectionKind.OURS
    section, answer = _list(source.plan.ours, source, gettext, head), our_answer(source, gettext)
    if section is None:
        return Section(heading=ours(head[0]), closing=answer, kind=head[1]) if answer else None
    return replace(section, closing=answer)


def by_others(source: Source, gettext: Gettext) -> Section | None:
    """What somebody else said they would do."""
    return _list(source.plan.others, source, gettext, (gettext("What others will do"), SectionKind.PLAIN))


def in_the_way(source: Source, gettext: Gettext) -> Section | None:
    """Each obstacle with whose job it is."""
    obstacles = tuple(
        PlannedAction(
            text=Quote(words, action.language),
            details=(labelled(gettext("Whose job this is"), owner_words(action.obstacle_owner, gettext)),),
        )
        for action, _text in on_the_paper(source.plan.open)
        if (words := on_paper(action.obstacle, action.privacy)) is not None
    )
    heading = ours(gettext("What might get in the way"))
    return Section(heading, actions=obstacles, kind=SectionKind.IN_THE_WAY) if obstacles else None


def _list(
    actions: Iterable[Action], source: Source, gettext: Gettext, head: tuple[str, SectionKind], *first: Printable[str]
) -> Section | None:
    planned = tuple(
        PlannedAction(
            text=text,
            details=(*_who(action, gettext), *_when(action, source.language, gettext)),
            reason=reason_on_paper(action),
            if_thens=if_then_quotes(action),
        )
        for action, text in on_the_paper(actions)
    )
    return Section(heading=ours(head[0]), sentences=first, actions=planned, kind=head[1]) if planned else None


def on_the_paper(actions: Iterable[Action]) -> Iterator[tuple[Action, Quote]]:
    """The actions that are for paper, in their order, with their words."""
    for action in sorted(actions, key=lambda each: each.position):
        words = on_paper(action.text, action.privacy)
        if words is not None:
            yield action, Quote(words, action.language)


def owner_on_paper(action: Action) -> Printable[str] | None:
    """Who does it, where that is somebody else than the two of them."""
    return on_paper(action.owner_name, action.privacy) if action.owner is Party.OTHER else None


def _who(action: Action, gettext: Gettext) -> Iterator[Labelled]:
    name = owner_on_paper(action)
    if name is not None:
        yield Labelled(ours(gettext("Who")), name)


def _when(action: Action, language: Language, gettext: Gettext) -> Iterator[Labelled]:
    if action.by is not None:
        yield labelled(gettext("By"), long_date(action.by, language))
    if action.every is not None:
        yield labelled(gettext("How often"), rhythm_words(action.every, gettext))
    if action.hours:
        label = gettext("Hours a week") if action.every is not None else gettext("Hours in all")
        yield labelled(label, plain_number(action.hours))


def _account(action: Action, language: Language, gettext: Gettext) -> Labelled:
    label = gettext("In your account")
    if action.in_account_since is None:
        return labelled(label, gettext("not yet"))
    return labelled(label, gettext("since {day}").format(day=short_date(action.in_account_since, language)))


def reason_on_paper(action: Action) -> Printable[str] | None:
    """Why it is there, in its own sentence."""
    return on_paper(action.reason, action.privacy)


def day_to_tell(action: Action, source: Source) -> date | None:
    """The day before which they can say that it cannot be done; None where that was over when the paper was issued."""
    return action.by if action.by is not None and action.by > source.issued_on else None


def _if_cannot(action: Action, source: Source, gettext: Gettext) -> Printable[str]:
    day = day_to_tell(action, source)
    if day is None:
        return ours(
            gettext("If I cannot do this: tell us as soon as you know, and say what is in the way. It can be changed.")
        )
    return ours(
        gettext("If I cannot do this: tell us before {day}, and say what is in the way. It can be changed.").format(
            day=short_date(day, source.language)
        )
    )


def if_then_quotes(action: Action) -> tuple[Quote, ...]:
    """Its if-then plans as far as they are for paper, as whole sentences."""
    return tuple(
        Quote(words, action.language)
        for plan in action.if_then
        if (words := on_paper(if_then_sentence(plan, action), plan.privacy)) is not None
    )
