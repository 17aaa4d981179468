"""What is different between an edition and the one before it, in plain words of the document's language.

Only what stands on both papers is compared, and nothing says why. An action that is no longer there is named in the words
that it has today, and only where it may still be on paper: somebody may have wanted exactly those words kept out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from coachdesk.commitments.document import Labelled, PlannedAction, Quote, Section, SectionKind, Words
from coachdesk.commitments.planned import on_the_paper
from coachdesk.commitments.source import Gettext
from coachdesk.i18n import Language, translation
from coachdesk.plans.plan import Action, Plan
from coachdesk.privacy import on_paper, ours


class Changed(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    GONE = "no_longer"


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of what is different.

    Attributes:
        about: hours, availability (travel is part of it), asked, chosen, ours or the next meeting.
        line: what it is about: an action in the words of the paper, or our word for a number or a day.
        sentences: what became of it: "New: 20.", "By: changed from ... to ...", "No longer asked."
        was: an action's words as they stood on the earlier paper, where they are others now. For the screen only.
    """

    about: SectionKind
    changed: Changed
    line: Quote
    sentences: tuple[Words, ...]
    was: Quote | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One edition as it is compared: its sections, and by kind of section the ids of their actions in their order."""

    language: Language
    sections: tuple[Section, ...]
    actions: Mapping[SectionKind, tuple[str, ...]]

    def section(self, kind: SectionKind) -> Section | None:
        """The section of a kind, of which there is one at most."""
        return next((each for each in self.sections if each.kind is kind), None)

    def planned(self, kind: SectionKind) -> dict[str, PlannedAction]:
        """The actions of a kind by their id."""
        section = self.section(kind)
        return dict(zip(self.actions[kind], section.actions, strict=True)) if section and section.actions else {}


LISTED = (SectionKind.ASKED, SectionKind.CHOSEN, SectionKind.OURS)
"""The kinds of section whose actions are compared."""


def actions_on_paper(plan: Plan) -> dict[SectionKind, tuple[str, ...]]:
    """The ids of the actions of a plan that are on its paper, in the order of the paper."""
    listed = (plan.asked, plan.chosen, plan.ours)
    return {
        kind: tuple(action.id for action, _ in on_the_paper(actions))
        for kind, actions in zip(LISTED, listed, strict=True)
    }


def words_for_paper(actions: tuple[Action, ...]) -> dict[str, Quote]:
    """The words of all actions that may be on paper today, done and let go included, by their id."""
    said = ((each, on_paper(each.text, each.privacy)) for each in actions)
    return {each.id: Quote(words, each.language) for each, words in said if words is not None}


def differences(before: Paper, after: Paper, today: Mapping[str, Quote]) -> tuple[Difference, ...]:
    """What is different, in the order of the paper.

    Args:
        before: the earlier edition, in the language of the later one.
        after: the later edition.
        today: as `words_for_paper` gives them.
    """
    return tuple(_differences(before, after, today, translation(after.language).gettext))


def _differences(before: Paper, after: Paper, today: Mapping[str, Quote], gettext: Gettext) -> Iterator[Difference]:
    for kind in (SectionKind.HOURS, SectionKind.AVAILABILITY):
        yield from _points(kind, before, after, gettext)
    for kind in LISTED:
        was, now = before.planned(kind), after.planned(kind)
        for action_id, action in now.items():
            yield from _action(kind, was.get(action_id), action, gettext)
        gone = ours(gettext("No longer asked.") if kind is SectionKind.ASKED else gettext("No longer in this plan."))
        for action_id in was:
            if action_id not in now and action_id in today:
                yield Difference(kind, Changed.GONE, today[action_id], (gone,))
    yield from _meeting(before, after, gettext)


def _action(kind: SectionKind, was: PlannedAction | None, now: PlannedAction, gettext: Gettext) -> Iterator[Difference]:
    """Its words and its details. Why it is there, and what to do if it cannot be done, follow from the rest."""
    if was is None:
        yield Difference(kind, Changed.NEW, now.text, (ours(gettext("New.")),))
        return
    reworded = was.text.words != now.text.words
    sentences = (
        *((ours(gettext("In other words than before.")),) if reworded else ()),
        *(each.sentence for each in _compared(was.details, now.details, gettext("{what}: taken out."), gettext)),
    )
    if sentences:
        yield Difference(kind, Changed.CHANGED, now.text, sentences, was.text if reworded else None)


def _points(kind: SectionKind, before: Paper, after: Paper, gettext: Gettext) -> Iterator[Difference]:
    """Hours, travel and notice. That one is gone is never said: a pause may be behind it, and has to leave no trace."""
    was, now = before.section(kind), after.section(kind)
    points = (was.points if was else (), now.points if now else ())
    for each in _compared(*points, "", gettext):
        if each.changed is not Changed.GONE:
            yield Difference(kind, each.changed, Quote(each.label, after.language), (each.sentence,))


def _meeting(before: Paper, after: Paper, gettext: Gettext) -> Iterator[Difference]:
    """Day, time and way. A place is never compared: the earlier one may be what has to stay unsaid now."""
    was, now = (_of_meeting(paper.section(SectionKind.MEETING), gettext) for paper in (before, after))
    for each in _compared(was, now, "", gettext):
        if each.changed is not Changed.GONE:
            yield Difference(SectionKind.MEETING, each.changed, Quote(each.label, after.language), (each.sentence,))


def _of_meeting(section: Section | None, gettext: Gettext) -> tuple[Labelled, ...]:
    """The points of the next meeting, each under words that say of themselves what they are about."""
    names = {
        gettext("When"): gettext("The day when we meet next"),
        gettext("Time"): gettext("The time when we meet next"),
        gettext("How"): gettext("The way we meet next"),
    }
    points = section.points if section else ()
    return tuple(Labelled(ours(names[each.label.value]), each.words) for each in points if each.label.value in names)


class _Compared(NamedTuple):
    label: Words
    changed: Changed
    sentence: Words


def _compared(was: tuple[Labelled, ...], now: tuple[Labelled, ...], gone: str, gettext: Gettext) -> Iterator[_Compared]:
    """What became of each label; `gone` is the sentence for one that is no longer there."""
    earlier, later = ({each.label: each.words.value for each in side} for side in (was, now))
    new, changed = gettext("{what}: new, {after}."), gettext("{what}: changed from {before} to {after}.")
    for label, after in later.items():
        before = earlier.get(label)
        if before is None:
            yield _Compared(label, Changed.NEW, ours(new.format(what=label.value, after=after)))
        elif before != after:
            words = changed.format(what=label.value, before=before, after=after)
            yield _Compared(label, Changed.CHANGED, ours(words))
    for label in earlier:
        if label not in later:
            yield _Compared(label, Changed.GONE, ours(gone.format(what=label.value)))
